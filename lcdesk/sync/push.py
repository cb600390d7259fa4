"""Sends what the outbox holds: persisted intent first, conditional requests only.

A create says If-None-Match: *, everything else If-Match with the ETag that the change was made
on. What does not simply go through is settled on what stands on the server (`settle.py`). When an
answer is lost the entry stays `unconfirmed` and `recover` looks the object up; nothing is ever
sent a second time blindly. One refused change stops no other.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from lcdesk.model.domain.accounts import Account, ErrorNote, LinkedCalendar, Role
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.remote import (
    OutboxEntry,
    OutboxKind,
    OutboxState,
    RemoteObject,
)
from lcdesk.model.replication import outbox
from lcdesk.model.replication.outbox import Outcome
from lcdesk.model.store import accounts, objects
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.database import Database
from lcdesk.model.sync_policy import may_write
from lcdesk.sync import push_notes
from lcdesk.sync.dav import lies_in
from lcdesk.sync.errors import (
    CalendarMissing,
    Gone,
    ItemError,
    NoWriteAccess,
    PreconditionFailed,
    RemoteError,
)
from lcdesk.sync.ports import Fetched, Remote
from lcdesk.sync.rediscovery import Rediscovery
from lcdesk.sync.settle import READ_AGAIN_AFTER, settle
from lcdesk.sync.standing import Request

logger = logging.getLogger(__name__)

ROUNDS = 3  # how often one entry is rewritten on a newer text in one pass

_NO_RIGHT = "need-privileges"


@dataclass(slots=True)
class Pushed:
    """What a push did, counted in objects."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    held: int = 0
    conflicts: int = 0
    trouble: ErrorNote | None = None  # with a whole calendar

    def count(self, kind: OutboxKind) -> None:
        """One more change reached the server."""
        match kind:
            case OutboxKind.CREATE:
                self.created += 1
            case OutboxKind.UPDATE:
                self.updated += 1
            case OutboxKind.DELETE:
                self.deleted += 1


def push(
    remote: Remote,
    database: Database,
    account: Account,
    *,
    now: datetime,
    whereabouts: Rediscovery,
) -> Pushed:
    """Send everything that waits for this account. Raises PassError and PersonNeeded."""
    return _Push(remote, database, account, now, whereabouts).run()


def note_of(error: LcdeskError) -> ErrorNote:
    """The error as it is kept for a person."""
    return ErrorNote(error.code, error.title, error.message)


class _Push:
    def __init__(
        self,
        remote: Remote,
        database: Database,
        account: Account,
        now: datetime,
        whereabouts: Rediscovery,
    ) -> None:
        self._remote = remote
        self._database = database
        self._account = account
        self._now = now
        self._whereabouts = whereabouts
        self._pushed = Pushed()
        self._blocked: set[int] = set()  # objects whose earlier change did not get through

    def run(self) -> Pushed:
        with self._database.read() as reader:
            waiting = outbox_rows.entries(reader, account_id=self._account.id)
        for entry in waiting:
            if entry.object not in self._blocked and not self._send(entry):
                self._blocked.add(entry.object)
        return self._pushed

    def _send(self, entry: OutboxEntry) -> bool:
        """True when the next change of the same object may go."""
        for _ in range(ROUNDS):
            current = self._current(entry)
            if current is None:
                return True
            if not self._is_due(current) or not self._may_write(current):
                return False
            if self._comes_too_early(current):
                return False
            try:
                if self._try(current):
                    return True
            except CalendarMissing as error:
                if not self._is_found_elsewhere(current, error):
                    return False
        return False

    def _current(self, entry: OutboxEntry) -> OutboxEntry | None:
        """The entry as it is now: it may have been edited or withdrawn meanwhile."""
        with self._database.read() as reader:
            return outbox_rows.get_entry(reader, entry.id)

    def _is_found_elsewhere(self, entry: OutboxEntry, error: ItemError) -> bool:
        """Whether to try again, since the account has moved; nothing has arrived so far."""
        with self._database.write(ChangeOrigin.SYNC) as tx:
            outbox.postpone(tx, entry, note_of(error))
        if self._whereabouts.have_changed():
            return True
        self._pushed.trouble = note_of(error)
        return False

    def _is_due(self, entry: OutboxEntry) -> bool:
        if entry.state is not OutboxState.PENDING:
            return False
        if entry.not_before is None:
            return True
        # Further ahead than any wait: noted by a clock that was ahead and is right again.
        return not timedelta(0) < entry.not_before - self._now <= READ_AGAIN_AFTER

    def _comes_too_early(self, entry: OutboxEntry) -> bool:
        """An event that moves to another calendar is removed only once it stands there."""
        if entry.kind is not OutboxKind.DELETE:
            return False
        target = self._object(entry)
        with self._database.read() as reader:
            return objects.has_unsent_twin(reader, target)

    def _may_write(self, entry: OutboxEntry) -> bool:
        """The second guard behind the policy: nothing is ever written where it may not be."""
        if self._is_withdrawn(entry):
            return True  # it is only looked for
        target, linked = self._object(entry), self._linked(entry)
        if not lies_in(target.href, linked.path):
            logger.warning("%s: nothing is written to %s", linked.path, target.path)
            with self._database.write(ChangeOrigin.SYNC) as tx:
                outbox.mark_dead(tx, entry, push_notes.LIES_ELSEWHERE)
            return False
        own_removal = entry.kind is OutboxKind.DELETE and linked.role is not Role.CONFLICT
        allowed = linked.writable and (may_write(linked.role) or own_removal)
        self._pushed.held += not allowed
        return allowed

    def _try(self, entry: OutboxEntry) -> bool:
        """One request. True when the entry is settled, False when it is to be tried anew."""
        target = self._object(entry)
        is_unknown = entry.kind is not OutboxKind.CREATE and not entry.base_etag
        if is_unknown or self._is_withdrawn(entry):
            # Never an unconditional write, and no new event for what is cancelled: look first.
            return self._settle(entry, Request.NOT_MADE, self._remote.get(target.href))
        with self._database.write(ChangeOrigin.SYNC) as tx:
            leaving = outbox.mark_sending(tx, entry)
        return leaving is not None and self._send_now(leaving, target)

    def _send_now(self, entry: OutboxEntry, target: RemoteObject) -> bool:
        try:
            etag = self._request(entry, target)
        except ItemError as error:
            return self._after_refusal(entry, target, error)
        except RemoteError as error:
            self._after_failure(entry, error)
            raise
        with self._database.write(ChangeOrigin.SYNC) as tx:
            outbox.mark_delivered(tx, entry, etag=etag, now=self._now)
        self._pushed.count(entry.kind)
        return True

    def _request(self, entry: OutboxEntry, target: RemoteObject) -> str | None:
        match entry.kind:
            case OutboxKind.CREATE:
                return self._remote.create(target.href, entry.body)
            case OutboxKind.UPDATE:
                return self._remote.update(target.href, entry.body, entry.base_etag or "")
            case OutboxKind.DELETE:
                self._remote.delete(target.href, entry.base_etag or "")
                return None

    def _after_failure(self, entry: OutboxEntry, error: RemoteError) -> None:
        """The pass ends here; the entry says whether its request may have arrived."""
        with self._database.write(ChangeOrigin.SYNC) as tx:
            if error.maybe_applied:
                outbox.mark_unconfirmed(tx, entry, note_of(error))
            else:
                outbox.postpone(tx, entry, note_of(error))

    def _after_refusal(self, entry: OutboxEntry, target: RemoteObject, error: ItemError) -> bool:
        match error:
            case CalendarMissing():
                raise error
            case PreconditionFailed():
                return self._settle(entry, Request.REFUSED, self._remote.get(target.href))
            case Gone() if entry.kind is not OutboxKind.CREATE:
                gone = Fetched(target.href, target.path, gone=True)
                return self._settle(entry, Request.REFUSED, gone)
            case NoWriteAccess():
                return self._without_right(entry, target, error)
            case _ if error.maybe_applied:
                with self._database.write(ChangeOrigin.SYNC) as tx:
                    outbox.mark_unconfirmed(tx, entry, note_of(error))
            case _:
                with self._database.write(ChangeOrigin.SYNC) as tx:
                    if not outbox.repair(tx, entry):
                        outbox.mark_dead(tx, entry, note_of(error))
        return False

    def _without_right(self, entry: OutboxEntry, target: RemoteObject, error: ItemError) -> bool:
        """403: no right to write here, or this event is not taken, or the account has moved."""
        with self._database.write(ChangeOrigin.SYNC) as tx:
            outbox.postpone(tx, entry, note_of(error), not_before=entry.not_before)
        if self._whereabouts.have_changed():
            return False
        linked = self._linked(entry)
        with self._database.write(ChangeOrigin.SYNC) as tx:
            if not linked.writable or _NO_RIGHT in error.details:
                # Read-only from now on, and its changes wait.
                accounts.set_linked_writable(tx, linked.id, writable=False)
                return False
            if not outbox.is_unedited(tx, entry) or outbox.repair(tx, entry):
                return False
            if entry.kind is not OutboxKind.CREATE:
                outbox.mark_dead(tx, entry, push_notes.NOT_TAKEN)
                return False
        # iCloud may mean that the UID is elsewhere. Only what was sent before can be ours.
        found, is_repeated = self._remote.get(target.href), entry.attempts > 1
        return self._settle(entry, Request.REFUSED, found, may_be_ours=is_repeated)

    def _settle(
        self, entry: OutboxEntry, request: Request, found: Fetched, *, may_be_ours: bool = True
    ) -> bool:
        """Go by what stands on the server. True when the entry is settled."""
        with self._database.write(ChangeOrigin.SYNC) as tx:
            outcome = settle(tx, entry, request, found, now=self._now, may_be_ours=may_be_ours)
        if outcome is Outcome.ARRIVED:
            self._pushed.count(entry.kind)
        self._pushed.conflicts += outcome is Outcome.WAITS_FOR_PERSON
        return outcome is not Outcome.OPEN

    def _is_withdrawn(self, entry: OutboxEntry) -> bool:
        """Whether a booking was cancelled before it was known whether it had arrived."""
        if entry.kind is not OutboxKind.CREATE:
            return False
        with self._database.read() as reader:
            waiting = outbox_rows.entries_of_object(reader, entry.object)
        return any(queued.kind is OutboxKind.DELETE for queued in waiting)

    def _object(self, entry: OutboxEntry) -> RemoteObject:
        with self._database.read() as reader:
            found = objects.get_object(reader, entry.object)
        assert found is not None  # the entry would be gone with it
        return found

    def _linked(self, entry: OutboxEntry) -> LinkedCalendar:
        target = self._object(entry)
        with self._database.read() as reader:
            found = accounts.get_linked(reader, target.linked)
        assert found is not None  # the object would be gone with it
        return found
