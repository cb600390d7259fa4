"""Reads the texts of a calendar's events, and applies them page by page.

What lies in the weeks around today comes first. Each page is one transaction; the texts are read
before it, since others wait for a transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication import inbound
from lcdesk.model.replication.adopt import Adopter, Page, apply_page
from lcdesk.model.replication.inbound import Arrived
from lcdesk.model.replication.renamed_there import NOT_AT_ITS_PLACE, exchange_places, own_with_uids
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote.index import Indexer, near
from lcdesk.sync.ports import Fetched, Listing, Member, Remote
from lcdesk.sync.reports import CountRead, Pulled

PAGE = 100  # objects in one transaction


def weeks_shown_first(now: datetime) -> TimeSpan:
    """The week around now, whichever day it begins on, and the next."""
    return TimeSpan(now - timedelta(days=7), now + timedelta(days=14))


@dataclass(slots=True)
class Reading:
    """One calendar's texts, read once. `known` is by path; what is exchanged there is put in."""

    remote: Remote
    database: Database
    linked: LinkedCalendar
    listing: Listing
    known: dict[str, RemoteObject]
    now: datetime
    pulled: Pulled
    _renamed: set[int] = field(default_factory=set)

    def read(
        self, wanted: Sequence[Member], count_read: CountRead, give_way: Callable[[], None]
    ) -> set[int]:
        """Ids of events of ours that were found at another place. Raises as `pull` does."""
        if not wanted:
            return self._renamed
        with self.database.read() as reader:
            indexer = Indexer(reader, self.linked)
        adopter = Adopter(self.linked)
        # A first reading that was cut off goes on where it stopped.
        total = len(self.listing.members) if self.listing.complete else len(wanted)
        done = total - len(wanted)
        count_read(done, total)
        hrefs = [member.href for member in self._in_order(wanted)]
        with closing(self.remote.fetch(self.linked.href, hrefs)) as answers:
            while page := list(islice(answers, PAGE)):
                self._apply(page, indexer, adopter, give_way)
                done += len(page)
                count_read(done, total)
        return self._renamed

    def _in_order(self, wanted: Sequence[Member]) -> Sequence[Member]:
        """What lies in the weeks around today first, years of history after it."""
        if len(wanted) <= PAGE:
            return wanted
        first = self.remote.paths_in(self.linked.href, weeks_shown_first(self.now))
        return sorted(wanted, key=lambda member: member.path not in first)

    def _apply(
        self,
        page: Sequence[Fetched],
        indexer: Indexer,
        adopter: Adopter,
        give_way: Callable[[], None],
    ) -> None:
        given = [
            Arrived(answer.path, answer.href, answer.etag, answer.text)
            for answer in page
            if answer.text is not None
        ]
        if any(self._is_own(arrived) for arrived in given):
            with self.database.write(ChangeOrigin.SYNC) as tx:
                self.known |= exchange_places(tx, self.linked.id, given, now=self.now)
        foreign = [arrived for arrived in given if not self._is_own(arrived)]
        events = inbound.read_events(
            indexer, self.linked, _in_turn(foreign, give_way), span=near(self.now)
        )
        found = [event.object for event in events if event.object.path not in self.known]
        renamed = self._find_renamed({event.uid: event.path for event in found})
        with self.database.write(ChangeOrigin.SYNC) as tx:
            for answer in page:
                if answer.text is None:
                    problem = answer.problem or "The server lists this event but does not give it."
                    inbound.mark_not_given(
                        tx, self.linked, path=answer.path, href=answer.href, problem=problem
                    )
            self.pulled.quarantined += apply_page(
                tx,
                self.linked,
                Page(given, events, renamed),
                known=self.known,
                adopter=adopter,
                now=self.now,
            )
        self._renamed |= set(renamed.values())
        new = [one for one in given if one.path not in self.known and one.path not in renamed]
        self.pulled.added += len(new)
        self.pulled.changed += len(given) - len(new)

    def _is_own(self, arrived: Arrived) -> bool:
        known = self.known.get(arrived.path)
        return known is not None and known.is_own

    def _find_renamed(self, new: Mapping[str, str]) -> dict[str, int]:
        """Which events of ours these are, that stand at their old place no more; by path.

        `new` are the paths of events that are new here, by UID.
        """
        if not new:
            return {}
        with self.database.read() as reader:
            own = own_with_uids(reader, self.linked.id, new)
        listed = {member.path for member in self.listing.members} if own else set()
        return {new[uid]: one.id for uid, one in own.items() if self._has_left(one, listed)}

    def _has_left(self, own: RemoteObject, listed: Collection[str]) -> bool:
        """Whether nothing stands at its place, so that what has its UID elsewhere is no copy."""
        if own.state in NOT_AT_ITS_PLACE:
            return True
        if own.path in listed:
            return False
        return own.path in self.listing.removed or self.remote.get(own.href).gone


def _in_turn(page: Iterable[Arrived], give_way: Callable[[], None]) -> Iterator[Arrived]:
    """The same, one when its turn comes."""
    for arrived in page:
        give_way()
        yield arrived
