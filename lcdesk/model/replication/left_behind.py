"""What waits to be written to a calendar that is written to no more: nothing waits for ever.

A booking that was not sent stays here only, and what stands there stays as it is. What may have
arrived is looked up by the next pass first. Removals are still made, and what was refused waits
for a person.
"""

from __future__ import annotations

from datetime import datetime

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind, OutboxState, RemoteObject
from lcdesk.model.replication.reindex import reindex
from lcdesk.model.store import outbox
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Transaction

_WRITES = (OutboxKind.CREATE, OutboxKind.UPDATE)


def leave_unsent(tx: Transaction, linked_id: int, *, now: datetime) -> int:
    """Take off what was never sent to this calendar; returns how many bookings stay here only."""
    kept_here = 0
    for known in objects.objects_of_linked(tx, linked_id).values():
        waiting = outbox.entries_of_object(tx, known.id)
        if len(waiting) == 1 and is_waiting_write(waiting[0]) and not waiting[0].attempts:
            leave_entry(tx, known, waiting[0], now=now)
            kept_here += waiting[0].kind is OutboxKind.CREATE
    return kept_here


def is_waiting_write(entry: OutboxEntry) -> bool:
    """Whether a change writes a text, and has not arrived as far as was looked."""
    return entry.kind in _WRITES and entry.state is OutboxState.PENDING


def leave_entry(tx: Transaction, known: RemoteObject, entry: OutboxEntry, *, now: datetime) -> None:
    """Do not send it: a new event is forgotten, and one that is there stays as it is."""
    outbox.delete_entry(tx, entry.id)
    tx.touch(Topic.AGENDA)
    if entry.kind is OutboxKind.CREATE:
        objects.delete_object(tx, known.id)
    elif known.raw:
        reindex(tx, known, known.raw, now=now)
