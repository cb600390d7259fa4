"""The CalDAV side as a person sees it: accounts and linked calendars."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from lcdesk.model.domain.place_names import ICLOUD, PlaceName, place_of_host


class Provider(StrEnum):
    """Where an account lives."""

    ICLOUD = "icloud"
    CALDAV = "caldav"


class AccountState(StrEnum):
    """How the last passes over an account went."""

    OK = "ok"
    NEEDS_PASSWORD = "needs_password"
    THROTTLED = "throttled"
    OFFLINE = "offline"
    ERROR = "error"


class Role(StrEnum):
    """What a linked calendar is for its staff member."""

    PRIMARY = "primary"
    CONFLICT = "conflict"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ErrorNote:
    """An error kept for a person: see LcdeskError for the fields."""

    code: str
    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Account:
    """A staff member's connection. `server` is empty for iCloud, whose address is fixed."""

    id: int
    provider: Provider
    email: str
    staff: int
    server: str = ""
    home: str = ""
    state: AccountState = AccountState.OK
    last_success: datetime | None = None
    next_try: datetime | None = None
    error: ErrorNote | None = None
    throttled_at: datetime | None = None
    refusals: int = 0  # of its password in a row, not yet believed
    unexplained: tuple[tuple[str, int], ...] = ()  # (question, its 403s without a reason)
    addresses: tuple[str, ...] = ()  # that its owner is invited under, beside `email`

    @property
    def host(self) -> str:
        """The server's name in its address; empty for iCloud."""
        return urlsplit(self.server).hostname or self.server

    @property
    def server_name(self) -> PlaceName:
        """Where it lives, as sentences say it."""
        return ICLOUD if self.provider is Provider.ICLOUD else place_of_host(self.host)


@dataclass(frozen=True, slots=True)
class LinkedCalendar:
    """A calendar of the CalDAV side. `path` identifies it, `href` is the server's spelling.

    `tentative_blocks` and `all_day_blocks` are a person's choice of what takes time (policy
    rows 16 and 17); finding the calendar again on the server leaves them.
    """

    id: int
    account: int
    staff: int
    path: str
    href: str
    name: str
    colour: str = "#8e8e93"
    role: Role = Role.NONE
    writable: bool = False
    readable: bool = True
    subscribed: bool = False
    token: str | None = None
    ctag: str | None = None
    identity: str = ""  # what tells it from one made anew at its path; empty: not known
    lacks_sync: bool = False  # its server knows no sync-collection
    events: int = 0
    held_removals: int = 0  # events that a full listing left out; a person is asked
    removals_accepted: bool = False
    tentative_blocks: bool = True
    all_day_blocks: bool = True
    listed_whole_at: datetime | None = None  # when a full listing was last taken in


@dataclass(frozen=True, slots=True)
class SignIn:
    """What it takes to sign in to an account; the password is not in its repr.

    `server` is the address of a CalDAV server, empty for iCloud, whose address is fixed.
    """

    provider: Provider
    email: str
    password: str = field(repr=False)
    server: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What the server answered: its calendars, with id 0 and no role yet.

    `counts` are their events by path; what is not in it is not known.
    """

    home: str
    calendars: tuple[LinkedCalendar, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
