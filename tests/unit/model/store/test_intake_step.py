"""A store of before intake fields gets them, and keeps what is in it and what is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lcdesk.model.store import schema
from lcdesk.model.store.database import Database
from lcdesk.model.store.schema import version_of
from tests.indexed import check_index

APPOINTMENT = """
    INSERT INTO appointment (calendar_id, session, start, "end", zone, title, notes, location,
        status, overridden, overridden_for, why, named, flagged, created_at)
    VALUES (1, 's', 1764000000, 1764003600, 'UTC', 'Cut', '', '', 'confirmed', 0, '', '', 0, '', 0)
"""
CALENDAR = """
    INSERT INTO calendar (name, kind, zone, duration, interval, before, after, per_slot, notice,
        hours, distribution, seats, phases, auto_confirm, colour, title, location, active, "group",
        description, look_busy)
    VALUES ('Hall', 'simple', 'UTC', 30, 30, 0, 0, 1, 0, '{"weekly": [[],[],[],[],[],[],[]],
        "dates": {}}', 'equal', 1, '[]', 1, '#039be5', '', '', 1, '', '', 0)
"""
FIELD = """
    INSERT INTO intake_field (calendar_id, position, name, kind, required, choices, removed)
    VALUES (1, 0, 'Allergies', 'text', 0, '[]', 0)
"""


def test_a_store_of_before_gets_the_tables_and_its_index_follows_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, steps = tmp_path / "lcdesk.sqlite3", tmp_path / "steps"
    steps.mkdir()
    for step in schema.STEPS.glob("*.py"):
        if step.name.startswith(("0024", "0025")):
            (steps / step.name).write_text(step.read_text())
    monkeypatch.setattr(schema, "HEAD", "0025")
    monkeypatch.setattr(schema, "STEPS", steps)
    Database.open(file).close()
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute(CALENDAR)
        raw.execute(APPOINTMENT)
    monkeypatch.undo()
    Database.open(file).close()
    assert version_of(file) == schema.HEAD
    check_index(file)
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute(FIELD)
        raw.execute("INSERT INTO appointment_answer VALUES (1, 1, 'nuts')")
    check_index(file)
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("PRAGMA foreign_keys = ON")
        found = raw.execute("SELECT rowid FROM entry_index WHERE entry_index MATCH 'nuts'")
        assert len(found.fetchall()) == 1
        raw.execute("UPDATE appointment_answer SET value = 'milk'")
    check_index(file)
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("DELETE FROM calendar")
        assert raw.execute("SELECT count(*) FROM appointment_answer").fetchone() == (0,)
    check_index(file)
