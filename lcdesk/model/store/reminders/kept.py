"""The reminders that fell due: who is about to tell them, which were told, put off or dismissed.

A reminder is one row for its session, start and length, so that nothing is told twice. Its row
stays, heard or not, until its appointment is long over. One whose appointment was moved or
cancelled waits for nothing: it is passed over here, and comes back with an undo.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from lcdesk.model.booking.reminders import Reminder
from lcdesk.model.domain.changes import Topic
from lcdesk.model.store.appointments import DEAD
from lcdesk.model.store.tables import appointment, reminder
from lcdesk.model.store.tables.columns import minutes
from lcdesk.model.store.transaction import Reader, Transaction, chunks

CLAIM_LASTS = timedelta(minutes=1)  # then whoever claimed it has died before it was told


@dataclass(frozen=True, slots=True)
class KeptReminder:
    """A reminder that fell due; `due` is when it was put off to, where it was."""

    id: int
    session: str
    start: datetime
    before: timedelta
    due: datetime


# Its appointment stands where it stood, and takes place.
_STANDS = sa.exists().where(
    (appointment.c.session == reminder.c.session)
    & (appointment.c.start == reminder.c.start)
    & appointment.c.status.not_in(DEAD)
)
_WAITS = ~reminder.c.told & ~reminder.c.done & _STANDS


def add_reminder(tx: Transaction, value: Reminder) -> None:
    """Keep one that fell due, unless it is kept already."""
    column = reminder.c
    same = sa.select(column.id).where(
        (column.session == value.session)
        & (column.start == value.start)
        & (column.before == minutes(value.before))
    )
    if tx.connection.execute(same).first() is None:
        tx.insert(
            reminder,
            {
                "session": value.session,
                "start": value.start,
                "before": minutes(value.before),
                "due": value.due,
                "told": False,
                "done": False,
            },
        )


def waiting(reader: Reader, now: datetime) -> tuple[KeptReminder, ...]:
    """Those to be told now, the first ones first; what another process is about to tell is not."""
    claimed = reminder.c.claimed_at
    is_free = claimed.is_(None) | (claimed <= now - CLAIM_LASTS) | (claimed > now)
    return _read(reader, _WAITS & is_free & (reminder.c.due <= now))


def next_waiting(reader: Reader) -> datetime | None:
    """When the next of those that are kept is to be told; None where none waits."""
    column = reminder.c
    query = sa.select(column.due, column.claimed_at).where(_WAITS)
    times = [
        row.due if row.claimed_at is None else max(row.due, row.claimed_at + CLAIM_LASTS)
        for row in reader.connection.execute(query)
    ]
    return min(times, default=None)


def open_reminders(reader: Reader) -> tuple[KeptReminder, ...]:
    """Those that were told, and that nobody has answered, the first ones first."""
    return _read(reader, reminder.c.told & ~reminder.c.done & _STANDS)


def claim_reminders(tx: Transaction, ids: Iterable[int], now: datetime) -> None:
    """These are about to be told here."""
    _change(tx, ids, claimed_at=now)


def set_told(tx: Transaction, ids: Iterable[int]) -> None:
    """These were told."""
    _change(tx, ids, told=True)


def set_done(tx: Transaction, ids: Iterable[int]) -> None:
    """Tell and list these no more."""
    _change(tx, ids, done=True)


def put_off(tx: Transaction, ids: Iterable[int], until: datetime) -> None:
    """Tell these anew at `until`."""
    _change(tx, ids, due=until, told=False, claimed_at=None)


def finish_earlier(tx: Transaction, than: KeptReminder) -> None:
    """Those of the same session that fell due before it have been overtaken."""
    column = reminder.c
    tx.connection.execute(
        reminder.update()
        .where((column.session == than.session) & (column.id != than.id))
        .where(column.due <= than.due)
        .values(done=True)
    )


def forget_before(tx: Transaction, start: datetime) -> None:
    """Let go of the reminders of what began before then."""
    tx.connection.execute(reminder.delete().where(reminder.c.start < start))


def _change(tx: Transaction, ids: Iterable[int], **values: Any) -> None:
    tx.touch(Topic.REMINDERS)
    for some in chunks(sorted(ids)):
        tx.connection.execute(reminder.update().where(reminder.c.id.in_(some)).values(**values))


def _read(reader: Reader, condition: sa.ColumnElement[bool]) -> tuple[KeptReminder, ...]:
    column = reminder.c
    query = sa.select(reminder).where(condition).order_by(column.due, column.start, column.id)
    return tuple(
        KeptReminder(row.id, row.session, row.start, timedelta(minutes=row.before), row.due)
        for row in reader.connection.execute(query)
    )
