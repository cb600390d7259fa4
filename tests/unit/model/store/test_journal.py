"""Rows of Activity: gathered for a pass, bounded, and gone with a transaction that fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from lcdesk.model.domain.changes import ChangeOrigin, Topic
from lcdesk.model.domain.journal import Deed, Entry, Item, JournalKind, Note
from lcdesk.model.domain.undo import RowImage
from lcdesk.model.store import journal, undo_steps
from lcdesk.model.store.database import Database
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.tables import staff
from lcdesk.model.store.undo_steps import get_step, set_undone
from tests.desk import open_store

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


class ClockByHand:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> ClockByHand:
    return ClockByHand()


@pytest.fixture
def database(tmp_path: Path, clock: ClockByHand) -> Iterator[Database]:
    opened = open_store(tmp_path, clock)
    yield opened
    opened.close()


def read(number: int, *, title: str = "Dentist") -> Note:
    item = Item(Deed.ADDED, title, NOW, f"a{number}")
    return Note(JournalKind.EVENTS, counts={Deed.ADDED: 1}, items=(item,))


def tell(database: Database, *notes: Note) -> None:
    with database.write() as tx:
        for note in notes:
            tx.tell(note)


def rows(database: Database) -> tuple[Entry, ...]:
    with database.read() as reader:
        return journal_page(reader, limit=100)


def test_a_row_says_when_and_what(database: Database) -> None:
    heard: list[frozenset[Topic]] = []
    stop = database.listen(lambda changes: heard.append(changes.topics))
    tell(database, read(7))
    stop()
    (row,) = rows(database)
    assert (row.at, row.items) == (NOW, (Item(Deed.ADDED, "Dentist", NOW, "a7"),))
    assert heard == [{Topic.ACTIVITY}]


def test_a_transaction_that_fails_tells_nothing(database: Database) -> None:
    def fail() -> None:
        with database.write() as tx:
            tx.tell(read(1))
            tx.insert(staff, {"name": None})

    with pytest.raises(IntegrityError):
        fail()
    assert rows(database) == ()


def test_the_pages_of_a_pass_make_one_row_and_another_pass_another(database: Database) -> None:
    first, second = database.in_pass("first"), database.in_pass("second")
    for number in range(30):
        tell(first, read(number), read(100 + number))
    tell(second, read(1))
    newer, older = rows(database)
    assert (older.counts, newer.counts) == ({"added": 60}, {"added": 1})
    assert len(older.items) == journal.NAMED


def test_what_a_person_does_is_never_gathered_with_the_last_time(database: Database) -> None:
    tell(database, read(1))
    tell(database, read(2))
    assert len(rows(database)) == 2


def test_old_rows_and_too_many_rows_go(
    database: Database, clock: ClockByHand, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(database, read(1))
    clock.now += journal.KEPT_FOR + timedelta(minutes=1)
    tell(database, read(2))
    assert [entry.subject or entry.items[0].subject for entry in rows(database)] == ["a2"]
    monkeypatch.setattr(journal, "KEPT_ROWS", 5)
    for number in range(20):
        tell(database, read(number))
    assert [entry.items[0].subject for entry in rows(database)] == [
        "a19",
        "a18",
        "a17",
        "a16",
        "a15",
    ]


def test_pages_go_back_in_time(database: Database) -> None:
    for number in range(5):
        tell(database, read(number))
    with database.read() as reader:
        first = journal_page(reader, limit=2)
        rest = journal_page(reader, limit=10, before=first[-1].id)
    assert [entry.items[0].subject for entry in (*first, *rest)] == ["a4", "a3", "a2", "a1", "a0"]


def released() -> Note:
    image = RowImage("deleted_event", (7,), {"raw": "x" * 100}, None)
    return Note(JournalKind.RELEASED, counts={Deed.RELEASED: 1}, images=(image,))


def test_a_row_that_was_undone_offers_it_no_more(database: Database) -> None:
    tell(database, released())
    (row,) = rows(database)
    assert row.can_be_undone
    with database.write(ChangeOrigin.UNDO) as tx:
        step = get_step(tx, row.step)
        assert step is not None
        set_undone(tx, step)
    assert not rows(database)[0].can_be_undone
    assert rows(database)[0].undone_at == NOW


def test_a_row_too_large_to_be_kept_cannot_be_undone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo_steps, "LARGEST", 10)
    tell(database, released())
    assert not rows(database)[0].can_be_undone
