"""Carries out what a person chose for something that waited (attention.py lists it).

What a person decides about changes that a server refused for good.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lcdesk.model.commands import deleted_in_icloud
from lcdesk.model.commands.accounts import leave_unlisted
from lcdesk.model.commands.attention import AttentionItem, Choice, Kind
from lcdesk.model.commands.undo import undo
from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import NotFound, RefusedByRule, UnreadableEvent
from lcdesk.model.domain.events import APPOINTMENT, number_of
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import (
    ObjectState,
    OutboxEntry,
    OutboxKind,
    OutboxState,
    RemoteObject,
)
from lcdesk.model.replication import conflicts, outbox
from lcdesk.model.replication.guests import ask_before_mailing
from lcdesk.model.replication.inbound import Arrived, follow_session
from lcdesk.model.replication.publish import bring_guests
from lcdesk.model.replication.reindex import reindex
from lcdesk.model.replication.taken_twice import accept
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.accounts import get_linked, set_removals, set_token
from lcdesk.model.store.appointments import (
    appointments_of_session,
    get_appointment,
    update_appointment,
)
from lcdesk.model.store.outbox import forget_sent
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.index import Indexer, near, put_indexed
from lcdesk.model.store.transaction import Reader, Transaction


def carry_out_choice(
    tx: Transaction, item: AttentionItem, choice: Choice, *, now: datetime
) -> None:
    """Make one of the item's choices. Raises RefusedByRule for another, and NotFound."""
    if choice not in item.choices:
        raise RefusedByRule(Message("“{choice}” cannot be chosen here.", choice=choice))
    match item.kind, choice:
        case Kind.CONFLICT | Kind.CANCELLED_HERE, _:
            conflicts.decide(tx, item.object, conflicts.Keep(choice.value), now=now)
        case Kind.REFUSED, Choice.RETRY:
            retry(tx, item.object, now=now)
        case Kind.REFUSED, _:
            discard(tx, item.object, now=now)
        case Kind.MASS_REMOVAL, Choice.RETRY:
            check_removals(tx, item.linked)
        case Kind.MASS_REMOVAL, _:
            accept_removals(tx, item.linked)
        case Kind.CALENDAR_GONE, _:
            leave_unlisted(tx, item.linked)
        case Kind.BREAKS_A_RULE, Choice.KEEP_MINE:
            undo(tx, item.way_back, now=now)
            return  # that tells it itself
        case Kind.BREAKS_A_RULE | Kind.TAKEN_TWICE, _:
            leave_it_so(tx, number_of(item.subject, APPOINTMENT) or 0)
        case Kind.UNREADABLE, Choice.RETRY:
            read_again(tx, item.object, now=now)
        case Kind.UNREADABLE, _:
            mark_looked_at(tx, item.object)
        case _, Choice.RELEASE:
            deleted_in_icloud.release(tx, item.object)
        case _:
            number = number_of(item.subject, APPOINTMENT) or 0
            decision = deleted_in_icloud.Decision(choice.value)
            deleted_in_icloud.decide(tx, number, decision, now=now)
    if item.kind is not Kind.DELETED:  # those tell it themselves, with the way back
        _tell(tx, item, choice)


def _tell(tx: Transaction, item: AttentionItem, choice: Choice) -> None:
    subject = item.subject or ""
    start = None if item.span is None else item.span.start
    note = Note(
        JournalKind.SETTLED,
        item.linked or None,
        account=item.account or None,
        subject=subject,
        items=(Item(Deed.CHANGED, item.title, start, subject),) if subject else (),
        facts={"why": item.kind, "choice": choice},
    )
    tx.tell(note)


def accept_removals(tx: Transaction, linked_id: int) -> None:
    """The events that a listing left out are gone indeed: the next pass treats them so."""
    linked = _get_holding(tx, linked_id)
    set_removals(tx, linked.id, linked.held_removals, accepted=True)
    set_token(tx, linked.id, None, None)


def check_removals(tx: Transaction, linked_id: int) -> None:
    """Read the whole calendar again by a pass that follows, and ask again if they are missing."""
    linked = _get_holding(tx, linked_id)
    set_removals(tx, linked.id, 0)
    set_token(tx, linked.id, None, None)
    tx.touch(Topic.ACCOUNTS)


def read_again(tx: Transaction, object_id: int, *, now: datetime) -> None:
    """Read an event again that could not be read: here, and from the server by a pass that follows.

    Whoever runs the passes hears of it. The pass asks for this event alone.
    """
    known = _unread(tx, object_id)
    linked = get_linked(tx, known.linked)
    assert linked is not None  # a foreign key keeps it
    tx.touch(Topic.ACCOUNTS)
    if known.is_own:  # its newer text is on the server
        objects.update_object(tx, replace(known, etag=None))
        return
    try:
        again = replace(known, etag=None, state=ObjectState.CLEAN)
        found = Indexer(tx, linked).indexed(again, near(now))
        asked = replace(found.object, problem="")  # until the next pass
        put_indexed(tx, [replace(found, object=asked)])
    except UnreadableEvent:
        objects.update_object(tx, replace(known, etag=None))


def mark_looked_at(tx: Transaction, object_id: int) -> None:
    """A person has looked at an event that cannot be read: it waits again when it changes."""
    objects.update_object(tx, replace(_unread(tx, object_id), looked=True))


def _unread(tx: Transaction, object_id: int) -> RemoteObject:
    known = objects.get_object(tx, object_id)
    if known is None or not known.problem:
        raise NotFound(Message("This event can be read by now, or is gone."))
    return known


def leave_it_so(tx: Transaction, appointment_id: int) -> None:
    """An appointment may stand where it breaks a rule or time is taken twice; with its session."""
    found = get_appointment(tx, appointment_id)
    if found is None or not found.flagged:
        raise NotFound(Message("This appointment is not marked any more."))
    for seat in appointments_of_session(tx, found.session):
        update_appointment(tx, seat, accept(seat))


def _get_holding(tx: Transaction, linked_id: int) -> LinkedCalendar:
    linked = get_linked(tx, linked_id)
    if linked is None or not linked.held_removals:
        raise NotFound(Message("Nothing is held back in this calendar any more."))
    return linked


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
    outbox_rows.forget_rounds(tx, object_id)
    tx.touch(Topic.AGENDA)


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
    tx.touch(Topic.AGENDA)


def _dead(reader: Reader, object_id: int) -> list[OutboxEntry]:
    found = outbox_rows.entries_of_object(reader, object_id)
    dead = [entry for entry in found if entry.state is OutboxState.DEAD]
    if not dead:
        raise NotFound(Message("Nothing of this entry is refused any more."))
    return dead


def _as_in_icloud(tx: Transaction, known: RemoteObject, entry: OutboxEntry, now: datetime) -> None:
    """Back to the last text that both sides had; the next pass reads what iCloud has now."""
    after = replace(known, state=ObjectState.CLEAN, etag=None)
    if known.is_own:
        arrived = Arrived(known.path, known.href, None, known.raw)
        follow_session(tx, known, arrived, base=entry.body, now=now)
    objects.update_object(tx, after)
    reindex(tx, after, known.raw, now=now)
