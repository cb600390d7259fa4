"""Calendar files for other programs: what lcdesk owns goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.events import Appointment, BlockedSlot
from lcdesk.model.domain.zones import day_span, local_day, zone
from lcdesk.model.recurrence.by_hand import days_between
from lcdesk.model.replication.event_texts import session_text
from lcdesk.model.store.appointments import (
    appointments_by_id,
    appointments_in,
    blocked_by_id,
    find_blocked,
)
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_staff, contacts
from lcdesk.model.store.series import get_series
from lcdesk.model.store.transaction import Reader

UNTITLED = "Blocked"  # what an export calls a slot without title
_FARTHEST = timedelta(hours=15)  # of a local midnight from that of UTC


@dataclass(frozen=True, slots=True)
class GoingOn:
    """A series that goes on behind the last of its dates that was written or blocked."""

    title: str
    until: date


@dataclass(frozen=True, slots=True)
class Exported:
    """A calendar file's text, and what stands in it.

    `going_on` are series with later dates in the asked time, which are not made yet.
    """

    text: str
    appointments: int
    blocked: int
    going_on: tuple[GoingOn, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What is written, by the ids of calendars and members; nothing chosen is everything.

    With both chosen an appointment is written that is on one of the calendars and one of the
    members has. Time blocked by hand belongs to a member, on simple calendars to the calendar.
    """

    calendars: frozenset[int] = frozenset()
    staff: frozenset[int] = frozenset()

    def takes(self, one: Appointment | BlockedSlot) -> bool:
        """Whether it is written."""
        if isinstance(one, Appointment):
            is_of_calendar = not self.calendars or one.calendar in self.calendars
            return is_of_calendar and (not self.staff or not self.staff.isdisjoint(one.staff))
        if not self.calendars and not self.staff:
            return True
        return one.staff in self.staff or one.calendar in self.calendars


EVERYTHING = ExportChoice()


def export_calendar(
    reader: Reader, first: date, end: date, *, now: datetime, choice: ExportChoice = EVERYTHING
) -> Exported:
    """Appointments that stand and slots blocked by hand; mirrored events are not lcdesk's.

    They begin on the days from `first` up to, not including, `end`, each in its own zone.
    """
    span = day_span(first, ZoneInfo("UTC"), (end - first).days).widen(_FARTHEST, _FARTHEST)
    calendars = {calendar.id: calendar for calendar in all_calendars(reader)}
    zones = {member.id: member.zone for member in all_staff(reader)}

    def begins_here(one: Appointment | BlockedSlot) -> bool:
        if isinstance(one, Appointment):
            name = one.zone
        else:
            name = zones.get(one.staff or 0) or calendars[one.calendar or 0].zone
        return choice.takes(one) and first <= local_day(one.span.start, zone(name)) < end

    standing = [
        appointment
        for appointment in appointments_in(reader, span)
        if appointment.status.takes_time
    ]
    seats = [appointment for appointment in standing if begins_here(appointment)]
    slots = [blocked for blocked in find_blocked(reader, span) if begins_here(blocked)]
    text = _write(reader, seats, slots, now)
    return Exported(text, len(seats), len(slots), _not_made_yet(reader, seats, end))


def export_chosen(
    reader: Reader, appointments: Sequence[int], blocked_slots: Sequence[int], *, now: datetime
) -> Exported:
    """The same of these alone; a series ends with what was chosen of it."""
    found = appointments_by_id(reader, appointments)
    seats = [appointment for appointment in found if appointment.status.takes_time]
    slots = blocked_by_id(reader, blocked_slots)
    return Exported(_write(reader, seats, slots, now), len(seats), len(slots))


def _write(
    reader: Reader, seats: Sequence[Appointment], slots: Sequence[BlockedSlot], now: datetime
) -> str:
    """The text of a calendar file."""
    from lcdesk.model.ical.codec import EventDraft
    from lcdesk.model.ical.whole_file import write_calendar

    calendars = {calendar.id: calendar for calendar in all_calendars(reader)}
    people = contacts(reader, {who for appointment in seats for who in appointment.contacts})
    drafts = []
    for seat in seats:
        text = session_text(calendars[seat.calendar], [seat], people)
        drafts.append(
            EventDraft(
                uid=_uid(seat),
                span=seat.span,
                zone=seat.zone,
                title=seat.title,
                notes=text.notes,
                location=seat.location,
            )
        )
    drafts += [
        EventDraft(_uid(blocked), blocked.span, "UTC", blocked.title or UNTITLED)
        for blocked in slots
    ]
    drafts.sort(key=lambda one: (one.span, one.uid))
    return write_calendar(drafts, now=now)


def _not_made_yet(reader: Reader, seats: Sequence[Appointment], end: date) -> tuple[GoingOn, ...]:
    """Series of these appointments that have more dates before `end` than were made so far."""
    last = {seat.series: seat for seat in sorted(seats, key=lambda seat: seat.span.start)}
    found = []
    for number, seat in last.items():
        series = None if number is None else get_series(reader, number)
        if series is not None and days_between(
            series.rule, series.first, after=series.made_to, to=end - timedelta(days=1)
        ):
            found.append(GoingOn(seat.title, local_day(seat.span.start, zone(series.zone))))
    return tuple(found)


def _uid(one: Appointment | BlockedSlot) -> str:
    if isinstance(one, Appointment):
        return f"{one.session}-{one.id}"
    return f"lcdesk-blocked-{one.id}-{int(one.span.start.timestamp())}"
