"""A page of texts that the server gave: which of them are ours, and what happens here with each.

What lcdesk wrote is followed, also where it was renamed there, or was written by an earlier
connection; everything else is mirrored. Called by the sync inside its transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.replication.adopt import Adopter
from lcdesk.model.replication.inbound import Arrived, Unusable, mirror, take_over
from lcdesk.model.replication.renamed_there import follow_to
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.objects import Indexed
from lcdesk.model.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Page:
    """What was given, and what of it lcdesk did not write, as it was read.

    `renamed` are ids of our own events by the path at which each stands now.
    """

    given: Sequence[Arrived]
    foreign: Sequence[Indexed | Unusable]
    renamed: Mapping[str, int]


def apply_page(
    tx: Transaction,
    linked: LinkedCalendar,
    page: Page,
    *,
    known: Mapping[str, RemoteObject],
    adopter: Adopter,
    now: datetime,
) -> int:
    """Apply a page; returns how many could not be read in full. `known` is by path."""
    unread = 0
    ours: set[str] = set()
    for arrived in page.given:
        before = known.get(arrived.path)
        if before is not None and before.is_own:
            unread += not _follow(tx, before.id, arrived, now=now)
        elif arrived.path in page.renamed:
            ours.add(arrived.path)
            own = objects.get_object(tx, page.renamed[arrived.path])
            unread += own is not None and not follow_to(tx, own, arrived, now=now)
        elif before is None and adopter.take_back(tx, arrived, now=now):
            ours.add(arrived.path)
    return unread + mirror(
        tx, linked, [event for event in page.foreign if event.object.path not in ours]
    )


def _follow(tx: Transaction, object_id: int, arrived: Arrived, *, now: datetime) -> bool:
    """False when the text cannot be read."""
    if outbox.entries_of_object(tx, object_id):
        return True  # changed here since the listing; the push will meet the newer text
    own = objects.get_object(tx, object_id)
    if own is None or own.state is ObjectState.CONFLICT:
        return True  # a conflict waits for a person, wherever it stands
    return take_over(tx, own, arrived, now=now)
