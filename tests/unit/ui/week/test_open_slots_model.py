"""The stretches that open slots cover, on a wall; no store here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from lcdesk.model.booking.situation import Slot
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.week.open_slots_model import bookable

MONDAY = date(2026, 11, 23)


def slot(hour: float, minutes: int = 30, *, is_open: bool = True) -> Slot:
    start = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=hour)
    return Slot(TimeSpan.of_length(start, timedelta(minutes=minutes)), is_open)


def test_slots_that_touch_or_overlap_are_one_stretch() -> None:
    found = (slot(9, 60), slot(9.5, 60), slot(10.5), slot(12), slot(13, is_open=False))
    assert bookable(found, Days(MONDAY, 1), zone("UTC")) == {MONDAY: ((540, 660), (720, 750))}


def test_they_stand_on_the_clock_that_is_shown_and_may_cross_midnight() -> None:
    tuesday = MONDAY + timedelta(days=1)
    found = bookable((slot(22.5, 60),), Days(MONDAY, 2), zone("Europe/Berlin"))
    assert found == {MONDAY: ((1410, 1440),), tuesday: ((0, 30),)}


def test_days_that_are_not_shown_are_left_out() -> None:
    assert bookable((slot(30),), Days(MONDAY, 1), zone("UTC")) == {MONDAY: ()}
