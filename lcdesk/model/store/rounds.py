"""How often a change was made anew on a newer text, so that two programs do not go on for ever."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from lcdesk.model.store.tables import remote_object
from lcdesk.model.store.transaction import Transaction

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
