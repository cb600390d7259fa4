"""Changes that still have to reach a server, clashes that wait for a person, and what was tried.

How often a change was made anew on a newer text is counted, so that two programs do not go on for
ever. A request that was lost may still be carried out after its text was edited here, so what was
sent is known by what it says (`ical/fingerprint.py`), and nobody is asked about lcdesk's own words.
Calendars that something waits for, and that nobody may write to, are found here as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from lcdesk.model.domain.accounts import ErrorNote, LinkedCalendar, Role
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind, OutboxState
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.tables import conflict, linked_calendar, outbox, remote_object, tried_text
from lcdesk.model.store.tables.columns import note_from_json, note_to_json
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction

# Asked at each look at a week: making a statement takes as long as asking it.
_CONFLICTS_IN_SPAN = sa.select(conflict.c.object_id, conflict.c.start, conflict.c.end).where(
    conflict.c.start < sa.bindparam("until", type_=conflict.c.start.type),
    conflict.c.end > sa.bindparam("since", type_=conflict.c.end.type),
)


def entries(reader: Reader, *, account_id: int | None = None) -> tuple[OutboxEntry, ...]:
    """Everything on its way, oldest first, of one account if named."""
    query = sa.select(outbox).order_by(outbox.c.id)
    if account_id is not None:
        query = (
            query.join(remote_object, remote_object.c.id == outbox.c.object_id)
            .join(linked_calendar, linked_calendar.c.id == remote_object.c.linked_id)
            .where(linked_calendar.c.account_id == account_id)
        )
    return tuple(_entry(row) for row in reader.connection.execute(query))


def entries_of_object(reader: Reader, object_id: int) -> tuple[OutboxEntry, ...]:
    """Changes on their way for one object, in the order they are to be made."""
    query = sa.select(outbox).where(outbox.c.object_id == object_id).order_by(outbox.c.id)
    return tuple(_entry(row) for row in reader.connection.execute(query))


def get_entry(reader: Reader, entry_id: int) -> OutboxEntry | None:
    """One change on its way, or None."""
    row = reader.connection.execute(sa.select(outbox).where(outbox.c.id == entry_id)).first()
    return None if row is None else _entry(row)


def states_by_object(reader: Reader) -> dict[int, set[OutboxState]]:
    """Which states the changes of each object are in; for the agenda's signs."""
    found: dict[int, set[OutboxState]] = {}
    for row in reader.connection.execute(sa.select(outbox.c.object_id, outbox.c.state)):
        found.setdefault(row.object_id, set()).add(OutboxState(row.state))
    return found


def count_by_account(reader: Reader) -> dict[int, int]:
    """How many changes of each account are on their way; those that were refused are not."""
    query = (
        sa.select(linked_calendar.c.account_id, sa.func.count())
        .select_from(outbox)
        .join(remote_object, remote_object.c.id == outbox.c.object_id)
        .join(linked_calendar, linked_calendar.c.id == remote_object.c.linked_id)
        .where(outbox.c.state != OutboxState.DEAD)
        .group_by(linked_calendar.c.account_id)
    )
    return {row[0]: row[1] for row in reader.connection.execute(query)}


def ready_to_go(reader: Reader) -> frozenset[int]:
    """The ids of the changes that wait to be sent; none is ever given again."""
    query = sa.select(outbox.c.id).where(outbox.c.state == OutboxState.PENDING)
    return frozenset(reader.connection.execute(query).scalars())


def insert_entry(tx: Transaction, value: OutboxEntry, now: datetime) -> int:
    """Add a change (its `id` is ignored); returns the new id."""
    tx.touch(Topic.OUTBOX)
    values = _values(value) | {"object_id": value.object, "created_at": now}
    return tx.insert(outbox, values)


def update_entry(tx: Transaction, value: OutboxEntry) -> None:
    """Replace a change's fields."""
    tx.connection.execute(outbox.update().where(outbox.c.id == value.id).values(_values(value)))
    tx.touch(Topic.OUTBOX)


def delete_entry(tx: Transaction, entry_id: int) -> None:
    """Take a change off: done, or no longer wanted."""
    tx.connection.execute(outbox.delete().where(outbox.c.id == entry_id))
    tx.touch(Topic.OUTBOX)


def delete_entries_of_object(tx: Transaction, object_id: int) -> None:
    """Take all changes of an object off."""
    tx.connection.execute(outbox.delete().where(outbox.c.object_id == object_id))
    tx.touch(Topic.OUTBOX)


def insert_conflict(
    tx: Transaction,
    object_id: int,
    *,
    mine: str,
    theirs: str,
    theirs_etag: str | None,
    properties: tuple[str, ...],
    span: TimeSpan,
    now: datetime,
) -> None:
    """Keep both texts of a clash; `span` is the time that the other side wants."""
    delete_conflict(tx, object_id)
    tx.connection.execute(
        conflict.insert().values(
            object_id=object_id,
            mine=mine,
            theirs=theirs,
            theirs_etag=theirs_etag,
            properties=list(properties),
            start=span.start,
            end=span.end,
            found_at=now,
        )
    )
    tx.touch(Topic.OUTBOX)
    tx.touch(Topic.AGENDA, [span])


def conflict_of_object(reader: Reader, object_id: int) -> AnyRow | None:
    """The clash that waits for a person at this object, or None."""
    return reader.connection.execute(
        sa.select(conflict).where(conflict.c.object_id == object_id)
    ).first()


def conflict_spans(reader: Reader, span: TimeSpan) -> tuple[tuple[int, TimeSpan], ...]:
    """(object, time wanted by the other side) of clashes inside `span`; held until decided."""
    named = {"since": span.start, "until": span.end}
    return tuple(
        (row.object_id, TimeSpan(row.start, row.end))
        for row in reader.connection.execute(_CONFLICTS_IN_SPAN, named)
    )


def delete_conflict(tx: Transaction, object_id: int) -> None:
    """A clash is decided, or overtaken."""
    tx.connection.execute(conflict.delete().where(conflict.c.object_id == object_id))


def _values(value: OutboxEntry) -> dict[str, object]:
    error: ErrorNote | None = value.error
    return {
        "kind": value.kind,
        "body": value.body,
        "base": value.base,
        "base_etag": value.base_etag,
        "state": value.state,
        "attempts": value.attempts,
        "not_before": value.not_before,
        "error": sa.null() if error is None else note_to_json(error),
    }


def _entry(row: AnyRow) -> OutboxEntry:
    return OutboxEntry(
        id=row.id,
        object=row.object_id,
        kind=OutboxKind(row.kind),
        body=row.body,
        base=row.base,
        base_etag=row.base_etag,
        state=OutboxState(row.state),
        attempts=row.attempts,
        not_before=row.not_before,
        error=note_from_json(row.error),
    )


JOINS_WITHIN = timedelta(hours=1)
NEVER_JOINED = {"joins": 0, "joins_since": None}


def count_round(tx: Transaction, object_id: int, now: datetime) -> int:
    """Note that a change was made anew on a newer text; returns how often within an hour."""
    here = remote_object.c.id == object_id
    columns = (remote_object.c.joins, remote_object.c.joins_since)
    row = tx.connection.execute(sa.select(*columns).where(here)).one()
    is_new = row.joins_since is None or not timedelta(0) <= now - row.joins_since < JOINS_WITHIN
    joins = 1 if is_new else row.joins + 1
    since = now if is_new else row.joins_since
    tx.connection.execute(remote_object.update().where(here).values(joins=joins, joins_since=since))
    return int(joins)


def forget_rounds(tx: Transaction, object_id: int) -> None:
    """A person wants it tried again, whatever was tried before."""
    here = remote_object.c.id == object_id
    tx.connection.execute(remote_object.update().where(here).values(**NEVER_JOINED))


def remember_sent(tx: Transaction, object_id: int, fingerprints: Iterable[str]) -> None:
    """Texts with these fingerprints may show at an object yet."""
    for fingerprint in set(fingerprints) - sent_fingerprints_at(tx, object_id):
        tx.connection.execute(
            tried_text.insert().values(object_id=object_id, fingerprint=fingerprint)
        )


def sent_fingerprints_at(reader: Reader, object_id: int) -> frozenset[str]:
    """Fingerprints of what may show at an object yet."""
    query = sa.select(tried_text.c.fingerprint).where(tried_text.c.object_id == object_id)
    return frozenset(reader.connection.execute(query).scalars())


def forget_sent(tx: Transaction, object_id: int) -> None:
    """The server holds a newer version, on which nothing sent before is carried out any more."""
    tx.connection.execute(tried_text.delete().where(tried_text.c.object_id == object_id))


# What waits for calendars that may be written to is sent, so it is of no interest here.
_WAITING = (
    sa.select(remote_object.c.linked_id, sa.func.count())
    .join(outbox, outbox.c.object_id == remote_object.c.id)
    .join(linked_calendar, linked_calendar.c.id == remote_object.c.linked_id)
    .where(linked_calendar.c.writable.is_(False))
    .group_by(remote_object.c.linked_id)
)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A calendar without the right to write to it, and how many changes wait for that right."""

    linked: LinkedCalendar
    waiting: int


def find_withheld(
    reader: Reader, *, account: int | None = None, staff: Collection[int] | None = None
) -> tuple[Withheld, ...]:
    """Primary calendars that cannot be written to, and others that changes still wait for.

    Of one account or of these members, where they are named.
    """
    locked = [
        linked
        for linked in linked_calendars(reader, account_id=account)
        if not linked.writable and (staff is None or linked.staff in staff)
    ]
    if not locked:
        return ()
    counts: dict[int, int] = {row[0]: row[1] for row in reader.connection.execute(_WAITING)}
    return tuple(
        Withheld(linked, counts.get(linked.id, 0))
        for linked in locked
        if linked.role is Role.PRIMARY or counts.get(linked.id)
    )
