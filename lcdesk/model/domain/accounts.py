"""The CalDAV side as a person sees it: accounts and linked calendars.

Whether a text looks like an app-specific password of Apple's, before it is sent anywhere.

iCloud accepts only these for CalDAV, and a wrong one costs the person a round of doubt (and the
account a failed sign-in), so the dialog and the command line say at once what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from lcdesk.model.domain.message import Message, joined
from lcdesk.model.domain.words import ICLOUD, PlaceName, place_of_host


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


LETTERS = 16
GROUP = 4
_FILLING = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff\-\u2010-\u2015\u2212_.]+")
_WHERE = Message(
    "Make an app-specific password at account.apple.com, under Sign-In and Security, "
    "and enter it here."
)


@dataclass(frozen=True, slots=True)
class PasswordCheck:
    """Either the password as Apple spells it, or what is wrong with the text."""

    password: str = ""
    problem: str = ""

    def __repr__(self) -> str:
        return f"PasswordCheck({'problem' if self.problem else 'good'})"


def check_app_password(text: str) -> PasswordCheck:
    """Forgive blanks, hyphens and capitals; say what is wrong with anything else."""
    letters = _FILLING.sub("", text).lower()
    if not letters:
        return PasswordCheck(
            problem=joined(" ", (Message("Enter the app-specific password."), _WHERE))
        )
    if letters.isascii() and letters.isalpha() and len(letters) == LETTERS:
        return PasswordCheck(password=group_letters(letters))
    if letters.isascii() and letters.isalpha() and _is_in_groups(text):
        return PasswordCheck(
            problem=Message(
                "An app-specific password has {wanted} letters in four groups; this one has "
                "{count}. Copy it again in full.",
                wanted=LETTERS,
                count=len(letters),
            )
        )
    return PasswordCheck(
        problem=joined(
            " ",
            (
                Message(
                    "This looks like an ordinary password, which iCloud does not accept here, "
                    "even if it is right. It was not sent."
                ),
                _WHERE,
            ),
        )
    )


def group_letters(letters: str) -> str:
    """The letters in groups of four with hyphens between them, for a field being typed in."""
    return "-".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


def _is_in_groups(text: str) -> bool:
    """Whether it has the shape of one, with letters lost or doubled while copying."""
    groups = [group for group in re.split(r"[-\s]+", text.strip()) if group]
    return len(groups) > 1 and all(len(group) == GROUP for group in groups[:-1])


# How long an account that failed waits at most, and so how far a noted next try is believed.
LONGEST_PAUSE = timedelta(minutes=30)
LONGEST_WISH = timedelta(days=1)  # of a server; more is not believed
SPREAD = 0.25  # of a wait, added by chance
_SKEW = timedelta(minutes=1)  # clocks are set right by seconds all the time


def awaited_try(account: Account, now: datetime) -> datetime | None:
    """The next try as far as anything waits for it: ahead, no further than a wait can be.

    One that lies further was noted by a clock that was ahead and is right again.
    """
    if account.next_try is None:
        return None
    noted = account.throttled_at
    is_wish = account.state is AccountState.THROTTLED and noted and noted <= now + _SKEW
    longest = LONGEST_WISH if is_wish else LONGEST_PAUSE * (1 + SPREAD)
    return account.next_try if timedelta(0) < account.next_try - now <= longest + _SKEW else None
