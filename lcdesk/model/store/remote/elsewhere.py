"""Events of ours that do not stand where they were written: detached, or moved away.

Those in calendars of accounts that are not connected now are kept so that connecting again finds
them as what they are: each with its UID, its version and the last text that both sides had, and
what was sent and may have arrived.

Those that somebody moved to another linked calendar of their member are, at the appointment's own
time, the same thing once more: neither drawn nor counted a second time. At any other time such an
event is one like others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
from lcdesk.model.store import outbox
from lcdesk.model.store.appointments import DEAD
from lcdesk.model.store.outbox import remember_sent, sent_fingerprints_at
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.objects import get_object, objects_with_uid
from lcdesk.model.store.tables import (
    account,
    appointment,
    left_event,
    linked_calendar,
    remote_object,
)
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction


@dataclass(frozen=True, slots=True)
class DetachedObject:
    """What stayed behind: the object as it was known, of no linked calendar yet.

    `sent` is the body of a create that may have arrived, else empty; `tried` are fingerprints of
    all texts that may have.
    """

    object: RemoteObject
    sent: str
    tried: frozenset[str]


def keep_detached(tx: Transaction, account: Account, linked: LinkedCalendar) -> None:
    """Note what stays behind in a calendar whose account is about to be disconnected."""
    for kept in objects.own_objects_of_linked(tx, linked.id):
        sent = _sent_body(tx, kept)
        is_clash = kept.state is ObjectState.CONFLICT
        if kept.state is ObjectState.WAITING and not sent:
            continue  # it never left
        # A clash is found again, with the texts of that day.
        found_again = ObjectState.WAITING if sent else ObjectState.CLEAN
        tx.connection.execute(
            left_event.insert().values(
                **_owner(account),
                calendar=linked.path,
                path=kept.path,
                href=kept.href,
                etag=None if is_clash else kept.etag,
                uid=kept.uid,
                raw=kept.raw,
                sent=sent,
                tried=sorted(sent_fingerprints_at(tx, kept.id)),
                session=kept.session,
                state=found_again if is_clash else kept.state,
                written_at=kept.written_at,
            )
        )


def restore_detached(
    tx: Transaction, account: Account, linked: LinkedCalendar, now: datetime
) -> None:
    """The calendar is there again: what was left in it is known as before."""
    here = sa.and_(
        *(left_event.c[name] == value for name, value in _owner(account).items()),
        left_event.c.calendar == linked.path,
    )
    for row in tx.connection.execute(sa.select(left_event).where(here)).all():
        left = _read_detached(row)
        object_id = objects.insert_object(tx, replace(left.object, linked=linked.id))
        remember_sent(tx, object_id, left.tried)
        if left.sent:
            unconfirmed = OutboxState.UNCONFIRMED
            entry = OutboxEntry(
                0, object_id, OutboxKind.CREATE, left.sent, "", None, unconfirmed, attempts=1
            )
            outbox.insert_entry(tx, entry, now)
    tx.connection.execute(left_event.delete().where(here))


def detached_uids(reader: Reader, staff_id: int) -> frozenset[str]:
    """The UIDs of a member's events that stayed behind somewhere."""
    query = sa.select(left_event.c.uid).where(left_event.c.staff_id == staff_id)
    return frozenset(reader.connection.execute(query).scalars())


def take_detached(tx: Transaction, staff_id: int, uid: str) -> DetachedObject | None:
    """The member's event with this UID, which is no longer kept here then."""
    here = (left_event.c.staff_id == staff_id) & (left_event.c.uid == uid)
    row = tx.connection.execute(sa.select(left_event).where(here)).first()
    if row is None:
        return None
    tx.connection.execute(left_event.delete().where(left_event.c.id == row.id))
    return _read_detached(row)


def _read_detached(row: AnyRow) -> DetachedObject:
    known = RemoteObject(
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
    return DetachedObject(known, row.sent, frozenset(row.tried))


def _sent_body(tx: Transaction, event: RemoteObject) -> str:
    """The body of a create that was tried, or that met something else at its place."""
    if event.state is ObjectState.CONFLICT and not event.raw:
        clash = outbox.conflict_of_object(tx, event.id)
        return "" if clash is None else str(clash.mine)
    for entry in outbox.entries_of_object(tx, event.id):
        if entry.kind is OutboxKind.CREATE and entry.attempts:
            return entry.body
    return ""


def _owner(account: Account) -> dict[str, object]:
    return {
        "provider": account.provider,
        "email": account.email.lower(),
        "server": account.server,
        "staff_id": account.staff,
    }


_OWN, _TWIN = remote_object.alias("own"), remote_object.alias("twin")
_GONE = (ObjectState.GONE.value, ObjectState.RELEASED.value)


def _has_session(object_: sa.FromClause) -> sa.ColumnElement[bool]:
    """Not by its index, which holds every object of ours."""
    return sa.func.coalesce(object_.c.session, "") != ""


# Few are gone, so they are found by what they are; asked at each look at a week.
_MOVED_AWAY = (
    sa.select(
        _TWIN.c.id,
        _TWIN.c.linked_id,
        linked_calendar.c.name,
        appointment.c.session,
        appointment.c.start,
        appointment.c.end,
    )
    .select_from(_OWN)
    .join(_TWIN, _TWIN.c.uid == _OWN.c.uid)
    .join(linked_calendar, linked_calendar.c.id == _TWIN.c.linked_id)
    .join(account, account.c.id == linked_calendar.c.account_id)
    .join(appointment, appointment.c.session == _OWN.c.session)
    .where(
        _OWN.c.state.in_(_GONE),
        _has_session(_OWN),
        _OWN.c.uid != "",
        sa.not_(_has_session(_TWIN)),
        account.c.staff_id == _OWN.c.staff_id,
        appointment.c.status.not_in(DEAD),
    )
    .distinct()
)


@dataclass(frozen=True, slots=True)
class MovedAway:
    """One such event, the calendar that it is in, and when its appointment takes place."""

    object: int
    linked: int
    calendar: str
    session: str
    start: datetime
    end: datetime


def find_moved_away(reader: Reader) -> tuple[MovedAway, ...]:
    """Every such event; mostly none."""
    rows = reader.connection.execute(_MOVED_AWAY)
    return tuple(MovedAway(*row) for row in rows)


def find_moved(reader: Reader, known: RemoteObject) -> RemoteObject | None:
    """What an event of ours became that was moved to another linked calendar, or None."""
    there = [
        event
        for event in (objects_with_uid(reader, known.uid) if known.is_own else ())
        if event.linked != known.linked and not event.is_own and event.state is ObjectState.CLEAN
    ]
    return there[0] if there else None


def own_moved_away(reader: Reader, uids: Sequence[str]) -> tuple[RemoteObject, ...]:
    """Events of ours with these UIDs that count as deleted where they stood."""
    query = sa.select(remote_object.c.id).where(
        remote_object.c.uid.in_([uid for uid in uids if uid]),
        remote_object.c.state == ObjectState.GONE.value,
        remote_object.c.session.is_not(None),
    )
    found = [
        get_object(reader, object_id) for object_id in reader.connection.execute(query).scalars()
    ]
    return tuple(event for event in found if event is not None)
