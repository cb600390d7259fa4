"""Where the servers differ: one table, and for each row the question that it answers.

What stands here is asked of every server in turn (`test_remote.py`), so a row that is not true
any more fails. What does not stand here is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lcdesk.sync.dav.remote import DavRemote
from lcdesk.sync.errors import (
    NoWriteAccess,
    PreconditionFailed,
    RefusedObject,
    RemoteError,
    TokenRefused,
)
from tests.contract.events import event, new_uid
from tests.servers import Account


@dataclass(frozen=True, slots=True)
class Server:
    """One of the servers, and how to open a line to it."""

    name: str  # a column of TRAITS
    account: Account
    open: Callable[..., DavRemote]

    def trait(self, name: str) -> object:
        """How this server does it."""
        return TRAITS[name].known[self.name]


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked, and an empty calendar there."""

    account: Account
    remote: DavRemote
    calendar: str

    def put(self, text: str, **headers: str) -> int:
        """The status of a plain PUT."""
        sent = {"Content-Type": "text/calendar; charset=utf-8", **headers}
        return self.account.ask("PUT", f"{self.calendar}put.ics", text, sent).status


class Trait:
    """What to ask, and the answer of each server."""

    def __init__(self, ask: Callable[[Asked], object], **known: object) -> None:
        self.ask = ask
        self.known = known


def _error_of(call: Callable[[], object]) -> type[RemoteError] | None:
    try:
        call()
    except RemoteError as error:
        return type(error)
    return None


def _asks_for_a_password(asked: Asked) -> bool:
    stranger = replace(asked.account, password="wrong")
    return stranger.ask("PROPFIND", stranger.home, headers={"Depth": "0"}).status == 401


def _status_of_an_invented_token(asked: Asked) -> int | None:
    try:
        asked.remote.changes(asked.calendar, "http://radicale.org/ns/sync/" + "0" * 64)
    except TokenRefused as refused:
        return refused.status
    return None


def _error_of_a_uid_twice(asked: Asked, other: str) -> object:
    uid = new_uid()
    asked.account.put(f"{asked.calendar}{uid}.ics", event(uid))
    return _error_of(lambda: asked.remote.create(f"{other}other.ics", event(uid)))


def _error_of_a_uid_in_two_calendars(asked: Asked) -> object:
    return _error_of_a_uid_twice(asked, asked.account.make_calendar(new_uid()))


def _spelling_of_an_at(asked: Asked) -> str:
    asked.account.put(f"{asked.calendar}a%40b.ics", event(new_uid()))
    [member] = asked.remote.listing(asked.calendar).members
    return member.href.removesuffix("b.ics").rpartition("/a")[2]


def _keeps_dtstamp(asked: Asked) -> bool:
    asked.put(event(new_uid()))
    return "DTSTAMP:20261101T080000Z" in (asked.account.get(f"{asked.calendar}put.ics") or "")


def _takes_if_match_star(asked: Asked) -> bool:
    text = event(new_uid())
    asked.put(text)
    return asked.put(text, **{"If-Match": "*"}) < 300


def _error_of_an_open_end(asked: Asked) -> object:
    lines = event(new_uid()).splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("DTEND"))
    return _error_of(lambda: asked.remote.create(f"{asked.calendar}open.ics", text))


def _error_of_what_is_no_calendar(asked: Asked) -> object:
    return _error_of(lambda: asked.remote.create(f"{asked.calendar}x.ics", "no calendar"))


TRAITS = {
    "asks for a password": Trait(_asks_for_a_password, radicale=True, xandikos=False, icloud=True),
    "status of an invented token": Trait(
        _status_of_an_invented_token, radicale=403, xandikos=412, icloud=403
    ),
    "a UID twice in a calendar": Trait(
        lambda asked: _error_of_a_uid_twice(asked, asked.calendar),
        radicale=PreconditionFailed,
        xandikos=PreconditionFailed,
        icloud=NoWriteAccess,
    ),
    "a UID in two calendars": Trait(
        _error_of_a_uid_in_two_calendars, radicale=None, xandikos=None, icloud=NoWriteAccess
    ),
    "an event without its end": Trait(
        _error_of_an_open_end, radicale=None, xandikos=None, icloud=RefusedObject
    ),
    "what is no calendar": Trait(
        _error_of_what_is_no_calendar,
        radicale=RefusedObject,
        xandikos=RefusedObject,
        icloud=NoWriteAccess,
    ),
    "spelling of @ in hrefs": Trait(_spelling_of_an_at, radicale="%40", xandikos="@", icloud="%40"),
    "gives back DTSTAMP": Trait(_keeps_dtstamp, radicale=True, xandikos=True, icloud=False),
    "If-Match: * means what it says": Trait(
        _takes_if_match_star, radicale=True, xandikos=True, icloud=False
    ),
}
