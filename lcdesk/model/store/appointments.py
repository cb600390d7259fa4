"""Appointments and slots blocked by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from lcdesk.model.domain.changes import Freed, Topic
from lcdesk.model.domain.events import Appointment, BlockedSlot, Status
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.undo import RowImage
from lcdesk.model.store.row_images import as_json
from lcdesk.model.store.tables import (
    appointment,
    appointment_contact,
    appointment_staff,
    blocked_slot,
)
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction, chunks

_Appointments = sa.Select[tuple[Any, ...]]

DEAD = (Status.CANCELLED.value, Status.INVALID.value)


def overlaps(table: sa.Table) -> sa.ColumnElement[bool]:
    """Rows of `table` that share time with `since` to `until`; inside it without any length too."""
    start, end = table.c.start, table.c.end
    since, until = sa.bindparam("since", type_=start.type), sa.bindparam("until", type_=end.type)
    # The first term stands alone, so that an index on `start` is used for it.
    return (start < until) & ((end > since) | ((start == end) & (start == since)))


def _those(condition: sa.ColumnElement[bool]) -> _Appointments:
    return sa.select(appointment).where(condition).order_by(appointment.c.start, appointment.c.id)


# Asked at each look at a week: making a statement takes as long as asking it.
_IN_SPAN = _those(overlaps(appointment))
_IN_SPAN_OF_CALENDAR = _those(
    (appointment.c.calendar_id == sa.bindparam("calendar")) & overlaps(appointment)
)
_TAKING_IN_SPAN = _those(
    overlaps(appointment)
    & appointment.c.status.not_in(DEAD)
    & appointment.c.id.in_(
        sa.select(appointment_staff.c.appointment_id).where(
            appointment_staff.c.staff_id == sa.bindparam("who")
        )
    )
)
_BLOCKED_IN_SPAN = (
    sa.select(blocked_slot).where(overlaps(blocked_slot)).order_by(blocked_slot.c.start)
)


def appointments_in(reader: Reader, span: TimeSpan) -> tuple[Appointment, ...]:
    """Appointments that share time with `span`, of any status, by start."""
    return _read(reader, _IN_SPAN, {"since": span.start, "until": span.end})


def appointments_of_session(reader: Reader, session: str) -> tuple[Appointment, ...]:
    """The appointments of one session: the seats of a class, else exactly one."""
    return _select(reader, appointment.c.session == session)


def appointments_of_calendar(
    reader: Reader, calendar_id: int, span: TimeSpan
) -> tuple[Appointment, ...]:
    """A calendar's appointments that share time with `span`."""
    named = {"since": span.start, "until": span.end, "calendar": calendar_id}
    return _read(reader, _IN_SPAN_OF_CALENDAR, named)


def appointments_of_series(reader: Reader, series_id: int) -> tuple[Appointment, ...]:
    """The occurrences that a series has had, of any status, by the day that the rule gave."""
    found = _select(reader, appointment.c.series_id == series_id)
    return tuple(sorted(found, key=lambda appointment: appointment.series_day or date.min))


def get_appointment(reader: Reader, appointment_id: int) -> Appointment | None:
    """One appointment, or None."""
    found = _select(reader, appointment.c.id == appointment_id)
    return found[0] if found else None


def appointments_by_id(reader: Reader, ids: Sequence[int]) -> tuple[Appointment, ...]:
    """Those of these that are still there."""
    return tuple(
        found for some in chunks(ids) for found in _select(reader, appointment.c.id.in_(some))
    )


def all_appointments(reader: Reader) -> tuple[Appointment, ...]:
    """Every appointment, for saving the workspace."""
    return _select(reader, sa.true())


def upcoming_sessions(reader: Reader, staff_id: int, now: datetime) -> tuple[str, ...]:
    """Sessions of a member that have not ended, for moving them to another calendar."""
    return _find_upcoming(reader, appointment_staff, appointment_staff.c.staff_id == staff_id, now)


def upcoming_sessions_of_contact(reader: Reader, contact_id: int, now: datetime) -> tuple[str, ...]:
    """Sessions that a contact is booked for and that have not ended."""
    booked = appointment_contact.c.contact_id == contact_id
    return _find_upcoming(reader, appointment_contact, booked, now)


def _find_upcoming(
    reader: Reader, people: sa.Table, condition: sa.ColumnElement[bool], now: datetime
) -> tuple[str, ...]:
    query = (
        sa.select(appointment.c.session)
        .join(people, people.c.appointment_id == appointment.c.id)
        .where(condition, appointment.c.end > now)
        .distinct()
    )
    return tuple(reader.connection.execute(query).scalars())


def flagged_appointments(reader: Reader, now: datetime) -> tuple[Appointment, ...]:
    """Those that deserve a look, take place and are not over."""
    living = appointment.c.status.not_in(DEAD) & (appointment.c.end > now)
    return _select(reader, (appointment.c.flagged != "") & living)


def flagged_with(reader: Reader, beginning: str) -> tuple[Appointment, ...]:
    """Those whose flag begins so, over or not."""
    return _select(reader, appointment.c.flagged.startswith(beginning, autoescape=True))


def find_taking_time(reader: Reader, staff_id: int, span: TimeSpan) -> tuple[Appointment, ...]:
    """A member's appointments that take time and share some of it with `span`, by start."""
    return _read(reader, _TAKING_IN_SPAN, {"since": span.start, "until": span.end, "who": staff_id})


def upcoming_of_calendar(reader: Reader, calendar_id: int, now: datetime) -> int:
    """How many appointments of a calendar take time and are not over."""
    return _count_upcoming(reader, appointment.c.calendar_id == calendar_id, now)


def upcoming_of_staff(reader: Reader, staff_id: int, now: datetime) -> int:
    """How many appointments of a staff member take time and are not over."""
    mine = sa.select(appointment_staff.c.appointment_id).where(
        appointment_staff.c.staff_id == staff_id
    )
    return _count_upcoming(reader, appointment.c.id.in_(mine), now)


def upcoming_of_contact(reader: Reader, contact_id: int, now: datetime) -> int:
    """How many appointments of a contact take time and are not over."""
    mine = sa.select(appointment_contact.c.appointment_id).where(
        appointment_contact.c.contact_id == contact_id
    )
    return _count_upcoming(reader, appointment.c.id.in_(mine), now)


def appointments_of_contact(reader: Reader, contact_id: int) -> tuple[Appointment, ...]:
    """A contact's history, of any status, by start."""
    mine = sa.select(appointment_contact.c.appointment_id).where(
        appointment_contact.c.contact_id == contact_id
    )
    return _select(reader, appointment.c.id.in_(mine))


def _count_upcoming(reader: Reader, condition: sa.ColumnElement[bool], now: datetime) -> int:
    living = condition & (appointment.c.end > now) & appointment.c.status.not_in(DEAD)
    query = sa.select(sa.func.count()).select_from(appointment).where(living)
    return int(reader.connection.execute(query).scalar_one())


def insert_appointment(tx: Transaction, value: Appointment, now: datetime) -> int:
    """Add an appointment (its `id` is ignored); returns the new id."""
    new_id = tx.insert(appointment, _values(value) | {"created_at": now})
    _write_people(tx, new_id, value.staff, value.contacts)
    tx.touch(Topic.AGENDA, [value.span])
    return new_id


def update_appointment(tx: Transaction, before: Appointment, after: Appointment) -> None:
    """Replace an appointment's fields and people."""
    tx.connection.execute(
        appointment.update().where(appointment.c.id == after.id).values(_values(after))
    )
    if (before.staff, before.contacts) != (after.staff, after.contacts):
        for table in (appointment_staff, appointment_contact):
            tx.connection.execute(table.delete().where(table.c.appointment_id == after.id))
        _write_people(tx, after.id, after.staff, after.contacts)
    tx.touch(Topic.AGENDA, [before.span, after.span])
    free_if_left(tx, before, after)


def free_if_left(tx: Transaction, before: Appointment, after: Appointment | None) -> None:
    """Note the time that an appointment takes no more; None where it is gone."""
    if not before.status.takes_time or (after is not None and _taken(before) == _taken(after)):
        return
    tx.free(Freed(before.span, before.calendar, before.staff))


def _taken(value: Appointment) -> tuple[object, ...]:
    """What it takes, and of whom."""
    return value.status.takes_time, value.span, value.calendar, value.staff, value.session


def image_of(before: Appointment, after: Appointment) -> RowImage:
    """A change of an appointment's own fields, for an undo."""
    rows = (as_json(appointment, _values(version)) for version in (before, after))
    return RowImage(appointment.name, (after.id,), *rows)


def delete_appointment(tx: Transaction, value: Appointment) -> None:
    """Remove an appointment as if it had never been; its events are for the commands."""
    tx.connection.execute(appointment.delete().where(appointment.c.id == value.id))
    tx.touch(Topic.AGENDA, [value.span])
    free_if_left(tx, value, None)


def find_blocked(reader: Reader, span: TimeSpan) -> tuple[BlockedSlot, ...]:
    """Slots blocked by hand that share time with `span`."""
    named = {"since": span.start, "until": span.end}
    return tuple(_read_blocked(row) for row in reader.connection.execute(_BLOCKED_IN_SPAN, named))


def blocked_by_id(reader: Reader, ids: Sequence[int]) -> tuple[BlockedSlot, ...]:
    """Those of these that are still there."""
    queries = (sa.select(blocked_slot).where(blocked_slot.c.id.in_(some)) for some in chunks(ids))
    return tuple(
        _read_blocked(row) for query in queries for row in reader.connection.execute(query)
    )


def get_blocked(reader: Reader, slot_id: int) -> BlockedSlot | None:
    """One slot blocked by hand, or None."""
    found = blocked_by_id(reader, [slot_id])
    return found[0] if found else None


def _read_blocked(row: AnyRow) -> BlockedSlot:
    return BlockedSlot(
        row.id, TimeSpan(row.start, row.end), row.title, row.staff_id, row.calendar_id
    )


def insert_blocked(tx: Transaction, value: BlockedSlot) -> int:
    """Add a slot blocked by hand; returns the new id."""
    tx.touch(Topic.AGENDA, [value.span])
    return tx.insert(blocked_slot, _blocked_values(value))


def update_blocked(tx: Transaction, before: BlockedSlot, after: BlockedSlot) -> None:
    """Replace the fields of a slot blocked by hand."""
    query = blocked_slot.update().where(blocked_slot.c.id == after.id)
    tx.connection.execute(query.values(_blocked_values(after)))
    tx.touch(Topic.AGENDA, [before.span, after.span])
    free_if_unblocked(tx, before, after)


def free_if_unblocked(tx: Transaction, before: BlockedSlot, after: BlockedSlot | None) -> None:
    """Note the time that a slot blocks no more; None where it is gone."""
    if after is not None and replace(before, title=after.title) == after:
        return
    staff = () if before.staff is None else (before.staff,)
    tx.free(Freed(before.span, before.calendar, staff))


def _blocked_values(value: BlockedSlot) -> dict[str, object]:
    return {
        "staff_id": value.staff,
        "calendar_id": value.calendar,
        "start": value.span.start,
        "end": value.span.end,
        "title": value.title,
    }


def delete_blocked(tx: Transaction, value: BlockedSlot) -> None:
    """Remove a slot blocked by hand."""
    tx.connection.execute(blocked_slot.delete().where(blocked_slot.c.id == value.id))
    tx.touch(Topic.AGENDA, [value.span])
    free_if_unblocked(tx, value, None)


def _select(reader: Reader, condition: sa.ColumnElement[bool]) -> tuple[Appointment, ...]:
    return _read(reader, _those(condition), {})


def _read(
    reader: Reader, query: _Appointments, named: Mapping[str, object]
) -> tuple[Appointment, ...]:
    rows = reader.connection.execute(query, named).all()
    ids = [row.id for row in rows]
    staff = _people(reader, appointment_staff, "staff_id", ids)
    contacts = _people(reader, appointment_contact, "contact_id", ids)
    return tuple(
        Appointment(
            id=row.id,
            calendar=row.calendar_id,
            session=row.session,
            span=TimeSpan(row.start, row.end),
            zone=row.zone,
            staff=tuple(staff[row.id]),
            contacts=tuple(contacts[row.id]),
            title=row.title,
            status=Status(row.status),
            notes=row.notes,
            location=row.location,
            overridden=row.overridden,
            overridden_for=row.overridden_for,
            why=row.why,
            named=row.named,
            flagged=row.flagged,
            created_at=row.created_at,
            series=row.series_id,
            series_day=row.series_day,
        )
        for row in rows
    )


def _people(
    reader: Reader, table: sa.Table, column: str, ids: Sequence[int]
) -> defaultdict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for some in chunks(ids):
        query = (
            sa.select(table.c.appointment_id, table.c[column])
            .where(table.c.appointment_id.in_(some))
            .order_by(table.c.appointment_id, table.c.position)
        )
        for appointment_id, person in reader.connection.execute(query):
            found[appointment_id].append(person)
    return found


def _values(value: Appointment) -> dict[str, object]:
    return {
        "calendar_id": value.calendar,
        "session": value.session,
        "start": value.span.start,
        "end": value.span.end,
        "zone": value.zone,
        "title": value.title,
        "notes": value.notes,
        "location": value.location,
        "status": value.status,
        "overridden": value.overridden,
        "overridden_for": value.overridden_for,
        "why": value.why,
        "named": value.named,
        "flagged": value.flagged,
        "series_id": value.series,
        "series_day": value.series_day,
    }


def _write_people(
    tx: Transaction, appointment_id: int, staff: Sequence[int], contacts: Sequence[int]
) -> None:
    for table, column, people in (
        (appointment_staff, "staff_id", staff),
        (appointment_contact, "contact_id", contacts),
    ):
        rows = [
            {"appointment_id": appointment_id, column: person, "position": position}
            for position, person in enumerate(people)
        ]
        if rows:
            tx.connection.execute(table.insert(), rows)
