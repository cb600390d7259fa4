"""Clock, first day, days of work and digits of the regions that differ most."""

# ruff: noqa: RUF001  # digits that look like letters are what is tested

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from lcdesk.model.booking.counts import Stretch, periods
from lcdesk.ui.context.view_filter import DayMode, days_around
from lcdesk.ui.look.locale import HourStyle, LocaleFormat

MON, TUE, WED, THU, FRI, SAT, SUN = range(1, 8)
WEDNESDAY = date(2026, 11, 25)
WEEK = [WEDNESDAY + timedelta(days=passed) for passed in range(7)]
REGIONS = ("en_US", "de_DE", "ar_EG", "he_IL", "fa_IR")


def weekdays(days: tuple[date, ...]) -> list[int]:
    return [day.isoweekday() for day in days]


@pytest.mark.parametrize(
    ("name", "week", "work"),
    [
        ("en_US", SUN, [MON, TUE, WED, THU, FRI]),
        ("de_DE", MON, [MON, TUE, WED, THU, FRI]),
        ("ar_EG", SAT, [SUN, MON, TUE, WED, THU]),
        ("he_IL", SUN, [SUN, MON, TUE, WED, THU]),
        ("fa_IR", SAT, [SAT, SUN, MON, TUE, WED, THU]),
    ],
)
def test_the_week_and_the_days_of_work(name: str, week: int, work: list[int]) -> None:
    locale = LocaleFormat(QLocale(name))
    for mode in (DayMode.WEEK, DayMode.MONTH, DayMode.AGENDA):
        assert weekdays(days_around(WEDNESDAY, mode, locale).each())[0] == week
    shown = days_around(WEDNESDAY, DayMode.WORK_WEEK, locale)
    assert weekdays(shown.each()) == work
    assert WEDNESDAY in shown
    counted = periods(Stretch.WEEKS_4, WEDNESDAY, locale.week_start)
    assert {period.first.isoweekday() for period in counted} == {week}


@pytest.mark.parametrize("name", REGIONS)
@pytest.mark.parametrize("first", [SUN, MON, SAT])
def test_the_setting_says_when_the_week_begins_and_the_days_of_work_stay(
    name: str, first: int
) -> None:
    locale = LocaleFormat(QLocale(name), first_weekday=first)
    usual = LocaleFormat(QLocale(name))
    for day in WEEK:
        assert days_around(day, DayMode.WEEK, locale).first.isoweekday() == first
        shown = days_around(day, DayMode.WORK_WEEK, locale)
        assert not any(locale.is_weekend(each) for each in shown.each())
        assert len(shown.each()) == len(days_around(day, DayMode.WORK_WEEK, usual).each())
        assert day in shown or locale.is_weekend(day)


@pytest.mark.parametrize("name", REGIONS)
def test_weekdays_of_the_small_month_are_told_apart(name: str) -> None:
    locale = LocaleFormat(QLocale(name))
    assert len({locale.brief_weekday(day) for day in WEEK}) == 7
    assert max(len(locale.brief_weekday(day)) for day in WEEK) <= 2


@pytest.mark.parametrize(
    ("name", "hour", "short", "within_a_half", "over_noon"),
    [
        ("en_US", "2 PM", "2:30 PM", "2:30 – 3:15 PM", "11:30 AM – 12:30 PM"),
        ("de_DE", "14:00", "14:30", "14:30 – 15:15", "11:30 – 12:30"),
        ("ar_EG", "٢ م", "٢:٣٠ م", "\u200f٢:٣٠ – ٣:١٥ م", "\u200f١١:٣٠ ص – ١٢:٣٠ م"),
        ("he_IL", "14:00", "14:30", "\u200f14:30 – 15:15", "\u200f11:30 – 12:30"),
        ("fa_IR", "۱۴:۰۰", "۱۴:۳۰", "\u200f۱۴:۳۰ – ۱۵:۱۵", "\u200f۱۱:۳۰ – ۱۲:۳۰"),
    ],
)
def test_the_clock_of_each_region(
    name: str, hour: str, short: str, within_a_half: str, over_noon: str
) -> None:
    locale = LocaleFormat(QLocale(name))
    assert locale.hour_labels()[14] == locale.short_time(14 * 60) == hour
    assert locale.short_time(14 * 60 + 30) == short
    assert locale.time_range(14 * 60 + 30, 15 * 60 + 15) == within_a_half
    assert locale.time_range(11 * 60 + 30, 12 * 60 + 30) == over_noon


def test_a_stretch_to_midnight_says_both_halves() -> None:
    locale = LocaleFormat(QLocale("de_DE"), clock=HourStyle.HOURS_12)
    assert locale.time_range(23 * 60, 24 * 60) == "11:00 PM – 12:00 AM"
    assert locale.time_range(0, 30) == "12:00 – 12:30 AM"


@pytest.mark.parametrize(
    ("name", "day", "number"), [("fa_IR", "۲۵", "۴۸"), ("ar_EG", "٢٥", "٤٨"), ("he_IL", "25", "48")]
)
def test_days_and_weeks_in_the_digits_of_the_region(name: str, day: str, number: str) -> None:
    locale = LocaleFormat(QLocale(name))
    assert locale.day_number(WEDNESDAY) == day
    assert locale.number(locale.week_number(locale.week_start(WEDNESDAY))) == number
    assert day in locale.day_with_year(WEDNESDAY)
