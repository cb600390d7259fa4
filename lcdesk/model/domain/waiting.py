"""Who waits for a time of a calendar: what they want, and which times suit them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import MINUTES_A_DAY, at_wall, local_day


@dataclass(frozen=True, slots=True)
class Waiting:
    """One contact who waits for a time of a calendar; of a class, for one seat.

    The days `first` to `last` are both meant, `after` and `before` are wall-clock minutes (0 to
    1440) within which a booking has to lie, and `weekdays` (Monday is 0) are all where none is
    named: days and minutes are those of the calendar's zone. `staff` is who is asked for by name.
    `variation` and `add_ons` are names of a service's options.
    """

    id: int
    calendar: int
    contact: int
    first: date
    last: date
    since: datetime
    staff: int | None = None
    weekdays: tuple[int, ...] = ()
    after: int = 0
    before: int = MINUTES_A_DAY
    variation: str = ""
    add_ons: tuple[str, ...] = ()
    notes: str = ""

    def suits(self, span: TimeSpan, tz: ZoneInfo) -> bool:
        """Whether a booking at this time is what they wait for; `tz` is the calendar's zone."""
        day = local_day(span.start, tz)
        if not self.first <= day <= self.last:
            return False
        if self.weekdays and day.weekday() not in self.weekdays:
            return False
        if at_wall(day, self.after, tz) > span.start:
            return False
        # Until midnight leaves open when it ends: a booking may go on after it.
        return self.before == MINUTES_A_DAY or span.end <= at_wall(day, self.before, tz)
