"""A store from before files were remembered is brought up to date and keeps what is in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import schema
from lcdesk.model.store.appointments import find_blocked
from lcdesk.model.store.database import Database
from lcdesk.model.store.imported import ImportedDate, imported_dates, put_imported
from lcdesk.model.store.schema import version_of
from tests.salon import at

STAFF = """
    INSERT INTO staff (name, email, zone, hours, hide_details)
    VALUES ('Ana', '', 'UTC', '{"weekly": [[],[],[],[],[],[],[]], "dates": {}}', 0)
"""
SLOT = "INSERT INTO blocked_slot (staff_id, start, \"end\", title) VALUES (1, {}, {}, 'Dentist')"


def test_a_store_of_the_version_before_learns_to_remember_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, steps = tmp_path / "lcdesk.sqlite3", tmp_path / "steps"
    steps.mkdir()
    for step in schema.STEPS.glob("00*.py"):
        if step.name < "0027":
            (steps / step.name).write_text(step.read_text())
    with monkeypatch.context() as before:
        before.setattr(schema, "HEAD", "0026")
        before.setattr(schema, "STEPS", steps)
        Database.open(file).close()
    start, end = (int(at(1, hour).timestamp()) for hour in (10, 11))
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute(STAFF)
        raw.execute(SLOT.format(start, end))
    store = Database.open(file)
    try:
        assert version_of(file) == schema.HEAD
        with store.write() as tx:
            (slot,) = find_blocked(tx, TimeSpan(at(0, 0), at(7, 0)))
            put_imported(tx, ImportedDate(0, "dentist", "", slot.id, "1", "1", staff=1))
        with store.read() as reader:
            assert imported_dates(reader, ["dentist"], staff=1)["dentist"][""].entry == slot.id
    finally:
        store.close()
