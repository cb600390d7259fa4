"""`15m 2h 3d 4w`: lengths of time as the workspace file writes them."""

from __future__ import annotations

import re
from datetime import timedelta

from lcdesk.model.domain.errors import InvalidInput

LONGEST = timedelta(days=3_660)  # ten years
_UNITS = {
    "w": timedelta(weeks=1),
    "d": timedelta(days=1),
    "h": timedelta(hours=1),
    "m": timedelta(minutes=1),
}
_LENGTH = re.compile(r"([0-9]{1,9})\s*([mhdw])")


def read_length(text: str) -> timedelta:
    """The length of `2h`. Raises InvalidInput."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise InvalidInput(f"“{text}” is not a length of time. Write it as 15m, 2h, 3d or 4w.")
    count = int(match[1])
    if count * _UNITS[match[2]].total_seconds() > LONGEST.total_seconds():
        raise InvalidInput(f"“{text}” is more than ten years.")
    return count * _UNITS[match[2]]


def write_length(length: timedelta) -> str:
    """In the largest unit that divides it: `2h`, `60d`; nothing is `0m`."""
    for letter, unit in _UNITS.items():
        if length and not length % unit:
            return f"{length // unit}{letter}"
    return f"{length // _UNITS['m']}m"
