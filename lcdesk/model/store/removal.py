"""Takes rows out of the store with all that hangs on them (the tables cascade).

This module asks nothing about booking; whether something may go is for the commands. What brings
them back is kept by the transaction itself (row_images.py).
"""

from __future__ import annotations

import sqlalchemy as sa

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.undo import RowImage
from lcdesk.model.store.tables import (
    appointment,
    calendar,
    contact,
    outbox,
    remote_object,
    resource,
    staff,
    waiting,
)
from lcdesk.model.store.time_off import delete_time_off_of_staff
from lcdesk.model.store.transaction import Transaction

_TOPICS = (
    Topic.CALENDARS, Topic.STAFF, Topic.CONTACTS, Topic.AGENDA, Topic.ACCOUNTS, Topic.WAITING,
)  # fmt: skip


def remove_calendar(tx: Transaction, calendar_id: int) -> None:
    """Take out a calendar with its appointments and blocked slots."""
    _unlink(tx, calendar_id)
    _delete(tx, calendar, calendar_id)


def remove_staff(tx: Transaction, staff_id: int) -> None:
    """Take a staff member out of every team; appointments that are over stay without them.

    Whoever waits for the member waits for anybody now.
    """
    tx.connection.execute(
        waiting.update().where(waiting.c.staff_id == staff_id).values(staff_id=None)
    )
    delete_time_off_of_staff(tx, staff_id)
    _delete(tx, staff, staff_id)


def remove_resource(tx: Transaction, resource_id: int) -> None:
    """Take out a room or piece of equipment."""
    _delete(tx, resource, resource_id)


def remove_contact(tx: Transaction, contact_id: int) -> None:
    """Take out a contact; appointments that are over stay, without the contact."""
    _delete(tx, contact, contact_id)


def touch_everything(tx: Transaction) -> None:
    """Whoever shows rows of any of the tables reads them again."""
    for topic in _TOPICS:
        tx.touch(topic)


def _unlink(tx: Transaction, calendar_id: int) -> None:
    """Events that are over stay in iCloud and are nobody's any more; deletions under way go on."""
    sessions = sa.select(appointment.c.session).where(appointment.c.calendar_id == calendar_id)
    leaving = sa.select(outbox.c.object_id).where(outbox.c.kind == "delete")
    mine = remote_object.c.session.in_(sessions) & remote_object.c.id.not_in(leaving)
    found = tx.connection.execute(
        sa.select(remote_object.c.id, remote_object.c.session).where(mine)
    ).all()
    ids = [row.id for row in found]
    tx.connection.execute(
        remote_object.update().where(remote_object.c.id.in_(ids)).values(session=None)
    )
    for row in found:
        image = RowImage("event_of", (row.id,), {"session": row.session}, {"session": None})
        tx.keep_image(image)


def _delete(tx: Transaction, table: sa.Table, row_id: int) -> None:
    tx.connection.execute(table.delete().where(table.c.id == row_id))
    touch_everything(tx)
