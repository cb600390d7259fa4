"""Staff members, rooms and equipment.

Contacts: found again by e-mail or name, or made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource
from lcdesk.model.domain.contact_values import clean_contact
from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule
from lcdesk.model.domain.message import Message, upcoming
from lcdesk.model.domain.people import Contact, Hours, StaffMember, checked_day
from lcdesk.model.domain.zones import zone
from lcdesk.model.replication.publish import publish_sessions
from lcdesk.model.store import appointments, calendars, people, removal
from lcdesk.model.store.accounts import all_accounts
from lcdesk.model.store.appointments import upcoming_of_contact, upcoming_sessions_of_contact
from lcdesk.model.store.remote.index import reindex_member
from lcdesk.model.store.transaction import Transaction

FIRST_YEAR, LAST_YEAR = 1900, 2199


def save_staff(tx: Transaction, value: StaffMember) -> StaffMember:
    """Add a staff member (id 0) or replace the profile. Raises InvalidInput, UnknownZone."""
    name = value.name.strip()
    if not name:
        raise InvalidInput(Message("A staff member needs a name."), field="name")
    zone(value.zone)
    checked = replace(value, name=name, hours=checked_hours(value.hours))
    known = people.all_staff(tx)
    if any(member.name == name and member.id != value.id for member in known):
        raise InvalidInput(
            Message("There is a staff member called {name} already.", name=name), field="name"
        )
    if checked.id == 0:
        return replace(checked, id=people.insert_staff(tx, checked))
    people.update_staff(tx, checked)
    if any(member.id == checked.id and member.zone != checked.zone for member in known):
        reindex_member(tx, checked.id)
    return checked


def save_resource(tx: Transaction, value: Resource) -> Resource:
    """Add a room or piece of equipment (id 0) or replace it. Raises InvalidInput."""
    if not value.name.strip():
        raise InvalidInput(Message("A room or piece of equipment needs a name."), field="name")
    if not 1 <= value.capacity <= 9_999:
        raise InvalidInput(
            Message("The capacity of {name} must lie between 1 and 9,999.", name=value.name),
            field="capacity",
        )
    value = replace(value, name=value.name.strip())
    others = (resource for resource in people.all_resources(tx) if resource.id != value.id)
    if any(resource.name == value.name for resource in others):
        raise InvalidInput(
            Message("There is a room or equipment called {name} already.", name=value.name),
            field="name",
        )
    if value.id == 0:
        return replace(value, id=people.insert_resource(tx, value))
    people.update_resource(tx, value)
    return value


def delete_staff(tx: Transaction, staff_id: int, *, now: datetime) -> str:
    """Delete a staff member; appointments that are over stay. Returns the name.

    Refused while somebody counts on the member: the sentence says who or what.
    """
    name = next((member.name for member in people.all_staff(tx) if member.id == staff_id), None)
    if name is None:
        raise NotFound(Message("This staff member does not exist any more."))
    teams = [calendar for calendar in calendars.all_calendars(tx) if staff_id in calendar.staff]
    _refuse_while_needed(name, staff_id, teams)
    ahead = appointments.upcoming_of_staff(tx, staff_id, now)
    if ahead:
        raise RefusedByRule(
            Message(
                "{name} has {booked}. Cancel them or give them to others first.",
                name=name,
                booked=upcoming(ahead),
            )
        )
    for account in all_accounts(tx):
        if account.staff == staff_id:
            raise RefusedByRule(
                Message(
                    "{name} is connected to {email}. Disconnect it under Integrations first.",
                    name=name,
                    email=account.email,
                )
            )
    removal.remove_staff(tx, staff_id)
    for team in teams:
        calendars.set_reset(tx, team.id, now)
    return name


def delete_resource(tx: Transaction, resource_id: int) -> str:
    """Delete a room or piece of equipment; returns its name. Refused while a calendar needs it."""
    found = next(
        (resource for resource in people.all_resources(tx) if resource.id == resource_id), None
    )
    if found is None:
        raise NotFound(Message("This room or equipment does not exist any more."))
    needing = [
        calendar.name
        for calendar in calendars.all_calendars(tx)
        if resource_id in calendar.resources
    ]
    if needing:
        raise RefusedByRule(
            Message(
                "{name} is needed by {calendars}. Take it out there first.",
                name=found.name,
                calendars=needing,
            )
        )
    removal.remove_resource(tx, resource_id)
    return found.name


def _refuse_while_needed(name: str, staff_id: int, teams: Sequence[Calendar]) -> None:
    owned = [calendar.name for calendar in teams if calendar.owner == staff_id]
    if owned:
        raise RefusedByRule(
            Message(
                "{name} owns {calendars}. Choose another owner first.",
                name=name,
                calendars=owned,
            )
        )
    alone = [calendar.name for calendar in teams if len(calendar.staff) == 1]
    if alone:
        raise RefusedByRule(
            Message(
                "{name} is the only staff member of {calendars}. Add somebody else first.",
                name=name,
                calendars=alone,
            )
        )
    pairs = [
        calendar.name
        for calendar in teams
        if calendar.kind is CalendarKind.COLLECTIVE and len(calendar.staff) == 2
    ]
    if pairs:
        raise RefusedByRule(
            Message(
                "Without {name}, {calendars} would have one staff member left; a collective "
                "calendar needs two. Add somebody else first.",
                name=name,
                calendars=pairs,
            )
        )


def checked_hours(hours: Hours) -> Hours:
    """The hours with every day in order. Raises InvalidInput where two blocks overlap."""
    mon, tue, wed, thu, fri, sat, sun = (checked_day(day) for day in hours.weekly)
    for day in hours.dates:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise InvalidInput(
                Message(
                    "The date-specific hours of {day} must lie between {first} and {last}.",
                    day=day.isoformat(),
                    first=str(FIRST_YEAR),
                    last=str(LAST_YEAR),
                ),
                field="hours",
            )
    dates = {day: checked_day(blocks) for day, blocks in hours.dates.items()}
    return Hours((mon, tue, wed, thu, fri, sat, sun), dates)


_ADDRESS = re.compile(r"^\s*(?P<name>[^<>]*?)\s*(?:<\s*(?P<email>[^<>\s]+@[^<>\s]+)\s*>)?\s*$")


def parse_contact(text: str) -> Contact:
    """`Cleo Park <cleo@example.org>` or a name alone, as a contact without an id.

    Raises InvalidInput when neither fits.
    """
    match = _ADDRESS.match(text)
    if match is None or not (match["name"] or match["email"]):
        raise InvalidInput(
            Message(
                "“{text}” does not name a contact. Write a name, or a name with an e-mail: "
                "Cleo Park <cleo@example.org>.",
                text=text,
            )
        )
    email = match["email"] or ""
    return Contact(0, match["name"] or email, email)


def find_or_add_contact(tx: Transaction, wanted: Contact) -> Contact:
    """The contact already known by this id, e-mail or name, else a new one."""
    known = people.contacts(tx, [wanted.id]).get(wanted.id)
    if known is not None:
        return known
    wanted = clean_contact(wanted)
    found = people.find_contact(tx, wanted.name, wanted.email)
    if found is not None:
        return found
    return replace(wanted, id=people.insert_contact(tx, wanted))


def save_contact(tx: Transaction, value: Contact, *, now: datetime) -> Contact:
    """Add a contact (id 0) or replace its fields; events that name it say the new ones."""
    value = clean_contact(value)
    if value.id == 0:
        return replace(value, id=people.insert_contact(tx, value))
    people.update_contact(tx, value)
    publish_sessions(tx, upcoming_sessions_of_contact(tx, value.id, now), now)
    return value


def delete_contact(tx: Transaction, contact_id: int, *, now: datetime) -> str:
    """Delete a contact; appointments that are over stay. Returns the name.

    Refused while the contact is booked ahead.
    """
    found = people.contacts(tx, [contact_id]).get(contact_id)
    if found is None:
        raise NotFound(Message("This contact does not exist any more."))
    ahead = upcoming_of_contact(tx, contact_id, now)
    if ahead:
        raise RefusedByRule(
            Message(
                "{name} has {booked}. Cancel them first.", name=found.name, booked=upcoming(ahead)
            )
        )
    removal.remove_contact(tx, contact_id)
    return found.name
