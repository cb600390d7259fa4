"""Calendars that something is to be written to, and that the server lets nobody write to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.tables import linked_calendar, outbox, remote_object
from lcdesk.model.store.transaction import Reader

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


def withheld(
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
