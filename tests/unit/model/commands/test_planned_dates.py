"""What the dates of one booking do to each other is known before they are saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from lcdesk.model.booking.planned_dates import PlannedDate
from lcdesk.model.commands.appointments import BookingRequest
from lcdesk.model.commands.series import SeriesRequest, book_series, plan_dates, wanted_dates
from lcdesk.model.domain.calendars import (
    Calendar,
    CalendarKind,
    Distribution,
    Every,
    Repeats,
    Resource,
    WhenTaken,
)
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.people import Hours, HoursBlock
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.recurrence.rule import Frequency, Rule
from lcdesk.model.store.people import insert_resource
from tests.salon import CLEO, Salon, at

DAY = timedelta(days=1)


def proposed(
    salon: Salon, calendar: Calendar, start: datetime, when_taken: WhenTaken, **more: Any
) -> tuple[Sequence[PlannedDate], Sequence[Appointment]]:
    """Three days by the rule that a calendar proposes, planned and then booked."""
    booking = BookingRequest(calendar.id, start, CLEO, **more)
    return saved(salon, SeriesRequest(booking, Rule(Frequency.DAILY, count=3), when_taken))


def by_hand(
    salon: Salon, calendar: Calendar, rule: str, when_taken: WhenTaken = WhenTaken.SKIP
) -> tuple[Sequence[PlannedDate], Sequence[Appointment]]:
    """A series from Tuesday at ten, planned and then booked."""
    booking = BookingRequest(calendar.id, at(1, 10), CLEO)
    return saved(salon, SeriesRequest(booking, series_rule(rule), when_taken))


def saved(
    salon: Salon, request: SeriesRequest
) -> tuple[Sequence[PlannedDate], Sequence[Appointment]]:
    when_taken = request.when_taken or WhenTaken.SKIP
    with salon.database.read() as reader:
        wanted = wanted_dates(reader, request, now=salon.now)
        planned = plan_dates(reader, request.booking, wanted, when_taken, now=salon.now)
    with salon.database.write() as tx:
        return planned, book_series(tx, request, now=salon.now).made


def told(planned: Sequence[PlannedDate]) -> list[tuple[datetime, tuple[int, ...]]]:
    return [
        (date_plan.booked.span.start, date_plan.choice.staff)
        for date_plan in planned
        if date_plan.booked is not None and date_plan.choice is not None
    ]


def kept(made: Sequence[Appointment]) -> list[tuple[datetime, tuple[int, ...]]]:
    return [(appointment.span.start, appointment.staff) for appointment in made]


def codes(one: PlannedDate) -> set[str]:
    return {reason.code.value for reason in one.wanted.reasons}


def test_a_date_that_moves_fills_the_day_it_moves_to(salon: Salon) -> None:
    """The plan showed Wednesday as open, and saving dropped it: one a day, and one was there."""
    calendar = salon.calendar(
        "Visit", CalendarKind.ROUND_ROBIN, salon.ana, repeats=Repeats(Every.DAY), per_day=1
    )
    other = salon.calendar("Other", CalendarKind.ROUND_ROBIN, salon.ana)
    salon.book(other, at(1, 17, 30))
    planned, made = proposed(salon, calendar, at(1, 17, 30), WhenTaken.NEXT)
    assert [codes(date_plan) for date_plan in planned] == [
        {"BOOKED", "USER"},
        {"DAYLIMIT"},
        {"DAYLIMIT"},
    ]
    assert [start for start, _ in told(planned)] == [at(2, 9), at(3, 9), at(4, 9)]
    assert told(planned) == kept(made)


def test_a_date_that_the_one_before_needs_a_buffer_for_is_closed(salon: Salon) -> None:
    calendar = salon.calendar(
        "Visit", CalendarKind.ROUND_ROBIN, salon.ana, after=DAY - timedelta(minutes=15)
    )
    planned, made = by_hand(salon, calendar, "FREQ=DAILY;COUNT=3")
    assert [codes(date_plan) for date_plan in planned] == [set(), {"BUFFER", "USER"}, set()]
    reasons = [reason.what for reason in planned[1].wanted.reasons]
    assert "buffer after this booking\N{RIGHT SINGLE QUOTATION MARK}s 10:00" in reasons
    assert told(planned) == kept(made)


def test_dates_that_overlap_share_a_room(salon: Salon) -> None:
    with salon.database.write() as tx:
        room = insert_resource(tx, Resource(0, "Room", 1))
    always = Hours(((HoursBlock(0, 24 * 60),),) * 7)
    nights = [salon.staff(name, hours=always) for name in ("Cem", "Dora")]
    calendar = salon.calendar(
        "Stay", CalendarKind.SERVICE, *nights, repeats=Repeats(Every.DAY), resources=(room,)
    )
    planned, made = proposed(salon, calendar, at(1, 10), WhenTaken.SKIP, length=DAY * 1.5)
    assert [codes(date_plan) for date_plan in planned] == [set(), {"RESOURCE"}, set()]
    assert told(planned) == kept(made)


def test_members_take_turns_in_the_plan_as_they_do_when_it_is_saved(salon: Salon) -> None:
    calendar = salon.calendar(
        "Visit", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben, distribution=Distribution.EQUAL
    )
    planned, made = by_hand(salon, calendar, "FREQ=WEEKLY;BYDAY=TU,WE,TH;COUNT=4")
    ana, ben = (salon.ana.id,), (salon.ben.id,)
    # Two in November, then counted anew.
    assert [staff for _, staff in told(planned)] == [ana, ben, ana, ana]
    assert told(planned) == kept(made)


def test_whoever_waited_longest_is_known_across_months(salon: Salon) -> None:
    """Each month is read by itself, and the dates before it are not in the store."""
    calendar = salon.calendar(
        "Visit",
        CalendarKind.ROUND_ROBIN,
        salon.ana,
        salon.ben,
        distribution=Distribution.AVAILABILITY,
    )
    salon.book(calendar, at(37, 12), staff=(salon.ana.id,))
    planned, made = by_hand(salon, calendar, "FREQ=MONTHLY;COUNT=4")
    ana, ben = (salon.ana.id,), (salon.ben.id,)
    # On 24 November and December, then (a Sunday is left out) in February: Ana's last one is
    # that of 30 December, not her date in November.
    assert [staff for _, staff in told(planned)] == [ana, ben, ben]
    assert told(planned) == kept(made)


def test_who_does_not_belong_to_the_calendar_is_refused(salon: Salon) -> None:
    calendar = salon.calendar("Both", CalendarKind.COLLECTIVE, salon.ana, salon.ben)
    cem = salon.staff("Cem")
    booking = BookingRequest(calendar.id, at(1, 10), CLEO, staff=(cem.id,))
    request = SeriesRequest(booking, series_rule("FREQ=DAILY;COUNT=2"))
    with pytest.raises(InvalidInput, match="does not belong"), salon.database.write() as tx:
        book_series(tx, request, now=salon.now)
