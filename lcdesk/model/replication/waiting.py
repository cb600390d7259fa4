"""A change that waits to be sent: what it is about, and whether it may go.

Nothing waits for ever for a calendar that is written to no more. A booking that was not sent stays
here only, and what stands there stays as it is. What may have arrived is looked up first. Removals
are still made, and what was refused waits for a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind, OutboxState, RemoteObject
from lcdesk.model.replication.reindex import reindex
from lcdesk.model.store import accounts, outbox
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader, Transaction
from lcdesk.model.sync_policy import may_write

READ_AGAIN_AFTER = timedelta(minutes=5)  # what the server does not give now it may give later


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change as it is now, since it may have been edited meanwhile, and what it is about."""

    entry: OutboxEntry
    target: RemoteObject
    linked: LinkedCalendar
    is_withdrawn: bool  # a booking that was cancelled before it was known whether it had arrived
    comes_too_early: bool  # an event that moves is removed only once it stands in its new calendar

    @property
    def is_looked_for(self) -> bool:
        """Never an unconditional write, and no new event for what is cancelled."""
        is_creation = self.entry.kind is OutboxKind.CREATE
        return self.is_withdrawn if is_creation else not self.entry.base_etag

    @property
    def is_allowed(self) -> bool:
        """Whether its calendar may be written to at all."""
        is_own_removal = (
            self.entry.kind is OutboxKind.DELETE and self.linked.role is not Role.CONFLICT
        )
        return self.linked.writable and (may_write(self.linked.role) or is_own_removal)

    @property
    def is_left_behind(self) -> bool:
        """Whether its calendar is written to no more; it did not arrive, and is not sent again."""
        was_allowed = self.target.is_own or self.entry.attempts > 0
        is_over = was_allowed and not may_write(self.linked.role)
        return is_over and not self.is_withdrawn and _is_waiting_write(self.entry)

    def is_due(self, now: datetime) -> bool:
        """Whether it is its turn, and how far it has got is known."""
        return self.entry.state is OutboxState.PENDING and awaited_turn(self.entry, now) is None


def read_waiting(reader: Reader, entry_id: int) -> Waiting | None:
    """One change, or None where it is done or was withdrawn."""
    entry = outbox.get_entry(reader, entry_id)
    target = None if entry is None else objects.get_object(reader, entry.object)
    linked = None if target is None else accounts.get_linked(reader, target.linked)
    if entry is None or target is None or linked is None:
        return None
    is_creation, is_removal = entry.kind is OutboxKind.CREATE, entry.kind is OutboxKind.DELETE
    behind = outbox.entries_of_object(reader, target.id) if is_creation else ()
    return Waiting(
        entry,
        target,
        linked,
        is_withdrawn=any(queued.kind is OutboxKind.DELETE for queued in behind),
        comes_too_early=is_removal and objects.has_unsent_twin(reader, target),
    )


def awaited_turn(entry: OutboxEntry, now: datetime) -> datetime | None:
    """Until when a change is not tried; none that a clock noted while it was ahead."""
    if entry.not_before is None or not timedelta(0) < entry.not_before - now <= READ_AGAIN_AFTER:
        return None
    return entry.not_before


def leave_unsent(tx: Transaction, linked_id: int, *, now: datetime) -> int:
    """Take off what was never sent to this calendar; returns how many bookings stay here only."""
    kept_here = 0
    for known in objects.objects_of_linked(tx, linked_id).values():
        waiting = outbox.entries_of_object(tx, known.id)
        if len(waiting) == 1 and _is_waiting_write(waiting[0]) and not waiting[0].attempts:
            leave_entry(tx, known, waiting[0], now=now)
            kept_here += waiting[0].kind is OutboxKind.CREATE
    return kept_here


def leave_entry(tx: Transaction, known: RemoteObject, entry: OutboxEntry, *, now: datetime) -> None:
    """Do not send it: a new event is forgotten, and one that is there stays as it is."""
    outbox.delete_entry(tx, entry.id)
    tx.touch(Topic.AGENDA)
    if entry.kind is OutboxKind.CREATE:
        objects.delete_object(tx, known.id)
    elif known.raw:
        reindex(tx, known, known.raw, now=now)


def _is_waiting_write(entry: OutboxEntry) -> bool:
    """Whether a change writes a text, and has not arrived as far as was looked."""
    return entry.kind is not OutboxKind.DELETE and entry.state is OutboxState.PENDING
