"""Look busy: part of a day's slots is hidden in the shared list, never in the dialog.

Not for classes (docs/rules/booking.md, "Settings of a calendar"). The hidden set is a fixed
choice per calendar and day: it is drawn from all candidates of the day, open or not, so a booking
neither hides nor shows others.

**decided**: the percentage is of the day's candidates, rounded down.
"""

from __future__ import annotations

from hashlib import sha256

from lcdesk.model.booking.grid import Grid, by_day
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.zones import zone


def hidden(calendar: Calendar, grid: Grid) -> frozenset[int]:
    """The starts (seconds since 1970) that the shared list hides, of a grid of whole days."""
    if not calendar.look_busy or calendar.kind is CalendarKind.CLASS:
        return frozenset()
    chosen: set[int] = set()
    for run in by_day(grid, zone(calendar.zone)):
        of_day = grid.seconds[run.low : run.high]
        of_day.sort(key=lambda second: _lot(calendar, second))
        chosen.update(of_day[: len(of_day) * calendar.look_busy // 100])
    return frozenset(chosen)


def _lot(calendar: Calendar, second: int) -> bytes:
    return sha256(f"{calendar.id} {second}".encode()).digest()
