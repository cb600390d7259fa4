"""How a series reads: "Every 2 weeks on Tuesday, until 3 March 2027"."""

from __future__ import annotations

from datetime import date, timedelta

from lcdesk.model.domain.calendars import Every
from lcdesk.model.domain.series import LAST, Rule, Series
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.viewmodels.wording import counted, joined, tr

_A_MONDAY = date(2024, 1, 1)
_NTHS = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}
_UNITS = {
    Every.DAY: ("Every day", "Every {n} days"),
    Every.WEEK: ("Every week", "Every {n} weeks"),
    Every.MONTH: ("Every month", "Every {n} months"),
}


def series_words(series: Series, words: LocaleFormat) -> str:
    """How a series goes on, from its own first day."""
    return rule_words(series.rule.starting(series.first), words)


def rule_words(rule: Rule, words: LocaleFormat) -> str:
    """A rule with its days and its end: "Every week on Tuesday, 6 times"."""
    parts = (how_often(rule), on_which_days(rule, words))
    return " ".join(part for part in parts if part) + _end(rule, words)


def how_often(rule: Rule) -> str:
    """ "Every 2 weeks"."""
    return counted(rule.interval, *_UNITS[rule.every])


def on_which_days(rule: Rule, words: LocaleFormat) -> str:
    """ "on Tuesday and Friday", "on day 24", "on the second Tuesday"; nothing for every day."""
    if rule.every is Every.DAY:
        return ""
    if rule.nth is not None:
        return tr("on the {nth} {weekday}").format(
            nth=tr(_NTHS[rule.nth]), weekday=weekday_name(rule.weekdays[0], words)
        )
    if rule.every is Every.MONTH:
        return tr("on day {n}").format(n=rule.month_day)
    names = [weekday_name(one, words) for one in rule.weekdays]
    return tr("on {days}").format(days=joined(names))


def weekday_name(weekday: int, words: LocaleFormat) -> str:
    """A weekday (Monday 0) in full."""
    return words.long_weekday(_A_MONDAY + timedelta(days=weekday))


def short_weekday_name(weekday: int, words: LocaleFormat) -> str:
    """A weekday (Monday 0) in few letters."""
    return words.weekday(_A_MONDAY + timedelta(days=weekday))


def _end(rule: Rule, words: LocaleFormat) -> str:
    if rule.until is not None:
        return tr(", until {day}").format(day=words.full_date(rule.until))
    if rule.count is not None:
        return ", " + counted(rule.count, "{n} time", "{n} times")
    return ""
