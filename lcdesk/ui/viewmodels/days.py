"""A week without entries: headings, hour labels, titles. It needs no store and is painted first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.zones import MINUTES_A_DAY
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.viewmodels.shown import Days
from lcdesk.ui.viewmodels.week import DayColumn, Week
from lcdesk.ui.viewmodels.wording import tr

ALL_DAY = ((0, MINUTES_A_DAY),)

Open = Mapping[date, tuple[tuple[int, int], ...]]


def blank_week(days: Days, now: datetime, words: LocaleFormat) -> Week:
    """The empty days around `now`, which carries the zone to show."""
    today = now.date()
    return Week(
        days=day_columns(days, today, words, {}),
        now=(today, now.hour * 60 + now.minute) if today in days else None,
        hour_labels=words.hour_labels(),
        title=days_title(days, words),
        week_number=week_number(days, words),
    )


def day_columns(
    days: Days, today: date, words: LocaleFormat, opened: Open
) -> tuple[DayColumn, ...]:
    """The headings with their working hours; a day that `opened` does not name is open."""
    return tuple(
        DayColumn(
            day=day,
            weekday=words.weekday(day),
            number=words.day_number(day),
            is_today=day == today,
            is_weekend=words.is_weekend(day),
            open=opened.get(day, ALL_DAY),
        )
        for day in days.each()
    )


def days_title(days: Days, words: LocaleFormat) -> str:
    """What is shown, over the grid: "16 – 22 November 2026"."""
    if days.count == 1:
        return f"{words.long_weekday(days.first)}, {words.full_date(days.first)}"
    return words.range_title(days.first, days.last)


def week_number(days: Days, words: LocaleFormat) -> str:
    """ "Week 47"."""
    return tr("Week {n}").format(n=words.week_number(words.week_start(days.first)))


def hour_labels_elsewhere(
    day: date, here: ZoneInfo, there: ZoneInfo, words: LocaleFormat
) -> tuple[str, ...]:
    """What a clock `there` shows beside each full hour `here`, on `day`."""
    labels = []
    for hour in range(24):
        wall = datetime(day.year, day.month, day.day, hour, tzinfo=here).astimezone(there)
        labels.append(words.time(wall.hour * 60 + wall.minute))
    return tuple(labels)
