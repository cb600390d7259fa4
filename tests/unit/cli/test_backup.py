"""`lcdesk backup`: copies made, listed and restored without a window."""

from __future__ import annotations

from pathlib import Path

from tests.command_line import NEXT_MONDAY, CommandLine
from tests.desk import open_store

BOOK = ("book", "--calendar", "Hall", "--contact", "C", "--start", f"{NEXT_MONDAY}T10:00")


def appointments(run: CommandLine) -> int:
    file = run.folder / "saved.json"
    return int(run.json("workspace", "save", file)["appointments"])


def test_made_listed_restored(run: CommandLine) -> None:
    made = run.json("backup", "create")
    run.json(*BOOK)
    (listed,) = run.json("backup", "list")["copies"]
    assert listed["name"] == made["name"]
    assert (listed["staff"], listed["calendars"], listed["appointments"]) == (2, 5, 0)
    restored = run("backup", "restore", made["name"], "--json").document
    assert Path(restored["set_aside"]).exists()
    assert appointments(run) == 0
    assert len(run.json("backup", "list")["copies"]) == 2


def test_without_copies_says_how_to_make_one(run: CommandLine) -> None:
    assert "lcdesk backup create" in run("backup", "list").out
    printed = run("backup", "restore", "--json")
    assert printed.status == 5
    assert "no copy that is whole" in printed.document["error"]["message"]


def test_an_unknown_name_is_no_path(run: CommandLine) -> None:
    printed = run("backup", "restore", "../lcdesk.sqlite3", "--json")
    assert (printed.status, printed.code) == (2, "INVALID_INPUT")


def test_a_store_that_is_open_elsewhere_is_refused(run: CommandLine) -> None:
    made = run.json("backup", "create")
    other = open_store(run.folder)
    try:
        other.integrity()
        printed = run("backup", "restore", made["name"], "--json")
    finally:
        other.close()
    assert printed.status == 5
    assert "Another program holds" in printed.document["error"]["message"]


def test_a_damaged_store_names_the_newest_whole_copy(run: CommandLine) -> None:
    run.json(*BOOK)
    made = run.json("backup", "create")
    store = run.folder / "lcdesk.sqlite3"
    store.write_bytes(store.read_bytes()[:9000])
    printed = run("outbox", "--json")
    assert printed.status == 5
    (detail,) = printed.document["error"]["details"]
    assert f"lcdesk backup restore {made['name']}" in detail
    assert run("backup", "restore").status == 0
    assert appointments(run) == 1


def test_a_damaged_store_without_a_copy_says_so(run: CommandLine) -> None:
    store = run.folder / "lcdesk.sqlite3"
    store.write_bytes(b"Dear Sir or Madam, " * 400)
    printed = run("outbox")
    assert printed.status == 5
    assert "damaged" in printed.err
    assert "no copy of it" in printed.err
