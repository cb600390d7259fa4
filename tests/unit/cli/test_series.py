"""Series on the command line: booked by a rule, listed one row an occurrence."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine, workspace


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "data", capsys)
    line.load(workspace())
    return line


def words(rule: str, *more: str, calendar: str = "Consultation") -> tuple[str, ...]:
    return (
        "book", "--calendar", calendar, "--start", f"{NEXT_MONDAY}T10:00",
        "--contact", "Cleo Park <cleo@example.org>", "--repeat", rule, *more,
    )  # fmt: skip


def agenda(run: CommandLine, days: int = 60) -> list[Any]:
    end = NEXT_MONDAY + timedelta(days=days)
    found: list[Any] = run.json("agenda", "--from", NEXT_MONDAY, "--to", end)
    return found


def test_every_occurrence_is_listed(run: CommandLine) -> None:
    made = run.json(*words("FREQ=WEEKLY;COUNT=3", "--staff", "Ana"))
    assert made["series"] == {"appointments": ["a1", "a2", "a3"], "left_out": []}
    rows = agenda(run)
    assert [row["id"] for row in rows] == ["a1", "a2", "a3"]
    assert {row["recurring"] for row in rows} == {True}
    assert [row["start"][:16] for row in rows] == [
        f"{NEXT_MONDAY + timedelta(weeks=week)}T10:00" for week in range(3)
    ]


def test_a_taken_date_refuses_all_unless_it_is_skipped_or_forced(run: CommandLine) -> None:
    second = NEXT_MONDAY + timedelta(weeks=1)
    run.json("book", "--calendar", "Consultation", "--start", f"{second}T10:00", "--staff", "Ana",
             "--contact", "Dan")  # fmt: skip
    refused = run(*words("FREQ=WEEKLY;COUNT=3", "--staff", "Ana"), "--json")
    assert (refused.status, refused.code) == (4, "SLOT_NOT_OPEN")
    assert len(agenda(run)) == 1
    skipped = run.json(*words("FREQ=WEEKLY;COUNT=3", "--staff", "Ana", "--skip-taken"))
    assert len(skipped["series"]["appointments"]) == 2
    assert skipped["series"]["left_out"][0][:16] == f"{second}T10:00"
    forced = run.json(*words("FREQ=WEEKLY;COUNT=2", "--staff", "Ana", "--force"))
    assert len(forced["series"]["appointments"]) == 2


@pytest.mark.parametrize(
    ("rule", "calendar", "status"),
    [
        ("FREQ=YEARLY", "Consultation", 2),
        ("FREQ=WEEKLY;BYDAY=TU", "Consultation", 2),
        ("FREQ=WEEKLY;COUNT=3", "Yoga", 4),
        ("FREQ=WEEKLY;COUNT=3", "Massage", 4),
    ],
)
def test_what_cannot_repeat_is_refused(
    run: CommandLine, rule: str, calendar: str, status: int
) -> None:
    assert run(*words(rule, calendar=calendar)).status == status


def test_cancelling_an_occurrence_leaves_the_others(run: CommandLine) -> None:
    run.json(*words("FREQ=WEEKLY;COUNT=3", "--staff", "Ana"))
    run.json("cancel", "a2")
    assert [row["status"] for row in agenda(run)] == ["confirmed", "cancelled", "confirmed"]


def test_an_appointment_without_a_series_takes_no_skip_taken(run: CommandLine) -> None:
    printed = run("book", "--calendar", "Hall", "--start", f"{NEXT_MONDAY}T10:00", "--contact",
                  "Dan", "--skip-taken")  # fmt: skip
    assert printed.status == 2


def test_a_scope_moves_and_cancels_those_that_follow(run: CommandLine) -> None:
    run.json(*words("FREQ=WEEKLY;COUNT=4", "--staff", "Ana"))
    third = NEXT_MONDAY + timedelta(weeks=2)
    moved = run("move", "a3", "--start", f"{third}T14:00", "--scope", "following", "--json")
    assert (moved.status, moved.document["id"]) == (0, "a3")
    assert "2 appointments of the series were moved." in moved.err
    assert [row["start"][11:16] for row in agenda(run)] == ["10:00", "10:00", "14:00", "14:00"]
    assert run("edit", "a1", "--title", "Physio", "--scope", "all", "--json").status == 0
    assert [row["title"] for row in agenda(run)] == ["Physio", "Physio", "Cleo Park", "Cleo Park"]
    run("cancel", "a1", "--scope", "all")
    assert [row["status"] for row in agenda(run)] == ["cancelled"] * 2 + ["confirmed"] * 2


def test_a_mirrored_event_takes_no_scope(run: CommandLine) -> None:
    assert run("edit", "e1", "--title", "T", "--scope", "all").status == 2


def stands(run: CommandLine, calendar: str = "Consultation", *more: str) -> str:
    """One appointment at ten; its id."""
    made = run.json("book", "--calendar", calendar, "--start", f"{NEXT_MONDAY}T10:00",
                    "--contact", "Cleo Park <cleo@example.org>", *more)  # fmt: skip
    return str(made["id"])


def test_an_appointment_that_stands_repeats(run: CommandLine) -> None:
    first = stands(run, "Consultation", "--staff", "Ana")
    made = run.json("edit", first, "--repeat", "FREQ=WEEKLY;COUNT=3")
    assert made["id"] == first
    assert made["series"] == {"appointments": ["a1", "a2", "a3"], "left_out": []}
    rows = agenda(run)
    assert {(row["recurring"], *row["staff"]) for row in rows} == {(True, "Ana")}
    assert [row["start"][:16] for row in rows] == [
        f"{NEXT_MONDAY + timedelta(weeks=week)}T10:00" for week in range(3)
    ]


def test_what_is_said_of_an_appointment_that_repeats(run: CommandLine) -> None:
    stands(run)
    said = run("edit", "a1", "--repeat", "FREQ=WEEKLY;COUNT=3").out.splitlines()
    assert said[0] == "Repeats: Cleo Park. Booked 2 appointments."
    assert [line.split()[0] for line in said[1:]] == ["a1", "a2", "a3"]


def test_times_and_words_change_before_the_appointment_repeats(run: CommandLine) -> None:
    stands(run)
    run.json("edit", "a1", "--start", f"{NEXT_MONDAY}T14:00", "--title", "Physio",
             "--repeat", "FREQ=DAILY;COUNT=2")  # fmt: skip
    assert [(row["title"], row["start"][11:16]) for row in agenda(run)] == [
        ("Physio", "14:00"), ("Physio", "14:00"),
    ]  # fmt: skip


def test_a_taken_later_date_refuses_the_whole_change_unless_told_otherwise(
    run: CommandLine,
) -> None:
    first = stands(run, "Hall")
    second = NEXT_MONDAY + timedelta(weeks=1)
    run.json("book", "--calendar", "Hall", "--start", f"{second}T10:00", "--contact", "Dan")
    rule = ("--repeat", "FREQ=WEEKLY;COUNT=3")
    refused = run("edit", first, "--title", "Physio", *rule, "--json")
    assert (refused.status, refused.code) == (4, "SLOT_NOT_OPEN")
    assert [row["title"] for row in agenda(run)] == ["Cleo Park", "Dan"]
    skipped = run.json("edit", first, *rule, "--skip-taken")
    assert skipped["series"]["left_out"][0][:16] == f"{second}T10:00"
    third = stands(run, "Hall", "--force")
    forced = run("edit", third, *rule, "--force")
    assert forced.out.count("against the rules") == 3


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("a1", "--skip-taken"), 2),
        (("a1", "--title", "T", "--force"), 2),
        (("a1", "--repeat", "FREQ=YEARLY"), 2),
        (("a1", "--repeat", "FREQ=WEEKLY", "--scope", "all"), 2),
        (("e1", "--repeat", "FREQ=WEEKLY"), 2),
        (("a2", "--repeat", "FREQ=WEEKLY"), 4),
        (("a9", "--repeat", "FREQ=WEEKLY"), 2),
    ],
)
def test_what_cannot_begin_a_series_is_refused(
    run: CommandLine, words: tuple[str, ...], status: int
) -> None:
    stands(run, "Hall")
    stands(run, "Yoga")
    assert run("edit", *words).status == status
    assert [row["recurring"] for row in agenda(run)] == [False, False]


def test_a_saved_series_goes_on_where_it_is_loaded(
    run: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run.json(*words("FREQ=WEEKLY;UNTIL=20990101", "--staff", "Ana", "--force"))
    run.json("cancel", "a2")
    file = tmp_path / "saved.json"
    run.json("workspace", "save", file)
    saved = json.loads(file.read_text())
    assert (len(saved["series"]), saved["appointments"][1]["series"]) == (1, 1)
    run.json("workspace", "load", file)
    run.json("workspace", "save", tmp_path / "again.json")
    assert json.loads((tmp_path / "again.json").read_text()) == saved
    other = CommandLine(tmp_path / "other", capsys)
    other.json("workspace", "load", file)
    other.json("workspace", "save", tmp_path / "again.json")
    assert json.loads((tmp_path / "again.json").read_text()) == saved
    rows = agenda(other, 15)
    assert [row["recurring"] for row in rows] == [True] * 3
    moved = other("move", rows[0]["id"], "--start", f"{NEXT_MONDAY}T11:00", "--scope", "all")
    assert "appointments of the series were moved" in moved.err


def test_a_workspace_without_series_is_saved_as_ever(run: CommandLine, tmp_path: Path) -> None:
    run.json("book", "--calendar", "Hall", "--start", f"{NEXT_MONDAY}T10:00", "--contact", "Dan")
    file = tmp_path / "saved.json"
    run.json("workspace", "save", file)
    text = file.read_text()
    assert "series" not in text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("calendar", "Yoga"),
        ("rule", "FREQ=YEARLY"),
        ("start", "10:00"),
        ("made_to", "soon"),
        ("zone", "Mars/Olympus"),
        ("when_taken", "perhaps"),
    ],
)
def test_a_series_that_makes_no_sense_is_refused_whole(
    run: CommandLine, tmp_path: Path, key: str, value: str
) -> None:
    run.json(*words("FREQ=WEEKLY;COUNT=2", "--staff", "Ana"))
    file = tmp_path / "saved.json"
    run.json("workspace", "save", file)
    document = json.loads(file.read_text())
    document["series"][0][key] = value
    refused = run.load(document)
    assert refused.status == 2
    assert key in refused.document["error"]["message"]


def test_a_series_of_a_service_that_repeats_no_more_is_still_loaded(
    run: CommandLine, tmp_path: Path
) -> None:
    repeats = {"every": "weekly", "times": 3}
    massage = {"name": "Massage", "repeats": repeats}
    assert run.load({"version": 1, "calendars": [massage]}).status == 0
    run.json(*words("FREQ=WEEKLY;COUNT=2", calendar="Massage"))
    assert run.load({"version": 1, "calendars": [massage | {"repeats": None}]}).status == 0
    file = tmp_path / "saved.json"
    run.json("workspace", "save", file)
    document = json.loads(file.read_text())
    assert document["series"][0]["calendar"] == "Massage"
    assert run.load(document).status == 0


@pytest.mark.parametrize("tie", [{"series": 2}, {"series": 1, "series_day": "2026-13-01"}])
def test_a_tie_to_nothing_is_refused(
    run: CommandLine, tmp_path: Path, tie: dict[str, object]
) -> None:
    run.json(*words("FREQ=WEEKLY;COUNT=2", "--staff", "Ana"))
    file = tmp_path / "saved.json"
    run.json("workspace", "save", file)
    document = json.loads(file.read_text())
    document["appointments"][0] |= tie
    assert run.load(document).status == 2
