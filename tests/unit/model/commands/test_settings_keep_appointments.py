"""Changing a setting of a calendar changes no existing appointment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import CalendarKind, Distribution, Priority
from lcdesk.model.domain.hours import Hours
from lcdesk.model.store.appointments import all_appointments
from tests.ui.window_stage import Salon, at

HOUR = timedelta(hours=1)
SETTINGS: dict[str, object] = {
    "name": "Other name",
    "zone": "America/New_York",
    "duration": HOUR,
    "interval": HOUR,
    "before": HOUR,
    "after": HOUR,
    "per_slot": 5,
    "per_day": 1,
    "notice": 100 * HOUR,
    "window": HOUR,
    "distribution": Distribution.AVAILABILITY,
    "priority": {1: Priority.LOW},
    "auto_confirm": False,
    "colour": "#aa0000",
    "title": "Something else",
    "location": "Elsewhere",
    "active": False,
    "look_busy": 50,
    "description": "Words",
    "group": "Group",
}


@pytest.fixture
def salon(tmp_path: Path) -> Iterator[Salon]:
    salon = Salon(tmp_path)
    yield salon
    salon.close()


@pytest.mark.parametrize("field", SETTINGS)
def test_a_setting_of_the_calendar(salon: Salon, field: str) -> None:
    calendar = salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    salon.book(calendar, at(1, 10))
    salon.book(calendar, at(1, 10))
    with salon.database.read() as reader:
        before = all_appointments(reader)
    changed = replace(calendar, **{field: SETTINGS[field]})  # type: ignore[arg-type]  # any field
    with salon.database.write() as tx:
        save_calendar(tx, changed, salon.now)
    with salon.database.read() as reader:
        assert all_appointments(reader) == before


def test_hours_of_a_simple_calendar(salon: Salon) -> None:
    calendar = salon.calendar("Parking", CalendarKind.SIMPLE)
    salon.book(calendar, at(1, 10))
    with salon.database.read() as reader:
        before = all_appointments(reader)
    with salon.database.write() as tx:
        save_calendar(tx, replace(calendar, hours=Hours()), salon.now)
    with salon.database.read() as reader:
        assert all_appointments(reader) == before
