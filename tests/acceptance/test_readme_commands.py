"""The commands of README, typed one after the other as they stand there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from tests.command_line import CommandLine
from tests.desk import event
from tests.servers import EMAIL, PASSWORD, Account, radicale

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SUNDAY_BEFORE = datetime(2026, 11, 29, 12, tzinfo=UTC)
DAILY = event("daily", "20261130T090000Z", "20261130T093000Z", "RRULE:FREQ=DAILY;COUNT=4")


def commands() -> Iterator[list[str]]:
    """Each line without `lcdesk`, what is read from a file, and what is said about it."""
    block = re.search(r"## Command line.*?```\n(.*?)```", README, re.DOTALL)
    assert block is not None
    for line in block[1].splitlines():
        name, *words = shlex.split(line.partition(" < ")[0], comments=True)
        assert name == "lcdesk"
        yield words


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Account]:
    """Reached as iCloud by one address, and as another server by its own."""
    with radicale(tmp_path / "radicale") as account:
        work = account.make_calendar("work")
        account.put(f"{work}daily.ics", DAILY)
        yield account


def test_every_command_of_readme_works_as_it_is_written(
    server: Account,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    business = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert business is not None
    run = CommandLine(tmp_path / "data", capsys)
    assert run.load(business[1]).status == 0
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LCDESK_ICLOUD_URL", server.url)
    there = {
        "ana@icloud.com": EMAIL,
        "ben": EMAIL,
        "https://dav.example.org/": server.url,
    }
    with time_machine.travel(SUNDAY_BEFORE):
        for words in commands():
            printed = run(*(there.get(word, word) for word in words), typed=f"{PASSWORD}\n")
            assert printed.status == 0, (words, printed)
        days = ("--from", "2026-11-30", "--to", "2026-12-07")
        titles = [row["title"] for row in run.json("agenda", *days) if row["linked"]]
    assert titles == ["Dentist", "Hygienist", "Dentist", "Dentist"]
    assert (tmp_path / "week.ics").exists()
