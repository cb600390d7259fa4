"""Staff members, rooms and equipment."""

from __future__ import annotations

from dataclasses import replace

from lcdesk.model.domain.calendars import Resource
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.hours import Hours, checked_day
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.zones import zone
from lcdesk.model.store import people
from lcdesk.model.store.index import reindex_member
from lcdesk.model.store.transaction import Transaction


def save_staff(tx: Transaction, value: StaffMember) -> StaffMember:
    """Add a staff member (id 0) or replace the profile. Raises InvalidInput, UnknownZone."""
    if not value.name.strip():
        raise InvalidInput("A staff member needs a name.")
    zone(value.zone)
    checked = replace(value, hours=checked_hours(value.hours))
    known = people.all_staff(tx)
    if any(one.name == value.name and one.id != value.id for one in known):
        raise InvalidInput(f"There is a staff member called {value.name} already.")
    if checked.id == 0:
        return replace(checked, id=people.insert_staff(tx, checked))
    people.update_staff(tx, checked)
    if any(one.id == checked.id and one.zone != checked.zone for one in known):
        reindex_member(tx, checked.id)
    return checked


def save_resource(tx: Transaction, value: Resource) -> Resource:
    """Add a room or piece of equipment (id 0) or replace it. Raises InvalidInput."""
    if not value.name.strip():
        raise InvalidInput("A room or piece of equipment needs a name.")
    if not 1 <= value.capacity <= 9_999:
        raise InvalidInput(f"The capacity of {value.name} must lie between 1 and 9,999.")
    if value.id == 0:
        return replace(value, id=people.insert_resource(tx, value))
    people.update_resource(tx, value)
    return value


def checked_hours(hours: Hours) -> Hours:
    """The hours with every day in order. Raises InvalidInput where two blocks overlap."""
    mon, tue, wed, thu, fri, sat, sun = (checked_day(day) for day in hours.weekly)
    dates = {day: checked_day(blocks) for day, blocks in hours.dates.items()}
    return Hours((mon, tue, wed, thu, fri, sat, sun), dates)
