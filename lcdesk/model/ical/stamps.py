"""Dates, times and durations as the properties of an event write them, with their zone's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.recurrence.moment import Moment, read_moment, shorten, write_wall

_DURATION = re.compile(
    r"([+-])?P(?:([0-9]{1,5})W)?(?:([0-9]{1,6})D)?"
    r"(?:T(?:([0-9]{1,7})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date or time as written: `value`, its TZID (or empty), and whether it is a date."""

    value: str
    tzid: str = ""
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """Whole days on the calendar, then elapsed time (RFC 5545: days are nominal)."""

    days: int = 0
    exact: timedelta = timedelta()


def read_stamp(stamp: Stamp) -> Moment:
    """What a stamp says. Raises UnreadableEvent for anything that is no date or time."""
    return read_moment(stamp.value, is_date=stamp.is_date)


def read_duration(value: str) -> Length:
    """What `PT1H30M` or `P2D` says; negative ones count as zero. Raises UnreadableEvent."""
    match = _DURATION.fullmatch(value.strip())
    if match is None or not any(match.groups()[1:]):
        raise UnreadableEvent(f"“{shorten(value)}” is not a duration.")
    if match[1] == "-":
        return Length()
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    return Length(weeks * 7 + days, timedelta(hours=hours, minutes=minutes, seconds=seconds))


def write_utc(instant: datetime) -> str:
    """`20260321T080000Z` for an aware instant."""
    return write_wall(instant.astimezone(UTC)) + "Z"
