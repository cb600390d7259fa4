"""The starts a rule makes, in wall time, bounded in work.

The only module that knows dateutil, which cannot be bounded: a rule that never matches
(BYMONTH=2;BYMONTHDAY=31) keeps its rrule busy up to the year 9999, and one with an ancient start
is walked from there. So it carries what surely has a day in each period and is quicker by it: the
weekdays of months ("the second Tuesday"), from the month before the wanted stretch on. Rules that
only step, by so many days or weeks, are computed without a walk; the rest goes through
periods.py, which gives up after a fixed amount of work. Days and times without a zone: what a
start means is said by whoever has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from lcdesk.model.recurrence.moment import wall_time
from lcdesk.model.recurrence.periods import LAST_YEAR, Budget, first_step, matching_periods
from lcdesk.model.recurrence.rule import Frequency, Rule

FAR = wall_time(LAST_YEAR, 12, 31)
_LONGEST_STEP = 100_000  # days or weeks; far more would not fit into a timedelta
_EVEN = {Frequency.DAILY: timedelta(days=1), Frequency.WEEKLY: timedelta(days=7)}


@dataclass(frozen=True, slots=True)
class Walk:
    """A rule anchored at a wall-time start; `until` is a wall time of the same zone."""

    rule: Rule
    start: datetime
    until: datetime | None = None
    budget: Budget = field(default_factory=Budget)

    def between(self, lower: datetime, upper: datetime) -> Iterator[datetime]:
        """The starts from `lower` to `upper` inclusive, in order, never before the start.

        A counting rule that does more than step is walked from its start. Raises TooMuchWork.
        """
        counted = self.rule.count is not None
        lower = max(lower, self.start)
        upper = min(upper, FAR) if self.until is None else min(upper, FAR, self.until)
        step = self._step()
        if step is not None:
            yield from self._steps(step, lower, upper)
            return
        left = self.rule.count if self.rule.count is not None else -1
        for wall in self._from(self.start if counted else lower, upper):
            if left == 0 or wall > upper:
                return
            if wall < self.start:
                continue
            left -= 1
            if wall >= lower:
                yield wall

    def last(self) -> datetime:
        """The last start of all; the start itself where there is none. Raises TooMuchWork."""
        step, count = self._step(), self.rule.count
        if step is None or count is None or self.until is not None:
            return max(self.between(self.start, FAR), default=self.start)
        return self.start + max(min(count - 1, (FAR - self.start) // step), 0) * step

    def _step(self) -> timedelta | None:
        """What lies between a start and the next, for a rule that only steps."""
        rule = self.rule
        if rule.interval > _LONGEST_STEP or not rule.only_steps(self.start):
            return None
        return _EVEN[rule.freq] * rule.interval

    def _steps(self, step: timedelta, lower: datetime, upper: datetime) -> Iterator[datetime]:
        first, last = -((self.start - lower) // step), (min(upper, FAR) - self.start) // step
        if self.rule.count is not None:
            last = min(last, self.rule.count - 1)
        for number in range(first, last + 1):
            self.budget.spend()
            yield self.start + number * step

    def _from(self, lower: datetime, upper: datetime) -> Iterator[datetime]:
        """Starts, and perhaps some before the stretch, in order."""
        rule = self.rule.anchor_at(self.start)
        if rule.has_a_weekday_each_month():
            yield from self._months(rule, lower)
            return
        for found in matching_periods(rule, self.start, lower, upper, self.budget):
            yield from found

    def _months(self, rule: Rule, lower: datetime) -> Iterator[datetime]:
        """What dateutil finds from the month before `lower` on."""
        from dateutil import rrule  # when first needed, because it costs start-up time

        origin = self.start.year * 12 + self.start.month - 1
        ahead = lower.year * 12 + lower.month - 1 - origin
        year, month = divmod(origin + first_step(ahead, rule.interval), 12)
        weekdays = [rrule.weekday(weekday, nth or None) for nth, weekday in rule.byday]
        found = rrule.rrule(
            rrule.MONTHLY,
            dtstart=datetime.combine(date(year, month + 1, 1), self.start.time()),
            interval=rule.interval,
            byweekday=weekdays,
            bysetpos=sorted(rule.bysetpos) or None,
        )
        for wall in found:
            self.budget.spend()
            yield wall
