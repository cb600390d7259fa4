"""Cutting time into days on a wall clock, on ordinary days and where the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.ui.context.wall_spans import OnWall, Piece, banner_days, is_banner, pieces

BERLIN = ZoneInfo("Europe/Berlin")


def span(start: str, end: str) -> TimeSpan:
    """Two times of UTC."""
    first, last = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (start, end))
    return TimeSpan(first, last)


def cut(start: str, end: str, tz: ZoneInfo = BERLIN) -> list[tuple[int, int, int]]:
    """(day of the month, start, end) of each piece."""
    found = pieces(OnWall.of(span(start, end), tz))
    return [(piece.day.day, piece.start, piece.end) for piece in found]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-11-24 09:00", "2026-11-24 10:00", [(24, 600, 660)]),
        ("2026-11-24 22:00", "2026-11-24 23:00", [(24, 1380, 1440)]),
        ("2026-11-24 22:00", "2026-11-25 01:00", [(24, 1380, 1440), (25, 0, 120)]),
        ("2026-11-24 23:00", "2026-11-25 00:00", [(25, 0, 60)]),
        ("2026-11-24 09:00", "2026-11-24 09:00", [(24, 600, 601)]),
    ],
)
def test_midnight_cuts(start: str, end: str, expected: list[tuple[int, int, int]]) -> None:
    assert cut(start, end) == expected


def test_the_hour_that_is_skipped_makes_a_box_taller() -> None:
    # 01:30 to 03:30 on the wall, an hour of elapsed time.
    assert cut("2026-03-29 00:30", "2026-03-29 01:30") == [(29, 90, 210)]


def test_the_hour_that_comes_twice_keeps_a_box_visible() -> None:
    # 02:45 in the first pass to 02:15 in the second.
    assert cut("2026-10-25 00:45", "2026-10-25 01:15") == [(25, 165, 195)]


def test_a_day_of_twenty_five_hours_is_one_box() -> None:
    found = pieces(OnWall.of(span("2026-10-24 22:00", "2026-10-25 23:00"), BERLIN))
    assert found == (Piece(date(2026, 10, 25), 0, 1440),)


def test_pieces_say_that_there_is_more_elsewhere() -> None:
    first, last = pieces(OnWall.of(span("2026-11-24 22:00", "2026-11-25 01:00"), BERLIN))
    assert (first.before, first.after) == (False, True)
    assert (last.before, last.after) == (True, False)


@given(
    start=st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001  # UTC below
    minutes=st.integers(0, 60 * 40),
    name=st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]),
)
def test_every_piece_is_a_box_inside_its_day(start: datetime, minutes: int, name: str) -> None:
    whole = TimeSpan.of_length(start.replace(tzinfo=UTC), timedelta(minutes=minutes))
    found = pieces(OnWall.of(whole, ZoneInfo(name)))
    assert found
    assert all(0 <= piece.start < piece.end <= 1440 for piece in found)
    days = [piece.day for piece in found]
    assert days == sorted(set(days))


def test_whole_days_and_long_ones_go_to_the_lane() -> None:
    short = OnWall.of(span("2026-11-24 09:00", "2026-11-24 10:00"), BERLIN)
    long = OnWall.of(span("2026-11-24 09:00", "2026-11-25 09:00"), BERLIN)
    assert not is_banner(short, None)
    assert is_banner(long, None)
    assert is_banner(short, AllDay(date(2026, 11, 24), date(2026, 11, 25)))


def test_a_whole_day_is_one_in_the_lane_whatever_the_clock_does_on_it() -> None:
    spring = OnWall.of(span("2026-03-28 23:00", "2026-03-29 22:00"), BERLIN)
    assert (spring.length, spring.start, spring.end) == (timedelta(hours=23), 0, 0)
    assert is_banner(spring, None)
    autumn = OnWall.of(span("2026-10-24 22:00", "2026-10-25 23:00"), BERLIN)
    assert autumn.length == timedelta(hours=25)
    assert is_banner(autumn, None)
    shorter = OnWall.of(span("2026-10-24 22:00", "2026-10-25 22:30"), BERLIN)
    assert shorter.length > timedelta(hours=24)
    assert not is_banner(shorter, None), "half an hour of that day is free"


def test_the_last_day_of_a_banner_is_included() -> None:
    days = AllDay(date(2026, 11, 24), date(2026, 11, 26))
    wall = OnWall.of(span("2026-11-23 23:00", "2026-11-25 23:00"), BERLIN)
    assert banner_days(wall, days) == (date(2026, 11, 24), date(2026, 11, 25))
    assert banner_days(wall, None) == (date(2026, 11, 24), date(2026, 11, 25))
