"""Booking calendars: checked as a whole, then kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from lcdesk.model.commands.calendar_checks import check_owner_stays, checked
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule
from lcdesk.model.store import appointments, calendars, people, removal
from lcdesk.model.store.removal import Removed
from lcdesk.model.store.transaction import Transaction


def save_calendar(tx: Transaction, value: Calendar, now: datetime) -> Calendar:
    """Add a calendar (id 0) or replace its settings; existing appointments stay as they are.

    Raises InvalidInput with a sentence that names the field.
    """
    before = _get(tx, value.id) if value.id else None
    if before is not None:
        check_owner_stays(before, value, _name_of_staff(tx, before.owner))
    tidied = checked(value)
    known = calendars.all_calendars(tx)
    _check_known(tx, tidied)
    if any(calendar.name == tidied.name and calendar.id != tidied.id for calendar in known):
        raise InvalidInput(f"There is a calendar called {tidied.name} already.", field="name")
    if before is None:
        return replace(tidied, id=calendars.insert_calendar(tx, tidied))
    if before.kind is not tidied.kind:
        raise InvalidInput(
            f"{tidied.name} is a {before.kind.value.replace('_', ' ')} calendar; "
            "its kind cannot be changed. Make a new calendar instead.",
            field="kind",
        )
    calendars.update_calendar(tx, tidied)
    if (before.staff, before.distribution) != (tidied.staff, tidied.distribution):
        calendars.set_reset(tx, tidied.id, now)
    return tidied


def clone_calendar(tx: Transaction, calendar_id: int, *, now: datetime) -> Calendar:
    """A calendar with the same settings, under a name of its own and without appointments."""
    before = _get(tx, calendar_id)
    taken = {calendar.name for calendar in calendars.all_calendars(tx)}
    return save_calendar(tx, replace(before, id=0, name=_free_name(before.name, taken)), now)


def set_active(tx: Transaction, calendar_id: int, active: bool) -> Calendar:
    """Offer slots again, or none any more; appointments that are booked stay."""
    after = replace(_get(tx, calendar_id), active=active)
    calendars.update_calendar(tx, after)
    return after


def delete_calendar(tx: Transaction, calendar_id: int, *, now: datetime) -> Removed:
    """Delete a calendar with the appointments that are over; their events stay in iCloud.

    Refused while somebody is booked ahead. What comes back undoes it (`put_back`).
    """
    before = _get(tx, calendar_id)
    ahead = appointments.upcoming_of_calendar(tx, calendar_id, now)
    if ahead:
        booked = "1 upcoming appointment" if ahead == 1 else f"{ahead} upcoming appointments"
        raise RefusedByRule(
            f"{before.name} has {booked}. Cancel them first, or deactivate {before.name}: "
            "it then offers no slots, and what is booked stays."
        )
    return removal.remove_calendar(tx, calendar_id, before.name)


def put_back(tx: Transaction, removed: Removed) -> None:
    """Undo a deletion, ids and history included. Raises InvalidInput where the name is taken."""
    taken = {
        "calendar": {calendar.name for calendar in calendars.all_calendars(tx)},
        "staff member": {member.name for member in people.all_staff(tx)},
        "room or equipment": {resource.name for resource in people.all_resources(tx)},
    }
    if removed.name in taken.get(removed.kind, ()):
        raise InvalidInput(f"There is a {removed.kind} called {removed.name} again.")
    removal.put_back(tx, removed)


def _get(tx: Transaction, calendar_id: int) -> Calendar:
    found = calendars.get_calendar(tx, calendar_id)
    if found is None:
        raise NotFound("This calendar does not exist any more.")
    return found


def _check_known(tx: Transaction, value: Calendar) -> None:
    if not set(value.staff) <= {member.id for member in people.all_staff(tx)}:
        raise InvalidInput(
            f"Somebody in the team of {value.name} does not exist any more.", field="staff"
        )
    if not set(value.resources) <= {resource.id for resource in people.all_resources(tx)}:
        raise InvalidInput(
            f"A room or equipment of {value.name} does not exist any more.", field="resources"
        )


def _name_of_staff(tx: Transaction, staff_id: int | None) -> str:
    return next((member.name for member in people.all_staff(tx) if member.id == staff_id), "")


def _free_name(name: str, taken: Collection[str]) -> str:
    wanted, number = f"{name} (copy)", 1
    while wanted in taken:
        number += 1
        wanted = f"{name} (copy {number})"
    return wanted
