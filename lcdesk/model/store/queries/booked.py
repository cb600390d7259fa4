"""What a calendar is booked for, as the rules count it: a distribution looks back over weeks, of
which whole appointments would take five times as long to read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from lcdesk.model.booking.situation import Booked
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import DEAD, overlaps
from lcdesk.model.store.tables import (
    appointment,
    appointment_contact,
    appointment_staff,
    contact,
)
from lcdesk.model.store.tables import staff as staff_member
from lcdesk.model.store.transaction import AnyRow, Reader

_OURS = (
    (appointment.c.calendar_id == sa.bindparam("calendar"))
    & overlaps(appointment)
    & appointment.c.status.not_in(DEAD)
)
# Asked at each look at a week: making a statement takes as long as asking it.
_BOOKED = (
    sa.select(
        appointment.c.id,
        appointment.c.start,
        appointment.c.end,
        appointment.c.session,
        appointment.c.status,
    )
    .where(_OURS)
    .order_by(appointment.c.start, appointment.c.id)
)
_STAFF = (
    sa.select(appointment_staff.c.appointment_id, appointment_staff.c.staff_id)
    .join(appointment, appointment.c.id == appointment_staff.c.appointment_id)
    .where(_OURS)
    .order_by(appointment_staff.c.position)
)
_MADE = sa.select(appointment.c.id, appointment.c.created_at).where(_OURS)
_TITLES = sa.select(appointment.c.id, appointment.c.title).where(_OURS)
_CONTACTS = (
    sa.select(appointment_contact.c.appointment_id, contact.c.name)
    .join(appointment, appointment.c.id == appointment_contact.c.appointment_id)
    .join(contact, contact.c.id == appointment_contact.c.contact_id)
    .where(_OURS)
    .order_by(appointment_contact.c.position.desc())  # so that the first stands
)
# For each member back from a moment, along the index, to the first that is theirs.
_LAST_START = (
    sa.select(appointment.c.start)
    .where(
        appointment.c.calendar_id == sa.bindparam("calendar"),
        appointment.c.start < sa.bindparam("before", type_=appointment.c.start.type),
        appointment.c.status.not_in(DEAD),
        sa.exists()
        .where(
            appointment_staff.c.appointment_id == appointment.c.id,
            appointment_staff.c.staff_id == staff_member.c.id,
        )
        .correlate(appointment, staff_member),
    )
    .order_by(appointment.c.start.desc())
    .limit(1)
    .correlate(staff_member)
    .scalar_subquery()
)
_LAST_STARTS = sa.select(staff_member.c.id, _LAST_START).where(
    staff_member.c.id.in_(sa.bindparam("staff", expanding=True))
)


def booked_of_calendar(
    reader: Reader, calendar: Calendar, span: TimeSpan, *, reset: datetime | None
) -> dict[int, Booked]:
    """A calendar's appointments that share time with `span` and count, by id, in order of start.

    When each was made is told where a `reset` asks for it, and what each is called (its first
    contact, else its title) where the rules name it: on a simple calendar.
    """
    named = {"since": span.start, "until": span.end, "calendar": calendar.id}
    connection = reader.connection
    staff: defaultdict[int, list[int]] = defaultdict(list)
    for number, member in connection.execute(_STAFF, named):
        staff[number].append(member)
    made = {} if reset is None else _pairs(connection.execute(_MADE, named))
    names: dict[int, str] = {}
    if calendar.kind is CalendarKind.SIMPLE:
        names = _pairs(connection.execute(_TITLES, named))
        names |= _pairs(connection.execute(_CONTACTS, named))
    return {
        number: Booked(
            TimeSpan(start, end),
            tuple(staff[number]),
            session,
            Status(status),
            names.get(number, ""),
            made.get(number),
        )
        for number, start, end, session, status in connection.execute(_BOOKED, named)
    }


def last_starts(reader: Reader, calendar: Calendar, before: datetime) -> dict[int, datetime]:
    """When the latest appointment of each member of a calendar began in it, before a moment."""
    named = {"calendar": calendar.id, "before": before, "staff": list(calendar.staff)}
    found = _pairs(reader.connection.execute(_LAST_STARTS, named))
    return {member: start for member, start in found.items() if start is not None}


def _pairs(rows: Iterable[AnyRow]) -> dict[int, Any]:
    return {row[0]: row[1] for row in rows}
