"""Booking calendars: checked as a whole, then kept."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from lcdesk.model.commands.staff import checked_hours
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.zones import zone
from lcdesk.model.store import calendars
from lcdesk.model.store.transaction import Transaction

MOST_SEATS = 9_999
MOST_MEMBERS_OF_A_COLLECTIVE = 100
LONGEST = timedelta(days=1)
_COLOUR = re.compile(r"^#[0-9a-fA-F]{6}$")


def save_calendar(tx: Transaction, value: Calendar, now: datetime) -> Calendar:
    """Add a calendar (id 0) or replace its settings; existing appointments stay as they are.

    Raises InvalidInput with a sentence that names the field.
    """
    checked = _checked(value)
    known = calendars.all_calendars(tx)
    if any(one.name == checked.name and one.id != checked.id for one in known):
        raise InvalidInput(f"There is a calendar called {checked.name} already.")
    before = next((one for one in known if one.id == checked.id), None)
    if before is None:
        return replace(checked, id=calendars.insert_calendar(tx, checked))
    if before.kind is not checked.kind:
        raise InvalidInput(
            f"{checked.name} is a {before.kind.value.replace('_', ' ')} calendar; "
            "its kind cannot be changed. Make a new calendar instead."
        )
    calendars.update_calendar(tx, checked)
    if (before.staff, before.distribution) != (checked.staff, checked.distribution):
        calendars.set_reset(tx, checked.id, now)
    return checked


def _checked(value: Calendar) -> Calendar:
    name = value.name.strip()
    if not name:
        raise InvalidInput("A calendar needs a name.")
    zone(value.zone)
    if not _COLOUR.match(value.colour):
        raise InvalidInput(f"The colour of {name} must be written as #039be5.")
    _check_lengths(value)
    _check_team(value)
    _check_limits(value)
    owned = value.kind in (CalendarKind.CLASS, CalendarKind.COLLECTIVE)
    owner = (value.owner or value.staff[0]) if owned else None
    return replace(value, name=name, owner=owner, hours=checked_hours(value.hours))


def _check_lengths(value: Calendar) -> None:
    minute = timedelta(minutes=1)
    for field, length, least in (
        ("duration", value.duration, minute),
        ("interval", value.interval, minute),
        ("buffer before", value.before, timedelta()),
        ("buffer after", value.after, timedelta()),
    ):
        if not least <= length <= LONGEST:
            raise InvalidInput(
                f"The {field} of {value.name} must lie between "
                f"{least // minute} and {LONGEST // minute} minutes."
            )
    if value.notice < timedelta() or (value.window is not None and value.window <= timedelta()):
        raise InvalidInput(f"Notice and window of {value.name} cannot be negative or empty.")
    if value.phases and len(value.phases) != 3:
        raise InvalidInput(f"The phases of {value.name} are three lengths: busy, processing, busy.")
    if any(phase < timedelta() for phase in value.phases):
        raise InvalidInput(f"The phases of {value.name} cannot be negative.")


def _check_team(value: Calendar) -> None:
    if len(set(value.staff)) != len(value.staff):
        raise InvalidInput(f"A staff member stands twice in the team of {value.name}.")
    count = len(value.staff)
    match value.kind:
        case CalendarKind.SIMPLE if count:
            raise InvalidInput(
                f"{value.name} is a simple calendar and has no staff, only its own hours."
            )
        case CalendarKind.CLASS if count != 1 or value.owner not in (None, value.staff[0]):
            raise InvalidInput(f"The class {value.name} needs exactly one owner.")
        case CalendarKind.COLLECTIVE if not 2 <= count <= MOST_MEMBERS_OF_A_COLLECTIVE:
            raise InvalidInput(
                f"The collective calendar {value.name} needs 2 to "
                f"{MOST_MEMBERS_OF_A_COLLECTIVE} staff members."
            )
        case CalendarKind.COLLECTIVE if value.owner is not None and value.owner not in value.staff:
            raise InvalidInput(f"The owner of {value.name} must be one of its staff members.")
        case CalendarKind.ROUND_ROBIN | CalendarKind.SERVICE if not count:
            raise InvalidInput(f"{value.name} needs at least one staff member.")
        case _:
            pass


def _check_limits(value: Calendar) -> None:
    if not 1 <= value.seats <= MOST_SEATS:
        raise InvalidInput(f"The seats of {value.name} must lie between 1 and 9,999.")
    if not 1 <= value.per_slot <= MOST_SEATS:
        raise InvalidInput(f"Appointments per slot of {value.name} must lie between 1 and 9,999.")
    if value.per_day is not None and value.per_day < 1:
        raise InvalidInput(f"Appointments per day of {value.name} must be at least 1.")
