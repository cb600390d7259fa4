"""The plan of a booking with many dates, and its writing down: what is shown is what is saved.

The window plans from what the store holds, with other work between the dates; a command plans
in the transaction in which it then writes. Both ask here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from lcdesk.model.booking.recurring import PlannedDate, plan
from lcdesk.model.booking.situation import Situation
from lcdesk.model.commands.appointments import (
    BookingRequest,
    bookable_calendar,
    enter,
    refuse_strangers,
    staff_zones,
)
from lcdesk.model.domain.calendars import WhenTaken
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
