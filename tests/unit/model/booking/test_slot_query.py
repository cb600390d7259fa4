"""Which time a situation has to cover."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from lcdesk.model.booking.slot_query import asked_days, fetch_window
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.timespan import TimeSpan

HOUR = timedelta(hours=1)
BERLIN = Calendar(
    1, "C", CalendarKind.ROUND_ROBIN, zone="Europe/Berlin", before=HOUR, after=2 * HOUR
)


def test_days_are_local_and_the_last_slot_may_hang_over() -> None:
    assert asked_days(BERLIN, date(2026, 3, 29), days=1) == TimeSpan(
        datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, 30, tzinfo=UTC)
    )
    assert asked_days(BERLIN, date(2026, 3, 29), days=1, length=3 * HOUR).length == 26 * HOUR


def test_taken_time_reaches_as_far_as_both_buffers() -> None:
    asked = TimeSpan.of_length(datetime(2026, 12, 4, 10, tzinfo=UTC), HOUR)
    assert fetch_window(BERLIN, asked, buffer=3 * HOUR).taken == asked.widen(4 * HOUR, 5 * HOUR)


def test_appointments_are_needed_for_whole_months_of_the_calendars_zone() -> None:
    asked = TimeSpan.of_length(datetime(2026, 12, 31, 22, 45, tzinfo=UTC), HOUR)
    assert fetch_window(BERLIN, asked, buffer=HOUR).booked == TimeSpan(
        datetime(2026, 11, 30, 23, tzinfo=UTC), datetime(2027, 1, 31, 23, tzinfo=UTC)
    )


def test_buffers_reach_over_the_end_of_a_month() -> None:
    asked = TimeSpan.of_length(datetime(2026, 11, 30, 23, tzinfo=UTC), HOUR)
    assert fetch_window(BERLIN, asked, buffer=HOUR).booked.start == asked.start - 2 * HOUR
