"""Counting bookings: each once, time once a session, and the working hours that it was of."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.booking.counts import (
    Count,
    Period,
    Stretch,
    by_period,
    count,
    count_members_time,
    periods,
    working_time,
)
from lcdesk.model.domain.events import Booked, Status
from lcdesk.model.domain.people import Hours, HoursBlock
from lcdesk.model.domain.zones import at_wall, zone

BERLIN = zone("Europe/Berlin")
HOUR = timedelta(hours=1)
NOON = at_wall(date(2026, 11, 25), 12 * 60, BERLIN)


def booked(
    number: int,
    status: Status = Status.CONFIRMED,
    *,
    staff: int | None = 1,
    session: str = "",
    start: datetime = NOON,
) -> Booked:
    """An hour at noon with one member."""
    return Booked(number, session or f"s{number}", 1, start, start + HOUR, status, staff)


def test_an_appointment_with_two_members_is_one_booking_and_two_hours_of_theirs() -> None:
    rows = [booked(1, staff=1), booked(1, staff=2)]
    assert count(rows, 8 * HOUR) == Count(1, 0, 0, HOUR, 8 * HOUR)
    assert count_members_time(rows, 8 * HOUR).booked == 2 * HOUR


def test_ten_seats_of_a_class_are_ten_bookings_and_one_hour() -> None:
    rows = [booked(number, session="class") for number in range(10)]
    found = count_members_time(rows, 8 * HOUR)
    assert (found.bookings, found.booked) == (10, HOUR)
    assert found.share == pytest.approx(1 / 8)


def test_what_was_cancelled_takes_no_time_and_a_no_show_does() -> None:
    found = count([booked(1, Status.CANCELLED), booked(2, Status.NOSHOW)], HOUR)
    assert (found.bookings, found.cancelled, found.missed, found.kept) == (2, 1, 1, 0)
    assert found.booked == HOUR


def test_without_working_hours_there_is_no_share() -> None:
    assert count([booked(1)], timedelta(0)).share is None


def test_an_appointment_counts_on_the_day_that_it_begins_here() -> None:
    late = at_wall(date(2026, 11, 29), 23 * 60 + 30, BERLIN)  # in UTC still the same day
    early = at_wall(date(2026, 11, 30), 30, BERLIN)  # in UTC the day before
    weeks = [
        Period(date(2026, 11, 23), date(2026, 11, 29)),
        Period(date(2026, 11, 30), date(2026, 12, 6)),
    ]
    rows = [booked(1, start=late), booked(2, start=early)]
    assert [[row.id for row in some] for some in by_period(rows, BERLIN, weeks)] == [[1], [2]]


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_whole_day_of_work_is_as_long_as_the_clocks_say(day: date, hours: int) -> None:
    around = (HoursBlock(0, 24 * 60),)
    always = Hours((around,) * 7)
    assert working_time(always, BERLIN, Period(day, day)) == hours * HOUR


def test_a_day_off_is_no_working_time() -> None:
    shift = (HoursBlock(9 * 60, 17 * 60),)
    hours = Hours((shift,) * 7, {date(2026, 11, 25): ()})
    week = Period(date(2026, 11, 23), date(2026, 11, 29))
    assert working_time(hours, BERLIN, week) == 6 * 8 * HOUR


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(list(Stretch)))
def test_periods_follow_each_other_and_end_with_today(today: date, stretch: Stretch) -> None:
    found = periods(stretch, today, lambda day: day - timedelta(days=day.weekday()))
    assert len(found) == (4 if stretch is Stretch.WEEKS_4 else 12)
    assert today in found[-1]
    for before, after in pairwise(found):
        assert before.last + timedelta(days=1) == after.first
