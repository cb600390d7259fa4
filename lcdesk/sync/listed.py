"""What a calendar holds and what changed in it, asked by as few requests as it can be.

How it stands is asked first, which is all that a calm one costs.
"""

from __future__ import annotations

from dataclasses import dataclass

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.store import accounts
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Transaction
from lcdesk.sync.errors import TokenRefused
from lcdesk.sync.ports import MADE, NUMBERED, CollectionState, Listing, Remote

_DOUBTED = "doubted"  # an identity that changed while the calendar stayed the same


@dataclass(frozen=True, slots=True)
class Listed:
    """A listing, and the ctag that the calendar had before it; None where it is not known."""

    listing: Listing
    ctag: str | None


def list_members(remote: Remote, linked: LinkedCalendar) -> Listing:
    """Everything that a calendar holds now, by the way that its server is known to have."""
    return remote.plain_listing(linked.href) if linked.lacks_sync else remote.listing(linked.href)


class Lister:
    """Asks one calendar in one pull, and knows what it found out about its server."""

    def __init__(self, remote: Remote, database: Database, linked: LinkedCalendar) -> None:
        self._remote = remote
        self._database = database
        self._linked = linked
        self._identity = linked.identity
        self._lacks_sync = linked.lacks_sync

    @property
    def has_learnt(self) -> bool:
        """Whether there is something to be kept."""
        known = self._linked
        return (self._identity, self._lacks_sync) != (known.identity, known.lacks_sync)

    def ask(self, *, full: bool) -> Listed | None:
        """What changed, or everything, and the ctag before it; None when nothing has changed.

        How the calendar stands is asked first: a server may take an old token for a calendar that
        was made anew at the same place, and tell of nothing that is no longer there. `full` asks
        for everything by the best way, also where the server did not know it the last time.
        """
        linked = self._linked
        state = self._remote.collection_state(linked.href)
        is_other = self._is_made_anew(state)
        self._learn(state)
        self._note_lost_right(state)
        if full or is_other or (linked.token is None and linked.ctag is None):
            return self._whole(state, by_best_way=full)
        if self._is_unchanged(state) and not self._has_unread():
            return None
        if linked.token is None:
            return self._whole(state)
        try:
            changed = self._remote.changes(linked.href, linked.token)
        except TokenRefused:
            return self._whole(state)
        is_silent = not changed.members and not changed.removed
        if is_silent and self._has_other_ctag(state):
            return self._whole(state)
        return Listed(changed, state.ctag)

    def keep_learnt(self, tx: Transaction, *, is_other: bool) -> None:
        """Write down what was found out, with what was read.

        `is_other` says whether anything of before is gone: some servers call every change the
        making of a calendar, and such a time is not believed again.
        """
        known = self._linked.identity
        is_doubtful = known and known != self._identity and self._identity.startswith(MADE)
        identity = _DOUBTED if is_doubtful and not is_other else self._identity
        accounts.set_identity(tx, self._linked.id, identity)
        accounts.set_lacks_sync(tx, self._linked.id, self._lacks_sync)

    def _whole(self, state: CollectionState, *, by_best_way: bool = False) -> Listed:
        if self._lacks_sync and not by_best_way:
            return Listed(self._remote.plain_listing(self._linked.href), _ctag(state))
        listing = self._remote.listing(self._linked.href)
        self._lacks_sync = listing.token is None
        return Listed(listing, _ctag(state) if self._lacks_sync else state.ctag)

    def _is_unchanged(self, state: CollectionState) -> bool:
        linked = self._linked
        if linked.token is None:
            return linked.ctag is not None and _ctag(state) == linked.ctag
        return state.token == linked.token and not self._has_other_ctag(state)

    def _is_made_anew(self, state: CollectionState) -> bool:
        """Whether another calendar than the one that was read lies at this place."""
        known, present = self._linked.identity, state.identity
        is_comparable = known.partition(":")[0] == present.partition(":")[0]
        return bool(known and present) and is_comparable and known != present

    def _learn(self, state: CollectionState) -> None:
        """A time when it was made never takes the place of a number, or of a doubt."""
        is_worse = self._identity and not self._identity.startswith(MADE)
        if state.identity and (state.identity.startswith(NUMBERED) or not is_worse):
            self._identity = state.identity

    def _note_lost_right(self, state: CollectionState) -> None:
        """So that it is told before something is booked that will not arrive.

        Whether it is back is asked with the list of calendars, before anything is sent.
        """
        if self._linked.writable and state.writable is False:
            with self._database.write(ChangeOrigin.SYNC) as tx:
                accounts.set_linked_writable(tx, self._linked.id, writable=False)

    def _has_other_ctag(self, state: CollectionState) -> bool:
        """Whether the ctag tells of a change, whatever is said about the members."""
        return None not in {self._linked.ctag, state.ctag} and self._linked.ctag != state.ctag

    def _has_unread(self) -> bool:
        with self._database.read() as reader:
            return objects.has_unread(reader, self._linked.id)


def _ctag(state: CollectionState) -> str | None:
    """What changes with every change, for servers that know no sync-collection."""
    return state.ctag or state.token
