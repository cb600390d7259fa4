"""A week without entries: headings, hour labels, titles. It needs no store and is painted first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.zones import MINUTES_A_DAY
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.week import DayColumn, Week
from lcdesk.ui.wording.labels import tr

ALL_DAY = ((0, MINUTES_A_DAY),)

Open = Mapping[date, tuple[tuple[int, int], ...]]


def blank_week(days: Days, now: datetime, locale: LocaleFormat) -> Week:
    """The empty days around `now`, which carries the zone to show."""
    today = now.date()
    return Week(
        days=day_columns(days, today, locale, {}),
        now=(today, now.hour * 60 + now.minute) if today in days else None,
        hour_labels=locale.hour_labels(),
        title=days_title(days, locale),
        week_number=week_number(days, locale),
    )


def day_columns(
    days: Days, today: date, locale: LocaleFormat, opened: Open
) -> tuple[DayColumn, ...]:
    """The headings with their working hours; a day that `opened` does not name is open."""
    return tuple(
        DayColumn(
            day=day,
            weekday=locale.weekday(day),
            number=locale.day_number(day),
            is_today=day == today,
            is_weekend=locale.is_weekend(day),
            open=opened.get(day, ALL_DAY),
        )
        for day in days.each()
    )


def days_title(days: Days, locale: LocaleFormat) -> str:
    """What is shown, over the grid: "16 – 22 November 2026"."""
    if days.count == 1:
        return f"{locale.long_weekday(days.first)}, {locale.full_date(days.first)}"
    return locale.range_title(days.first, days.last)


def week_number(days: Days, locale: LocaleFormat) -> str:
    """ "Week 47"."""
    return tr("Week {n}").format(n=locale.week_number(locale.week_start(days.first)))


def hour_labels_elsewhere(
    day: date, here: ZoneInfo, there: ZoneInfo, locale: LocaleFormat
) -> tuple[str, ...]:
    """What a clock `there` shows beside each full hour `here`, on `day`."""
    labels = []
    for hour in range(24):
        wall = datetime(day.year, day.month, day.day, hour, tzinfo=here).astimezone(there)
        labels.append(locale.time(wall.hour * 60 + wall.minute))
    return tuple(labels)
