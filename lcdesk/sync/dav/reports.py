"""Listing the objects of a calendar: sync-collection and its substitutes.

Members are judged by path, never by host or by the collection's idea of content types; the
collection itself, sub-collections, anything that ends in a slash and whatever lies elsewhere
are left out.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace

from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.sync.dav import bodies
from lcdesk.sync.dav.addresses import AllowedHosts, join, lies_in, path_of
from lcdesk.sync.dav.bodies import DAV, SERVER
from lcdesk.sync.dav.multistatus import Answered, BadXml, MultistatusReader
from lcdesk.sync.dav.objects import etag_of
from lcdesk.sync.dav.pace import BRIEF, LISTING, SOME, Patience
from lcdesk.sync.dav.refusal import Purpose, lacks_report
from lcdesk.sync.dav.session import LARGEST_LISTING, MULTISTATUS, XML, Answer, Call, Session
from lcdesk.sync.errors import (
    BadAnswer,
    ItemError,
    NoAccess,
    RemoteError,
    Stopped,
    TokenRefused,
)
from lcdesk.sync.ports import MADE, NUMBERED, CollectionState, Listing, Member

_MOST_PAGES = 1_000
_MOST_IDLE_PAGES = 10  # that name nothing new, one after another
_FREE_PAGES = 32  # before a page has to bring _FEWEST_MEMBERS more on the average
_FEWEST_MEMBERS = 10
_MOST_PAGED = 150_000
_LONGEST = 300.0  # seconds for all pages; one alone may take LISTING
_MOST_MEMBERS = 200_000  # over all pages; iCloud stops at 50,000 events
_TRUNCATED = 507
_ETAG = f"{DAV}getetag"
_TYPE = f"{DAV}resourcetype"
WRITES = {f"{DAV}all", f"{DAV}write", f"{DAV}write-content", f"{DAV}bind"}  # one is enough

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Collection:
    """A report's collection: its address, and who is a member of it."""

    url: str
    hosts: AllowedHosts

    def member_path(self, answered: Answered) -> str | None:
        """The path of an object in it; None for itself, for collections, for what lies elsewhere.

        A server that names an event of another calendar would have it read twice, and changed
        where it may only be read.
        """
        if not answered.href.startswith("/") or answered.href.startswith("//"):
            self.hosts.check(join(self.url, answered.href))
        path = path_of(answered.href, self.url)
        if path.endswith("/") or path == path_of(self.url).rstrip("/"):
            return None
        kind = answered.found.get(_TYPE)
        is_collection = kind is not None and kind.first(f"{DAV}collection") is not None
        if is_collection:
            return None
        if not lies_in(answered.href, self.url, self.url):
            log.warning("%s: left out, since it lies elsewhere: %s", path_of(self.url), path)
            return None
        return path

    def is_self(self, answered: Answered) -> bool:
        """Whether the answer is about the collection."""
        return path_of(answered.href, self.url).rstrip("/") == path_of(self.url).rstrip("/")


@dataclass(slots=True)
class _Gathered:
    """What one or more pages of a listing said."""

    collection: Collection
    members: dict[str, Member] = field(default_factory=dict)
    removed: dict[str, None] = field(default_factory=dict)
    purpose: Purpose = Purpose.READ
    is_truncated: bool = False
    own_status: int | None = None  # a refusal of the collection as such
    has_news: bool = False  # whether this page named what no page before it did

    def hear(self, answered: Answered) -> None:
        if answered.status == _TRUNCATED:
            self.is_truncated = True
            return
        if (answered.status or 0) >= 400 and self.collection.is_self(answered):
            self.own_status = answered.status
            return
        path = self.collection.member_path(answered)
        if path is None:
            return
        if answered.is_missing:
            self.has_news |= path not in self.removed
            self.members.pop(path, None)
            self.removed[path] = None
        else:
            member = Member(answered.href, path, etag_of(answered.text(_ETAG)))
            self.has_news |= self.members.get(path) != member
            self.removed.pop(path, None)
            self.members[path] = member
        if self.count > _MOST_MEMBERS:
            raise BadXml("more events than a calendar can hold")

    @property
    def count(self) -> int:
        """How many objects were named so far."""
        return len(self.members) + len(self.removed)

    def listing(self, token: str | None, *, complete: bool) -> Listing:
        removed = () if complete else tuple(self.removed)
        return Listing(tuple(self.members.values()), removed, token, complete)


def collection_state(session: Session, url: str) -> CollectionState:
    """How the collection stands."""
    heard: list[Answered] = []
    reader = MultistatusReader(heard.append)
    call = _call(Purpose.READ, "PROPFIND", url, bodies.STATE, reader, depth="0", patience=SOME)
    answer = _heard_out(session, call, reader)
    if not heard:
        raise session.judge.unreadable(answer.refusal, "nothing in the answer")
    _complain(session, answer, heard[0].status)
    token, ctag = heard[0].text(f"{DAV}sync-token"), heard[0].text(f"{SERVER}getctag")
    rights = rights_in(heard[0])
    writable = bool(rights & WRITES) if rights else None
    return CollectionState(token or None, ctag or None, _identity(heard[0]), writable)


def rights_in(answered: Answered) -> set[str]:
    """What this account may do in a calendar; nothing where the server does not say."""
    node = answered.found.get(f"{DAV}current-user-privilege-set")
    privileges = node.all(f"{DAV}privilege") if node is not None else ()
    return {right.tag for privilege in privileges for right in privilege.children}


def _identity(answered: Answered) -> str:
    """A calendar's own number (RFC 5842), else when it was made."""
    numbers = answered.hrefs(f"{DAV}resource-id")
    made = answered.text(f"{DAV}creationdate")
    return f"{NUMBERED}{numbers[0]}" if numbers else f"{MADE}{made}" if made else ""


def etag_in_listings(session: Session, url: str) -> str | None:
    """The present ETag of one object as the calendar's listings spell it; None if not said."""
    heard: list[Answered] = []
    reader = MultistatusReader(heard.append)
    call = _call(Purpose.READ, "PROPFIND", url, bodies.MEMBERS, reader, depth="0", patience=BRIEF)
    try:
        _heard_out(session, call, reader)
    except (ItemError, NoAccess, BadAnswer) as error:
        log.info("the version was not said: %s", error.message)
        return None
    return next((etag_of(answered.text(_ETAG)) for answered in heard), None)


def changes(session: Session, url: str, token: str) -> Listing:
    """What changed since `token`; TokenRefused when the server has forgotten it."""
    found = _sync_pages(session, url, token)
    if found is None:
        raise TokenRefused(
            Message("The calendar has to be read anew. Your appointments are unchanged.")
        )
    return found


def listing(session: Session, url: str) -> Listing:
    """Everything, by the best way the server knows."""
    try:
        found = _sync_pages(session, url, "")
    except TokenRefused:  # of no token at all: this server cannot be asked that way
        found = None
    return found or plain_listing(session, url)


def plain_listing(session: Session, url: str) -> Listing:
    """Everything, without sync-collection."""
    return _query(session, url) or _propfound(session, url)


def _sync_pages(session: Session, url: str, token: str) -> Listing | None:
    """All pages of sync-collection; None where the server does not know this report."""
    gathered = _Gathered(Collection(url, session.hosts), purpose=Purpose.SYNC)
    latest = token
    said_before = {token}
    idle = 0
    began = session.judge.time_source.monotonic()
    for page in range(_MOST_PAGES):
        gathered.is_truncated = gathered.has_news = False
        body = bodies.sync_collection(latest)
        patience = SOME if token else LISTING
        outcome = _report(session, url, body, gathered, depth="0", patience=patience)
        if outcome is None:
            return None
        answer, said = outcome
        if said is None:
            if not token:
                return None  # not what was asked for, so it proves nothing; ask differently
            raise session.judge.unreadable(answer.refusal, "no sync token in the answer")
        if not gathered.is_truncated:
            return gathered.listing(said, complete=not token)
        idle = 0 if gathered.has_news else idle + 1
        takes_long = session.judge.time_source.monotonic() - began > _LONGEST
        is_meagre = gathered.count < (page - _FREE_PAGES) * _FEWEST_MEMBERS
        is_meagre = is_meagre or gathered.count > _MOST_PAGED
        if said in said_before or idle == _MOST_IDLE_PAGES or takes_long or is_meagre:
            break
        said_before.add(said)
        latest = said
    raise session.judge.endless(answer.refusal, page + 1, gathered.count)


def _query(session: Session, url: str) -> Listing | None:
    gathered = _Gathered(Collection(url, session.hosts))
    if _report(session, url, bodies.EVENTS, gathered, depth="1", patience=LISTING) is None:
        return None
    return gathered.listing(None, complete=True)


def _propfound(session: Session, url: str) -> Listing:
    gathered = _Gathered(Collection(url, session.hosts))
    reader = MultistatusReader(gathered.hear)
    call = _call(Purpose.READ, "PROPFIND", url, bodies.MEMBERS, reader, depth="1", patience=LISTING)
    answer = _heard_out(session, call, reader)
    _complain(session, answer, gathered.own_status)
    return gathered.listing(None, complete=True)


def _report(
    session: Session,
    url: str,
    body: bytes,
    gathered: _Gathered,
    *,
    depth: str,
    patience: Patience,
) -> tuple[Answer, str | None] | None:
    """One report into `gathered`; None where the server does not know it."""
    reader = MultistatusReader(gathered.hear)
    call = _call(gathered.purpose, "REPORT", url, body, reader, depth=depth, patience=patience)
    answer = session.exchange(call)
    if lacks_report(answer.refusal):
        return None
    _end(session, answer, reader)
    _complain(session, answer, gathered.own_status)
    return answer, reader.token


def paths_in(session: Session, url: str, span: TimeSpan) -> frozenset[str]:
    """Members that the server says share time with `span`; empty where it would not say.

    A hint only: servers miss occurrences that were moved, and may refuse the question.
    """
    gathered = _Gathered(Collection(url, session.hosts))
    reader = MultistatusReader(gathered.hear)
    body = bodies.events_in(span)
    call = _call(Purpose.READ, "REPORT", url, body, reader, depth="1", patience=BRIEF)
    try:
        answer = session.exchange(call)
        _end(session, answer, reader)
    except Stopped:
        raise
    except RemoteError as error:
        log.info("what comes first was not said, so the order is the server's: %s", error.message)
        return frozenset()
    return frozenset(gathered.members)


def _call(
    purpose: Purpose,
    method: str,
    url: str,
    body: bytes,
    reader: MultistatusReader,
    *,
    depth: str,
    patience: Patience,
) -> Call:
    headers = {"Content-Type": XML, "Depth": depth}
    return Call(purpose, method, url, body, headers, patience, LARGEST_LISTING, reader.feed)


def _heard_out(session: Session, call: Call, reader: MultistatusReader) -> Answer:
    answer = session.exchange(call)
    _end(session, answer, reader)
    return answer


def _end(session: Session, answer: Answer, reader: MultistatusReader) -> None:
    """Complain about a refusal, and about an answer that is not a whole multistatus."""
    if answer.status not in MULTISTATUS:
        raise session.judge.errors_from(answer.refusal)
    try:
        reader.finish()
    except BadXml as error:
        reason = str(error)
    else:
        return
    raise session.judge.unreadable(answer.refusal, reason)


def _complain(session: Session, answer: Answer, own_status: int | None) -> None:
    """A refusal of the collection inside a multistatus is one like any other, not "empty"."""
    if own_status is not None and own_status >= 400:
        raise session.judge.errors_from(replace(answer.refusal, status=own_status, body=b""))
