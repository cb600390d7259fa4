"""How a person lets a booking repeat, before there is a first date: a Rule needs one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lcdesk.model.domain.calendars import Calendar, WhenTaken
from lcdesk.model.recurrence.by_hand import anchor_series, default_rule, nth_of
from lcdesk.model.recurrence.moment import Moment
from lcdesk.model.recurrence.rule import Frequency, Rule


@dataclass(frozen=True, slots=True)
class Repetition:
    """How a booking repeats from whatever day it starts on; `freq` None is never.

    `also` are weekdays (Monday 0) besides the first date's own. A monthly one keeps the day of
    the month, or with `by_weekday` the nth weekday. Without `until` and `times` it never ends.
    """

    freq: Frequency | None = None
    interval: int = 1
    also: frozenset[int] = frozenset()
    by_weekday: bool = False
    until: date | None = None
    times: int | None = None
    when_taken: WhenTaken = WhenTaken.SKIP

    @property
    def is_endless(self) -> bool:
        """Whether it repeats for ever."""
        return self.freq is not None and self.until is None and self.times is None

    def rule(self, first: date) -> Rule | None:
        """The rule of what starts on `first`, and ends then at the earliest."""
        if self.freq is None:
            return None
        byday: frozenset[tuple[int, int]] = frozenset()
        if self.freq is Frequency.WEEKLY:
            byday = frozenset((0, weekday) for weekday in {first.weekday(), *self.also})
        elif self.freq is Frequency.MONTHLY and self.by_weekday:
            byday = frozenset({(nth_of(first), first.weekday())})
        until = None if self.until is None else Moment.of_day(max(self.until, first))
        rule = Rule(self.freq, self.interval, self.times, until, byday=byday)
        return anchor_series(rule, first)


def proposed_repetition(calendar: Calendar | None) -> Repetition:
    """What the calendar's settings propose; never where they say nothing."""
    rule = None if calendar is None else default_rule(calendar)
    if calendar is None or calendar.repeats is None or rule is None:
        return Repetition()
    return Repetition(rule.freq, times=rule.count, when_taken=calendar.repeats.when_taken)
