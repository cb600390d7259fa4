"""Reads what changed in one linked calendar and applies it here.

Texts are applied page by page; the sync token is kept after the last. A pass that is cut off
anywhere goes on where it stopped: the calendar is listed again, and only what is not here at
its version is fetched. Errors change nothing: an unreadable answer ends the pull before
removals or token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from itertools import islice

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication import inbound
from lcdesk.model.replication.adopt import Adopter, Page, apply_page
from lcdesk.model.replication.inbound import Arrived
from lcdesk.model.replication.journal import record_listing
from lcdesk.model.replication.renamed_there import (
    NOT_AT_ITS_PLACE,
    exchange_places,
    find_lost,
    follow_if_elsewhere,
    forget_ended,
    own_with_uids,
)
from lcdesk.model.store import accounts, outbox
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.index import Indexer, near
from lcdesk.model.store.transaction import Transaction
from lcdesk.sync.dav import lies_in
from lcdesk.sync.listed import Lister
from lcdesk.sync.ports import Fetched, Listing, Member, Remote
from lcdesk.sync.reconcile import Plan, is_fresh, is_mass_deletion, is_mass_removal, plan
from lcdesk.sync.reports import CountRead, Pulled

PAGE = 100  # objects in one transaction
LISTED_WHOLE_EVERY = timedelta(days=1)
PROBES = 5  # how many of many missing objects are asked for one by one


def weeks_shown_first(now: datetime) -> TimeSpan:
    """The week around now, whichever day it begins on, and the next."""
    return TimeSpan(now - timedelta(days=7), now + timedelta(days=14))


def pull(
    remote: Remote,
    database: Database,
    linked: LinkedCalendar,
    *,
    now: datetime,
    count_read: CountRead,
    give_way: Callable[[], None] = lambda: None,
    full: bool = False,
) -> Pulled:
    """Bring one linked calendar up to date. Raises the errors of `sync.errors`.

    `give_way` is called between two objects.
    """
    return _Pull(remote, database, linked, now, count_read, give_way).run(full=full)


class _Pull:
    def __init__(
        self,
        remote: Remote,
        database: Database,
        linked: LinkedCalendar,
        now: datetime,
        count_read: CountRead,
        give_way: Callable[[], None],
    ) -> None:
        self._remote = remote
        self._database = database
        self._linked = linked
        self._now = now
        self._ended: tuple[int, ...] = ()  # events that were not wanted any more before the pass
        self._count_read = count_read
        self._give_way = give_way
        self._pulled = Pulled()
        self._adopter = Adopter(linked)
        self._listed: frozenset[str] = frozenset()  # paths that are there
        self._removed: frozenset[str] = frozenset()  # paths that the server says are not
        self._renamed: set[int] = set()  # events of ours that were found at another place
        self._is_whole = False  # whether everything was listed
        self._told_listing: bool | None = None  # whether it is the first; None tells nothing
        self._lister = Lister(remote, database, linked)

    def run(self, *, full: bool) -> Pulled:
        self._ended = self._find_ended()
        # What is held back stays out of every later delta, so everything is compared again; so is
        # what may stand under another name, which an earlier listing may have lacked.
        is_held = bool(self._linked.held_removals or self._ended)
        is_whole = full or self._is_overdue() or is_held
        listed = self._lister.ask(full=is_whole)
        if listed is None:
            self._forget_ended()
            return self._pulled
        listing, ctag = listed.listing, listed.ctag
        self._is_whole = listing.complete
        known, in_flight = self._find_known(listing)
        self._told_listing = self._worth_telling(listing, known, full=full)
        todo = plan(known, listing, in_flight=in_flight, now=self._now)
        self._listed = frozenset(member.path for member in listing.members)
        self._removed = frozenset(todo.removed)
        self._read(todo.fetch, known, listing)
        gone, doubtful = self._confirm(todo, known)
        held = self._pulled.held
        is_doubtful = doubtful or not todo.is_settled
        self._finish(gone, listing.token, ctag, keep_token=is_doubtful)
        if not is_doubtful:
            self._forget_ended()
        noted = (self._linked.held_removals, self._linked.removals_accepted)
        if (listing.complete or held) and noted != (held, False):
            with self._database.write(ChangeOrigin.SYNC) as tx:
                accounts.set_removals(tx, self._linked.id, held)
        return self._pulled

    def _find_ended(self) -> tuple[int, ...]:
        with self._database.read() as reader:
            ended = objects.objects_in_state(reader, ObjectState.ENDED)
        mine = [kept for kept in ended if kept.linked == self._linked.id]
        return tuple(kept.id for kept in mine if not is_fresh(kept, self._now))

    def _forget_ended(self) -> None:
        if self._ended:
            with self._database.write(ChangeOrigin.SYNC) as tx:
                forget_ended(tx, self._ended)

    def _is_overdue(self) -> bool:
        """Once a day everything is listed: servers forget to tell of a change now and then."""
        last = self._linked.listed_whole_at
        return last is None or not timedelta(0) <= self._now - last <= LISTED_WHOLE_EVERY

    def _worth_telling(
        self, listing: Listing, known: dict[str, RemoteObject], *, full: bool
    ) -> bool | None:
        """A calendar's first listing, or one that was read in full although a token was kept."""
        was_read = self._linked.token is not None or self._linked.ctag is not None
        if not was_read and all(kept.is_own for kept in known.values()):
            return True
        is_due = self._is_overdue() or bool(self._ended)
        is_asked = self._linked.token is not None and not is_due
        is_again = full or (is_asked and listing.complete)
        return False if is_again else None

    def _find_known(self, listing: Listing) -> tuple[dict[str, RemoteObject], set[int]]:
        """What is known of the objects in question, and the ids of those being changed here."""
        with self._database.read() as reader:
            in_flight = {entry.object for entry in outbox.entries(reader)}
            if listing.complete:
                return objects.objects_of_linked(reader, self._linked.id), in_flight
            paths = [*(member.path for member in listing.members), *listing.removed]
            return objects.objects_at(reader, self._linked.id, paths), in_flight

    def _read(
        self, wanted: Sequence[Member], known: dict[str, RemoteObject], listing: Listing
    ) -> None:
        if not wanted:
            return
        with self._database.read() as reader:
            indexer = Indexer(reader, self._linked)
        # A first reading that was cut off goes on where it stopped.
        total = len(listing.members) if listing.complete else len(wanted)
        done = total - len(wanted)
        self._count_read(done, total)
        hrefs = [member.href for member in self._in_order(wanted)]
        with closing(self._remote.fetch(self._linked.href, hrefs)) as answers:
            for page in _pages(answers):
                self._apply(page, known, indexer)
                done += len(page)
                self._count_read(done, total)

    def _in_order(self, wanted: Sequence[Member]) -> Sequence[Member]:
        """What lies in the weeks around today first, years of history after it."""
        if len(wanted) <= PAGE:
            return wanted
        first = self._remote.paths_in(self._linked.href, weeks_shown_first(self._now))
        return sorted(wanted, key=lambda member: member.path not in first)

    def _apply(
        self, page: Sequence[Fetched], known: dict[str, RemoteObject], indexer: Indexer
    ) -> None:
        given = [
            Arrived(answer.path, answer.href, answer.etag, answer.text)
            for answer in page
            if answer.text is not None
        ]
        if any(arrived.path in known and known[arrived.path].is_own for arrived in given):
            with self._database.write(ChangeOrigin.SYNC) as tx:
                known |= exchange_places(tx, self._linked.id, given, now=self._now)
        own = {
            arrived.path
            for arrived in given
            if arrived.path in known and known[arrived.path].is_own
        }
        foreign = [arrived for arrived in given if arrived.path not in own]
        # Others wait for a transaction, so the texts are read before it.
        events = inbound.read_events(
            indexer, self._linked, self._in_turn(foreign), span=near(self._now)
        )
        new = {
            event.object.uid: event.object.path
            for event in events
            if event.object.path not in known
        }
        renamed = self._find_renamed(new)
        with self._database.write(ChangeOrigin.SYNC) as tx:
            for answer in page:
                if answer.text is None:
                    self._note_missing(tx, answer)
            self._pulled.quarantined += apply_page(
                tx,
                self._linked,
                Page(given, events, renamed),
                known=known,
                adopter=self._adopter,
                now=self._now,
            )
        added = sum(arrived.path not in known and arrived.path not in renamed for arrived in given)
        self._pulled.added += added
        self._pulled.changed += len(given) - added

    def _find_renamed(self, new: Mapping[str, str]) -> dict[str, int]:
        """Which events of ours these are, that stand at their old place no more; by path.

        `new` are the paths of events that are new here, by UID.
        """
        if not new:
            return {}
        with self._database.read() as reader:
            own = own_with_uids(reader, self._linked.id, new)
        found = {new[uid]: one.id for uid, one in own.items() if self._has_left(one)}
        self._renamed |= set(found.values())
        return found

    def _has_left(self, own: RemoteObject) -> bool:
        """Whether nothing stands at its place, so that what has its UID elsewhere is no copy."""
        if own.state in NOT_AT_ITS_PLACE or own.path in self._removed:
            return True
        return own.path not in self._listed and self._remote.get(own.href).gone

    def _in_turn(self, page: Iterable[Arrived]) -> Iterator[Arrived]:
        """The same, one when its turn comes."""
        for arrived in page:
            self._give_way()
            yield arrived

    def _note_missing(self, tx: Transaction, answer: Fetched) -> None:
        problem = answer.problem or "The server lists this event but does not give it."
        inbound.mark_not_given(
            tx, self._linked, path=answer.path, href=answer.href, problem=problem
        )

    def _confirm(
        self, todo: Plan, known: dict[str, RemoteObject]
    ) -> tuple[list[RemoteObject], bool]:
        """What is surely gone; and whether the listing is too doubtful to go on from.

        Absence from a full listing is a hint only: each object is asked for. One that is there
        shows that the listing lacks things, perhaps new ones too. Where very many are missing
        a few are asked for, and one that answers makes all of them stay. Even where none
        answers a person has to say so first, and so they have of many that the server names
        as deleted one by one: a calendar that was emptied by mistake looks like that.
        """
        gone = self._not_renamed(known[path] for path in todo.removed)
        if self._are_very_many(gone):
            self._pulled.held += len(gone)
            return [], True
        missing = self._not_renamed(known[path] for path in todo.missing)
        if not is_mass_removal(len(missing), len(known)):
            surely = [kept for kept in missing if self._is_gone(kept)]
            return gone + surely, len(surely) < len(missing)
        probes = missing[:: max(1, len(missing) // PROBES)]
        if self._linked.removals_accepted and self._are_gone(probes):
            return gone + missing, False
        self._pulled.held += len(missing)
        return gone, True

    def _not_renamed(self, some: Iterable[RemoteObject]) -> list[RemoteObject]:
        return [kept for kept in some if kept.id not in self._renamed]

    def _are_very_many(self, named: Sequence[RemoteObject]) -> bool:
        if self._linked.removals_accepted or not is_mass_deletion(len(named), 0):
            return False
        with self._database.read() as reader:
            return is_mass_deletion(len(named), objects.count_objects(reader, self._linked.id))

    def _are_gone(self, some: Iterable[RemoteObject]) -> bool:
        return all(self._is_gone(kept) for kept in some)

    def _is_gone(self, one: RemoteObject) -> bool:
        """Not there any more, or never in this calendar, whatever a listing once said."""
        return not lies_in(one.href, self._linked.path) or self._remote.get(one.href).gone

    def _finish(
        self,
        gone: Sequence[RemoteObject],
        token: str | None,
        ctag: str | None,
        *,
        keep_token: bool,
    ) -> None:
        moved_on = not keep_token and (token, ctag) != (self._linked.token, self._linked.ctag)
        is_whole = self._is_whole and not keep_token
        learnt = not keep_token and self._lister.has_learnt
        is_news = gone or moved_on or is_whole or learnt
        if not is_news and self._told_listing is None:
            return
        with self._database.write(ChangeOrigin.SYNC) as tx:
            for kept in gone:
                present = objects.get_object(tx, kept.id)
                if present is None or follow_if_elsewhere(tx, present, now=self._now):
                    continue
                if inbound.mark_deleted(tx, present, now=self._now):
                    self._pulled.removed += 1
            if self._told_listing is not None:
                record_listing(tx, self._linked.id, is_first=self._told_listing)
            if moved_on:
                accounts.set_token(tx, self._linked.id, token, ctag)
            if learnt:
                self._lister.keep_learnt(tx, is_other=bool(gone))
            if is_whole:
                find_lost(tx, self._linked.id, now=self._now)
                accounts.set_listed_whole(tx, self._linked.id, self._now)


def _pages(answers: Iterator[Fetched]) -> Iterator[list[Fetched]]:
    while page := list(islice(answers, PAGE)):
        yield page
