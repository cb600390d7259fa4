"""What a person decides about changes that a server refused for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import NotFound
from lcdesk.model.domain.remote import (
    ObjectState,
    OutboxEntry,
    OutboxKind,
    OutboxState,
    RemoteObject,
)
from lcdesk.model.replication import outbox
from lcdesk.model.replication.guests import ask_before_mailing
from lcdesk.model.replication.inbound import Arrived, follow_session
from lcdesk.model.replication.publish import bring_guests
from lcdesk.model.replication.reindex import reindex
from lcdesk.model.store import objects, rounds
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.sent_fingerprints import forget_sent
from lcdesk.model.store.transaction import Reader, Transaction


def retry(tx: Transaction, object_id: int, *, now: datetime) -> None:
    """Send the refused changes of an object once more with the next pass.

    Raises NotFound, and AttendeesAreMailed.
    """
    for entry in _dead(tx, object_id):
        ask_before_mailing(tx, object_id, entry.base, entry.body)
        pending = replace(entry, state=OutboxState.PENDING, error=None, not_before=None)
        outbox_rows.update_entry(tx, pending)
        known = objects.get_object(tx, object_id)
        if entry.kind is OutboxKind.DELETE and known is not None and known.is_own:
            bring_guests(tx, replace(known, raw=entry.base), now)
    rounds.forget_rounds(tx, object_id)
    tx.touched(Topic.AGENDA)


def discard(tx: Transaction, object_id: int, *, now: datetime) -> None:
    """Drop the refused changes of an object. Raises NotFound.

    An appointment that never arrived stays here only; one that was changed becomes what iCloud
    says; one that was to be deleted there stays there, as an event like any other.
    """
    last = _dead(tx, object_id)[-1]
    known = objects.get_object(tx, object_id)
    assert known is not None  # its changes would be gone with it
    outbox_rows.delete_entries_of_object(tx, object_id)
    forget_sent(tx, object_id)
    match last.kind:
        case OutboxKind.CREATE:
            objects.update_object(tx, replace(known, state=ObjectState.RELEASED, etag=None))
        case OutboxKind.UPDATE:
            _as_in_icloud(tx, known, last, now)
        case OutboxKind.DELETE:
            outbox.leave_there(tx, known, now=now)
    tx.touched(Topic.AGENDA)


def _dead(reader: Reader, object_id: int) -> list[OutboxEntry]:
    found = outbox_rows.entries_of_object(reader, object_id)
    dead = [entry for entry in found if entry.state is OutboxState.DEAD]
    if not dead:
        raise NotFound("Nothing of this entry is refused any more.")
    return dead


def _as_in_icloud(tx: Transaction, known: RemoteObject, entry: OutboxEntry, now: datetime) -> None:
    """Back to the last text that both sides had; the next pass reads what iCloud has now."""
    after = replace(known, state=ObjectState.CLEAN, etag=None)
    if known.is_own:
        arrived = Arrived(known.path, known.href, None, known.raw)
        follow_session(tx, known, arrived, base=entry.body, now=now)
    objects.update_object(tx, after)
    reindex(tx, after, known.raw, now=now)
