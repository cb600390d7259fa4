"""Staff members, contacts, rooms and equipment."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from lcdesk.model.domain.calendars import Resource
from lcdesk.model.domain.changes import LOOKED_AHEAD, Freed, Topic
from lcdesk.model.domain.people import Contact, StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.tables import (
    appointment_contact,
    contact,
    resource,
    series,
    staff,
    waiting,
)
from lcdesk.model.store.tables.columns import hours_from_json, hours_to_json
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction

_ALL_STAFF = sa.select(staff).order_by(staff.c.id)


def all_staff(reader: Reader) -> tuple[StaffMember, ...]:
    """Every staff member, in the order they were added."""
    return tuple(_member(row) for row in reader.connection.execute(_ALL_STAFF))


def insert_staff(tx: Transaction, member: StaffMember) -> int:
    """Add a member (its `id` is ignored); returns the new id."""
    tx.touch(Topic.STAFF)
    return tx.insert(staff, _staff_values(member))


def update_staff(tx: Transaction, member: StaffMember) -> None:
    """Replace a member's profile."""
    tx.touch(Topic.STAFF)
    tx.touch(Topic.AGENDA)
    before = next((known for known in all_staff(tx) if known.id == member.id), member)
    if (before.hours, before.zone) != (member.hours, member.zone):
        tx.free(Freed(TimeSpan.of_length(tx.began, LOOKED_AHEAD), staff=(member.id,)))
    _update(tx, staff, member.id, _staff_values(member))


def contacts(reader: Reader, ids: Iterable[int] | None = None) -> dict[int, Contact]:
    """Contacts by id; all of them unless `ids` says which."""
    query = sa.select(contact).order_by(contact.c.name)
    if ids is not None:
        query = query.where(contact.c.id.in_(sorted(set(ids))))
    return {row.id: Contact(*row) for row in reader.connection.execute(query)}


def find_contact(reader: Reader, name: str, email: str) -> Contact | None:
    """The contact with this e-mail (any case); without an e-mail, with exactly this name."""
    same = sa.func.lower(contact.c.email) == email.lower() if email else contact.c.name == name
    row = reader.connection.execute(sa.select(contact).where(same).order_by(contact.c.id)).first()
    return None if row is None else Contact(*row)


def insert_contact(tx: Transaction, value: Contact) -> int:
    """Add a contact (its `id` is ignored); returns the new id."""
    tx.touch(Topic.CONTACTS)
    return tx.insert(contact, _contact_values(value))


def update_contact(tx: Transaction, value: Contact) -> None:
    """Replace a contact's fields."""
    tx.touch(Topic.CONTACTS)
    _update(tx, contact, value.id, _contact_values(value))


def move_to_contact(tx: Transaction, gone: int, kept: int) -> None:
    """Give all that is one contact's to another; a shared appointment is there once."""
    mine, person = appointment_contact, appointment_contact.c.contact_id
    rows = tx.connection.execute(sa.select(mine).where(person.in_([gone, kept]))).all()
    shared = {row.appointment_id for row in rows if row.contact_id == kept}
    moved = [row for row in rows if row.contact_id == gone]
    tx.connection.execute(mine.delete().where(person == gone))
    fresh = [
        {"appointment_id": row.appointment_id, "contact_id": kept, "position": row.position}
        for row in moved
        if row.appointment_id not in shared
    ]
    if fresh:
        tx.connection.execute(mine.insert(), fresh)
    of_gone = series.c.contact_id == gone
    tx.connection.execute(series.update().where(of_gone).values(contact_id=kept))
    waits = waiting.c.contact_id == gone
    tx.connection.execute(waiting.update().where(waits).values(contact_id=kept))
    tx.touch(Topic.WAITING)


def all_resources(reader: Reader) -> tuple[Resource, ...]:
    """Every room and piece of equipment."""
    rows = reader.connection.execute(sa.select(resource).order_by(resource.c.id))
    return tuple(Resource(*row) for row in rows)


def insert_resource(tx: Transaction, value: Resource) -> int:
    """Add a room or piece of equipment; returns the new id."""
    tx.touch(Topic.CALENDARS)
    return tx.insert(resource, {"name": value.name, "capacity": value.capacity})


def update_resource(tx: Transaction, value: Resource) -> None:
    """Replace its name and capacity."""
    tx.touch(Topic.CALENDARS)
    _update(tx, resource, value.id, {"name": value.name, "capacity": value.capacity})


def _member(row: AnyRow) -> StaffMember:
    return StaffMember(
        id=row.id,
        name=row.name,
        email=row.email,
        zone=row.zone,
        hours=hours_from_json(row.hours),
        hide_details=row.hide_details,
    )


def _staff_values(member: StaffMember) -> dict[str, object]:
    return {
        "name": member.name,
        "email": member.email,
        "zone": member.zone,
        "hours": hours_to_json(member.hours),
        "hide_details": member.hide_details,
    }


def _contact_values(value: Contact) -> dict[str, object]:
    return {
        "name": value.name,
        "email": value.email,
        "phone": value.phone,
        "notes": value.notes,
    }


def _update(tx: Transaction, table: sa.Table, row_id: int, values: dict[str, object]) -> None:
    tx.connection.execute(table.update().where(table.c.id == row_id).values(values))
