"""A series made by hand: its rule, and what each of its appointments is made from.

Every occurrence is an appointment of its own; this is what ties them together and makes the
later ones. A rule is a small part of RFC 5545's RRULE, read strictly.

**Decided** (docs/rules/booking.md, "Recurring appointments"):
- Dates and times are those of the wall clock in the calendar's zone. A time that the clocks skip
  is moved forward by the gap, a doubled one is the first pass (zones.py, as in RFC 5545).
- A month without the day (the 31st) takes its last day, as recurring bookings of a calendar do.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from lcdesk.model.domain.calendars import Every, WhenTaken
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import at_wall, zone

LONGEST_INTERVAL = 99
MOST_TIMES = 999
LAST = -1  # the last such weekday of a month
_NTHS = (1, 2, 3, 4, LAST)


class Scope(StrEnum):
    """Which occurrences a change is meant for."""

    THIS = "this"
    FOLLOWING = "following"  # this one and those after it
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Rule:
    """How a series goes on. `until` is its last possible day, `count` how many dates it has.

    `weekdays` (Monday 0) are those of a weekly rule; with `nth` they hold the one weekday of a
    monthly rule, else a monthly rule has its `month_day`. `week_start` decides which days make
    a week where not every week counts. Raises InvalidInput.
    """

    every: Every
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    month_day: int | None = None
    until: date | None = None
    count: int | None = None
    week_start: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.interval <= LONGEST_INTERVAL:
            raise InvalidInput(f"A series repeats every 1 to {LONGEST_INTERVAL} times its unit.")
        if self.count is not None and not 1 <= self.count <= MOST_TIMES:
            raise InvalidInput(f"A series has 1 to {MOST_TIMES} dates, or no end.")
        if self.count is not None and self.until is not None:
            raise InvalidInput("A series ends on a date or after a number of dates, not both.")
        if self.nth is not None and (self.nth not in _NTHS or len(self.weekdays) != 1):
            raise InvalidInput("A monthly series can have the 1st to 4th or the last of a weekday.")
        object.__setattr__(self, "weekdays", tuple(sorted(set(self.weekdays))))

    @property
    def is_endless(self) -> bool:
        """Whether it goes on for ever."""
        return self.until is None and self.count is None

    def starting(self, first: date) -> Rule:
        """The rule with what it leaves open taken from its first day."""
        if self.every is Every.WEEK and not self.weekdays:
            return replace(self, weekdays=(first.weekday(),))
        if self.every is Every.MONTH and self.nth is None and self.month_day is None:
            return replace(self, month_day=first.day)
        return self


@dataclass(frozen=True, slots=True)
class Series:
    """What ties the occurrences of a series together and makes the later ones.

    `first` and `minute` are wall clock in `zone`, `length` is elapsed time. `staff` are members
    whom the person named; none leaves the choice to the calendar. `made_to` is the last local
    day up to which every date has been made or left out. `when_taken` is what the person chose
    for dates that are not open, and holds for later ones.
    """

    id: int
    calendar: int
    rule: Rule
    zone: str
    first: date
    minute: int
    length: timedelta
    contact: int
    made_to: date
    title: str = ""
    notes: str = ""
    location: str = ""
    staff: tuple[int, ...] = field(default=())
    when_taken: WhenTaken = WhenTaken.SKIP

    def start_on(self, day: date) -> datetime:
        """The instant (UTC) at which the occurrence of a local day begins."""
        return at_wall(day, self.minute, zone(self.zone))

    def span_on(self, day: date) -> TimeSpan:
        """The time that the rule gives to the occurrence of a local day."""
        return TimeSpan.lasting(self.start_on(day), self.length)
