"""Series over the days on which clocks change: the wall stays, lengths are elapsed time."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from tests.unit.model.ical.texts import expand, stretch, utc, vcalendar

#        zone, first start (wall), end, day looked at, expected start and end in UTC
CASES = [
    # Berlin: 29 March 02:00 -> 03:00, 25 October 03:00 -> 02:00
    ("Europe/Berlin", "0327T090000", "0327T100000", "03-28", "03-28 08:00", "03-28 09:00"),
    ("Europe/Berlin", "0327T090000", "0327T100000", "03-29", "03-29 07:00", "03-29 08:00"),
    ("Europe/Berlin", "0327T013000", "0327T033000", "03-29", "03-29 00:30", "03-29 02:30"),
    ("Europe/Berlin", "0327T023000", "0327T030000", "03-29", "03-29 01:30", "03-29 02:00"),
    ("Europe/Berlin", "1023T013000", "1023T033000", "10-25", "10-24 23:30", "10-25 01:30"),
    ("Europe/Berlin", "1023T023000", "1023T030000", "10-25", "10-25 00:30", "10-25 01:00"),
    ("Europe/Berlin", "1023T090000", "1023T100000", "10-26", "10-26 08:00", "10-26 09:00"),
    # The first occurrence lies on the change and takes one hour less than its wall shows.
    ("Europe/Berlin", "0329T010000", "0329T040000", "03-30", "03-29 23:00", "03-30 01:00"),
    # New York: 8 March 02:00 -> 03:00, 1 November 02:00 -> 01:00
    ("America/New_York", "0306T090000", "0306T100000", "03-07", "03-07 14:00", "03-07 15:00"),
    ("America/New_York", "0306T090000", "0306T100000", "03-08", "03-08 13:00", "03-08 14:00"),
    ("America/New_York", "0306T023000", "0306T030000", "03-08", "03-08 07:30", "03-08 08:00"),
    ("America/New_York", "1030T013000", "1030T020000", "11-01", "11-01 05:30", "11-01 06:00"),
    ("America/New_York", "1030T003000", "1030T023000", "11-01", "11-01 04:30", "11-01 06:30"),
    # Lord Howe: 5 April 02:00 -> 01:30, 4 October 02:00 -> 02:30
    ("Australia/Lord_Howe", "0403T090000", "0403T100000", "04-04", "04-03 22:00", "04-03 23:00"),
    ("Australia/Lord_Howe", "0403T090000", "0403T100000", "04-05", "04-04 22:30", "04-04 23:30"),
    ("Australia/Lord_Howe", "0403T014500", "0403T020000", "04-05", "04-04 14:45", "04-04 15:00"),
    ("Australia/Lord_Howe", "1002T021500", "1002T030000", "10-04", "10-03 15:45", "10-03 16:30"),
    ("Australia/Lord_Howe", "1002T013000", "1002T033000", "10-04", "10-03 15:00", "10-03 17:00"),
]


@pytest.mark.parametrize(("zone", "start", "end", "day", "begins", "ends"), CASES)
def test_daily_events_around_clock_changes(
    zone: str, start: str, end: str, day: str, begins: str, ends: str
) -> None:
    text = vcalendar(
        [f"DTSTART;TZID={zone}:2026{start}", f"DTEND;TZID={zone}:2026{end}", "RRULE:FREQ=DAILY"]
    )
    found = expand(text, stretch(f"2026-{day}", 2).widen(*[stretch(f"2026-{day}", 1).length] * 2))
    spans = {(e.span.start, e.span.end) for e in found.entries}
    assert (utc(f"2026-{begins}"), utc(f"2026-{ends}")) in spans


def test_nominal_days_end_at_the_same_wall_time() -> None:
    text = vcalendar(
        ["DTSTART;TZID=Europe/Berlin:20260328T090000", "DURATION:P1D", "RRULE:FREQ=DAILY;COUNT=2"]
    )
    assert [e.span.length.total_seconds() / 3600 for e in expand(text).entries] == [23, 24]


def test_exact_hours_are_not_days() -> None:
    text = vcalendar(["DTSTART;TZID=Europe/Berlin:20260328T090000", "DURATION:PT24H"])
    assert expand(text).entries[0].span.end == utc("2026-03-29 08:00")


def test_apia_had_no_30_december_2011() -> None:
    lines = ["DTSTART;TZID=Pacific/Apia:20111228T090000", "DURATION:PT1H"]
    found = expand(vcalendar([*lines, "RRULE:FREQ=DAILY;COUNT=5"]), stretch("2011-12-25", 10))
    assert [e.span.start for e in found.entries] == [
        utc("2011-12-28 19:00"),
        utc("2011-12-29 19:00"),
        utc("2011-12-30 19:00"),  # the 31st; the 30th would be the same instant
        utc("2011-12-31 19:00"),
    ]


def test_a_date_that_apia_skipped_blocks_nothing() -> None:
    text = vcalendar(["DTSTART;VALUE=DATE:20111229", "RRULE:FREQ=DAILY;COUNT=3"])
    entries = expand(text, stretch("2011-12-25", 10), ZoneInfo("Pacific/Apia")).entries
    assert [(e.busy, e.span.length.days) for e in entries] == [(True, 1), (False, 0), (True, 1)]


def test_days_of_23_and_25_hours() -> None:
    text = vcalendar(["DTSTART;VALUE=DATE:20260329"], ["UID:b", "DTSTART;VALUE=DATE:20261025"])
    assert [e.span.length.total_seconds() / 3600 for e in expand(text).entries] == [23, 25]


@pytest.mark.parametrize(("until", "count"), [("070000", 3), ("065959", 2)])
def test_until_counts_on_the_day_of_the_change(until: str, count: int) -> None:
    lines = ["DTSTART;TZID=Europe/Berlin:20260327T090000", "DURATION:PT1H"]
    text = vcalendar([*lines, f"RRULE:FREQ=DAILY;UNTIL=20260329T{until}Z"])
    assert len(expand(text).entries) == count
