"""Events of ours in calendars of accounts that are not connected now.

They are kept so that connecting again finds them as what they are: each with its UID, its
version and the last text that both sides had, so that what happened meanwhile can be told.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from lcdesk.model.domain.accounts import Account, LinkedCalendar
from lcdesk.model.domain.remote import (
    ObjectState,
    OutboxEntry,
    OutboxKind,
    OutboxState,
    RemoteObject,
)
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.tables import left_event
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction

_ON_THEIR_WAY = (OutboxState.SENDING, OutboxState.UNCONFIRMED)


def keep_left(tx: Transaction, account: Account, linked: LinkedCalendar) -> None:
    """Note what stays behind in a calendar whose account is about to be disconnected."""
    for one in objects.own_objects_of_linked(tx, linked.id):
        sent = _sent(tx, one)
        if one.state is ObjectState.WAITING and not sent:
            continue  # it never left
        tx.connection.execute(
            left_event.insert().values(
                **_owner(account),
                calendar=linked.path,
                path=one.path,
                href=one.href,
                etag=None if one.state is ObjectState.CONFLICT else one.etag,
                uid=one.uid,
                raw=one.raw,
                sent=sent,
                session=one.session,
                # A clash is found again, with the texts of that day.
                state=ObjectState.CLEAN if one.state is ObjectState.CONFLICT else one.state,
                written_at=one.written_at,
            )
        )


def restore_left(tx: Transaction, account: Account, linked: LinkedCalendar, now: datetime) -> None:
    """The calendar is there again: what was left in it is known as before."""
    here = sa.and_(
        *(left_event.c[name] == value for name, value in _owner(account).items()),
        left_event.c.calendar == linked.path,
    )
    for row in tx.connection.execute(sa.select(left_event).where(here)).all():
        value = replace(left_from(row), linked=linked.id)
        object_id = objects.insert_object(tx, value)
        if row.sent:
            unconfirmed = OutboxState.UNCONFIRMED
            entry = OutboxEntry(
                0, object_id, OutboxKind.CREATE, row.sent, "", None, unconfirmed, attempts=1
            )
            outbox.insert_entry(tx, entry, now)
    tx.connection.execute(left_event.delete().where(here))


def left_uids(reader: Reader, staff_id: int) -> frozenset[str]:
    """The UIDs of a member's events that stayed behind somewhere."""
    query = sa.select(left_event.c.uid).where(left_event.c.staff_id == staff_id)
    return frozenset(reader.connection.execute(query).scalars())


def take_left(tx: Transaction, staff_id: int, uid: str) -> RemoteObject | None:
    """The member's event with this UID, which is no longer kept here then."""
    here = (left_event.c.staff_id == staff_id) & (left_event.c.uid == uid)
    row = tx.connection.execute(sa.select(left_event).where(here)).first()
    if row is None:
        return None
    tx.connection.execute(left_event.delete().where(left_event.c.id == row.id))
    return left_from(row)


def left_from(row: AnyRow) -> RemoteObject:
    """The object as it was known, of no linked calendar yet."""
    return RemoteObject(
        id=0,
        linked=0,
        path=row.path,
        href=row.href,
        etag=row.etag,
        uid=row.uid,
        raw=row.raw,
        state=ObjectState(row.state),
        session=row.session,
        staff=row.staff_id,
        written_at=row.written_at,
    )


def _sent(tx: Transaction, one: RemoteObject) -> str:
    """The body of a create that may have reached the server."""
    for entry in outbox.entries_of_object(tx, one.id):
        if entry.kind is OutboxKind.CREATE and entry.state in _ON_THEIR_WAY:
            return entry.body
    return ""


def _owner(account: Account) -> dict[str, object]:
    return {
        "provider": account.provider,
        "email": account.email.lower(),
        "server": account.server,
        "staff_id": account.staff,
    }
