"""From an address and a password to the account's calendars.

The caldav package asks for the principal, through our session: it keeps the protocol knowledge
(which property, which quirk of an answer's href) and loses the network, where it would follow
redirects by itself, ask netrc for passwords and sleep on a busy server. It never holds the
password. The addresses that are named are joined and checked here, because a foreign host must be
refused before anything is sent to it. The principal's properties, and the calendars, come from one
PROPFIND each with named properties.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from caldav.davclient import DAVClient
from caldav.davobject import DAVObject
from caldav.elements import dav
from caldav.elements.base import BaseElement
from caldav.lib.error import DAVError
from caldav.response import DAVResponse

from lcdesk.model.domain.accounts import Provider
from lcdesk.model.domain.message import Message
from lcdesk.sync.dav import bodies
from lcdesk.sync.dav.addresses import collection_path_of, join, origin_of
from lcdesk.sync.dav.bodies import APPLE, CALDAV, DAV, SERVER
from lcdesk.sync.dav.failures import SAFE
from lcdesk.sync.dav.multistatus import Answered, BadXml, MultistatusReader
from lcdesk.sync.dav.pace import SOME
from lcdesk.sync.dav.refusal import Purpose, Refusal
from lcdesk.sync.dav.reports import WRITES, rights_in
from lcdesk.sync.dav.session import MEGABYTE, MULTISTATUS, XML, Answer, Call, Session
from lcdesk.sync.errors import Gone, NoCalendars, NotCalDav, RemoteError
from lcdesk.sync.ports import Discovery, RemoteCalendar

WELL_KNOWN = "/.well-known/caldav"
_LARGEST = 16 * MEGABYTE
_LAST = 999_999  # the order of a calendar that has none
_HOME, _ADDRESSES = f"{CALDAV}calendar-home-set", f"{CALDAV}calendar-user-address-set"
_MAILBOXES = {f"{CALDAV}schedule-inbox", f"{CALDAV}schedule-outbox"}
_READS = {f"{DAV}all", f"{DAV}read"}
# The caldav package takes an answer for what it should be, and trips over any other.
_LIBRARY_LOST = (DAVError, ValueError, LookupError, SyntaxError, TypeError, AttributeError)
_COLOUR = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Principal:
    """The account's owner: its address, the calendar home, the addresses it is invited under."""

    address: str
    home: str
    own: tuple[str, ...]


def discover(session: Session, step: Callable[[str], None]) -> Discovery:
    """Sign in and list the calendars."""
    principal = _principal(session, step)
    session.hosts.admit_home(principal.home)
    calendars = _calendars(session, principal.home)
    if not calendars:
        raise NoCalendars(
            Message(
                "Signing in worked, but there is no calendar for events in this account. "
                "{safe} Create a calendar there, then connect again.",
                safe=SAFE,
            )
        )
    step("calendars")
    return Discovery(principal.address, principal.home, calendars, principal.own)


def _principal(session: Session, step: Callable[[str], None]) -> _Principal:
    """The account's owner, from the first starting point that knows the calendar home."""
    failure: RemoteError | None = None
    for start in _starts(session):
        try:
            found = _sign_in(session, start, step)
        except (NotCalDav, Gone) as error:
            failure = failure or error
            continue
        if found is not None:
            return found
    raise failure or _homeless(session)


def _starts(session: Session) -> Iterator[str]:
    """As given, then the well-known place; iCloud has none (it answers 501 there)."""
    base = session.hosts.base
    yield base
    if session.judge.provider is not Provider.ICLOUD:
        yield f"{origin_of(base)}{WELL_KNOWN}"


def _sign_in(session: Session, start: str, step: Callable[[str], None]) -> _Principal | None:
    named, place = _ask(session, start, dav.CurrentUserPrincipal())
    step("server")
    principal = join(place, named) if named else place
    # The home is missing from iCloud's answer now and then, so it is asked for twice.
    for _ in range(2):
        found = _look_up(session, principal)
        if found.home:
            step("signed-in")
            return found
    return None


def _look_up(session: Session, address: str) -> _Principal:
    """What the principal says of itself. With one answer it is meant, whatever its href."""
    heard: list[Answered] = []
    answer = _propfind(session, address, bodies.PRINCIPAL, heard, depth="0")
    homes = [href for answered in heard for href in answered.hrefs(_HOME)]
    own = [href for answered in heard for href in answered.hrefs(_ADDRESSES)]
    return _Principal(address, join(answer.url, homes[0]) if homes else "", tuple(own))


def _ask(session: Session, url: str, wanted: BaseElement) -> tuple[str, str]:
    """A property that holds an address, or "", and where the answer came from."""
    client = GuardedClient(session, url)
    try:
        # The library says "a text", and returns a list where the server names several.
        value: object = DAVObject(client=client, url=url).get_property(wanted)
    except _LIBRARY_LOST as error:
        reason = type(error).__name__
    else:
        first = value[0] if isinstance(value, list) and value else value
        return first.strip() if isinstance(first, str) else "", client.final_url
    blank = Refusal(Purpose.DISCOVER, "PROPFIND", url, 0)
    raise session.judge.not_caldav(blank, reason)


def _homeless(session: Session) -> RemoteError:
    base = session.hosts.base
    if session.judge.provider is Provider.ICLOUD:
        blank = Refusal(Purpose.DISCOVER, "PROPFIND", base, 0)
        return session.judge.unreadable(blank, "no calendar home in the answer")
    return session.judge.not_caldav(Refusal(Purpose.DISCOVER, "PROPFIND", base, 0))


def _propfind(
    session: Session, url: str, body: bytes, heard: list[Answered], *, depth: str
) -> Answer:
    reader = MultistatusReader(heard.append)
    headers = {"Content-Type": XML, "Depth": depth}
    call = Call(Purpose.DISCOVER, "PROPFIND", url, body, headers, SOME, _LARGEST, reader.feed)
    answer = session.demand(call, *MULTISTATUS)
    try:
        reader.finish()
    except BadXml as error:
        raise session.judge.unreadable(answer.refusal, str(error)) from None
    return answer


def _calendars(session: Session, home: str) -> tuple[RemoteCalendar, ...]:
    heard: list[Answered] = []
    answer = _propfind(session, home, bodies.CALENDARS, heard, depth="1")
    for answered in heard:
        session.hosts.check(join(answer.url, answered.href))
    found = [calendar_from(answered, answer.url) for answered in heard if _holds_events(answered)]
    return tuple(sorted(found, key=lambda calendar: (calendar.order, calendar.name.casefold())))


def _holds_events(answered: Answered) -> bool:
    """A calendar for events, not a mailbox and not only for tasks."""
    kinds = _names(answered, f"{DAV}resourcetype")
    is_subscribed = f"{SERVER}subscribed" in kinds
    if not (f"{CALDAV}calendar" in kinds or is_subscribed) or kinds & _MAILBOXES:
        return False
    components = answered.found.get(f"{CALDAV}supported-calendar-component-set")
    if components is None or not components.children:
        return True
    return any(
        child.attributes.get("name", "").upper() == "VEVENT" for child in components.children
    )


def calendar_from(answered: Answered, base: str) -> RemoteCalendar:
    """What a home's answer says about one calendar."""
    path = collection_path_of(answered.href, base)
    subscribed = _is_subscribed(answered)
    rights = rights_in(answered)
    return RemoteCalendar(
        path=path,
        href=answered.href.rstrip("/") + "/",  # objects are named below it
        name=answered.text(f"{DAV}displayname") or path.rstrip("/").rpartition("/")[2],
        colour=colour_of(answered.text(f"{APPLE}calendar-color")),
        order=_order(answered.text(f"{APPLE}calendar-order")),
        writable=not subscribed and bool(rights & WRITES),
        readable=not subscribed and (not rights or bool(rights & _READS)),
        subscribed=subscribed,
        token=answered.text(f"{DAV}sync-token") or None,
        ctag=answered.text(f"{SERVER}getctag") or None,
    )


def _is_subscribed(answered: Answered) -> bool:
    """Whether it mirrors a feed; Radicale sends an empty source for every calendar."""
    source = answered.found.get(f"{SERVER}source")
    is_fed = source is not None and bool(source.value(f"{DAV}href") or source.text.strip())
    return is_fed or f"{SERVER}subscribed" in _names(answered, f"{DAV}resourcetype")


def colour_of(text: str) -> str:
    """`#rrggbb` from 3, 4, 6 or 8 digits, without the alpha; "" for anything else."""
    match = _COLOUR.fullmatch(text.strip())
    if match is None:
        return ""
    digits = match[1].lower()
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits[:6]}"


def _names(answered: Answered, tag: str) -> set[str]:
    node = answered.found.get(tag)
    return {child.tag for child in node.children} if node is not None else set()


def _order(text: str) -> int:
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return _LAST


_LARGEST_ANSWER = 4 * MEGABYTE


class GuardedClient(DAVClient):
    """A DAVClient whose every request is a call of the session."""

    def __init__(self, session: Session, url: str) -> None:
        super().__init__(url=url, enable_rfc6764=False, rate_limit_handle=False)
        self.session.close()  # the library's own, never used
        self._guarded = session
        self.final_url = url

    def request(
        self,
        url: Any,
        method: str = "GET",
        body: Any = "",
        headers: Mapping[str, str] | None = None,
        rate_limit_time_slept: float = 0,  # noqa: ARG002 - the library's signature
    ) -> DAVResponse:
        """Send through the session; anything but a readable multistatus is its error."""
        call = Call(
            Purpose.DISCOVER,
            method,
            str(url),
            body.encode() if isinstance(body, str) else bytes(body or b""),
            {"Content-Type": XML, **(headers or {})},
            largest=_LARGEST_ANSWER,
        )
        answer = self._guarded.demand(call, *MULTISTATUS)
        self._check(answer)
        self.final_url = answer.url
        try:
            return DAVResponse(_reply(answer), self)
        except (SyntaxError, ValueError, LookupError) as error:  # its own parser has other limits
            reason = type(error).__name__
        raise self._guarded.judge.not_caldav(answer.refusal, reason)

    def _check(self, answer: Answer) -> None:
        """Refuse entities and web pages before the library's parser sees them."""
        reader = MultistatusReader(lambda _: None)
        try:
            reader.feed(answer.body)
            reader.finish()
        except BadXml as error:
            reason = str(error)
        else:
            return
        raise self._guarded.judge.not_caldav(answer.refusal, reason)


def _reply(answer: Answer) -> SimpleNamespace:
    """The little of a response that the library looks at."""
    return SimpleNamespace(
        headers={"Content-Type": XML},
        status_code=207,
        content=answer.body,
        text="",
        reason="Multi-Status",
    )
