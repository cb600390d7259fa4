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
    listed = run("slots", "--calendar", "Consultation", "--staff", "Ben", "--from", NEXT_MONDAY,
                 "--to", last, "--explain", "--json")  # fmt: skip
    said = {one["what"] for slot in listed.document for one in slot["reasons"]}
    assert "Train 09:00–10:00 (America/New_York)" in said
