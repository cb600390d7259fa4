"""What a person picks for a series, before there is a first date: a Rule needs one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lcdesk.model.booking.series import nth_of
from lcdesk.model.domain.calendars import Every
from lcdesk.model.domain.series import Rule


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
        is_nth = self.every is Every.MONTH and self.by_weekday
        weekdays: frozenset[int] = frozenset()
        if is_nth or self.every is Every.WEEK:
            weekdays = frozenset({first.weekday()})
        if self.every is Every.WEEK:
            weekdays |= self.also
        rule = Rule(
            self.every,
            self.interval,
            weekdays=tuple(weekdays),
            nth=nth_of(first) if is_nth else None,
            until=None if self.until is None else max(self.until, first),
            count=self.times,
        )
        return rule.starting(first)
