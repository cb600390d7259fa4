"""Events of appointments that somebody moved to another linked calendar of their member.

The appointment still stands here, so at its own time such an event is the same thing once more: it
is neither drawn nor does it take that time a second time. At any other time it is an event like
others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.store.appointments import DEAD
from lcdesk.model.store.objects import get_object, objects_with_uid
from lcdesk.model.store.tables import account, appointment, linked_calendar, remote_object
from lcdesk.model.store.transaction import Reader

_OWN, _TWIN = remote_object.alias("own"), remote_object.alias("twin")
_GONE = (ObjectState.GONE.value, ObjectState.RELEASED.value)


def _has_session(object_: sa.FromClause) -> sa.ColumnElement[bool]:
    """Not by its index, which holds every object of ours."""
    return sa.func.coalesce(object_.c.session, "") != ""


# Few are gone, so they are found by what they are; asked at each look at a week.
_MOVED_AWAY = (
    sa.select(
        _TWIN.c.id,
        _TWIN.c.linked_id,
        linked_calendar.c.name,
        appointment.c.session,
        appointment.c.start,
        appointment.c.end,
    )
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
    """One such event, the calendar that it is in, and when its appointment takes place."""

    object: int
    linked: int
    calendar: str
    session: str
    start: datetime
    end: datetime


def moved_away(reader: Reader) -> tuple[MovedAway, ...]:
    """Every such event; mostly none."""
    rows = reader.connection.execute(_MOVED_AWAY)
    return tuple(MovedAway(*row) for row in rows)


def moved_to(reader: Reader, known: RemoteObject) -> RemoteObject | None:
    """What an event of ours became that was moved to another linked calendar, or None."""
    there = [
        one
        for one in (objects_with_uid(reader, known.uid) if known.is_own else ())
        if one.linked != known.linked and not one.is_own and one.state is ObjectState.CLEAN
    ]
    return there[0] if there else None


def own_moved_away(reader: Reader, uids: Sequence[str]) -> tuple[RemoteObject, ...]:
    """Events of ours with these UIDs that count as deleted where they stood."""
    query = sa.select(remote_object.c.id).where(
        remote_object.c.uid.in_([uid for uid in uids if uid]),
        remote_object.c.state == ObjectState.GONE.value,
        remote_object.c.session.is_not(None),
    )
    found = [get_object(reader, one) for one in reader.connection.execute(query).scalars()]
    return tuple(one for one in found if one is not None)
