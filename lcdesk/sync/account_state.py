"""How an account stands after a pass, as it is kept and told."""

from __future__ import annotations

import logging
from datetime import datetime

from lcdesk.model.domain.accounts import Account, AccountState, ErrorNote
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.replication.journal import record_state
from lcdesk.model.replication.write_rights import message_of, title_of
from lcdesk.model.store import accounts
from lcdesk.model.store.database import Database
from lcdesk.model.store.outbox import find_withheld
from lcdesk.sync.errors import (
    NoWriteAccess,
    Offline,
    PersonNeeded,
    RemoteError,
    SecretStoreError,
    SignInDoubtful,
    SignInRefused,
    Throttled,
)
from lcdesk.sync.ports import Remote
from lcdesk.sync.reports import PassReport, note_of
from lcdesk.sync.schedule import count_refusals, next_try_after

logger = logging.getLogger(__name__)

_UNAUTHORISED = 401  # shortly after a throttle: its echo, which makes it no longer


def record_success(database: Database, account: Account, report: PassReport, now: datetime) -> None:
    """The pass came to its end; what is reported may have gone wrong with a part of it."""
    withheld = _right_withheld(database, account)
    report.error = report.error or report.pushed.trouble or withheld
    state = AccountState.OK if report.error is None else AccountState.ERROR
    with database.write(ChangeOrigin.SYNC) as tx:
        accounts.set_account_state(
            tx,
            account.id,
            state,
            error=report.error,
            success_at=now if report.was_read else None,
        )
        record_state(tx, account, state, report.error)


def record_failure(
    database: Database, account: Account, report: PassReport, error: RemoteError, now: datetime
) -> None:
    """The pass ended early."""
    logger.warning("account %s: %s: %s", account.id, error.code, error.message)
    report.error = note_of(error)
    waits_for_person = isinstance(error, PersonNeeded)
    with database.write(ChangeOrigin.SYNC) as tx:
        accounts.set_account_state(
            tx,
            account.id,
            _state_after(error),
            error=report.error,
            next_try=None if waits_for_person else next_try_after(error, account, now),
            refusals=count_refusals(error, account),
        )
        record_state(tx, account, _state_after(error), report.error)
        if isinstance(error, Throttled) and error.status != _UNAUTHORISED:
            accounts.set_throttled(tx, account.id, now)


def keep_unexplained(database: Database, account: Account, remote: Remote) -> None:
    """A program that runs once for each pass counts on where the one before it stopped."""
    if remote.unexplained != account.unexplained:
        with database.write(ChangeOrigin.SYNC) as tx:
            accounts.set_unexplained(tx, account.id, remote.unexplained)


def _right_withheld(database: Database, account: Account) -> ErrorNote | None:
    """Said of every pass until the right is back, since what was booked is not there."""
    with database.read() as reader:
        first = next(iter(find_withheld(reader, account=account.id)), None)
        if first is None:
            return None
        return ErrorNote(NoWriteAccess.code, title_of(first), message_of(reader, first))


def _state_after(error: LcdeskError) -> AccountState:
    match error:
        case SignInRefused() | SecretStoreError():
            return AccountState.NEEDS_PASSWORD
        case Throttled():
            return AccountState.THROTTLED
        case Offline() | SignInDoubtful():
            return AccountState.OFFLINE
        case _:
            return AccountState.ERROR
