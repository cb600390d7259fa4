"""Events near the ends of what a date can be: they take time, and nothing breaks on them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from lcdesk.model.domain.errors import LcdeskError, UnreadableEvent
from lcdesk.model.domain.timespan import EARLIEST, LATEST, TimeSpan
from lcdesk.model.ical.edit import EventChanges
from lcdesk.model.ical.expand import Occurrences, indexable
from lcdesk.model.ical.series_text import edit_date
from tests.unit.model.ical.texts import BERLIN, NOW, stretch, utc, vcalendar

ZONES = ("Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati", "UTC")
ENDLESS = [
    ["DTSTART:20261201T080000Z", "DTEND:99991231T235959Z"],
    ["DTSTART:20261201T080000", "DTEND:99991231T235959"],
    ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:99991231"],
]


def index(lines: list[str], zone: str, span: TimeSpan) -> Occurrences:
    return indexable(vcalendar(lines), zone=ZoneInfo(zone), span=span)


def within_reach(*moments: datetime | None) -> bool:
    return all(EARLIEST <= instant <= LATEST for instant in moments if instant is not None)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("lines", ENDLESS, ids=" ".join)
def test_an_event_until_further_notice_takes_the_time_from_its_start(
    lines: list[str], zone: str
) -> None:
    found = index(lines, zone, stretch("2026-12-01", 30))
    (entry,) = found.entries
    assert entry.busy
    assert abs((entry.span.start - utc("2026-12-01 08:00")).total_seconds()) <= 22 * 3600
    assert entry.span.end == LATEST
    assert within_reach(found.first, found.last)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("start", ["00010102T000000Z", "00010102T120000"])
def test_an_event_since_the_year_one_takes_the_time_until_its_end(start: str, zone: str) -> None:
    lines = [f"DTSTART:{start}", "DTEND:20261201T080000Z"]
    (entry,) = index(lines, zone, stretch("2026-12-01", 30)).entries
    assert entry.span == TimeSpan(EARLIEST, utc("2026-12-01 08:00"))


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("until", ["99991231", "99991231T235959Z", "99991231T235959"])
@pytest.mark.parametrize("start", ["DTSTART:20260601T080000Z", "DTSTART;VALUE=DATE:20260601"])
@pytest.mark.parametrize("frequency", ["DAILY", "WEEKLY;BYDAY=MO,TU", "YEARLY"])
def test_a_series_until_the_end_of_time_is_one_without_an_end(
    frequency: str, start: str, until: str, zone: str
) -> None:
    lines = [start, f"RRULE:FREQ={frequency};UNTIL={until}"]
    found = index(lines, zone, stretch("2026-05-30", 14))
    assert found.entries
    assert found.last is None


@pytest.mark.parametrize("zone", ZONES)
def test_a_look_at_the_last_week_of_all_does_not_make_a_series_unreadable(zone: str) -> None:
    for rule in ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=HOURLY;INTERVAL=5", "FREQ=MONTHLY"):
        lines = ["DTSTART:20260601T080000Z", "DURATION:PT1H", f"RRULE:{rule}"]
        far = TimeSpan(utc("9999-12-20 00:00"), utc("9999-12-31 23:59"))
        assert index(lines, zone, far).recurring
        early = TimeSpan(utc("0001-01-01 00:00"), utc("0001-01-09 00:00"))
        assert not index(lines, zone, early).entries


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART:99991231T200000", "DTEND:99991231T210000"],
        ["DTSTART:99991231T200000Z", "DTEND:99991231T210000Z"],
        ["DTSTART;VALUE=DATE:99991231"],
        ["DTSTART:00010101T060000", "DTEND:00010101T070000"],
        ["DTSTART;VALUE=DATE:00010101"],
    ],
    ids=" ".join,
)
def test_an_event_that_nobody_can_reach_is_refused_in_words(lines: list[str], zone: str) -> None:
    with pytest.raises(UnreadableEvent, match="too far from today"):
        index(lines, zone, stretch("2026-12-01", 30))


def test_a_date_of_a_series_from_the_first_year_can_be_named() -> None:
    start = "DTSTART;TZID=Europe/London:00010101T000000"
    rule = ["RRULE:FREQ=WEEKLY;COUNT=2", "DURATION:PT1H"]
    text = vcalendar([start, *rule, "EXDATE:00010101T000115Z"])
    changes = EventChanges(title="New")
    with pytest.raises(LcdeskError):  # in words
        edit_date(text, "00010101T000115Z", changes=changes, now=NOW, zone=BERLIN)
