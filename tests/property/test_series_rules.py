"""Rules of series against a walk over every day, and their instants on days when clocks change."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.model.recurrence.by_hand import (
    anchor_series,
    check_first_day,
    days_between,
    end_before,
    first_days,
    move_rule,
    nth_of,
    series_rule,
)
from lcdesk.model.recurrence.moment import Moment
from lcdesk.model.recurrence.rule import LAST, Frequency, Rule
from lcdesk.model.recurrence.series import Series
from lcdesk.model.recurrence.text import write_rule

HORIZON = 800  # days that the walk looks at
ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")

starts = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@st.composite
def rules(draw: st.DrawFn) -> tuple[Rule, date]:
    """A rule with a first day that is one of its own."""
    first = draw(starts)
    freq = draw(st.sampled_from([Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY]))
    rule = Rule(freq, draw(st.integers(1, 5)), wkst=draw(st.integers(0, 6)))
    if freq is Frequency.WEEKLY:
        days = draw(st.sets(st.integers(0, 6)))
        rule = replace(rule, byday=frozenset((0, day) for day in days | {first.weekday()}))
    elif freq is Frequency.MONTHLY and draw(st.booleans()):
        rule = replace(rule, byday=frozenset({(nth_of(first), first.weekday())}))
    ends = draw(st.sampled_from(["never", "until", "count"]))
    if ends == "until":
        last = first + timedelta(days=draw(st.integers(0, 500)))
        rule = replace(rule, until=Moment.of_day(last))
    elif ends == "count":
        rule = replace(rule, count=draw(st.integers(1, 30)))
    return anchor_series(rule, first), first


def walked(rule: Rule, first: date) -> list[date]:
    """The rule's days by looking at every day and asking whether it is one."""
    found = []
    for number in range(HORIZON):
        day = first + timedelta(days=number)
        if rule.last_day is not None and day > rule.last_day:
            break
        if is_day_of(rule, first, day):
            found.append(day)
        if len(found) == rule.count:
            break
    return found


def is_day_of(rule: Rule, first: date, day: date) -> bool:
    if rule.freq is Frequency.DAILY:
        return (day - first).days % rule.interval == 0
    if rule.freq is Frequency.WEEKLY:
        weeks = (week_of(day, rule) - week_of(first, rule)).days // 7
        return day.weekday() in rule.weekdays and weeks % rule.interval == 0
    months = (day.year - first.year) * 12 + day.month - first.month
    if months % rule.interval:
        return False
    length = monthrange(day.year, day.month)[1]
    if not rule.nth:
        return day.day == min(rule.month_day or 0, length)
    if day.weekday() != rule.weekdays[0]:
        return False
    return day.day + 7 > length if rule.nth == LAST else (day.day - 1) // 7 + 1 == rule.nth


def week_of(day: date, rule: Rule) -> date:
    return day - timedelta(days=(day.weekday() - rule.wkst) % 7)


def series(rule: Rule, first: date, zone_name: str = "Europe/Berlin", minute: int = 600) -> Series:
    half = timedelta(minutes=30)
    return Series(1, 1, rule, zone_name, first, minute, half, contact=1, made_to=first)


@given(rules())
def test_the_days_are_those_that_a_walk_over_every_day_finds(made: tuple[Rule, date]) -> None:
    rule, first = made
    to = first + timedelta(days=HORIZON - 1)
    found = days_between(rule, first, after=first - timedelta(days=1), to=to)
    assert list(found) == walked(rule, first)
    assert check_first_day(rule, first) == rule


@given(rules())
def test_a_rule_is_read_back_from_its_text(made: tuple[Rule, date]) -> None:
    assert series_rule(write_rule(made[0])) == made[0]


@given(rules(), st.integers(0, 40))
def test_a_rule_that_ends_before_a_day_keeps_the_earlier_ones(
    made: tuple[Rule, date], number: int
) -> None:
    rule, first = made
    days = first_days(rule, first, 41)
    number = min(number, len(days) - 1)
    kept = first_days(end_before(rule, days[number]), first, 60)
    assert kept == days[:number]


@given(rules(), st.integers(0, 8), st.integers(-10, 10), st.integers(0, 8))
def test_a_moved_rule_has_as_many_dates_in_the_same_pattern(
    made: tuple[Rule, date], at: int, shift: int, later: int
) -> None:
    rule, first = made
    days = first_days(rule, first, 60)
    since, day = days[min(at, len(days) - 1)], days[min(at + later, len(days) - 1)]
    target = day + timedelta(days=shift)
    moved, start = move_rule(series(rule, first), since, day=day, target=target)
    before, after = [day for day in days if day >= since], first_days(moved, start, 60)
    assert target in after
    if rule.freq is not Frequency.MONTHLY:
        assert [day + timedelta(days=shift) for day in before] == list(after)[: len(before)]
    elif not rule.is_endless and shift:
        assert len(after) == len([day for day in first_days(rule, first, 999) if day >= since][:60])


@given(rules(), st.sampled_from(ZONES), st.integers(0, 24 * 60 - 1))
def test_the_wall_clock_stays_whatever_the_clocks_do(
    made: tuple[Rule, date], zone_name: str, minute: int
) -> None:
    rule, first = made
    one, tz = series(rule, first, zone_name, minute), zone(zone_name)
    for day in first_days(rule, first, 60):
        start = one.start_on(day)
        assert local_day(start, tz) == day
        skipped = wall_minute(start, tz) - minute
        assert skipped in {0, 30, 60}
        assert not skipped or clocks_change_on(day, tz.key)


def clocks_change_on(day: date, zone_name: str) -> bool:
    tz = zone(zone_name)
    offsets = {
        datetime(day.year, day.month, day.day, hour, tzinfo=tz).utcoffset() for hour in range(24)
    }
    return len(offsets) > 1


@pytest.mark.parametrize(
    ("zone_name", "day", "minute", "meant"),
    [
        ("Europe/Berlin", date(2027, 3, 28), 150, "03:30:00+02:00"),
        ("Europe/Berlin", date(2026, 10, 25), 150, "02:30:00+02:00"),
        ("America/New_York", date(2027, 3, 14), 150, "03:30:00-04:00"),
        ("America/New_York", date(2026, 11, 1), 90, "01:30:00-04:00"),
        ("Australia/Lord_Howe", date(2026, 10, 4), 135, "02:45:00+11:00"),
        ("Australia/Lord_Howe", date(2027, 4, 4), 105, "01:45:00+11:00"),
    ],
)
def test_a_skipped_time_moves_by_the_gap_and_a_doubled_one_is_the_first(
    zone_name: str, day: date, minute: int, meant: str
) -> None:
    start = series(Rule(Frequency.DAILY), day, zone_name, minute).start_on(day)
    assert start.astimezone(zone(zone_name)).isoformat()[11:] == meant


def test_a_first_day_that_is_none_of_the_rule_s_is_refused() -> None:
    with pytest.raises(InvalidInput, match="not one of its own days"):
        check_first_day(series_rule("FREQ=WEEKLY;BYDAY=WE"), date(2026, 11, 24))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=YEARLY",
        "COUNT=3",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=5TU",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=WEEKLY;BYHOUR=3",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;INTERVAL=100",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;X-COLOUR=RED",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
        "FREQ=MONTHLY;BYMONTHDAY=29,31;BYSETPOS=-1",
        "FREQ=MONTHLY;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=3;BYDAY=TU",
        "FREQ=DAILY;UNTIL=20270101T100000Z",
    ],
)
def test_what_is_no_rule_of_a_series_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        series_rule(text)


def test_the_31st_is_kept_as_the_last_of_the_days_up_to_it() -> None:
    """Every reader of RFC 5545 leaves a month without a 31st out."""
    rule = series_rule("FREQ=MONTHLY;BYMONTHDAY=31")
    assert write_rule(rule) == "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"
    assert series_rule(write_rule(rule)) == rule
    assert first_days(rule, date(2027, 1, 31), 3)[1:] == (date(2027, 2, 28), date(2027, 3, 31))


def test_a_series_up_to_the_end_of_time_is_still_moved() -> None:
    rule = series_rule("FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=99981231")
    first = date(2027, 1, 31)
    moved, start = move_rule(series(rule, first), first, day=first, target=first.replace(day=4))
    assert (moved.count, start) == (7972 * 12, date(2027, 1, 4))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("FREQ=YEARLY", "FREQ=YEARLY"),
        ("FREQ=WEEKLY;INTERVAL=100", "INTERVAL=100"),
        ("FREQ=DAILY;COUNT=-1", "COUNT=-1"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20270101", "UNTIL=20270101"),
        ("FREQ=DAILY;UNTIL=20270101T100000Z", "UNTIL=20270101T100000Z"),
        ("FREQ=MONTHLY;BYDAY=5TU", "BYDAY=5TU"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "BYMONTHDAY=1,15"),
        ("FREQ=MONTHLY;BYSETPOS=-1", "BYSETPOS=-1"),
        ("FREQ=WEEKLY;BYHOUR=3", "BYHOUR=3"),
        ("FREQ=WEEKLY;WKST=XX", "WKST=XX"),
    ],
)
def test_the_part_that_no_series_can_have_is_named(text: str, part: str) -> None:
    with pytest.raises(InvalidInput, match=f"“{part}”"):
        series_rule(text)
