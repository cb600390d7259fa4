"""Recurring bookings: their dates, and what becomes of those that are taken."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from lcdesk.model.booking.recurring import PlannedDate, dates, plan
from lcdesk.model.booking.situation import Busy, BusyKind, Situation
from lcdesk.model.domain.calendars import CalendarKind, Every, WhenTaken
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.timespan import TimeSpan
from tests.unit.model.booking.desk import MINUTE, at, desk, member, span


def days(first: TimeSpan, every: Every, times: int, zone: str = "UTC") -> list[str]:
    found = dates(first, every, times=times, zone_name=zone)
    return [f"{one.start.astimezone(ZoneInfo(zone)):%d %b %H:%M}" for one in found]


def test_daily_weekly_and_monthly() -> None:
    first = span("10:00", "10:30")
    assert days(first, Every.DAY, 3) == ["04 Dec 10:00", "05 Dec 10:00", "06 Dec 10:00"]
    assert days(first, Every.WEEK, 3) == ["04 Dec 10:00", "11 Dec 10:00", "18 Dec 10:00"]
    assert days(first, Every.MONTH, 3) == ["04 Dec 10:00", "04 Jan 10:00", "04 Feb 10:00"]


def test_a_month_without_the_day_takes_its_last() -> None:
    first = TimeSpan.lasting(at("10:00", date(2026, 12, 31)), 30 * MINUTE)
    assert days(first, Every.MONTH, 4)[2:] == ["28 Feb 10:00", "31 Mar 10:00"]


def test_the_time_of_day_stays_across_a_clock_change() -> None:
    first = TimeSpan.lasting(at("09:00", date(2026, 3, 22)), 30 * MINUTE)
    assert days(first, Every.WEEK, 2, "Europe/Berlin") == ["22 Mar 10:00", "29 Mar 10:00"]


@pytest.mark.parametrize("times", [1, 25])
def test_two_to_twenty_four_times(times: int) -> None:
    with pytest.raises(InvalidInput, match="2 to 24"):
        dates(span("10:00", "10:30"), Every.DAY, times=times, zone_name="UTC")


def planned(when_taken: WhenTaken, *taken: TimeSpan) -> list[str | None]:
    """The starts that will be booked of 10:00 on Friday and Saturday."""
    busy = (Busy(one, BusyKind.BLOCKED, "Lunch") for one in taken)
    situation = desk(CalendarKind.ROUND_ROBIN, member(1, *busy))
    return [_start(one) for one in _plan(situation, when_taken)]


def _plan(situation: Situation, when_taken: WhenTaken) -> tuple[PlannedDate, ...]:
    wanted = dates(span("10:00", "10:30"), Every.DAY, times=2, zone_name="UTC")
    return tuple(plan(wanted, when_taken, situation_of=lambda _: situation))


def _start(one: PlannedDate) -> str | None:
    return None if one.booked is None else f"{one.booked.span.start:%a %H:%M}"


def test_dates_that_are_open_are_booked() -> None:
    for when_taken in WhenTaken:
        assert planned(when_taken) == ["Fri 10:00", "Sat 10:00"]


def test_a_taken_date_is_skipped() -> None:
    assert planned(WhenTaken.SKIP, span("10:00", "10:30")) == [None, "Sat 10:00"]


def test_a_taken_date_is_booked_anyway_with_its_reasons() -> None:
    taken = Busy(span("10:00", "10:30"), BusyKind.BLOCKED, "Lunch")
    first, _ = _plan(desk(CalendarKind.ROUND_ROBIN, member(1, taken)), WhenTaken.BOOK_ANYWAY)
    assert first.booked == first.wanted
    assert "Lunch" in [reason.what for reason in first.wanted.reasons]


def test_a_taken_date_moves_to_the_next_open_slot() -> None:
    assert planned(WhenTaken.NEXT, span("10:00", "11:00")) == ["Fri 11:00", "Sat 10:00"]


def test_three_are_looked_at_then_the_date_is_dropped() -> None:
    assert planned(WhenTaken.NEXT, span("10:00", "11:30")) == ["Fri 11:30", "Sat 10:00"]
    assert planned(WhenTaken.NEXT, span("10:00", "12:00")) == [None, "Sat 10:00"]


def test_a_date_does_not_move_onto_another() -> None:
    situation = desk(
        CalendarKind.ROUND_ROBIN, member(1, Busy(span("10:00", "10:30"), BusyKind.BLOCKED, "Lunch"))
    )
    wanted = (span("10:00", "10:30"), span("10:30", "11:00"))
    found = plan(wanted, WhenTaken.NEXT, situation_of=lambda _: situation)
    assert [_start(one) for one in found] == ["Fri 11:00", "Fri 10:30"]
