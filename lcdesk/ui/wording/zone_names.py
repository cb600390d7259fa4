"""The time zones that can be chosen."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import available_timezones


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """Zones that people live in: places, and UTC."""
    areas = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe",
             "Indian", "Pacific")  # fmt: skip
    return ("UTC", *sorted(one for one in available_timezones() if one.startswith(areas)))
