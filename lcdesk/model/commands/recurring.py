"""A recurring booking of a calendar: every date an appointment, and an event, of its own.

All dates are planned and booked in one transaction: what the person saw is what is saved, or
the answer says which dates came to nothing.

**decided** (booking.md is silent):
- Each date is given to a member as if it were booked alone; the dates before it count.
- A date that the dates before it closed (a day limit, equal distribution) is dropped like a
  taken one. Seats are never overrun, insisted on or not.
- When not one date can be booked nothing is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from lcdesk.model.booking.recurring import PlannedDate, dates, plan
from lcdesk.model.booking.situation import Situation
from lcdesk.model.commands.appointments import (
    BookingRequest,
    asked_span,
    book,
    bookable_calendar,
)
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every, WhenTaken
from lcdesk.model.domain.errors import RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.situation import situation
from lcdesk.model.store.transaction import Reader, Transaction


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


def plan_recurring(
    reader: Reader,
    request: BookingRequest,
    *,
    every: Every,
    times: int,
    when_taken: WhenTaken,
    now: datetime,
) -> tuple[PlannedDate, ...]:
    """What `book_recurring` would do with each date, without booking. Raises as it does."""
    calendar = bookable_calendar(reader, request.calendar)
    wanted = wanted_dates(reader, request, every=every, times=times)

    def situation_of(span: TimeSpan) -> Situation:
        return situation(reader, calendar, asked=span, now=now)

    return plan(wanted, when_taken, situation_of=situation_of, staff=request.staff or None)


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
    planned = plan_recurring(tx, request, every=every, times=times, when_taken=when_taken, now=now)
    insist = when_taken is WhenTaken.BOOK_ANYWAY
    made: list[Appointment] = []
    dropped: list[TimeSpan] = []
    for one in planned:
        booked = _booked(tx, request, one, insist=insist, now=now)
        if booked is None:
            dropped.append(one.wanted.span)
        else:
            made.append(booked)
    if not made:
        raise _nothing_open(planned)
    return Recurring(tuple(made), tuple(dropped))


def _booked(
    tx: Transaction, request: BookingRequest, date: PlannedDate, *, insist: bool, now: datetime
) -> Appointment | None:
    """The appointment of one date; the check comes before anything is written."""
    if date.booked is None:
        return None
    span = date.booked.span
    single = replace(request, start=span.start, length=span.length, insist=insist)
    try:
        return book(tx, single, now=now)
    except SlotNotOpen:
        return None


def _nothing_open(planned: Sequence[PlannedDate]) -> SlotNotOpen:
    reasons = chain.from_iterable(one.wanted.reasons for one in planned)
    details = _once(f"{one.code}: {one.what}" for one in reasons)
    return SlotNotOpen(
        f"Nothing was booked: none of the {len(planned)} dates is open.", details=details
    )


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
