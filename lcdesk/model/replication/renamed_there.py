"""Events of ours that stand at another place of their calendar: renamed there, or exchanged.

A phone's undo, another program or the server itself gives an object a new name (WebDAV MOVE). The
UID tells it from somebody else's event, and that nothing stands at its old place tells it from a
copy. What was changed in it on the way is taken over like any other change.

Where somebody moves one event over another, or two of them swap names, what stands at the place of
an event of ours is no change of it: the UID says which is which. Where the other one came from ours
is looked for: it stands there, or it is deleted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.replication.inbound import NOT_THERE, Arrived, mark_deleted, take_over
from lcdesk.model.store import outbox
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.elsewhere import find_moved
from lcdesk.model.store.transaction import Reader, Transaction

NOT_AT_ITS_PLACE = (*NOT_THERE, ObjectState.WAITING)


def own_with_uids(reader: Reader, linked_id: int, uids: Collection[str]) -> dict[str, RemoteObject]:
    """What lcdesk wrote into a linked calendar under these UIDs, by UID.

    What was never known to stand there is left out (`adopt.py` looks for it).
    """
    found = objects.objects_with_uid(reader, *uids)
    return {
        event.uid: event
        for event in found
        if event.is_own and event.linked == linked_id and event.raw
    }


def follow_to(tx: Transaction, known: RemoteObject, arrived: Arrived, *, now: datetime) -> bool:
    """An event of ours stands at another place of its calendar now. False for a text that cannot
    be read.

    A change on its way meets there what it would have met at the old place.
    """
    _make_room(tx, known, arrived)
    waiting = outbox.entries_of_object(tx, known.id)
    here = replace(known, path=arrived.path, href=arrived.href)
    if waiting or known.state is ObjectState.CONFLICT:
        objects.update_object(tx, replace(here, etag=None))
        for entry in waiting:
            outbox.update_entry(tx, replace(entry, base_etag=None, not_before=None))
        tx.touch(Topic.AGENDA)
        return True
    objects.update_object(tx, here)
    return take_over(tx, here, arrived, now=now)


def follow_if_elsewhere(tx: Transaction, known: RemoteObject, *, now: datetime) -> bool:
    """Whether an event of ours that is no longer at its place was read at another one already."""
    for event in objects.objects_with_uid(tx, known.uid) if known.is_own else ():
        if event.linked == known.linked and not event.is_own and event.state is ObjectState.CLEAN:
            follow_to(tx, known, Arrived(event.path, event.href, event.etag, event.raw), now=now)
            return True
    return False


def is_elsewhere(reader: Reader, known: RemoteObject) -> bool:
    """Whether an event of ours was read in another linked calendar."""
    return find_moved(reader, known) is not None


def find_lost(tx: Transaction, linked_id: int, *, now: datetime) -> None:
    """Look for what counts as deleted, in a calendar that has been read whole.

    What was read under another name is ours again. What nobody wants any more is forgotten; one
    that was not given is waited for.
    """
    for event in objects.objects_in_state(tx, *NOT_THERE):
        if event.linked != linked_id or follow_if_elsewhere(tx, event, now=now):
            continue
        if event.state is ObjectState.ENDED and not event.problem and not event.is_fresh(now):
            objects.delete_object(tx, event.id)


def has_ended(reader: Reader, linked_id: int, *, now: datetime) -> bool:
    """Whether a calendar may hold, under another name, what nobody wants any more."""
    ended = objects.objects_in_state(reader, ObjectState.ENDED)
    return any(event.linked == linked_id and not event.is_fresh(now) for event in ended)


def _make_room(tx: Transaction, known: RemoteObject, arrived: Arrived) -> None:
    """What was drawn of it as of somebody else's event goes, here and where it was meanwhile."""
    before = objects.find_object(tx, known.linked, arrived.path)
    if before is not None and before.id != known.id:
        objects.delete_object(tx, before.id)
    for object_id in objects.gone_mirrored(tx, [known.uid]):
        objects.delete_object(tx, object_id)


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
        event
        for event in objects.objects_with_uid(reader, uid)
        if event.linked == known.linked and event.id != known.id
    ]
    return min(found, key=lambda one: not one.is_own, default=None)


def exchange_places(
    tx: Transaction, linked_id: int, given: Iterable[Arrived], *, now: datetime
) -> dict[str, RemoteObject]:
    """Give every event of ours the place where it stands now; by path, what was exchanged."""
    found: dict[str, RemoteObject] = {}
    for arrived in given:
        known = objects.find_object(tx, linked_id, arrived.path)
        other = None
        if known is not None and known.is_own:
            other = stands_at(tx, known, arrived.text)
        if known is not None and other is not None:
            found |= _exchange(tx, known, other, now)
    return found


def _exchange(
    tx: Transaction, known: RemoteObject, other: RemoteObject, now: datetime
) -> dict[str, RemoteObject]:
    """Changes on their way meet there what they would have met at the old place."""
    is_nowhere = other.state in NOT_AT_ITS_PLACE
    between = replace(known, path=f"{other.path}#{known.uid}")  # no path of a server holds that
    here = replace(known, path=other.path, href=other.href, etag=None)
    there = replace(other, path=known.path, href=known.href, etag=None)
    for event in (between, there, here):
        objects.update_object(tx, event)
    for event in (here, there):
        for entry in outbox.entries_of_object(tx, event.id):
            outbox.update_entry(tx, replace(entry, base_etag=None, not_before=None))
    if is_nowhere:  # nothing stands where it came from
        mark_deleted(tx, here, now=now)
    tx.touch(Topic.AGENDA)
    return {here.path: here, there.path: there}
