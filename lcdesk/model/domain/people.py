"""Who is booked, when they work, and who books.

Working hours on the wall clock: a weekly pattern and dates that differ.

What a person knows by a name and the store by a number: staff, calendars, contacts, rooms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Protocol

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import MINUTES_A_DAY


@dataclass(frozen=True, slots=True, order=True)
class HoursBlock:
    """Open from `start` to `end`, in wall-clock minutes past midnight (0 to 1440)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= MINUTES_A_DAY:
            raise InvalidInput(
                Message(
                    "Hours from {start} to {end} are not possible: they must start before they "
                    "end, within one day.",
                    start=clock(self.start),
                    end=clock(self.end),
                )
            )


def clock(minute: int) -> str:
    """`545` as `09:05`; the day's last midnight is `24:00`."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minute_of(text: str) -> int:
    """`09:05` as 545; `24:00` is allowed. Raises InvalidInput for anything else."""
    hour, separator, rest = text.partition(":")
    if separator and hour.isdecimal() and rest.isdecimal() and len(rest) == 2:
        minute = int(hour) * 60 + int(rest)
        if int(rest) < 60 and minute <= MINUTES_A_DAY:
            return minute
    raise InvalidInput(Message("“{text}” is not a time of day. Write it as 09:00.", text=text))


Day = tuple[HoursBlock, ...]


def checked_day(blocks: Day) -> Day:
    """The blocks of one day in order. Raises InvalidInput where two overlap."""
    ordered = tuple(sorted(blocks))
    for earlier, later in pairwise(ordered):
        if later.start < earlier.end:
            raise InvalidInput(
                Message(
                    "The hours {start}-{end} and {start2}-{end2} overlap.",
                    start=clock(earlier.start),
                    end=clock(earlier.end),
                    start2=clock(later.start),
                    end2=clock(later.end),
                ),
                field="hours",
            )
    return ordered


@dataclass(frozen=True, slots=True)
class Away:
    """Why there are no hours from `start` to `end` of a day, in wall-clock minutes."""

    start: int
    end: int
    title: str = ""
    is_for_all: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """Weekly hours (Monday first) and date-specific hours, both wall clock.

    Date-specific hours replace the weekly hours of that date entirely; an empty day means
    closed [HighLevel: Weekly Working Hours]. `away` says what was cut out of them as time off
    (`domain/time_off.py`); hours as they are kept have none.
    """

    weekly: tuple[Day, Day, Day, Day, Day, Day, Day] = ((), (), (), (), (), (), ())
    dates: Mapping[date, Day] = field(default_factory=dict)
    away: Mapping[date, tuple[Away, ...]] = field(default_factory=dict)

    def on(self, day: date) -> Day:
        """The blocks that hold on `day`."""
        special = self.dates.get(day)
        return self.weekly[day.weekday()] if special is None else special

    def away_at(self, day: date, minute: int) -> Away | None:
        """What is taken off at this minute, the longest first; None where nothing is."""
        there = [away for away in self.away.get(day, ()) if away.start <= minute < away.end]
        return max(there, key=lambda away: away.end - away.start, default=None)


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person who can be booked; hours are wall clock in the member's own `zone`."""

    id: int
    name: str
    email: str = ""
    zone: str = "UTC"
    hours: Hours = field(default_factory=Hours)
    hide_details: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """A person who books. Never made from an iCloud event."""

    id: int
    name: str
    email: str = ""
    phone: str = ""
    notes: str = ""


class Named(Protocol):
    """A record with an id and a name."""

    @property
    def id(self) -> int: ...

    @property
    def name(self) -> str: ...
