"""Calendar files: what lcdesk owns goes out, foreign events come in as blocked time.

Events of a file become slots blocked by hand, which never leave lcdesk; never appointments,
and the people named in them never become contacts (docs/rules/sync.md, row 8, holds for files too).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.events import Appointment, BlockedSlot, Occurrence
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, local_day, zone
from lcdesk.model.recurrence.by_hand import days_between
from lcdesk.model.replication.event_texts import session_text
from lcdesk.model.store.appointments import (
    appointments_by_id,
    appointments_in,
    appointments_of_session,
    blocked_by_id,
    find_blocked,
)
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_staff, contacts
from lcdesk.model.store.remote.index import horizon
from lcdesk.model.store.remote.objects import objects_with_uid
from lcdesk.model.store.series import get_series
from lcdesk.model.store.transaction import Reader, Transaction

LARGEST_FILE = 20 * 1024 * 1024
_UNTITLED = "Blocked"  # what an export calls a slot without title
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
class Unreadable:
    """An event of a file that was left out, by what a person knows it by, and why."""

    title: str
    uid: str
    message: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file's events."""

    blocked: int
    known: int  # blocked before, by the same file or by hand
    free: int  # take no time
    unreadable: tuple[Unreadable, ...] = ()
    appointments: int = 0  # stand here already, as the file was written by lcdesk
    superseded: int = 0  # older versions (SEQUENCE) of what the file holds
    going_on: tuple[GoingOn, ...] = ()  # series that are followed no further
    has_guessed_letters: bool = False  # as nothing said how they are written


def export_calendar(reader: Reader, first: date, end: date, *, now: datetime) -> Exported:
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
        return first <= local_day(one.span.start, zone(name)) < end

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
        EventDraft(_uid(blocked), blocked.span, "UTC", blocked.title or _UNTITLED)
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


def import_calendar(
    tx: Transaction, content: bytes, member: StaffMember, now: datetime
) -> Imported:
    """Block a member's time wherever the file's events are busy.

    What the file holds of the member's own appointments stands already and is only counted.
    Single events count wherever they lie, series are followed as far as lcdesk draws them.
    An event that cannot be read in full is named in the answer and costs none of the others:
    who has the file can mend it, and slots that are blocked by a guess would stay.
    Raises InvalidInput for what is no calendar.
    """
    from lcdesk.model.ical.expand import indexable
    from lcdesk.model.ical.lines import decode, has_guessed_letters
    from lcdesk.model.ical.whole_file import take_apart

    try:
        file = take_apart(decode(content))
    except UnreadableEvent as error:
        raise InvalidInput(error.message, title=Message("The file cannot be read")) from error
    if file.method == "CANCEL":
        raise InvalidInput(
            Message(
                "This file calls its events off (METHOD:CANCEL), so they take no time and nothing "
                "was blocked. Slots that were blocked for them before can be freed in the week."
            ),
            title=Message("The file cancels events"),
        )
    found: list[Occurrence] = []
    unreadable = []
    going_on = []
    own = 0
    for part in file.parts:
        try:
            read = indexable(part.text, zone=zone(member.zone), span=horizon(now))
            if read.problem:
                raise UnreadableEvent(read.problem)
        except UnreadableEvent as error:
            unreadable.append(Unreadable(part.title, part.uid, error.message))
            continue
        if _is_own(tx, part.uid, member):
            own += len(read.entries)
        else:
            found += read.entries
            if read.recurring and (read.last is None or read.last > horizon(now).end):
                until = local_day(horizon(now).end, zone(member.zone))
                going_on.append(GoingOn(part.title or part.uid, until))
    busy = [
        occurrence
        for occurrence in found
        if occurrence.busy and occurrence.span.start < occurrence.span.end
    ]
    free = len(found) - len(busy)
    standing = _present_spans(tx, member, busy)
    own += sum((occurrence.span, occurrence.title) in standing for occurrence in busy)
    busy = [
        occurrence for occurrence in busy if (occurrence.span, occurrence.title) not in standing
    ]
    present = _present(tx, member, busy)
    blocked = 0
    for occurrence in sorted(busy, key=lambda entry: entry.span):
        key = (occurrence.span, occurrence.title.strip())
        if key not in present:
            present.add(key)
            block(
                tx,
                start=occurrence.span.start,
                end=occurrence.span.end,
                title=occurrence.title,
                staff=member.id,
            )
            blocked += 1
    return Imported(
        blocked,
        len(busy) - blocked,
        free,
        tuple(unreadable),
        own,
        file.superseded,
        tuple(going_on),
        has_guessed_letters(content),
    )


def _is_own(tx: Reader, uid: str, member: StaffMember) -> bool:
    """Whether a UID is that of an appointment of the member, as exported or as a server has it."""
    session, _, number = uid.rpartition("-")
    seats = list(appointments_of_session(tx, session)) if session and number.isdecimal() else []
    seats = [appointment for appointment in seats if f"{appointment.id}" == number]
    for known in objects_with_uid(tx, uid):
        seats += appointments_of_session(tx, known.session) if known.session else ()
    return any(
        appointment.status.takes_time and member.id in appointment.staff for appointment in seats
    )


def _present_spans(
    tx: Reader, member: StaffMember, busy: list[Occurrence]
) -> set[tuple[TimeSpan, str]]:
    """The member's appointments where the events lie: a store made anew gives them other UIDs."""
    if not busy:
        return set()
    return {
        (appointment.span, appointment.title)
        for appointment in appointments_in(tx, _around(busy))
        if appointment.status.takes_time and member.id in appointment.staff
    }


def _around(busy: list[Occurrence]) -> TimeSpan:
    return TimeSpan(
        min(occurrence.span.start for occurrence in busy),
        max(occurrence.span.end for occurrence in busy),
    )


def _present(tx: Reader, member: StaffMember, busy: list[Occurrence]) -> set[tuple[TimeSpan, str]]:
    """The member's blocked slots where the events lie; an export calls those without title so."""
    if not busy:
        return set()
    return {
        (slot.span, title)
        for slot in find_blocked(tx, _around(busy))
        if slot.staff == member.id
        for title in {slot.title, slot.title or _UNTITLED}
    }


def _uid(one: Appointment | BlockedSlot) -> str:
    if isinstance(one, Appointment):
        return f"{one.session}-{one.id}"
    return f"lcdesk-blocked-{one.id}-{int(one.span.start.timestamp())}"
