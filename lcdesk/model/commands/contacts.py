"""Contacts: found again by e-mail or name, or made."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule
from lcdesk.model.domain.people import Contact
from lcdesk.model.replication.publish import publish_sessions
from lcdesk.model.store import people, removal
from lcdesk.model.store.appointments import upcoming_of_contact, upcoming_sessions_of_contact
from lcdesk.model.store.removal import Removed
from lcdesk.model.store.transaction import Transaction

_ADDRESS = re.compile(r"^\s*(?P<name>[^<>]*?)\s*(?:<\s*(?P<email>[^<>\s]+@[^<>\s]+)\s*>)?\s*$")


def parse_contact(text: str) -> Contact:
    """`Cleo Park <cleo@example.org>` or a name alone, as a contact without an id.

    Raises InvalidInput when neither fits.
    """
    match = _ADDRESS.match(text)
    if match is None or not (match["name"] or match["email"]):
        raise InvalidInput(
            f"“{text}” does not name a contact. Write a name, or a name with an e-mail: "
            "Cleo Park <cleo@example.org>."
        )
    email = match["email"] or ""
    return Contact(0, match["name"] or email, email)


def find_or_add_contact(tx: Transaction, wanted: Contact) -> Contact:
    """The contact already known by this id, e-mail or name, else a new one."""
    if not wanted.name.strip():
        raise InvalidInput("A contact needs a name.", field="name")
    known = people.contacts(tx, [wanted.id]).get(wanted.id)
    if known is not None:
        return known
    found = people.find_contact(tx, wanted.name, wanted.email)
    if found is not None:
        return found
    return replace(wanted, id=people.insert_contact(tx, wanted))


def save_contact(tx: Transaction, value: Contact, *, now: datetime) -> Contact:
    """Add a contact (id 0) or replace its fields; events that name it say the new ones."""
    if not value.name.strip():
        raise InvalidInput("A contact needs a name.", field="name")
    if value.id == 0:
        return replace(value, id=people.insert_contact(tx, value))
    people.update_contact(tx, value)
    publish_sessions(tx, upcoming_sessions_of_contact(tx, value.id, now), now)
    return value


def delete_contact(tx: Transaction, contact_id: int, *, now: datetime) -> Removed:
    """Delete a contact; appointments that are over stay. What comes back undoes it.

    Refused while the contact is booked ahead.
    """
    found = people.contacts(tx, [contact_id]).get(contact_id)
    if found is None:
        raise NotFound("This contact does not exist any more.")
    ahead = upcoming_of_contact(tx, contact_id, now)
    if ahead:
        booked = "1 upcoming appointment" if ahead == 1 else f"{ahead} upcoming appointments"
        raise RefusedByRule(f"{found.name} has {booked}. Cancel them first.")
    return removal.remove_contact(tx, contact_id, found.name)
