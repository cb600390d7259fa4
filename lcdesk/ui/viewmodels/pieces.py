"""Cuts a stretch of time at midnight into boxes of single days, on a wall clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import MINUTES_A_DAY, local_day, wall_minute

# From this length an entry is drawn in the all-day lane: it would fill a column.
BANNER_FROM = timedelta(hours=24)
# An entry inside a doubled hour can end before it starts on the wall; it is drawn this high.
_HEIGHT_IN_DOUBLED_HOUR = 30
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """Wall-clock minutes of one day; `before` and `after` say that there is more elsewhere."""

    day: date
    start: int
    end: int
    before: bool = False
    after: bool = False


def is_banner(span: TimeSpan, all_day: AllDay | None) -> bool:
    """Whether an entry belongs to the all-day lane."""
    return all_day is not None or span.length >= BANNER_FROM


def banner_days(span: TimeSpan, all_day: AllDay | None, tz: ZoneInfo) -> tuple[date, date]:
    """First and last day of an entry in the all-day lane, both included."""
    if all_day is not None:
        return all_day.first, max(all_day.first, all_day.end - timedelta(days=1))
    return local_day(span.start, tz), local_day(max(span.start, span.end - _MINUTE), tz)


def pieces(span: TimeSpan, tz: ZoneInfo) -> tuple[Piece, ...]:
    """The boxes of a stretch of time, one a day; at least one, however short it is."""
    first, last = local_day(span.start, tz), local_day(span.end, tz)
    start, end = wall_minute(span.start, tz), wall_minute(span.end, tz)
    if first == last:
        return (Piece(first, start, _end_on_same_day(span, start, end)),)
    found = [Piece(first, start, MINUTES_A_DAY, after=end > 0 or (last - first).days > 1)]
    for passed in range(1, (last - first).days):
        more = end > 0 or passed < (last - first).days - 1
        day = first + timedelta(days=passed)
        found.append(Piece(day, 0, MINUTES_A_DAY, before=True, after=more))
    if end > 0:
        found.append(Piece(last, 0, end, before=True))
    return tuple(found)


def _end_on_same_day(span: TimeSpan, start: int, end: int) -> int:
    if end > start:
        return end
    passed = min(int(span.length / _MINUTE), _HEIGHT_IN_DOUBLED_HOUR)
    return min(start + max(passed, 1), MINUTES_A_DAY)
