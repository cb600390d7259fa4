"""What took place and what did not, row by row, for counting."""

from __future__ import annotations

import sqlalchemy as sa

from lcdesk.model.domain.events import Booked, Status
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.database import Database
from lcdesk.model.store.tables import appointment, appointment_staff

_IN_SPAN = (
    sa.select(
        appointment.c.id,
        appointment.c.session,
        appointment.c.calendar_id,
        appointment.c.start,
        appointment.c.end,
        appointment.c.status,
        appointment_staff.c.staff_id,
    )
    .outerjoin(appointment_staff, appointment_staff.c.appointment_id == appointment.c.id)
    .where(
        appointment.c.start >= sa.bindparam("since", type_=appointment.c.start.type),
        appointment.c.start < sa.bindparam("until", type_=appointment.c.start.type),
        appointment.c.status != Status.INVALID.value,
    )
    .order_by(appointment.c.start, appointment.c.id)
)


def read_booked(database: Database, span: TimeSpan) -> list[Booked]:
    """Appointments that begin in a span, once for each staff member; invalid ones never were."""
    with database.read() as reader:
        rows = reader.connection.execute(_IN_SPAN, {"since": span.start, "until": span.end}).all()
    return [
        Booked(row_id, session, calendar, start, end, Status(status), staff)
        for row_id, session, calendar, start, end, status, staff in rows
    ]
