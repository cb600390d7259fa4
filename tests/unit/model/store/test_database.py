"""The file, its version, its transactions and what is told after them."""

from __future__ import annotations

import sqlite3
import stat
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.changes import ChangeOrigin, ChangeSet, Topic
from lcdesk.model.domain.errors import StoreError
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.store import schema, tables
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.preferences import get_preference, set_preference

ANA = StaffMember(0, "Ana", zone="Europe/Berlin")


def _fail_after_saving(database: Database, member: StaffMember) -> None:
    with database.write() as tx:
        save_staff(tx, member)
        raise ZeroDivisionError


def _is_own(name: str | None, kind: str, _parents: object) -> bool:
    """Not of the indexes of words, below which SQLite makes tables as it likes."""
    return kind != "table" or not str(name).startswith(("entry_index", "contact_index"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lcdesk.sqlite3"


def test_the_file_can_be_read_by_its_owner_only(file: Path) -> None:
    Database.open(file).close()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for beside in file.parent.glob("lcdesk.sqlite3-*"):
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_the_migrations_make_exactly_the_tables_that_the_program_uses(file: Path) -> None:
    database = Database.open(file)
    with database.read() as reader:
        options = {"compare_type": True, "include_name": _is_own}
        context = MigrationContext.configure(reader.connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []
    database.close()


def test_the_newest_migration_is_the_version_that_the_program_expects() -> None:
    steps = sorted(schema.STEPS.glob("*.py"))
    assert steps[-1].name.partition("_")[0] == schema.HEAD


def test_a_file_made_by_a_newer_lcdesk_is_refused_and_left_alone(file: Path) -> None:
    Database.open(file).close()
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(StoreError, match="newer lcdesk") as refused:
        Database.open(file)
    assert refused.value.code == "STORE_IS_NEWER"


def test_a_file_that_is_no_database_is_refused_with_a_sentence(file: Path) -> None:
    file.write_bytes(b"this is not a database, whatever it is called" * 100)
    with pytest.raises(StoreError, match="damaged"):
        Database.open(file)
    assert file.read_bytes().startswith(b"this is not")


def test_a_folder_that_cannot_be_used_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="data folder cannot be used"):
        Database.open(tmp_path / "missing" / "lcdesk.sqlite3")


def test_nothing_is_kept_of_a_transaction_that_fails(file: Path) -> None:
    database = Database.open(file)
    with pytest.raises(ZeroDivisionError):
        _fail_after_saving(database, ANA)
    with database.read() as reader:
        assert all_staff(reader) == ()
    database.close()


def test_listeners_hear_after_the_commit_and_only_then(file: Path) -> None:
    database = Database.open(file)
    heard: list[tuple[ChangeSet, int]] = []

    def listener(changes: ChangeSet) -> None:
        with database.read() as reader:
            heard.append((changes, len(all_staff(reader))))

    stop_listening = database.listen(listener)
    with database.write() as tx:
        save_staff(tx, ANA)
        assert heard == []
    with pytest.raises(ZeroDivisionError):
        _fail_after_saving(database, StaffMember(0, "Ben"))
    stop_listening()
    with database.write() as tx:
        save_staff(tx, StaffMember(0, "Cleo"))
    ((changes, seen),) = heard
    assert changes.topics == {Topic.STAFF, Topic.ACTIVITY}
    assert (changes.origin, seen) == (ChangeOrigin.USER, 1)
    database.close()


def test_a_second_writer_waits_for_the_first(file: Path) -> None:
    database = Database.open(file)
    entered, order = threading.Event(), []

    def second() -> None:
        entered.set()
        with database.write() as tx:
            order.append(get_preference(tx, "who"))

    thread = threading.Thread(target=second)
    with database.write() as tx:
        thread.start()
        entered.wait()
        set_preference(tx, "who", "first")
    thread.join()
    assert order == ["first"], "its transaction began after the first one was kept"
    database.close()


def test_another_process_s_write_changes_the_version_stamp(file: Path) -> None:
    database, other = Database.open(file), Database.open(file)
    before = database.version_stamp()
    with other.write() as tx:
        save_staff(tx, ANA)
    assert database.version_stamp() != before
    database.close()
    other.close()


def test_a_naive_time_never_reaches_the_store(file: Path) -> None:
    database = Database.open(file)
    naive = datetime(2026, 11, 24, 9, 0, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(Exception, match="aware"), database.write() as tx:
        tx.connection.execute(
            tables.blocked_slot.insert().values(start=naive, end=naive, title="x")
        )
    database.close()


def test_the_version_stamp_stays_while_nobody_writes(file: Path) -> None:
    """Each connection counts for itself; asked in turns, they said that somebody had written."""
    database = Database.open(file)
    with database.read(), database.read():
        pass  # so that there are two
    with database.write() as tx:
        save_staff(tx, ANA)
    assert len({database.version_stamp() for _ in range(4)}) == 1
    database.close()
