"""What a person chose to see: days, kind of calendar, people. Plain values, without a store."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.ui.look.locale import LocaleFormat


class DayMode(StrEnum):
    """How many days stand side by side, the weeks of a month, or a list of days."""

    DAY = "day"
    DAYS = "days"  # as many as were chosen
    WORK_WEEK = "work_week"
    WEEK = "week"
    MONTH = "month"
    AGENDA = "agenda"


@dataclass(frozen=True, slots=True)
class ViewFilter:
    """Which calendars and staff members are shown. `kind` None is everything together."""

    kind: CalendarKind | None = None
    hidden_calendars: frozenset[int] = frozenset()
    hidden_staff: frozenset[int] = frozenset()
    hides_cancelled: bool = False

    def shows_calendar(self, calendar: Calendar) -> bool:
        """Whether this calendar's appointments are shown."""
        return self.kind in (None, calendar.kind) and calendar.id not in self.hidden_calendars

    def with_calendar(self, calendar: int, is_shown: bool) -> ViewFilter:
        """The same with one calendar shown or not."""
        return replace(self, hidden_calendars=_toggle(self.hidden_calendars, calendar, is_shown))

    def with_staff(self, member: int, is_shown: bool) -> ViewFilter:
        """The same with one staff member shown or not."""
        return replace(self, hidden_staff=_toggle(self.hidden_staff, member, is_shown))


@dataclass(frozen=True, slots=True)
class Days:
    """Consecutive days; `last` is included. `month` is the first day of the month whose weeks
    they are; None for days side by side.
    """

    first: date
    count: int
    month: date | None = None

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(days=self.count - 1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def each(self) -> tuple[date, ...]:
        """Every day in order."""
        return tuple(self.first + timedelta(days=at) for at in range(self.count))


FEWEST, MOST = 2, 14  # days that can be chosen; a single one is a view of its own


def days_around(day: date, mode: DayMode, locale: LocaleFormat, count: int = 1) -> Days:
    """The days that are shown together with `day`: `count` of them from there on, whole weeks of
    a month.
    """
    if mode in (DayMode.DAY, DayMode.DAYS):
        return Days(day, 1 if mode is DayMode.DAY else count)
    if mode is DayMode.MONTH:
        month = day.replace(day=1)
        first = locale.week_start(month)
        last = locale.week_start(_months_on(month, 1) - timedelta(days=1))
        return Days(first, (last - first).days + 7, month)
    week = Days(locale.week_start(day), 7)
    if mode in (DayMode.WEEK, DayMode.AGENDA):
        return week
    return _work_week(day, week, locale)


def _work_week(day: date, week: Days, locale: LocaleFormat) -> Days:
    """The days of a week on which one works; where that was told to begin in their midst, those
    around `day`, or before it.
    """
    working = [each for each in week.each() if not locale.is_weekend(each)]
    if not working:
        return week
    if (working[-1] - working[0]).days < len(working):
        return Days(working[0], len(working))
    while locale.is_weekend(day) or not locale.is_weekend(day - timedelta(days=1)):
        day -= timedelta(days=1)
    return Days(day, len(working))


def day_after_steps(day: date, mode: DayMode, by: int, count: int = 1) -> date:
    """Where "next" (1) or "back" (-1) leads; the same day of a month, or the last that it has."""
    if mode is DayMode.MONTH:
        return _months_on(day, by)
    length = {DayMode.DAY: 1, DayMode.DAYS: count}.get(mode, 7)
    return day + timedelta(days=length * by)


def _months_on(day: date, by: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _toggle(hidden: frozenset[int], number: int, is_shown: bool) -> frozenset[int]:
    return hidden - {number} if is_shown else hidden | {number}
