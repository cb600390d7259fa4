"""The command line in the terminal's language; JSON is English whatever the terminal speaks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest
from translations import compile_all

from lcdesk.cli.doctor import Health
from lcdesk.cli.wording.language import language_of, speak, worded, words
from lcdesk.cli.wording.values import value_word
from lcdesk.model.commands.contacts.files import Standing
from lcdesk.model.domain.accounts import AccountState, Role
from lcdesk.model.domain.events import Status, SyncState
from lcdesk.model.domain.journal import Deed, JournalKind
from lcdesk.model.domain.message import Message, upcoming
from lcdesk.model.domain.remote import OutboxKind, OutboxState
from tests.command_line import NEXT_MONDAY, CommandLine, workspace


@pytest.fixture
def run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[CommandLine]:
    """A German terminal."""
    compile_all()
    run = CommandLine(tmp_path / "data", capsys)
    run.load(workspace())
    monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")
    yield run
    speak("en")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "de_DE.UTF-8", "LANG": "en_GB.UTF-8"}, "de"),
        ({"LC_ALL": "", "LC_MESSAGES": "de_AT", "LANG": "C"}, "de"),
        ({"LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"}, "c"),
        ({"LC_MESSAGES": "en_US", "LANG": "de_DE"}, "en"),
        ({"LANG": "de@euro"}, "de"),
        ({"LANGUAGE": "de"}, "de"),
        ({"LANGUAGE": "de_AT:en", "LC_ALL": "en_GB.UTF-8", "LANG": "en_GB.UTF-8"}, "de"),
        ({"LANGUAGE": "xx:de", "LANG": "en_GB.UTF-8"}, "de"),
        ({"LANGUAGE": "en_GB:de", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LANGUAGE": "xx", "LANG": "de_DE.UTF-8"}, "de"),
        ({"LANGUAGE": "", "LANG": "de_DE.UTF-8"}, "de"),
        ({"LANGUAGE": "de", "LANG": "C.UTF-8"}, "de"),
        ({"LANGUAGE": "de", "LC_ALL": "C", "LANG": "de_DE.UTF-8"}, "c"),
        ({}, "en"),
    ],
)
def test_the_first_setting_of_the_terminal_decides(
    environment: dict[str, str], language: str
) -> None:
    compile_all()
    assert language_of(environment) == language


@pytest.mark.parametrize("language", ["c", "posix", "en", "xx", "../lcdesk_de"])
def test_what_it_does_not_speak_is_english(language: str) -> None:
    speak(language)
    assert words("Nothing was found.") == "Nothing was found."


def test_a_german_terminal_read_english(run: CommandLine) -> None:
    day = NEXT_MONDAY.isoformat()
    book = ("book", "--calendar", "Massage", "--contact", "Cleo Park <cleo@example.org>")
    booked = run(*book, "--start", f"{day}T10:00")
    assert booked.out.startswith(f"Gebucht: a1  {day} 10:00 bis 11:00 Europe/Berlin")
    listed = run("agenda", "--from", day, "--to", date.fromordinal(NEXT_MONDAY.toordinal() + 1))
    assert listed.out.split()[:8] == [
        "ID", "BEGINN", "ENDE", "WAS", "WER", "WOHER", "STATUS", "SYNCHRONISIERUNG",
    ]  # fmt: skip
    assert " bestätigt " in listed.out
    taken = run(*book, "--start", f"{day}T10:00")
    assert taken.err.startswith("lcdesk: Diese Zeit ist nicht frei. ")
    missing = run("slots", "--calendar", "Masage", "--from", day, "--to", day)
    assert "keinen Kalender namens „Masage“. Meinten Sie Massage?" in missing.err


def test_notes_of_a_german_salon_said_with_in_english(run: CommandLine) -> None:
    mask = {"name": "Mask", "minutes": 15}
    cut = {"name": "Cut", "kind": "service", "staff": ["Ana"], "phases": [10, 10, 10],
           "notice": "0m", "zone": "Europe/Berlin", "add_ons": [mask]}  # fmt: skip
    assert run.load({"version": 1, "calendars": [cut]}).status == 0
    start = f"{NEXT_MONDAY.isoformat()}T10:00"
    booked = run("book", "--calendar", "Cut", "--contact", "Cleo Park <cleo@example.org>",
                 "--start", start, "--add-on", "Mask", "--json")  # fmt: skip
    assert booked.document["id"] == "a1"
    week = ("--from", NEXT_MONDAY, "--to", date.fromordinal(NEXT_MONDAY.toordinal() + 7))
    (entry,) = run("agenda", *week, "--json").document
    assert entry["notes"] == "Mit Mask"


def test_json_followed_the_terminal(run: CommandLine) -> None:
    for words_typed in (
        ("slots", "--calendar", "Nobody", "--from", "2030-01-01", "--to", "2030-01-02"),
        ("slots", "--calendar", "Massage"),
        ("attention", "resolve", "x", "retry"),
    ):
        document = run(*words_typed, "--json").document
        title = document["error"]["title"]
        assert title in ("Not found", "That is not a command")
        assert "ist" not in document["error"]["message"].split()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ((), "Argumente fehlen: --calendar, --from, --to."),
        (("--calendar",), "Argument --calendar: ein Argument erwartet."),
        (("--calendar", "A", "--from", "B", "--to", "C", "--x"), "unbekannte Argumente: --x."),
    ],
)
def test_argparse_said_its_own_words_in_english(
    run: CommandLine, typed: tuple[str, ...], said: str
) -> None:
    answer = run("slots", *typed)
    assert answer.err.startswith("Aufruf: lcdesk")
    assert said in answer.err


def test_other_mistakes_on_a_command_line(run: CommandLine) -> None:
    assert "ungültige Auswahl: 'fly'" in run("fly").err
    both = ("block", "--staff", "Ana", "--calendar", "Hall", "--start", "x", "--end", "y")
    assert "nicht zusammen mit dem Argument --staff möglich" in run(*both).err
    neither = run("block", "--start", "x", "--end", "y").err
    assert "eines der Argumente --staff --calendar wird benötigt" in neither
    assert "'x' ist keine ganze Zahl" in run("account", "remove", "x").err


def test_the_help_of_a_command_is_german_as_a_program_too(tmp_path: Path) -> None:
    compile_all()
    told = subprocess.run(
        [sys.executable, "-m", "lcdesk", "book", "--help"],
        env=os.environ | {"LC_ALL": "de_DE.UTF-8", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[3],
    )
    assert "einen Termin buchen" in told.stdout
    assert "diese Hilfe zeigen und beenden" in told.stdout
    for english in ("options", "usage", " the ", "show"):
        assert english not in told.stdout


def test_forms_for_one_and_many_and_what_stands_in_them() -> None:
    compile_all()
    speak("de")
    try:
        assert worded(upcoming(1)) == "1 anstehender Termin"
        assert worded(upcoming(1250)) == "1250 anstehende Termine"
        day = Message("{who} has no hours on {day}", who=["Ana", "Ben"], day=date(2026, 12, 4))
        assert "2026-12-04" in worded(day)
        assert "Ana und Ben" in worded(day)
    finally:
        speak("en")


@pytest.mark.parametrize(
    "kind", [Status, SyncState, Role, AccountState, OutboxKind, OutboxState, Standing, Health]
)
def test_a_state_stayed_english_in_a_german_table(kind: type[StrEnum]) -> None:
    assert [value for value in kind if not isinstance(value_word(value), Message)] == []


def test_what_happened_stayed_english_in_a_german_table() -> None:
    told = [value.replace("_", " ") for value in (*JournalKind, *Deed)]
    assert [value for value in told if not isinstance(value_word(value), Message)] == []


def test_slots_of_a_day_with_a_clock_change_left_out_the_offset(run: CommandLine) -> None:
    """`01:30 03:00` looked like an hour and a half on the day that the clocks skip an hour."""
    hall = {"name": "Nights", "kind": "simple", "zone": "Europe/Berlin", "duration": 30,
            "interval": 30, "notice": "0m", "hours": {"sun": [["00:00", "06:00"]]}}  # fmt: skip
    run.load({"version": 1, "calendars": [hall]})
    spring, autumn = last_sunday(NEXT_MONDAY.year + 1, 3), last_sunday(NEXT_MONDAY.year + 1, 10)
    for day, line in (
        (spring, f"{spring} 01:30 +01:00  03:00 +02:00"),
        (autumn, f"{autumn} 02:30 +02:00  02:00 +01:00"),
    ):
        after = date.fromordinal(day.toordinal() + 1)
        found = run("slots", "--calendar", "Nights", "--from", day, "--to", after, "--explain")
        assert line in found.out
        week = date.fromordinal(day.toordinal() - 7)
        calm = run("slots", "--calendar", "Nights", "--from", week, "--to", day, "--explain")
        assert f"{week} 01:30  02:00" in calm.out


def last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return date.fromordinal(last.toordinal() - last.isoweekday() % 7)


def test_the_document_of_a_command_is_the_same_in_every_language(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    german = run("doctor", "--json").document["checks"][3]
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert json.dumps(run("doctor", "--json").document["checks"][3]) == json.dumps(german)


def test_language_was_passed_over_and_json_stays_english(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    asked = ("slots", "--calendar", "Masage", "--from", NEXT_MONDAY, "--to", NEXT_MONDAY)
    assert "keinen Kalender namens „Masage“" in run(*asked).err
    refused = run(*asked, "--json")
    assert "Kalender" not in refused.out + refused.err
