"""Fingerprints: equal for equal content, whoever wrote it; different for any real change."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from icalendar import Calendar

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.ical.codec import EventDraft, write_event
from lcdesk.model.ical.edit import EventChanges, edit_event
from lcdesk.model.ical.fingerprint import fingerprint
from tests.unit.model.ical.texts import BERLIN, NOW, sample, stretch, vcalendar

START = "DTSTART;TZID=Europe/Berlin:20260706T120000"
END = "DTEND;TZID=Europe/Berlin:20260706T130000"
ONE = vcalendar([START, END, "SUMMARY:a\\, b", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU"])
SINGLE = vcalendar([START, END, "SUMMARY:a"])
SERVERS = Path(__file__).parents[4] / ".venv" / "servers" / "bin" / "python"
SAMPLES = [
    "weekly_one_moved_one_cancelled_one_excluded",
    "weekly_moved_from_the_third_on",
    "invitation_of_four_answers",
    "icloud_travel_time",
    "birthday_every_year_since_1604",
    "extra_dates_one_with_its_own_length",
    "all_day_two_days",
    "floating_lunch",
]


def own_texts() -> list[str]:
    titles = ["Färben, schneiden; föhnen", "a\\nb\n\nc", "日本語😀 " * 30, '"quoted": x']
    zones = ["Europe/Berlin", "UTC", "Africa/Casablanca", "Australia/Lord_Howe"]
    return [
        write_event(
            EventDraft(f"U-{n}", stretch("2026-03-20", 1), zone, title, title, title, "op"), now=NOW
        )
        for n, (title, zone) in enumerate(zip(titles, zones, strict=True))
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("UID:one", "DTSTAMP:20260101T000000Z\r\nUID:one"),
        ("UID:one", "LAST-MODIFIED:20260101T000000Z\r\nCREATED:20260101T000000Z\r\nUID:one"),
        ("UID:one", "SEQUENCE:7\r\nX-LCDESK-OP:x\r\nTRANSP:OPAQUE\r\nCLASS:PUBLIC\r\nuid:one"),
        ("-//tests//EN", "-//other//EN"),
        ("BYDAY=MO,TU", "WKST=MO;INTERVAL=1;BYDAY=TU,MO"),
        ("a\\, b", "a, \r\n b"),
        ("\r\n", "\n"),
        (START, 'DTSTART;VALUE=DATE-TIME;TZID="Europe/Berlin":20260706T120000'),
        (END, "DTEND:20260706T110000Z"),
        (END, "DURATION:PT1H"),
        ("BEGIN:VEVENT", "BEGIN:VTIMEZONE\r\nTZID:x\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"),
        ("SUMMARY", "LOCATION:\r\nSUMMARY"),
    ],
)
def test_differences_of_handling_are_none(old: str, new: str) -> None:
    assert old in ONE
    assert fingerprint(ONE.replace(old, new)) == fingerprint(ONE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("UID:one", "UID:two"),
        ("SUMMARY:a", "SUMMARY:A"),
        ("T120000", "T123000"),
        ("T130000", "T133000"),
        ("FREQ=WEEKLY", "FREQ=DAILY"),
        ("UID:one", "TRANSP:TRANSPARENT\r\nUID:one"),
        ("UID:one", "STATUS:CANCELLED\r\nUID:one"),
        ("UID:one", "X-ANYTHING:1\r\nUID:one"),
        ("UID:one", "EXDATE;TZID=Europe/Berlin:20260707T120000\r\nUID:one"),
        ("TZID=Europe/Berlin", "TZID=Africa/Algiers"),
        (START, "DTSTART:20260706T100000Z"),  # in a series the zone decides the later ones
        ("END:VEVENT", "BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT"),
    ],
)
def test_differences_of_content_are_seen(old: str, new: str) -> None:
    assert old in ONE
    assert fingerprint(ONE.replace(old, new)) != fingerprint(ONE)


def test_one_instant_in_two_zones_is_one_for_a_single_event() -> None:
    utc = SINGLE.replace(START, "DTSTART:20260706T100000Z")
    assert fingerprint(utc) == fingerprint(SINGLE)
    floating = SINGLE.replace(";TZID=Europe/Berlin", "")
    assert fingerprint(floating) != fingerprint(SINGLE)


def explained(name: str, offset: str, event: str) -> str:
    """The event with what its object says of a zone: always so many hours from UTC."""
    zone = ["BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:19700101T000000"]
    zone += [f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE"]
    return event.replace("BEGIN:VEVENT", "\r\n".join([*zone, "BEGIN:VEVENT"]), 1)


@pytest.mark.parametrize("text", [SINGLE, ONE])
def test_what_the_object_says_of_a_zone_counts_whatever_the_zone_is_called(text: str) -> None:
    here = explained("Europe/Berlin", "+0900", text)
    assert fingerprint(here) != fingerprint(text)
    assert fingerprint(here) != fingerprint(explained("Europe/Berlin", "+0800", text))
    named = text.replace("TZID=Europe/Berlin", "TZID=Ours")
    assert fingerprint(explained("Ours", "+0900", named)) == fingerprint(here)
    quoted = text.replace("TZID=Europe/Berlin", 'TZID="Ours, and theirs"')
    assert fingerprint(explained("Ours\\, and theirs", "+0900", quoted)) == fingerprint(here)


@pytest.mark.parametrize("text", [SINGLE, ONE])
def test_an_end_without_zone_is_that_on_the_clock_of_its_start(text: str) -> None:
    assert fingerprint(text.replace(END, "DTEND:20260706T130000")) == fingerprint(text)
    assert fingerprint(text.replace(START, "DTSTART:20260706T120000")) == fingerprint(text)
    excluded = text.replace("UID", "EXDATE;TZID=Europe/Berlin:20260707T120000\r\nUID")
    floating = text.replace("UID", "EXDATE:20260707T120000\r\nUID")
    assert fingerprint(excluded) == fingerprint(floating) != fingerprint(text)


def test_an_exchange_between_two_components_is_seen() -> None:
    text = sample("weekly_moved_from_the_third_on")
    swapped = text.replace("Standup later", "!").replace("Standup", "Standup later")
    assert fingerprint(swapped.replace("!", "Standup")) != fingerprint(text)


def test_an_edit_and_its_way_back() -> None:
    (text, *_) = own_texts()
    there = edit_event(text, changes=EventChanges(notes="x"), now=NOW, zone=BERLIN)
    title = EventChanges(notes="Färben, schneiden; föhnen", op_id="other")
    back = edit_event(there, changes=title, now=NOW, zone=BERLIN)
    assert fingerprint(there) != fingerprint(text)
    assert fingerprint(back) == fingerprint(text)


@pytest.mark.parametrize("text", own_texts() + [sample(name) for name in SAMPLES])
def test_written_anew_by_icalendar(text: str) -> None:
    anew = Calendar.from_ical(text).to_ical().decode()
    assert fingerprint(anew) == fingerprint(text)


ANEW = """
import json, sys
from radicale.item import Item, read_components
from xandikos.icalendar import ICalendarFile
def anew(text):
    item = Item(collection_path="x", vobject_item=read_components(text)[0])
    stored = ICalendarFile([text.encode()], "text/calendar").normalized()
    return [item.serialize(), b"".join(stored).decode()]
print(json.dumps([anew(text) for text in json.load(sys.stdin)]))
"""


@pytest.mark.skipif(not SERVERS.exists(), reason="the servers' environment is not installed")
def test_written_anew_by_radicale_and_xandikos() -> None:
    # Radicale answers 400 to a period in RDATE.
    names = [name for name in SAMPLES if not name.startswith("extra_dates")]
    texts = own_texts() + [sample(name) for name in names]
    done = subprocess.run(
        [str(SERVERS), "-c", ANEW],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )
    for text, answers in zip(texts, json.loads(done.stdout), strict=True):
        for answer in answers:
            assert answer != text
            assert fingerprint(answer) == fingerprint(text)


@pytest.mark.parametrize("text", ["", "hello", "BEGIN:VCALENDAR\r\n", SINGLE + "END:VCALENDAR"])
def test_what_is_no_event_has_none(text: str) -> None:
    with pytest.raises(UnreadableEvent):
        fingerprint(text)
