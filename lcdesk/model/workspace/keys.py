"""The keys of the workspace file, in the order in which it is written.

`15m 2h 3d 4w`: lengths of time as the workspace file writes them.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message

TOP = (
    "version", "staff", "resources", "contacts", "calendars", "series", "appointments",
    "time_off", "public_holidays", "waiting",
)  # fmt: skip
STAFF = ("name", "email", "zone", "hours", "dates", "hide_details")
RESOURCE = ("name", "capacity")
CONTACT = ("name", "email", "phone", "notes")
CALENDAR = (
    "name", "kind", "staff", "owner", "zone", "duration", "interval", "before", "after",
    "per_slot", "per_day", "notice", "window", "hours", "dates", "distribution", "priority",
    "seats", "phases", "resources", "auto_confirm", "colour", "title", "location", "active",
    "group", "description", "look_busy", "locations", "repeats", "variations", "add_ons",
    "fields", "reminders",
)  # fmt: skip
OPTION = ("name", "minutes")
FIELD = ("name", "kind", "required", "choices")
REPEATS = ("every", "times", "when_taken")
APPOINTMENT = (
    "calendar", "start", "minutes", "staff", "contact", "status",
    "title", "notes", "location", "named", "overridden", "overridden_for", "series", "series_day",
    "answers",
)  # fmt: skip
SERIES = (
    "calendar", "rule", "zone", "start", "minutes", "contact", "staff", "title", "notes",
    "location", "when_taken", "made_to",
)  # fmt: skip
TIME_OFF = ("first", "last", "title", "from", "to", "staff")
PUBLIC_HOLIDAY = ("first", "last", "name")
WAITING = (
    "calendar", "contact", "first", "last", "since", "staff", "weekdays", "after", "before",
    "variation", "add_ons", "notes",
)  # fmt: skip

OF_ONE_KIND: dict[str, tuple[CalendarKind, tuple[Any, ...]]] = {
    "hours": (CalendarKind.SIMPLE, ({}, None)),
    "dates": (CalendarKind.SIMPLE, ({}, None)),
    "seats": (CalendarKind.CLASS, (1, None)),
    "phases": (CalendarKind.SERVICE, ([], None)),
    "variations": (CalendarKind.SERVICE, ([], None)),
    "add_ons": (CalendarKind.SERVICE, ([], None)),
}
"""Keys that mean something on one kind of calendar only, and the values that say nothing."""


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
        raise InvalidInput(
            Message("“{text}” is not a length of time. Write it as 15m, 2h, 3d or 4w.", text=text)
        )
    count = int(match[1])
    if count * _UNITS[match[2]].total_seconds() > LONGEST.total_seconds():
        raise InvalidInput(Message("“{text}” is more than ten years.", text=text))
    return count * _UNITS[match[2]]


def write_length(length: timedelta) -> str:
    """In the largest unit that divides it: `2h`, `60d`; nothing is `0m`."""
    for letter, unit in _UNITS.items():
        if length and not length % unit:
            return f"{length // unit}{letter}"
    return f"{length // _UNITS['m']}m"
