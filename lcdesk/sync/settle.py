"""Settles a change that did not simply go through, on what stands at its place.

What the server's answer shows, what follows from it (`standing.py`) and what is written down are
one transaction, so a change that is edited or withdrawn meanwhile is not missed.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from lcdesk.model.domain.accounts import ErrorNote, LinkedCalendar, Role
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import SETTLING, OutboxEntry
from lcdesk.model.replication import adopt, outbox
from lcdesk.model.replication.inbound import Arrived
from lcdesk.model.replication.merge import ask_person, build_on, merge_versions, read_fingerprint
from lcdesk.model.replication.outbox import Outcome
from lcdesk.model.replication.renamed_there import exchange_places, stands_at
from lcdesk.model.replication.waiting import READ_AGAIN_AFTER, read_waiting
from lcdesk.model.store.outbox import sent_fingerprints_at
from lcdesk.model.store.transaction import Transaction
from lcdesk.sync.ports import Fetched
from lcdesk.sync.reports import NOT_ARRIVED, NOT_TAKEN, looked_for
from lcdesk.sync.standing import Request, Standing, Step, decide, standing_of


def settle(
    tx: Transaction,
    entry: OutboxEntry,
    request: Request,
    found: Fetched,
    *,
    now: datetime,
    may_be_ours: bool = True,
) -> Outcome:
    """Decide what becomes of `entry`, and write it down.

    `may_be_ours`: where a new event is refused as existing, it may be our own.
    """
    waiting = read_waiting(tx, entry.id)
    if waiting is None or waiting.target.href != found.href:
        return Outcome.OPEN  # withdrawn, or found at another place, while the server was asked
    present, known = waiting.entry, waiting.target
    says, sent = partial(read_fingerprint, tx, known), sent_fingerprints_at(tx, known.id)
    arrived = Arrived(found.path, found.href, found.etag, found.text or "")
    is_another = known.is_own and stands_at(tx, known, arrived.text) is not None
    stands = standing_of(present, found, says=says, sent=sent, is_another=is_another)
    is_searched = not may_be_ours or was_searched(waiting.linked, present, now)
    match decide(stands, request, entry.kind, is_searched=is_searched):
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
            outbox.postpone(tx, entry, NOT_ARRIVED)
        case Step.SEND_AGAIN:
            # A minute's wait counts only as long as nothing stands there.
            waited = present.not_before if stands is Standing.NOTHING else None
            outbox.postpone(tx, entry, NOT_ARRIVED, not_before=waited)
        case Step.SEARCH:
            note = looked_for(entry, is_withdrawn=request is Request.NOT_MADE)
            outbox.postpone(tx, entry, note, not_before=now + SETTLING)
        case Step.READ_LATER:
            note = ErrorNote("UNREAD", Message("Not readable"), found.problem)
            outbox.postpone(tx, entry, note, not_before=now + READ_AGAIN_AFTER)
        case Step.MARK_GONE:
            return Outcome.DROPPED if outbox.mark_gone(tx, entry, now=now) else Outcome.OPEN
        case Step.TAKE_OTHER_UID if outbox.is_unedited(tx, entry):
            # It is ours where it was read in its calendar under another name.
            if (other := adopt.follow_existing(tx, entry)) is not None:
                there = Fetched(other.href, other.path, etag=other.etag, text=other.raw)
                return settle(tx, entry, Request.NOT_MADE, there, now=now)
            if not adopt.assign_new_uid(tx, entry):
                outbox.mark_dead(tx, entry, NOT_TAKEN)
        case Step.GIVE_UP:
            outbox.mark_dead(tx, entry, NOT_TAKEN)
    return Outcome.OPEN


def was_searched(linked: LinkedCalendar, entry: OutboxEntry, now: datetime) -> bool:
    """Whether what stands nowhere can only be gone.

    A minute has passed, in which it may have shown, and its whole calendar was read after it,
    where it may have got another name. A calendar that has no role any more is not read.
    """
    if entry.not_before is None or linked.role is Role.NONE:
        return entry.not_before is not None
    last = linked.listed_whole_at
    return last is not None and min(entry.not_before, now) <= last <= now
