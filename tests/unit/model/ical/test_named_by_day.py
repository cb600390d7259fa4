"""An occurrence that is named by its day alone, or on another clock, is the one of that day."""

from __future__ import annotations

import pytest

from tests.unit.model.ical.texts import BERLIN, expand, vcalendar

SERIES = [
    "DTSTART;TZID=Europe/Berlin:20261207T100000",
    "DTEND;TZID=Europe/Berlin:20261207T110000",
    "RRULE:FREQ=DAILY;COUNT=3",
]
MOVED = [
    "DTSTART;TZID=Europe/Berlin:20261208T150000",
    "DTEND;TZID=Europe/Berlin:20261208T160000",
]
LOOSE = [
    ";VALUE=DATE:20261208",
    ":20261208",
    ";TZID=Europe/Berlin:20261208T000000",
    ":20261208T000000",
    ":20261208T000000Z",
    ":20261207T230000Z",
    ":20261208T100000Z",
    ";TZID=America/New_York:20261208T100000",
    ";TZID=America/New_York:20261208T040000",
]


def starts(*events: list[str]) -> list[str]:
    found = expand(vcalendar(*events)).entries
    return [f"{entry.span.start.astimezone(BERLIN):%d %H:%M}" for entry in found]


@pytest.mark.parametrize("loose", LOOSE)
def test_a_moved_occurrence_named_by_its_day_replaces_the_one_of_that_day(loose: str) -> None:
    found = starts(SERIES, [f"RECURRENCE-ID{loose}", *MOVED])
    assert found == ["07 10:00", "08 15:00", "09 10:00"]


@pytest.mark.parametrize("loose", LOOSE)
def test_a_cancelled_occurrence_named_by_its_day_takes_no_time(loose: str) -> None:
    found = starts(SERIES, [f"RECURRENCE-ID{loose}", *MOVED, "STATUS:CANCELLED"])
    assert found == ["07 10:00", "09 10:00"]


@pytest.mark.parametrize("loose", LOOSE)
def test_this_and_following_named_by_a_day_moves_the_rest(loose: str) -> None:
    found = starts(SERIES, [f"RECURRENCE-ID;RANGE=THISANDFUTURE{loose}", *MOVED])
    assert found == ["07 10:00", "08 15:00", "09 15:00"]


@pytest.mark.parametrize("loose", LOOSE)
def test_an_excluded_day_is_left_out(loose: str) -> None:
    assert starts([*SERIES, f"EXDATE{loose}"]) == ["07 10:00", "09 10:00"]


def test_a_time_that_is_no_start_of_its_series_excludes_nothing() -> None:
    stale = "EXDATE;TZID=Europe/Berlin:20261208T090000"
    assert starts([*SERIES, stale]) == ["07 10:00", "08 10:00", "09 10:00"]


def test_an_extra_date_has_the_time_of_its_series() -> None:
    assert starts([*SERIES, "RDATE;VALUE=DATE:20261212"])[-1] == "12 10:00"


def test_an_all_day_occurrence_named_by_the_local_midnight_in_utc_is_that_day() -> None:
    series = ["DTSTART;VALUE=DATE:20261207", "RRULE:FREQ=DAILY;UNTIL=20261208T230000Z"]
    assert starts([*series, "EXDATE:20261207T230000Z"]) == ["07 00:00", "09 00:00"]
