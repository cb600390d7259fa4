"""`lcdesk undo` and `lcdesk redo` in this process."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine


@pytest.fixture(autouse=True)
def booked(run: CommandLine) -> None:
    made = run("book", "--calendar", "Consultation", "--start", f"{NEXT_MONDAY}T15:00", "--staff",
               "Ana", "--contact", "Dan")  # fmt: skip
    assert made.status == 0


def starts(run: CommandLine) -> list[str]:
    """When what stands in that week begins."""
    end = NEXT_MONDAY + timedelta(days=7)
    return [row["start"][11:16] for row in run.json("agenda", "--from", NEXT_MONDAY, "--to", end)]


def test_what_was_done_last_is_undone_and_done_again(run: CommandLine) -> None:
    assert run("move", "a1", "--start", f"{NEXT_MONDAY}T16:00").status == 0
    undone = run.json("undo")
    assert (undone["deed"], undone["title"], undone["undone"]) == ("moved", "Dan", True)
    assert starts(run) == ["15:00"]
    assert run("redo").out.startswith("Done again: moved  Dan  ")
    assert starts(run) == ["16:00"]
    assert run("undo").out.startswith("Undone: moved  Dan  ")
    assert run("undo").out.startswith("Undone: booked  Dan  ")
    assert starts(run) == []


def test_nothing_to_do_again_is_refused_by_rule(run: CommandLine) -> None:
    refused = run("redo", "--json")
    assert refused.status == 4
    assert refused.document["error"]["message"] == "There is nothing to do again."


def test_a_record_is_named_too(run: CommandLine) -> None:
    assert run("timeoff", "add", "--first", NEXT_MONDAY, "--staff", "Ana", "--title",
               "Winter").status == 0  # fmt: skip
    undone = run.json("undo")
    assert (undone["deed"], undone["what"], undone["title"]) == ("added", "time_off", "Winter")
    assert undone["start"] is None
