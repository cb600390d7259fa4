"""What servers refuse objects for is mended, and nothing else is touched."""

from __future__ import annotations

import pytest

from lcdesk.model.ical.edit import EventChanges, edit_event, repair
from lcdesk.model.ical.scan import scan
from tests.desk import event
from tests.unit.model.ical.texts import BERLIN, NOW, only, stretch, vcalendar

GOOD = event("one", "20261124T090000Z", "20261124T100000Z")


def test_a_whole_object_stays_byte_for_byte() -> None:
    assert repair(GOOD) == GOOD


def test_a_method_goes() -> None:
    assert repair(GOOD.replace("VERSION", "METHOD:REQUEST\r\nVERSION", 1)) == GOOD


def test_an_absent_end_is_said() -> None:
    text = GOOD.replace("DTEND:20261124T100000Z\r\n", "")
    assert scan(repair(text)).events[0].end == scan(text).events[0].start
    dated = text.replace("DTSTART:20261124T090000Z", "DTSTART;VALUE=DATE:20261231")
    assert "DTEND;VALUE=DATE:20270101" in repair(dated)


def test_a_duration_is_an_end() -> None:
    text = GOOD.replace("DTEND:20261124T100000Z", "DURATION:PT1H")
    assert repair(text) == text


def test_a_named_time_zone_gets_its_rules() -> None:
    text = GOOD.replace(
        "DTSTART:20261124T090000Z", "DTSTART;TZID=Europe/Berlin:20261124T100000"
    ).replace("DTEND:20261124T100000Z", "DTEND;TZID=Europe/Berlin:20261124T110000")
    mended = repair(text)
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin" in mended
    assert repair(mended) == mended


@pytest.mark.parametrize(
    ("explained", "named"),
    [
        ("Europe/Berlin", '"Europe/Berlin"'),
        ('"Europe/Berlin"', "Europe/Berlin"),
        ("(UTC+01:00) Amsterdam\\, Berlin", '"(UTC+01:00) Amsterdam, Berlin"'),
    ],
)
def test_a_zone_explained_in_another_spelling_is_not_explained_again(
    explained: str, named: str
) -> None:
    lines = [f"DTSTART;TZID={named}:20260706T120000", f"DTEND;TZID={named}:20260706T130000"]
    zone = ["BEGIN:VTIMEZONE", f"TZID:{explained}", "BEGIN:STANDARD", "DTSTART:19700101T000000"]
    zone += ["TZOFFSETFROM:+0200", "TZOFFSETTO:+0200", "END:STANDARD", "END:VTIMEZONE"]
    text = vcalendar(lines).replace("BEGIN:VEVENT", "\r\n".join([*zone, "BEGIN:VEVENT"]))
    span = stretch("2026-07-08", 1)
    moved = edit_event(text, changes=EventChanges(span=span), now=NOW, zone=BERLIN)
    assert repair(moved).count("BEGIN:VTIMEZONE") == 1
    assert only(moved).span == span
