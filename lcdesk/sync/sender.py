"""One change as a conditional request, and what it means for the change when that fails.

A create says If-None-Match: *, everything else If-Match with the ETag that the change was made on.
A 403 may mean that the account has moved, that nothing may be written here any more, or that this
event is not taken; where it is a new one, also that its UID is in the account already.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind, RemoteObject
from lcdesk.model.replication import outbox
from lcdesk.model.store import accounts
from lcdesk.model.store.database import Database
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
from lcdesk.sync.reports import NOT_TAKEN, Pushed, note_of

_NO_RIGHT = "need-privileges"


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What stands at its place decides; `found`, where that is known already.

    `may_be_ours`: what is refused as existing may be our own.
    """

    found: Fetched | None = None
    may_be_ours: bool = True


NOT_KNOWN = Unsettled()


@dataclass(frozen=True, slots=True)
class Sender:
    """Makes the requests of one push."""

    remote: Remote
    database: Database
    rediscovery: Rediscovery
    now: datetime
    pushed: Pushed

    def send(self, entry: OutboxEntry, target: RemoteObject) -> bool | Unsettled:
        """Whether it has arrived, as far as is known; that is written down.

        Raises CalendarMissing; and PassError and PersonNeeded, when the entry says whether its
        request may have arrived.
        """
        try:
            etag = self._ask(entry, target)
        except CalendarMissing:
            raise
        except PreconditionFailed:
            return NOT_KNOWN
        except Gone:
            return Unsettled(Fetched(target.href, target.path, gone=True))
        except NoWriteAccess as error:
            is_open = self._is_noted(entry, target, error)
            # Only what was sent before can be ours.
            return False if is_open else Unsettled(may_be_ours=entry.attempts > 1)
        except RemoteError as error:
            self._note(entry, error)
            if not isinstance(error, ItemError):
                raise
            return False
        with self.database.write(ChangeOrigin.SYNC) as tx:
            outbox.mark_delivered(tx, entry, etag=etag, now=self.now)
        self.pushed.count(entry.kind)
        return True

    def has_moved(self, entry: OutboxEntry, error: CalendarMissing) -> bool:
        """Whether its calendar is missing since the account has moved; nothing has arrived."""
        with self.database.write(ChangeOrigin.SYNC) as tx:
            outbox.postpone(tx, entry, note_of(error))
        if self.rediscovery.have_changed():
            return True
        self.pushed.trouble = note_of(error)
        return False

    def _ask(self, entry: OutboxEntry, target: RemoteObject) -> str | None:
        match entry.kind:
            case OutboxKind.CREATE:
                return self.remote.create(target.href, entry.body)
            case OutboxKind.UPDATE:
                return self.remote.update(target.href, entry.body, entry.base_etag or "")
            case OutboxKind.DELETE:
                self.remote.delete(target.href, entry.base_etag or "")
                return None

    def _note(self, entry: OutboxEntry, error: RemoteError) -> None:
        with self.database.write(ChangeOrigin.SYNC) as tx:
            if error.maybe_applied:
                outbox.mark_unconfirmed(tx, entry, note_of(error))
            elif not isinstance(error, ItemError):
                outbox.postpone(tx, entry, note_of(error))
            elif not outbox.repair(tx, entry):
                outbox.mark_dead(tx, entry, note_of(error))

    def _is_noted(self, entry: OutboxEntry, target: RemoteObject, error: NoWriteAccess) -> bool:
        """False where it is a new event whose UID may be in the account already."""
        with self.database.write(ChangeOrigin.SYNC) as tx:
            outbox.postpone(tx, entry, note_of(error), not_before=entry.not_before)
        if self.rediscovery.have_changed():
            return True
        with self.database.write(ChangeOrigin.SYNC) as tx:
            linked = accounts.get_linked(tx, target.linked)
            if linked is None or not linked.writable or _NO_RIGHT in error.details:
                # Read-only from now on, and its changes wait.
                accounts.set_linked_writable(tx, target.linked, writable=False)
                return True
            if not outbox.is_unedited(tx, entry) or outbox.repair(tx, entry):
                return True
            if entry.kind is not OutboxKind.CREATE:
                outbox.mark_dead(tx, entry, NOT_TAKEN)
                return True
        return False
