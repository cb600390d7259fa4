"""Dates and times as RFC 5545 writes them, in rules and in events.

A *wall time* here is a naive datetime on purpose: it is what a clock on a wall shows and becomes
an instant only together with a zone (domain/zones.py). None leaves this folder and ical/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message

_MIDNIGHT = time()
_MOMENT = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T(?:([0-9]{2})([0-9]{2})([0-9]{2})?)?(Z)?)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time read: wall time, and whether that wall hangs in UTC; midnight for a date."""

    wall: datetime
    is_utc: bool
    is_date: bool

    @classmethod
    def of_day(cls, day: date) -> Moment:
        """A date without a time."""
        return cls(datetime.combine(day, _MIDNIGHT), is_utc=False, is_date=True)


def wall_time(year: int, month: int, day: int, clock: time = _MIDNIGHT) -> datetime:
    """A wall time: naive, see the module's text."""
    return datetime.combine(date(year, month, day), clock)


@lru_cache(maxsize=4096)  # the same ends of the same rules, and each start several times
def read_moment(value: str, *, is_date: bool = False) -> Moment:
    """What `20260321` or `20260321T090000Z` says; of a time said to be a date only its day counts.

    Raises UnreadableEvent.
    """
    match = _MOMENT.fullmatch(value.strip())
    if match is None:
        raise _unreadable(value)
    year, month, day, hour, minute, second, zulu = match.groups()
    dated = is_date or hour is None
    try:
        clock = time() if dated else time(int(hour), int(minute), min(int(second or 0), 59))
        wall = wall_time(int(year), int(month), int(day), clock)
    except ValueError as error:
        raise _unreadable(value) from error
    return Moment(wall, zulu is not None and not dated, dated)


def write_date(day: date) -> str:
    """`20260321`; years below 1000 keep their zeros, which strftime does not promise."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def write_wall(wall: datetime) -> str:
    """`20260321T090000`, the wall's own digits whatever its zone."""
    return f"{write_date(wall)}T{wall.hour:02}{wall.minute:02}{wall.second:02}"


def write_moment(moment: Moment) -> str:
    """A moment as `read_moment` reads it."""
    if moment.is_date:
        return write_date(moment.wall)
    return write_wall(moment.wall) + ("Z" if moment.is_utc else "")


def shorten(value: str) -> str:
    """A text that a message quotes, cut where it is long."""
    return value if len(value) <= 40 else value[:40] + "…"


def _unreadable(value: str) -> UnreadableEvent:
    return UnreadableEvent(Message("“{text}” is not a date or time.", text=shorten(value)))
