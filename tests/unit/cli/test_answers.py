"""`--answer` of `book` and `edit`: what a calendar asks, and how the agenda lists it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine, workspace

FIELDS = [
    {"name": "Allergies", "required": True},
    {"name": "a=b", "kind": "yes_no"},
    {"name": "Hair", "kind": "choice", "choices": ["Short", "Long"]},
]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "data", capsys)
    document = workspace()
    for calendar in document["calendars"]:
        if calendar["name"] == "Consultation":
            calendar["fields"] = FIELDS
    assert line.load(document).status == 0
    return line


def words(*answers: str, more: tuple[str, ...] = ()) -> tuple[str, ...]:
    given = [word for answer in answers for word in ("--answer", answer)]
    return (
        "book", "--calendar", "Consultation", "--start", f"{NEXT_MONDAY}T10:00", "--staff", "Ana",
        "--contact", "Cleo Park", *given, *more,
    )  # fmt: skip


def agenda(run: CommandLine) -> list[Any]:
    end = NEXT_MONDAY + timedelta(days=60)
    found: list[Any] = run.json("agenda", "--from", NEXT_MONDAY, "--to", end)
    return found


def test_answers_are_booked_and_listed(run: CommandLine) -> None:
    run.json(*words("allergies=nuts = bad", "a=b=Yes", "Hair=long"))
    (row,) = agenda(run)
    assert row["answers"] == {"Allergies": "nuts = bad", "a=b": "yes", "Hair": "Long"}
    (found,) = run.json("search", "nuts")["upcoming"]
    assert found["answers"] == row["answers"]


def test_a_row_without_answers_has_no_key_more(run: CommandLine) -> None:
    run.json(*words(more=("--force",)))
    (row,) = agenda(run)
    assert "answers" not in row


def test_a_required_answer_that_is_missing_is_a_booking_rule(run: CommandLine) -> None:
    refused = run(*words("Hair=Long"), "--json")
    assert (refused.status, refused.code) == (4, "ANSWER_MISSING")
    plain = run(*words("Hair=Long"))
    assert "Consultation needs an answer to Allergies. Nothing was booked." in plain.err
    series = run(*words(more=("--repeat", "FREQ=WEEKLY;COUNT=2")), "--json")
    assert (series.status, series.code) == (4, "ANSWER_MISSING")
    assert agenda(run) == []
    made = run.json(*words(more=("--force", "--repeat", "FREQ=WEEKLY;COUNT=2")))
    assert len(made["series"]["appointments"]) == 2


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Allergies", "Write it as Field=Value; Consultation asks for: Allergies, a=b, Hair."),
        ("Shoes=38", "“Shoes=38” is no answer."),
        ("Hair=Green", "It can be: Short, Long."),
    ],
)
def test_what_is_no_answer_is_named(run: CommandLine, answer: str, said: str) -> None:
    refused = run(*words("Allergies=none", answer))
    assert refused.status == 2
    assert said in refused.err
    assert agenda(run) == []


def test_one_field_is_answered_once(run: CommandLine) -> None:
    refused = run(*words("Allergies=none", "Allergies=nuts"))
    assert refused.status == 2
    assert "answers what was answered already" in refused.err


def test_answers_are_changed_and_others_stay(run: CommandLine) -> None:
    made = run.json(*words("Allergies=none", "Hair=Long"))
    run.json("edit", made["id"], "--answer", "allergies=nuts", "--answer", "Hair=")
    (row,) = agenda(run)
    assert row["answers"] == {"Allergies": "nuts"}
    refused = run("edit", made["id"], "--answer", "Hair=Green", "--title", "Other")
    assert refused.status == 2
    assert "It can be: Short, Long." in refused.err
    assert [row["title"] for row in agenda(run)] == [row["title"]]


def test_one_date_of_a_series_is_answered_or_all_are(run: CommandLine) -> None:
    made = run.json(*words("Allergies=none", more=("--repeat", "FREQ=WEEKLY;COUNT=2")))
    run.json("edit", made["id"], "--answer", "Hair=Long")
    assert ["Hair" in row["answers"] for row in agenda(run)] == [True, False]
    run.json("edit", made["id"], "--answer", "Allergies=nuts", "--scope", "all")
    assert [row["answers"]["Allergies"] for row in agenda(run)] == ["nuts", "nuts"]


def test_an_event_that_was_read_answers_nothing(run: CommandLine) -> None:
    refused = run("edit", "e1", "--answer", "Hair=Long")
    assert refused.status == 2
    assert "--answer is for appointments" in refused.err


def test_blanks_around_the_name_of_a_field_kept_its_answer_from_being_understood(
    run: CommandLine,
) -> None:
    refused = run(*words("Allergies=none", "a=b =perhaps"))
    assert "“perhaps” is no answer to “a=b”" in refused.err
    run.json(*words(" allergies = nuts", "a=b = Yes"))
    (row,) = agenda(run)
    assert row["answers"] == {"Allergies": "nuts", "a=b": "yes"}
