"""`lcdesk activity` in this process: what it lists, and what it takes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.undo import RowImage
from lcdesk.model.store.database import Database
from lcdesk.model.store.preferences import set_preference
from tests.command_line import NEXT_MONDAY, CommandLine, workspace


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "data", capsys)


def tell(run: CommandLine) -> None:
    """Two rows; the second has a way back that is not open any more."""
    database = Database.open(run.folder / "lcdesk.sqlite3")
    with database.write() as tx:
        dentist = Item(Deed.ADDED, "Dentist", tx.began, "a1")
        where = {"calendar": "Home"}
        tx.tell(Note(JournalKind.EVENTS, counts={Deed.ADDED: 1}, items=(dentist,), facts=where))
    with database.write() as tx:
        image = RowImage("linked_calendar", (7,), {"role": "none"}, {"role": "conflict"})
        tx.tell(Note(JournalKind.ROLE, images=(image,)))
    database.close()


def test_activity_is_listed_searched_and_cut_to_days(run: CommandLine) -> None:
    assert run.json("activity") == []
    tell(run)
    role, events = run.json("activity")
    assert list(events) == [
        "id", "at", "kind", "staff", "account", "linked", "counts", "items", "changed", "can_undo",
        "undone",
    ]  # fmt: skip
    assert (events["kind"], events["linked"], events["counts"]) == ("events", "Home", {"added": 1})
    assert (role["kind"], role["can_undo"]) == ("role", True)
    assert run.json("activity", "--search", "DENT home") == [events]
    assert run.json("activity", "--from", events["at"][:10]) == [role, events]
    assert run.json("activity", "--to", events["at"][:10]) == []
    assert "Dentist" in run("activity").out


def test_a_setting_that_was_changed_is_named(run: CommandLine) -> None:
    assert run.json("activity") == []
    database = Database.open(run.folder / "lcdesk.sqlite3")
    with database.write() as tx:
        set_preference(tx, "stale_after_minutes", 90)
    database.close()
    (row,) = run.json("activity")
    assert row["changed"] == ["stale_after_minutes"]
    assert "stale_after_minutes" in run("activity").out


def test_what_cannot_be_undone_is_refused_with_its_reason(run: CommandLine) -> None:
    tell(run)
    role, events = run.json("activity")
    answer = run("activity", "undo", role["id"], "--json")
    assert (answer.status, answer.code) == (4, "CANNOT_BE_UNDONE")
    assert "disconnected" in answer.document["error"]["message"]
    assert run("activity", "undo", events["id"], "--json").code == "CANNOT_BE_UNDONE"
    assert run("activity", "undo", 99, "--json").code == "NOT_FOUND"


def test_an_undo_says_what_it_took_back(run: CommandLine) -> None:
    assert run.load(workspace()).status == 0
    book = ("book", "--calendar", "Consultation", "--contact", "Cleo Park")
    run.json(*book, "--start", f"{NEXT_MONDAY}T16:00")
    booked, records = [row for row in run.json("activity") if row["can_undo"]]
    assert records["kind"] == "record"
    assert "Consultation" in [item["title"] for item in records["items"]]
    listed = run("activity").out.splitlines()
    assert (listed[0].split()[-1], listed[1].split("  ")[-1]) == ("TITLES", "Cleo Park")
    assert run("activity", "undo", booked["id"]).out == "Undone: 1 booked  Cleo Park\n"


def test_a_row_of_activity_counts_nothing_that_did_not_happen(run: CommandLine) -> None:
    database = Database.open(run.folder / "lcdesk.sqlite3")
    with database.write() as tx:
        tx.tell(Note(JournalKind.ROLE, counts={Deed.MOVED: 0}, facts={"calendar": "Home"}))
    database.close()
    assert "0 moved" not in run("activity").out
