"""Every answer that is not the wished one, turned into an error of `sync.errors`, worded once.

The table is docs/rules/sync.md, "Errors and pauses". A sentence here says what happened, what it
means for the person's data and what to do; status, method and address stay in attributes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from typing import TypedDict

from lcdesk.model.domain.accounts import LONGEST_WISH, Provider
from lcdesk.model.domain.words import quantity
from lcdesk.sync.dav.http_auth import unspoken_kinds
from lcdesk.sync.dav.multistatus import preconditions_of
from lcdesk.sync.dav.pace import ThrottleMemory, TimeSource
from lcdesk.sync.errors import (
    BadAnswer,
    Gone,
    NoAccess,
    NotCalDav,
    NoWriteAccess,
    Offline,
    PreconditionFailed,
    RefusedObject,
    RemoteError,
    SignInRefused,
    SignInUnknown,
    Throttled,
    TokenRefused,
)

KEPT = "Your changes are kept here and sent later by themselves."
SAFE = "Your appointments here are unchanged."
_LONGEST_CHALLENGE = 2_000
_BUSY_TRIES = 3
_CALDAV = "{urn:ietf:params:xml:ns:caldav}"
_UID_CONFLICT = f"{_CALDAV}no-uid-conflict"
_BAD_TOKEN = "{DAV:}valid-sync-token"
_NO_REPORT = "{DAV:}supported-report"


class Unwieldy(BadAnswer):
    """A batch that cannot be read as a whole; its objects perhaps can, one by one."""


class Purpose(Enum):
    """What a request was for; the same status means different things."""

    DISCOVER = auto()
    READ = auto()
    SYNC = auto()
    CREATE = auto()
    UPDATE = auto()
    DELETE = auto()

    @property
    def is_write(self) -> bool:
        """Whether the server's state may have changed."""
        return self in {Purpose.CREATE, Purpose.UPDATE, Purpose.DELETE}


@dataclass(frozen=True, slots=True)
class Refusal:
    """An unwished answer: enough of it to be judged."""

    purpose: Purpose
    method: str
    address: str
    status: int
    body: bytes = b""
    retry_after: str | None = None
    challenge: str = ""  # WWW-Authenticate

    @property
    def asked(self) -> str:
        """What was asked for: a calendar that says how it stands may still refuse its reports."""
        return f"{self.method} {self.address}"

    @property
    def preconditions(self) -> tuple[str, ...]:
        """The names inside a DAV:error body."""
        return preconditions_of(self.body)


class _Facts(TypedDict, total=False):
    status: int | None
    method: str
    address: str
    maybe_applied: bool
    retry_at: datetime | None
    details: tuple[str, ...]


@dataclass(slots=True)
class Judge:
    """Knows the account's provider and its throttles, and names the error."""

    provider: Provider
    time_source: TimeSource
    memory: ThrottleMemory

    @property
    def who(self) -> str:
        """The server as a person calls it, at the beginning of a sentence."""
        return "iCloud" if self.provider is Provider.ICLOUD else "The calendar server"

    def errors_from(self, refusal: Refusal) -> RemoteError:
        """The error that an answer means."""
        facts = _facts(refusal)
        status = refusal.status
        if status in {429, 503}:
            return self._throttle(refusal, facts)
        if status == 401:
            return self._judge_unauthorised(refusal, facts)
        if _BAD_TOKEN in refusal.preconditions or (
            status == 410 and refusal.purpose is Purpose.SYNC
        ):
            return TokenRefused(f"{self.who} wants the calendar to be read anew. {SAFE}", **facts)
        is_about_size = status == 507 and refusal.purpose is not Purpose.DISCOVER
        if status >= 500 and status != 501 and not is_about_size:
            return self.judge_troubled(facts)
        if status < 300:
            return self.unreadable(refusal, "an answer to something else")
        if status < 400:
            return BadAnswer(f"{self.who} sent the request in circles. {SAFE} {KEPT}", **facts)
        return (
            self._write(refusal, facts) if refusal.purpose.is_write else self._read(refusal, facts)
        )

    def unreachable(self, request: Refusal, reason: str, *, sent: bool) -> Offline:
        """No connection, or it broke before the answer."""
        return Offline(
            f"{self.who} cannot be reached. {KEPT}", **_facts_of_lost(request, reason, sent=sent)
        )

    def judge_untrusted(self, request: Refusal, reason: str, *, sent: bool) -> Offline:
        """TLS failed."""
        return Offline(
            f"{self.who} could not prove that it is the right server, so the connection is not "
            "secure and was not used. "
            f"Check the date of this computer and the network. {KEPT}",
            **_facts_of_lost(request, reason, sent=sent),
        )

    def too_slow(self, request: Refusal, reason: str, *, sent: bool) -> Offline:
        """No answer within the time allowed."""
        return Offline(
            f"{self.who} did not answer in time. {KEPT}",
            **_facts_of_lost(request, reason, sent=sent),
        )

    def unreadable(
        self, request: Refusal, reason: str, kind: type[BadAnswer] = BadAnswer
    ) -> BadAnswer:
        """An answer that is not CalDAV, too large, or cut."""
        return kind(
            f"{self.who} sent an answer that cannot be read. {SAFE} It is tried again later.",
            **_facts_of_lost(request, reason, sent=True),
        )

    def endless(self, request: Refusal, pages: int, events: int) -> BadAnswer:
        """A list in pages that goes on and on."""
        return BadAnswer(
            f"{self.who} goes on listing events of this calendar without coming to an end "
            f"({quantity(events, 'event', 'events')} so far), so it was left as it was. {SAFE} "
            "It is tried again later.",
            **_facts_of_lost(request, f"the answer never ends: {pages} pages", sent=True),
        )

    def not_caldav(self, refusal: Refusal, reason: str = "") -> RemoteError:
        """A server answers, but with something else."""
        if self.provider is Provider.ICLOUD:  # its address is fixed, so this passes by itself
            return self.unreadable(refusal, reason)
        facts = _facts(refusal)
        facts["details"] = (reason,) if reason else facts["details"]
        return NotCalDav(
            "The server answers, but not as a calendar server. "
            "Check the address; your provider's help names it under “CalDAV”.",
            **facts,
        )

    def judge_troubled(self, facts: _Facts) -> Offline:
        """The server has an error of its own."""
        return Offline(f"{self.who} has a problem of its own at the moment. {KEPT}", **facts)

    def _throttle(self, refusal: Refusal, facts: _Facts) -> Throttled:
        now = self.time_source.now()
        self.memory.note(now)
        facts["retry_at"] = retry_at(refusal.retry_after, now)
        return Throttled(f"{self.who} asks for a pause. {KEPT}", **facts)

    def _judge_unauthorised(self, refusal: Refusal, facts: _Facts) -> RemoteError:
        facts["maybe_applied"] = False
        if self.memory.is_recent(self.time_source.now()):
            return Throttled(f"{self.who} still asks for a pause. {KEPT}", **facts)
        if self.provider is Provider.ICLOUD:
            return SignInRefused(
                "App-specific passwords stop working when the Apple password changes, and only the "
                f"address of the Apple account itself is accepted. {SAFE} "
                "Make a new app-specific password and enter it here.",
                title="iCloud refused the password",
                **facts,
            )
        unspoken = unspoken_kinds(refusal.challenge[:_LONGEST_CHALLENGE])
        if unspoken:
            facts["details"] = unspoken
            return SignInUnknown(
                f"{self.who} wants a kind of sign-in that lcdesk does not speak "
                f"({', '.join(unspoken)}), so no password helps. {SAFE} "
                "Ask your provider for sign-in with a name and a password (Basic or Digest).",
                **facts,
            )
        return SignInRefused(
            f"{self.who} does not accept this name with this password. {SAFE} "
            "Check both and enter the password again.",
            **facts,
        )

    def _write(self, refusal: Refusal, facts: _Facts) -> RemoteError:
        status, names = refusal.status, refusal.preconditions
        if _UID_CONFLICT in names and refusal.purpose is Purpose.CREATE:
            return PreconditionFailed(
                f"{self.who} already holds this event elsewhere. {SAFE}", **facts
            )
        if any(name.startswith(_CALDAV) for name in names):
            return self._judge_refused(facts)
        if status == 412:
            return PreconditionFailed(
                f"This event was changed on the server in the meantime. {SAFE}", **facts
            )
        if status in {404, 410} and refusal.purpose is not Purpose.CREATE:
            return Gone(f"This event is no longer on the server. {SAFE}", **facts)
        if status in {403, 405}:
            return NoWriteAccess(
                f"{self.who} does not allow changes in this calendar. {SAFE} "
                "Choose another primary calendar in Settings.",
                **facts,
            )
        return self._judge_refused(facts)

    def _judge_refused(self, facts: _Facts) -> RefusedObject:
        return RefusedObject(
            f"{self.who} does not take this event as it is. It is kept here and the other events "
            "go on. Change it and try again, or discard the change.",
            **facts,
        )

    def _read(self, refusal: Refusal, facts: _Facts) -> RemoteError:
        if refusal.status == 403:
            return self._forbidden(refusal, facts)
        if refusal.purpose is Purpose.DISCOVER:
            return self.not_caldav(refusal)
        if refusal.status in {404, 410}:
            return Gone(f"This is no longer on the server. {SAFE}", **facts)
        if refusal.status == 408:
            return self.judge_troubled(facts)
        return BadAnswer(f"{self.who} did not understand the request. {SAFE}", **facts)

    def _forbidden(self, refusal: Refusal, facts: _Facts) -> RemoteError:
        """iCloud says 403 without a reason when it is busy; a reason or insistence means no."""
        doubtful = self.provider is Provider.ICLOUD and not refusal.preconditions
        if doubtful and self.memory.refused(refusal.asked) <= _BUSY_TRIES:
            return Throttled(f"{self.who} asks for a pause. {KEPT}", **facts)
        return NoAccess(
            f"{self.who} does not let this account read here. {SAFE} "
            "Ask the calendar's owner to share it again, or stop using it in Settings.",
            **facts,
        )


def lacks_report(refusal: Refusal) -> bool:
    """Whether the server says that it does not know this kind of report, or not for so much."""
    if _BAD_TOKEN in refusal.preconditions:
        return False
    return refusal.status in {400, 405, 415, 422, 501, 507} or _NO_REPORT in refusal.preconditions


def retry_at(header: str | None, now: datetime) -> datetime | None:
    """When the server wants to be asked again: seconds or an HTTP date; None when unreadable."""
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return now + min(timedelta(seconds=int(text[:9])), LONGEST_WISH)
    try:
        wish = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    aware = wish.replace(tzinfo=now.tzinfo) if wish.tzinfo is None else wish
    return min(max(aware, now), now + LONGEST_WISH)


def _facts(refusal: Refusal) -> _Facts:
    """What stands under "Details". A server error after a write leaves its effect open."""
    names = tuple(name.rpartition("}")[2] for name in refusal.preconditions)
    return _Facts(
        status=refusal.status,
        method=refusal.method,
        address=refusal.address,
        maybe_applied=refusal.purpose.is_write and refusal.status >= 500 and refusal.status != 507,
        details=names,
    )


def _facts_of_lost(request: Refusal, reason: str, *, sent: bool) -> _Facts:
    return _Facts(
        status=request.status or None,
        method=request.method,
        address=request.address,
        maybe_applied=sent and request.purpose.is_write,
        details=(reason,) if reason else (),
    )
