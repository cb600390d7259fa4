"""Rows added in bulk know the ids that they were given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.stores import NOW, full_store
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote.index import Indexed, near, put_indexed
from lcdesk.model.store.remote.objects import find_objects
from lcdesk.model.store.tables import remote_object


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    made = full_store(tmp_path / "lcdesk.sqlite3", 0)
    yield made
    made.close()


def put(store: Database, *names: str) -> None:
    """Add these, and look whether each was said to have the id that it has."""
    with store.write() as tx:
        (linked,) = linked_calendars(tx)
        paths = [f"/a/{name}.ics" for name in names]
        said = put_indexed(tx, [_object(linked.id, path, near(NOW)) for path in paths])
        assert said == {
            path: event.id for path, event in find_objects(tx, linked.id, paths).items()
        }
        assert len(said) == len(names)


def _object(linked: int, path: str, span: TimeSpan) -> Indexed:
    value = RemoteObject(0, linked, path, path, '"1"', path, "", ObjectState.CLEAN)
    return Indexed(value, (), span, False, span.start, span.end)


def test_each_row_knows_its_own_id(store: Database) -> None:
    put(store)
    put(store, "b", "a", "c")
    put(store, "z", "d")


def test_ids_go_on_after_the_newest_rows_were_deleted(store: Database) -> None:
    put(store, "a", "b", "c")
    with store.write() as tx:
        tx.connection.execute(remote_object.delete().where(remote_object.c.path != "/a/a.ics"))
    put(store, "d", "e")
