"""An update met a newer text on the server: three texts, one decision.

Property by property against the last common text: different properties are joined and sent
once; the same property waits for a person; equal content is never a conflict, whatever the
ETags say.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto

from lcdesk.model.commands import activity, delivery
from lcdesk.model.commands.redraw import redraw
from lcdesk.model.commands.remote_changes import Arrived, follow_session
from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind
from lcdesk.model.store import objects
from lcdesk.model.store.transaction import Transaction

MOST_JOINS = 3  # of one object within an hour; more is another program at war with this one
_UNSETTLED = ErrorNote(
    "KEEPS_CHANGING",
    "This event keeps changing",
    "Another program changes this event again each time lcdesk does, so the change here was not "
    "sent once more. It is kept. Find out what changes it there, then try again or discard.",
)


class Settled(Enum):
    """How a clash of ETags came out."""

    ALREADY_THERE = auto()  # the server holds what we wanted: our own write, its answer lost
    SEND_AGAIN = auto()  # the entry was rewritten on the newest text
    WAITS_FOR_PERSON = auto()


def settle(tx: Transaction, entry: OutboxEntry, arrived: Arrived, *, now: datetime) -> Settled:
    """Decide what becomes of `entry`, given what the server holds now."""
    from lcdesk.model.ical.fingerprint import fingerprint

    if entry.kind is OutboxKind.DELETE:
        return _settle_deletion(tx, entry, arrived, now=now)
    if fingerprint(arrived.text) == fingerprint(entry.body):
        delivery.delivered(tx, entry, etag=arrived.etag, now=now, text=arrived.text)
        return Settled.ALREADY_THERE
    if entry.kind is OutboxKind.CREATE or not entry.base:
        return _wait(tx, entry, arrived, ("everything",), now=now)
    return _join(tx, entry, arrived, now=now)


def _settle_deletion(
    tx: Transaction, entry: OutboxEntry, arrived: Arrived, *, now: datetime
) -> Settled:
    """What was edited there before we could delete it is kept in the ended appointment."""
    known = objects.get_object(tx, entry.object)
    if known is not None and known.raw:
        follow_session(tx, known, arrived, now=now)
    delivery.rewritten(tx, entry, body="", base=arrived.text, etag=arrived.etag or "")
    return Settled.SEND_AGAIN


def _join(tx: Transaction, entry: OutboxEntry, arrived: Arrived, *, now: datetime) -> Settled:
    from lcdesk.model.ical.merge import Merged, merge

    try:
        result = merge(entry.base, entry.body, arrived.text)
    except UnreadableEvent:
        return _wait(tx, entry, arrived, ("everything",), now=now)
    if not isinstance(result, Merged):
        return _wait(tx, entry, arrived, result.properties, now=now)
    if objects.count_join(tx, entry.object, now) > MOST_JOINS:
        delivery.refused(tx, entry, _UNSETTLED)
        return Settled.WAITS_FOR_PERSON
    known = objects.get_object(tx, entry.object)
    if known is not None:
        activity.tell_about(tx, JournalKind.JOINED, known)
        follow_session(tx, known, arrived, base=entry.base, now=now)
        redraw(tx, known, result.text, now=now)
    etag = arrived.etag or ""
    delivery.rewritten(tx, entry, body=result.text, base=arrived.text, etag=etag)
    return Settled.SEND_AGAIN


def _wait(
    tx: Transaction,
    entry: OutboxEntry,
    arrived: Arrived,
    properties: tuple[str, ...],
    *,
    now: datetime,
) -> Settled:
    delivery.clashed(
        tx, entry, theirs=arrived.text, etag=arrived.etag, properties=properties, now=now
    )
    return Settled.WAITS_FOR_PERSON
