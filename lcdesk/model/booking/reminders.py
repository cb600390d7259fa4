"""When a reminder of an appointment is due, and whether it may be heard now.

Hours and minutes before an appointment are elapsed time. Whole days are days of the calendar: a day
before 14:00 is 14:00 on the day before, also where the clocks change in between (RFC 5545, 3.3.6).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.zones import at_wall, local_day, wall_minute, zone

DAY = timedelta(days=1)
AT_START = timedelta()
USUAL = (timedelta(minutes=15), AT_START)
MOST_REMINDERS = 5  # of one appointment
FURTHEST = timedelta(weeks=4)  # before it
DAYS_MAY_DIFFER = timedelta(days=1)  # a zone can skip a whole day, as Samoa did in 2011


@dataclass(frozen=True, slots=True)
class Beginning:
    """When something that was booked begins: one of a session, however many seats it has.

    A reminder that was due before it was booked at all, at `booked_at`, is nbeginning.
    """

    session: str
    start: datetime
    zone: str
    before: tuple[timedelta, ...]  # how long before its start it is reminded of
    booked_at: datetime


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of what begins at `start`; `due` is in UTC."""

    session: str
    start: datetime
    before: timedelta
    due: datetime


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Minutes past midnight on the wall, from one up to the other; over midnight where it is less.

    Equal ends are a whole day.
    """

    start: int
    end: int


def due_at(start: datetime, before: timedelta, zone_name: str) -> datetime:
    """When a reminder that long before `start` is due, in UTC."""
    if not before or before % DAY:
        return (start - before).astimezone(UTC)
    wall = start.astimezone(zone(zone_name))
    return min((wall - before).astimezone(UTC), start.astimezone(UTC))


def reminders_between(
    beginnings: Iterable[Beginning], since: datetime, until: datetime
) -> tuple[Reminder, ...]:
    """Those due after `since`, up to and including `until`, the first ones first."""
    found = (reminder for beginning in beginnings for reminder in _reminders(beginning))
    return tuple(
        sorted(
            (reminder for reminder in found if since < reminder.due <= until),
            key=lambda reminder: (reminder.due, reminder.start, reminder.session, reminder.before),
        )
    )


def _reminders(of: Beginning) -> Iterator[Reminder]:
    for before in set(of.before):
        due = due_at(of.start, before, of.zone)
        if due >= of.booked_at:
            yield Reminder(of.session, of.start, before, due)


def quiet_until(now: datetime, quiet: QuietHours | None, tz: ZoneInfo) -> datetime | None:
    """When the quiet hours that `now` lies in are over, in UTC; None outside of them."""
    if quiet is None:
        return None
    minute, today = wall_minute(now, tz), local_day(now, tz)
    if quiet.start < quiet.end:
        is_quiet, ends = quiet.start <= minute < quiet.end, today
    else:
        is_quiet = minute >= quiet.start or minute < quiet.end
        ends = today if minute < quiet.end else today + DAY
    if not is_quiet:
        return None
    end = at_wall(ends, quiet.end, tz)
    # In an hour that comes twice its first pass is meant, which may be over.
    return end if end > now else now + timedelta(minutes=1)
