"""When a reminder is due: days by the calendar, hours as they pass; and the quiet hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from lcdesk.model.booking.reminders import QuietHours, due_at, quiet_until
from lcdesk.model.domain.zones import at_wall, zone

BERLIN = zone("Europe/Berlin")
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)  # 23 and 25 hours long


def wall(day: date, hour: int, minute: int = 0) -> datetime:
    return at_wall(day, hour * 60 + minute, BERLIN)


@pytest.mark.parametrize("changed", [SPRING, AUTUMN])
def test_a_day_before_is_the_same_time_on_the_wall_where_the_clocks_change(changed: date) -> None:
    assert due_at(wall(changed, 14), DAY, "Europe/Berlin") == wall(changed - DAY, 14)
    assert due_at(wall(changed + DAY, 14), 2 * DAY, "Europe/Berlin") == wall(changed - DAY, 14)


@pytest.mark.parametrize(("changed", "shown"), [(SPRING, 0), (AUTUMN, 2)])
def test_three_hours_before_are_three_hours_where_the_clocks_change(
    changed: date, shown: int
) -> None:
    due = due_at(wall(changed, 4), 3 * HOUR, "Europe/Berlin")
    assert wall(changed, 4) - due == 3 * HOUR
    assert due.astimezone(BERLIN).hour == shown


def test_a_day_before_a_time_that_the_day_before_skips_is_an_hour_later() -> None:
    assert due_at(wall(SPRING + DAY, 2, 30), DAY, "Europe/Berlin") == wall(SPRING, 3, 30)


def test_a_zone_that_skipped_a_day_reminds_at_the_start_at_the_latest() -> None:
    apia = zone("Pacific/Apia")  # had no 30 December 2011
    start = at_wall(date(2011, 12, 31), 10 * 60, apia)
    assert due_at(start, DAY, "Pacific/Apia") <= start


def test_quiet_hours_over_midnight_end_in_the_morning() -> None:
    quiet = QuietHours(20 * 60, 8 * 60)
    day = date(2026, 11, 24)
    assert quiet_until(wall(day, 19, 59), quiet, BERLIN) is None
    assert quiet_until(wall(day, 20), quiet, BERLIN) == wall(day + DAY, 8)
    assert quiet_until(wall(day, 7, 59), quiet, BERLIN) == wall(day, 8)
    assert quiet_until(wall(day, 8), quiet, BERLIN) is None
    assert quiet_until(wall(day, 20), None, BERLIN) is None


def test_quiet_hours_within_a_day() -> None:
    quiet = QuietHours(12 * 60, 13 * 60)
    day = date(2026, 11, 24)
    assert quiet_until(wall(day, 12), quiet, BERLIN) == wall(day, 13)
    assert quiet_until(wall(day, 13), quiet, BERLIN) is None


def test_quiet_hours_end_where_the_clocks_change() -> None:
    quiet = QuietHours(22 * 60, 150)  # until half past two
    assert quiet_until(wall(SPRING, 1), quiet, BERLIN) == wall(SPRING, 3, 30)  # which is skipped
    second = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # ten past two, for the second time
    ends = quiet_until(second, quiet, BERLIN)
    assert ends is not None
    assert second < ends <= second + HOUR
