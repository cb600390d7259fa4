"""What a class does differently: one owner, seats, and a session that many share.

(The file cannot be named after the kind: `class` is a word of the language.)

**decided** (booking.md is silent):
- "This very session" is one with the same start and the same end; another one is BOOKED.
- Seats take the place of appointments per slot.
- The day limit counts sessions, not seats; a seat in a session that exists adds none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lcdesk.model.booking.busy import Hit
from lcdesk.model.booking.inquiry import Inquiry
from lcdesk.model.booking.situation import Booked, Member, Situation
from lcdesk.model.domain.timespan import TimeSpan


def owner_of(situation: Situation) -> tuple[Member, ...]:
    """The one member that a class asks; none when the calendar has no owner."""
    owner = situation.calendar.owner
    return tuple(member for member in situation.members if member.staff.id == owner)


def seats_taken(booked: Iterable[Booked]) -> Counter[TimeSpan]:
    """How many seats of each session are taken."""
    return Counter(one.span for one in booked)


def without_this_session(hits: Iterable[Hit], inquiry: Inquiry) -> list[Hit]:
    """The collisions, less those of a session with itself."""
    own, grid = inquiry.calendar.id, inquiry.grid
    kept: list[Hit] = []
    for low, high, busy in hits:
        if busy.calendar != own or busy.span.length != grid.length:
            kept.append((low, high, busy))
        else:
            start = busy.span.start
            kept += (
                (index, index + 1, busy)
                for index in range(low, high)
                if grid.starts[index] != start
            )
    return kept
