"""After a crash or a lost answer: look up what became of each change, then go on.

A change that was being sent is never sent again before its object has been looked up: the
server's text, compared by meaning, tells our own write from somebody else's.
"""

from __future__ import annotations

from datetime import datetime

from lcdesk.model.domain.accounts import Account
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import OutboxEntry, OutboxState
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.database import Database
from lcdesk.sync.errors import CalendarMissing
from lcdesk.sync.listed import Rediscovery
from lcdesk.sync.ports import Remote
from lcdesk.sync.settle import settle
from lcdesk.sync.standing import Request

_UNSETTLED = (OutboxState.SENDING, OutboxState.UNCONFIRMED)


def recover(
    remote: Remote,
    database: Database,
    account: Account,
    *,
    now: datetime,
    rediscovery: Rediscovery,
) -> None:
    """Settle every change of this account whose outcome is unknown."""
    with database.read() as reader:
        unsettled = [
            entry
            for entry in outbox.entries(reader, account_id=account.id)
            if entry.state in _UNSETTLED
        ]
    for entry in unsettled:
        try:
            _look_up(remote, database, entry, now)
        except CalendarMissing:
            if rediscovery.have_changed():
                _look_up(remote, database, entry, now)


def _look_up(remote: Remote, database: Database, entry: OutboxEntry, now: datetime) -> None:
    with database.read() as reader:
        target = objects.get_object(reader, entry.object)
    if target is None:
        return
    found = remote.get(target.href)
    with database.write(ChangeOrigin.SYNC) as tx:
        settle(tx, entry, Request.UNANSWERED, found, now=now)
