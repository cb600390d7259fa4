"""A decision about a clash as a step of an undo: it waits again while its outcome has not left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from lcdesk.model.domain.remote import ObjectState, OutboxState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.undo import Row, RowImage
from lcdesk.model.replication.reindex import reindex
from lcdesk.model.store import outbox
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import AnyRow, Transaction

CLASH = "clash"


def keep_clash(tx: Transaction, known: RemoteObject, row: AnyRow) -> None:
    """Keep what waited at an object, and the text that the decision left it with."""
    left = objects.get_object(tx, known.id)
    before = {
        "mine": row.mine,
        "theirs": row.theirs,
        "theirs_etag": row.theirs_etag,
        "properties": list(row.properties),
        "start": int(row.start.timestamp()),
        "end": int(row.end.timestamp()),
        "raw": known.raw,
        "etag": known.etag,
    }
    after = {"raw": None if left is None else left.raw}
    tx.keep_image(RowImage(CLASH, (known.id,), before, after))


def wait_again(tx: Transaction, object_id: int, before: Row, after: Row, *, now: datetime) -> bool:
    """Let both versions wait for a person again; False where the decision has left since."""
    known = objects.get_object(tx, object_id)
    waiting = outbox.entries_of_object(tx, object_id)
    was_tried = any(entry.attempts or entry.state is OutboxState.SENDING for entry in waiting)
    if known is None or known.raw != after["raw"] or was_tried:
        return False
    outbox.delete_entries_of_object(tx, object_id)
    again = replace(known, raw=before["raw"], etag=before["etag"], state=ObjectState.CONFLICT)
    objects.update_object(tx, again)
    start, end = (datetime.fromtimestamp(before[name], UTC) for name in ("start", "end"))
    outbox.insert_conflict(
        tx,
        object_id,
        mine=before["mine"],
        theirs=before["theirs"],
        theirs_etag=before["theirs_etag"],
        properties=tuple(before["properties"]),
        span=TimeSpan(start, end),
        now=now,
    )
    reindex(tx, again, before["mine"], before["theirs"], now=now)
    return True
