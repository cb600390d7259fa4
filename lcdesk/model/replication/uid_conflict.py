"""A new event that is refused since its UID is somewhere else in the account already.

It can have been written before, the answer lost, and moved since. Where it stands in its own
calendar as it was to be written, it is ours again; anywhere else it is left alone, and the
event is written under a second UID. There is no third (docs/rules/sync.md, "Clashes"): what is
refused then is refused for another reason.

The second UID is made from the first, so that a program killed in between makes no third one,
and is told from it by its version.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.remote import ObjectState, OutboxEntry, OutboxState, RemoteObject
from lcdesk.model.replication import outbox
from lcdesk.model.replication.adopt import find_own_marker
from lcdesk.model.replication.publish import under_uid
from lcdesk.model.store import objects
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.outbox import forget_sent
from lcdesk.model.store.transaction import Reader, Transaction

_SECOND = 5  # version of a UUID that is made from another; the first is random


def adopt_existing(tx: Transaction, entry: OutboxEntry, *, now: datetime) -> bool:
    """Make the same event our own where it stands in this calendar under another name."""
    known = objects.get_object(tx, entry.object)
    found = None if known is None else _same_event(tx, known, entry.body)
    if known is None or found is None:
        return False
    objects.delete_object(tx, found.id)
    objects.update_object(tx, replace(known, path=found.path, href=found.href))
    outbox.mark_delivered(tx, entry, etag=found.etag, now=now, text=found.raw)
    return True


def assign_new_uid(tx: Transaction, entry: OutboxEntry) -> bool:
    """Give a new event its second UID, and its place with it; False where it has that already."""
    known = objects.get_object(tx, entry.object)
    second = "" if known is None else _second(known.uid)
    if known is None or not second:
        return False
    place = f"{second}.ics"
    objects.update_object(
        tx,
        replace(
            known, uid=second, path=_beside(known.path, place), href=_beside(known.href, place)
        ),
    )
    for waiting in outbox_rows.entries_of_object(tx, known.id):
        body, base = (under_uid(text, second) for text in (waiting.body, waiting.base))
        after = replace(waiting, body=body, base=base)
        if waiting.id == entry.id:  # nothing has been sent under this UID
            after = replace(
                after, state=OutboxState.PENDING, attempts=0, not_before=None, error=None
            )
        outbox_rows.update_entry(tx, after)
    forget_sent(tx, known.id)
    return True


def _same_event(reader: Reader, known: RemoteObject, body: str) -> RemoteObject | None:
    """What was read from the same calendar and says what `body` says."""
    for kept in objects.objects_with_uid(reader, known.uid):
        is_read = (
            kept.linked == known.linked and kept.state is ObjectState.CLEAN and not kept.is_own
        )
        if is_read and find_own_marker(kept.raw) == find_own_marker(body):
            return kept
    return None


def _second(first: str) -> str:
    """Another UID, always the same for a first one; empty for a second one."""
    try:
        own = uuid.UUID(first)
    except ValueError:
        return ""
    return "" if own.version == _SECOND else str(uuid.uuid5(own, "second")).upper()


def _beside(place: str, name: str) -> str:
    """A path or an href in the same calendar."""
    return f"{place.rpartition('/')[0]}/{name}"
