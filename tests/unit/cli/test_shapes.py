"""TIME and DATE as typed: zones, offsets, clock changes, nonsense."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from lcdesk.cli.shapes import NoSuchTime, days_of, length_of, read, time_of, time_text
from lcdesk.model.domain.english import clock
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.zones import zone

BERLIN = "Europe/Berlin"


def silent(text: str) -> None:
    raise AssertionError(text)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2026-12-01T10:00", 9),  # the zone's wall clock
        ("2026-07-01T10:00", 8),
        ("2026-12-01 10:00", 9),
        ("2026-12-01T10:00Z", 10),
        ("2026-12-01T10:00+05:30", 4),
        ("20261201T1000", 9),
    ],
)
def test_offset_counts_and_its_absence_means_the_zone(text: str, hour: int) -> None:
    found = time_of(text, BERLIN, silent)
    assert (found.tzinfo, found.hour) == (UTC, hour)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026-12-01", "2026-13-01T10:00", "10:00", "2026-12-01T10:00:00.5",
     "1969-12-31T10:00", "9999-12-31T23:59", "0001-01-01T00:00+14:00", "2026-12-01T25:00"],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        time_of(text, BERLIN, silent)


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        (BERLIN, "2027-03-28T02:30"),
        ("America/New_York", "2027-03-14T02:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:15"),  # half an hour is skipped
        ("Pacific/Apia", "2011-12-30T12:00"),  # a whole day is
    ],
)
def test_time_that_the_clocks_skip_is_refused(zone: str, text: str) -> None:
    with pytest.raises(NoSuchTime) as refused:
        time_of(text, zone, silent)
    assert zone in refused.value.message


def test_time_that_is_shown_twice_means_the_first_and_says_so() -> None:
    heard: list[str] = []
    found = time_of("2026-10-25T02:30", BERLIN, heard.append)
    assert found == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert "2026-10-25T02:30:00+02:00" in heard[0]
    assert "2026-10-25T02:30:00+01:00" in heard[0]


def test_offset_chooses_the_second_pass() -> None:
    found = time_of("2026-10-25T02:30+01:00", BERLIN, silent)
    assert found == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_instants_are_shown_with_their_offset() -> None:
    summer = datetime(2026, 7, 1, 8, tzinfo=UTC)
    assert time_text(summer, BERLIN) == "2026-07-01T10:00:00+02:00"
    assert time_text(summer, "UTC") == "2026-07-01T08:00:00+00:00"


@pytest.mark.parametrize(
    ("hour", "printed"),
    [(0, "2026-10-25 02:30 +02:00"), (1, "2026-10-25 02:30 +01:00"), (2, "2026-10-25 03:30")],
)
def test_the_two_passes_of_a_doubled_hour_looked_the_same(hour: int, printed: str) -> None:
    instant = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
    assert read(instant, BERLIN) == printed
    assert clock(instant.astimezone(zone(BERLIN))) == printed[11:]


def test_end_of_days_is_exclusive() -> None:
    assert days_of("2026-12-01", "2026-12-08", longest=10) == (date(2026, 12, 1), 7)
    assert days_of("2026-12-01", "2026-12-01", longest=10) == (date(2026, 12, 1), 0)


@pytest.mark.parametrize(
    ("first", "end"),
    [
        ("2026-12-02", "2026-12-01"),
        ("2026-12-01", "2026-12-31"),
        ("tomorrow", "2026-12-01"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_impossible_days_are_refused(first: str, end: str) -> None:
    with pytest.raises(InvalidInput):
        days_of(first, end, longest=10)


@pytest.mark.parametrize("minutes", [0, 7 * 24 * 60 + 1])
def test_impossible_lengths_are_refused(minutes: int) -> None:
    with pytest.raises(InvalidInput):
        length_of(minutes)
