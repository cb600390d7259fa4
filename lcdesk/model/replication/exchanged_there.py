"""Events that took each other's place on the server: the UID says which is which, not the place.

Somebody moves one event over another (WebDAV MOVE), or two of them swap their names. What stands
at the place of an event of ours is then no change of it. Where the other one came from it is
looked for: it stands there, or it is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.remote import RemoteObject
from lcdesk.model.replication.inbound import Arrived, mark_deleted
from lcdesk.model.replication.renamed_there import NOT_AT_ITS_PLACE
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.transaction import Reader, Transaction


def stands_at(reader: Reader, known: RemoteObject, text: str) -> RemoteObject | None:
    """The other event of its calendar that has the place of an event of ours, or None.

    A UID that is known nowhere else names no other event: some servers give UIDs of their own.
    """
    from lcdesk.model.ical.scan import scan

    try:
        uid = scan(text).uid
    except UnreadableEvent:
        return None
    if not uid or uid == known.uid:
        return None
    found = [
        one
        for one in objects.objects_with_uid(reader, uid)
        if one.linked == known.linked and one.id != known.id
    ]
    return min(found, key=lambda one: not one.is_own, default=None)


def exchange_places(
    tx: Transaction, linked_id: int, given: Iterable[Arrived]
) -> dict[str, RemoteObject]:
    """Give every event of ours the place where it stands now; by path, what was exchanged."""
    found: dict[str, RemoteObject] = {}
    for arrived in given:
        known = objects.find_object(tx, linked_id, arrived.path)
        other = None
        if known is not None and known.is_own:
            other = stands_at(tx, known, arrived.text)
        if known is not None and other is not None:
            found |= _exchange(tx, known, other)
    return found


def _exchange(tx: Transaction, known: RemoteObject, other: RemoteObject) -> dict[str, RemoteObject]:
    """Changes on their way meet there what they would have met at the old place."""
    is_nowhere = other.state in NOT_AT_ITS_PLACE
    between = replace(known, path=f"{other.path}#{known.uid}")  # no path of a server holds that
    here = replace(known, path=other.path, href=other.href, etag=None)
    there = replace(other, path=known.path, href=known.href, etag=None)
    for one in (between, there, here):
        objects.update_object(tx, one)
    for one in (here, there):
        for entry in outbox.entries_of_object(tx, one.id):
            outbox.update_entry(tx, replace(entry, base_etag=None, not_before=None))
    if is_nowhere:  # nothing stands where it came from
        mark_deleted(tx, here)
    tx.touched(Topic.AGENDA)
    return {here.path: here, there.path: there}
