"""Settles a change that did not simply go through, on what the server answered about its object.

The server is asked first; what its answer shows, what follows from it (`standing.py`) and what is
written down are one transaction, so a change that is edited or withdrawn meanwhile is not missed.

After a crash or a lost answer `recover` looks up what became of each change before anything else
is done. A change that was being sent is never sent again before its object has been looked up: the
server's text, compared by meaning, tells our own write from somebody else's.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from lcdesk.model.domain.accounts import Account, ErrorNote, Role
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind, OutboxState, RemoteObject
from lcdesk.model.replication import adopt, outbox
from lcdesk.model.replication.inbound import Arrived
from lcdesk.model.replication.merge import ask_person, build_on, merge_versions, read_fingerprint
from lcdesk.model.replication.outbox import Outcome
from lcdesk.model.replication.renamed_there import exchange_places, stands_at
from lcdesk.model.store import accounts
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.database import Database
from lcdesk.model.store.outbox import sent_fingerprints_at
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader, Transaction
from lcdesk.sync.errors import CalendarMissing, NoWriteAccess, RefusedObject
from lcdesk.sync.ports import Fetched, Remote
from lcdesk.sync.reconcile import SETTLING
from lcdesk.sync.rediscovery import Rediscovery
from lcdesk.sync.standing import Request, Standing, Step, decide, standing_of

READ_AGAIN_AFTER = timedelta(minutes=5)  # what the server does not give now it may give later


def awaited_turn(entry: OutboxEntry, now: datetime) -> datetime | None:
    """Until when a change is not tried; none that a clock noted while it was ahead."""
    if entry.not_before is None or not timedelta(0) < entry.not_before - now <= READ_AGAIN_AFTER:
        return None
    return entry.not_before


def settle(
    tx: Transaction,
    entry: OutboxEntry,
    request: Request,
    found: Fetched,
    *,
    now: datetime,
    may_be_ours: bool = True,
    has_unread: bool = False,
) -> Outcome:
    """Decide what becomes of `entry`, and write it down.

    `may_be_ours`: where a new event is refused as existing, it may be our own. `has_unread`: its
    calendar lists what was never read, which may be it.
    """
    present, known = outbox_rows.get_entry(tx, entry.id), objects.get_object(tx, entry.object)
    if present is None or known is None:  # withdrawn while the server was asked
        return Outcome.OPEN
    says, sent = partial(read_fingerprint, tx, known), sent_fingerprints_at(tx, known.id)
    arrived = Arrived(found.path, found.href, found.etag, found.text or "")
    is_another = known.is_own and stands_at(tx, known, arrived.text) is not None
    stands = standing_of(present, found, says=says, sent=sent, is_another=is_another)
    may_show_later = has_unread or _may_show_later(tx, entry, known, may_be_ours=may_be_ours)
    match decide(stands, request, entry.kind, may_show_later=may_show_later):
        case Step.CONFIRM:
            outbox.mark_delivered(tx, present, etag=found.etag, now=now, text=arrived.text)
            return Outcome.ARRIVED
        case Step.BUILD_ON:
            return build_on(tx, present, arrived, now=now)
        case Step.MERGE:
            return merge_versions(tx, present, known, arrived, now=now)
        case Step.ASK_PERSON:
            return ask_person(tx, present, known, arrived, now=now)
        case Step.EXCHANGE_PLACES:
            exchange_places(tx, known.linked, [arrived], now=now)
        case Step.SEND_AGAIN:
            # A minute's wait counts only as long as nothing stands there.
            waited = entry.not_before if stands is Standing.NOTHING else None
            outbox.postpone(tx, entry, NOT_ARRIVED, not_before=waited)
        case Step.LOOK_AGAIN:
            if has_unread:
                accounts.set_listed_whole(tx, known.linked, None)
            outbox.postpone(tx, entry, _looked_for_note(entry, request), not_before=now + SETTLING)
        case Step.READ_LATER:
            note = ErrorNote("UNREAD", "Not readable", found.problem)
            outbox.postpone(tx, entry, note, not_before=now + READ_AGAIN_AFTER)
        case Step.MARK_GONE:
            return Outcome.DROPPED if outbox.mark_gone(tx, entry, now=now) else Outcome.OPEN
        case Step.TAKE_OTHER_UID:
            return _take_other_uid(tx, entry, now=now)
        case Step.GIVE_UP:
            outbox.mark_dead(tx, entry, NOT_TAKEN)
    return Outcome.OPEN


def _may_show_later(
    reader: Reader, entry: OutboxEntry, known: RemoteObject, *, may_be_ours: bool
) -> bool:
    """Whether a minute can still bring it, where nothing stands.

    A new event shows late. One that was renamed is found by the pull, where its calendar is read.
    """
    linked = accounts.get_linked(reader, known.linked)
    if linked is None or _was_read_since(reader, linked.account, entry):
        return False
    if entry.kind is OutboxKind.CREATE:
        return may_be_ours
    return linked.role is Role.PRIMARY


def _was_read_since(reader: Reader, account_id: int, entry: OutboxEntry) -> bool:
    """Whether the account was read after the change was put off, and not only asked in vain."""
    account = accounts.get_account(reader, account_id)
    if entry.not_before is None or account is None or account.last_success is None:
        return False
    return account.last_success >= entry.not_before - SETTLING


def _looked_for_note(entry: OutboxEntry, request: Request) -> ErrorNote:
    if entry.kind is not OutboxKind.CREATE:
        return NOT_AT_ITS_PLACE
    return LOOKED_FOR if request is Request.REFUSED else WITHDRAWN


def _take_other_uid(tx: Transaction, entry: OutboxEntry, *, now: datetime) -> Outcome:
    """It is ours where it stands in its calendar under another name; else a new UID goes."""
    if not outbox.is_unedited(tx, entry):
        return Outcome.OPEN
    if (found := adopt.follow_existing(tx, entry)) is not None:
        there = Fetched(found.href, found.path, etag=found.etag, text=found.raw)
        return settle(tx, entry, Request.NOT_MADE, there, now=now)
    if not adopt.assign_new_uid(tx, entry):
        outbox.mark_dead(tx, entry, NOT_TAKEN)
    return Outcome.OPEN


NOT_TAKEN = ErrorNote(
    RefusedObject.code,
    RefusedObject.title,
    "The server does not take this event as it is, or already holds it in another calendar. "
    "It is kept here and the other events go on. Change it and try again, or discard the change.",
)
LIES_ELSEWHERE = ErrorNote(
    NoWriteAccess.code,
    "The event lies in another calendar",
    "On the server this event does not lie in the calendar that changes may be written to, so "
    "nothing is sent. The change is kept here; discard it, or look at the event in iCloud.",
)
LOOKED_FOR = ErrorNote(
    "LOOKED_FOR",
    "Looked for",
    "The server may hold this event already. It is looked for before it is sent again.",
)
NOT_AT_ITS_PLACE = ErrorNote(
    "LOOKED_FOR",
    "Looked for",
    "This event is not where it was on the server. It may have been renamed there, so its calendar "
    "is read first.",
)
WITHDRAWN = ErrorNote(
    "LOOKED_FOR",
    "Looked for",
    "The server may hold this event already. It is looked for, so that it can be deleted there.",
)
NOT_ARRIVED = ErrorNote("NOT_ARRIVED", "Not arrived", "The change is sent again.")


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
            for entry in outbox_rows.entries(reader, account_id=account.id)
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
