"""The shapes that a CalDAV remote and a secret store have, whoever fulfils them.

`sync/dav` fulfils Remote over HTTP; tests fulfil it in memory. Hrefs are the server's own
spelling and go back to it as they came; `path_of` in `sync/dav` gives the key to compare by.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Protocol

from lcdesk.model.domain.timespan import TimeSpan

NUMBERED, MADE = "number:", "made:"
"""How an identity begins: a calendar's own number, or only the time when it was made."""


@dataclass(frozen=True, slots=True)
class RemoteCalendar:
    """A calendar collection as discovery found it. `colour` is `#rrggbb` or empty."""

    path: str
    href: str
    name: str
    colour: str
    order: int
    writable: bool
    readable: bool
    subscribed: bool
    token: str | None
    ctag: str | None


@dataclass(frozen=True, slots=True)
class Discovery:
    """What signing in found; `home` is the full address of the calendar home.

    `addresses` are those that the account's owner is invited under, as the server spells them.
    """

    principal: str
    home: str
    calendars: tuple[RemoteCalendar, ...]
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CollectionState:
    """How a collection stands, without its members; None and "" where that is not offered.

    `identity` differs for a calendar that was made anew at the same place: its own number, or
    less surely the time when it was made. `writable` is None where nothing is said of rights.
    """

    token: str | None
    ctag: str | None
    identity: str = ""
    writable: bool | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """An object in a listing: its href as spelled, its comparison key and its ETag."""

    href: str
    path: str
    etag: str | None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a collection holds (`complete`), or what changed since a token (not complete).

    `removed` holds paths and only explicit removals; in a complete listing the caller finds
    removals by comparing. `token` is None where the server has no sync-collection.
    """

    members: tuple[Member, ...]
    removed: tuple[str, ...]
    token: str | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Fetched:
    """One object's answer: text and ETag, or `gone`, or `problem` (a few words)."""

    href: str
    path: str
    etag: str | None = None
    text: str | None = None
    gone: bool = False
    problem: str = ""


class Remote(Protocol):
    """One signed-in account. Every call raises errors of `sync.errors` only."""

    @property
    def requests(self) -> int:
        """HTTP requests made so far, for the pass's report."""
        ...

    @property
    def unexplained(self) -> tuple[tuple[str, int], ...]:
        """What may not be read for no reason that was said, and how often in a row."""
        ...

    @property
    def received(self) -> int:
        """Bytes of answers so far."""
        ...

    def discover(self, step: Callable[[str], None] | None = None) -> Discovery:
        """Find the home and its calendars; `step` hears "server", "signed-in", "calendars"."""
        ...

    def collection_state(self, href: str) -> CollectionState:
        """How the collection stands, in one small request."""
        ...

    def changes(self, href: str, token: str) -> Listing:
        """What changed since `token`. Raises TokenRefused when it is no longer good."""
        ...

    def listing(self, href: str) -> Listing:
        """Every object with its ETag, and a token to go on from where there is one."""
        ...

    def plain_listing(self, href: str) -> Listing:
        """Every object with its ETag, from a server that knows no sync-collection."""
        ...

    def paths_in(self, href: str, span: TimeSpan) -> frozenset[str]:
        """Paths of objects that share time with `span`: a hint in which order to read them.

        It may be incomplete, and is empty where the server would not say.
        """
        ...

    def fetch(self, href: str, members: Sequence[str]) -> Generator[Fetched]:
        """The text of these hrefs, in batches; every asked href is answered exactly once.

        To be closed when the rest is not wanted; nothing else is asked of the line until then.
        """
        ...

    def get(self, href: str) -> Fetched:
        """One object, `gone` when the server says so. Raises CalendarMissing, as do writes,
        when that holds for its whole calendar.
        """
        ...

    def create(self, href: str, text: str) -> str | None:
        """PUT with If-None-Match: *; the new ETag where the server gives a strong one.

        Raises PreconditionFailed when the object exists. Any error has `maybe_applied` set
        when the request may have reached the server.
        """
        ...

    def update(self, href: str, text: str, etag: str) -> str | None:
        """PUT with If-Match: `etag`; else as `create`. Raises Gone when it is not there."""
        ...

    def delete(self, href: str, etag: str) -> None:
        """DELETE with If-Match. Raises Gone when it is not there."""
        ...

    def close(self) -> None:
        """Close connections."""
        ...


class SecretStore(Protocol):
    """Where passwords live. Raises SecretStoreError; never writes anywhere else."""

    def get(self, account: str) -> str | None:
        """The password kept for this key, or None."""
        ...

    def set(self, account: str, password: str) -> None:
        """Keep the password."""
        ...

    def forget(self, account: str) -> None:
        """Remove it; being absent already is success."""
        ...

    def describe(self) -> str:
        """The backend in words, for the dialog and for doctor."""
        ...
