"""The candidates: every start that is looked at, for one length of booking.

**Decided** (docs/rules/booking.md, "Slots"): the grids of members whose hours differ are joined,
and a member can take a start of another member's grid. So a list of slots and the check of one
start always give the same answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.booking.hours import MemberHours, starts
from lcdesk.model.booking.timeline import instant_of, seconds_of
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, local_day


@dataclass(frozen=True, slots=True)
class Grid:
    """Candidates of one length in order, as seconds since 1970 and as instants (UTC)."""

    seconds: list[int]
    starts: list[datetime]
    length: timedelta

    def at(self, index: int) -> TimeSpan:
        """The candidate itself."""
        return TimeSpan(self.starts[index], self.starts[index] + self.length)


@dataclass(frozen=True, slots=True)
class Run:
    """The candidates from `low` up to, not including, `high`: those of one day or month."""

    first: date
    span: TimeSpan
    low: int
    high: int


def single(span: TimeSpan) -> Grid:
    """The grid of one start, wherever a person picked it."""
    return Grid([seconds_of(span.start)], [span.start], span.length)


def candidates(
    member_hours: Iterable[MemberHours],
    asked: TimeSpan,
    *,
    length: timedelta,
    interval: timedelta,
) -> Grid:
    """All starts within `asked` of the grids of all members."""
    first, last = seconds_of(asked.start), seconds_of(asked.end)
    found = starts(member_hours, length=length, interval=interval)
    ordered = sorted(second for second in found if first <= second < last)
    return Grid(ordered, [instant_of(second) for second in ordered], length)


def by_day(grid: Grid, tz: ZoneInfo) -> Iterator[Run]:
    """The candidates of each local day in `tz` that has any."""
    return _runs(grid, tz, lambda day: (day, 1))


def by_month(grid: Grid, tz: ZoneInfo) -> Iterator[Run]:
    """The candidates of each calendar month in `tz` that has any."""
    return _runs(grid, tz, _month_of)


def month_span(day: date, tz: ZoneInfo) -> TimeSpan:
    """The calendar month of `day` in `tz`."""
    first, days = _month_of(day)
    return day_span(first, tz, days)


def _month_of(day: date) -> tuple[date, int]:
    first = day.replace(day=1)
    after = (first + timedelta(days=32)).replace(day=1)
    return first, (after - first).days


def _runs(grid: Grid, tz: ZoneInfo, period: Callable[[date], tuple[date, int]]) -> Iterator[Run]:
    low = 0
    while low < len(grid.starts):
        first, days = period(local_day(grid.starts[low], tz))
        span = day_span(first, tz, days)
        high = bisect_left(grid.starts, span.end, low)
        yield Run(first, span, low, high)
        low = high
