"""Working hours as stretches of elapsed time, and the starts that are looked at in them.

Hours are wall clock in the zone of whoever keeps them; everything after this file is elapsed time.

**Decided** (docs/rules/booking.md, "Slots"):
- A block that begins or ends in a gap is cut where the clock jumps: 02:30 to 04:00 is open from
  03:00 on the day that has no 02:30.
- In a doubled hour a block begins and ends in the first pass. A block across it lasts through
  both passes, but no start of the second pass is offered.
- Blocks that touch, across midnight too, are one stretch for the question whether a booking
  fits, in a list of starts as in the check of one; the grid of starts still restarts at each block.
- The grids of members whose hours differ are joined, and a member can take a start of another
  member's grid, so a list of slots and the check of one start always give the same answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from lcdesk.model.booking.situation import Member
from lcdesk.model.booking.timeline import SECOND, Stretch, instant_of, seconds_of
from lcdesk.model.domain.people import Day, Hours
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import at_wall_or_jump, day_span, local_day, zone

DAY = timedelta(days=1)

Opening = tuple[int, int, bool]
"""One block of hours on one date, and whether the clock goes back inside it."""


@dataclass(frozen=True, slots=True)
class MemberHours:
    """A member and the openings of some time."""

    member: Member
    openings: list[Opening]


def member_hours(members: Iterable[Member], span: TimeSpan) -> list[MemberHours]:
    """What is open for each member on every date that shares time with `span`."""
    return [
        MemberHours(member, openings(member.staff.hours, zone(member.staff.zone), span))
        for member in members
    ]


def openings(hours: Hours, tz: ZoneInfo, span: TimeSpan) -> list[Opening]:
    """The blocks of every date in `tz` that shares time with `span`, in order."""
    found: list[Opening] = []
    weekly = [_in_order(blocks) for blocks in hours.weekly]
    special = hours.dates
    for day, weekday, midnight in _days(local_day(span.start, tz), local_day(span.end, tz), tz):
        blocks = _in_order(special[day]) if day in special else weekly[weekday]
        for start, end in blocks:
            if midnight is None:
                found += _opening(day, start, end=end, tz=tz)
            else:
                found.append((midnight + start * 60, midnight + end * 60, False))
    return found


def stretches(opened: Iterable[Opening]) -> list[Stretch]:
    """The openings with those that touch or overlap joined."""
    joined: list[Stretch] = []
    last = None
    for start, end, _ in opened:
        if last is not None and start <= last:
            joined[-1] = (joined[-1][0], max(end, last))
        else:
            joined.append((start, end))
        last = joined[-1][1]
    return joined


def starts(
    member_hours: Iterable[MemberHours], *, length: timedelta, interval: timedelta
) -> set[int]:
    """Block start + k × interval within the block while a booking of `length` fits; in seconds.

    It fits into the block and those that touch it.
    """
    whole, step = length // SECOND, interval // SECOND
    found: set[int] = set()
    steady: set[Stretch] = set()
    for hours in member_hours:
        joined = iter(stretches(hours.openings))
        closes = 0
        for start, end, doubled in hours.openings:
            while closes < end:
                closes = next(joined)[1]
            behind = min(end, closes - whole + 1)
            if doubled:
                found.update(_first_pass(range(start, behind, step), hours.member))
            else:
                steady.add((start, behind))
    return found.union(*(range(start, behind, step) for start, behind in steady))


def _first_pass(grid: range, member: Member) -> list[int]:
    tz = zone(member.staff.zone)
    return [start for start in grid if not datetime.fromtimestamp(start, tz).fold]


def _in_order(blocks: Day) -> list[tuple[int, int]]:
    return sorted((block.start, block.end) for block in blocks)


@lru_cache(maxsize=256)
def _days(first: date, last: date, tz: ZoneInfo) -> list[tuple[date, int, int | None]]:
    """Each date with its weekday and its first second; None where the clocks change."""
    count = (last - first).days + 1
    days = [first + DAY * passed for passed in range(count)]
    return [(day, day.weekday(), _steady_midnight(day, tz)) for day in days]


def _opening(day: date, start: int, *, end: int, tz: ZoneInfo) -> list[Opening]:
    opens, closes = _instant(day, start, tz), _instant(day, end, tz)
    return [(opens, closes, closes - opens > (end - start) * 60)] if opens < closes else []


def _steady_midnight(day: date, tz: ZoneInfo) -> int | None:
    """The day's first second; None when the clocks change within the day or at its ends."""
    first = datetime.combine(day, time(), tzinfo=tz)
    then = datetime.combine(day + DAY, time(), tzinfo=tz)
    walls = (first, first.replace(fold=1), then, then.replace(fold=1))
    if len({wall.utcoffset() for wall in walls}) > 1:
        return None
    return seconds_of(first)


def _instant(day: date, minute: int, tz: ZoneInfo) -> int:
    """The second at which the clock shows `minute`, or jumps over it."""
    return seconds_of(at_wall_or_jump(day, minute, tz))


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
