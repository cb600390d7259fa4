"""Sends what the outbox holds: persisted intent first, conditional requests only.

A create says If-None-Match: *, everything else If-Match with the ETag that the change was made
on. What does not simply go through is settled on what stands on the server (`settle.py`). When an
answer is lost the entry stays `unconfirmed` and `recover` looks the object up; nothing is ever
sent a second time blindly. One refused change stops no other.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime

from lcdesk.model.domain.accounts import Account, LinkedCalendar, Role
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import (
    OutboxEntry,
    OutboxKind,
    OutboxState,
    RemoteObject,
)
from lcdesk.model.replication import outbox
from lcdesk.model.replication.left_behind import is_waiting_write, leave_entry
from lcdesk.model.replication.outbox import Outcome
from lcdesk.model.store import accounts
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader
from lcdesk.model.sync_policy import may_write
from lcdesk.sync.dav import lies_in
from lcdesk.sync.errors import (
    CalendarMissing,
    Gone,
    ItemError,
    NoWriteAccess,
    PreconditionFailed,
    RemoteError,
)
from lcdesk.sync.listed import list_members
from lcdesk.sync.ports import Fetched, Remote
from lcdesk.sync.rediscovery import Rediscovery
from lcdesk.sync.reports import Pushed, note_of
from lcdesk.sync.settle import LIES_ELSEWHERE, NOT_TAKEN, awaited_turn, settle
from lcdesk.sync.standing import Request

logger = logging.getLogger(__name__)

ROUNDS = 3  # how often one entry is rewritten on a newer text in one pass

_NO_RIGHT = "need-privileges"


def push(
    remote: Remote,
    database: Database,
    account: Account,
    *,
    now: datetime,
    rediscovery: Rediscovery,
) -> Pushed:
    """Send everything that waits for this account. Raises PassError and PersonNeeded."""
    return _Push(remote, database, account, now, rediscovery).run()


@dataclass(frozen=True, slots=True)
class _Waiting:
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


@dataclass(slots=True)
class _Push:
    remote: Remote
    database: Database
    account: Account
    now: datetime
    rediscovery: Rediscovery
    pushed: Pushed = field(default_factory=Pushed)

    def run(self) -> Pushed:
        with self.database.read() as reader:
            queued = outbox_rows.entries(reader, account_id=self.account.id)
        blocked: set[int] = set()  # objects whose earlier change did not get through
        for entry in queued:
            if entry.object not in blocked and not self._send(entry.id):
                blocked.add(entry.object)
        return self.pushed

    def _send(self, entry_id: int) -> bool:
        """True when the next change of the same object may go."""
        for _ in range(ROUNDS):
            with self.database.read() as reader:
                waiting = _read_waiting(reader, entry_id)
            if waiting is None:
                return True
            if self._is_left_behind(waiting):
                return True
            if not self._may_go(waiting):
                return False
            try:
                if self._try(waiting):
                    return True
            except CalendarMissing as error:
                if not self._is_found_elsewhere(waiting.entry, error):
                    return False
        return False

    def _is_left_behind(self, waiting: _Waiting) -> bool:
        """Whether its calendar is written to no more; it did not arrive, and is not sent again."""
        entry, role = waiting.entry, waiting.linked.role
        was_allowed = waiting.target.is_own or entry.attempts > 0
        is_over = was_allowed and not may_write(role) and is_waiting_write(entry)
        if not is_over or waiting.is_withdrawn or not _is_due(entry, self.now):
            return False
        with self.database.write(ChangeOrigin.SYNC) as tx:
            leave_entry(tx, waiting.target, entry, now=self.now)
        return True

    def _may_go(self, waiting: _Waiting) -> bool:
        """The second guard behind the policy: nothing is ever written where it may not be."""
        if not _is_due(waiting.entry, self.now):
            return False
        if waiting.is_withdrawn:  # it is only looked for
            return True
        if not lies_in(waiting.target.href, waiting.linked.path):
            logger.warning("%s: nothing is written to %s", waiting.linked.path, waiting.target.path)
            with self.database.write(ChangeOrigin.SYNC) as tx:
                outbox.mark_dead(tx, waiting.entry, LIES_ELSEWHERE)
            return False
        self.pushed.held += not waiting.is_allowed
        return waiting.is_allowed and not waiting.comes_too_early

    def _is_found_elsewhere(self, entry: OutboxEntry, error: ItemError) -> bool:
        """Whether to try again, since the account has moved; nothing has arrived so far."""
        with self.database.write(ChangeOrigin.SYNC) as tx:
            outbox.postpone(tx, entry, note_of(error))
        if self.rediscovery.have_changed():
            return True
        self.pushed.trouble = note_of(error)
        return False

    def _try(self, waiting: _Waiting) -> bool:
        """One request. True when the change is settled, False when it is to be tried anew."""
        target = waiting.target
        if waiting.is_looked_for:
            return self._settle(waiting.entry, Request.NOT_MADE, self.remote.get(target.href))
        with self.database.write(ChangeOrigin.SYNC) as tx:
            entry = outbox.mark_sending(tx, waiting.entry)
        if entry is None:
            return False
        try:
            etag = self._request(entry, target)
        except ItemError as error:
            return self._after_refusal(entry, target, error)
        except RemoteError as error:
            # The pass ends here; the entry says whether its request may have arrived.
            self._note_failure(entry, error)
            raise
        with self.database.write(ChangeOrigin.SYNC) as tx:
            outbox.mark_delivered(tx, entry, etag=etag, now=self.now)
        self.pushed.count(entry.kind)
        return True

    def _request(self, entry: OutboxEntry, target: RemoteObject) -> str | None:
        match entry.kind:
            case OutboxKind.CREATE:
                return self.remote.create(target.href, entry.body)
            case OutboxKind.UPDATE:
                return self.remote.update(target.href, entry.body, entry.base_etag or "")
            case OutboxKind.DELETE:
                self.remote.delete(target.href, entry.base_etag or "")
                return None

    def _note_failure(self, entry: OutboxEntry, error: RemoteError) -> None:
        with self.database.write(ChangeOrigin.SYNC) as tx:
            if error.maybe_applied:
                outbox.mark_unconfirmed(tx, entry, note_of(error))
            else:
                outbox.postpone(tx, entry, note_of(error))

    def _after_refusal(self, entry: OutboxEntry, target: RemoteObject, error: ItemError) -> bool:
        match error:
            case CalendarMissing():
                raise error
            case PreconditionFailed():
                return self._settle(entry, Request.REFUSED, self.remote.get(target.href))
            case Gone() if entry.kind is not OutboxKind.CREATE:
                gone = Fetched(target.href, target.path, gone=True)
                return self._settle(entry, Request.REFUSED, gone)
            case NoWriteAccess():
                return self._without_right(entry, target, error)
            case _ if error.maybe_applied:
                self._note_failure(entry, error)
            case _:
                with self.database.write(ChangeOrigin.SYNC) as tx:
                    if not outbox.repair(tx, entry):
                        outbox.mark_dead(tx, entry, note_of(error))
        return False

    def _without_right(self, entry: OutboxEntry, target: RemoteObject, error: ItemError) -> bool:
        """403: no right to write here, or this event is not taken, or the account has moved."""
        with self.database.write(ChangeOrigin.SYNC) as tx:
            outbox.postpone(tx, entry, note_of(error), not_before=entry.not_before)
        if self.rediscovery.have_changed():
            return False
        with self.database.write(ChangeOrigin.SYNC) as tx:
            linked = accounts.get_linked(tx, target.linked)
            if linked is None or not linked.writable or _NO_RIGHT in error.details:
                # Read-only from now on, and its changes wait.
                accounts.set_linked_writable(tx, target.linked, writable=False)
                return False
            if not outbox.is_unedited(tx, entry) or outbox.repair(tx, entry):
                return False
            if entry.kind is not OutboxKind.CREATE:
                outbox.mark_dead(tx, entry, NOT_TAKEN)
                return False
        # iCloud may mean that the UID is elsewhere. Only what was sent before can be ours.
        found, is_repeated = self.remote.get(target.href), entry.attempts > 1
        return self._settle(entry, Request.REFUSED, found, may_be_ours=is_repeated)

    def _settle(
        self, entry: OutboxEntry, request: Request, found: Fetched, *, may_be_ours: bool = True
    ) -> bool:
        """Go by what stands on the server. True when the change is settled."""
        is_missed = found.gone and may_be_ours and entry.not_before is not None
        has_unread = is_missed and self._has_unread(entry)
        with self.database.write(ChangeOrigin.SYNC) as tx:
            outcome = settle(
                tx,
                entry,
                request,
                found,
                now=self.now,
                may_be_ours=may_be_ours,
                has_unread=has_unread,
            )
        if outcome is Outcome.ARRIVED:
            self.pushed.count(entry.kind)
        self.pushed.conflicts += outcome is Outcome.WAITS_FOR_PERSON
        return outcome is not Outcome.OPEN

    def _has_unread(self, entry: OutboxEntry) -> bool:
        """Whether the calendar holds what no pass has read, since a listing once lacked it."""
        with self.database.read() as reader:
            target = objects.get_object(reader, entry.object)
            linked = None if target is None else accounts.get_linked(reader, target.linked)
        if linked is None:
            return False
        paths = {member.path for member in list_members(self.remote, linked).members}
        with self.database.read() as reader:
            return not paths <= objects.objects_of_linked(reader, linked.id).keys()


def _read_waiting(reader: Reader, entry_id: int) -> _Waiting | None:
    entry = outbox_rows.get_entry(reader, entry_id)
    target = None if entry is None else objects.get_object(reader, entry.object)
    linked = None if target is None else accounts.get_linked(reader, target.linked)
    if entry is None or target is None or linked is None:
        return None
    is_creation, is_removal = entry.kind is OutboxKind.CREATE, entry.kind is OutboxKind.DELETE
    behind = outbox_rows.entries_of_object(reader, target.id) if is_creation else ()
    return _Waiting(
        entry,
        target,
        linked,
        is_withdrawn=any(queued.kind is OutboxKind.DELETE for queued in behind),
        comes_too_early=is_removal and objects.has_unsent_twin(reader, target),
    )


def _is_due(entry: OutboxEntry, now: datetime) -> bool:
    return entry.state is OutboxState.PENDING and awaited_turn(entry, now) is None
