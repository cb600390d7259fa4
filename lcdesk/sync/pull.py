"""Reads what changed in one linked calendar and applies it here.

Texts are applied page by page; the sync token is kept with the last page, in its
transaction. A pass that is cut off anywhere is simply read again: applying is idempotent.
Errors change nothing: an unreadable answer ends the pull before removals or token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from lcdesk.model.commands import remote_changes
from lcdesk.model.commands.activity import tell_listing
from lcdesk.model.commands.remote_changes import Arrived
from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.store import accounts, objects, outbox
from lcdesk.model.store.database import Database
from lcdesk.model.store.index import Indexer, horizon
from lcdesk.model.store.transaction import Transaction
from lcdesk.sync.errors import TokenRefused
from lcdesk.sync.ports import Fetched, Listing, Member, Remote
from lcdesk.sync.reconcile import Plan, is_mass_removal, plan

PAGE = 50
PROBES = 5  # how many of many missing objects are asked for one by one

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Pulled:
    """What a pull did, counted in objects."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    quarantined: int = 0
    held: int = 0

    def add(self, other: Pulled) -> None:
        """Count another calendar's pull in."""
        self.added += other.added
        self.changed += other.changed
        self.removed += other.removed
        self.quarantined += other.quarantined
        self.held += other.held


def pull(
    remote: Remote,
    database: Database,
    linked: LinkedCalendar,
    *,
    now: datetime,
    progress: Progress,
    full: bool = False,
) -> Pulled:
    """Bring one linked calendar up to date. Raises the errors of `sync.errors`."""
    return _Pull(remote, database, linked, now, progress).run(full=full)


class _Pull:
    def __init__(
        self,
        remote: Remote,
        database: Database,
        linked: LinkedCalendar,
        now: datetime,
        progress: Progress,
    ) -> None:
        self._remote = remote
        self._database = database
        self._linked = linked
        self._now = now
        self._progress = progress
        self._pulled = Pulled()
        self._told_listing: bool | None = None  # whether it is the first; None tells nothing

    def run(self, *, full: bool) -> Pulled:
        token, ctag = self._remote.collection_state(self._linked.href)
        with self._database.read() as reader:
            known = objects.objects_of_linked(reader, self._linked.id)
            in_flight = {entry.object for entry in outbox.entries(reader)}
        if not full and self._is_up_to_date(token, ctag, known):
            return self._pulled
        listing = self._list(full=full)
        self._told_listing = self._worth_telling(listing, known, full=full)
        todo = plan(known, listing, in_flight=in_flight, now=self._now)
        self._read(todo.fetch, known)
        gone, doubtful = self._confirm(todo, known)
        held = self._pulled.held
        self._finish(gone, listing.token or token, ctag, keep_token=doubtful or not todo.is_settled)
        noted = (self._linked.held_removals, self._linked.removals_accepted)
        if (listing.complete or held) and noted != (held, False):
            with self._database.write(ChangeOrigin.SYNC) as tx:
                accounts.set_removals(tx, self._linked.id, held)
        return self._pulled

    def _is_up_to_date(
        self, token: str | None, ctag: str | None, known: dict[str, RemoteObject]
    ) -> bool:
        if any(one.etag is None and one.state in _TO_ASK_AGAIN for one in known.values()):
            return False
        if token is not None and self._linked.token is not None:
            return token == self._linked.token
        return ctag is not None and ctag == self._linked.ctag and token is None

    def _worth_telling(
        self, listing: Listing, known: dict[str, RemoteObject], *, full: bool
    ) -> bool | None:
        """A calendar's first listing, or one that was read in full although a token was kept."""
        was_read = self._linked.token is not None or self._linked.ctag is not None
        if not was_read and all(one.is_own for one in known.values()):
            return True
        is_again = full or (self._linked.token is not None and listing.complete)
        return False if is_again else None

    def _list(self, *, full: bool) -> Listing:
        if self._linked.token is None or full:
            return self._remote.listing(self._linked.href)
        try:
            return self._remote.changes(self._linked.href, self._linked.token)
        except TokenRefused:
            return self._remote.listing(self._linked.href)

    def _read(self, wanted: Sequence[Member], known: dict[str, RemoteObject]) -> None:
        done, total = 0, len(wanted)
        if total:
            self._progress(self._linked.name, done, total)
        answers = self._remote.fetch(self._linked.href, [member.href for member in wanted])
        for page in _pages(answers):
            self._apply(page, known)
            done += len(page)
            self._progress(self._linked.name, done, total)

    def _apply(self, page: Sequence[Fetched], known: dict[str, RemoteObject]) -> None:
        with self._database.write(ChangeOrigin.SYNC) as tx:
            foreign: list[Arrived] = []
            for answer in page:
                here = known.get(answer.path)
                if answer.text is None:
                    self._note_missing(tx, answer)
                    continue
                self._count(is_new=here is None)
                arrived = Arrived(answer.path, answer.href, answer.etag, answer.text)
                if here is not None and here.is_own:
                    self._take_over(tx, here.id, arrived)
                else:
                    foreign.append(arrived)
            span = horizon(self._now)
            indexer = Indexer(tx, self._linked)
            sick = remote_changes.mirror(tx, indexer, self._linked, foreign, span=span)
            self._pulled.quarantined += sick

    def _note_missing(self, tx: Transaction, answer: Fetched) -> None:
        problem = answer.problem or "The server lists this event but does not give it."
        remote_changes.not_given(
            tx, self._linked, path=answer.path, href=answer.href, problem=problem
        )

    def _take_over(self, tx: Transaction, object_id: int, arrived: Arrived) -> None:
        if outbox.entries_of_object(tx, object_id):
            return  # changed here since the listing; the push will meet the newer text
        own = objects.get_object(tx, object_id)
        if own is not None and not remote_changes.take_over(tx, own, arrived, now=self._now):
            self._pulled.quarantined += 1

    def _count(self, *, is_new: bool) -> None:
        if is_new:
            self._pulled.added += 1
        else:
            self._pulled.changed += 1

    def _confirm(
        self, todo: Plan, known: dict[str, RemoteObject]
    ) -> tuple[list[RemoteObject], bool]:
        """What is surely gone; and whether the listing is too doubtful to go on from.

        Absence from a full listing is a hint only: each object is asked for. One that is there
        shows that the listing lacks things, perhaps new ones too. Where very many are missing
        a few are asked for, and one that answers makes all of them stay. Even where none
        answers a person has to say so first.
        """
        gone = [known[path] for path in todo.removed]
        missing = [known[path] for path in todo.missing]
        if not is_mass_removal(len(missing), len(known)):
            surely = [one for one in missing if self._remote.get(one.href).gone]
            return gone + surely, len(surely) < len(missing)
        probes = missing[:: max(1, len(missing) // PROBES)]
        if self._linked.removals_accepted and self._are_gone(probes):
            return gone + missing, False
        self._pulled.held += len(missing)
        return gone, True

    def _are_gone(self, some: Iterable[RemoteObject]) -> bool:
        return all(self._remote.get(one.href).gone for one in some)

    def _finish(
        self,
        gone: Iterable[RemoteObject],
        token: str | None,
        ctag: str | None,
        *,
        keep_token: bool,
    ) -> None:
        with self._database.write(ChangeOrigin.SYNC) as tx:
            for one in gone:
                present = objects.get_object(tx, one.id)
                if present is not None and remote_changes.deleted(tx, present):
                    self._pulled.removed += 1
            if self._told_listing is not None:
                tell_listing(tx, self._linked.id, is_first=self._told_listing)
            if not keep_token:
                accounts.set_token(tx, self._linked.id, token, ctag)


_TO_ASK_AGAIN = (ObjectState.UNREAD, ObjectState.CLEAN)


def _pages(answers: Iterator[Fetched]) -> Iterator[list[Fetched]]:
    while page := list(islice(answers, PAGE)):
        yield page
