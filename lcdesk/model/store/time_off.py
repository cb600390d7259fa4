"""Holidays and absences, and the days that a calendar of public holidays names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.people import HoursBlock
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.accounts import get_linked
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.preferences import get_preference, set_preference
from lcdesk.model.store.remote.occurrences import find_drawn
from lcdesk.model.store.tables import public_holiday, time_off, time_off_staff
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction

HOLIDAY_CALENDAR = "holiday_calendar"  # the id of a linked calendar; 0 for none
_DAY = timedelta(days=1)
_ALL = sa.select(time_off).order_by(time_off.c.first, time_off.c.id)
_WHO = sa.select(time_off_staff).order_by(time_off_staff.c.staff_id)


def all_time_off(reader: Reader) -> tuple[TimeOff, ...]:
    """Everything that was ever taken off, by its first day."""
    return _read(reader, reader.connection.execute(_ALL).all())


def time_off_in(reader: Reader, first: date, last: date) -> tuple[TimeOff, ...]:
    """What has a day from `first` to `last`, both included."""
    near = _ALL.where(time_off.c.first <= last, time_off.c.last >= first)
    return _read(reader, reader.connection.execute(near).all())


def get_time_off(reader: Reader, number: int) -> TimeOff | None:
    """One, or None."""
    row = reader.connection.execute(sa.select(time_off).where(time_off.c.id == number)).all()
    return next(iter(_read(reader, row)), None)


def insert_time_off(tx: Transaction, value: TimeOff) -> int:
    """Add one (its `id` is ignored); returns the new id."""
    number = tx.insert(time_off, _values(value))
    _put_staff(tx, number, value.staff)
    _touch(tx)
    return number


def update_time_off(tx: Transaction, value: TimeOff) -> None:
    """Replace it."""
    this = time_off.update().where(time_off.c.id == value.id)
    tx.connection.execute(this.values(_values(value)))
    tx.connection.execute(time_off_staff.delete().where(time_off_staff.c.time_off_id == value.id))
    _put_staff(tx, value.id, value.staff)
    _touch(tx)


def delete_time_off(tx: Transaction, number: int) -> None:
    """Take it out."""
    tx.connection.execute(time_off.delete().where(time_off.c.id == number))
    _touch(tx)


def delete_time_off_of_staff(tx: Transaction, staff_id: int) -> None:
    """Take out what only this member has; where others have it too, they keep it."""
    others = time_off_staff.alias()
    mine = sa.select(time_off_staff.c.time_off_id).where(time_off_staff.c.staff_id == staff_id)
    shared = sa.select(others.c.time_off_id).where(others.c.staff_id != staff_id)
    tx.connection.execute(
        time_off.delete().where(time_off.c.id.in_(mine), time_off.c.id.not_in(shared))
    )


def kept_holidays(reader: Reader) -> tuple[PublicHoliday, ...]:
    """The public holidays that were read from a file."""
    ordered = sa.select(public_holiday).order_by(public_holiday.c.first, public_holiday.c.id)
    rows = reader.connection.execute(ordered)
    return tuple(PublicHoliday(row.first, row.last, row.name) for row in rows)


def replace_holidays(tx: Transaction, days: Iterable[PublicHoliday]) -> None:
    """Keep these instead of all that were kept."""
    tx.connection.execute(public_holiday.delete())
    for day in days:
        values = {"name": day.name, "first": day.first, "last": day.last}
        tx.insert(public_holiday, values)
    _touch(tx)


def holiday_calendar(reader: Reader) -> LinkedCalendar | None:
    """The linked calendar that public holidays are read from, while it is read at all."""
    linked = get_linked(reader, int(get_preference(reader, HOLIDAY_CALENDAR, 0)))
    return None if linked is None or linked.role is Role.NONE else linked


def set_holiday_calendar(tx: Transaction, linked_id: int) -> None:
    """Read public holidays from this linked calendar; 0 for none."""
    set_preference(tx, HOLIDAY_CALENDAR, linked_id)
    _touch(tx)


def public_holidays(reader: Reader, first: date, last: date) -> tuple[PublicHoliday, ...]:
    """Those from `first` to `last`, in order, of the file and of the linked calendar.

    Nothing is told of the calendar of a member who hides details.
    """
    found = {day for day in kept_holidays(reader) if day.first <= last and day.last >= first}
    linked = holiday_calendar(reader)
    if linked is not None and not _hides(reader, linked.staff):
        start = datetime(first.year, first.month, first.day, tzinfo=UTC)
        span = TimeSpan(start, start + timedelta(days=(last - first).days + 1))
        for row in find_drawn(reader, span.widen(_DAY, _DAY), [linked.id]):
            if row.first_day is not None and row.first_day <= last and row.end_day > first:
                found.add(PublicHoliday(row.first_day, row.end_day - _DAY, row.title))
    return tuple(sorted(found, key=lambda day: (day.first, day.last, day.name)))


def _hides(reader: Reader, staff_id: int) -> bool:
    return any(member.hide_details for member in all_staff(reader) if member.id == staff_id)


def _read(reader: Reader, rows: Iterable[AnyRow]) -> tuple[TimeOff, ...]:
    rows = list(rows)
    if not rows:
        return ()
    who: dict[int, list[int]] = {}
    for row in reader.connection.execute(_WHO):
        who.setdefault(row.time_off_id, []).append(row.staff_id)
    return tuple(
        _time_off(row, tuple(who.get(row.id, ()))) for row in rows if row.for_all or row.id in who
    )


def _time_off(row: AnyRow, staff: tuple[int, ...]) -> TimeOff:
    start, end = row._mapping[time_off.c["from"]], row._mapping[time_off.c.to]
    part = None if start is None else HoursBlock(start, end)
    return TimeOff(row.id, row.first, row.last, row.title, staff, part)


def _values(value: TimeOff) -> dict[str, object]:
    return {
        "title": value.title,
        "first": value.first,
        "last": value.last,
        "from": None if value.part is None else value.part.start,
        "to": None if value.part is None else value.part.end,
        "for_all": value.is_for_all,
    }


def _put_staff(tx: Transaction, number: int, staff: Iterable[int]) -> None:
    rows = [{"time_off_id": number, "staff_id": member} for member in sorted(set(staff))]
    if rows:
        tx.connection.execute(time_off_staff.insert(), rows)


def _touch(tx: Transaction) -> None:
    """Hours are different, and what is told of days."""
    tx.touch(Topic.STAFF)
    tx.touch(Topic.AGENDA)
