"""The boxes of a month's weeks become chips of one day and bars over many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from lcdesk.ui.context.view_filter import DayMode, days_around
from lcdesk.ui.look.locale import HourStyle, LocaleFormat
from lcdesk.ui.month.month import Month, MonthEntry, month_of
from lcdesk.ui.week.days import day_columns
from lcdesk.ui.week.week import Banner, Block, Column, Week, travel_id

TODAY = date(2026, 11, 25)
GERMAN = LocaleFormat(QLocale("de_DE"))
HOURS = {Column(TODAY): ((600, 1080),), Column(date(2026, 11, 26)): ()}


def made(*blocks: Block, banners: tuple[Banner, ...] = (), locale: LocaleFormat = GERMAN) -> Month:
    days = days_around(TODAY, DayMode.MONTH, locale)
    columns = day_columns(days, TODAY, locale, HOURS)
    return month_of(Week(days=columns, blocks=blocks, banners=banners, month=days.month), locale)


def block(name: str, day: date, start: int = 600, **more: object) -> Block:
    return replace(Block(name, day, start, start + 60, name.title(), "10:00 – 11:00"), **more)  # type: ignore[arg-type]


def ids(month: Month) -> list[str]:
    return [entry.id for entry in month.entries]


def only(month: Month) -> MonthEntry:
    (entry,) = month.entries
    return entry


def test_the_locale_says_where_weeks_begin_and_which_days_are_worked() -> None:
    german, hebrew = made(), made(locale=LocaleFormat(QLocale("he_IL")))
    assert german.days[0].day == date(2026, 10, 26)
    assert hebrew.days[0].day == date(2026, 11, 1)
    assert [day.is_working for day in german.days[:7]] == [True] * 5 + [False] * 2
    assert [day.is_working for day in hebrew.days[:7]] == [True] * 5 + [False] * 2


def test_hours_that_are_known_say_which_days_are_worked_and_from_when() -> None:
    month = made()
    today, next_day = month.days[30], month.days[31]
    assert (today.day, today.is_today, today.is_working, today.begins) == (TODAY, True, True, 600)
    assert (next_day.is_working, next_day.begins) == (False, 540)


def test_days_of_other_months_are_marked_and_a_first_of_month_is_named() -> None:
    month = made()
    assert [day.is_in_month for day in month.days].count(True) == 30
    assert [day.name for day in month.days[5:8]] == ["31", "1. Nov.", "2"]


def test_a_chip_has_the_time_at_which_it_begins() -> None:
    entry = only(made(block("cut", TODAY, 870)))
    assert (entry.time, entry.first, entry.last, entry.is_bar) == ("14:30", 30, 30, False)
    american = LocaleFormat(QLocale("en_US"), clock=HourStyle.HOURS_12)
    assert only(made(block("cut", TODAY, 840), locale=american)).time == "2 PM"
    assert only(made(block("cut", TODAY, 870), locale=american)).time == "2:30 PM"


def test_what_crosses_midnight_stands_on_the_day_on_which_it_begins() -> None:
    night = block("night", TODAY, 1380, continues_after=True)
    morning = replace(night, day=TODAY + timedelta(days=1), start=0, continues_before=True)
    entry = only(made(morning, night))
    assert (entry.first, entry.time, entry.begins) == (30, "23:00", TODAY)


def test_what_began_before_the_first_day_stands_there_without_a_time() -> None:
    entry = only(made(block("night", date(2026, 10, 26), 0, continues_before=True)))
    assert (entry.first, entry.time) == (0, "")


def test_travel_is_no_entry_of_a_month() -> None:
    cut = block("cut", TODAY)
    travel = replace(cut, id=travel_id("cut"), is_travel=True, start=500)
    assert ids(made(travel, cut)) == ["cut"]


def test_a_bar_is_cut_to_the_days_shown_and_knows_where_it_begins() -> None:
    trip = Banner("trip", date(2026, 10, 20), date(2026, 10, 27), "Trip", start=480)
    entry = only(made(banners=(trip,)))
    assert (entry.first, entry.last, entry.begins, entry.start) == (0, 1, trip.first, 480)
    assert ids(made(banners=(replace(trip, last=date(2026, 10, 25)),))) == []


def test_a_day_is_read_bars_first_and_then_by_time() -> None:
    fair = Banner("fair", TODAY, TODAY, "Fair")
    trip = Banner("trip", TODAY, TODAY + timedelta(days=2), "Trip")
    late, early = block("late", TODAY, 900), block("early", TODAY, 540)
    before = block("before", TODAY - timedelta(days=1), 1000)
    assert ids(made(late, early, before, banners=(fair, trip))) == [
        "before", "trip", "fair", "early", "late",
    ]  # fmt: skip


def test_entries_of_other_months_only_are_paler() -> None:
    inside, outside = block("inside", TODAY), block("outside", date(2026, 12, 2))
    across = Banner("across", date(2026, 11, 30), date(2026, 12, 3), "Across")
    pale = {
        entry.id: entry.block.past for entry in made(inside, outside, banners=(across,)).entries
    }
    assert pale == {"inside": False, "outside": True, "across": False}
