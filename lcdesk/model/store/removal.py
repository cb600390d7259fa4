"""Rows taken out of the store in a form that puts them back exactly, with the same ids.

What hangs on a row goes with it (the tables cascade), so all of it is read first. This module
asks nothing about booking; whether something may go is for the commands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from lcdesk.model.domain.changes import Topic
from lcdesk.model.store.tables import (
    appointment,
    appointment_contact,
    appointment_staff,
    blocked_slot,
    calendar,
    calendar_resource,
    calendar_staff,
    contact,
    metadata,
    outbox,
    remote_object,
    resource,
    series,
    staff,
)
from lcdesk.model.store.transaction import Transaction

Row = Mapping[str, Any]
_TOPICS = (Topic.CALENDARS, Topic.STAFF, Topic.CONTACTS, Topic.AGENDA)


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out, in the order in which it can be put back; a value to keep for undo.

    `kind` and `name` say what it was. `links` are the events in iCloud that stay there.
    """

    kind: str
    name: str
    rows: tuple[tuple[str, tuple[Row, ...]], ...]
    links: tuple[tuple[int, str], ...] = ()
    resets: tuple[tuple[int, Any], ...] = ()


def remove_calendar(tx: Transaction, calendar_id: int, name: str) -> Removed:
    """Take out a calendar with its appointments and blocked slots."""
    mine = sa.select(appointment.c.id).where(appointment.c.calendar_id == calendar_id)
    sessions = sa.select(appointment.c.session).where(appointment.c.calendar_id == calendar_id)
    links = _unlink(tx, sessions)
    rows = _read(
        tx,
        (calendar, calendar.c.id == calendar_id),
        (calendar_staff, calendar_staff.c.calendar_id == calendar_id),
        (calendar_resource, calendar_resource.c.calendar_id == calendar_id),
        (series, series.c.calendar_id == calendar_id),
        (appointment, appointment.c.calendar_id == calendar_id),
        (appointment_staff, appointment_staff.c.appointment_id.in_(mine)),
        (appointment_contact, appointment_contact.c.appointment_id.in_(mine)),
        (blocked_slot, blocked_slot.c.calendar_id == calendar_id),
    )
    _delete(tx, calendar, calendar_id)
    return Removed("calendar", name, rows, links)


def remove_staff(tx: Transaction, staff_id: int, name: str) -> Removed:
    """Take a staff member out of every team; appointments that are over stay without them."""
    teams = sa.select(calendar_staff.c.calendar_id).where(calendar_staff.c.staff_id == staff_id)
    resets = tx.connection.execute(
        sa.select(calendar.c.id, calendar.c.reset_at).where(calendar.c.id.in_(teams))
    )
    found = tuple((row.id, row.reset_at) for row in resets)
    rows = _read(
        tx,
        (staff, staff.c.id == staff_id),
        (calendar_staff, calendar_staff.c.staff_id == staff_id),
        (appointment_staff, appointment_staff.c.staff_id == staff_id),
        (blocked_slot, blocked_slot.c.staff_id == staff_id),
    )
    _delete(tx, staff, staff_id)
    return Removed("staff member", name, rows, resets=found)


def remove_resource(tx: Transaction, resource_id: int, name: str) -> Removed:
    """Take out a room or piece of equipment."""
    rows = _read(
        tx,
        (resource, resource.c.id == resource_id),
        (calendar_resource, calendar_resource.c.resource_id == resource_id),
    )
    _delete(tx, resource, resource_id)
    return Removed("room or equipment", name, rows)


def remove_contact(tx: Transaction, contact_id: int, name: str) -> Removed:
    """Take out a contact; appointments that are over stay, without the contact."""
    rows = _read(
        tx,
        (contact, contact.c.id == contact_id),
        (appointment_contact, appointment_contact.c.contact_id == contact_id),
    )
    _delete(tx, contact, contact_id)
    return Removed("contact", name, rows)


def put_back(tx: Transaction, removed: Removed) -> None:
    """Put everything back as it was."""
    for table, rows in removed.rows:
        if rows:
            tx.connection.execute(metadata.tables[table].insert(), [dict(row) for row in rows])
    for object_id, session in removed.links:
        tx.connection.execute(
            remote_object.update().where(remote_object.c.id == object_id).values(session=session)
        )
    for calendar_id, reset in removed.resets:
        tx.connection.execute(
            calendar.update().where(calendar.c.id == calendar_id).values(reset_at=reset)
        )
    _touch(tx)


def _unlink(tx: Transaction, sessions: sa.Select[tuple[Any]]) -> tuple[tuple[int, str], ...]:
    """Events that are over stay in iCloud and are nobody's any more; deletions under way go on."""
    leaving = sa.select(outbox.c.object_id).where(outbox.c.kind == "delete")
    mine = remote_object.c.session.in_(sessions) & remote_object.c.id.not_in(leaving)
    found = tx.connection.execute(
        sa.select(remote_object.c.id, remote_object.c.session).where(mine)
    ).all()
    ids = [row.id for row in found]
    tx.connection.execute(
        remote_object.update().where(remote_object.c.id.in_(ids)).values(session=None)
    )
    return tuple((row.id, row.session) for row in found)


def _read(
    tx: Transaction, *wanted: tuple[sa.Table, sa.ColumnElement[bool]]
) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    return tuple((table.name, tuple(_rows(tx, table, where))) for table, where in wanted)


def _rows(tx: Transaction, table: sa.Table, where: sa.ColumnElement[bool]) -> Iterable[Row]:
    found: Sequence[sa.RowMapping] = (
        tx.connection.execute(sa.select(table).where(where)).mappings().all()
    )
    return (dict(row) for row in found)


def _delete(tx: Transaction, table: sa.Table, row_id: int) -> None:
    tx.connection.execute(table.delete().where(table.c.id == row_id))
    _touch(tx)


def _touch(tx: Transaction) -> None:
    for topic in _TOPICS:
        tx.touched(topic)
