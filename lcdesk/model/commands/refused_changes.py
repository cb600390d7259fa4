"""What a person decides about changes that a server refused for good."""

from __future__ import annotations

from dataclasses import replace

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import NotFound
from lcdesk.model.domain.remote import OutboxState
from lcdesk.model.store import outbox
from lcdesk.model.store.transaction import Transaction


def retry(tx: Transaction, object_id: int) -> None:
    """Send the refused changes of an object once more with the next pass. Raises NotFound."""
    dead = [
        entry
        for entry in outbox.entries_of_object(tx, object_id)
        if entry.state is OutboxState.DEAD
    ]
    if not dead:
        raise NotFound("Nothing of this entry is refused any more.")
    for entry in dead:
        pending = replace(entry, state=OutboxState.PENDING, error=None, not_before=None)
        outbox.update_entry(tx, pending)
    tx.touched(Topic.AGENDA)
