"""Dates, times and durations as iCalendar writes them.

A *wall time* here is a naive datetime on purpose: it is what a clock on a wall shows and
becomes an instant only together with a zone (see zones.py). None leaves this folder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from lcdesk.model.domain.errors import UnreadableEvent

_MIDNIGHT = time()
_STAMP = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T(?:([0-9]{2})([0-9]{2})([0-9]{2})?)?(Z)?)?", re.IGNORECASE
)
_DURATION = re.compile(
    r"([+-])?P(?:([0-9]{1,5})W)?(?:([0-9]{1,6})D)?"
    r"(?:T(?:([0-9]{1,7})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?",
    re.IGNORECASE,
)


def wall_time(year: int, month: int, day: int, clock: time = _MIDNIGHT) -> datetime:
    """A wall time: naive, see the module's text."""
    return datetime.combine(date(year, month, day), clock)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date or time as written: `value`, its TZID (or empty), and whether it is a date."""

    value: str
    tzid: str = ""
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A stamp read: wall time, and whether that wall hangs in UTC; midnight for a date."""

    wall: datetime
    is_utc: bool
    is_date: bool


@dataclass(frozen=True, slots=True)
class Length:
    """Whole days on the calendar, then elapsed time (RFC 5545: days are nominal)."""

    days: int = 0
    exact: timedelta = timedelta()


def read_stamp(stamp: Stamp) -> Moment:
    """What a stamp says. Raises UnreadableEvent for anything that is no date or time."""
    return _read(stamp.value, is_date=stamp.is_date)


@lru_cache(maxsize=4096)  # the same ends of the same rules, and each start several times
def _read(value: str, *, is_date: bool) -> Moment:
    match = _STAMP.fullmatch(value.strip())
    if match is None:
        raise UnreadableEvent(f"“{_short(value)}” is not a date or time.")
    year, month, day, hour, minute, second, zulu = match.groups()
    dated = is_date or hour is None
    try:
        clock = time() if dated else time(int(hour), int(minute), min(int(second or 0), 59))
        wall = wall_time(int(year), int(month), int(day), clock)
    except ValueError as error:
        raise UnreadableEvent(f"“{_short(value)}” is not a date or time.") from error
    return Moment(wall, zulu is not None and not dated, dated)


def read_duration(value: str) -> Length:
    """What `PT1H30M` or `P2D` says; negative ones count as zero. Raises UnreadableEvent."""
    match = _DURATION.fullmatch(value.strip())
    if match is None or not any(match.groups()[1:]):
        raise UnreadableEvent(f"“{_short(value)}” is not a duration.")
    if match[1] == "-":
        return Length()
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    return Length(weeks * 7 + days, timedelta(hours=hours, minutes=minutes, seconds=seconds))


def write_date(day: date) -> str:
    """`20260321`; years below 1000 keep their zeros, which strftime does not promise."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def write_wall(wall: datetime) -> str:
    """`20260321T090000`, the wall's own digits whatever its zone."""
    return f"{write_date(wall)}T{wall.hour:02}{wall.minute:02}{wall.second:02}"


def write_utc(instant: datetime) -> str:
    """`20260321T080000Z` for an aware instant."""
    return write_wall(instant.astimezone(UTC)) + "Z"


def _short(value: str) -> str:
    return value if len(value) <= 40 else value[:40] + "…"
