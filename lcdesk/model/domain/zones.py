"""Zones and the two readings of a day's clock.

Grid rows and working hours are *wall clock*: the row 03:00 is three o'clock on the wall, on
a clock-change day too. Durations are *elapsed time*: half an hour is thirty minutes,
whatever the clocks do meanwhile. Functions here say which of the two they mean.

What the time is. Everything that asks is given a `Clock`, so that tests can set it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan

MINUTES_A_DAY = 24 * 60
_SECOND = timedelta(seconds=1)


class UnknownZone(InvalidInput):
    """A zone name that the time zone database does not know."""

    code = "UNKNOWN_ZONE"
    title = Message("Unknown time zone")


@lru_cache(maxsize=256)
def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name such as `Europe/Berlin`. Raises UnknownZone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZone(
            Message(
                "“{name}” is not a time zone that lcdesk knows. "
                "Use a name such as Europe/Berlin or America/New_York.",
                name=name,
            )
        ) from error


def at_wall(day: date, minute: int, tz: ZoneInfo) -> datetime:
    """The instant (UTC) at which a wall clock in `tz` shows `minute` minutes past midnight.

    `minute` runs from 0 to 1440 (the next midnight). In a doubled hour the first pass is
    meant; a time that the clock skips is moved forward by the gap, as wall clocks do.
    """
    whole_days, rest = divmod(minute, MINUTES_A_DAY)
    wall = datetime.combine(
        day + timedelta(days=whole_days), time(rest // 60, rest % 60), tzinfo=tz
    )
    return wall.astimezone(UTC)


def at_wall_or_jump(day: date, minute: int, tz: ZoneInfo, *, fold: int = 0) -> datetime:
    """The instant (UTC) at which a wall clock in `tz` shows `minute` (0 to 1440), or jumps over it.

    An edge of a stretch of time is meant: in a skipped hour it lies where the clock jumps. In a
    doubled hour `fold` 1 means the second pass; elsewhere it means nothing.
    """
    instant = at_wall(day, minute, tz)
    wanted = datetime.combine(day, time()) + timedelta(minutes=minute)
    gap = instant.astimezone(tz).replace(tzinfo=None) - wanted
    if gap:
        return _jump(instant - gap, instant, tz)
    return wanted.replace(tzinfo=tz, fold=fold).astimezone(UTC)


def _jump(before: datetime, after: datetime, tz: ZoneInfo) -> datetime:
    """The first second after `before` with the offset of `after`."""
    offset = after.astimezone(tz).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(tz).utcoffset() == offset:
            after = middle
        else:
            before = middle
    return after


def wall_minute(instant: datetime, tz: ZoneInfo) -> int:
    """Minutes past midnight that a wall clock in `tz` shows at `instant` (0 to 1439)."""
    wall = instant.astimezone(tz)
    return wall.hour * 60 + wall.minute


def moment(instant: datetime, zone_name: str) -> str:
    """`2026-12-01T10:00+01:00`: a time in a list that scripts read as well."""
    return instant.astimezone(zone(zone_name)).isoformat(timespec="minutes")


def local_day(instant: datetime, tz: ZoneInfo) -> date:
    """The calendar day in `tz` at `instant`."""
    return instant.astimezone(tz).date()


def day_span(first: date, tz: ZoneInfo, days: int = 1) -> TimeSpan:
    """`days` local days from midnight to midnight in `tz`; 23 or 25 hours where clocks change."""
    return TimeSpan(at_wall(first, 0, tz), at_wall(first + timedelta(days=days), 0, tz))


Clock = Callable[[], datetime]
"""Answers the present instant, aware."""


def utc_now() -> datetime:
    """The present instant in UTC, by this computer's clock."""
    return datetime.now(UTC)
