"""What a person picks for a series, before there is a first date: a Rule needs one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lcdesk.model.domain.calendars import Every
from lcdesk.model.recurrence.by_hand import anchor_series, frequency, nth_of
from lcdesk.model.recurrence.moment import Moment
from lcdesk.model.recurrence.rule import Rule


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a series goes on from whatever day it starts on.

    `also` are weekdays (Monday 0) besides the first date's own. A monthly one keeps the day of
    the month, or with `by_weekday` the nth weekday. Without `until` and `times` it never ends.
    """

    every: Every = Every.WEEK
    interval: int = 1
    also: frozenset[int] = frozenset()
    by_weekday: bool = False
    until: date | None = None
    times: int | None = None

    def rule(self, first: date) -> Rule:
        """The rule of a series that starts on `first`, and ends then at the earliest."""
        byday: frozenset[tuple[int, int]] = frozenset()
        if self.every is Every.WEEK:
            byday = frozenset((0, weekday) for weekday in {first.weekday(), *self.also})
        elif self.every is Every.MONTH and self.by_weekday:
            byday = frozenset({(nth_of(first), first.weekday())})
        rule = Rule(
            frequency(self.every),
            self.interval,
            self.times,
            None if self.until is None else Moment.of_day(max(self.until, first)),
            byday=byday,
        )
        return anchor_series(rule, first)
