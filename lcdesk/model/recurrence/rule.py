"""How something comes back: the value that every rule of lcdesk is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.recurrence.moment import Moment

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1  # the last such weekday of a month, or the last of what was found
SURE_DAYS = 28  # every month has this many
_SURE_NTHS = frozenset({*range(5), *range(-4, 0)})  # every month has four of each weekday


class Frequency(IntEnum):
    """How often, from the rarest; the order is RFC 5545's."""

    YEARLY = 0
    MONTHLY = 1
    WEEKLY = 2
    DAILY = 3
    HOURLY = 4
    MINUTELY = 5
    SECONDLY = 6


@dataclass(frozen=True, slots=True)
class Rule:
    """One RRULE. `byday` holds (nth, weekday) with nth 0 for every, Monday 0.

    `until` is as written: its reading depends on the zone of what comes back.
    """

    freq: Frequency
    interval: int = 1
    count: int | None = None
    until: Moment | None = None
    bymonth: frozenset[int] = frozenset()
    bymonthday: frozenset[int] = frozenset()
    byyearday: frozenset[int] = frozenset()
    byweekno: frozenset[int] = frozenset()
    byday: frozenset[tuple[int, int]] = frozenset()
    byhour: frozenset[int] = frozenset()
    byminute: frozenset[int] = frozenset()
    bysecond: frozenset[int] = frozenset()
    bysetpos: frozenset[int] = frozenset()
    wkst: int = 0

    @property
    def is_endless(self) -> bool:
        """Whether it goes on for ever."""
        return self.until is None and self.count is None

    @property
    def last_day(self) -> date | None:
        """The day of its end, where it has one."""
        return None if self.until is None else self.until.wall.date()

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The weekdays that it names, from Monday (0) on."""
        return tuple(sorted({weekday for _, weekday in self.byday}))

    @property
    def nth(self) -> int:
        """Which of its weekday of a month is meant, from the end where negative; 0 for every."""
        return next((nth for nth, _ in self.byday), 0)

    @property
    def month_day(self) -> int | None:
        """The day of the month that a rule of a series means; its last in months without it."""
        return max(self.bymonthday, default=None)

    def anchor_at(self, start: date) -> Rule:
        """The rule with what it leaves open taken from its first day (RFC 5545)."""
        if self.byday or self.bymonthday or self.byyearday:
            return self
        if self.byweekno:
            return replace(self, byday=frozenset({(0, start.weekday())}))
        if self.freq is Frequency.YEARLY:
            months = self.bymonth or frozenset({start.month})
            return replace(self, bymonth=months, bymonthday=frozenset({start.day}))
        if self.freq is Frequency.MONTHLY:
            return replace(self, bymonthday=frozenset({start.day}))
        if self.freq is Frequency.WEEKLY:
            return replace(self, byday=frozenset({(0, start.weekday())}))
        return self

    def only_steps(self, start: datetime) -> bool:
        """Whether the wall time `start`, the frequency and the interval say everything."""
        if any((self.bymonth, self.bymonthday, self.byyearday, self.byweekno, self.bysetpos)):
            return False
        if any((self.byhour, self.byminute, self.bysecond)):
            return False
        if self.freq is Frequency.WEEKLY:
            return self.byday in (frozenset(), frozenset({(0, start.weekday())}))
        return self.freq is Frequency.DAILY and not self.byday

    def has_a_weekday_each_month(self) -> bool:
        """Whether weekdays alone say which days of a month are meant, and each month has some."""
        if self.freq is not Frequency.MONTHLY or not self.bysetpos <= {1, LAST}:
            return False
        if any((self.bymonth, self.bymonthday, self.byyearday, self.byweekno)):
            return False
        if any((self.byhour, self.byminute, self.bysecond)):
            return False
        return any(nth in _SURE_NTHS for nth, _ in self.byday)

    def for_dates(self) -> Rule:
        """The rule for an event without times: its parts for times are left out (RFC 5545).

        Raises UnreadableEvent for rules that repeat within a day.
        """
        if self.freq > Frequency.DAILY:
            raise UnreadableEvent(Message("This all-day event is said to repeat within a day."))
        nothing: frozenset[int] = frozenset()
        return replace(self, byhour=nothing, byminute=nothing, bysecond=nothing)
