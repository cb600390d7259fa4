"""A recurring booking of a calendar: every date an appointment, and an event, of its own.

All dates are planned and booked in one transaction, and what is booked is the plan: the person
saw the same one, made date by date from the store as it was.

**Decided** (docs/rules/booking.md, "Recurring appointments"):
- Each date is given to a member as if it were booked alone; the dates before it count.
- When not one date can be booked nothing is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from lcdesk.model.booking.recurring import PlannedDate, dates, plan
from lcdesk.model.booking.situation import Situation
from lcdesk.model.commands.appointments import (
    BookingRequest,
    asked_span,
    bookable_calendar,
    enter,
    refuse_strangers,
    staff_zones,
)
from lcdesk.model.commands.people import find_or_add_contact
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every, WhenTaken
from lcdesk.model.domain.errors import RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.situation import situation
from lcdesk.model.store.transaction import Reader, Transaction


def planning(
    request: BookingRequest,
    wanted: Sequence[TimeSpan],
    when_taken: WhenTaken,
    *,
    situation_of: Callable[[TimeSpan], Situation],
) -> Iterator[PlannedDate]:
    """What becomes of each wanted date, worked out as it is asked for (booking/recurring.py)."""
    # A contact who is not known yet may still be a name that is being typed.
    name = request.contact.name if request.contact.id else "this booking"
    return plan(wanted, when_taken, situation_of=situation_of, staff=request.staff, name=name)


def plan_dates(
    reader: Reader,
    request: BookingRequest,
    wanted: Sequence[TimeSpan],
    when_taken: WhenTaken,
    *,
    now: datetime,
) -> tuple[PlannedDate, ...]:
    """The whole plan from what the store holds at this moment.

    Raises InvalidInput, NotFound, RefusedByRule.
    """
    calendar = bookable_calendar(reader, request.calendar)
    refuse_strangers(calendar, request.staff)

    def situation_of(span: TimeSpan) -> Situation:
        return situation(reader, calendar, asked=span, now=now)

    return tuple(planning(request, wanted, when_taken, situation_of=situation_of))


def book_dates(
    tx: Transaction, request: BookingRequest, planned: Iterable[PlannedDate], *, now: datetime
) -> tuple[Appointment, ...]:
    """An appointment for each date that the plan books; it was made in this transaction."""
    calendar = bookable_calendar(tx, request.calendar)
    zones = staff_zones(tx)
    return tuple(
        enter(tx, request, calendar, one.booked, one.choice, now=now, zones=zones)
        for one in planned
        if one.booked is not None and one.choice is not None
    )


def left_out(planned: Iterable[PlannedDate]) -> tuple[PlannedDate, ...]:
    """The dates of a plan that are not booked."""
    return tuple(one for one in planned if one.booked is None)


@dataclass(frozen=True, slots=True)
class Recurring:
    """What became of a recurring booking: the appointments made, and the dates dropped."""

    made: tuple[Appointment, ...]
    dropped: tuple[TimeSpan, ...]


def offers_recurring(calendar: Calendar) -> bool:
    """Whether bookings of this calendar may recur: its setting says so, and no class can."""
    return calendar.repeats is not None and calendar.kind is not CalendarKind.CLASS


def wanted_dates(
    reader: Reader, request: BookingRequest, *, every: Every, times: int
) -> tuple[TimeSpan, ...]:
    """The dates that a recurring booking asks for. Raises InvalidInput, NotFound, RefusedByRule."""
    calendar = bookable_calendar(reader, request.calendar)
    if not offers_recurring(calendar):
        raise RefusedByRule(
            f"Bookings of {calendar.name} do not recur. Change the calendar's settings first."
        )
    first = asked_span(calendar, request.start, request.length)
    return dates(first, every, times=times, zone_name=calendar.zone)


def book_recurring(
    tx: Transaction,
    request: BookingRequest,
    *,
    every: Every,
    times: int,
    when_taken: WhenTaken,
    now: datetime,
) -> Recurring:
    """Book every date that can be, each as an appointment of its own.

    Raises SlotNotOpen when none can, else as `book` does.
    """
    wanted = wanted_dates(tx, request, every=every, times=times)
    request = replace(request, contact=find_or_add_contact(tx, request.contact))
    planned = plan_dates(tx, request, wanted, when_taken, now=now)
    made = book_dates(tx, request, planned, now=now)
    if not made:
        raise _nothing_open(planned)
    return Recurring(made, tuple(one.wanted.span for one in left_out(planned)))


def _nothing_open(planned: Sequence[PlannedDate]) -> SlotNotOpen:
    reasons = chain.from_iterable(one.wanted.reasons for one in planned)
    details = _once(f"{reason.code}: {reason.what}" for reason in reasons)
    return SlotNotOpen(
        f"Nothing was booked: none of the {len(planned)} dates is open.", details=details
    )


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
