"""Bookings that repeat: their dates, and what becomes of those that are taken."""

from __future__ import annotations

from datetime import date, timedelta

from lcdesk.model.booking.planned_dates import PlannedDate, plan
from lcdesk.model.booking.situation import Busy, BusyKind, Situation
from lcdesk.model.domain.calendars import CalendarKind, WhenTaken
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.model.recurrence.by_hand import check_first_day, first_days
from lcdesk.model.recurrence.rule import Frequency, Rule
from lcdesk.model.recurrence.series import Series
from tests.unit.model.booking.desk import MINUTE, desk, instant, member, span

DAILY, WEEKLY, MONTHLY = Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY


def days(first: TimeSpan, freq: Frequency, times: int, zone_name: str = "UTC") -> list[str]:
    """When the dates of a rule begin, whose first is given."""
    tz = zone(zone_name)
    day, minute = local_day(first.start, tz), wall_minute(first.start, tz)
    rule = check_first_day(Rule(freq, count=times), day)
    series = Series(1, 1, rule, zone_name, day, minute, first.length, contact=1, made_to=day)
    starts = map(series.start_on, first_days(rule, day, times + 1))
    return [f"{start.astimezone(tz):%d %b %H:%M}" for start in starts]


def test_daily_weekly_and_monthly() -> None:
    first = span("10:00", "10:30")
    assert days(first, DAILY, 3) == ["04 Dec 10:00", "05 Dec 10:00", "06 Dec 10:00"]
    assert days(first, WEEKLY, 3) == ["04 Dec 10:00", "11 Dec 10:00", "18 Dec 10:00"]
    assert days(first, MONTHLY, 3) == ["04 Dec 10:00", "04 Jan 10:00", "04 Feb 10:00"]


def test_a_month_without_the_day_takes_its_last() -> None:
    first = TimeSpan.of_length(instant("10:00", date(2026, 12, 31)), 30 * MINUTE)
    assert days(first, MONTHLY, 4)[2:] == ["28 Feb 10:00", "31 Mar 10:00"]


def test_the_time_of_day_stays_across_a_clock_change() -> None:
    first = TimeSpan.of_length(instant("09:00", date(2026, 3, 22)), 30 * MINUTE)
    assert days(first, WEEKLY, 2, "Europe/Berlin") == ["22 Mar 10:00", "29 Mar 10:00"]


def planned(when_taken: WhenTaken, *taken: TimeSpan) -> list[str | None]:
    """The starts that will be booked of 10:00 on Friday and Saturday."""
    busy = (Busy(stretch, BusyKind.BLOCKED, "Lunch") for stretch in taken)
    situation = desk(CalendarKind.ROUND_ROBIN, member(1, *busy))
    return [_start(planned) for planned in _plan(situation, when_taken)]


def _plan(situation: Situation, when_taken: WhenTaken) -> tuple[PlannedDate, ...]:
    first = span("10:00", "10:30")
    wanted = (first, TimeSpan.of_length(first.start + timedelta(days=1), first.length))
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
    assert [_start(planned) for planned in found] == ["Fri 11:00", "Fri 10:30"]
