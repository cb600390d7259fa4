"""Edges that are dragged and entries that are dropped where the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.ui.context.wall_spans import OnWall, drag_edges, drop_start, pieces, span_on_wall

CHANGES = [
    (ZoneInfo("Europe/Berlin"), date(2026, 3, 29)),
    (ZoneInfo("Europe/Berlin"), date(2026, 10, 25)),
    (ZoneInfo("America/New_York"), date(2026, 3, 8)),
    (ZoneInfo("America/New_York"), date(2026, 11, 1)),
    (ZoneInfo("Australia/Lord_Howe"), date(2026, 4, 5)),
    (ZoneInfo("Australia/Lord_Howe"), date(2026, 10, 4)),
]
BERLIN, SPRING = CHANGES[0]
AUTUMN = CHANGES[1][1]
MINUTE = timedelta(minutes=1)


def at(hour: int, minute: int = 0, *, day: date = AUTUMN, fold: int = 0) -> datetime:
    wall = datetime(day.year, day.month, day.day, hour, minute, tzinfo=BERLIN, fold=fold)
    return wall.astimezone(UTC)


def test_the_lower_edge_was_dragged_and_the_beginning_jumped_to_the_first_pass() -> None:
    before = TimeSpan(at(2, 30, fold=1), at(4))
    after = drag_edges(before, AUTUMN, 150, 255, BERLIN)
    assert after == TimeSpan(at(2, 30, fold=1), at(4, 15))


def test_the_upper_edge_was_dragged_and_the_end_jumped_to_the_first_pass() -> None:
    before = TimeSpan(at(1), at(2, 30, fold=1))
    after = drag_edges(before, AUTUMN, 45, 150, BERLIN)
    assert after == TimeSpan(at(0, 45), at(2, 30, fold=1))


def test_an_edge_stays_in_its_pass() -> None:
    before = TimeSpan(at(2, 15, fold=1), at(2, 30, fold=1))
    after = drag_edges(before, AUTUMN, 135, 165, BERLIN)
    assert after == TimeSpan(at(2, 15, fold=1), at(2, 45, fold=1))


def test_an_end_dragged_into_the_doubled_hour_of_its_beginning_is_after_it() -> None:
    before = TimeSpan(at(2, 15, fold=1), at(4))
    after = drag_edges(before, AUTUMN, 135, 165, BERLIN)
    assert after == TimeSpan(at(2, 15, fold=1), at(2, 45, fold=1))


@pytest.mark.parametrize("minute", [120, 150, 165, 180])
def test_an_edge_in_the_skipped_hour_lies_where_the_clock_jumps(minute: int) -> None:
    ends_later = TimeSpan(at(1, day=SPRING), at(5, day=SPRING))
    assert drag_edges(ends_later, SPRING, 60, minute, BERLIN).end == at(3, day=SPRING)
    starts_later = TimeSpan(at(4, day=SPRING), at(5, day=SPRING))
    assert drag_edges(starts_later, SPRING, minute, 300, BERLIN).start == at(3, day=SPRING)


def test_a_quarter_of_an_hour_up_from_the_jump_comes_out_above_it() -> None:
    there = TimeSpan(at(3, day=SPRING), at(4, day=SPRING))
    assert drop_start(there, SPRING, 165, BERLIN) == at(1, 45, day=SPRING)


def test_a_quarter_of_an_hour_down_to_the_jump_comes_out_below_it() -> None:
    there = TimeSpan(at(1, 45, day=SPRING), at(2, 45, day=SPRING))
    assert drop_start(there, SPRING, 120, BERLIN) == at(3, day=SPRING)


def test_from_another_day_a_skipped_time_is_moved_forward() -> None:
    saturday = SPRING - timedelta(days=1)
    there = TimeSpan(at(10, day=saturday), at(11, day=saturday))
    assert drop_start(there, SPRING, 150, BERLIN) == at(3, 30, day=SPRING)


def test_what_stays_at_its_minute_stays_in_its_pass() -> None:
    there = TimeSpan(at(2, 30, fold=1), at(4))
    assert drop_start(there, AUTUMN, 150, BERLIN) == there.start


def test_a_stretch_within_the_skipped_hour_has_no_length() -> None:
    assert span_on_wall(SPRING, 135, 180, BERLIN).length == timedelta()
    assert span_on_wall(SPRING, 60, 240, BERLIN).length == timedelta(hours=2)
    assert span_on_wall(AUTUMN, 60, 240, BERLIN).length == timedelta(hours=4)


@given(
    change=st.sampled_from(CHANGES),
    start=st.integers(0, 23 * 60),
    length=st.integers(1, 300),
    edge=st.integers(0, 95),
    is_top=st.booleans(),
)
def test_a_dragged_edge_leaves_the_other_where_it_is(
    change: tuple[ZoneInfo, date], start: int, length: int, edge: int, is_top: bool
) -> None:
    tz, day = change
    midnight = datetime(day.year, day.month, day.day, tzinfo=tz).astimezone(UTC)
    before = TimeSpan.of_length(midnight + start * MINUTE, length * MINUTE)
    drawn = pieces(OnWall.of(before, tz))
    if len(drawn) > 1 or drawn[0].day != day:
        return  # it has no edges to drag
    top = min(edge * 15, drawn[0].end - 15) if is_top else drawn[0].start
    low = drawn[0].end if is_top else max(edge * 15, drawn[0].start + 15)
    if top < 0:
        return
    after = drag_edges(before, day, top, low, tz)
    assert not after.length or (after.end == before.end if is_top else after.start == before.start)
