"""Time blocked by hand; it never leaves lcdesk (docs/rules/sync.md, row 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from lcdesk.model.commands.told_here import tell_blocked
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import BlockedSlot
from lcdesk.model.domain.journal import Deed
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader, Transaction


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
    value = _check(tx, BlockedSlot(0, _span(start, end), title.strip(), staff, calendar))
    made = replace(value, id=stored.insert_blocked(tx, value))
    tell_blocked(tx, Deed.BLOCKED, made)
    return made


@dataclass(frozen=True, slots=True)
class BlockWish:
    """What a slot blocked by hand is to be; None keeps what it is.

    A start alone takes the end along. One of `staff` and `calendar` puts the other aside.
    """

    start: datetime | None = None
    end: datetime | None = None
    title: str | None = None
    staff: int | None = None
    calendar: int | None = None


def change_block(tx: Transaction, slot_id: int, wish: BlockWish) -> tuple[BlockedSlot, BlockedSlot]:
    """Change a slot that was blocked by hand: before and after. Raises InvalidInput, NotFound."""
    before = _get_known(tx, slot_id)
    start = wish.start or before.span.start
    end = wish.end or start + before.span.length
    staff, calendar = before.staff, before.calendar
    if (wish.staff, wish.calendar) != (None, None):
        staff, calendar = wish.staff, wish.calendar
    title = before.title if wish.title is None else wish.title.strip()
    after = _check(tx, BlockedSlot(before.id, _span(start, end), title, staff, calendar))
    if after != before:
        stored.update_blocked(tx, before, after)
        tell_blocked(tx, Deed.REBLOCKED, after)
    return before, after


def unblock(tx: Transaction, slot_id: int) -> BlockedSlot:
    """Free time that was blocked by hand; returns what was there. Raises NotFound."""
    found = _get_known(tx, slot_id)
    stored.delete_blocked(tx, found)
    tell_blocked(tx, Deed.UNBLOCKED, found)
    return found


def _span(start: datetime, end: datetime) -> TimeSpan:
    if end <= start:
        raise InvalidInput(Message("A blocked slot must end after it starts."))
    return TimeSpan(start, end)


def _check(reader: Reader, slot: BlockedSlot) -> BlockedSlot:
    if (slot.staff is None) == (slot.calendar is None):
        raise InvalidInput(Message("Time is blocked for one staff member or for one calendar."))
    if slot.staff is not None and slot.staff not in {member.id for member in all_staff(reader)}:
        raise NotFound(Message("This staff member does not exist any more."))
    if slot.calendar is not None and get_calendar(reader, slot.calendar) is None:
        raise NotFound(Message("This calendar does not exist any more."))
    return slot


def _get_known(reader: Reader, slot_id: int) -> BlockedSlot:
    found = stored.get_blocked(reader, slot_id)
    if found is None:
        raise NotFound(Message("There is no blocked slot b{slot_id}.", slot_id=str(slot_id)))
    return found
