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
    """Consecutive days; `last` is included."""

    first: date
    count: int

    @property
    def last(self) -> date:
        """The last day."""
        return self.first + timedelta(days=self.count - 1)

    @property
    def month(self) -> date | None:
        """The first day of the month whose weeks these are; None for a week or less."""
        return (self.first + timedelta(days=6)).replace(day=1) if self.count > 7 else None

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def each(self) -> tuple[date, ...]:
        """Every day in order."""
        return tuple(self.first + timedelta(days=at) for at in range(self.count))


def days_around(day: date, mode: DayMode, locale: LocaleFormat) -> Days:
    """The days that are shown together with `day`; of a month, its whole weeks."""
    if mode is DayMode.DAY:
        return Days(day, 1)
    if mode is DayMode.MONTH:
        first = locale.week_start(day.replace(day=1))
        last = locale.week_start(_months_on(day.replace(day=1), 1) - timedelta(days=1))
        return Days(first, (last - first).days + 7)
    week = Days(locale.week_start(day), 7)
    if mode in (DayMode.WEEK, DayMode.AGENDA):
        return week
    working = [day for day in week.each() if not locale.is_weekend(day)]
    return Days(working[0], len(working)) if working else week


def day_after_steps(day: date, mode: DayMode, by: int) -> date:
    """Where "next" (1) or "back" (-1) leads; the same day of a month, or the last that it has."""
    if mode is DayMode.MONTH:
        return _months_on(day, by)
    return day + timedelta(days=by if mode is DayMode.DAY else 7 * by)


def _months_on(day: date, by: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _toggle(hidden: frozenset[int], number: int, is_shown: bool) -> frozenset[int]:
    return hidden - {number} if is_shown else hidden | {number}
