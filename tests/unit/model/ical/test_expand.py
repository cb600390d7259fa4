"""Occurrences: the rows of the policy that are facts of the text, series, edits, and bad input."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.codec import read_event
from lcdesk.model.ical.edit import EventChanges, edit_event
from lcdesk.model.ical.expand import Occurrences
from lcdesk.model.ical.scan import MOST_DATES
from tests.unit.model.ical.texts import (
    BERLIN,
    NOW,
    expand,
    only,
    sample,
    stretch,
    utc,
    vcalendar,
)

START = "DTSTART:20260706T120000Z"
END = "DTEND:20260706T130000Z"


def hour(start: str) -> TimeSpan:
    return TimeSpan.of_length(utc(start), timedelta(hours=1))


def starts_of(found: Occurrences) -> list[str]:
    return [f"{entry.span.start:%d %H}" for entry in found.entries]


def starts(text: str) -> list[str]:
    return [f"{entry.span.start:%m-%d %H:%M}" for entry in expand(text).entries]


# --- single events -----------------------------------------------------------------------------


def test_a_single_event_has_no_recurrence_id_and_ends_where_it_ends() -> None:
    found = expand(vcalendar([START, END, "SUMMARY:a\\, b", "LOCATION:x", "DESCRIPTION:y"]))
    (entry,) = found.entries
    assert entry.recurrence_id == ""
    assert (entry.title, entry.location, entry.notes) == ("a, b", "x", "y")
    assert entry.busy
    assert (entry.declined, entry.tentative, found.recurring) == (False, False, False)
    assert (found.first, found.last) == (entry.span.start, entry.span.end)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("outlook_windows_zone_name", "2026-07-06 07:00", "2026-07-06 08:00"),
        ("mozilla_zone_with_a_path", "2026-07-06 13:00", "2026-07-06 13:45"),
        ("floating_lunch", "2026-07-06 10:00", "2026-07-06 11:00"),
        ("icloud_travel_time", "2026-07-06 09:30", "2026-07-06 11:00"),
    ],
)
def test_zones_and_travel(name: str, start: str, end: str) -> None:
    assert only(sample(name)).span == TimeSpan(utc(start), utc(end))


@pytest.mark.parametrize(
    ("tzid", "start"),
    [("GMT+0300", "09:00"), ('"UTC-05:30"', "17:30"), ("Etc/GMT+2", "14:00"), ("GMT", "12:00")],
)
def test_offsets_as_zone_names(tzid: str, start: str) -> None:
    entry = only(vcalendar([f"DTSTART;TZID={tzid}:20260706T120000", "DURATION:PT1H"]))
    assert f"{entry.span.start:%H:%M}" == start


@pytest.mark.parametrize("tzid", ["localtime", "right/UTC", "../etc/passwd", "Europe"])
def test_names_that_are_no_places_are_refused(tzid: str) -> None:
    with pytest.raises(UnreadableEvent, match="time zone"):
        expand(vcalendar([f"DTSTART;TZID={tzid}:20260706T120000"]))


def test_an_unknown_zone_is_refused_in_words() -> None:
    with pytest.raises(UnreadableEvent, match="time zone “Middle Earth”"):
        expand(sample("zone_nobody_knows"))


def test_days_go_from_local_midnight_to_local_midnight() -> None:
    entry = only(sample("all_day_two_days"))
    assert entry.all_day is not None
    assert (entry.all_day.first.day, entry.all_day.end.day) == (28, 30)
    assert entry.span == TimeSpan(utc("2026-03-27 23:00"), utc("2026-03-29 22:00"))
    assert entry.busy


@pytest.mark.parametrize(
    "end", ["", "DTEND;VALUE=DATE:20260706", "DTEND;VALUE=DATE:20260701", "DURATION:P1D"]
)
def test_a_date_without_a_later_end_is_one_day(end: str) -> None:
    entry = only(vcalendar(["DTSTART;VALUE=DATE:20260706", *([end] if end else [])]))
    assert isinstance(entry.all_day, AllDay)
    assert (entry.all_day.end - entry.all_day.first).days == 1


@pytest.mark.parametrize("end", ["", "DTEND:20260706T120000Z"])
def test_no_end_or_no_length_is_a_line_that_blocks_nothing(end: str) -> None:
    entry = only(vcalendar([START, *([end] if end else [])]))
    assert not entry.span.length
    assert not entry.busy


def test_a_moment_belongs_to_the_stretch_it_begins() -> None:
    text = sample("no_end_no_duration")
    inside = TimeSpan(utc("2026-07-06 12:00"), utc("2026-07-06 12:30"))
    behind = TimeSpan(utc("2026-07-06 11:00"), utc("2026-07-06 12:00"))
    assert len(expand(text, inside).entries) == 1
    assert not expand(text, behind).entries


def test_touching_is_not_in_the_stretch() -> None:
    text = vcalendar([START, END])
    assert not expand(text, TimeSpan(utc("2026-07-06 13:00"), utc("2026-07-06 14:00"))).entries
    assert not expand(text, TimeSpan(utc("2026-07-06 11:00"), utc("2026-07-06 12:00"))).entries


# --- what blocks -------------------------------------------------------------------------------


def test_free_time_is_shown_and_blocks_nothing() -> None:
    assert not only(vcalendar([START, END, "TRANSP:TRANSPARENT"])).busy


def test_cancelled_is_not_shown() -> None:
    assert not expand(vcalendar([START, END, "STATUS:CANCELLED"])).entries


@pytest.mark.parametrize(
    ("address", "busy", "declined", "tentative"),
    [
        ("yes@example.org", True, False, False),
        ("NO@example.org", False, True, False),
        ("maybe@example.org", True, False, True),
        ("silent@example.org", True, False, True),
        ("stranger@example.org", True, False, False),
        ("", True, False, False),
    ],
)
def test_the_own_answer_counts(address: str, busy: bool, declined: bool, tentative: bool) -> None:
    entry = only(sample("invitation_of_four_answers"), address)
    assert (entry.busy, entry.declined, entry.tentative) == (busy, declined, tentative)


def test_a_tentative_event_blocks_and_says_so() -> None:
    entry = only(vcalendar([START, END, "STATUS:TENTATIVE"]))
    assert (entry.busy, entry.tentative) == (True, True)


def test_travel_takes_time_and_is_no_part_of_the_event() -> None:
    entry = only(sample("icloud_travel_time"))
    assert entry.own_span == TimeSpan(utc("2026-07-06 10:00"), utc("2026-07-06 11:00"))
    entry = only(vcalendar([START, END]))
    assert (entry.own_start, entry.own_span) == (None, entry.span)


def test_travel_to_a_moment_takes_time() -> None:
    entry = only(vcalendar([START, "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT20M"]))
    assert entry.busy
    assert entry.span.length.total_seconds() == 1200


@pytest.mark.parametrize("travel", ["soon", "-PT10M", ""])
def test_travel_that_makes_no_sense_is_left_out(travel: str) -> None:
    entry = only(vcalendar([START, END, f"X-APPLE-TRAVEL-DURATION:{travel}"]))
    assert entry.span.start == utc("2026-07-06 12:00")


# --- series ------------------------------------------------------------------------------------


def test_moved_cancelled_and_excluded_occurrences() -> None:
    text = sample("weekly_one_moved_one_cancelled_one_excluded")
    assert starts(text) == ["03-02 08:00", "03-17 13:00", "03-30 07:00", "04-06 07:00"]
    found = expand(text)
    assert [entry.title for entry in found.entries][1] == "Team, moved"
    assert [entry.recurrence_id for entry in found.entries][:2] == [
        "20260302T080000Z",
        "20260316T080000Z",
    ]
    assert found.recurring
    assert found.last is not None
    assert found.last >= found.entries[-1].span.end


def test_a_moved_occurrence_is_found_where_it_is_and_not_where_it_was() -> None:
    text = sample("weekly_one_moved_one_cancelled_one_excluded")
    assert not expand(text, stretch("2026-03-16", 1)).entries
    assert len(expand(text, stretch("2026-03-17", 1)).entries) == 1


def test_this_and_future_moves_and_lengthens_the_rest() -> None:
    found = expand(sample("weekly_moved_from_the_third_on"))
    assert [f"{e.span.start:%m-%d %H:%M}" for e in found.entries] == [
        *("03-02 08:00", "03-09 08:00", "03-17 10:00", "03-24 10:00", "03-31 09:00"),
    ]
    assert [e.span.length.total_seconds() / 60 for e in found.entries] == [30, 30, 60, 60, 60]
    assert [e.recurrence_id[:8] for e in found.entries] == [
        *("20260302", "20260309", "20260316", "20260323", "20260330"),
    ]


def test_an_edited_occurrence_alone() -> None:
    found = expand(sample("only_an_edited_occurrence_of_somebody_elses_series"))
    (entry,) = found.entries
    assert entry.recurrence_id == "20260316T080000Z"
    assert entry.span.start == utc("2026-03-16 09:30")
    assert found.last == entry.span.end


def test_extra_dates_and_a_period_with_its_own_length() -> None:
    entries = expand(sample("extra_dates_one_with_its_own_length")).entries
    assert [e.span.length.total_seconds() / 3600 for e in entries] == [1, 1, 3]


def test_a_birthday_since_1604_is_one_day_a_year() -> None:
    found = expand(sample("birthday_every_year_since_1604"))
    assert [entry.recurrence_id for entry in found.entries] == ["20260329"]
    assert found.last is None


def test_the_objects_own_zone_rules_are_followed() -> None:
    entries = expand(sample("outlook_customized_time_zone")).entries
    assert [f"{e.span.start:%m-%d %H:%M}" for e in entries] == ["03-27 08:00", "04-03 07:00"]


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("FREQ=DAILY;UNTIL=20260708", 3),  # a bare date includes its day
        ("FREQ=DAILY;UNTIL=20260708T120000Z", 3),
        ("FREQ=DAILY;UNTIL=20260708T115959Z", 2),
        ("FREQ=DAILY;UNTIL=20260708T120000", 3),  # floating: on the event's own clock
        ("FREQ=DAILY;UNTIL=20250101T000000Z", 1),  # the start itself always counts
        ("FREQ=DAILY;COUNT=4", 4),
        ("FREQ=DAILY;COUNT=0", 1),
        ("freq=daily;count=2;x-note=1", 2),
        ("FREQ=HOURLY;INTERVAL=12;COUNT=3", 3),
    ],
)
def test_ends_of_rules(rule: str, count: int) -> None:
    found = expand(vcalendar([START, END, f"RRULE:{rule}"]))
    assert len(found.entries) == count
    assert found.last is not None
    assert found.last >= found.entries[-1].span.end


@pytest.mark.parametrize(
    "exdate",
    [
        "EXDATE:20260707T120000Z",
        "EXDATE;TZID=Europe/Berlin:20260707T140000",
        "EXDATE;VALUE=DATE:20260707",
        "EXRULE:FREQ=DAILY;INTERVAL=20;COUNT=1\r\nEXDATE:20260707T120000Z",
    ],
)
def test_exclusions_in_every_form(exdate: str) -> None:
    text = vcalendar([START, END, "RRULE:FREQ=DAILY;COUNT=3", *exdate.split("\r\n")])
    assert "07-07 12:00" not in starts(text)
    assert "07-08 12:00" in starts(text)


def test_a_date_repeats_by_days_whatever_times_its_rule_names() -> None:
    rule = "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3;BYHOUR=1,2;BYMINUTE=3"
    entries = expand(vcalendar(["DTSTART;VALUE=DATE:20260706", rule])).entries
    assert [entry.recurrence_id for entry in entries] == ["20260706", "20260708", "20260710"]


def test_a_week_number_alone_means_the_weekday_of_the_start() -> None:
    text = vcalendar(["DTSTART:20260105T120000Z", "RRULE:FREQ=YEARLY;BYWEEKNO=2,20"])
    assert starts(text) == ["01-05 12:00", "05-11 12:00"]


def test_the_newer_of_two_versions_counts() -> None:
    old = [START, END, "RRULE:FREQ=DAILY;COUNT=9", "SEQUENCE:1"]
    new = [START, END, "RRULE:FREQ=DAILY;COUNT=2", "SEQUENCE:2"]
    assert len(expand(vcalendar(old, new)).entries) == 2


def test_several_events_in_one_object() -> None:
    other = ["UID:two", "DTSTART:20260705T120000Z", "DURATION:PT1H"]
    found = expand(vcalendar([START, END], other))
    assert [f"{e.span.start:%d}" for e in found.entries] == ["05", "06"]
    assert (found.first, found.last) == (found.entries[0].span.start, found.entries[1].span.end)


def test_an_occurrence_that_reaches_into_the_stretch_from_long_before() -> None:
    text = vcalendar(["DTSTART:20260101T000000Z", "DURATION:P40D", "RRULE:FREQ=YEARLY"])
    assert len(expand(text, stretch("2026-02-08", 1)).entries) == 1


# --- bad input ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART:yesterday"],
        ["DTSTART:20260230T120000Z"],
        ["DTSTART:00000101"],
        ["DTSTART;TZID=Asia/Tokyo:00010101T000000", "RRULE:FREQ=YEARLY"],
        ["DTSTART:99991231T000000Z", "DURATION:P9999D"],
        ["DTSTART:99991231T000000Z", "RRULE:FREQ=NEVER"],
    ],
    ids=lambda lines: lines[-1],
)
def test_a_start_that_cannot_be_understood_is_refused(lines: list[str]) -> None:
    with pytest.raises(UnreadableEvent):
        expand(vcalendar(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["DTEND:20261301T000000Z"],
        ["DTEND;TZID=Mars/Olympus:20260706T130000"],
        ["DTEND:20260706T110000Z"],
        ["DTEND;VALUE=DATE:20260705"],
        ["DURATION:1 hour"],
        ["DURATION:P"],
        ["DURATION:P999999999999W"],
        ["DURATION:-PT30M"],
    ],
    ids=lambda lines: lines[-1],
)
def test_an_event_whose_end_says_nothing_takes_an_hour_and_is_told_of(lines: list[str]) -> None:
    found = expand(vcalendar([START, *lines]))
    (entry,) = found.entries
    assert (entry.span, entry.busy) == (hour("2026-07-06 12:00"), True)
    assert found.problem


@pytest.mark.parametrize("end", ["20260701", "20261301", "soon"])
def test_an_all_day_event_whose_end_says_nothing_takes_its_day_and_is_told_of(end: str) -> None:
    found = expand(vcalendar(["DTSTART;VALUE=DATE:20260706", f"DTEND;VALUE=DATE:{end}"]))
    (entry,) = found.entries
    assert (entry.busy, entry.span.length.days) == (True, 1)
    assert found.problem


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["RRULE:FREQ=SOMETIMES"], ["06"]),
        (["RRULE:INTERVAL=2"], ["06"]),
        (["RRULE:RSCALE=CHINESE;FREQ=DAILY"], ["06"]),
        (["RRULE:"], ["06"]),
        (["RRULE:FREQ=DAILY;INTERVAL=0;COUNT=3"], ["06", "07", "08"]),
        (["RRULE:FREQ=DAILY;INTERVAL=-1;COUNT=3"], ["06", "07", "08"]),
        (["RRULE:FREQ=DAILY;INTERVAL=x;UNTIL=20260708T120000Z"], ["06", "07", "08"]),
        (["RRULE:FREQ=DAILY;COUNT=many;UNTIL=20260707"], ["06", "07"]),
        (["RRULE:FREQ=DAILY;COUNT=2;UNTIL=forever"], ["06", "07"]),
        (["RRULE:FREQ=DAILY;COUNT=2;BYMONTH=13"], ["06", "07"]),
        (["RRULE:FREQ=DAILY;COUNT=2;UNTL=20260101"], ["06", "07"]),
        (["RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO,XX,WE"], ["06", "08", "13"]),
        (["RRULE:FREQ=MONTHLY;COUNT=1;BYMONTHDAY=0"], ["06"]),
        (["RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=NEVER"], ["06", "07"]),
        (["RRULE:FREQ=DAILY;COUNT=2", "EXRULE:FREQ=DAILY;INTERVAL=0"], ["06", "07"]),
        (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE:never,20260707T120000Z"], ["06", "08"]),
        (["RRULE:FREQ=DAILY;COUNT=2", "EXDATE;TZID=Mars:20260707T120000"], ["06", "07"]),
        (["RDATE:never,20260708T120000Z"], ["06", "08"]),
        (["RDATE;VALUE=PERIOD:20260708T120000Z/20260708T110000Z"], ["06", "08"]),
        (["RDATE;VALUE=PERIOD:20260708T120000Z/soon"], ["06", "08"]),
    ],
    ids=lambda value: value[-1],
)
def test_a_start_blocks_whatever_is_wrong_with_how_it_repeats(
    lines: list[str], days: list[str]
) -> None:
    found = expand(vcalendar([START, END, *lines]))
    assert [f"{entry.span.start:%d}" for entry in found.entries] == days
    assert all(entry.busy and entry.span.length == timedelta(hours=1) for entry in found.entries)
    assert bool(found.problem) == (lines != ["RRULE:"]), "an empty rule is no rule"


def test_an_all_day_event_said_to_repeat_within_a_day_takes_its_own_day() -> None:
    found = expand(vcalendar(["DTSTART;VALUE=DATE:20260706", "RRULE:FREQ=HOURLY"]))
    assert len(found.entries) == 1
    assert "within a day" in found.problem


def test_more_single_dates_than_are_read_cost_only_the_rest() -> None:
    dates = ",".join(["20260708T120000Z"] * MOST_DATES + ["20260709T120000Z"])
    found = expand(vcalendar([START, END, f"RDATE:{dates}"]))
    assert [f"{entry.span.start:%d}" for entry in found.entries] == ["06", "08"]
    assert "20,000 single dates" in found.problem


@pytest.mark.parametrize("named", ["RECURRENCE-ID:never", "RECURRENCE-ID;TZID=Mars:20260707T1200"])
def test_an_edited_occurrence_that_says_not_of_what_takes_its_time_beside_the_series(
    named: str,
) -> None:
    edit = [named, "DTSTART:20260707T150000Z", "DURATION:PT1H"]
    series = [START, END, "RRULE:FREQ=DAILY;COUNT=2"]
    for events in ([series, edit], [edit, series]):
        found = expand(vcalendar(*events))
        assert starts_of(found) == ["06 12", "07 12", "07 15"]
        assert found.problem
    alone = expand(vcalendar(edit))
    assert starts_of(alone) == ["07 15"]
    assert alone.problem


def test_an_edited_occurrence_without_a_time_leaves_that_of_the_series() -> None:
    edit = ["RECURRENCE-ID:20260707T120000Z", "DTSTART:sometime"]
    found = expand(vcalendar([START, END, "RRULE:FREQ=DAILY;COUNT=2"], edit))
    assert starts_of(found) == ["06 12", "07 12"]
    assert found.problem


def test_edited_occurrences_block_where_their_series_cannot_be_read() -> None:
    edit = ["RECURRENCE-ID:20260707T120000Z", "DTSTART:20260707T150000Z", "DURATION:PT1H"]
    found = expand(vcalendar(["DTSTART:never", "RRULE:FREQ=DAILY"], edit))
    assert starts_of(found) == ["07 15"]
    assert found.problem


@pytest.mark.parametrize("bad", [["UID:two", "DTSTART:never"], ["UID:two", "SUMMARY:no start"]])
def test_one_sick_event_of_an_object_does_not_cost_its_others(bad: list[str]) -> None:
    for events in ([[START, END], bad], [bad, [START, END]]):
        found = expand(vcalendar(*events))
        assert starts_of(found) == ["06 12"]
        assert found.problem


def test_events_without_uid_take_their_time() -> None:
    text = vcalendar([START, END], [START.replace("0706", "0707"), "DURATION:PT1H"])
    found = expand(text.replace("UID:one\r\n", ""))
    assert starts_of(found) == ["06 12", "07 12"]
    assert not found.problem


def test_an_object_that_is_cut_off_takes_the_time_that_is_left_of_it() -> None:
    text = vcalendar([START, END])
    found = expand(text[: text.index("END:VEVENT")])
    assert starts_of(found) == ["06 12"]
    assert "cut off" in found.problem


# --- ends that hang in another zone than the start ---------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [
        # A start without a zone is on the clock of its end, as an end is on that of its start.
        ("DTSTART:20260706T100000", "DTEND;TZID=America/New_York:20260706T110000", "14:00 15:00"),
        ("DTSTART;TZID=America/New_York:20260706T100000", "DTEND:20260706T110000", "14:00 15:00"),
        ("DTSTART:20260706T100000", "DTEND:20260706T090000Z", "08:00 09:00"),
        ("DTSTART:20260706T080000Z", "DTEND:20260706T090000", "08:00 09:00"),
        ("DTSTART:20260706T100000", "DTEND;TZID=Mars/Olympus:20260706T113000", "08:00 09:00"),
        # An end that is only the date of the start means the end of that day.
        ("DTSTART;TZID=Europe/Berlin:20260706T100000", "DTEND;VALUE=DATE:20260706", "08:00 22:00"),
        ("DTSTART;TZID=Europe/Berlin:20260706T100000", "DTEND;VALUE=DATE:20260707", "08:00 22:00"),
    ],
)
def test_an_end_of_another_kind_than_the_start_leaves_the_event_its_time(
    start: str, end: str, taken: str
) -> None:
    entry = only(vcalendar([start, end]))
    assert f"{entry.span.start:%H:%M} {entry.span.end:%H:%M}" == taken
    assert entry.busy


def test_an_event_moved_whose_start_hung_in_the_zone_of_its_end_is_read_where_it_was_put() -> None:
    text = vcalendar(["DTSTART:20260706T100000", "DTEND;TZID=America/New_York:20260706T110000"])
    span = hour("2026-07-08 16:00")
    moved = edit_event(text, changes=EventChanges(span=span), now=NOW, zone=BERLIN)
    assert only(moved).span == span
    assert read_event(moved, BERLIN).span == span
