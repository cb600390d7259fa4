"""The words of connecting an account: what crosses, what is asked, what went wrong.

The rules are those of `model.sync_policy`, said for people. Errors keep the sentences they were
raised with unless those speak of syncing; here nothing has been synced yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from lcdesk.model.domain.accounts import Provider
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.words import ICLOUD, THE_SERVER
from lcdesk.ui.wording.labels import mark, tr, tr_of

_WHOLE_ADDRESS = mark(
    "Enter the full e-mail address of your Apple Account, such as anna@icloud.com."
)
APPLE_ADDRESS = "https://account.apple.com/"


class Step(IntEnum):
    """The steps, in order."""

    RULES = 0
    ADDRESS = 1
    PASSWORD = 2
    CHECKING = 3
    ROLES = 4


TITLES = {
    Step.RULES: mark("What is synced, and what is not"),
    Step.ADDRESS: mark("Your account"),
    Step.PASSWORD: mark("Your password"),
    Step.CHECKING: mark("Checking the account"),
    Step.ROLES: mark("Choose your calendars"),
}

# The names are those that `AccountControl.step_reached` gives, in their order.
CHECKS = (
    ("server", mark("Server found")),
    ("signed-in", mark("Signed in")),
    ("calendars", mark("Calendars read")),
    ("events", mark("Events counted")),
)
CHECKS_AHEAD = {
    "server": mark("Find the server"),
    "signed-in": mark("Sign in"),
    "calendars": mark("Read the calendars"),
    "events": mark("Count the events"),
}


_BOOKED = mark(
    "Appointments you book here appear in your primary calendar. Moved, renamed or cancelled here, "
    "they follow there."
)
_MIRRORED = mark(
    "Events in your primary and conflict calendars show here as greyed-out blocked slots."
)
_NOTHING_MORE = mark(
    "Events from {place} never become appointments, their guests never become contacts, and nobody "
    "is sent a message."
)
_SIMPLE_ICLOUD = mark(
    "iCloud is not supported for simple calendars: nothing of theirs is synced, in either "
    "direction."
)
_SIMPLE_SERVER = mark(
    "Simple calendars stay in lcdesk: nothing of theirs is synced, in either direction."
)


@dataclass(frozen=True, slots=True)
class Rules:
    """Two lists of sentences."""

    crosses: tuple[str, ...]
    stays: tuple[str, ...]


def rules_of(provider: Provider) -> Rules:
    """What is and is not synced with this provider."""
    is_icloud = provider is Provider.ICLOUD
    server_name = ICLOUD if is_icloud else THE_SERVER
    return Rules(
        crosses=(
            tr(_BOOKED),
            tr_of(
                "A new time, title, place or note entered {there} is taken over here.", server_name
            ),
            tr(_MIRRORED),
        ),
        stays=(
            tr("Blocked slots made here never leave lcdesk."),
            tr_of("Deleting an appointment {there} does not delete it here.", server_name),
            tr_of(_NOTHING_MORE, server_name),
            tr("Conflict calendars are only read, never changed."),
            tr(_SIMPLE_ICLOUD if is_icloud else _SIMPLE_SERVER),
        ),
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, and the step on which it can be mended."""

    title: str
    message: str
    details: tuple[str, ...] = ()
    mended_at: Step = Step.PASSWORD


def check_address(provider: Provider, email: str, server: str) -> str:
    """What is wrong with what was entered, as a sentence; empty when it can be tried."""
    name = email.strip()
    if provider is Provider.ICLOUD:
        local, at, host = name.rpartition("@")
        if not (at and local and "." in host.strip(".")) or " " in name:
            return tr(_WHOLE_ADDRESS)
        return ""
    if not server.strip():
        return tr("Enter the address of the calendar server, such as dav.example.org.")
    return "" if name else tr("Enter the user name that you sign in to the server with.")


def explain(error: LcdeskError, provider: Provider) -> Problem:
    """An error of the check, for somebody who is connecting an account."""
    details = (tr("Code {code}").format(code=error.code), *error.details)
    if provider is Provider.ICLOUD:
        known = _ICLOUD.get(error.code)
    else:
        known = _SERVER.get(error.code)
    if known is not None:
        title, message, step = known
        said = tr(message).format(kept=tr(_NOTHING_KEPT))
        return Problem(tr(title), said, details, step)
    step = Step.ADDRESS if error.code in _ABOUT_ADDRESS else Step.PASSWORD
    return Problem(error.title, error.message, details, step)


_NOTHING_KEPT = mark("Nothing was changed or stored.")
_ABOUT_ADDRESS = frozenset({"NOT_CALDAV", "FOREIGN_HOST", "INVALID_INPUT", "SIGN_IN_UNKNOWN"})
_Known = tuple[str, str, Step]

_ICLOUD: dict[str, _Known] = {
    "SIGN_IN_REFUSED": (
        mark("iCloud refused the password"),
        mark(
            "Check that the address is the one you sign in to your Apple Account with; aliases do "
            "not work. App-specific passwords stop working when the Apple password changes: make a "
            "new one and paste it."
        ),
        Step.PASSWORD,
    ),
    "OFFLINE": (
        mark("iCloud cannot be reached"),
        mark(
            "There is no connection to iCloud at the moment. {kept} Check the network, then try "
            "again."
        ),
        Step.PASSWORD,
    ),
    "THROTTLED": (
        mark("iCloud is busy"),
        mark(
            "iCloud asks for a pause. {kept} Try again in a few minutes; the password may "
            "well be right."
        ),
        Step.PASSWORD,
    ),
    "NO_CALENDARS": (
        mark("No calendars found"),
        mark(
            "Signing in worked, but this account has no calendar. Turn on Calendars in the iCloud "
            "settings of an Apple device, or make a calendar at icloud.com, then try again."
        ),
        Step.ADDRESS,
    ),
    "BAD_ANSWER": (
        mark("iCloud's answer could not be read"),
        mark(
            "Something between this computer and iCloud gave another answer, such as the sign-in "
            "page of a public network. {kept} Check the network, then try again."
        ),
        Step.PASSWORD,
    ),
}

_SERVER: dict[str, _Known] = {
    "SIGN_IN_REFUSED": (
        mark("The server refused the password"),
        mark(
            "The server does not accept this user name with this password. Check both and enter "
            "the password again."
        ),
        Step.PASSWORD,
    ),
    "OFFLINE": (
        mark("The server cannot be reached"),
        mark(
            "No server answers at this address. {kept} Check the network and the spelling "
            "of the address, then try again."
        ),
        Step.ADDRESS,
    ),
    "THROTTLED": (
        mark("The server is busy"),
        mark("The server asks for a pause. {kept} Try again in a few minutes."),
        Step.PASSWORD,
    ),
    "NOT_CALDAV": (
        mark("This is not a calendar server"),
        mark(
            "A server answers at this address, but it offers no calendars. Your provider's help "
            "names the right address under “CalDAV”."
        ),
        Step.ADDRESS,
    ),
    "NO_CALENDARS": (
        mark("No calendars found"),
        mark(
            "Signing in worked, but this account has no calendar for events. Make one on the "
            "server, then try again."
        ),
        Step.ADDRESS,
    ),
    "BAD_ANSWER": (
        mark("This is not a calendar server"),
        mark(
            "The answer from this address is not one of a calendar server. Your provider's help "
            "names the right address under “CalDAV”."
        ),
        Step.ADDRESS,
    ),
}


MENDING = {
    Step.ADDRESS: mark("Change the address"),
    Step.PASSWORD: mark("Enter the password again"),
}


def failed_check(reached: Sequence[str]) -> str:
    """Which line of CHECKS the failure belongs to: the first that was not reached."""
    return next((name for name, _ in CHECKS if name not in reached), CHECKS[-1][0])
