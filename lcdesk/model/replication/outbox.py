"""The outbox's bookkeeping: what happened to a change on its way to the server.

Each step is a transaction of its own, so that a program killed at any moment finds on its
next start how far every change had got. Between two steps a person may edit a change or withdraw
it, so a step writes how far the change has got and never what it says.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import Enum, auto

from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.domain.remote import (
    ObjectState,
    OutboxEntry,
    OutboxKind,
    OutboxState,
    RemoteObject,
)
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication import journal
from lcdesk.model.replication.inbound import mark_deleted
from lcdesk.model.replication.publish import let_go
from lcdesk.model.replication.reindex import reindex, zone_of_object
from lcdesk.model.replication.renamed_there import follow_if_elsewhere
from lcdesk.model.store import outbox
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.outbox import forget_sent, remember_sent
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader, Transaction


class Outcome(Enum):
    """What became of a change that was held against what stands on the server."""

    ARRIVED = auto()  # it is there
    OPEN = auto()  # it goes once more, now or later, or was withdrawn
    WAITS_FOR_PERSON = auto()
    DROPPED = auto()  # nothing of it is to be sent any more


def mark_sending(tx: Transaction, entry: OutboxEntry) -> OutboxEntry | None:
    """The request is about to leave; written down first.

    Returns the change as it is now, which is what may be sent; None when it was withdrawn.
    """
    present = outbox.get_entry(tx, entry.id)
    if present is None or present.state is not OutboxState.PENDING:
        return None
    after = replace(present, state=OutboxState.SENDING, attempts=present.attempts + 1, error=None)
    outbox.update_entry(tx, after)
    _remember(tx, after)
    return after


def is_unedited(reader: Reader, entry: OutboxEntry) -> bool:
    """Whether it still says what was sent: what is edited while the server is asked goes anew."""
    present = outbox.get_entry(reader, entry.id)
    return present is not None and present.body == entry.body


def mark_delivered(
    tx: Transaction, entry: OutboxEntry, *, etag: str | None, now: datetime, text: str = ""
) -> None:
    """The server has it. `text` is what the server holds, when that is known better."""
    outbox.delete_entry(tx, entry.id)
    known = objects.get_object(tx, entry.object)
    if known is None:
        return
    journal.record_sent(tx, known, entry.kind)
    if entry.kind is OutboxKind.DELETE:
        objects.delete_object(tx, known.id)
        return
    after = replace(
        known,
        etag=etag,
        raw=text or entry.body,
        state=ObjectState.CLEAN,
        # What of a mirrored one is still not read; one without its ETag is read at the next pass.
        problem="" if known.is_own or etag is None else known.problem,
        written_at=now,
    )
    objects.update_object(tx, after)
    if text:
        reindex(tx, after, _last_body(tx, known) or text, now=now)
    _rebase_follow_ups(tx, entry, text or entry.body, etag)
    forget_sent(tx, known.id)
    tx.touch(Topic.AGENDA)


def adopt_late_arrival(
    tx: Transaction, entry: OutboxEntry, *, text: str, etag: str | None, now: datetime
) -> None:
    """What was sent before the edit is there after all: the edit follows as a change of it."""
    known = objects.get_object(tx, entry.object)
    if known is None:
        return
    journal.record_sent(tx, known, entry.kind)
    after = replace(known, etag=etag, raw=text, state=ObjectState.CLEAN, problem="", written_at=now)
    objects.update_object(tx, after)
    rewrite_queued(
        tx,
        replace(entry, kind=OutboxKind.UPDATE, not_before=None),
        body=entry.body,
        base=text,
        etag=etag,
    )


def mark_unconfirmed(tx: Transaction, entry: OutboxEntry, note: ErrorNote | None) -> None:
    """The answer was lost; the object is looked up before anything is repeated."""
    present = outbox.get_entry(tx, entry.id)
    if present is not None:
        outbox.update_entry(tx, replace(present, state=OutboxState.UNCONFIRMED, error=note))


def postpone(
    tx: Transaction, entry: OutboxEntry, note: ErrorNote, not_before: datetime | None = None
) -> None:
    """It did not arrive so far and is tried again."""
    present = outbox.get_entry(tx, entry.id)
    if present is not None:
        after = replace(present, state=OutboxState.PENDING, error=note, not_before=not_before)
        outbox.update_entry(tx, after)


def mark_dead(tx: Transaction, entry: OutboxEntry, note: ErrorNote) -> None:
    """The server will not take it; a person decides. The others go on."""
    present = outbox.get_entry(tx, entry.id)
    if present is None:
        return
    outbox.update_entry(tx, replace(present, state=OutboxState.DEAD, error=note))
    known = objects.get_object(tx, entry.object)
    if known is not None:
        journal.record_about(tx, JournalKind.REFUSED, known, code=note.code)
    tx.touch(Topic.AGENDA)


def repair(tx: Transaction, entry: OutboxEntry) -> bool:
    """Put what the server may have missed into the body; False where nothing is missing."""
    from lcdesk.model.ical.edit import repair

    try:
        is_sent = entry.kind is not OutboxKind.DELETE and entry.body
        body = repair(entry.body) if is_sent else entry.body
    except (UnreadableEvent, InvalidInput):
        return False
    if body == entry.body:
        return False
    outbox.update_entry(tx, replace(entry, body=body, state=OutboxState.PENDING, error=None))
    return True


def rewrite_queued(
    tx: Transaction, entry: OutboxEntry, *, body: str, base: str, etag: str | None
) -> OutboxEntry:
    """Both sides changed different things: one text carries both, made on the newest."""
    after = replace(
        entry, body=body, base=base, base_etag=etag, state=OutboxState.PENDING, error=None
    )
    outbox.update_entry(tx, after)
    forget_sent(tx, entry.object)
    return after


def mark_conflict(
    tx: Transaction,
    entry: OutboxEntry,
    *,
    theirs: str,
    etag: str | None,
    properties: tuple[str, ...],
    now: datetime,
) -> None:
    """The same property changed on both sides; nothing is overwritten until a person chose."""
    known = objects.get_object(tx, entry.object)
    if known is None:
        return
    mine = _last_body(tx, known) or entry.body  # what waits behind this change goes with it
    outbox.insert_conflict(
        tx,
        known.id,
        mine=mine,
        theirs=theirs,
        theirs_etag=etag,
        properties=properties,
        span=_time_wanted(tx, known, theirs, now),
        now=now,
    )
    outbox.delete_entries_of_object(tx, known.id)
    forget_sent(tx, known.id)
    journal.record_about(tx, JournalKind.CLASHED, known, properties=list(properties))
    after = replace(known, state=ObjectState.CONFLICT)
    objects.update_object(tx, after)
    reindex(tx, after, mine, theirs, now=now)
    tx.touch(Topic.AGENDA)


def mark_gone(tx: Transaction, entry: OutboxEntry, *, now: datetime) -> bool:
    """The object was deleted on the server meanwhile: kept here, marked, nothing is sent.

    False where it was only renamed there; then its changes go to its new place.
    """
    known = objects.get_object(tx, entry.object)
    if known is not None and follow_if_elsewhere(tx, known, now=now):
        return False
    waiting = outbox.entries_of_object(tx, entry.object)
    outbox.delete_entries_of_object(tx, entry.object)
    if known is None:
        return True
    if any(queued.kind is OutboxKind.DELETE for queued in waiting):
        let_go(tx, known, now=now)
    else:
        mark_deleted(tx, known, now=now)
    tx.touch(Topic.AGENDA)
    return True


def leave_there(tx: Transaction, known: RemoteObject, *, now: datetime) -> None:
    """It stands for nothing here any more and stays in iCloud: an event like any other."""
    outbox.delete_entries_of_object(tx, known.id)
    after = replace(known, session=None, staff=None, state=ObjectState.CLEAN, etag=None)
    objects.update_object(tx, after)
    reindex(tx, after, known.raw, now=now)


def _last_body(tx: Transaction, known: RemoteObject) -> str:
    """What the newest change on its way says; empty when there is none."""
    bodies = [queued.body for queued in outbox.entries_of_object(tx, known.id) if queued.body]
    return bodies[-1] if bodies else ""


def _remember(tx: Transaction, entry: OutboxEntry) -> None:
    """Its answer may be lost, and it may be carried out after it was edited here."""
    from lcdesk.model.ical.fingerprint import fingerprint

    if not entry.body:  # a deletion
        return
    try:
        remember_sent(tx, entry.object, [fingerprint(entry.body)])
    except UnreadableEvent:
        return  # an event of another program, whose text compares with nothing


def _time_wanted(tx: Transaction, known: RemoteObject, theirs: str, now: datetime) -> TimeSpan:
    """When the other side has it; ours where its text cannot be read."""
    from lcdesk.model.ical.codec import read_event

    try:
        return read_event(theirs, zone=zone_of_object(tx, known)).span
    except UnreadableEvent:
        seats = appointments_of_session(tx, known.session or "")
        return seats[0].span if seats else TimeSpan(now, now)


def _rebase_follow_ups(tx: Transaction, entry: OutboxEntry, text: str, etag: str | None) -> None:
    """What waited for this change was made on its text and now knows its ETag.

    Unless the text took something over on its way: then the follow-up lacks it, and has to
    meet the version that is there before it is sent.
    """
    for later in outbox.entries_of_object(tx, entry.object):
        if later.state is not OutboxState.PENDING:
            continue
        if later.kind is OutboxKind.DELETE or later.base == entry.body:
            outbox.update_entry(tx, replace(later, base=text, base_etag=etag))
        else:
            outbox.update_entry(tx, replace(later, base_etag=None))
