"""Reads what changed in one linked calendar and applies it here.

The sync token is kept after everything was applied. A pass that is cut off anywhere goes on where
it stopped: the calendar is listed again, and only what is not here at its version is fetched.
Errors change nothing: an unreadable answer ends the pull before removals or token.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import RemoteObject
from lcdesk.model.replication import inbound
from lcdesk.model.replication.journal import record_listing
from lcdesk.model.replication.renamed_there import find_lost, follow_if_elsewhere, has_ended
from lcdesk.model.store import accounts, outbox
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote import objects
from lcdesk.sync.dav import lies_in
from lcdesk.sync.identity import doubt_identity
from lcdesk.sync.listed import list_changes
from lcdesk.sync.ports import Remote
from lcdesk.sync.reading import Reading
from lcdesk.sync.reconcile import Plan, is_mass_deletion, is_mass_removal, plan
from lcdesk.sync.reports import CountRead, Pulled
from lcdesk.sync.schedule import is_listing_due

PROBES = 5  # how many of many missing objects are asked for one by one


@dataclass(slots=True)
class Pull:
    """One linked calendar, to be brought up to date once."""

    remote: Remote
    database: Database
    linked: LinkedCalendar
    now: datetime
    pulled: Pulled = field(default_factory=Pulled)

    def run(self, count_read: CountRead, give_way: Callable[[], None], *, full: bool) -> Pulled:
        """Read and apply; `give_way` is called between two objects. Raises `sync.errors`."""
        linked = self.linked
        with self.database.read() as reader:
            has_unread = objects.has_unread(reader, linked.id)
            # An earlier listing may have lacked what stands under another name.
            is_due = is_listing_due(linked, self.now) or has_ended(reader, linked.id, now=self.now)
        # What is held back stays out of every later delta, so everything is compared again.
        is_whole = full or is_due or bool(linked.held_removals)
        listed = list_changes(self.remote, linked, full=is_whole, has_unread=has_unread)
        if listed.listing is None:
            self._finish([], listed.after)
            return self.pulled
        listing = listed.listing
        paths = [*(member.path for member in listing.members), *listing.removed]
        with self.database.read() as reader:
            in_flight = {entry.object for entry in outbox.entries(reader)}
            if listing.complete:
                known = objects.objects_of_linked(reader, linked.id)
            else:
                known = objects.objects_at(reader, linked.id, paths)
        todo = plan(known, listing, in_flight=in_flight, now=self.now)
        reading = Reading(self.remote, self.database, linked, listing, known, self.now, self.pulled)
        renamed = reading.read(todo.fetch, count_read, give_way)
        gone, doubtful = self._confirm(todo, known, renamed)
        is_settled = todo.is_settled and not doubtful
        after = listed.after if is_settled else replace(linked, writable=listed.after.writable)
        if is_settled and not gone:
            after = replace(after, identity=doubt_identity(linked.identity, after.identity))
        is_whole = is_settled and listing.complete
        if is_whole:
            after = replace(after, listed_whole_at=self.now)
        if listing.complete or self.pulled.held:
            after = replace(after, held_removals=self.pulled.held, removals_accepted=False)
        was_read = linked.token is not None or linked.ctag is not None
        is_first = not was_read and all(kept.is_own for kept in known.values())
        is_again = listing.complete and linked.token is not None and not is_due
        is_told = is_first or full or is_again
        self._finish(gone, after, is_whole=is_whole, is_told=is_told, is_first=is_first)
        return self.pulled

    def _confirm(
        self, todo: Plan, known: dict[str, RemoteObject], renamed: set[int]
    ) -> tuple[list[RemoteObject], bool]:
        """What is surely gone; and whether the listing is too doubtful to go on from.

        Absence from a full listing is a hint only: each object is asked for, and one that is there
        shows that the listing lacks things. Of very many a few are asked for, and even where none
        answers a person says so first, as of many that the server names as deleted one by one: a
        calendar that was emptied by mistake looks like that.
        """
        gone, missing = (
            [known[path] for path in paths if known[path].id not in renamed]
            for paths in (todo.removed, todo.missing)
        )
        if self._are_very_many(gone):
            self.pulled.held += len(gone)
            return [], True
        if not is_mass_removal(len(missing), len(known)):
            surely = [kept for kept in missing if self._is_gone(kept)]
            return gone + surely, len(surely) < len(missing)
        probes = missing[:: max(1, len(missing) // PROBES)]
        if self.linked.removals_accepted and all(self._is_gone(kept) for kept in probes):
            return gone + missing, False
        self.pulled.held += len(missing)
        return gone, True

    def _are_very_many(self, named: Sequence[RemoteObject]) -> bool:
        if self.linked.removals_accepted or not is_mass_deletion(len(named), 0):
            return False
        with self.database.read() as reader:
            return is_mass_deletion(len(named), objects.count_objects(reader, self.linked.id))

    def _is_gone(self, one: RemoteObject) -> bool:
        """Not there any more, or never in this calendar, whatever a listing once said."""
        return not lies_in(one.href, self.linked.path) or self.remote.get(one.href).gone

    def _finish(
        self,
        gone: Sequence[RemoteObject],
        after: LinkedCalendar,
        *,
        is_whole: bool = False,
        is_told: bool = False,
        is_first: bool = False,
    ) -> None:
        """Apply what is gone, and keep how far the calendar has been read."""
        if not (gone or is_whole or is_told) and after == self.linked:
            return
        with self.database.write(ChangeOrigin.SYNC) as tx:
            for kept in gone:
                present = objects.get_object(tx, kept.id)
                if present is None or follow_if_elsewhere(tx, present, now=self.now):
                    continue
                self.pulled.removed += inbound.mark_deleted(tx, present, now=self.now)
            if is_told:
                record_listing(tx, self.linked.id, is_first=is_first)
            if is_whole:
                find_lost(tx, self.linked.id, now=self.now)
            accounts.keep_read(tx, self.linked, after)
