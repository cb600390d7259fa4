"""Hours of members in their own zones, and the grid of candidate starts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from lcdesk.model.booking.situation import Situation
from lcdesk.model.booking.slots import slots
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.people import Hours, HoursBlock
from tests.unit.model.booking.desk import (
    FRIDAY,
    HOUR,
    MINUTE,
    desk,
    every_day,
    member,
    reasons,
    starts,
)

ROUND_ROBIN = CalendarKind.ROUND_ROBIN


def wall(situation: Situation, zone: str, day: date, **settings: Any) -> list[str]:
    """All starts of a day, as a clock in `zone` shows them."""
    calendar = replace(situation.calendar, zone=zone, **settings)
    found = slots(replace(situation, calendar=calendar), day, 1)
    return [f"{slot.span.start.astimezone(ZoneInfo(zone)):%H:%M}" for slot in found]


def test_the_grid_restarts_at_each_block() -> None:
    hours = every_day("09:00-10:10", "13:05-14:05")
    assert starts(desk(ROUND_ROBIN, member(1, hours=hours))) == ["09:00", "09:30", "13:05", "13:35"]


def test_hours_that_touch_at_midnight_or_within_a_day_take_one_booking_across() -> None:
    night = every_day("00:00-03:00", "20:00-22:00", "22:00-24:00")
    situation = desk(ROUND_ROBIN, member(1, hours=night), duration=HOUR, interval=30 * MINUTE)
    early = ["00:00", "00:30", "01:00", "01:30", "02:00"]
    late = ["20:00", "20:30", "21:00", "21:30", "22:00", "22:30", "23:00", "23:30"]
    assert starts(situation) == [*early, *late]
    assert reasons(situation, "21:30", "22:30") == []


def test_a_start_is_kept_while_the_whole_length_fits() -> None:
    situation = desk(
        ROUND_ROBIN, member(1, hours=every_day("09:00-11:00")), duration=HOUR, interval=20 * MINUTE
    )
    assert starts(situation) == ["09:00", "09:20", "09:40", "10:00"]


def test_date_specific_hours_replace_the_weekly_hours_entirely() -> None:
    special = Hours(every_day("09:00-12:00").weekly, {FRIDAY: (HoursBlock(840, 900),)})
    assert starts(desk(ROUND_ROBIN, member(1, hours=special))) == ["14:00", "14:30"]


def test_an_empty_date_means_closed() -> None:
    closed = Hours(every_day("09:00-12:00").weekly, {FRIDAY: ()})
    situation = desk(ROUND_ROBIN, member(1, hours=closed))
    assert starts(situation) == starts(situation, is_open=False) == []
    assert reasons(situation, "09:00", "09:30") == [
        ("USER", "Ana has no hours on Friday 4 December", "Ana")
    ]


def test_hours_are_wall_clock_in_the_members_own_zone() -> None:
    morning = every_day("09:00-10:00")
    ana = member(1, hours=morning, zone="Europe/Berlin")
    ben = member(2, hours=morning, zone="America/New_York")
    assert starts(desk(ROUND_ROBIN, ana, ben)) == ["08:00", "08:30", "14:00", "14:30"]


def test_days_are_those_of_the_calendars_zone() -> None:
    evening = member(1, hours=every_day("22:00-24:00"), zone="America/New_York")
    situation = desk(ROUND_ROBIN, evening, zone="Europe/Berlin", duration=HOUR, interval=HOUR)
    found = slots(situation, FRIDAY, 1)
    assert [slot.span.start for slot in found] == [
        datetime(2026, 12, 4, 3, tzinfo=UTC),
        datetime(2026, 12, 4, 4, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    ("zone", "day", "expected"),
    [
        ("Europe/Berlin", date(2026, 3, 29), ["01:00", "01:30", "03:00", "03:30"]),
        ("Australia/Lord_Howe", date(2026, 10, 4), ["01:00", "01:30", "02:30", "03:00", "03:30"]),
    ],
)
def test_a_gap_hour_does_not_exist(zone: str, day: date, expected: list[str]) -> None:
    night = desk(ROUND_ROBIN, member(1, hours=every_day("01:00-04:00"), zone=zone))
    assert wall(night, zone, day) == expected


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", date(2026, 10, 25)),
        ("America/New_York", date(2026, 11, 1)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
    ],
)
def test_a_doubled_hour_is_offered_once(zone: str, day: date) -> None:
    night = desk(ROUND_ROBIN, member(1, hours=every_day("01:00-04:00"), zone=zone))
    assert wall(night, zone, day) == ["01:00", "01:30", "02:00", "02:30", "03:00", "03:30"]


def test_a_block_that_begins_in_the_gap_opens_where_the_clock_jumps() -> None:
    night = desk(ROUND_ROBIN, member(1, hours=every_day("02:15-04:00"), zone="Europe/Berlin"))
    assert wall(night, "Europe/Berlin", date(2026, 3, 29)) == ["03:00", "03:30"]


def test_lengths_inside_a_block_are_elapsed_time() -> None:
    night = desk(ROUND_ROBIN, member(1, hours=every_day("01:00-04:00"), zone="Europe/Berlin"))
    hours = {"duration": 2 * HOUR, "interval": HOUR}
    assert wall(night, "Europe/Berlin", date(2026, 3, 29), **hours) == ["01:00"]


def test_a_booking_may_cross_blocks_that_touch() -> None:
    hours = every_day("09:00-12:00", "12:00-15:00")
    situation = desk(ROUND_ROBIN, member(1, hours=hours))
    assert reasons(situation, "11:45", "12:15") == []


def test_a_start_whose_hours_end_too_early_is_closed_by_duration() -> None:
    situation = desk(ROUND_ROBIN, member(1))
    assert reasons(situation, "16:45", "17:15") == [("DURATION", "Ana’s hours end at 17:00", "Ana")]


def test_a_time_elsewhere_names_its_zone() -> None:
    situation = desk(ROUND_ROBIN, member(1, zone="America/New_York"))
    assert reasons(situation, "13:00", "13:30") == [
        ("USER", "Ana has no hours at 08:00 (America/New_York)", "Ana")
    ]


def test_a_calendar_that_is_not_active_offers_nothing() -> None:
    assert slots(desk(ROUND_ROBIN, member(1), active=False), FRIDAY, 1) == ()


@pytest.mark.parametrize("setting", ["duration", "interval"])
def test_a_length_or_an_interval_of_nothing_is_refused(setting: str) -> None:
    with pytest.raises(InvalidInput):
        slots(desk(ROUND_ROBIN, member(1), **{setting: timedelta()}), FRIDAY, 1)


def test_a_day_without_candidates_has_no_slots() -> None:
    assert slots(desk(ROUND_ROBIN, member(1, hours=Hours())), FRIDAY, 7) == ()
