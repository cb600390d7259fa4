"""A remote in memory, for answers that no real server can be made to give, and for speed."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator, Sequence

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.sync.errors import Gone, PreconditionFailed, RemoteError, TokenRefused
from lcdesk.sync.ports import CollectionState, Discovery, Fetched, Listing, Member, RemoteCalendar


class MemoryRemote:
    """Calendars as {path: {name: (etag, text)}}; every write is noted in `writes`."""

    def __init__(self, *calendars: str) -> None:
        self.calendars: dict[str, dict[str, tuple[str, str]]] = {
            calendar: {} for calendar in calendars
        }
        self.writes: list[tuple[str, str, str]] = []
        self.hidden: set[str] = set()  # listed paths that are not given
        self.unlisted: set[str] = set()  # present paths that a listing leaves out
        self.failing: dict[str, RemoteError] = {}  # by method name
        self.requests = 0
        self.received = 0
        self.unexplained: tuple[tuple[str, int], ...] = ()
        self._numbers = itertools.count(1)
        self._version = 0

    def put(self, path: str, text: str) -> None:
        """Change the server's side."""
        calendar, _, name = path.rpartition("/")
        self.calendars[f"{calendar}/"][name] = (f'"{next(self._numbers)}"', text)
        self._version += 1

    def drop(self, path: str) -> None:
        """Delete on the server's side."""
        calendar, _, name = path.rpartition("/")
        del self.calendars[f"{calendar}/"][name]
        self._version += 1

    def discover(self, step: Callable[[str], None] | None = None) -> Discovery:
        self._ask("discover")
        del step
        found = tuple(
            RemoteCalendar(
                path=path,
                href=path,
                name=path.strip("/"),
                colour="#0a84ff",
                order=order,
                writable=True,
                readable=True,
                subscribed=False,
                token=None,
                ctag=None,
            )
            for order, path in enumerate(self.calendars)
        )
        return Discovery("/", "/", found)

    def collection_state(self, href: str) -> CollectionState:
        self._ask("collection_state")
        assert href in self.calendars
        return CollectionState(None, str(self._version))

    def changes(self, href: str, token: str) -> Listing:
        raise TokenRefused(f"No delta of {href} since {token}.")

    def listing(self, href: str) -> Listing:
        self._ask("listing")
        members = tuple(
            Member(href + name, href + name, etag)
            for name, (etag, _text) in self.calendars[href].items()
            if href + name not in self.unlisted
        )
        return Listing(members, (), None, complete=True)

    def plain_listing(self, href: str) -> Listing:
        return self.listing(href)

    def paths_in(self, href: str, span: TimeSpan) -> frozenset[str]:
        self._ask("paths_in")
        assert href in self.calendars
        assert span.length
        return frozenset()

    def fetch(self, href: str, members: Sequence[str]) -> Generator[Fetched]:
        self._ask("fetch")
        assert href in self.calendars
        found = [self.get(member) for member in members]
        return (fetched for fetched in found)

    def get(self, href: str) -> Fetched:
        self._ask("get")
        calendar, _, name = href.rpartition("/")
        found = self.calendars[f"{calendar}/"].get(name)
        if found is None:
            return Fetched(href, href, gone=True)
        if href in self.hidden:
            return Fetched(href, href, problem="The server listed it but did not give it.")
        return Fetched(href, href, *found)

    def create(self, href: str, text: str) -> str | None:
        self._ask("create")
        if not self.get(href).gone:
            raise PreconditionFailed("It exists already.")
        return self._write("create", href, text)

    def update(self, href: str, text: str, etag: str) -> str | None:
        self._ask("update")
        if self.get(href).etag != etag:
            raise PreconditionFailed("It changed meanwhile.")
        return self._write("update", href, text)

    def delete(self, href: str, etag: str) -> None:
        self._ask("delete")
        found = self.get(href)
        if found.gone:
            raise Gone("It is not there.")
        if found.etag != etag:
            raise PreconditionFailed("It changed meanwhile.")
        self.writes.append(("delete", href, ""))
        self.drop(href)

    def close(self) -> None:
        """Nothing is open."""

    def _write(self, kind: str, href: str, text: str) -> str | None:
        self.writes.append((kind, href, text))
        self.put(href, text)
        return self.get(href).etag

    def _ask(self, method: str) -> None:
        self.requests += 1
        if method in self.failing:
            raise self.failing[method]
