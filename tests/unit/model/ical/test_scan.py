"""The scanner: what it finds, and what it refuses."""

from __future__ import annotations

import pytest

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.ical.lines import MAX_CHARACTERS, MAX_LINES, Stamp
from lcdesk.model.ical.scan import scan
from tests.effort import is_done_within
from tests.unit.model.ical.texts import sample, vcalendar

START = "DTSTART:20260706T120000Z"


def test_folds_small_letters_and_doubled_properties() -> None:
    (event,) = scan(sample("folded_doubled_small_letters")).events
    assert event.start == Stamp("20260706T120000", "Europe/Berlin")
    assert event.end == Stamp("20260706T130000", "Europe/Berlin")
    assert event.summary == "Grüße, a; b\\n und\nnoch eine Zeile"


def test_an_alarms_properties_are_not_the_events() -> None:
    (event,) = scan(sample("icloud_travel_time")).events
    assert event.summary == "Hausbesuch"
    assert (event.description, event.duration, event.travel) == ("", "", "PT30M")


def test_answers_are_found_by_address_and_by_icloud_path() -> None:
    (event,) = scan(sample("invitation_of_four_answers")).events
    assert event.has_attendees
    assert event.partstat["yes@example.org"] == "ACCEPTED"
    assert event.partstat["no@example.org"] == "DECLINED"
    assert event.partstat["maybe@example.org"] == "TENTATIVE"
    assert event.partstat["silent@example.org"] == "NEEDS-ACTION"


def test_all_that_makes_a_series() -> None:
    scanned = scan(sample("weekly_moved_from_the_third_on"))
    master, edit = scanned.events
    assert not scanned.simple
    assert master.rrules == ("FREQ=WEEKLY;COUNT=5",)
    assert edit.this_and_future
    assert edit.recurrence_id == Stamp("20260316T090000", "Europe/Berlin")


@pytest.mark.parametrize(
    ("line", "simple"),
    [
        ("RRULE:FREQ=DAILY", False),
        ("RDATE:20260707T120000Z", False),
        ("RECURRENCE-ID:20260706T120000Z", False),
        ("RRULE:", True),  # seen in the wild
        ("EXDATE:20260707T120000Z", True),
    ],
)
def test_simple_means_one_event_once(line: str, simple: bool) -> None:
    assert scan(vcalendar([START, line])).simple is simple


def test_lists_of_dates_over_several_lines() -> None:
    lines = ["EXDATE;VALUE=DATE:20260101,20260102", "EXDATE;TZID=Asia/Tokyo:20260103T090000"]
    (event,) = scan(vcalendar([START, *lines])).events
    assert event.exdates == (
        Stamp("20260101", "", True),
        Stamp("20260102", "", True),
        Stamp("20260103T090000", "Asia/Tokyo"),
    )


@pytest.mark.parametrize(("value", "number"), [("3", 3), ("-1", 0), ("²", 0), ("9" * 30, 0)])
def test_sequence_numbers_that_are_none_count_as_zero(value: str, number: int) -> None:
    assert scan(vcalendar([START, f"SEQUENCE:{value}"])).events[0].sequence == number


def test_a_mark_and_line_feeds_alone_do_no_harm() -> None:
    text = "\ufeff" + vcalendar([START]).replace("\r\n", "\n")
    assert scan(text).uid == "one"


GOOD = vcalendar([START])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no event"),
        ("Not Found", "no event"),
        ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260101\r\nEND:VEVENT\r\n", "not a calendar object"),
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no event"),
        (GOOD.replace("VEVENT", "VTODO"), "no event"),
        (GOOD.replace("UID:one", "UID: "), "no UID"),
        (GOOD.replace(START, "X-NO:1"), "no start"),
        (GOOD.replace(START, "DTSTART:"), "no start"),
        (GOOD.replace("END:VCALENDAR\r\n", ""), "cut off"),
        (GOOD.replace("END:VEVENT\r\n", ""), "do not close"),
        (GOOD + "END:VCALENDAR\r\n", "do not close"),
        ("BEGIN:VCALENDAR\r\n" * 9, "nested too deeply"),
        ("\n" * (MAX_LINES + 1), "too many lines"),
        (" " * (MAX_CHARACTERS + 1), "larger than 20 MB"),
    ],
    ids=lambda value: value[:20] if len(value) < 300 else "large",
)
def test_what_is_no_usable_event_is_refused_in_words(text: str, says: str) -> None:
    with pytest.raises(UnreadableEvent, match=says) as caught:
        scan(text)
    assert caught.value.message.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCALENDAR\n" + "BEGIN:VTIMEZONE\nEND:VTIMEZONE\n" * 50_000,
        'BEGIN:VCALENDAR\nDTSTART;"' + '";"' * 500_000,
        "BEGIN:VCALENDAR\nDTSTART" + ";A=B" * 500_000,
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:" + "\\" * 5_000_000,
    ],
    ids=["zones", "quotes", "parameters", "escapes"],
)
def test_hostile_texts_are_scanned_in_linear_time(text: str) -> None:
    def refuse() -> None:
        with pytest.raises(UnreadableEvent):
            scan(text)

    assert is_done_within(2, refuse)
