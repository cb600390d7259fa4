"""Forms of dates and times in several languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from lcdesk.ui.look.locale import HourStyle, LocaleFormat, locale_of_words

TUESDAY = date(2026, 11, 17)


def locale(name: str) -> LocaleFormat:
    return LocaleFormat(QLocale(name))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("en_GB", "16 – 22 November 2026"),
        ("en_US", "November 16 – 22, 2026"),
        ("de_DE", "16. – 22. November 2026"),
        ("es_ES", "16 – 22 de noviembre de 2026"),
        ("ja_JP", "2026年11月16 – 22日"),
        ("hu_HU", "2026. november 16. – 22."),
    ],
)
def test_a_week_within_one_month_says_month_and_year_once(name: str, title: str) -> None:
    assert locale(name).range_title(date(2026, 11, 16), date(2026, 11, 22)) == title


def test_a_week_over_two_months_says_the_year_once() -> None:
    title = locale("en_GB").range_title(date(2026, 9, 28), date(2026, 10, 4))
    assert title == "28 September – 4 October 2026"


def test_a_week_over_new_year_says_both_years() -> None:
    title = locale("en_GB").range_title(date(2026, 12, 28), date(2027, 1, 3))
    assert title == "28 December 2026 – 3 January 2027"


def test_a_week_where_there_is_little_room_says_its_months_in_few_letters() -> None:
    title = locale("en_GB").short_range_title(date(2026, 11, 30), date(2026, 12, 6))
    assert title == "30 Nov – 6 Dec 2026"


def test_one_day_is_one_date() -> None:
    assert locale("en_GB").range_title(TUESDAY, TUESDAY) == "17 November 2026"


@pytest.mark.parametrize(("name", "day"), [("en_US", 15), ("de_DE", 16), ("ar_EG", 14)])
def test_the_week_begins_where_people_expect_it(name: str, day: int) -> None:
    assert locale(name).week_start(TUESDAY) == date(2026, 11, day)


def test_settings_override_first_day_and_clock() -> None:
    own = LocaleFormat(QLocale("en_US"), clock=HourStyle.HOURS_24, first_weekday=1)
    assert own.week_start(TUESDAY) == date(2026, 11, 16)
    assert own.time_range(840, 900) == "14:00 – 15:00"


def test_twelve_hours_only_where_the_locale_has_them() -> None:
    assert locale("en_US").hour_labels()[13] == "1 PM"
    assert locale("de_DE").hour_labels()[13] == "13:00"
    assert len(locale("de_DE").hour_labels()) == 24


def test_a_day_that_ends_at_midnight_ends_at_zero() -> None:
    assert locale("de_DE").time_range(1380, 1440) == "23:00 – 00:00"


def test_weekends_and_direction_follow_the_locale() -> None:
    friday = date(2026, 11, 20)
    assert locale("he_IL").is_weekend(friday)
    assert not locale("en_GB").is_weekend(friday)
    assert locale("he_IL").is_right_to_left


def test_week_numbers_follow_the_thursday() -> None:
    assert locale("de_DE").week_number(date(2026, 11, 16)) == 47
    assert locale("en_US").week_number(date(2026, 11, 15)) == 47


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "just now"),
        (2, "2 min ago"),
        (125, "2 h ago"),
        (24 * 60, "yesterday"),
        (72 * 60, "3 days ago"),
        (-72 * 60, "some time ago"),
    ],
)
def test_ago_in_few_words(minutes: int, text: str) -> None:
    now = datetime(2026, 11, 17, 12, tzinfo=UTC)
    assert locale("en_GB").ago(now - timedelta(minutes=minutes), now) == text


def test_a_spoken_day_has_no_year() -> None:
    assert locale("en_GB").day(TUESDAY) == "Tuesday 17 November"
    assert locale("en_US").day(TUESDAY) == "Tuesday November 17"


@pytest.mark.parametrize(
    ("name", "title", "is_24_hour", "start"),
    [
        ("de_DE", "16 – 22 November 2026", True, 16),
        ("ar_EG", "16 – 22 November 2026", False, 14),
        ("fa_IR", "16 – 22 November 2026", True, 14),
        ("en_US", "November 16 – 22, 2026", False, 15),
    ],
)
def test_a_window_of_english_words_had_months_and_days_of_another_language(
    name: str, title: str, is_24_hour: bool, start: int
) -> None:
    region = QLocale(name)
    made = LocaleFormat(locale_of_words("en", region), region=region)
    assert made.range_title(date(2026, 11, 16), date(2026, 11, 22)) == title
    assert made.weekday(TUESDAY) == "Tue"
    assert made.day_number(TUESDAY) == "17"
    assert made.is_24_hour is is_24_hour
    assert made.week_start(TUESDAY) == date(2026, 11, start)
    assert not made.is_right_to_left


def test_the_weekend_is_that_of_the_region() -> None:
    region = QLocale("ar_EG")
    made = LocaleFormat(locale_of_words("en", region), region=region)
    assert [made.is_weekend(date(2026, 11, day)) for day in (20, 21, 22)] == [True, True, False]


@pytest.mark.parametrize(("name", "tuesday"), [("en_GB", "Tu"), ("de_DE", "Di")])
def test_two_letters_tell_the_days_apart(name: str, tuesday: str) -> None:
    assert locale(name).brief_weekday(TUESDAY) == tuesday


def test_in_arabic_every_weekday_read_the_same() -> None:
    made = locale("ar_EG")
    days = [TUESDAY + timedelta(days=passed) for passed in range(7)]
    assert len({made.brief_weekday(day) for day in days}) > 4


@pytest.mark.parametrize(
    ("name", "month", "first"),
    [
        ("en_GB", "November 2026", "1 Nov"),
        ("en_US", "November 2026", "Nov 1"),
        ("de_DE", "November 2026", "1. Nov."),
        ("cs_CZ", "listopad 2026", "1. lis"),
    ],
)
def test_a_month_is_named_alone_and_beside_its_first_day(name: str, month: str, first: str) -> None:
    made, day = locale(name), date(2026, 11, 1)
    assert (made.month_title(day), made.day_and_month(day)) == (month, first)


@pytest.mark.parametrize(
    ("name", "hour", "quarter"),
    [("en_GB", "14:00", "14:15"), ("en_US", "2 PM", "2:15 PM"), ("de_DE", "14:00", "14:15")],
)
def test_a_short_time_leaves_out_minutes_that_say_nothing(
    name: str, hour: str, quarter: str
) -> None:
    made = locale(name)
    read = [made.short_time(minute).replace("\u202f", " ") for minute in (840, 855)]
    assert read == [hour, quarter]
