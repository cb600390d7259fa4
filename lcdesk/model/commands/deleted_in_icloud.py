"""What a person decides about things that were deleted in iCloud and kept here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from lcdesk.model.commands.appointments import cancel
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import NotFound
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import ObjectState, OutboxKind, RemoteObject
from lcdesk.model.replication import journal
from lcdesk.model.replication.enqueue import enqueue
from lcdesk.model.replication.guests import with_guests_of
from lcdesk.model.replication.publish import (
    address_in,
    new_uid,
    publish_session,
    under_uid,
)
from lcdesk.model.replication.renamed_there import follow_if_elsewhere, is_elsewhere
from lcdesk.model.replication.taken_twice import clear_what_is_over
from lcdesk.model.store.accounts import get_linked, primary_of
from lcdesk.model.store.appointments import get_appointment
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.elsewhere import find_moved
from lcdesk.model.store.transaction import Transaction


class Decision(StrEnum):
    """The three choices for an appointment (docs/rules/sync.md, row 6)."""

    KEEP = "keep"  # here only
    RESTORE = "restore"  # written to iCloud again
    CANCEL = "cancel"


def decide(
    tx: Transaction, appointment_id: int, decision: Decision, *, now: datetime
) -> Appointment:
    """Settle an appointment that was deleted in iCloud. Raises NotFound."""
    appointment = get_appointment(tx, appointment_id)
    gone = [] if appointment is None else _find_gone(tx, appointment.session)
    if appointment is None or not gone:
        raise NotFound(Message("This appointment is not marked as deleted any more."))
    journal.record_decision(tx, gone, appointment, decision, moved_to=_goal(tx, gone[0]))
    match decision:
        case Decision.KEEP:
            for kept in gone:
                objects.update_object(tx, replace(kept, state=ObjectState.RELEASED))
        case Decision.RESTORE:
            for kept in gone:
                _restore(tx, kept, now)
            publish_session(tx, appointment.session, now)
        case Decision.CANCEL:
            appointment = cancel(tx, appointment_id, now=now)
    tx.touch(Topic.AGENDA, [appointment.span])
    return appointment


def _goal(tx: Transaction, gone: RemoteObject) -> str:
    """The name of the linked calendar that it was moved to; empty where it was deleted."""
    found = find_moved(tx, gone)
    goal = None if found is None else get_linked(tx, found.linked)
    return "" if goal is None else goal.name


def _restore(tx: Transaction, one: RemoteObject, now: datetime) -> None:
    """Write an event again as it was, guests included. Raises AttendeesAreMailed.

    It keeps its UID, so that it is known where somebody put it back meanwhile and never stands
    there twice; what stands in another calendar now is another event, and left alone.
    """
    primary = primary_of(tx, one.staff or 0)
    if primary is None or not one.raw:
        objects.delete_object(tx, one.id)
        return
    if follow_if_elsewhere(tx, one, now=now):
        return
    stays = one.linked == primary.id and not is_elsewhere(tx, one)
    uid = one.uid if stays else new_uid()
    body = under_uid(one.raw, uid)
    if not stays:
        body = with_guests_of(tx, body, [one], primary)
    path, href = (one.path, one.href) if stays else address_in(primary, uid)
    waits = replace(one, linked=primary.id, uid=uid, etag=None, state=ObjectState.WAITING)
    objects.update_object(tx, replace(waits, path=path, href=href, raw=body))
    enqueue(tx, one.id, OutboxKind.CREATE, body=body, base=body if stays else "", now=now)


def release(tx: Transaction, object_id: int) -> None:
    """Let go of a blocked slot whose event was deleted in iCloud (docs/rules/sync.md, row 11)."""
    found = objects.get_object(tx, object_id)
    if found is None or found.is_own or found.state is not ObjectState.GONE:
        raise NotFound(Message("This blocked slot is not marked as deleted any more."))
    journal.record_released(tx, found)
    objects.delete_object(tx, object_id)
    clear_what_is_over(tx)


def release_all(tx: Transaction) -> int:
    """Let go of every such slot; returns how many there were."""
    gone = [kept for kept in objects.objects_in_state(tx, ObjectState.GONE) if not kept.is_own]
    for kept in gone:
        journal.record_released(tx, kept)
        objects.delete_object(tx, kept.id)
    clear_what_is_over(tx)
    return len(gone)


def _find_gone(tx: Transaction, session: str) -> list[RemoteObject]:
    return [
        kept for kept in objects.objects_of_session(tx, session) if kept.state is ObjectState.GONE
    ]
