"""The example in the help of each command, typed as it stands there, on README's business."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from lcdesk.cli import main
from lcdesk.cli.completion.grammar import commands
from lcdesk.cli.examples import EXAMPLES
from lcdesk.cli.parser import build_parser
from tests.command_line import CommandLine
from tests.desk import event
from tests.servers import EMAIL, PASSWORD, Account, radicale

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BEFORE = datetime(2026, 11, 29, 12, tzinfo=UTC)
DAMAGED = event("damaged", "20261204T090000Z", "20261204T093000Z").replace(
    "DTSTART:20261204T090000Z", "DTSTART;TZID=Nowhere/Land:20261204T090000"
)
BOOK = 'book --calendar Consultation --staff Ana --contact "Cleo Park <cleo@example.org>" --start'


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Account]:
    """With one calendar, in which an event is that nobody can read."""
    with radicale(tmp_path / "radicale") as account:
        account.put(f"{account.make_calendar('work')}damaged.ics", DAMAGED)
        yield account


def business() -> str:
    found = re.search(r"```json\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found[1]


def prepare(run: CommandLine, server: Account, folder: Path) -> None:
    """What the examples are about: a1, an appointment a2 that was deleted there, what waits."""
    (folder / "business.json").write_text(business())
    (folder / "holidays.ics").write_text(event("day", "20261225T000000Z", "20261226T000000Z"))
    with time_machine.travel(BEFORE):
        for words in (
            "workspace load business.json",
            "account add --provider icloud --email ana@example.org --staff Ana --password-stdin",
            "linked role 1 primary",
            "sync",
            "timeoff add --first 2027-01-04 --staff Ben",
            "waiting add --calendar Yoga --contact Dana --first 2026-12-01 --last 2026-12-11",
            "block --staff Ana --start 2026-12-04T15:00 --end 2026-12-04T16:00",
            f"{BOOK} 2026-11-30T10:00",
            f"{BOOK} 2026-11-30T17:00",
            f"{BOOK} 2027-02-01T10:00 --repeat FREQ=WEEKLY;COUNT=2",
            "sync",
            "export all everything.zip",
            "contact export people.vcf",
            "backup create",
        ):
            printed = run(*shlex.split(words), typed=f"{PASSWORD}\n")
            assert printed.status == 0, (words, printed)
    work = server.calendar("work")
    (path,) = (path for path in server.members(work) if "T170000" in (server.get(path) or ""))
    server.delete(path)
    for later in (5, 10):  # nothing is believed at once
        with time_machine.travel(BEFORE + timedelta(minutes=later)):
            assert run("sync").status == 0


def test_every_command_has_an_example() -> None:
    known = list(commands(build_parser()))
    alone = {"activity", "attention"}  # mean something without a word behind them too
    wanted = {one.path for one in known if one.path and (not one.below or one.path in alone)}
    assert set(EXAMPLES) == wanted


def test_help_shows_the_example_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    for name, example in EXAMPLES.items():
        with pytest.raises(SystemExit) as ended:
            main([*name.split(), "--help"])
        assert ended.value.code == 0
        assert f"  {example}\n" in capsys.readouterr().out


def test_every_example_works_as_it_is_written(
    server: Account,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = tmp_path / "made"
    made.mkdir()
    monkeypatch.chdir(made)
    monkeypatch.setenv("LCDESK_ICLOUD_URL", server.url)
    prepare(CommandLine(made / "data", capsys), server, made)
    for name, example in EXAMPLES.items():
        folder = tmp_path / name.replace(" ", "-")
        shutil.copytree(made, folder)
        monkeypatch.chdir(folder)
        run = CommandLine(folder / "data", capsys)
        program, *words = shlex.split(example.partition(" < ")[0])
        assert program == "lcdesk"
        with time_machine.travel(BEFORE + timedelta(minutes=11)):
            if name == "account add":
                run("account", "remove", 1)
            if name == "redo":
                assert run("undo").status == 0
            there = [EMAIL if word == "ana@icloud.com" else word for word in words]
            printed = run(*there, typed=f"{PASSWORD}\n")
        assert printed.status == 0, (name, printed)
