"""Sends what the outbox holds: persisted intent first, conditional requests only.

A create says If-None-Match: *, everything else If-Match with the ETag that the change was
made on. When an answer is lost the entry stays `unconfirmed` and `recover` looks the object
up; nothing is ever sent a second time blindly. One refused change stops no other.
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
from lcdesk.model.replication import outbox, uid_conflict
from lcdesk.model.replication.exchanged_there import exchange_places
from lcdesk.model.replication.inbound import Arrived
from lcdesk.model.replication.merge import MergeResult, merge_versions
from lcdesk.model.store import accounts, objects
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.database import Database
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.sync_policy import may_write
from lcdesk.sync import push_notes
from lcdesk.sync.dav import is_same_version, lies_in
from lcdesk.sync.errors import (
    CalendarMissing,
    Gone,
    ItemError,
    NoWriteAccess,
    PreconditionFailed,
    RemoteError,
)
from lcdesk.sync.ports import Fetched, Remote
from lcdesk.sync.reconcile import SETTLING
from lcdesk.sync.rediscovery import Rediscovery

logger = logging.getLogger(__name__)

ROUNDS = 3  # how often one entry is rewritten on a newer text in one pass
READ_AGAIN_AFTER = timedelta(minutes=5)  # what the server does not give now it may give later

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
        if self._is_withdrawn(entry):
            return self._look_for(entry, target)
        if entry.kind is not OutboxKind.CREATE and not entry.base_etag:
            return self._learn_etag(entry, target)
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
            case PreconditionFailed() if entry.kind is OutboxKind.CREATE:
                return self._meet_before_creation(entry, target, may_be_ours=True)
            case PreconditionFailed():
                return self._meet_refused(entry, target)
            case Gone() if entry.kind is not OutboxKind.CREATE:
                return self._meet(entry, Fetched(target.href, target.path, gone=True))
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

    def _learn_etag(self, entry: OutboxEntry, target: RemoteObject) -> bool:
        """Never an unconditional write: the version is looked up first."""
        return self._meet(entry, self._remote.get(target.href))

    def _meet(self, entry: OutboxEntry, found: Fetched) -> bool:
        """The server holds something else than expected: settle it on what is there."""
        if found.gone:
            return self._meet_nothing(entry)
        with self._database.write(ChangeOrigin.SYNC) as tx:
            if found.text is None:
                note = ErrorNote("UNREAD", "Not readable", found.problem)
                outbox.postpone(tx, entry, note, not_before=self._now + READ_AGAIN_AFTER)
                return False
            if entry.kind is not OutboxKind.CREATE and self._is_elsewhere(tx, entry, found):
                return False
            outcome = merge_versions(tx, entry, arrived_from(found), now=self._now)
        return self._counted(outcome, entry)

    def _is_elsewhere(self, tx: Transaction, entry: OutboxEntry, found: Fetched) -> bool:
        """Whether another event stands in its place; it goes where that one stood."""
        known = objects.get_object(tx, entry.object)
        return known is not None and bool(exchange_places(tx, known.linked, [arrived_from(found)]))

    def _is_withdrawn(self, entry: OutboxEntry) -> bool:
        """Whether a booking was cancelled before it was known whether it had arrived."""
        if entry.kind is not OutboxKind.CREATE:
            return False
        with self._database.read() as reader:
            waiting = outbox_rows.entries_of_object(reader, entry.object)
        return any(queued.kind is OutboxKind.DELETE for queued in waiting)

    def _look_for(self, entry: OutboxEntry, target: RemoteObject) -> bool:
        """What was sent may show late: only after a minute it is surely not there."""
        found = self._remote.get(target.href)
        if not found.gone:
            return self._meet(entry, found)
        if entry.not_before is not None:
            return self._meet_nothing(entry)
        with self._database.write(ChangeOrigin.SYNC) as tx:
            outbox.postpone(tx, entry, push_notes.WITHDRAWN, not_before=self._now + SETTLING)
        return False

    def _meet_nothing(self, entry: OutboxEntry) -> bool:
        """Deleted there, or renamed: the pull tells within a minute, where the calendar is read."""
        is_read = self._linked(entry).role is Role.PRIMARY and entry.kind is not OutboxKind.CREATE
        with self._database.write(ChangeOrigin.SYNC) as tx:
            if is_read and entry.not_before is None:
                later = self._now + SETTLING
                outbox.postpone(tx, entry, push_notes.NOT_AT_ITS_PLACE, not_before=later)
                return False
            return outbox.mark_gone(tx, entry, now=self._now)

    def _meet_before_creation(
        self, entry: OutboxEntry, target: RemoteObject, *, may_be_ours: bool
    ) -> bool:
        """Refused as existing. Where nothing stands at its place, its UID is elsewhere.

        Our own event may show late, or have been moved within its calendar: a minute passes
        first, in which the pull takes back what it knows as ours.
        """
        found = self._remote.get(target.href)
        if not found.gone:
            return self._meet(entry, found)
        with self._database.write(ChangeOrigin.SYNC) as tx:
            if may_be_ours and entry.not_before is None:
                outbox.postpone(tx, entry, push_notes.LOOKED_FOR, not_before=self._now + SETTLING)
                return False
            if not _is_unedited(tx, entry):
                return False
            if uid_conflict.adopt_existing(tx, entry, now=self._now):
                self._pushed.count(entry.kind)
                return True
            if not uid_conflict.assign_new_uid(tx, entry):
                outbox.mark_dead(tx, entry, push_notes.NOT_TAKEN)
        return False

    def _counted(self, outcome: MergeResult, entry: OutboxEntry) -> bool:
        if outcome is MergeResult.ALREADY_THERE:
            self._pushed.count(entry.kind)
        if outcome is MergeResult.WAITS_FOR_PERSON:
            self._pushed.conflicts += 1
        return outcome is not MergeResult.SEND_AGAIN

    def _meet_refused(self, entry: OutboxEntry, target: RemoteObject) -> bool:
        """412: mostly a newer version. But the same UID elsewhere is answered so as well."""
        found = self._remote.get(target.href)
        if not is_same_version(found.etag, entry.base_etag):
            return self._meet(entry, found)
        with self._database.write(ChangeOrigin.SYNC) as tx:
            outbox.mark_dead(tx, entry, push_notes.NOT_TAKEN)
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
            if not _is_unedited(tx, entry):
                return False
            if outbox.repair(tx, entry):
                return False
            if entry.kind is not OutboxKind.CREATE:
                outbox.mark_dead(tx, entry, push_notes.NOT_TAKEN)
                return False
        # iCloud may mean that the UID is elsewhere. Only what was sent before can be ours.
        return self._meet_before_creation(entry, target, may_be_ours=entry.attempts > 1)

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


def _is_unedited(tx: Transaction, entry: OutboxEntry) -> bool:
    """Whether it still says what was sent: what is edited while the server is asked goes anew."""
    present = outbox_rows.get_entry(tx, entry.id)
    return present is not None and present.body == entry.body


def arrived_from(found: Fetched) -> Arrived:
    """What the server gave, as the model takes it."""
    return Arrived(found.path, found.href, found.etag, found.text or "")
