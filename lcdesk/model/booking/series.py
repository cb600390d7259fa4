"""The days of a series' rule, and what becomes of a rule when its dates are moved.

The only module that knows dateutil. It works on local days without a clock, so that no zone can
confuse it; domain/series.py turns a day into an instant. Every rule that a `Rule` can say has a
date in each of its months or weeks, so no walk goes on without finding one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import Any, Literal

from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.series import LAST, Rule, Series
from lcdesk.model.domain.zones import local_day, zone

YEAR = timedelta(days=366)
MOST_AHEAD = 100  # dates of a series that never ends
DAYS_A_WEEK = 7
_SURE_DAYS = 28  # every month has this many


def offers_series(calendar: Calendar) -> bool:
    """Whether one appointment of this calendar may become a series by hand."""
    return calendar.kind not in (CalendarKind.CLASS, CalendarKind.SERVICE)


def rule_days(rule: Rule, first: date) -> Iterator[date]:
    """Every day of the rule from its first day on, ascending; without end for an endless rule."""
    from dateutil import rrule

    rule = rule.starting(first)
    frequency: dict[Every, Literal[1, 2, 3]] = {
        Every.DAY: rrule.DAILY,
        Every.WEEK: rrule.WEEKLY,
        Every.MONTH: rrule.MONTHLY,
    }
    found = rrule.rrule(
        frequency[rule.every],
        dtstart=datetime.combine(first, time()),
        interval=rule.interval,
        count=rule.count,
        until=None if rule.until is None else datetime.combine(rule.until, time()),
        wkst=rule.week_start,
        **_by(rule),
    )
    return (instant.date() for instant in found)


def checked_rule(rule: Rule, first: date) -> Rule:
    """The rule as it is kept. Raises InvalidInput where its first day is none of its days."""
    settled = rule.starting(first)
    if settled.until is not None and settled.until < first:
        raise InvalidInput(
            f"The series would end on {settled.until:%Y-%m-%d}, before its first date, "
            f"{first:%Y-%m-%d}. Choose a later end."
        )
    if next(rule_days(settled, first), None) != first:
        raise InvalidInput(
            f"The series starts on {first:%Y-%m-%d}, which is not one of its own days. "
            "Start on a day of the rule, or change the rule."
        )
    return settled


def days_between(rule: Rule, first: date, *, after: date, to: date) -> tuple[date, ...]:
    """The rule's days later than `after` and up to and including `to`."""
    known = takewhile(lambda day: day <= to, rule_days(rule, first))
    return tuple(day for day in known if day > after)


def made_until(rule: Rule, first: date, calendar: Calendar, now: datetime) -> date:
    """The local day up to which the dates of a series are made.

    **Decided** (docs/rules/booking.md, "Recurring appointments"): a rule with an end is made for
    a year ahead; one that never ends for the calendar's booking window or a hundred dates where
    that is shorter, since each is an event to send. The rest is made as the days pass.
    """
    tz = zone(calendar.zone)
    today = local_day(now, tz)
    if not rule.is_endless:
        return max(today, first) + YEAR
    to = local_day(now + YEAR, tz)
    if calendar.window is not None and calendar.window < YEAR:
        # The last day of which every minute lies inside the window.
        to = local_day(now + calendar.window, tz) - timedelta(days=1)
    ahead = (day for day in rule_days(rule, first) if day > today)
    return max(min(to, next(islice(ahead, MOST_AHEAD - 1, None))), first)


def ended_before(rule: Rule, day: date) -> Rule:
    """The rule with no date on `day`, one of its own, or later."""
    return replace(rule, count=None, until=day - timedelta(days=1))


def moved_rule(series: Series, since: date, *, day: date, target: date) -> tuple[Rule, date]:
    """The rule and first day of the dates from `since` on, when its date `day` goes to `target`.

    The pattern moves along: weekdays by as many days as the date moves; a day of the month
    becomes the target's, an nth weekday the target's own. The number of dates stays.
    """
    shift = target - day
    rule = _remaining(series, since, keeps_until=series.rule.every is not Every.MONTH or not shift)
    if rule.until is not None:
        rule = replace(rule, until=rule.until + shift)
    if series.rule.every is not Every.MONTH:
        by = shift.days % DAYS_A_WEEK
        turned = tuple((weekday + by) % DAYS_A_WEEK for weekday in rule.weekdays)
        week_start = (rule.week_start + by) % DAYS_A_WEEK
        return replace(rule, weekdays=turned, week_start=week_start), since + shift
    if not shift:
        return rule, since
    if rule.nth is None:
        rule = replace(rule, month_day=target.day)
    else:
        rule = replace(rule, weekdays=(target.weekday(),), nth=nth_of(target))
    months = (since.year - day.year) * 12 + since.month - day.month
    month = _month(target, months)
    return rule, next(rule_days(replace(rule, count=None, until=None), month))


def nth_of(day: date) -> int:
    """Which of its weekday a day is in its month: 1 to 4, or the last."""
    nth = (day.day - 1) // DAYS_A_WEEK + 1
    return LAST if nth == 5 else nth


def _remaining(series: Series, since: date, *, keeps_until: bool) -> Rule:
    rule = series.rule
    if rule.is_endless or (rule.until is not None and keeps_until):
        return rule
    left = sum(1 for day in rule_days(rule, series.first) if day >= since)
    return replace(rule, until=None, count=max(left, 1))


def _month(day: date, by: int) -> date:
    years, month = divmod(day.month - 1 + by, 12)
    return date(day.year + years, month + 1, 1)


def _by(rule: Rule) -> dict[str, Any]:
    from dateutil import rrule

    if rule.every is Every.WEEK:
        return {"byweekday": rule.weekdays}
    if rule.every is Every.DAY:
        return {}
    if rule.nth is not None:
        return {"byweekday": rrule.weekday(rule.weekdays[0])(rule.nth)}
    day = rule.month_day or 1
    if day <= _SURE_DAYS:
        return {"bymonthday": day}
    # The last that there is of the 28th to the wanted day.
    return {"bymonthday": tuple(range(_SURE_DAYS, day + 1)), "bysetpos": LAST}


def first_days(rule: Rule, first: date, count: int) -> tuple[date, ...]:
    """The first `count` days of a rule, or as many as it has."""
    return tuple(islice(rule_days(rule, first), count))
