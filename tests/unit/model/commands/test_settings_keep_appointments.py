"""Changing a setting of a calendar changes no existing appointment."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_resource, save_staff
from lcdesk.model.domain.calendars import (
    Calendar,
    CalendarKind,
    Distribution,
    Every,
    Priority,
    Repeats,
    Resource,
    ServiceOption,
    WhenTaken,
)
from lcdesk.model.domain.intake import IntakeField
from lcdesk.model.domain.people import Hours
from lcdesk.model.store.appointments import all_appointments
from tests.salon import Salon, at, day

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
    "reminders": (timedelta(hours=2), timedelta()),
    "description": "Words",
    "group": "Group",
}


@pytest.mark.parametrize("field", SETTINGS)
def test_a_setting_of_the_calendar(salon: Salon, field: str) -> None:
    calendar = salon.visit(salon.ana, salon.ben)
    salon.book(calendar, at(1, 10))
    salon.book(calendar, at(1, 10))
    with salon.database.read() as reader:
        before = all_appointments(reader)
    changed = replace(calendar, **{field: SETTINGS[field]})  # type: ignore[arg-type]  # any field
    with salon.database.write() as tx:
        save_calendar(tx, changed, salon.now)
    with salon.database.read() as reader:
        assert all_appointments(reader) == before


OF_A_KIND: list[tuple[CalendarKind, dict[str, object]]] = [
    (CalendarKind.SIMPLE, {"hours": Hours()}),
    (CalendarKind.SIMPLE, {"hours": Hours(dates={day(1): ()})}),
    (CalendarKind.CLASS, {"seats": 1}),
    (CalendarKind.CLASS, {"duration": HOUR / 2}),
    (CalendarKind.SERVICE, {"phases": (HOUR, HOUR, HOUR), "duration": 3 * HOUR}),
    (CalendarKind.SERVICE, {"resources": (1,)}),
    (CalendarKind.SERVICE, {"variations": (ServiceOption("Long", HOUR),)}),
    (CalendarKind.SERVICE, {"add_ons": (ServiceOption("Mask", HOUR),)}),
    (CalendarKind.ROUND_ROBIN, {"repeats": Repeats(Every.DAY, 24, WhenTaken.BOOK_ANYWAY)}),
    (CalendarKind.ROUND_ROBIN, {"locations": {1: "Room 9"}}),
    (CalendarKind.ROUND_ROBIN, {"fields": (IntakeField(0, "Allergies", required=True),)}),
    (CalendarKind.ROUND_ROBIN, {"staff": (1, 2)}),
    (CalendarKind.ROUND_ROBIN, {"resources": (1,)}),
    (CalendarKind.COLLECTIVE, {"owner": 2}),
    (CalendarKind.COLLECTIVE, {"staff": (2, 1, 3)}),
]


@pytest.mark.parametrize(("kind", "change"), OF_A_KIND, ids=lambda change: str(change)[:40])
def test_a_setting_that_only_some_kinds_have(
    salon: Salon, kind: CalendarKind, change: dict[str, object]
) -> None:
    cleo = salon.staff("Cleo")
    people = {CalendarKind.SIMPLE: 0, CalendarKind.COLLECTIVE: 2}.get(kind, 1)
    team = (salon.ana, salon.ben, cleo)[:people]
    with salon.database.write() as tx:
        save_resource(tx, Resource(0, "Room 1"))
    calendar = salon.calendar("It", kind, *team)
    salon.book(calendar, at(1, 10))
    with salon.database.read() as reader:
        before = all_appointments(reader)
    with salon.database.write() as tx:
        saved = save_calendar(tx, replace(calendar, **change), salon.now)  # type: ignore[arg-type]
    assert saved != calendar
    with salon.database.read() as reader:
        assert all_appointments(reader) == before


def test_a_member_s_profile(salon: Salon) -> None:
    calendar = salon.visit()
    salon.book(calendar, at(1, 10))
    with salon.database.read() as reader:
        before = all_appointments(reader)
    for change in ({"hours": Hours()}, {"zone": "America/New_York"}, {"hide_details": True}):
        with salon.database.write() as tx:
            save_staff(tx, replace(salon.ana, **change))
        with salon.database.read() as reader:
            assert all_appointments(reader) == before


def test_every_setting_is_tried() -> None:
    tried = set(SETTINGS).union(*(change for _, change in OF_A_KIND))
    assert tried == {field.name for field in fields(Calendar)} - {"id", "kind"}
