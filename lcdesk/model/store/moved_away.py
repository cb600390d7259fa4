"""Events of appointments that somebody moved to another linked calendar of their member.

The appointment still stands here, so at its own time such an event is the same thing once more: it
is neither drawn nor does it take that time a second time. At any other time it is an event like
others.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.store.appointments import DEAD
from lcdesk.model.store.tables import account, appointment, linked_calendar, remote_object
from lcdesk.model.store.transaction import Reader

_OWN, _TWIN = remote_object.alias("own"), remote_object.alias("twin")
_GONE = (ObjectState.GONE.value, ObjectState.RELEASED.value)


def _has_session(object_: sa.FromClause) -> sa.ColumnElement[bool]:
    """Not by its index, which holds every object of ours."""
    return sa.func.coalesce(object_.c.session, "") != ""


# Few are gone, so they are found by what they are; asked at each look at a week.
_MOVED_AWAY = (
    sa.select(_TWIN.c.id, _TWIN.c.linked_id, appointment.c.start, appointment.c.end)
    .select_from(_OWN)
    .join(_TWIN, _TWIN.c.uid == _OWN.c.uid)
    .join(linked_calendar, linked_calendar.c.id == _TWIN.c.linked_id)
    .join(account, account.c.id == linked_calendar.c.account_id)
    .join(appointment, appointment.c.session == _OWN.c.session)
    .where(
        _OWN.c.state.in_(_GONE),
        _has_session(_OWN),
        _OWN.c.uid != "",
        sa.not_(_has_session(_TWIN)),
        account.c.staff_id == _OWN.c.staff_id,
        appointment.c.status.not_in(DEAD),
    )
    .distinct()
)


@dataclass(frozen=True, slots=True)
class MovedAway:
    """One such event, and when its appointment takes place."""

    object: int
    linked: int
    start: datetime
    end: datetime


def moved_away(reader: Reader) -> tuple[MovedAway, ...]:
    """Every such event; mostly none."""
    rows = reader.connection.execute(_MOVED_AWAY)
    return tuple(MovedAway(row.id, row.linked_id, row.start, row.end) for row in rows)
