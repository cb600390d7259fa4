"""What happens around a command: words, exit statuses, errors, and what is not imported."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lcdesk.cli import entry, main, passes
from lcdesk.cli.output import Answer, table
from tests.command_line import CommandLine


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "data", capsys)


def test_json_stands_before_or_after_the_command(run: CommandLine) -> None:
    for words in (("--json", "linked", "list"), ("linked", "--json", "list"),
                  ("linked", "list", "--json")):  # fmt: skip
        assert run(*words).document == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("account", "list"), "No account is connected yet. See: lcdesk account add --help"),
        (("linked", "list"), "No linked calendars yet."),
        (("attention",), "Nothing waits for you."),
        (("outbox",), "No change waits to be sent."),
        (("activity",), "Nothing has happened yet."),
        (("agenda", "--from", "2030-01-01", "--to", "2030-01-02"), "No appointment and no blocked"),
    ],
)
def test_an_empty_list_says_what_is_missing(
    run: CommandLine, words: tuple[str, ...], told: str
) -> None:
    """It said "Nothing." whatever was asked for."""
    assert run(*words).out.startswith(told)
    assert run(*words, "--json").document == []


def test_days_without_open_times_say_where_the_reasons_are(run: CommandLine) -> None:
    hours = {"mon": [["09:00", "10:00"]]}
    hall = {"name": "Hall", "kind": "simple", "zone": "UTC", "hours": hours, "notice": "0m"}
    run.load({"version": 1, "calendars": [hall]})
    slots = ("slots", "--calendar", "Hall", "--from", "2020-01-06", "--to", "2020-01-07")
    assert run(*slots).out == "No open time on these days. --explain gives the reasons.\n"
    assert "already started" in run(*slots, "--explain").out
    sunday = ("slots", "--calendar", "Hall", "--from", "2020-01-05", "--to", "2020-01-06")
    assert run(*sunday, "--explain").out == "There are no hours on these days.\n"


def test_data_stands_after_the_command_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = CommandLine(tmp_path / "data", capsys)
    assert main(["account", "list", "--json", "--data", str(run.folder)]) == 0
    assert capsys.readouterr().out == "[]\n"


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("account",),
        ("agenda", "--from", "2026-12-01"),
        ("linked", "role", "one", "primary"),
        ("linked", "role", "1", "best"),
        ("status", "a1", "cancelled"),
        ("sync", "--ful"),  # no guessing
        ("block", "--staff", "Ana", "--calendar", "Hall", "--start", "x", "--end", "y"),
        ("--demo", "--minimised"),
        ("--demo", "linked", "list"),
        ("book", "--calendar", "\udcff", "--start", "x", "--contact", "y"),
    ],
)
def test_wrong_usage(run: CommandLine, words: tuple[str, ...]) -> None:
    printed = run(*words)
    assert (printed.status, printed.out) == (2, "")
    assert "usage: lcdesk" in printed.err
    printed = run(*words, "--json")
    assert (printed.status, printed.code, printed.err) == (2, "USAGE", "")
    assert set(printed.document["error"]) == {"code", "title", "message", "details"}


def test_version_with_and_without_json(run: CommandLine) -> None:
    version = run("--version", "--json").document["version"]
    assert run("--version").out == f"lcdesk {version}\n"


@pytest.mark.parametrize("words", ["--version", "--help", "frobnicate", "book --help"])
def test_start_imports_nothing_heavy(words: str, tmp_path: Path) -> None:
    program = (
        "import sys, contextlib\n"
        "from lcdesk.cli import main\n"
        "with contextlib.suppress(SystemExit): main(sys.argv[1:])\n"
        "heavy = {'sqlalchemy', 'PySide6', 'caldav', 'icalendar', 'keyring', 'platformdirs'}\n"
        "sys.exit(len(heavy & set(sys.modules)))\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program, *words.split()], capture_output=True, timeout=60
    )
    assert answer.returncode == 0


def test_commands_import_no_qt(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom lcdesk.cli import main\n"
        "main(sys.argv[1:])\nsys.exit('PySide6' in sys.modules)\n"
    )
    words = ["--data", str(tmp_path / "data"), "doctor"]
    answer = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, timeout=60
    )
    assert answer.returncode == 0


def test_what_nobody_foresaw_goes_to_the_log(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Answer:
        raise RuntimeError("a secret place: https://ana:hunter2@example.org/")

    monkeypatch.setattr(entry, "run", broken)
    printed = run("linked", "list", "--json")
    assert (printed.status, printed.code, printed.err) == (1, "UNEXPECTED", "")
    log = run.folder / "lcdesk.log"
    assert str(log) in printed.document["error"]["message"]
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "hunter2" not in log.read_text(encoding="utf-8")


def test_interrupted(run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> Answer:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "run", interrupted)
    printed = run("linked", "list", "--json")
    assert (printed.status, printed.code) == (130, "INTERRUPTED")


def test_folder_that_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.touch()
    assert main(["--data", str(file), "linked", "list", "--json"]) == 5
    assert "STORE_UNUSABLE" in capsys.readouterr().out


def test_damaged_data_file_is_left_as_it_is(run: CommandLine) -> None:
    database = run.folder / "lcdesk.sqlite3"
    database.write_bytes(b"no database at all" * 400)
    printed = run("linked", "list", "--json")
    assert (printed.status, printed.code) == (5, "STORE_UNUSABLE")
    assert database.read_bytes().startswith(b"no database")
    doctor = run("doctor", "--json")
    assert doctor.status == 5
    states = {check["name"]: check["state"] for check in doctor.document["checks"]}
    assert states["data file"] == "failed"
    assert states["versions"] == "ok"


@pytest.mark.parametrize("words", ["agenda --from 2026-12-01 --to 2026-12-02", "doctor", ""])
def test_current_folder_that_was_removed(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["--data", "rel", *words.split()]) == 5
    assert "current folder was removed" in capsys.readouterr().err
    assert main(["--data", str(tmp_path / "full"), "account", "list"]) == 0


def test_reader_that_has_heard_enough(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "lcdesk", "--data", str(tmp_path / "data"), "doctor", "--json"]
    reading, writing = os.pipe()
    os.close(reading)
    answer = subprocess.run(words, stdout=writing, stderr=subprocess.PIPE, timeout=60)
    os.close(writing)
    assert answer.stderr == b""


def test_table_cells_cannot_write_over_the_terminal() -> None:
    text = table(["A", "B"], [["\x1b[2Jone\ntwo", None], ["x", True]])
    assert text == "A            B\n\ufffd[2Jone two\nx            yes"


class Terminal(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_that_is_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    passes.show("Ana, Work", 100, 10_000)
    passes.show("Ana, Work", 1_250, 10_000)
    *_, last = terminal.getvalue().split("\r\x1b[K")
    assert last == "Ana, Work: 1,250 of 10,000"
    assert "\n" not in terminal.getvalue()


def test_progress_says_nothing_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    passes.show("Ana, Work", 100, 10_000)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("noun", ["", "timeoff", "waiting"])
def test_the_help_of_a_noun_says_nothing_that_nobody_wrote(
    run: CommandLine, noun: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(*noun.split(), "--help")
    assert "None" not in map(str.strip, capsys.readouterr().out.splitlines())


def test_an_answer_is_refused_where_nothing_would_keep_it(run: CommandLine) -> None:
    days = ("--first", "2036-12-01", "--last", "2036-12-02")
    waiting = ("waiting", "add", "--calendar", "Consultation", "--contact", "Dan", *days)
    slots = ("slots", "--calendar", "Consultation", "--from", "2036-12-01", "--to", "2036-12-02")
    for command in (waiting, slots):
        assert "--answer" in run(*command, "--answer", "Skin=perhaps").err
