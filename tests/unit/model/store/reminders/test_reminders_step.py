"""A store from before reminders is brought up to date; its calendars have the usual ones."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lcdesk.model.booking.reminders import USUAL
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import schema
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.reminders.beginnings import beginnings
from tests.salon import at
from tests.unit.model.store.test_intake_step import CALENDAR

APPOINTMENT = """
    INSERT INTO appointment (calendar_id, session, start, "end", zone, title, notes, location,
        status, overridden, overridden_for, why, named, flagged, created_at)
    VALUES (1, 's', {}, {}, 'UTC', 'Cut', '', '', 'confirmed', 0, '', '', 0, '', 0)
"""


def test_a_store_of_the_version_before_reminds_as_usual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, steps = tmp_path / "lcdesk.sqlite3", tmp_path / "steps"
    steps.mkdir()
    for step in schema.STEPS.glob("00*.py"):
        if step.name < "0030":
            (steps / step.name).write_text(step.read_text())
    with monkeypatch.context() as before:
        before.setattr(schema, "HEAD", "0029")
        before.setattr(schema, "STEPS", steps)
        Database.open(file).close()
    start, end = (int(at(1, hour).timestamp()) for hour in (10, 11))
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute(CALENDAR)
        raw.execute(APPOINTMENT.format(start, end))
    store = Database.open(file)
    try:
        with store.read() as reader:
            (hall,) = all_calendars(reader)
            assert hall.reminders is None
            (found,) = beginnings(reader, TimeSpan(at(1, 9), at(1, 10)), not_before=at(0, 0))
        assert (found.start, found.before) == (at(1, 10), USUAL)
    finally:
        store.close()
