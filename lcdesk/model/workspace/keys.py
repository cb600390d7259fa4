"""The keys of the workspace file, in the order in which it is written."""

from __future__ import annotations

from typing import Any

from lcdesk.model.domain.calendars import CalendarKind

TOP = ("version", "staff", "resources", "contacts", "calendars", "series", "appointments")
STAFF = ("name", "email", "zone", "hours", "dates", "hide_details")
RESOURCE = ("name", "capacity")
CONTACT = ("name", "email", "phone", "notes")
CALENDAR = (
    "name", "kind", "staff", "owner", "zone", "duration", "interval", "before", "after",
    "per_slot", "per_day", "notice", "window", "hours", "dates", "distribution", "priority",
    "seats", "phases", "resources", "auto_confirm", "colour", "title", "location", "active",
    "group", "description", "look_busy", "locations", "repeats", "variations", "add_ons",
)  # fmt: skip
OPTION = ("name", "minutes")
REPEATS = ("every", "times", "when_taken")
APPOINTMENT = (
    "calendar", "start", "minutes", "staff", "contact", "status",
    "title", "notes", "location", "named", "overridden", "overridden_for", "series", "series_day",
)  # fmt: skip
SERIES = (
    "calendar", "rule", "zone", "start", "minutes", "contact", "staff", "title", "notes",
    "location", "when_taken", "made_to",
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
