"""`lcdesk import ics` with the files that other programs write."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from lcdesk.model.ical.scan import LONGEST_TITLE, MOST_DATES
from tests.command_line import NEXT_MONDAY, CommandLine

DAY = f"{NEXT_MONDAY:%Y%m%d}"


def event(*more: str, uid: str = "1", title: str = "good", hour: int = 10) -> str:
    """An hour of next Monday; `more` are further lines, an empty `uid` leaves it away."""
    lines = [
        "BEGIN:VEVENT", *([f"UID:{uid}"] if uid else []), "DTSTAMP:20261101T000000Z",
        f"DTSTART;TZID=Europe/Berlin:{DAY}T{hour:02}0000",
        f"DTEND;TZID=Europe/Berlin:{DAY}T{hour + 1:02}0000",
        *([f"SUMMARY:{title}"] if title else []), *more, "END:VEVENT",
    ]  # fmt: skip
    return "\r\n".join(lines) + "\r\n"


def calendar(*events: str) -> str:
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(events) + "END:VCALENDAR\r\n"


def take(run: CommandLine, content: str | bytes) -> Any:
    file = run.folder / "in.ics"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return run("import", "ics", file, "--staff", "Ana", "--json")


def blocked(run: CommandLine) -> list[tuple[str, str]]:
    rows = run.json("agenda", "--from", NEXT_MONDAY, "--to", f"{NEXT_MONDAY.year + 3}-01-01")
    return [(row["title"], row["start"][11:16]) for row in rows if row["kind"] == "blocked"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (event("RRULE:FREQ=DAILY;INTERVAL=0", uid="2", title="bad"), ""),
        (event(uid="2", title="bad").replace("Europe/Berlin", "Nowhere"), "Nowhere"),
        (event(uid="2", title="bad").replace(f"{DAY}T10", "20100101T25"), "20100101T250000"),
        ("BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:bad\r\nEND:VEVENT\r\n", "DTSTART"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_one_event_that_cannot_be_read_does_not_cost_the_others(
    run: CommandLine, bad: str, reason: str, first: bool
) -> None:
    printed = take(run, calendar(bad, event()) if first else calendar(event(), bad))
    assert printed.status == 1
    assert (printed.document["blocked"], len(printed.document["unreadable"])) == (1, 1)
    (left_out,) = printed.document["unreadable"]
    assert (left_out["title"], left_out["uid"]) == ("bad", "2")
    assert left_out["message"]
    assert reason in left_out["message"]
    assert blocked(run) == [("good", "10:00")]


OPEN_ALARM = event("BEGIN:VALARM", "ACTION:DISPLAY", uid="2", title="bad")


@pytest.mark.parametrize(
    "content",
    [
        calendar(event(uid="2", title="bad").replace("END:VEVENT\r\n", ""), event()),
        calendar(event(), event(uid="2", title="bad").replace("END:VEVENT\r\n", "")),
        calendar(event(), event(uid="2", title="bad"))[:-20],
        calendar(OPEN_ALARM, event()),
        calendar(event(uid="2", title="bad").replace("UID", "END:VALARM\r\nUID"), event()),
        event(uid="2", title="bad").join(["BEGIN:VCALENDAR\r\n", ""])[:-12] + calendar(event()),
    ],
    ids=["first", "last", "cut off", "an alarm", "a stray end", "two calendars"],
)
def test_an_event_that_was_not_closed_cost_all_others(run: CommandLine, content: str) -> None:
    printed = take(run, content)
    assert (printed.status, printed.document["blocked"]) == (1, 1)
    (left_out,) = printed.document["unreadable"]
    assert (left_out["title"], left_out["uid"]) == ("bad", "2")
    assert blocked(run) == [("good", "10:00")]


def test_a_file_cut_off_between_two_events_is_said_to_be(run: CommandLine) -> None:
    printed = take(run, calendar(event(), event("END:VCALENDAR", uid="2")).split("BEGIN:VEV")[0])
    assert printed.status == 2
    printed = take(run, calendar(event()).removesuffix("END:VCALENDAR\r\n"))
    assert (printed.status, printed.document["blocked"]) == (1, 1)
    assert "cut off" in printed.document["unreadable"][0]["message"]


def test_half_a_time_zone_explains_nothing_and_costs_no_event(run: CommandLine) -> None:
    zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0900\r\n"
    assert take(run, calendar(zone, event())).document["blocked"] == 1
    assert blocked(run) == [("good", "10:00")]


def test_an_event_left_out_is_named_by_its_uid_when_it_has_no_title(run: CommandLine) -> None:
    bad = event(uid="nameless@example.org", title="").replace("Europe/Berlin", "Nowhere")
    file = run.folder / "in.ics"
    file.write_text(calendar(event(), bad), encoding="utf-8")
    printed = run("import", "ics", file, "--staff", "Ana")
    assert printed.status == 1
    assert "nameless@example.org: " in printed.err
    assert "1 event could not be read." in printed.out


def test_events_without_uid_are_blocked(run: CommandLine) -> None:
    file = calendar(event(uid="", title="one"), event(uid="", title="two", hour=12))
    assert take(run, file).document["blocked"] == 2
    assert blocked(run) == [("one", "10:00"), ("two", "12:00")]


def test_events_that_share_one_uid_without_a_series_are_events_of_their_own(
    run: CommandLine,
) -> None:
    hours = range(9, 12)
    file = calendar(*(event(uid="same", title=f"at {hour}", hour=hour) for hour in hours))
    assert take(run, file).document["blocked"] == 3
    assert [title for title, _ in blocked(run)] == ["at 9", "at 10", "at 11"]


def test_an_edited_occurrence_still_belongs_to_its_series(run: CommandLine) -> None:
    moved = event(f"RECURRENCE-ID;TZID=Europe/Berlin:{DAY}T100000", title="moved", hour=15)
    file = calendar(moved, event("RRULE:FREQ=DAILY;COUNT=1"))
    assert take(run, file).document["blocked"] == 1
    assert blocked(run) == [("moved", "15:00")]


def test_a_later_version_replaces_the_earlier_one_of_the_same_uid(run: CommandLine) -> None:
    file = calendar(event("SEQUENCE:0"), event("SEQUENCE:1", title="later", hour=14))
    document = take(run, file).document
    assert (document["blocked"], document["superseded"]) == (1, 1)
    assert blocked(run) == [("later", "14:00")]
    printed = run("import", "ics", run.folder / "in.ics", "--staff", "Ana")
    assert printed.out == (
        "Blocked 0 times for Ana. 1 was blocked already. "
        "1 older version of the same events left out.\n"
    )


@pytest.mark.parametrize(
    ("explained", "named"),
    [
        ("Ours", "Ours"),
        ("Ours\\, and theirs", '"Ours, and theirs"'),
        ('"Ours"', "Ours"),
    ],
)
def test_time_zones_of_the_file_reach_every_event_that_is_in_them(
    run: CommandLine, explained: str, named: str
) -> None:
    zone = (
        f"BEGIN:VTIMEZONE\r\nTZID:{explained}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    events = [event(uid=str(hour), hour=hour, title=str(hour)) for hour in (12, 14)]
    file = calendar(zone, *(text.replace("Europe/Berlin", named) for text in events))
    assert take(run, file).document["unreadable"] == []
    assert len(blocked(run)) == 2


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (calendar(event(title="Müller")).encode("utf-16"), "Müller"),
        (calendar(event(title="Müller")).encode("utf-16-le"), "Müller"),
        (b"\xfe\xff" + calendar(event(title="Müller")).encode("utf-16-be"), "Müller"),
        (calendar(event(title="Müller")).lower().encode("utf-32"), "müller"),
        (calendar(event(title="Müller")).encode("utf-8-sig"), "Müller"),
        (calendar(event(title="Müller")).encode("latin-1"), "Müller"),
        (calendar(event(title="5 €")).encode("cp1252"), "5 €"),
        (calendar(event(title="mac")).replace("\r\n", "\r").encode(), "mac"),
        (calendar(event(title="Caf~XX")).encode().replace(b"~", b"\xc3\r\n \xa9"), "CaféXX"),
        (calendar(event(title="a~b")).encode().replace(b"~", b"\xf0\x9f\n\t\x8e\x89"), "a🎉b"),
    ],
)
def test_a_file_in_another_encoding_keeps_its_letters(
    run: CommandLine, content: bytes, title: str
) -> None:
    assert take(run, content).document["blocked"] == 1
    assert blocked(run) == [(title, "10:00")]


@pytest.mark.parametrize(
    ("encoding", "is_guessed"),
    [("cp1251", True), ("utf-8", False), ("utf-8-sig", False), ("utf-16", False)],
)
def test_letters_that_nothing_explains_were_taken_for_western_ones_without_a_word(
    run: CommandLine, encoding: str, is_guessed: bool
) -> None:
    content = calendar(event(title="Привет")).encode(encoding)
    assert take(run, content).document.get("has_guessed_letters", False) is is_guessed
    printed = run("import", "ics", run.folder / "in.ics", "--staff", "Ana")
    assert ("read as those of western Windows" in printed.err) is is_guessed


def test_a_single_event_behind_the_horizon_is_blocked(run: CommandLine) -> None:
    far = event(uid="2", title="far").replace(DAY, f"{NEXT_MONDAY.year + 2}0110")
    file = calendar(event(), far)
    assert take(run, file).document["blocked"] == 2
    again = take(run, file).document
    assert (again["blocked"], again["known"]) == (0, 2)


def test_a_file_that_cancels_its_events_blocks_nothing(run: CommandLine) -> None:
    printed = take(run, calendar("METHOD:CANCEL\r\n", event()))
    assert (printed.status, printed.code) == (2, "INVALID_INPUT")
    assert "METHOD:CANCEL" in printed.document["error"]["message"]
    assert blocked(run) == []


def test_an_own_export_doubles_no_slot_without_title(run: CommandLine) -> None:
    start, end = (f"{NEXT_MONDAY}T{hour}:00" for hour in (12, 13))
    run.json("block", "--staff", "Ana", "--start", start, "--end", end)
    out = run.folder / "out.ics"
    tuesday = NEXT_MONDAY + timedelta(days=1)
    run.json("export", "ics", "--from", NEXT_MONDAY, "--to", tuesday, out)
    document = take(run, out.read_bytes()).document
    assert (document["blocked"], document["known"]) == (0, 1)


def own_export(run: CommandLine) -> bytes:
    """A file with the one appointment of Ana that is booked here."""
    book = ["book", "--calendar", "Consultation", "--contact", "Cleo <cleo@example.org>"]
    run.json(*book, "--staff", "Ana", "--start", f"{NEXT_MONDAY}T10:00")
    out = run.folder / "out.ics"
    tuesday = NEXT_MONDAY + timedelta(days=1)
    run.json("export", "ics", "--from", NEXT_MONDAY, "--to", tuesday, out)
    return out.read_bytes()


def test_an_own_export_does_not_block_its_own_appointments(run: CommandLine) -> None:
    content = own_export(run)
    file = run.folder / "in.ics"
    file.write_bytes(content)
    printed = run("import", "ics", file, "--staff", "Ana")
    assert printed.out == "Blocked 0 times for Ana. 1 is already an appointment here.\n"
    document = take(run, content.replace(b"UID:", b"UID:other-")).document
    assert (document["blocked"], document["appointments"]) == (0, 1), "of a store made anew"
    assert blocked(run) == []


def test_an_appointment_moved_since_it_was_exported_is_known_by_its_uid(run: CommandLine) -> None:
    content = own_export(run)
    (row,) = run.json("agenda", "--from", NEXT_MONDAY, "--to", NEXT_MONDAY + timedelta(days=1))
    run.json("move", row["id"], "--start", f"{NEXT_MONDAY}T14:00")
    document = take(run, content).document
    assert (document["blocked"], document["appointments"]) == (0, 1)


def test_somebody_elses_exported_appointments_block(run: CommandLine) -> None:
    file = run.folder / "in.ics"
    file.write_bytes(own_export(run))
    document = run("import", "ics", file, "--staff", "Ben", "--json").document
    assert (document["blocked"], document["appointments"]) == (1, 0)


def test_an_exported_appointment_that_was_cancelled_since_blocks(run: CommandLine) -> None:
    content = own_export(run)
    (row,) = run.json("agenda", "--from", NEXT_MONDAY, "--to", NEXT_MONDAY + timedelta(days=1))
    run.json("cancel", row["id"])
    document = take(run, content).document
    assert (document["blocked"], document["appointments"]) == (1, 0)


def test_an_event_of_a_million_single_dates_is_left_out_and_named(run: CommandLine) -> None:
    dates = ",".join([f"{DAY}T100000Z"] * (MOST_DATES + 1))
    document = take(run, calendar(event(), event(f"RDATE:{dates}", uid="2", title="many"))).document
    assert document["blocked"] == 1
    assert [event["title"] for event in document["unreadable"]] == ["many"]


def test_an_endless_title_is_cut_where_it_is_read(run: CommandLine) -> None:
    take(run, calendar(event(title="x" * (LONGEST_TITLE + 5))))
    assert [len(title) for title, _ in blocked(run)] == [LONGEST_TITLE]


def test_a_series_ended_in_the_file_where_its_dates_did_and_nothing_said_so(
    run: CommandLine,
) -> None:
    book = ("book", "--calendar", "Consultation", "--staff", "Ana", "--contact")
    for who, rule in (("Cleo Park", "FREQ=WEEKLY"), ("Dan Moss", "FREQ=WEEKLY;COUNT=3")):
        hour = 9 if who == "Cleo Park" else 14
        start = f"{NEXT_MONDAY}T{hour:02}:00"
        run.json(*book, who, "--start", start, "--repeat", rule)
    far = NEXT_MONDAY + timedelta(days=5_000)
    asked = ("export", "ics", "--from", NEXT_MONDAY, "--to")
    written = run(*asked, far, run.folder / "far.ics", "--json")
    (series,) = written.document["going_on"]
    assert series["title"] == "Cleo Park"
    assert f"Cleo Park goes on; its dates until {series['until']} are made so far" in written.err
    days = [row["start"][:10] for row in run.json("agenda", "--from", NEXT_MONDAY, "--to", far)]
    assert series["until"] == days[-1]
    near = run(*asked, NEXT_MONDAY + timedelta(days=8), run.folder / "near.ics", "--json")
    assert "going_on" not in near.document


def test_a_series_that_is_followed_no_further_is_named(run: CommandLine) -> None:
    endless = event("RRULE:FREQ=WEEKLY", title="Yoga")
    printed = take(run, calendar(endless, event("RRULE:FREQ=WEEKLY;COUNT=2", uid="2")))
    (series,) = printed.document["going_on"]
    assert series["title"] == "Yoga"
    assert f"Yoga goes on; its dates until {series['until']} are blocked." in printed.err
