"""Rules made, or fit, to exhaust: every object is done within half a second."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.timespan import TimeSpan
from tests.effort import is_done_within
from tests.unit.model.ical.texts import BERLIN, YEAR, expand, sample, stretch, utc, vcalendar

EVERYTHING = "BYHOUR={};BYMINUTE={};BYSECOND={}".format(
    *(",".join(map(str, range(size))) for size in (24, 60, 60))
)
RULES = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY",
    "FREQ=HOURLY",
    "FREQ=SECONDLY;COUNT=999999999",
    "FREQ=DAILY;COUNT=999999999",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=3",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;COUNT=3",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6;COUNT=3",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2",
    "FREQ=DAILY;INTERVAL=7;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=9;COUNT=2",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
    "FREQ=YEARLY;INTERVAL=999999999",
    "FREQ=SECONDLY;INTERVAL=999999999;COUNT=999999999",
    "FREQ=WEEKLY;COUNT=999999999;INTERVAL=999999",
    f"FREQ=DAILY;{EVERYTHING}",
    f"FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;{EVERYTHING}",
    f"FREQ=HOURLY;{EVERYTHING};COUNT=999999999",
]
STARTS = ["16010101T000000Z", "20200101T000000Z", "20260601T000000Z", "99980101T000000Z"]


def size_of(text: str, span: TimeSpan = YEAR) -> int:
    """How many entries come out; -1 when the text is refused."""
    try:
        return len(expand(text, span).entries)
    except UnreadableEvent:
        return -1


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule[:40])
def test_no_rule_takes_half_a_second(rule: str, start: str) -> None:
    lines = [f"DTSTART:{start}", "DURATION:PT1H", f"RRULE:{rule}"]
    edit = ["DTSTART:20260601T000000Z", "RECURRENCE-ID:20260601T000000Z"]
    for text in (vcalendar(lines), vcalendar(lines, edit)):
        assert is_done_within(0.5, partial(size_of, text))
        assert size_of(text) <= 2000


def test_too_many_occurrences_are_the_first_of_them_and_told_of_in_words() -> None:
    text = vcalendar(["DTSTART:20260101T000000Z", "DURATION:PT5M", "RRULE:FREQ=HOURLY"])
    found = expand(text)
    assert len(found.entries) == 2000
    assert found.entries[-1].span.start == utc("2026-01-01 00:00") + timedelta(hours=1999)
    assert "repeats so often" in found.problem


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule[:40])
def test_the_start_blocks_however_much_work_its_rule_is(rule: str) -> None:
    text = vcalendar(["DTSTART:20260601T000000Z", "DURATION:PT1H", f"RRULE:{rule}"])
    assert expand(text).entries[0].span.start == utc("2026-06-01 00:00")


def test_a_very_long_event_that_overlaps_itself_for_centuries() -> None:
    text = vcalendar(["DTSTART:19000101T000000Z", "DTEND:29000101T000000Z", "RRULE:FREQ=DAILY"])
    assert is_done_within(0.5, lambda: size_of(text))


def test_a_bomb_inside_a_zones_rules() -> None:
    zone = ["BEGIN:VTIMEZONE", "TZID:Bomb", "BEGIN:STANDARD", "DTSTART:16010101T000000"]
    zone += ["TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "RRULE:FREQ=SECONDLY", "END:STANDARD"]
    text = vcalendar(["DTSTART;TZID=Bomb:20260601T000000"])
    text = text.replace("BEGIN:VEVENT", "\r\n".join([*zone, "END:VTIMEZONE", "BEGIN:VEVENT"]))
    with pytest.raises(UnreadableEvent, match="time zone"):
        expand(text)
    assert is_done_within(0.5, lambda: size_of(text))


def test_thousands_of_edited_occurrences_far_away_cost_little() -> None:
    edits = [
        [f"DTSTART:2020{month:02}{day:02}T{hour:02}0000Z", "RECURRENCE-ID:20200101T000000Z"]
        for month in range(1, 13)
        for day in range(1, 29)
        for hour in range(0, 24, 8)
    ]
    text = vcalendar(["DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY"], *edits)
    week = stretch("2026-06-01", 7)
    assert size_of(text, week) == 7
    assert is_done_within(0.5, lambda: size_of(text, week))


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Customized Time Zone"])
def test_a_ten_year_old_weekly_event_is_right_this_week_and_fast(zone: str) -> None:
    text = sample("outlook_customized_time_zone").replace("Customized Time Zone", zone)
    text = text.replace("20260327T", "20161125T").replace(";COUNT=2", "")
    week = stretch("2026-11-16", 7)
    found = expand(text, week)
    assert [entry.span.start for entry in found.entries] == [utc("2026-11-20 08:00")]
    assert found.last is None
    assert is_done_within(0.05, lambda: size_of(text, week))


def test_a_counted_series_ends_where_it_ends() -> None:
    text = vcalendar(["DTSTART:20200101T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=1000"])
    found = expand(text, stretch("2026-01-01", 30))
    assert not found.entries
    assert found.last == utc("2020-01-01 09:00") + timedelta(days=999)


def test_a_span_at_the_ends_of_time_is_not_a_crash() -> None:
    far = TimeSpan(utc("0001-01-01 00:00"), utc("9999-12-31 00:00"))
    for rule in ("FREQ=YEARLY", "FREQ=DAILY", "FREQ=SECONDLY"):
        text = vcalendar(["DTSTART:20200101T080000Z", f"RRULE:{rule}"])
        assert is_done_within(0.5, partial(size_of, text, far))
    assert BERLIN.key == "Europe/Berlin"
