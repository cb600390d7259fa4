"""Holidays and absences: days, or a part of one day, on which somebody or everybody is away.

Days and minutes are wall clock in the zone of whoever is away, so that a clock change moves neither
end: a part of a day is cut out of the hours as hours themselves are read (docs/rules/booking.md,
"Time off"). Public holidays are only told; a person closes on them by time off of the same days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.people import Away, Day, Hours, HoursBlock
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import MINUTES_A_DAY, at_wall

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimeOff:
    """From `first` to `last`, both included; nobody in `staff` means the whole business.

    `part` is what of a single day is meant; None is all of each day. `title` is kept in lcdesk
    and never sent.
    """

    id: int
    first: date
    last: date
    title: str = ""
    staff: tuple[int, ...] = ()
    part: HoursBlock | None = None

    @property
    def is_for_all(self) -> bool:
        """Whether the business is closed, simple calendars included."""
        return not self.staff

    @property
    def minutes(self) -> tuple[int, int]:
        """From and to which minute of each day."""
        return (0, MINUTES_A_DAY) if self.part is None else (self.part.start, self.part.end)

    def concerns(self, member: int) -> bool:
        """Whether this staff member is away then."""
        return self.is_for_all or member in self.staff

    def covers(self, first: date, last: date) -> bool:
        """Whether it takes the whole of these days."""
        return self.part is None and self.first <= first and last <= self.last

    def days(self, first: date, last: date) -> Iterator[date]:
        """Its days that lie between these two, both included."""
        day, end = max(self.first, first), min(self.last, last)
        while day <= end:
            yield day
            day += _DAY

    def span(self, tz: ZoneInfo) -> TimeSpan:
        """From its start to its end on a clock in `tz`, as elapsed time."""
        start, end = self.minutes
        opens = at_wall(self.first, start, tz)
        return TimeSpan(opens, max(opens, at_wall(self.last, end, tz)))


@dataclass(frozen=True, slots=True)
class PublicHoliday:
    """A day, or days, that a calendar of public holidays names. Closes nothing by itself."""

    first: date
    last: date
    name: str


def hours_of_member(
    member: int, hours: Hours, time_off: Iterable[TimeOff], first: date, last: date
) -> Hours:
    """A member's hours from `first` to `last` without what is taken off then."""
    mine = [each for each in time_off if each.concerns(member)]
    return hours_without(hours, mine, first, last)


def hours_of_calendar(hours: Hours, time_off: Iterable[TimeOff], first: date, last: date) -> Hours:
    """The own hours of a simple calendar, which is closed when the business is."""
    return hours_without(hours, [each for each in time_off if each.is_for_all], first, last)


def hours_without(hours: Hours, time_off: Iterable[TimeOff], first: date, last: date) -> Hours:
    """The hours with each of these days cut out, and why (`Hours.away`)."""
    dates = dict(hours.dates)
    away: dict[date, tuple[Away, ...]] = dict(hours.away)
    for each in time_off:
        start, end = each.minutes
        reason = Away(start, end, each.title, is_for_all=each.is_for_all)
        for day in each.days(first, last):
            open_then = dates.get(day, hours.weekly[day.weekday()])
            dates[day] = tuple(_cut(open_then, start, end))
            away[day] = (*away.get(day, ()), reason)
    return replace(hours, dates=dates, away=away) if away else hours


def _cut(blocks: Day, start: int, end: int) -> Iterator[HoursBlock]:
    for block in blocks:
        if block.start < min(block.end, start):
            yield HoursBlock(block.start, min(block.end, start))
        if max(block.start, end) < block.end:
            yield HoursBlock(max(block.start, end), block.end)
