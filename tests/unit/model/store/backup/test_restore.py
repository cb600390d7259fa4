"""A copy takes the store's place whole or not at all, and the store of before stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.copies import CopyKind
from lcdesk.model.domain.errors import StoreDamaged, StoreError, StoreTrouble
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.backup.copies import copies, make_copy
from lcdesk.model.store.backup.restore import restore
from lcdesk.model.store.database import Database
from tests.desk import NOW
from tests.full_disk import full_disk
from tests.salon import Salon, at
from tests.unit.model.store.backup.test_copies import garble, store_of

LATER = NOW + timedelta(hours=1)


def titles(store: Path) -> list[str]:
    database = Database.open(store)
    try:
        with database.read() as reader:
            return [appointment.title for appointment in all_appointments(reader)]
    finally:
        database.close()


@pytest.fixture
def two(salon: Salon) -> Salon:
    """A store with a second booking since its copy."""
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    salon.book(hall, at(1, 10), title="First")
    make_copy(store_of(salon), NOW)
    salon.book(hall, at(1, 12), title="Second")
    return salon


def test_restored_and_restored_back(two: Salon) -> None:
    store = store_of(two)
    two.close()
    (copy,) = copies(store)
    aside = restore(store, copy, LATER)
    assert titles(store) == ["First"]
    newest, oldest = copies(store)
    assert (newest.file, newest.kind, oldest) == (aside, CopyKind.SET_ASIDE, copy)
    restore(store, newest, LATER + timedelta(hours=1))
    assert titles(store) == ["First", "Second"]
    assert aside is not None
    assert aside.exists(), "nothing is deleted"


def test_a_store_that_is_open_is_not_replaced(two: Salon) -> None:
    (copy,) = copies(store_of(two))
    with two.database.read() as reader:
        all_appointments(reader)
        with pytest.raises(StoreTrouble, match="Another program holds"):
            restore(store_of(two), copy, LATER)
    two.close()
    assert titles(store_of(two)) == ["First", "Second"]


def test_a_damaged_copy_is_not_restored(two: Salon) -> None:
    store = store_of(two)
    two.close()
    (copy,) = copies(store)
    garble(copy.file)
    with pytest.raises(StoreError, match="is damaged"):
        restore(store, copy, LATER)
    assert titles(store) == ["First", "Second"]


def test_a_full_disk_changes_nothing(two: Salon) -> None:
    store = store_of(two)
    two.close()
    (copy,) = copies(store)
    with full_disk(), pytest.raises(StoreTrouble, match="no space left"):
        restore(store, copy, LATER)
    assert titles(store) == ["First", "Second"]
    assert copies(store) == [copy]


@pytest.mark.parametrize("how", ["cut", "garbled", "text", "empty"])
def test_a_damaged_store_is_set_aside_byte_by_byte(two: Salon, how: str) -> None:
    store = store_of(two)
    two.close()
    (copy,) = copies(store)
    if how == "garbled":
        garble(store)
    else:
        whole = store.read_bytes()
        store.write_bytes({"cut": whole[:5000], "text": b"Dear Sir " * 900, "empty": b""}[how])
    damaged = store.read_bytes()
    aside = restore(store, copy, LATER)
    assert aside is not None
    assert aside.read_bytes() == damaged
    assert titles(store) == ["First"]
    assert copies(store) == [copy], "what is damaged is not offered"


def test_what_lies_beside_a_damaged_store_is_kept_and_not_read_with_the_restored(
    two: Salon,
) -> None:
    store = store_of(two)
    (copy,) = copies(store)
    beside = store.with_name(f"{store.name}-wal")
    log = beside.read_bytes()
    two.close()
    store.write_bytes(b"Dear Sir " * 900)
    beside.write_bytes(log)
    aside = restore(store, copy, LATER)
    assert aside is not None
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == log
    assert titles(store) == ["First"]


def test_a_cut_store_is_said_to_be_damaged(two: Salon) -> None:
    two.close()
    store_of(two).write_bytes(store_of(two).read_bytes()[:9000])
    with pytest.raises(StoreDamaged, match="damaged"):
        Database.open(store_of(two)).close()


def test_without_a_store_there_is_nothing_to_set_aside(two: Salon) -> None:
    store = store_of(two)
    two.close()
    (copy,) = copies(store)
    store.unlink()
    assert restore(store, copy, LATER) is None
    assert titles(store) == ["First"]
