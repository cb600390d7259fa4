"""How iCloud differs from the books, and what it does on bad days: one switch each.

The values at the start are what was seen of iCloud on a good day. Sources of each are named
in the tests that play them (`tests/engine/test_icloud_*.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from tests.fakes.loopback import Reply


class Hrefs(Enum):
    """How answers spell addresses."""

    RELATIVE = auto()
    ABSOLUTE = auto()  # at the pool host, with the port
    GENERIC = auto()  # at the host that everybody begins with
    MIXED = auto()  # all of these in turn


class OldToken(Enum):
    """What a forgotten token is answered with."""

    FORBIDDEN = 403  # with the precondition valid-sync-token, as the next but one
    GONE = 410
    PRECONDITION = 412
    EVERYTHING = 207  # all members, and no word about it


class Rewriting(Enum):
    """What becomes of a text that was sent."""

    STAMPED = auto()  # DTSTAMP is the time of asking
    STAMPED_TWICE = auto()  # and the old one stays
    REORDERED = auto()  # properties sorted, on top of that


class Listed(Enum):
    """How much of a full listing arrives."""

    WHOLE = auto()
    HALF = auto()
    NOTHING = auto()


@dataclass(slots=True)
class Quirks:
    """The look-alike's mood. Numbers count down; sets hold decoded paths."""

    hrefs: Hrefs = Hrefs.RELATIVE
    has_slashes: bool = True  # at the end of a collection's href
    lists_itself: bool = True
    escapes: bool = True  # names in addresses, as it should
    old_token: OldToken = OldToken.FORBIDDEN
    knows_tokens: bool = True  # False: getctag only
    has_ctag: bool = True
    rewriting: Rewriting = Rewriting.STAMPED
    gives_etag: bool = True  # in the answer to a PUT
    got_etag: Callable[[str], str] = str  # what a GET makes of an ETag
    listed: Listed = Listed.WHOLE
    phantoms: set[str] = field(default_factory=set)  # 404 inside multiget
    nameless: set[str] = field(default_factory=set)  # an empty href inside multiget
    skipped: set[str] = field(default_factory=set)  # no answer inside multiget
    unlisted: set[str] = field(default_factory=set)  # left out of every listing and delta
    homeless_answers: int = 0  # so many answers without the home set
    empty_homes: int = 0  # so many listings of the home without a calendar
    uid_conflict: Reply = field(default_factory=lambda: Reply(403))  # the real one is not known

    def counts_down(self, name: str) -> bool:
        """Whether one of the counted moods is on; it is one answer less afterwards."""
        left: int = getattr(self, name)
        setattr(self, name, max(0, left - 1))
        return left > 0
