"""What a calendar is booked for, as the rules count it: a distribution looks back over weeks, of
which whole appointments would take five times as long to read.
"""

from __future__ import annotations

from collections import defaultdict

import sqlalchemy as sa

from lcdesk.model.booking.situation import Booked
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import overlaps
from lcdesk.model.store.tables import (
    appointment,
    appointment_contact,
    appointment_staff,
    contact,
)
from lcdesk.model.store.transaction import Reader

_OURS = (appointment.c.calendar_id == sa.bindparam("calendar")) & overlaps(appointment)
# Asked at each look at a week: making a statement takes as long as asking it.
_BOOKED = (
    sa.select(
        appointment.c.id,
        appointment.c.start,
        appointment.c.end,
        appointment.c.session,
        appointment.c.status,
        appointment.c.title,
        appointment.c.created_at,
    )
    .where(_OURS)
    .order_by(appointment.c.start, appointment.c.id)
)
_STAFF = (
    sa.select(appointment_staff.c.appointment_id, appointment_staff.c.staff_id)
    .join(appointment, appointment.c.id == appointment_staff.c.appointment_id)
    .where(_OURS)
    .order_by(appointment_staff.c.appointment_id, appointment_staff.c.position)
)
_FIRST_LAST = (
    sa.select(appointment_contact.c.appointment_id, contact.c.name)
    .join(appointment, appointment.c.id == appointment_contact.c.appointment_id)
    .join(contact, contact.c.id == appointment_contact.c.contact_id)
    .where(_OURS)
    .order_by(appointment_contact.c.position.desc())
)


def booked_of_calendar(reader: Reader, calendar_id: int, span: TimeSpan) -> dict[int, Booked]:
    """A calendar's appointments that share time with `span`, by id, in the order of their start.

    Each is called by its first contact, else by its title.
    """
    named = {"since": span.start, "until": span.end, "calendar": calendar_id}
    staff: defaultdict[int, list[int]] = defaultdict(list)
    for number, member in reader.connection.execute(_STAFF, named):
        staff[number].append(member)
    names = {row[0]: row[1] for row in reader.connection.execute(_FIRST_LAST, named)}
    return {
        number: Booked(
            TimeSpan(start, end),
            tuple(staff[number]),
            session,
            Status(status),
            names.get(number, title),
            made,
        )
        for number, start, end, session, status, title, made in reader.connection.execute(
            _BOOKED, named
        )
    }
