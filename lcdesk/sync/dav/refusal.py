"""An answer that is not the wished one, as far as it has to be read to be judged.

What it was for, what it says of the reason, when to ask again, and the facts for "Details".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from typing import TypedDict

from lcdesk.model.domain.accounts import LONGEST_WISH
from lcdesk.sync.dav.multistatus import preconditions_of

BAD_TOKEN = "{DAV:}valid-sync-token"
_NO_REPORT = "{DAV:}supported-report"


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


class Facts(TypedDict, total=False):
    """What an error knows beside its sentence."""

    status: int | None
    method: str
    address: str
    maybe_applied: bool
    retry_at: datetime | None
    details: tuple[str, ...]


def lacks_report(refusal: Refusal) -> bool:
    """Whether the server says that it does not know this kind of report, or not for so much."""
    if BAD_TOKEN in refusal.preconditions:
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


def facts_of(refusal: Refusal) -> Facts:
    """What stands under "Details". A server error after a write leaves its effect open."""
    names = tuple(name.rpartition("}")[2] for name in refusal.preconditions)
    return Facts(
        status=refusal.status,
        method=refusal.method,
        address=refusal.address,
        maybe_applied=refusal.purpose.is_write and refusal.status >= 500 and refusal.status != 507,
        details=names,
    )


def facts_of_lost(request: Refusal, reason: str, *, sent: bool) -> Facts:
    """The same of a request whose answer never came, or came cut."""
    return Facts(
        status=request.status or None,
        method=request.method,
        address=request.address,
        maybe_applied=sent and request.purpose.is_write,
        details=(reason,) if reason else (),
    )
