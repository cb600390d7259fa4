"""Where the names of public holidays come from: a calendar file, or a linked calendar.

Naming a day closes nothing: a person closes the business on it (`absences.py`, `close_on`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from lcdesk.model.commands.accounts import set_blocking, set_role
from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.time_off import PublicHoliday
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import clean_line
from lcdesk.model.domain.zones import zone
from lcdesk.model.store import time_off as stored
from lcdesk.model.store.transaction import Transaction

MOST_DAYS = 2_000
_YEAR = timedelta(days=366)
_BEHIND, _AHEAD = _YEAR, 5 * _YEAR  # how far a yearly day of a file is followed


@dataclass(frozen=True, slots=True)
class HolidayFile:
    """The days that a calendar file names, in order, and how many of its events are unreadable."""

    days: tuple[PublicHoliday, ...]
    unreadable: int


def use_holiday_file(tx: Transaction, content: bytes, *, name: str, now: datetime) -> HolidayFile:
    """Name the all-day events of a calendar file, instead of what was chosen before.

    Days that come back each year are followed for five years. Raises InvalidInput where the file
    names no day.
    """
    found = read_holidays(content, now=now)
    stored.replace_holidays(tx, found.days)
    stored.set_holiday_calendar(tx, 0)
    tx.tell(
        Note(
            JournalKind.RECORD,
            counts={Deed.IMPORTED: 1},
            items=(Item(Deed.IMPORTED, name),),
            facts={"records": [["public_holiday", []]]},
        )
    )
    return found


def use_holiday_calendar(tx: Transaction, linked_id: int, *, now: datetime) -> LinkedCalendar:
    """Name the all-day events of a linked calendar, instead of what was chosen before.

    One that is not read yet is read from now on, and its all-day events take no time. Raises
    NotFound, and RoleRefused where it cannot be read.
    """
    linked = set_role(tx, linked_id, Role.CONFLICT, now=now) if _is_unread(tx, linked_id) else None
    if linked is not None:
        set_blocking(tx, linked_id, all_day=False)
    stored.replace_holidays(tx, ())
    stored.set_holiday_calendar(tx, linked_id)
    found = stored.holiday_calendar(tx)
    assert found is not None  # it is read, or was refused above
    return found


def forget_holidays(tx: Transaction) -> None:
    """Name no days any more; on which the business is closed stays as it is."""
    stored.replace_holidays(tx, ())
    stored.set_holiday_calendar(tx, 0)


def read_holidays(content: bytes, *, now: datetime) -> HolidayFile:
    """The all-day events of a calendar file. Raises InvalidInput where it has none."""
    from lcdesk.model.ical.expand import occurrences
    from lcdesk.model.ical.lines import decode
    from lcdesk.model.ical.whole_file import take_apart

    window = TimeSpan(now - _BEHIND, now + _AHEAD)
    found: set[PublicHoliday] = set()
    unreadable = 0
    try:
        parts = take_apart(decode(content)).parts
    except UnreadableEvent as error:
        raise InvalidInput(error.message, title=Message("The file cannot be read")) from error
    for part in parts:
        try:
            dates = occurrences(part.text, zone=zone("UTC"), span=window)
        except UnreadableEvent:
            unreadable += 1
            continue
        found |= {
            _holiday(date.all_day, date.title) for date in dates.entries if date.all_day is not None
        }
    if not found:
        raise InvalidInput(Message("The file names no whole days, so it has no public holidays."))
    days = sorted(found, key=lambda day: (day.first, day.last, day.name))
    return HolidayFile(tuple(days[:MOST_DAYS]), unreadable)


def _holiday(days: AllDay, title: str) -> PublicHoliday:
    last = max(days.first, days.end - timedelta(days=1))
    return PublicHoliday(days.first, last, clean_line(title))


def _is_unread(tx: Transaction, linked_id: int) -> bool:
    from lcdesk.model.store.accounts import get_linked

    linked = get_linked(tx, linked_id)
    return linked is None or linked.role is Role.NONE
