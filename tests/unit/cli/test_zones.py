"""Which zone `slots` and `book` go by, and times of several zones beside each other."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine, workspace


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path, capsys)
    file = tmp_path / "workspace.json"
    file.write_text(json.dumps(workspace()))
    assert line("workspace", "load", file).status == 0
    return line


def test_slots_printed_one_zone_and_book_read_the_other(run: CommandLine) -> None:
    """Ben works in New York on a calendar of Berlin."""
    last = NEXT_MONDAY + timedelta(days=1)
    asked = ("--calendar", "Consultation", "--staff", "Ben")
    listed = run("slots", *asked, "--from", NEXT_MONDAY, "--to", last, "--json")
    first = listed.document[0]["start"]
    assert first.startswith(f"{NEXT_MONDAY}T09:00:00-0")
    assert "America/New_York, where Ben is" in listed.err
    assert len(listed.document) == 8
    table = run("slots", *asked, "--from", NEXT_MONDAY, "--to", last).out
    assert f"{NEXT_MONDAY} 09:00" in table
    booked = run("book", *asked, "--start", first[:16], "--contact", "Cleo Park")
    assert booked.status == 0
    assert f"{NEXT_MONDAY} 09:00 to 10:00 America/New_York" in booked.out


def test_without_a_member_both_go_by_the_calendar(run: CommandLine) -> None:
    last = NEXT_MONDAY + timedelta(days=1)
    asked = ("--calendar", "Consultation")
    listed = run("slots", *asked, "--from", NEXT_MONDAY, "--to", last, "--json")
    assert listed.document[0]["start"].startswith(f"{NEXT_MONDAY}T09:00:00+0")
    booked = run("book", *asked, "--start", f"{NEXT_MONDAY}T09:00", "--contact", "Cleo Park")
    assert f"{NEXT_MONDAY} 09:00 to 10:00 Europe/Berlin" in booked.out


def test_times_of_two_zones_stood_side_by_side_without_their_zone(run: CommandLine) -> None:
    last = NEXT_MONDAY + timedelta(days=1)
    for name in ("Ana", "Ben"):
        made = run("block", "--staff", name, "--start", f"{NEXT_MONDAY}T09:00", "--end",
                   f"{NEXT_MONDAY}T10:00")  # fmt: skip
        assert made.status == 0
    listed = run("agenda", "--from", NEXT_MONDAY, "--to", last).out
    assert f"{NEXT_MONDAY} 10:00 Europe/Berlin" in listed
    assert f"{NEXT_MONDAY} 10:00 America/New_York" in listed
    alone = run("agenda", "--from", NEXT_MONDAY, "--to", last, "--staff", "Ben").out
    assert "America/New_York" not in alone


def test_a_reason_of_another_zone_named_no_zone(run: CommandLine) -> None:
    last = NEXT_MONDAY + timedelta(days=1)
    run("block", "--staff", "Ben", "--start", f"{NEXT_MONDAY}T09:00", "--end",
        f"{NEXT_MONDAY}T10:00", "--title", "Train")  # fmt: skip
    run("block", "--staff", "Ana", "--start", f"{NEXT_MONDAY}T09:00", "--end",
        f"{NEXT_MONDAY}T17:00")  # fmt: skip
    asked = ("--calendar", "Consultation", "--from", NEXT_MONDAY, "--to", last, "--explain")
    listed = run("slots", *asked, "--json")
    said = {reason["what"] for slot in listed.document for reason in slot["reasons"]}
    assert "Train 09:00–10:00 (America/New_York)" in said
    listed = run("slots", *asked, "--staff", "Ben", "--json")
    said = {reason["what"] for slot in listed.document for reason in slot["reasons"]}
    assert "Train 09:00–10:00" in said, "every time of this answer is on Ben's clock"


def test_a_refusal_named_the_times_of_another_clock_than_it_had_read(run: CommandLine) -> None:
    for title, hour in (("Train", 9), ("Call", 11)):
        run("block", "--staff", "Ben", "--start", f"{NEXT_MONDAY}T{hour:02}:00", "--end",
            f"{NEXT_MONDAY}T{hour + 1}:00", "--title", title)  # fmt: skip
    asked = ("--calendar", "Consultation", "--staff", "Ben", "--contact", "Cleo Park")
    refused = run("book", *asked, "--start", f"{NEXT_MONDAY}T09:00", "--json")
    assert refused.status == 4
    assert refused.document["error"]["details"] == [
        "USER: Ben is not free then", "BLOCKED: Train 09:00–10:00",
    ]  # fmt: skip
    made = run("book", *asked, "--start", f"{NEXT_MONDAY}T10:00", "--json").document
    for words in (("edit", made["id"]), ("edit", made["id"], "--staff", "Ben")):
        refused = run(*words, "--start", f"{NEXT_MONDAY}T11:00", "--json")
        assert "BLOCKED: Call 11:00–12:00" in refused.document["error"]["details"]
    refused = run("book", *asked, "--start", f"{NEXT_MONDAY}T10:00", "--repeat",
                  "FREQ=WEEKLY;COUNT=2", "--json")  # fmt: skip
    assert any(
        detail.startswith(f"{NEXT_MONDAY}T10:00-0") and detail.endswith("Cleo Park’s 10:00")
        for detail in refused.document["error"]["details"]
    )


def test_move_read_the_zone_of_a_member_who_had_moved_house_since(run: CommandLine) -> None:
    """What is printed and what is read is on the clock of whoever has it now."""
    asked = ("--calendar", "Consultation", "--staff", "Ben", "--contact", "Cleo Park")
    made = run("book", *asked, "--start", f"{NEXT_MONDAY}T10:00", "--json").document
    assert made["start"].startswith(f"{NEXT_MONDAY}T10:00:00-0")
    moved_house = workspace()
    moved_house["staff"][1]["zone"] = "Europe/Berlin"
    assert run.load(moved_house).status == 0
    after = run("move", made["id"], "--start", f"{NEXT_MONDAY}T12:00", "--json").document
    assert after["start"].startswith(f"{NEXT_MONDAY}T12:00:00+0")
    last = NEXT_MONDAY + timedelta(days=1)
    (row,) = run.json("agenda", "--from", NEXT_MONDAY, "--to", last)
    assert row["start"] == after["start"]


def test_an_appointment_kept_the_clock_of_the_member_who_gave_it_away(run: CommandLine) -> None:
    asked = ("--calendar", "Consultation", "--contact", "Cleo Park")
    made = run("book", *asked, "--staff", "Ben", "--start", f"{NEXT_MONDAY}T09:00").out
    assert "America/New_York" in made
    run("block", "--staff", "Ben", "--start", f"{NEXT_MONDAY}T00:00", "--end",
        f"{NEXT_MONDAY}T09:00")  # fmt: skip
    moved = run("move", "a1", "--start", f"{NEXT_MONDAY}T09:00+01:00", "--json").document
    assert moved["staff"] == ["Ana"]
    assert "Europe/Berlin" in run("edit", "a1", "--notes", "By train").out
