"""Days, times and lists in English.

Day and month names are spelled here because the standard library's follow the process's locale.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def enumeration(names: Sequence[str]) -> str:
    """`Ana`, `Ana and Ben`, `Ana, Ben and Cleo`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def day(of: date) -> str:
    """`Friday 4 December`."""
    return f"{WEEKDAYS[of.weekday()]} {of.day} {MONTHS[of.month - 1]}"


def full_day(of: date) -> str:
    """`Friday 4 December 2026`."""
    return f"{day(of)} {of.year}"


def clock(wall: datetime) -> str:
    """`09:30`; with its offset in an hour that the clocks show twice: `02:30 +01:00`."""
    return f"{wall.hour:02d}:{wall.minute:02d}{offset_if_doubled(wall)}"


def offset_if_doubled(wall: datetime) -> str:
    """` +01:00` behind an aware time that the clocks of its zone show twice, else nothing."""
    if wall.replace(fold=0).utcoffset() == wall.replace(fold=1).utcoffset():
        return ""
    return f" {wall.isoformat(timespec='minutes')[16:]}"


def elsewhere(zone_name: str, here: str) -> str:
    """` (America/New_York)` behind a time that is not on the clock of the others, else nothing."""
    return "" if zone_name == here else f" ({zone_name})"
