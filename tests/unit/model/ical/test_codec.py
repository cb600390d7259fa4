"""Own appointments as text: what is written, what is read back, what an edit touches."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import UnknownZone
from lcdesk.model.ical.codec import EventDraft, read_event, write_event
from lcdesk.model.ical.edit import EventChanges, edit_event
from tests.unit.model.ical.texts import BERLIN, NOW, sample, utc, vcalendar

SPAN = TimeSpan(utc("2026-03-20 08:00"), utc("2026-03-20 09:00"))
HAIRCUT = EventDraft("0F-1", SPAN, "Europe/Berlin", "Haircut", "with wash", "Shop", "op-1")
TEXT = write_event(HAIRCUT, now=NOW)
LATER = NOW + timedelta(days=1)


def lines(text: str) -> list[str]:
    return text.split("\r\n")


def edited(text: str, zone: ZoneInfo | None = BERLIN, **changes: object) -> str:
    return edit_event(text, changes=EventChanges(**changes), now=LATER, zone=zone)  # type: ignore[arg-type]  # names and types as in EventChanges


# --- writing -----------------------------------------------------------------------------------


def test_what_icloud_wants_is_there_and_what_would_mail_people_is_not() -> None:
    event = lines(TEXT)
    assert event[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert event[2].startswith("PRODID:-//lcdesk//lcdesk ")
    assert "BEGIN:VTIMEZONE" in event
    assert "DTSTAMP:20260301T120000Z" in event
    assert "DTSTART;TZID=Europe/Berlin:20260320T090000" in event
    assert "DTEND;TZID=Europe/Berlin:20260320T100000" in event
    assert "X-LCDESK-OP:op-1" in event
    assert not [line for line in event if line.startswith(("METHOD", "ATTENDEE", "ORGANIZER"))]


def test_utc_needs_no_rules() -> None:
    text = write_event(EventDraft("a", SPAN, "UTC", "x"), now=NOW)
    assert "DTSTART:20260320T080000Z" in lines(text)
    assert "VTIMEZONE" not in text


def test_lines_are_folded_at_75_octets_between_characters() -> None:
    text = write_event(EventDraft("a", SPAN, "UTC", "日本語😀" * 40, "ü" * 300), now=NOW)
    assert max(len(line.encode()) for line in lines(text)) == 75
    assert read_event(text, BERLIN).title == "日本語😀" * 40


def test_text_cannot_break_out_of_its_line() -> None:
    evil = "a\r\nATTENDEE:mailto:x@example.org\rb\x00\x1f\x0bc\ud800"
    text = write_event(EventDraft("a\r\nX:1", SPAN, "UTC", evil, evil, evil, "o\nX:2"), now=NOW)
    assert not [line for line in lines(text) if line.startswith(("ATTENDEE", "X:"))]
    assert read_event(text, BERLIN).title == "a\nATTENDEE:mailto:x@example.org\nbc?"


def test_the_second_pass_of_a_doubled_hour_is_written_in_utc() -> None:
    span = TimeSpan(utc("2026-10-25 01:15"), utc("2026-10-25 01:45"))
    text = write_event(EventDraft("a", span, "Europe/Berlin", "x"), now=NOW)
    assert "DTSTART:20261025T011500Z" in lines(text)
    assert read_event(text, BERLIN).span == span


def test_an_unknown_zone_is_not_written() -> None:
    with pytest.raises(UnknownZone):
        write_event(EventDraft("a", SPAN, "Middle/Earth", "x"), now=NOW)


# --- reading -----------------------------------------------------------------------------------


def test_what_was_written_is_read() -> None:
    values = read_event(TEXT, ZoneInfo("Asia/Tokyo"))
    assert (values.uid, values.span, values.zone) == ("0F-1", SPAN, "Europe/Berlin")
    assert (values.title, values.notes, values.location) == ("Haircut", "with wash", "Shop")
    assert (values.all_day, values.status, values.op_id) == (None, "", "op-1")
    assert not values.recurring
    assert not values.has_attendees


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("outlook_windows_zone_name", "Europe/Berlin"),
        ("outlook_customized_time_zone", "Asia/Tokyo"),  # no name of its own
        ("floating_lunch", "Asia/Tokyo"),
        ("all_day_two_days", "Asia/Tokyo"),
        ("no_end_no_duration", "UTC"),
    ],
)
def test_the_zone_of_a_foreign_event(name: str, zone: str) -> None:
    assert read_event(sample(name), ZoneInfo("Asia/Tokyo")).zone == zone


def test_a_series_is_read_by_its_master_and_travel_is_no_part_of_the_event() -> None:
    values = read_event(sample("weekly_one_moved_one_cancelled_one_excluded"), BERLIN)
    assert values.recurring
    assert values.title == "Team"
    travel = read_event(sample("icloud_travel_time"), BERLIN)
    assert travel.span.length == timedelta(hours=1)
    assert read_event(sample("invitation_of_four_answers"), BERLIN).has_attendees


def test_two_events_are_not_one() -> None:
    start = "DTSTART:20260706T120000Z"
    with pytest.raises(UnreadableEvent, match="several events"):
        read_event(vcalendar([start], ["UID:two", start]), BERLIN)


# --- editing -----------------------------------------------------------------------------------


def test_only_the_named_line_changes_with_the_stamps() -> None:
    new = edited(TEXT, title="Haircut, short")
    gone = [line for line in lines(TEXT) if line not in lines(new)]
    came = [line for line in lines(new) if line not in lines(TEXT)]
    assert gone == ["DTSTAMP:20260301T120000Z", "SUMMARY:Haircut", "SEQUENCE:0"]
    assert came == [
        "DTSTAMP:20260302T120000Z",
        "SUMMARY:Haircut\\, short",
        "SEQUENCE:1",
        "LAST-MODIFIED:20260302T120000Z",
    ]


def test_no_change_changes_nothing() -> None:
    assert edited(TEXT, title="Haircut", span=SPAN, notes="with wash") == TEXT
    assert edited(TEXT) == TEXT


def test_the_marker_alone_is_no_revision() -> None:
    new = edited(TEXT, op_id="op-2")
    assert new == TEXT.replace("op-1", "op-2")
    assert "X-LCDESK-OP" not in edited(TEXT, op_id="")


def test_an_empty_text_removes_and_a_new_one_is_put_before_the_alarm() -> None:
    assert "DESCRIPTION" not in edited(TEXT, notes="")
    text = edited(sample("icloud_travel_time"), notes="Bring tools")
    event = lines(text)
    assert event.index("DESCRIPTION:Bring tools") < event.index("BEGIN:VALARM")
    assert "DESCRIPTION:Not the event's" in event


def test_language_stays_and_the_second_copies_go() -> None:
    text = vcalendar(
        [
            "DTSTART:20260706T120000Z",
            'SUMMARY;LANGUAGE=de;ALTREP="http://x/":Alt',
            "LOCATION:Here",
            "X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:1,2",
            "DESCRIPTION:d",
            "X-ALT-DESC;FMTTYPE=text/html:<b>d</b>",
        ]
    )
    assert "SUMMARY;LANGUAGE=de:Neu" in lines(edited(text, title="Neu"))
    assert "X-APPLE-STRUCTURED-LOCATION" in edited(text, notes="e")
    assert "X-APPLE-STRUCTURED-LOCATION" not in edited(text, location="There")
    assert "X-ALT-DESC" not in edited(text, notes="e")


def test_folds_line_ends_and_doubles_of_others_stay() -> None:
    text = sample("folded_doubled_small_letters")
    new = edited(text, title="x")
    assert "20260706T\r\n\t130000\r\n" in new
    assert 'X-TITLE="Wei\r\n t weg":geo:52.5,13.4' in new
    feeds = text.replace("\r\n", "\n")
    assert edited(feeds, title="x") == new.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            "DTSTART:20260706T120000Z",
            "DTEND:20260706T130000Z",
            ["DTSTART:20260320T080000Z", "DTEND:20260320T090000Z"],
        ),
        (
            "DTSTART:20260706T120000",
            "DURATION:PT2H",
            ["DTSTART:20260320T090000", "DURATION:PT3600S"],
        ),
        (
            "DTSTART;TZID=Asia/Tokyo:20260706T120000",
            "DTEND;TZID=America/New_York:20260706T120000",
            [
                "DTSTART;TZID=Asia/Tokyo:20260320T170000",
                "DTEND;TZID=America/New_York:20260320T050000",
            ],
        ),
        (
            "DTSTART;VALUE=DATE:20260706",
            "DTEND;VALUE=DATE:20260707",
            [
                "DTSTART;TZID=Europe/Berlin:20260320T090000",
                "DTEND;TZID=Europe/Berlin:20260320T100000",
            ],
        ),
        (
            "DTSTART:20260706T120000Z",
            "X-NOTHING:1",
            ["DTSTART:20260320T080000Z", "DTEND:20260320T090000Z"],
        ),
    ],
    ids=["utc", "floating", "two zones", "dates", "no end"],
)
def test_times_keep_their_own_kind(start: str, end: str, expected: list[str]) -> None:
    new = edited(vcalendar([start, end]), span=SPAN)
    assert [line for line in expected if line not in lines(new)] == []
    assert read_event(new, BERLIN).span == SPAN


def test_without_a_zone_floating_times_become_utc() -> None:
    new = edited(sample("floating_lunch"), zone=None, span=SPAN)
    assert "DTSTART:20260320T080000Z" in lines(new)


def test_times_become_dates() -> None:
    new = edited(TEXT, span=AllDay(date(2026, 3, 20), date(2026, 3, 22)))
    assert "DTSTART;VALUE=DATE:20260320" in lines(new)
    assert "DTEND;VALUE=DATE:20260322" in lines(new)
    assert read_event(new, BERLIN).all_day == AllDay(date(2026, 3, 20), date(2026, 3, 22))


def test_the_second_pass_of_a_doubled_hour_is_moved_to_utc() -> None:
    span = TimeSpan(utc("2026-10-25 00:30"), utc("2026-10-25 01:30"))
    new = edited(TEXT, span=span)
    assert "DTEND:20261025T013000Z" in lines(new)
    assert read_event(new, BERLIN).span == span


def test_rules_that_end_before_the_new_time_are_replaced() -> None:
    draft = EventDraft("a", SPAN, "Africa/Casablanca", "x")  # listed change by change
    text = write_event(draft, now=NOW)
    far = TimeSpan.of_length(utc("2036-11-01 10:00"), timedelta(hours=1))  # a Ramadan
    new = edited(text, span=far)
    assert "RDATE:2036" in new
    assert new.count("BEGIN:VTIMEZONE") == 1
    assert edited(TEXT, span=far).count("BYDAY=-1SU") == 2


def test_a_zone_that_came_without_rules_gets_them() -> None:
    text = vcalendar(["DTSTART;TZID=Europe/Berlin:20260706T120000", "DURATION:PT1H"])
    new = edited(text, span=SPAN)
    assert new.index("TZID:Europe/Berlin") < new.index("BEGIN:VEVENT")


def test_a_series_keeps_its_times_and_may_be_renamed() -> None:
    text = sample("weekly_one_moved_one_cancelled_one_excluded")
    new = edited(text, title="Renamed")
    assert new.count("SUMMARY:Renamed") == 1
    assert "Team\\, moved" in new
    with pytest.raises(InvalidInput, match="repeating"):
        edited(text, span=SPAN)


def test_several_events_are_not_edited() -> None:
    text = vcalendar(["DTSTART:20260706T120000Z"], ["UID:two", "DTSTART:20260706T120000Z"])
    with pytest.raises(InvalidInput):
        edited(text, title="x")


@pytest.mark.parametrize("text", ["", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nEND:VCALENDAR"])
def test_what_is_no_event_is_neither_read_nor_edited(text: str) -> None:
    with pytest.raises(UnreadableEvent):
        read_event(text, BERLIN)
    with pytest.raises(UnreadableEvent):
        edited(text, title="x")
