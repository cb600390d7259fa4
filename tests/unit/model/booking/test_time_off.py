"""Time off is cut out of the hours, on the wall clock, and is what a closed slot names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.booking.situation import Situation
from lcdesk.model.booking.slots import slots
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.people import Hours, HoursBlock
from lcdesk.model.domain.time_off import TimeOff, hours_of_calendar, hours_of_member, hours_without
from tests.unit.model.booking.desk import FRIDAY, HOUR, desk, every_day, member, reasons, starts

BERLIN = "Europe/Berlin"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # the clocks change at 02:00 and 03:00
MORNING = every_day("09:00-12:00")


def away(day: date, start: int, end: int, title: str = "", **more: Any) -> TimeOff:
    return TimeOff(1, day, day, title, part=HoursBlock(start, end), **more)


def one_member(hours: Hours, *off: TimeOff, day: date = FRIDAY, **more: Any) -> Situation:
    cut = hours_of_member(1, hours, off, day, day)
    return desk(CalendarKind.ROUND_ROBIN, member(1, hours=cut, **more), duration=HOUR)


def wall_starts(situation: Situation, day: date) -> list[str]:
    calendar = replace(situation.calendar, zone=BERLIN, interval=HOUR / 2)
    early = datetime(day.year, 1, 1, tzinfo=UTC)
    found = slots(replace(situation, calendar=calendar, now=early), day, 1)
    return [f"{slot.span.start.astimezone(ZoneInfo(BERLIN)):%H:%M}" for slot in found]


def test_a_whole_day_off_closes_it_and_is_named() -> None:
    situation = one_member(MORNING, TimeOff(1, FRIDAY, FRIDAY, "Summer holiday", (1,)))
    assert starts(situation) == []
    assert reasons(situation, "09:00", "10:00") == [("USER", "Ana is away (Summer holiday)", "Ana")]


def test_a_part_of_the_day_leaves_the_rest_open_and_says_when_it_begins() -> None:
    situation = one_member(MORNING, away(FRIDAY, 600, 660, staff=(1,)))
    assert starts(situation) == ["09:00", "11:00"]
    assert reasons(situation, "09:30", "10:30") == [("DURATION", "Ana is away from 10:00", "Ana")]
    assert reasons(situation, "10:00", "11:00") == [("USER", "Ana is away", "Ana")]


def test_the_business_is_closed_for_members_and_for_simple_calendars() -> None:
    off = [TimeOff(1, FRIDAY, FRIDAY, "Christmas"), TimeOff(2, FRIDAY, FRIDAY, "Course", (1,))]
    closed = [("USER", "the business is closed (Christmas)", "Ana")]
    assert reasons(one_member(MORNING, off[0]), "09:00", "10:00") == closed
    hours = hours_of_calendar(MORNING, off, FRIDAY, FRIDAY)
    hall = desk(CalendarKind.SIMPLE, hours=hours)
    assert reasons(hall, "09:00", "10:00") == [("USER", "the business is closed (Christmas)", None)]
    assert hours_of_calendar(MORNING, off[1:], FRIDAY, FRIDAY) == MORNING


def test_the_absence_of_another_member_changes_nothing() -> None:
    assert hours_of_member(2, MORNING, [away(FRIDAY, 0, 1440, staff=(1,))], FRIDAY, FRIDAY) == (
        MORNING
    )


@pytest.mark.parametrize(
    ("day", "start", "end", "left"),
    [
        # 02:00 to 03:00 does not exist: what ends or begins in it is cut at the jump.
        (SPRING, 120, 210, ["00:00", "00:30", "01:00", "03:30", "04:00"]),
        (SPRING, 150, 240, ["00:00", "00:30", "01:00", "04:00"]),
        (SPRING, 60, 150, ["00:00", "03:00", "03:30", "04:00"]),
        # 02:00 to 03:00 is there twice, and both passes of it are taken off.
        (AUTUMN, 120, 180, ["00:00", "00:30", "01:00", "03:00", "03:30", "04:00"]),
        # An end in it is the first pass.
        (AUTUMN, 60, 150, ["00:00", "02:30", "03:00", "03:30", "04:00"]),
    ],
)
def test_a_part_of_a_day_is_read_on_the_wall_clock_where_clocks_change(
    day: date, start: int, end: int, left: list[str]
) -> None:
    situation = one_member(every_day("00:00-05:00"), away(day, start, end), day=day, zone=BERLIN)
    assert wall_starts(situation, day) == left


@pytest.mark.parametrize(
    ("day", "start", "end", "hours"),
    [(SPRING, 60, 240, 2), (AUTUMN, 60, 240, 4), (SPRING, 0, 1440, 23), (AUTUMN, 0, 1440, 25)],
)
def test_how_long_somebody_is_away_where_clocks_change(
    day: date, start: int, end: int, hours: int
) -> None:
    assert away(day, start, end).span(ZoneInfo(BERLIN)).length == hours * HOUR


MINUTES = st.integers(0, 1440)


@given(st.lists(st.tuples(MINUTES, MINUTES), max_size=5), MINUTES)
def test_a_minute_is_open_where_it_was_and_nobody_is_away(
    parts: list[tuple[int, int]], minute: int
) -> None:
    hours = every_day("00:00-03:00", "09:00-12:00", "12:00-18:30")
    off = [away(FRIDAY, min(part), max(part)) for part in parts if part[0] != part[1]]

    def is_open(some: Hours) -> bool:
        return any(block.start <= minute < block.end for block in some.on(FRIDAY))

    cut = hours_without(hours, off, FRIDAY, FRIDAY)
    is_away = any(each.minutes[0] <= minute < each.minutes[1] for each in off)
    assert is_open(cut) == (is_open(hours) and not is_away)
    assert (cut.away_at(FRIDAY, minute) is not None) == is_away
