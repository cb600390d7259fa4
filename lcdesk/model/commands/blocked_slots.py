"""Time blocked by hand; it never leaves lcdesk (docs/rules/sync.md, row 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import BlockedSlot
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Transaction


def block(
    tx: Transaction,
    *,
    start: datetime,
    end: datetime,
    title: str = "",
    staff: int | None = None,
    calendar: int | None = None,
) -> BlockedSlot:
    """Block time of one staff member or of one calendar. Raises InvalidInput, NotFound."""
    if (staff is None) == (calendar is None):
        raise InvalidInput("Time is blocked for one staff member or for one calendar.")
    if end <= start:
        raise InvalidInput("A blocked slot must end after it starts.")
    if staff is not None and staff not in {one.id for one in all_staff(tx)}:
        raise NotFound("This staff member does not exist any more.")
    if calendar is not None and get_calendar(tx, calendar) is None:
        raise NotFound("This calendar does not exist any more.")
    value = BlockedSlot(0, TimeSpan(start, end), title.strip(), staff, calendar)
    return replace(value, id=stored.insert_blocked(tx, value))


def unblock(tx: Transaction, slot_id: int) -> BlockedSlot:
    """Free time that was blocked by hand; returns what was there. Raises NotFound."""
    found = stored.get_blocked(tx, slot_id)
    if found is None:
        raise NotFound(f"There is no blocked slot b{slot_id}.")
    stored.delete_blocked(tx, found)
    return found
