"""Working hours as stretches of elapsed time, and the grid of starts inside them.

Hours are wall clock in the zone of whoever keeps them; everything after this file is elapsed
time. Instants are whole seconds since 1970 in UTC here, because a month of a large team has
thousands of them and integers make ranges.

**decided** (booking.md is silent):
- A block that begins or ends in a gap is cut where the clock jumps: 02:30 to 04:00 is open from
  03:00 on the day that has no 02:30.
- In a doubled hour a block begins and ends in the first pass. A block across it lasts through
  both passes, but no start of the second pass is offered.
- Blocks that touch, across midnight too, are one stretch for the question whether a booking
  fits; the grid of starts still restarts at each block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from lcdesk.model.domain.hours import Hours
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import at_wall, local_day

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)

Stretch = tuple[int, int]
"""A start and an end in seconds since 1970 (UTC)."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One block of hours on one date; `doubled` when the clock goes back inside it."""

    start: int
    end: int
    doubled: bool = False


def seconds_of(instant: datetime) -> int:
    """Whole seconds since 1970 (UTC); fractions are dropped."""
    return (instant - EPOCH) // SECOND


def instant_of(seconds: int) -> datetime:
    """The instant (UTC) at `seconds` since 1970."""
    return EPOCH + timedelta(seconds=seconds)


def openings(hours: Hours, tz: ZoneInfo, span: TimeSpan) -> list[Opening]:
    """The blocks of every date in `tz` that shares time with `span`, in order."""
    found: list[Opening] = []
    for day in _days(span, tz):
        for block in sorted(hours.on(day)):
            opening = _opening(day, block.start, end=block.end, tz=tz)
            if opening.start < opening.end:
                found.append(opening)
    return found


def stretches(opened: list[Opening]) -> list[Stretch]:
    """The openings with those that touch or overlap joined."""
    joined: list[Stretch] = []
    for opening in opened:
        if joined and opening.start <= joined[-1][1]:
            start, end = joined[-1]
            joined[-1] = (start, max(end, opening.end))
        else:
            joined.append((opening.start, opening.end))
    return joined


def starts(opening: Opening, tz: ZoneInfo, *, length: int, interval: int) -> list[int] | range:
    """Block start + k × interval while a booking of `length` fits; all in seconds."""
    grid = range(opening.start, opening.end - length + 1, interval)
    if not opening.doubled:
        return grid
    return [start for start in grid if not datetime.fromtimestamp(start, tz).fold]


def _days(span: TimeSpan, tz: ZoneInfo) -> Iterator[date]:
    day = local_day(span.start, tz)
    last = local_day(span.end, tz)
    while day <= last:
        yield day
        day += DAY


def _opening(day: date, start: int, *, end: int, tz: ZoneInfo) -> Opening:
    midnight = _steady_midnight(day, tz)
    if midnight is not None:
        return Opening(midnight + start * 60, midnight + end * 60)
    opens, closes = _instant(day, start, tz), _instant(day, end, tz)
    return Opening(opens, closes, closes - opens > (end - start) * 60)


@lru_cache(maxsize=8192)
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
    instant = at_wall(day, minute, tz)
    wanted = datetime.combine(day, time()) + timedelta(minutes=minute)
    gap = instant.astimezone(tz).replace(tzinfo=None) - wanted
    return seconds_of(_jump(instant - gap, instant, tz) if gap else instant)


def _jump(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """The first second after `before` with the offset of `after`."""
    offset = after.astimezone(tz).utcoffset()
    while after - before > SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(tz).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after
