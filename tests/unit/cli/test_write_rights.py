"""The command line says that a calendar does not take what is booked."""

from __future__ import annotations

from pathlib import Path

import pytest

from lcdesk.model.commands.accounts import add_account
from lcdesk.model.domain.accounts import LinkedCalendar, Provider, Role
from lcdesk.model.store.accounts import insert_linked, set_linked_role
from lcdesk.model.store.people import all_staff
from tests.command_line import NEXT_MONDAY, CommandLine, workspace
from tests.desk import Desk

SAID = "“Work” of Ana is read-only now. What is booked or changed is kept here and sent later."


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """Ana's primary calendar may only be read."""
    line = CommandLine(tmp_path / "data", capsys)
    line.load(workspace())
    desk = Desk(tmp_path / "data")
    with desk.database.write() as tx:
        ana = next(member for member in all_staff(tx) if member.name == "Ana")
        account = add_account(tx, provider=Provider.ICLOUD, email="ana@example.org", staff=ana.id)
        work = LinkedCalendar(0, account.id, ana.id, "/office/", "/office/", "Work", writable=False)
        set_linked_role(tx, insert_linked(tx, work, 0), Role.PRIMARY)
    desk.close()
    return line


def book(*more: str, calendar: str = "Consultation") -> tuple[str, ...]:
    start = f"{NEXT_MONDAY}T10:00"
    return ("book", "--calendar", calendar, "--start", start, "--contact", "Cleo", *more)


def test_a_booking_that_cannot_be_sent_was_made_without_a_word(run: CommandLine) -> None:
    booked = run(*book("--staff", "Ana"))
    assert (booked.status, booked.err.strip()) == (0, SAID)
    assert run("move", "a1", "--start", f"{NEXT_MONDAY}T12:00").err.strip() == SAID
    assert run("cancel", "a1").err.strip() == SAID


def test_each_date_of_a_series_is_kept_too(run: CommandLine) -> None:
    assert run(*book("--staff", "Ana", "--repeat", "FREQ=WEEKLY;COUNT=2")).err.strip() == SAID


@pytest.mark.parametrize("words", [book("--staff", "Ben"), book(calendar="Hall")])
def test_whom_it_does_not_concern_is_not_told(run: CommandLine, words: tuple[str, ...]) -> None:
    booked = run(*words)
    assert (booked.status, booked.err) == (0, "")


def test_it_waits_for_a_person(run: CommandLine) -> None:
    (matter,) = run.json("attention")
    assert (matter["kind"], matter["choices"]) == ("dead_letter", [])
    assert matter["title"] == "“Work” is read-only now"
