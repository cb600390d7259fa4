"""Who waits, the oldest first; what of it could be booked is asked elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.store.tables import waiting
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction

_PAGE = 200  # rows that are made at once

_OLDEST_FIRST = sa.select(waiting).order_by(waiting.c.since, waiting.c.id)


def get_waiting(reader: Reader, waiting_id: int) -> Waiting | None:
    """One of those who wait, or None."""
    row = reader.connection.execute(_OLDEST_FIRST.where(waiting.c.id == waiting_id)).first()
    return None if row is None else _waiting(row)


def all_waiting(reader: Reader) -> Iterator[Waiting]:
    """Everybody, read as far as somebody asks."""
    return _read(reader, _OLDEST_FIRST)


def waiting_page(reader: Reader, *, calendar: int | None, limit: int) -> tuple[Waiting, ...]:
    """The first of those who wait, for one calendar or for any."""
    query = _OLDEST_FIRST.limit(limit)
    if calendar is not None:
        query = query.where(waiting.c.calendar_id == calendar)
    return tuple(_read(reader, query))


def waiting_of_contact(reader: Reader, contact_id: int, *, limit: int) -> tuple[Waiting, ...]:
    """What one contact waits for."""
    query = _OLDEST_FIRST.where(waiting.c.contact_id == contact_id).limit(limit)
    return tuple(_read(reader, query))


def waiting_for_days(
    reader: Reader, calendars: Collection[int], first: date, last: date
) -> Iterator[Waiting]:
    """Those who take one of these days for one of these calendars, as far as somebody asks."""
    query = _OLDEST_FIRST.where(
        waiting.c.calendar_id.in_(sorted(calendars)),
        waiting.c.first <= last,
        waiting.c.last >= first,
    )
    return _read(reader, query)


def count_waiting(reader: Reader) -> dict[int, int]:
    """How many wait for each calendar; calendars that nobody waits for are left out."""
    query = sa.select(waiting.c.calendar_id, sa.func.count()).group_by(waiting.c.calendar_id)
    return {row[0]: row[1] for row in reader.connection.execute(query)}


def insert_waiting(tx: Transaction, value: Waiting) -> int:
    """Add to the list (the `id` is ignored); returns the new id."""
    tx.touch(Topic.WAITING)
    return tx.insert(waiting, _values(value))


def update_waiting(tx: Transaction, value: Waiting) -> None:
    """Replace what somebody waits for."""
    tx.touch(Topic.WAITING)
    changed = waiting.update().where(waiting.c.id == value.id).values(_values(value))
    tx.connection.execute(changed)


def delete_waiting(tx: Transaction, waiting_id: int) -> None:
    """Take off the list."""
    tx.touch(Topic.WAITING)
    tx.connection.execute(waiting.delete().where(waiting.c.id == waiting_id))


def _read(reader: Reader, query: sa.Select[Any]) -> Iterator[Waiting]:
    rows = reader.connection.execute(query.execution_options(yield_per=_PAGE))
    return map(_waiting, rows)


def _waiting(row: AnyRow) -> Waiting:
    return Waiting(
        id=row.id,
        calendar=row.calendar_id,
        contact=row.contact_id,
        first=row.first,
        last=row.last,
        since=row.since,
        staff=row.staff_id,
        weekdays=tuple(row.weekdays),
        after=row.after,
        before=row.before,
        variation=row.variation,
        add_ons=tuple(row.add_ons),
        notes=row.notes,
    )


def _values(value: Waiting) -> dict[str, object]:
    return {
        "calendar_id": value.calendar,
        "contact_id": value.contact,
        "staff_id": value.staff,
        "first": value.first,
        "last": value.last,
        "since": value.since,
        "weekdays": list(value.weekdays),
        "after": value.after,
        "before": value.before,
        "variation": value.variation,
        "add_ons": list(value.add_ons),
        "notes": value.notes,
    }
