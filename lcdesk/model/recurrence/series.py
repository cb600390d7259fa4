"""A series made by hand: its rule, and what each of its appointments is made from.

Every occurrence is an appointment of its own; this is what ties them together and makes the
later ones.

**Decided** (docs/rules/booking.md, "Recurring appointments"): dates and times are those of the
wall clock in the calendar's zone. A time that the clocks skip is moved forward by the gap, a
doubled one is the first pass (zones.py, as in RFC 5545).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.model.recurrence.rule import Rule


class Scope(StrEnum):
    """Which occurrences a change is meant for."""

    THIS = "this"
    FOLLOWING = "following"  # this one and those after it
    ALL = "all"


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
        return TimeSpan.of_length(self.start_on(day), self.length)
