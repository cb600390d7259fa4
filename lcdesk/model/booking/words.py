"""How reasons and choices read. Nothing is decided here.

Times of day are the zone's of whoever the sentence is about; the zone is named when it is not
the calendar's. Day and month names are spelled here because the standard library's follow the
process's locale.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.zones import zone

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

UNITS = ((timedelta(days=1), "day"), (timedelta(hours=1), "hour"), (timedelta(minutes=1), "minute"))


def joined(names: Sequence[str]) -> str:
    """`Ana`, `Ana and Ben`, `Ana, Ben and Cleo`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def day(of: date) -> str:
    """`Friday 4 December`."""
    return f"{WEEKDAYS[of.weekday()]} {of.day} {MONTHS[of.month - 1]}"


def month(of: date, now: date) -> str:
    """`this month`, else `in December`, with the year when it is another."""
    if (of.year, of.month) == (now.year, now.month):
        return "this month"
    name = f"in {MONTHS[of.month - 1]}"
    return name if of.year == now.year else f"{name} {of.year}"


def length(of: timedelta) -> str:
    """`2 hours`, `1 day`, `90 minutes`: in the largest unit that divides it."""
    for unit, name in UNITS:
        count, rest = divmod(of, unit)
        if count and not rest:
            return f"{count} {name}" if count == 1 else f"{count} {name}s"
    return str(of)


def time_of_day(instant: datetime, staff: StaffMember, *, calendar: Calendar) -> str:
    """`09:30`, or `09:30 (America/New_York)` for a member elsewhere."""
    wall = instant.astimezone(zone(staff.zone))
    text = f"{wall.hour:02d}:{wall.minute:02d}"
    return text if staff.zone == calendar.zone else f"{text} ({staff.zone})"


def no_hours(staff: StaffMember, start: datetime, *, calendar: Calendar) -> str:
    """`Ana has no hours on Friday 4 December`, or `… at 07:30` on a day with other hours."""
    of = start.astimezone(zone(staff.zone)).date()
    if not staff.hours.on(of):
        return f"{staff.name} has no hours on {day(of)}"
    return f"{staff.name} has no hours at {time_of_day(start, staff, calendar=calendar)}"
