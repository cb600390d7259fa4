"""Counting, as pure functions of rows. No store and no Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from lcdesk.model.domain.events import Booked, Status
from lcdesk.model.domain.people import Hours
from lcdesk.model.domain.zones import at_wall, local_day

_NOTHING = timedelta(0)


class Stretch(StrEnum):
    """How far back is counted, and in which steps."""

    WEEKS_4 = "weeks_4"
    WEEKS_12 = "weeks_12"
    MONTHS_12 = "months_12"


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days that are counted together; `last` is included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Count:
    """What came of the bookings of one period, member or calendar.

    `bookings` has everything that was booked; `cancelled` and `missed` are parts of it. `booked` is
    the time of what took place, a session once however many seats it has; `working` the working
    hours that it could have been in.
    """

    bookings: int = 0
    cancelled: int = 0
    missed: int = 0
    booked: timedelta = _NOTHING
    working: timedelta = _NOTHING

    @property
    def kept(self) -> int:
        """Bookings that were neither cancelled nor missed, or are still to come."""
        return self.bookings - self.cancelled - self.missed

    @property
    def share(self) -> float | None:
        """How much of the working hours was booked, 1 for all of them; None without any."""
        return self.booked / self.working if self.working else None


def periods(stretch: Stretch, today: date, week_start: Callable[[date], date]) -> list[Period]:
    """The weeks or months that end with the one of `today`, the earliest first."""
    if stretch is Stretch.MONTHS_12:
        months = today.year * 12 + today.month - 1
        firsts = [date(at // 12, at % 12 + 1, 1) for at in range(months - 11, months + 2)]
    else:
        count = 4 if stretch is Stretch.WEEKS_4 else 12
        last = week_start(today)
        firsts = [last + timedelta(weeks=at) for at in range(1 - count, 2)]
    return [Period(first, following - timedelta(days=1)) for first, following in pairwise(firsts)]


def count(rows: Iterable[Booked], working: timedelta) -> Count:
    """The rows counted: an appointment once, whoever it is with."""
    seen: dict[int, Booked] = {row.id: row for row in rows}
    sessions: dict[tuple[str, object], timedelta] = {}
    for row in seen.values():
        if row.status.takes_time:
            sessions[row.session, row.start] = row.end - row.start
    statuses = [row.status for row in seen.values()]
    return Count(
        bookings=len(seen),
        cancelled=statuses.count(Status.CANCELLED),
        missed=statuses.count(Status.NOSHOW),
        booked=sum(sessions.values(), _NOTHING),
        working=working,
    )


def count_members_time(rows: Sequence[Booked], working: timedelta) -> Count:
    """As `count`, with the time of each member who takes part: two in one hour are two hours."""
    whole = count(rows, working)
    spent: dict[tuple[str, object, int], timedelta] = {
        (row.session, row.start, row.staff): row.end - row.start
        for row in rows
        if row.status.takes_time and row.staff is not None
    }
    booked = sum(spent.values(), _NOTHING)
    return Count(whole.bookings, whole.cancelled, whole.missed, booked, working)


def by_period(rows: Iterable[Booked], tz: ZoneInfo, many: Sequence[Period]) -> list[list[Booked]]:
    """The rows of each period, by the day on which they begin in `tz`."""
    found: list[list[Booked]] = [[] for _ in many]
    for row in rows:
        day = local_day(row.start, tz)
        at = next((at for at, period in enumerate(many) if day in period), None)
        if at is not None:
            found[at].append(row)
    return found


def working_time(hours: Hours, tz: ZoneInfo, period: Period) -> timedelta:
    """How long somebody with these hours works in a period; clock changes count as they are."""
    whole, day = _NOTHING, period.first
    while day <= period.last:
        for block in hours.on(day):
            whole += at_wall(day, block.end, tz) - at_wall(day, block.start, tz)
        day += timedelta(days=1)
    return whole


def group(
    rows: Iterable[Booked], key: Callable[[Booked], int | None]
) -> Mapping[int, list[Booked]]:
    """The rows by member or calendar; those without one are left out."""
    found: dict[int, list[Booked]] = {}
    for row in rows:
        known = key(row)
        if known is not None:
            found.setdefault(known, []).append(row)
    return found
