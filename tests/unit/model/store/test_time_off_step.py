"""A store of before takes time off once it has been brought up to date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lcdesk.model.domain.people import HoursBlock
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.store import schema
from lcdesk.model.store.database import Database
from lcdesk.model.store.time_off import (
    all_time_off,
    insert_time_off,
    kept_holidays,
    replace_holidays,
)

DAY = date(2026, 12, 24)


def test_a_store_of_before_takes_time_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, steps = tmp_path / "lcdesk.sqlite3", tmp_path / "steps"
    steps.mkdir()
    for step in sorted(schema.STEPS.glob("00*.py")):
        if "time_off" in step.name:
            break
        (steps / step.name).write_text(step.read_text())
        before = step.name[:4]
    monkeypatch.setattr(schema, "HEAD", before)
    monkeypatch.setattr(schema, "STEPS", steps)
    Database.open(file).close()
    monkeypatch.undo()
    database = Database.open(file)
    wanted = TimeOff(1, DAY, DAY, "Half", part=HoursBlock(720, 1440))
    holiday = PublicHoliday(DAY, DAY, "Christmas Eve")
    with database.write() as tx:
        insert_time_off(tx, wanted)
        replace_holidays(tx, [holiday])
    with database.read() as reader:
        assert all_time_off(reader) == (wanted,)
        assert kept_holidays(reader) == (holiday,)
    database.close()
