"""An all-day event takes every day that its length or its end begins."""

from __future__ import annotations

from datetime import date

import pytest

from lcdesk.model.domain.events import AllDay
from tests.unit.model.ical.texts import expand, only, vcalendar


@pytest.mark.parametrize(
    ("length", "end"),
    [
        ("DURATION:PT48H", 10),
        ("DURATION:PT2880M", 10),
        ("DURATION:P1DT24H", 10),
        ("DURATION:PT72H", 11),
        ("DURATION:PT25H", 10),
        ("DURATION:PT1H", 9),
        ("DURATION:P2D", 10),
        ("DTEND:20261210T120000", 11),
        ("DTEND:20261210T000000", 10),
        ("DTEND:20261209T230000Z", 10),
        ("DTEND;TZID=America/New_York:20261209T180000", 10),
        ("DTEND;VALUE=DATE:20261210", 10),
        ("DTEND;VALUE=DATE:20261207", 9),
    ],
)
def test_an_all_day_event_takes_each_day_it_begins(length: str, end: int) -> None:
    text = vcalendar(["DTSTART;VALUE=DATE:20261208", length])
    assert only(text).all_day == AllDay(date(2026, 12, 8), date(2026, 12, end))


def test_every_all_day_occurrence_takes_each_day_it_begins() -> None:
    series = ["DTSTART;VALUE=DATE:20261208", "DURATION:PT48H", "RRULE:FREQ=WEEKLY;COUNT=2"]
    extra = "RDATE;VALUE=PERIOD:20261220T000000/PT30H"
    assert [entry.all_day for entry in expand(vcalendar([*series, extra])).entries] == [
        AllDay(date(2026, 12, 8), date(2026, 12, 10)),
        AllDay(date(2026, 12, 15), date(2026, 12, 17)),
        AllDay(date(2026, 12, 20), date(2026, 12, 22)),
    ]
