"""A change met another text on the server: three texts, one decision.

Property by property against the last common text: different properties are joined and sent
once; the same property waits for a person; equal content is never a conflict, whatever the
ETags say. A text that cannot be read is neither overwritten nor deleted unasked, and neither is
what was changed there while the appointment was cancelled here (docs/rules/sync.md, "Deletions").
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import ObjectState, OutboxEntry, OutboxKind, RemoteObject
from lcdesk.model.replication import journal, outbox
from lcdesk.model.replication.cancelled_here import is_ended
from lcdesk.model.replication.conflicts import clashing_properties
from lcdesk.model.replication.guests import NOT_ASKED, are_new_guests
from lcdesk.model.replication.inbound import Arrived, follow_session
from lcdesk.model.replication.outbox import Outcome
from lcdesk.model.replication.publish import publish_session
from lcdesk.model.replication.reindex import reindex, zone_of_object
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader, Transaction

MOST_ROUNDS = 3  # of one object within an hour; more is another program at war with this one
_UNSETTLED = ErrorNote(
    "KEEPS_CHANGING",
    Message("This event keeps changing"),
    Message(
        "Another program changes this event again each time lcdesk does, so the change here was "
        "not sent once more. It is kept. Find out what changes it there, then try again or discard."
    ),
)
_UNREADABLE = ErrorNote(
    "UNREADABLE_THERE",
    Message("This event cannot be read"),
    Message(
        "This event was to be deleted on the server, but it was changed there to something that "
        "lcdesk cannot read, so it was left. Look at it there. Then try again to delete it, or "
        "discard the deletion to let it stand."
    ),
)


_ENDED = ("status",)  # what was changed here: the appointment was cancelled


def merge_versions(
    tx: Transaction, entry: OutboxEntry, known: RemoteObject, arrived: Arrived, *, now: datetime
) -> Outcome:
    """Somebody else wrote what is there now."""
    if entry.kind is OutboxKind.DELETE:
        return _delete_newer(tx, entry, known, arrived, now=now)
    if not entry.base:
        return ask_person(tx, entry, known, arrived, now=now)
    is_base = read_fingerprint(tx, known, arrived.text) == read_fingerprint(tx, known, entry.base)
    if not is_base and is_ended(tx, known):  # its removal waits behind
        return _wait(tx, entry, arrived, _ENDED, now=now)
    if entry.kind is OutboxKind.CREATE:  # restored here, and put back there as well
        objects.update_object(tx, replace(known, etag=None, state=ObjectState.CLEAN))
        entry = replace(entry, kind=OutboxKind.UPDATE)
    return _join(tx, entry, known, arrived, now=now)


def build_on(tx: Transaction, entry: OutboxEntry, arrived: Arrived, *, now: datetime) -> Outcome:
    """Our own earlier text is there, its answer lost: only lcdesk wrote, so nothing is asked.

    Of a deletion it is also the text that it was made on, at another version.
    """
    is_deletion = entry.kind is OutboxKind.DELETE
    behind = outbox_rows.entries_of_object(tx, entry.object)
    if not is_deletion and any(queued.kind is OutboxKind.DELETE for queued in behind):
        outbox.mark_delivered(tx, entry, etag=arrived.etag, now=now, text=arrived.text)
        return Outcome.ARRIVED
    if not _has_rounds_left(tx, entry, arrived, now):
        return _stop(tx, entry)
    if is_deletion:
        return _delete_version(tx, entry, arrived)
    outbox.adopt_late_arrival(tx, entry, text=arrived.text, etag=arrived.etag, now=now)
    return Outcome.OPEN


def ask_person(
    tx: Transaction, entry: OutboxEntry, known: RemoteObject, arrived: Arrived, *, now: datetime
) -> Outcome:
    """What is there cannot be compared. Deleting it would lose what nobody has seen.

    To try that again deletes this version only.
    """
    if entry.kind is not OutboxKind.DELETE:
        properties = _ENDED if is_ended(tx, known) else ("everything",)
        return _wait(tx, entry, arrived, properties, now=now)
    etag = arrived.etag or ""
    after = outbox.rewrite_queued(tx, entry, body="", base=arrived.text, etag=etag)
    outbox.mark_dead(tx, after, _UNREADABLE)
    return Outcome.WAITS_FOR_PERSON


def read_fingerprint(reader: Reader, known: RemoteObject, text: str) -> str | None:
    """What a text of this object says, in a form that compares; None when it cannot be read."""
    from lcdesk.model.ical.codec import read_event
    from lcdesk.model.ical.fingerprint import fingerprint

    try:
        read_event(text, zone=zone_of_object(reader, known))
        return fingerprint(text)
    except UnreadableEvent:
        return None


def _delete_newer(
    tx: Transaction, entry: OutboxEntry, known: RemoteObject, arrived: Arrived, *, now: datetime
) -> Outcome:
    """Nothing that was changed there is deleted unasked.

    An event that only moves to another place takes along what was changed in it; what was
    changed here as well waits for a person.
    """
    if is_ended(tx, known):
        return _wait(tx, entry, arrived, _ENDED, now=now)
    if not appointments_of_session(tx, known.session or ""):
        outbox.leave_there(tx, known, now=now)
        return Outcome.OPEN
    if both := clashing_properties(tx, known, base=known.raw, theirs=arrived.text):
        return _wait(tx, entry, arrived, both, now=now)
    if not _has_rounds_left(tx, entry, arrived, now):
        return _stop(tx, entry)
    if known.raw:
        follow_session(tx, known, arrived, now=now)
        publish_session(tx, known.session or "", now)
    return _delete_version(tx, entry, arrived)


def _delete_version(tx: Transaction, entry: OutboxEntry, arrived: Arrived) -> Outcome:
    etag = arrived.etag or ""
    after = outbox.rewrite_queued(tx, entry, body="", base=arrived.text, etag=etag)
    return _send_unless_unasked(tx, entry, after, arrived)


def _join(
    tx: Transaction, entry: OutboxEntry, known: RemoteObject, arrived: Arrived, *, now: datetime
) -> Outcome:
    from lcdesk.model.ical.merge import Merged, join

    try:
        result = join(entry.base, entry.body, arrived.text)
    except (UnreadableEvent, InvalidInput):  # InvalidInput: several events in one object
        return _wait(tx, entry, arrived, ("everything",), now=now)
    if not isinstance(result, Merged):
        return _wait(tx, entry, arrived, result.properties, now=now)
    if not _has_rounds_left(tx, entry, arrived, now):
        return _stop(tx, entry)
    journal.record_about(tx, JournalKind.JOINED, known)
    follow_session(tx, known, arrived, base=entry.base, now=now)
    reindex(tx, known, result.text, now=now)
    etag = arrived.etag or ""
    after = outbox.rewrite_queued(tx, entry, body=result.text, base=arrived.text, etag=etag)
    return _send_unless_unasked(tx, entry, after, arrived)


def _send_unless_unasked(
    tx: Transaction, before: OutboxEntry, after: OutboxEntry, arrived: Arrived
) -> Outcome:
    """Guests who were added there meanwhile are written to only when a person says so."""
    if not are_new_guests(before, arrived.text):
        return Outcome.OPEN
    outbox.mark_dead(tx, after, NOT_ASKED)
    return Outcome.WAITS_FOR_PERSON


def _has_rounds_left(tx: Transaction, entry: OutboxEntry, arrived: Arrived, now: datetime) -> bool:
    """Whether it may be sent once more by itself: three rounds in an hour.

    (docs/rules/sync.md, "Clashes".) To look up a version that was not known is no round.
    """
    if arrived.etag and not entry.base_etag:
        return True
    return outbox_rows.count_round(tx, entry.object, now) <= MOST_ROUNDS


def _stop(tx: Transaction, entry: OutboxEntry) -> Outcome:
    """Another program is at war with this one."""
    outbox.mark_dead(tx, entry, _UNSETTLED)
    return Outcome.WAITS_FOR_PERSON


def _wait(
    tx: Transaction,
    entry: OutboxEntry,
    arrived: Arrived,
    properties: tuple[str, ...],
    *,
    now: datetime,
) -> Outcome:
    outbox.mark_conflict(
        tx, entry, theirs=arrived.text, etag=arrived.etag, properties=properties, now=now
    )
    return Outcome.WAITS_FOR_PERSON
