"""DavRemote: one signed-in account over HTTP, as `sync.ports.Remote` describes it.

It puts the parts together and decides which host a stored href is asked at; the protocol is
in `discovery`, `reports` and `objects`, the guards are in `session`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TypeVar

from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.sync.dav import multiget, objects, reports
from lcdesk.sync.dav.addresses import collection_path_of, join, origin_of, target_as_spelled
from lcdesk.sync.dav.session import Session
from lcdesk.sync.dav.versions import is_marked, is_same_version
from lcdesk.sync.errors import CalendarMissing, Gone, NoAccess, PreconditionFailed, RefusedObject
from lcdesk.sync.ports import CollectionState, Discovery, Fetched, Listing

T = TypeVar("T")

_NOT_THERE = {404, 409, 410}


class DavRemote:
    """A CalDAV account, for one thread. `home` is the calendar home found earlier, if known."""

    def __init__(self, session: Session, home: str = "") -> None:
        self._session = session
        self._home = ""
        self._doubts_etags = False  # whether a version was refused over this line
        self._seen: set[str] = set()  # calendars that have answered over this line
        if home:
            self._settle(home)

    def __repr__(self) -> str:
        return f"<DavRemote at {self._home or self._session.hosts.base}>"

    @property
    def requests(self) -> int:
        """HTTP requests made so far."""
        return self._session.requests

    @property
    def received(self) -> int:
        """Bytes of answers so far."""
        return self._session.received

    @property
    def unexplained(self) -> tuple[tuple[str, int], ...]:
        """How often in a row each question was refused without a reason."""
        return tuple(sorted(self._session.judge.memory.refusals.items()))

    def discover(self, step: Callable[[str], None] | None = None) -> Discovery:
        """Sign in and list the calendars."""
        from lcdesk.sync.dav.discovery import discover  # it brings the whole caldav package

        found = discover(self._session, step or (lambda _: None))
        self._settle(found.home)
        return found

    def collection_state(self, href: str) -> CollectionState:
        """How the collection stands."""
        state = reports.collection_state(self._session, self._address(href))
        self._seen.add(collection_path_of(href))
        return state

    def changes(self, href: str, token: str) -> Listing:
        """What changed since `token`."""
        found = reports.changes(self._session, self._address(href), token)
        self._seen.add(collection_path_of(href))
        return found

    def listing(self, href: str) -> Listing:
        """Every object with its ETag."""
        found = reports.listing(self._session, self._address(href))
        self._seen.add(collection_path_of(href))
        return found

    def plain_listing(self, href: str) -> Listing:
        """Every object with its ETag, without sync-collection."""
        found = reports.plain_listing(self._session, self._address(href))
        self._seen.add(collection_path_of(href))
        return found

    def paths_in(self, href: str, span: TimeSpan) -> frozenset[str]:
        """A hint which members share time with `span`."""
        return reports.paths_in(self._session, self._address(href), span)

    def fetch(self, href: str, members: Sequence[str]) -> Generator[Fetched]:
        """The text of these hrefs, each answered once."""
        return multiget.fetch(self._session, self._address(href), members, self._address)

    def get(self, href: str) -> Fetched:
        """One object."""
        found = objects.get(self._session, href, self._address(href))
        if found.gone:
            self._make_sure_of_calendar(href)
        is_plain = found.etag is not None and not is_marked(found.etag)
        if found.text is None or (is_plain and not self._doubts_etags):
            return found
        return self._with_listed_etag(found)

    def create(self, href: str, text: str) -> str | None:
        """PUT where nothing is."""
        with self._sure_of_calendar(href):
            return objects.create(self._session, self._address(href), text)

    def update(self, href: str, text: str, etag: str) -> str | None:
        """PUT over the version with this ETag."""
        url = self._address(href)
        with self._sure_of_calendar(href):
            return self._as_listed(url, etag, partial(objects.update, self._session, url, text))

    def delete(self, href: str, etag: str) -> None:
        """DELETE the version with this ETag. Raises Gone."""
        url = self._address(href)
        with self._sure_of_calendar(href):
            self._as_listed(url, etag, partial(objects.delete, self._session, url))

    def close(self) -> None:
        """Close connections."""
        self._session.close()

    def _as_listed(self, url: str, etag: str, write: Callable[[str], T]) -> T:
        """A write on a version; once more where the server only spells that version otherwise."""
        try:
            return write(etag)
        except PreconditionFailed:
            self._doubts_etags = True
            listed = reports.etag_in_listings(self._session, url)
            if listed is None or listed == etag or not is_same_version(listed, etag):
                raise
        return write(listed)

    def _with_listed_etag(self, found: Fetched) -> Fetched:
        """The same with the ETag that listings and conditions know.

        Where it is a wholly other one, the text is read again between two looks, so that it is
        surely the text of that version.
        """
        url = self._address(found.href)
        listed = reports.etag_in_listings(self._session, url)
        if listed is None or listed == found.etag:
            return found
        if not is_same_version(listed, found.etag):
            found = objects.get(self._session, found.href, url)
            if found.text is None or reports.etag_in_listings(self._session, url) != listed:
                return found
        return replace(found, etag=listed)

    @contextmanager
    def _sure_of_calendar(self, href: str) -> Iterator[None]:
        try:
            yield
        except (Gone, RefusedObject) as error:
            if error.status in _NOT_THERE:
                self._make_sure_of_calendar(href)
            raise

    def _make_sure_of_calendar(self, href: str) -> None:
        """A host that no longer knows the account calls everything missing, not only this."""
        folder = href.rpartition("/")[0] + "/"
        if collection_path_of(folder) in self._seen:
            return
        try:
            self.collection_state(folder)
        except (Gone, NoAccess) as error:
            raise CalendarMissing(
                Message(
                    "The calendar does not answer at its address. Your changes are kept here; the "
                    "calendar is looked for again."
                ),
                status=error.status,
                method=error.method,
                address=error.address,
            ) from None

    def _settle(self, home: str) -> None:
        self._session.hosts.admit_home(home)
        if home != self._home:
            self._seen.clear()
        self._home = home

    def _address(self, href: str) -> str:
        """Where to ask for an href: its path as spelled, at a host of this account.

        iCloud moves accounts between hosts, so an href stored with an earlier one is asked at
        the present home; the configured address stays as spelled.
        """
        base = self._home or self._session.hosts.base
        url = join(base, href)
        origin = self._session.hosts.check(url)
        if not self._home or origin == origin_of(self._session.hosts.base):
            return url
        return f"{origin_of(self._home)}{target_as_spelled(url)}"
