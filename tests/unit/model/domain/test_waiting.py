"""Which times suit somebody who waits: days and the time of day on the calendar's clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import at_wall, zone

BERLIN = zone("Europe/Berlin")
HOUR = timedelta(hours=1)
NEVER = datetime(2026, 1, 1, tzinfo=UTC)
# A Monday to the Sunday after it.
ANY = Waiting(1, 1, 1, date(2026, 11, 23), date(2026, 11, 29), NEVER)


def hour(day: date, minute: int) -> TimeSpan:
    return TimeSpan.of_length(at_wall(day, minute, BERLIN), HOUR)


@pytest.mark.parametrize(("day", "suits"), [(22, False), (23, True), (29, True), (30, False)])
def test_both_days_are_meant(day: int, suits: bool) -> None:
    assert ANY.suits(hour(date(2026, 11, day), 600), BERLIN) is suits


def test_days_are_those_of_the_calendar_and_not_of_utc() -> None:
    just_after_midnight = hour(date(2026, 11, 23), 15)
    assert just_after_midnight.start.date() == date(2026, 11, 22)
    assert ANY.suits(just_after_midnight, BERLIN)


def test_only_named_weekdays_suit() -> None:
    fridays = replace(ANY, weekdays=(4,))
    found = [day for day in range(23, 30) if fridays.suits(hour(date(2026, 11, day), 600), BERLIN)]
    assert found == [27]


@pytest.mark.parametrize(
    ("minute", "suits"), [(13 * 60 + 45, False), (14 * 60, True), (17 * 60, True), (1021, False)]
)
def test_a_booking_begins_and_ends_within_the_time_of_day(minute: int, suits: bool) -> None:
    afternoon = replace(ANY, after=14 * 60, before=18 * 60)
    assert afternoon.suits(hour(date(2026, 11, 24), minute), BERLIN) is suits


def test_until_midnight_a_booking_may_go_on_after_it() -> None:
    assert replace(ANY, after=22 * 60).suits(hour(date(2026, 11, 24), 23 * 60 + 30), BERLIN)


def test_the_time_of_day_is_the_wall_s_where_the_clocks_change() -> None:
    """At three in spring the clocks show four, and in autumn two o'clock comes twice."""
    spring = replace(ANY, first=date(2026, 3, 29), last=date(2026, 3, 29), after=120, before=240)
    assert spring.suits(hour(date(2026, 3, 29), 180), BERLIN)
    assert not spring.suits(hour(date(2026, 3, 29), 60), BERLIN)
    autumn = replace(ANY, first=date(2026, 10, 25), last=date(2026, 10, 25), after=120, before=180)
    first_pass = hour(date(2026, 10, 25), 120)
    assert autumn.suits(first_pass, BERLIN)
    second_pass = TimeSpan.of_length(first_pass.end, HOUR)
    assert autumn.suits(second_pass, BERLIN)
    assert not autumn.suits(TimeSpan.of_length(second_pass.end, HOUR), BERLIN)
