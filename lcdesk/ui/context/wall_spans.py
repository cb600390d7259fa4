"""Cuts a stretch of time at midnight into boxes of single days, on a wall clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.events import AgendaEntry, AllDay, EntryKind, Origin
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import (
    MINUTES_A_DAY,
    at_wall,
    at_wall_or_jump,
    local_day,
    wall_minute,
)

# From this length on the wall an entry is drawn in the all-day lane: it would fill a column, that
# of a day with 23 hours too.
BANNER_FROM = MINUTES_A_DAY
# An entry inside a doubled hour can end before it starts on the wall; it is drawn this high.
_HEIGHT_IN_DOUBLED_HOUR = 30
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OnWall:
    """A stretch of time as a wall clock shows it, looked up once: a week has hundreds."""

    first: date
    start: int  # minutes past midnight of `first`
    last: date
    end: int
    length: timedelta

    @classmethod
    def of(cls, span: TimeSpan, tz: ZoneInfo) -> OnWall:
        """The stretch on the clock of `tz`."""
        start, end = span.start.astimezone(tz), span.end.astimezone(tz)
        return cls(
            start.date(),
            start.hour * 60 + start.minute,
            end.date(),
            end.hour * 60 + end.minute,
            span.end - span.start,
        )

    @property
    def minutes(self) -> int:
        """How far its end is from its start on the wall; a change of the clock does not count."""
        return (self.last - self.first).days * MINUTES_A_DAY + self.end - self.start


@dataclass(frozen=True, slots=True)
class Piece:
    """Wall-clock minutes of one day; `before` and `after` say that there is more elsewhere."""

    day: date
    start: int
    end: int
    before: bool = False
    after: bool = False


def is_banner(wall: OnWall, all_day: AllDay | None) -> bool:
    """Whether an entry belongs to the all-day lane."""
    return all_day is not None or wall.minutes >= BANNER_FROM


def fills_days(entry: AgendaEntry, wall: OnWall) -> bool:
    """Whether it has no times of day: whole days, or blocked by hand from midnight to midnight."""
    if entry.kind is EntryKind.APPOINTMENT:
        return False
    is_from_midnight = wall.start == 0 and wall.end == 0 and wall.first != wall.last
    return entry.all_day is not None or is_from_midnight


def length_of_whole_days(
    entry: AgendaEntry, tz: ZoneInfo, day: date, minute: int
) -> timedelta | None:
    """How long as many whole days last from another day on, over a change of the clock too.

    None for what has times or stands on a server, and where it would not begin at midnight.
    """
    wall = OnWall.of(entry.span, tz)
    if minute or entry.origin is Origin.ICLOUD or not fills_days(entry, wall):
        return None
    return at_wall(day + (wall.last - wall.first), 0, tz) - at_wall(day, 0, tz)


def banner_days(wall: OnWall, all_day: AllDay | None) -> tuple[date, date]:
    """First and last day of an entry in the all-day lane, both included."""
    if all_day is not None:
        return all_day.first, max(all_day.first, all_day.end - _DAY)
    return wall.first, wall.last if wall.end or wall.first == wall.last else wall.last - _DAY


def pieces(wall: OnWall) -> tuple[Piece, ...]:
    """The boxes of a stretch of time, one a day; at least one, however short it is."""
    first, start, last, end = wall.first, wall.start, wall.last, wall.end
    if first == last:
        return (Piece(first, start, _end_on_same_day(wall)),)
    found = [Piece(first, start, MINUTES_A_DAY, after=end > 0 or (last - first).days > 1)]
    for passed in range(1, (last - first).days):
        more = end > 0 or passed < (last - first).days - 1
        day = first + timedelta(days=passed)
        found.append(Piece(day, 0, MINUTES_A_DAY, before=True, after=more))
    if end > 0:
        found.append(Piece(last, 0, end, before=True))
    return tuple(found)


def span_on_wall(day: date, start: int, end: int, tz: ZoneInfo) -> TimeSpan:
    """The stretch between two minutes of a day; of length zero within an hour that is skipped."""
    return TimeSpan(at_wall_or_jump(day, start, tz), at_wall_or_jump(day, end, tz))


def drag_edges(span: TimeSpan, day: date, start: int, end: int, tz: ZoneInfo) -> TimeSpan:
    """`span`, of one day, with one edge dragged to another minute of that day.

    The other edge is the instant that it was: a minute alone does not say in which pass of a
    doubled hour it lies. The dragged edge stays in the pass it was in, and after its beginning.
    """
    (drawn, *_more) = pieces(OnWall.of(span, tz))
    begin, finish = span.start, span.end
    if start != drawn.start:
        begin = at_wall_or_jump(day, start, tz, fold=begin.astimezone(tz).fold)
    if end != drawn.end:
        finish = at_wall_or_jump(day, end, tz, fold=finish.astimezone(tz).fold)
        if finish <= begin:
            finish = at_wall_or_jump(day, end, tz, fold=1)
    return TimeSpan(begin, max(begin, finish))


def drop_start(span: TimeSpan, day: date, minute: int, tz: ZoneInfo) -> datetime:
    """Where `span` begins (UTC) when it is dropped at a minute of a day.

    In an hour that the clocks skip it is as far from where it was as it was dragged, so that what
    is brought up past the jump, or a quarter of an hour at a time, comes out above it. From
    another day it is moved forward by the gap. Where it is already is the very instant, in the
    second pass of a doubled hour too.
    """
    if (local_day(span.start, tz), wall_minute(span.start, tz)) == (day, minute):
        return span.start
    start = at_wall(day, minute, tz)
    if wall_minute(start, tz) == minute % MINUTES_A_DAY or local_day(span.start, tz) != day:
        return start
    jump = at_wall_or_jump(day, minute, tz)
    gap = timedelta(minutes=wall_minute(start, tz) - minute)
    return start - gap if span.start >= jump else start


def _end_on_same_day(wall: OnWall) -> int:
    if wall.end > wall.start:
        return wall.end
    passed = min(int(wall.length / _MINUTE), _HEIGHT_IN_DOUBLED_HOUR)
    return min(wall.start + max(passed, 1), MINUTES_A_DAY)
