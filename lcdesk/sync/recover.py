"""After a crash or a lost answer: look up what became of each change, then go on.

A change that was being sent is never sent again before its object has been looked up: the
server's text, compared by meaning, tells our own write from somebody else's.
"""

from __future__ import annotations

from datetime import datetime

from lcdesk.model.domain.accounts import Account, ErrorNote
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind, OutboxState
from lcdesk.model.replication import outbox
from lcdesk.model.replication.exchanged_there import stands_at
from lcdesk.model.replication.merge import merge_versions
from lcdesk.model.store import objects
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.database import Database
from lcdesk.sync.dav import is_same_version
from lcdesk.sync.errors import CalendarMissing
from lcdesk.sync.ports import Fetched, Remote
from lcdesk.sync.push import arrived_from
from lcdesk.sync.rediscovery import Rediscovery

_UNSETTLED = (OutboxState.SENDING, OutboxState.UNCONFIRMED)
_NOT_ARRIVED = ErrorNote("NOT_ARRIVED", "Not arrived", "The change is sent again.")


def recover(
    remote: Remote,
    database: Database,
    account: Account,
    *,
    now: datetime,
    whereabouts: Rediscovery,
) -> None:
    """Settle every change of this account whose outcome is unknown."""
    with database.read() as reader:
        unsettled = [
            entry
            for entry in outbox_rows.entries(reader, account_id=account.id)
            if entry.state in _UNSETTLED
        ]
    for entry in unsettled:
        try:
            _look_up(remote, database, entry, now)
        except CalendarMissing:
            if whereabouts.have_changed():
                _look_up(remote, database, entry, now)


def _look_up(remote: Remote, database: Database, entry: OutboxEntry, now: datetime) -> None:
    with database.read() as reader:
        target = objects.get_object(reader, entry.object)
    if target is None:
        return
    found = remote.get(target.href)
    with database.write(ChangeOrigin.SYNC) as tx:
        if found.gone and entry.kind is OutboxKind.CREATE:
            outbox.postpone(tx, entry, _NOT_ARRIVED, not_before=entry.not_before)
        elif found.gone:
            outbox.mark_gone(tx, entry, now=now)
        elif found.text is None or _is_untouched(entry, found) or stands_at(tx, target, found.text):
            outbox.postpone(tx, entry, _NOT_ARRIVED)
        else:
            merge_versions(tx, entry, arrived_from(found), now=now)


def _is_untouched(entry: OutboxEntry, found: Fetched) -> bool:
    """Still the version that the change was made on: the request did not arrive."""
    return entry.kind is not OutboxKind.CREATE and is_same_version(found.etag, entry.base_etag)
