"""An end that names no zone is on the clock of its start; no event takes no time because of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.edit import EventChanges, edit_event
from tests.unit.model.ical.texts import BERLIN, NOW, expand, only, utc, vcalendar


@pytest.mark.parametrize(
    ("start", "begins"),
    [
        (";TZID=America/New_York:20261208T100000", "15:00"),
        (";TZID=Asia/Tokyo:20261208T100000", "01:00"),
        (";TZID=Europe/London:20261208T100000", "10:00"),
        (":20261208T100000Z", "10:00"),
        (":20261208T100000", "09:00"),
    ],
)
def test_an_end_without_zone_is_on_the_clock_of_its_start(start: str, begins: str) -> None:
    entry = only(vcalendar([f"DTSTART{start}", "DTEND:20261208T110000"]))
    assert entry.span == TimeSpan.of_length(utc(f"2026-12-08 {begins}"), timedelta(hours=1))
    assert entry.busy


def test_occurrences_and_edited_ones_keep_their_hour() -> None:
    start = "DTSTART;TZID=America/New_York:20261208T100000"
    moved = "DTSTART;TZID=America/New_York:20261209T140000"
    text = vcalendar(
        [start, "DTEND:20261208T110000", "RRULE:FREQ=DAILY;COUNT=2"],
        ["RECURRENCE-ID;TZID=America/New_York:20261209T100000", moved, "DTEND:20261209T150000"],
    )
    assert [entry.span for entry in expand(text).entries] == [
        TimeSpan(utc("2026-12-08 15:00"), utc("2026-12-08 16:00")),
        TimeSpan(utc("2026-12-09 19:00"), utc("2026-12-09 20:00")),
    ]


def test_the_end_of_an_extra_date_is_on_the_clock_of_its_start() -> None:
    extra = "RDATE;VALUE=PERIOD:20261210T150000Z/20261210T170000"
    text = vcalendar(
        ["DTSTART;TZID=America/New_York:20261208T100000", "DTEND:20261208T110000", extra]
    )
    assert expand(text).entries[-1].span == TimeSpan(
        utc("2026-12-10 15:00"), utc("2026-12-10 17:00")
    )


@pytest.mark.parametrize("start", [";TZID=America/New_York:20261208T100000", ":20261208T100000Z"])
def test_a_moved_event_ends_when_it_was_told_to(start: str) -> None:
    text = vcalendar([f"DTSTART{start}", "DTEND:20261208T110000"])
    span = TimeSpan(utc("2026-12-09 12:00"), utc("2026-12-09 13:30"))
    moved = edit_event(text, changes=EventChanges(span=span), now=NOW, zone=BERLIN)
    assert only(moved).span == span


def test_an_event_moved_into_the_doubled_hour_ends_when_it_was_told_to() -> None:
    text = vcalendar(["DTSTART:20261208T100000", "DTEND:20261208T110000"])
    span = TimeSpan(utc("2026-10-25 01:15"), utc("2026-10-25 03:00"))
    moved = edit_event(text, changes=EventChanges(span=span), now=NOW, zone=BERLIN)
    assert only(moved).span == span
