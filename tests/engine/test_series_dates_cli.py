"""Dates of a series in the primary calendar, changed by their ids on the command line."""

from __future__ import annotations

from typing import Any

import pytest

from tests.command_line import CommandLine
from tests.desk import event
from tests.engine.practice import Practice

DAILY = "RRULE:FREQ=DAILY;COUNT=4"
DAYS = ("--from", "2026-11-20", "--to", "2026-11-30")


@pytest.fixture
def run(practice: Practice, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Four days from ten to eleven in Berlin, read from iCloud."""
    icloud = practice.icloud
    text = event("one", "20261124T090000Z", "20261124T100000Z", DAILY)
    icloud.home.put(f"{icloud.work}one.ics", text)
    practice.good_pass()
    return CommandLine(practice.desk.folder, capsys)


def agenda(run: CommandLine) -> list[Any]:
    found: list[Any] = run.json("agenda", *DAYS)
    return found


def starts(run: CommandLine) -> list[str]:
    return [row["start"][8:16] for row in agenda(run)]


def test_every_date_of_a_series_has_an_id_that_changes_it_alone(run: CommandLine) -> None:
    """All dates had one id, and renaming by it renamed them all."""
    rows = agenda(run)
    assert len({row["id"] for row in rows}) == 4
    third = rows[2]["id"]
    made = run.json("edit", third, "--title", "Hygienist", "--start", "2026-11-26T15:00")
    assert (made["id"], made["title"], made["start"][:16]) == (
        third, "Hygienist", "2026-11-26T15:00",
    )  # fmt: skip
    assert [row["title"] for row in agenda(run)] == ["Dentist", "Dentist", "Hygienist", "Dentist"]
    assert starts(run) == ["24T10:00", "25T10:00", "26T15:00", "27T10:00"]
    run.json("move", rows[1]["id"], "--start", "2026-11-25T12:00", "--scope", "this")
    assert starts(run) == ["24T10:00", "25T12:00", "26T15:00", "27T10:00"]


def test_all_dates_are_changed_where_that_is_asked_for(run: CommandLine) -> None:
    second = agenda(run)[1]["id"]
    made = run.json("edit", second, "--start", "2026-11-25T08:30", "--minutes", "30",
                    "--title", "Early", "--scope", "all")  # fmt: skip
    assert made["start"][:16] == "2026-11-25T08:30"
    assert starts(run) == ["24T08:30", "25T08:30", "26T08:30", "27T08:30"]
    assert {row["title"] for row in agenda(run)} == {"Early"}


def test_dates_are_cancelled_by_their_ids(run: CommandLine) -> None:
    rows = agenda(run)
    run.json("cancel", rows[1]["id"])
    assert starts(run) == ["24T10:00", "26T10:00", "27T10:00"]
    run.json("cancel", rows[2]["id"], "--scope", "following")
    assert starts(run) == ["24T10:00"]
    refused = run("cancel", rows[0]["id"], "--json")
    assert (refused.status, refused.code) == (4, "READ_ONLY")
    assert starts(run) == ["24T10:00"]


def test_an_id_without_a_date_means_the_next_one(run: CommandLine) -> None:
    number = agenda(run)[0]["id"].partition("@")[0]
    run.json("edit", number, "--title", "One")
    assert sorted(row["title"] for row in agenda(run)) == ["Dentist", "Dentist", "Dentist", "One"]


@pytest.mark.parametrize("date", ["20261128T090000Z", "20269999", "20261124", "99991231T235959Z"])
def test_a_date_that_is_none_is_named(run: CommandLine, date: str) -> None:
    number = agenda(run)[0]["id"].partition("@")[0]
    refused = run("edit", f"{number}@{date}", "--title", "One", "--json")
    assert (refused.status, refused.code) == (2, "NOT_FOUND")
    assert date in refused.document["error"]["message"]


@pytest.fixture
def fair(practice: Practice, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Two whole days of the primary calendar."""
    icloud = practice.icloud
    text = event("fair", "20261124T090000Z", "20261125T090000Z").replace(
        "DTSTART:20261124T090000Z\r\nDTEND:20261125T090000Z",
        "DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261126",
    )
    icloud.home.put(f"{icloud.work}fair.ics", text)
    practice.good_pass()
    return CommandLine(practice.desk.folder, capsys)


@pytest.mark.parametrize("command", ["edit", "move"])
def test_a_time_of_day_for_an_event_of_whole_days_was_dropped_in_silence(
    fair: CommandLine, command: str
) -> None:
    (row,) = agenda(fair)
    refused = fair(command, row["id"], "--start", "2026-11-25T15:00", "--json")
    assert (refused.status, refused.code) == (2, "INVALID_INPUT")
    assert "whole days" in refused.document["error"]["message"]
    assert agenda(fair) == [row]
    for day in ("2026-11-25", "2026-11-26T00:00"):
        moved = fair.json(command, row["id"], "--start", day)
        assert (moved["start"][:10], moved["all_day"]) == (day[:10], True)
