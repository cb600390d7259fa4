"""What a series made by hand may say, its days, and what becomes of them when dates are moved.

Its rule is a small part of RFC 5545's, read strictly. Everything works on local days without a
clock, so that no zone can confuse it; series.py turns a day into an instant. Every rule that is
allowed here has a date in each of its months or weeks, so no walk goes on without finding one.

**Decided** (docs/rules/booking.md, "Recurring appointments"): a month without the day (the 31st)
takes its last day. As a rule that is the last which there is of the 28th to the 31st.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from lcdesk.model.domain.calendars import MOST_REPEATS, Calendar, CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.recurrence.moment import Moment
from lcdesk.model.recurrence.periods import Budget
from lcdesk.model.recurrence.rule import LAST, SURE_DAYS, Frequency, Rule
from lcdesk.model.recurrence.series import Series
from lcdesk.model.recurrence.text import UnreadableRule, parse_rule, rule_parts, write_rule
from lcdesk.model.recurrence.walk import FAR, Walk

LONGEST_INTERVAL = 99
MOST_TIMES = 999
MOST_AHEAD = 100  # dates of a series that never ends
YEAR = timedelta(days=366)
FARTHEST = 2 * YEAR  # that any series is made ahead
DAYS_A_WEEK = 7
_A_DAY = timedelta(days=1)
_DAYS_LOOKED_AT = 1_000_000  # all months of time; such a rule always finds a date
_FREQUENCIES = (Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY)
_NTHS = (1, 2, 3, 4, LAST)
_FORMS = {
    "FREQ": Message("FREQ is DAILY, WEEKLY or MONTHLY"),
    "INTERVAL": Message("INTERVAL is a whole number from 1 to {most}", most=str(LONGEST_INTERVAL)),
    "BYDAY": Message("BYDAY is TU,FR in a weekly rule, and 2TU or -1FR in a monthly one"),
    "BYMONTHDAY": Message("BYMONTHDAY is 1 to 31, in a monthly rule without BYDAY"),
    "BYSETPOS": Message("BYSETPOS is -1, with BYMONTHDAY from 28 on"),
    "WKST": Message("WKST is a weekday such as MO"),
    "UNTIL": Message("UNTIL is the last day, such as 20270303, and there is no COUNT then"),
    "COUNT": Message("COUNT is a whole number from 1 to {most}", most=str(MOST_TIMES)),
}


def offers_series(calendar: Calendar) -> bool:
    """Whether an appointment of this calendar may repeat; of a service only by its setting."""
    if calendar.kind is CalendarKind.SERVICE:
        return calendar.repeats is not None
    return calendar.kind is not CalendarKind.CLASS


def default_rule(calendar: Calendar) -> Rule | None:
    """The rule that a booking of this calendar is proposed to repeat by; None for once only."""
    if calendar.repeats is None or not offers_series(calendar):
        return None
    return Rule(Frequency[calendar.repeats.every.upper()], count=calendar.repeats.times)


def series_rule(text: str) -> Rule:
    """The rule of a series from its text, which may begin with RRULE and a colon.

    Raises InvalidInput that names the part which cannot be taken.
    """
    parts = rule_parts(text.strip().upper().removeprefix("RRULE:"))
    names = [name for name, _ in parts]
    for name, value in parts:
        if name not in _FORMS or not value:
            known = ", ".join(_FORMS)
            raise InvalidInput(
                Message(
                    "“{name}={value}” is no part of a series’ rule. lcdesk knows {known}.",
                    name=name,
                    value=value,
                    known=known,
                )
            )
        if names.count(name) > 1:
            raise InvalidInput(Message("{name} stands twice in the rule.", name=name))
        if name in ("INTERVAL", "COUNT") and not value.isdecimal():
            raise _refuse(name, value)
    try:
        rule = parse_rule(";".join(f"{name}={value}" for name, value in parts))
    except UnreadableRule as error:
        raise _refuse(*error.part) from error
    return check_series_rule(rule)


def check_series_rule(rule: Rule) -> Rule:
    """The rule as a series has it. Raises InvalidInput where it says more than one can."""
    rule = _with_last_days(rule)
    parts = {
        "FREQ": rule.freq in _FREQUENCIES,
        "INTERVAL": 1 <= rule.interval <= LONGEST_INTERVAL,
        "COUNT": rule.count is None or 1 <= rule.count <= MOST_TIMES,
        "UNTIL": rule.until is None or (rule.until.is_date and rule.count is None),
        "BYDAY": not rule.byday or _has_known_weekdays(rule),
        "BYMONTHDAY": not rule.bymonthday or _has_known_days(rule),
        "BYSETPOS": not rule.bysetpos or bool(rule.bymonthday),
    }
    for name, is_right in parts.items():
        if not is_right:
            raise _refuse(name, dict(rule_parts(write_rule(rule)))[name])
    return rule


def _refuse(name: str, value: str) -> InvalidInput:
    return InvalidInput(
        Message(
            "A series cannot have “{name}={value}”: {form}.",
            name=name,
            value=value,
            form=_FORMS[name],
        )
    )


def _has_known_weekdays(rule: Rule) -> bool:
    nths = {nth for nth, _ in rule.byday}
    if rule.freq is Frequency.WEEKLY:
        return nths == {0}
    return rule.freq is Frequency.MONTHLY and len(rule.byday) == 1 and nths <= {*_NTHS}


def _has_known_days(rule: Rule) -> bool:
    day = rule.month_day
    if rule.freq is not Frequency.MONTHLY or rule.byday or day is None or day < 1:
        return False
    alone = replace(rule, bymonthday=frozenset({day}), bysetpos=frozenset())
    return rule == _with_last_days(alone)


def _with_last_days(rule: Rule) -> Rule:
    """The rule with the last day of each month that lacks its day."""
    if len(rule.bymonthday) != 1 or rule.bysetpos:
        return rule
    (day,) = rule.bymonthday
    if day <= SURE_DAYS:
        return rule
    days = frozenset(range(SURE_DAYS, day + 1))
    return replace(rule, bymonthday=days, bysetpos=frozenset({LAST}))


def anchor_series(rule: Rule, first: date) -> Rule:
    """The rule of a series with what it leaves open taken from its first day."""
    return _with_last_days(rule.anchor_at(first))


def nth_of(day: date) -> int:
    """Which of its weekday a day is in its month: 1 to 4, or the last."""
    nth = (day.day - 1) // DAYS_A_WEEK + 1
    return LAST if nth == 5 else nth


def check_first_day(rule: Rule, first: date) -> Rule:
    """The rule as it is kept. Raises InvalidInput where its first day is none of its days."""
    anchored = anchor_series(check_series_rule(rule), first)
    if anchored.last_day is not None and anchored.last_day < first:
        raise InvalidInput(
            Message(
                "The series would end on {last_day}, before its first date, {first}. Choose a "
                "later end.",
                last_day=anchored.last_day.isoformat(),
                first=first.isoformat(),
            )
        )
    if next(rule_days(anchored, first), None) != first:
        raise InvalidInput(
            Message(
                "The series starts on {first}, which is not one of its own days. Start on a "
                "day of the rule, or change the rule.",
                first=first.isoformat(),
            )
        )
    return anchored


# --- its days ----------------------------------------------------------------------------------


def rule_days(
    rule: Rule, first: date, *, since: date | None = None, to: date | None = None
) -> Iterator[date]:
    """Every day of the rule from its first on, ascending; without end for an endless rule.

    Only those from `since` to `to` inclusive, where they are given.
    """
    rule = anchor_series(rule, first)
    end = None if rule.until is None else rule.until.wall
    walk = Walk(rule, _midnight(first), end, Budget(_DAYS_LOOKED_AT))
    lower = walk.start if since is None else _midnight(since)
    upper = FAR if to is None else _midnight(to)
    return (wall.date() for wall in walk.between(lower, upper))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def first_days(rule: Rule, first: date, count: int) -> tuple[date, ...]:
    """The first `count` days of a rule, or as many as it has."""
    return tuple(islice(rule_days(rule, first), count))


def days_between(rule: Rule, first: date, *, after: date, to: date) -> tuple[date, ...]:
    """The rule's days later than `after` and up to and including `to`."""
    return tuple(rule_days(rule, first, since=after + _A_DAY, to=to))


def last_day_made(rule: Rule, first: date, calendar: Calendar, now: datetime) -> date:
    """The local day up to which the dates of a series are made.

    **Decided** (docs/rules/booking.md, "Recurring appointments"): a rule with an end is made for
    a year ahead, for two where it has as many dates as a calendar can propose; one that never
    ends for the calendar's booking window or a hundred dates where that is shorter, since each
    is an event to send. The rest is made as the days pass.
    """
    tz = zone(calendar.zone)
    today = local_day(now, tz)
    if not rule.is_endless:
        has_few = rule.count is not None and rule.count <= MOST_REPEATS
        return max(today, first) + (FARTHEST if has_few else YEAR)
    to = local_day(now + YEAR, tz)
    if calendar.window is not None and calendar.window < YEAR:
        # The last day of which every minute lies inside the window.
        to = local_day(now + calendar.window, tz) - _A_DAY
    ahead = rule_days(rule, first, since=today + _A_DAY)
    return max(min(to, next(islice(ahead, MOST_AHEAD - 1, None))), first)


# --- another end, other days -------------------------------------------------------------------


def end_before(rule: Rule, day: date) -> Rule:
    """The rule with no date on `day`, one of its own, or later."""
    return replace(rule, count=None, until=Moment.of_day(day - _A_DAY))


def move_rule(series: Series, since: date, *, day: date, target: date) -> tuple[Rule, date]:
    """The rule and first day of the dates from `since` on, when its date `day` goes to `target`.

    The pattern moves along: weekdays by as many days as the date moves; a day of the month
    becomes the target's, an nth weekday the target's own. The number of dates stays.
    """
    shift = target - day
    is_monthly = series.rule.freq is Frequency.MONTHLY
    rule = _rest(series, since, keeps_until=not is_monthly or not shift)
    if rule.last_day is not None:
        rule = replace(rule, until=Moment.of_day(rule.last_day + shift))
    if not is_monthly:
        by = shift.days % DAYS_A_WEEK
        turned = frozenset((nth, (weekday + by) % DAYS_A_WEEK) for nth, weekday in rule.byday)
        return replace(rule, byday=turned, wkst=(rule.wkst + by) % DAYS_A_WEEK), since + shift
    if not shift:
        return rule, since
    if rule.byday:
        rule = replace(rule, byday=frozenset({(nth_of(target), target.weekday())}))
    else:
        rule = replace(rule, bymonthday=frozenset({target.day}), bysetpos=frozenset())
    months = (since.year - day.year) * 12 + since.month - day.month
    rule = _with_last_days(rule)
    endless = replace(rule, count=None, until=None)
    return rule, next(rule_days(endless, _first_of_month(target, months)))


def _rest(series: Series, since: date, *, keeps_until: bool) -> Rule:
    """The rule of the dates from `since` on, with as many as there are."""
    rule = series.rule
    if rule.is_endless or (rule.until is not None and keeps_until):
        return rule
    left = sum(1 for _ in rule_days(rule, series.first, since=since))
    return replace(rule, until=None, count=max(left, 1))


def _first_of_month(day: date, by: int) -> date:
    years, month = divmod(day.month - 1 + by, 12)
    return date(day.year + years, month + 1, 1)
