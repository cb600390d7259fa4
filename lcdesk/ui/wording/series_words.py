"""How a series reads: "Every 2 weeks on Tuesday, until 3 March 2027"."""

from __future__ import annotations

from datetime import date, timedelta

from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.recurrence.by_hand import anchor_series
from lcdesk.model.recurrence.rule import LAST, Frequency, Rule
from lcdesk.model.recurrence.series import Series
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import mark, mark_number, tr, with_number
from lcdesk.ui.wording.messages import name_list

_A_MONDAY = date(2024, 1, 1)
_NTHS = {
    1: mark("first"),
    2: mark("second"),
    3: mark("third"),
    4: mark("fourth"),
    LAST: mark("last"),
}
_UNITS = {
    Frequency.DAILY: mark_number("Every day", "Every {n} days"),
    Frequency.WEEKLY: mark_number("Every week", "Every {n} weeks"),
    Frequency.MONTHLY: mark_number("Every month", "Every {n} months"),
}


_WHEN_TAKEN = {
    WhenTaken.SKIP: mark("Leave taken dates out"),
    WhenTaken.BOOK_ANYWAY: mark("Book taken dates anyway"),
    WhenTaken.NEXT: mark("Move taken dates to the next open time"),
}


def when_taken_words(when_taken: WhenTaken) -> str:
    """What becomes of dates that are not open."""
    return tr(_WHEN_TAKEN[when_taken])


def series_words(series: Series, locale: LocaleFormat) -> str:
    """How a series goes on, from its own first day."""
    return rule_words(anchor_series(series.rule, series.first), locale)


def rule_words(rule: Rule, locale: LocaleFormat) -> str:
    """A rule with its days and its end: "Every week on Tuesday, 6 times"."""
    often, days = how_often(rule), on_which_days(rule, locale)
    repeats = tr("{often} {days}").format(often=often, days=days) if days else often
    if rule.last_day is not None:
        until = locale.full_date(rule.last_day)
        return tr("{repeats}, until {day}").format(repeats=repeats, day=until)
    if rule.count is not None:
        return with_number(
            rule.count, "{repeats}, {n} time", "{repeats}, {n} times", repeats=repeats
        )
    return repeats


def how_often(rule: Rule) -> str:
    """ "Every 2 weeks"."""
    return with_number(rule.interval, *_UNITS[rule.freq])


def on_which_days(rule: Rule, locale: LocaleFormat) -> str:
    """ "on Tuesday and Friday", "on day 24", "on the second Tuesday"; nothing for every day."""
    if rule.freq is Frequency.DAILY:
        return ""
    if rule.nth:
        return tr("on the {nth} {weekday}").format(
            nth=tr(_NTHS[rule.nth]), weekday=weekday_name(rule.weekdays[0], locale)
        )
    if rule.freq is Frequency.MONTHLY:
        return tr("on day {n}").format(n=rule.month_day)
    names = [weekday_name(weekday, locale) for weekday in rule.weekdays]
    return tr("on {days}").format(days=name_list(names))


def weekday_name(weekday: int, locale: LocaleFormat) -> str:
    """A weekday (Monday 0) in full."""
    return locale.long_weekday(_A_MONDAY + timedelta(days=weekday))


def brief_weekday_name(weekday: int, locale: LocaleFormat) -> str:
    """A weekday (Monday 0) in few letters."""
    return locale.brief_weekday(_A_MONDAY + timedelta(days=weekday))
