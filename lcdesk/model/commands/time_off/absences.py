"""Days taken off, by members or by the whole business (docs/rules/booking.md, "Time off").

Nothing that is booked then is cancelled or moved by it: `appointments_in_the_way` lists it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from lcdesk.model.commands.people import FIRST_YEAR, LAST_YEAR
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import clean_line
from lcdesk.model.domain.zones import day_span, zone
from lcdesk.model.store import time_off as stored
from lcdesk.model.store.appointments import appointments_in
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader, Transaction

LONGEST = timedelta(days=3_660)  # ten years
_FARTHEST = timedelta(hours=15)  # of a local midnight from that of UTC


def save_time_off(tx: Transaction, value: TimeOff) -> TimeOff:
    """Add time off (id 0) or replace it. Raises InvalidInput, NotFound."""
    checked = _check(tx, replace(value, title=clean_line(value.title)))
    if checked.id == 0:
        return replace(checked, id=stored.insert_time_off(tx, checked))
    if _get_known(tx, checked.id) != checked:
        stored.update_time_off(tx, checked)
    return checked


def remove_time_off(tx: Transaction, number: int) -> TimeOff:
    """Take it out again, so that the hours of those days hold; returns it. Raises NotFound."""
    found = _get_known(tx, number)
    stored.delete_time_off(tx, number)
    return found


def close_on(tx: Transaction, days: Iterable[PublicHoliday]) -> tuple[TimeOff, ...]:
    """Close the business on these public holidays; on which it is closed already stay as is."""
    known = stored.all_time_off(tx)
    return tuple(
        save_time_off(tx, TimeOff(0, day.first, day.last, day.name))
        for day in days
        if not is_closed_on(known, day)
    )


def is_closed_on(known: Iterable[TimeOff], day: PublicHoliday) -> bool:
    """Whether the business is closed throughout a public holiday."""
    return any(each.is_for_all and each.covers(day.first, day.last) for each in known)


def appointments_in_the_way(
    reader: Reader, value: TimeOff, *, now: datetime
) -> tuple[Appointment, ...]:
    """What is booked in that time with whoever is away then, in order; what is over is left out.

    The time is read on the clock of each member; on a simple calendar, of the calendar.
    """
    days = (value.last - value.first).days + 1
    reach = day_span(value.first, zone("UTC"), days).widen(_FARTHEST, _FARTHEST)
    staff = {member.id: member for member in all_staff(reader)}
    calendars = {calendar.id: calendar for calendar in all_calendars(reader)}
    return tuple(
        appointment
        for appointment in sorted(appointments_in(reader, reach), key=lambda one: one.span.start)
        if appointment.status.takes_time
        and appointment.span.end > now
        and any(
            appointment.span.overlaps(span) for span in _spans(value, appointment, staff, calendars)
        )
    )


def _spans(
    value: TimeOff,
    appointment: Appointment,
    staff: Mapping[int, StaffMember],
    calendars: Mapping[int, Calendar],
) -> list[TimeSpan]:
    """When those who have an appointment are away."""
    if not appointment.staff:
        own = zone(calendars[appointment.calendar].zone)
        return [value.span(own)] if value.is_for_all else []
    return [
        value.span(zone(staff[member].zone))
        for member in appointment.staff
        if value.concerns(member) and member in staff
    ]


def _check(reader: Reader, value: TimeOff) -> TimeOff:
    if value.last < value.first:
        raise InvalidInput(Message("The last day must not lie before the first."), field="last")
    if not (value.first.year >= FIRST_YEAR and value.last.year <= LAST_YEAR):
        raise InvalidInput(
            Message(
                "Time off must lie between {first} and {last}.",
                first=str(FIRST_YEAR),
                last=str(LAST_YEAR),
            ),
            field="first",
        )
    if value.last - value.first > LONGEST:
        raise InvalidInput(Message("Time off lasts at most ten years."), field="last")
    if value.part is not None and value.first != value.last:
        raise InvalidInput(
            Message("Only a part of a single day can be taken off. Choose one day."), field="last"
        )
    known = {member.id for member in all_staff(reader)}
    if not known.issuperset(value.staff):
        raise NotFound(Message("This staff member does not exist any more."))
    return replace(value, staff=tuple(sorted(set(value.staff))))


def _get_known(reader: Reader, number: int) -> TimeOff:
    found = stored.get_time_off(reader, number)
    if found is None:
        raise NotFound(Message("This time off does not exist any more."))
    return found
