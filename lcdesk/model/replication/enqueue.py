"""What is on its way to a server: changes put into the outbox, joined with those that wait there,
or taken off again. Whoever changes an event comes here, so nobody is mailed unasked.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind, OutboxState, RemoteObject
from lcdesk.model.replication import journal
from lcdesk.model.replication.guests import NOT_ASKED, ask_before_mailing, is_unasked
from lcdesk.model.store import outbox
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Transaction

UNSENT = (OutboxState.PENDING, OutboxState.DEAD)


def enqueue(
    tx: Transaction,
    object_id: int,
    kind: OutboxKind,
    *,
    body: str = "",
    base: str = "",
    etag: str | None = None,
    now: datetime,
) -> None:
    """Put one change of an object on its way. Raises AttendeesAreMailed.

    What the sync comes to by itself and may mail somebody waits for a person instead.
    """
    ask_before_mailing(tx, object_id, base, body)
    waits = is_unasked(tx, base, body)
    entry = OutboxEntry(
        id=0,
        object=object_id,
        kind=kind,
        body=body,
        base=base,
        base_etag=etag,
        state=OutboxState.DEAD if waits else OutboxState.PENDING,
        error=NOT_ASKED if waits else None,
    )
    outbox.insert_entry(tx, entry, now)
    known = objects.get_object(tx, object_id) if waits else None
    if known is not None:
        journal.record_about(tx, JournalKind.REFUSED, known, code=NOT_ASKED.code)
    touch_signs(tx)


def put_on_its_way(
    tx: Transaction,
    present: RemoteObject,
    last: OutboxEntry | None,
    *,
    body: str,
    base: str,
    now: datetime,
) -> None:
    """Send a newer text of an event, together with its `last` change where that is not sent yet.
    Raises AttendeesAreMailed.
    """
    if last is None or last.state not in UNSENT:
        etag = present.version
        enqueue(tx, present.id, OutboxKind.UPDATE, body=body, base=base, etag=etag, now=now)
        return
    # Not sent yet: one request will carry both edits. A refused body gets a new chance.
    ask_before_mailing(tx, present.id, base, body)
    after = replace(last, body=body, state=OutboxState.PENDING, error=None, not_before=None)
    if last.error == NOT_ASKED and is_unasked(tx, base, body):
        after = replace(last, body=body)
    outbox.update_entry(tx, after)
    touch_signs(tx)


def withdraw(tx: Transaction, entry: OutboxEntry) -> None:
    """Take an unsent change off. A booking that was tried stays, to be looked for before."""
    if entry.kind is OutboxKind.CREATE and entry.attempts:
        waits = replace(entry, state=OutboxState.PENDING, error=None, not_before=None)
        outbox.update_entry(tx, waits)
    else:
        outbox.delete_entry(tx, entry.id)


def touch_signs(tx: Transaction) -> None:
    """The entry's sign changes wherever it is drawn."""
    tx.touch(Topic.OUTBOX)
    tx.touch(Topic.AGENDA)
