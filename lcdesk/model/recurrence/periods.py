"""The starts of a rule, period by period: years, months, weeks, days and what is shorter.

It begins near the wanted stretch, and each day or time that is looked at is taken from a budget,
so that a rule which never matches ends. tests/property compares it with dateutil.

What following a rule may cost: a rule from outside can match nothing, or every second.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.recurrence.rule import Frequency, Rule

LAST_YEAR = 9998
_DAY = timedelta(days=1)
_STEPS = {
    Frequency.HOURLY: timedelta(hours=1),
    Frequency.MINUTELY: timedelta(minutes=1),
    Frequency.SECONDLY: timedelta(seconds=1),
}


def matching_periods(
    rule: Rule, start: datetime, lower: datetime, upper: datetime, budget: Budget
) -> Iterator[list[datetime]]:
    """The starts in every period that reaches into the stretch, in order; all times on the wall.

    `rule` is anchored at `start`, where its periods are counted from. Raises TooMuchWork.
    """
    walk = _sub_daily if rule.freq in _STEPS else _daily
    for found in walk(rule, start, lower, upper, budget):
        yield _at_positions(rule, found) if rule.bysetpos else found


def _at_positions(rule: Rule, found: list[datetime]) -> list[datetime]:
    size = len(found)
    positions = {pos - 1 if pos > 0 else size + pos for pos in rule.bysetpos}
    return [found[position] for position in sorted(positions) if 0 <= position < size]


# --- days and longer ---------------------------------------------------------------------------


def _daily(
    rule: Rule, start: datetime, lower: datetime, upper: datetime, budget: Budget
) -> Iterator[list[datetime]]:
    times = _times(rule, start)
    for days in _PERIODS[rule.freq](rule, start.date(), lower.date(), upper.date()):
        budget.spend(1 + len(days))
        matching = [day for day in days if _matches(rule, day)]
        budget.spend(len(matching) * len(times))
        yield [datetime.combine(day, clock) for day in matching for clock in times]


def _times(rule: Rule, start: datetime) -> list[time]:
    hours = sorted(rule.byhour) or [start.hour]
    minutes = sorted(rule.byminute) or [start.minute]
    seconds = sorted({min(second, 59) for second in rule.bysecond}) or [start.second]
    if len(hours) * len(minutes) * len(seconds) > 1440:
        raise TooMuchWork
    return [time(h, m, s) for h in hours for m in minutes for s in seconds]


def first_step(distance: int, interval: int) -> int:
    """The number of the first step that can reach `distance` units away, with one in reserve."""
    return max(0, distance // interval - 1) * interval


def _years(rule: Rule, start: date, lower: date, upper: date) -> Iterator[list[date]]:
    first = start.year + first_step(lower.year - start.year, rule.interval)
    for year in range(first, min(upper.year, LAST_YEAR) + 1, rule.interval):
        yield _days_of_year(rule, year)


def _days_of_year(rule: Rule, year: int) -> list[date]:
    """Days that may match, few where the rule names months or days of them."""
    by_month = rule.bymonthday or (rule.byday and rule.bymonth)
    if not by_month:
        return _days_from(date(year, 1, 1), 365 + calendar.isleap(year))
    months = sorted(rule.bymonth) or range(1, 13)
    return [day for month in months for day in _days_of_month(rule, year, month)]


def _months(rule: Rule, start: date, lower: date, upper: date) -> Iterator[list[date]]:
    origin, reach = start.year * 12 + start.month - 1, upper.year * 12 + upper.month - 1
    first = origin + first_step(lower.year * 12 + lower.month - 1 - origin, rule.interval)
    for number in range(first, min(reach, LAST_YEAR * 12 + 11) + 1, rule.interval):
        year, month = divmod(number, 12)
        skip = rule.bymonth and month + 1 not in rule.bymonth
        yield [] if skip else _days_of_month(rule, year, month + 1)


def _days_of_month(rule: Rule, year: int, month: int) -> list[date]:
    size = calendar.monthrange(year, month)[1]
    if not rule.bymonthday:
        return _days_from(date(year, month, 1), size)
    days = {day if day > 0 else size + day + 1 for day in rule.bymonthday}
    return [date(year, month, day) for day in sorted(days) if 1 <= day <= size]


def _weeks(rule: Rule, start: date, lower: date, upper: date) -> Iterator[list[date]]:
    origin = start.toordinal() - (start.weekday() - rule.wkst) % 7
    first = origin + 7 * first_step((lower.toordinal() - origin) // 7, rule.interval)
    named = sorted({(weekday - rule.wkst) % 7 for _, weekday in rule.byday}) or range(7)
    for week in range(max(first, 1), upper.toordinal() + 1, 7 * rule.interval):
        yield [date.fromordinal(week + offset) for offset in named]


def _single_days(rule: Rule, start: date, lower: date, upper: date) -> Iterator[list[date]]:
    origin = start.toordinal()
    first = origin + first_step(lower.toordinal() - origin, rule.interval)
    for ordinal in range(first, upper.toordinal() + 1, rule.interval):
        yield [date.fromordinal(ordinal)]


def _days_from(first: date, size: int) -> list[date]:
    return [first + timedelta(days=offset) for offset in range(size)]


_PERIODS: dict[Frequency, Callable[[Rule, date, date, date], Iterator[list[date]]]] = {
    Frequency.YEARLY: _years,
    Frequency.MONTHLY: _months,
    Frequency.WEEKLY: _weeks,
    Frequency.DAILY: _single_days,
}


# --- which days match --------------------------------------------------------------------------


def _matches(rule: Rule, day: date) -> bool:
    """Whether every BY… part that concerns days lets `day` pass."""
    if rule.bymonth and day.month not in rule.bymonth:
        return False
    if rule.byday and not _is_named_weekday(rule, day):
        return False
    if rule.bymonthday and not _is_numbered(rule.bymonthday, day.day, _month_size(day)):
        return False
    if rule.byyearday and not _is_numbered(rule.byyearday, _year_day(day), _year_size(day)):
        return False
    return not rule.byweekno or _is_numbered(rule.byweekno, *_week_number(day, rule.wkst))


def _is_numbered(wanted: frozenset[int], number: int, size: int) -> bool:
    """Whether the `number`th of `size` is wanted, counted from either end."""
    return number in wanted or number - size - 1 in wanted


def _month_size(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _year_day(day: date) -> int:
    return day.timetuple().tm_yday


def _year_size(day: date) -> int:
    return 365 + calendar.isleap(day.year)


def _is_named_weekday(rule: Rule, day: date) -> bool:
    weekday = day.weekday()
    if (0, weekday) in rule.byday:
        return True
    nths = [nth for nth, wanted in rule.byday if wanted == weekday]
    if not nths:
        return False
    if rule.freq > Frequency.MONTHLY:
        return True  # a number means nothing here; other programs ignore it
    in_month = rule.freq is Frequency.MONTHLY or bool(rule.bymonth)
    number, size = (day.day, _month_size(day)) if in_month else (_year_day(day), _year_size(day))
    return (number - 1) // 7 + 1 in nths or -((size - number) // 7 + 1) in nths


def _week_number(day: date, wkst: int) -> tuple[int, int]:
    """The number of the day's week and how many weeks that week's year has.

    A week belongs to the year that holds its fourth day (ISO 8601 with any first weekday).
    """
    fourth = day - timedelta(days=(day.weekday() - wkst) % 7 - 3)
    number = (_year_day(fourth) - 1) // 7 + 1
    left = (_year_size(fourth) - _year_day(fourth)) // 7
    return number, number + left


# --- hours, minutes, seconds -------------------------------------------------------------------


def _sub_daily(
    rule: Rule, start: datetime, lower: datetime, upper: datetime, budget: Budget
) -> Iterator[list[datetime]]:
    step = _STEPS[rule.freq] * rule.interval
    moment = start + step * max(0, (lower - start) // step - 1)
    while moment <= upper:
        budget.spend()
        blocked = _blocked_until(rule, moment)
        if blocked is None:
            found = list(_within(rule, moment))
            budget.spend(len(found))
            yield found
        missing = step if blocked is None else blocked - moment
        moment += step * max(1, -(-missing // step))


def _blocked_until(rule: Rule, moment: datetime) -> datetime | None:
    """When the day, hour or minute that does not match is over; None when all match."""
    if not _matches(rule, moment.date()):
        return datetime.combine(moment.date() + _DAY, time())
    if rule.byhour and moment.hour not in rule.byhour:
        return moment.replace(minute=0, second=0) + timedelta(hours=1)
    if rule.freq > Frequency.HOURLY and rule.byminute and moment.minute not in rule.byminute:
        return moment.replace(second=0) + timedelta(minutes=1)
    return None


def _within(rule: Rule, moment: datetime) -> Iterator[datetime]:
    """The times of one hour, minute or second."""
    at = partial(moment.replace, microsecond=0)
    seconds = sorted({min(second, 59) for second in rule.bysecond}) or [moment.second]
    if rule.freq is Frequency.SECONDLY:
        if moment.second in seconds:
            yield moment
    elif rule.freq is Frequency.MINUTELY:
        yield from (at(second=second) for second in seconds)
    else:
        minutes = sorted(rule.byminute) or [moment.minute]
        yield from (at(minute=minute, second=second) for minute in minutes for second in seconds)


BUDGET = 60_000  # days or times looked at; some tens of milliseconds


class TooMuchWork(UnreadableEvent):
    """A rule that would have to be followed for too long."""

    def __init__(self) -> None:
        super().__init__(
            Message("This event repeats so often, or so rarely, that it was not worked out.")
        )


@dataclass(slots=True)
class Budget:
    """What may still be looked at; shared by all rules of an event."""

    left: int = BUDGET

    def spend(self, amount: int = 1) -> None:
        """Raises TooMuchWork when nothing is left."""
        self.left -= amount
        if self.left < 0:
            raise TooMuchWork
