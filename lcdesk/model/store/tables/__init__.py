"""The tables as they are now; migrations never import this file.

Core tables, not mapped classes: rows become the domain's frozen values at once, so an
identity map would only cost start-up time. Instants are whole seconds since 1970 in UTC;
local days are ISO dates; hours, error notes and preferences are JSON.
"""

from __future__ import annotations

from lcdesk.model.store.tables.business import (
    appointment,
    appointment_answer,
    appointment_contact,
    appointment_staff,
    blocked_slot,
    calendar,
    calendar_resource,
    calendar_staff,
    contact,
    intake_field,
    public_holiday,
    reminder,
    resource,
    series,
    staff,
    time_off,
    time_off_staff,
    waiting,
)
from lcdesk.model.store.tables.columns import DayColumn, Instant, metadata
from lcdesk.model.store.tables.files import imported_date
from lcdesk.model.store.tables.server import (
    account,
    conflict,
    journal,
    left_event,
    linked_calendar,
    occurrence,
    outbox,
    preference,
    remote_object,
    tried_text,
    undo_step,
)

__all__ = [
    "DayColumn",
    "Instant",
    "account",
    "appointment",
    "appointment_answer",
    "appointment_contact",
    "appointment_staff",
    "blocked_slot",
    "calendar",
    "calendar_resource",
    "calendar_staff",
    "conflict",
    "contact",
    "imported_date",
    "intake_field",
    "journal",
    "left_event",
    "linked_calendar",
    "metadata",
    "occurrence",
    "outbox",
    "preference",
    "public_holiday",
    "reminder",
    "remote_object",
    "resource",
    "series",
    "staff",
    "time_off",
    "time_off_staff",
    "tried_text",
    "undo_step",
    "waiting",
]
