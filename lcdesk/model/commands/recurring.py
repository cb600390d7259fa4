"""A recurring booking of a calendar: every date an appointment, and an event, of its own.

All dates are planned and booked in one transaction, and what is booked is the plan: the person
saw the same one, made date by date from the store as it was.

**Decided** (docs/rules/booking.md, "Recurring appointments"):
- Each date is given to a member as if it were booked alone; the dates before it count.
- When not one date can be booked nothing is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from lcdesk.model.booking.recurring import PlannedDate, dates
from lcdesk.model.commands.appointments import BookingRequest, asked_span, bookable_calendar
from lcdesk.model.commands.contacts import find_or_add_contact
from lcdesk.model.commands.planned_dates import book_dates, left_out, plan_dates
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every, WhenTaken
from lcdesk.model.domain.errors import RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
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
