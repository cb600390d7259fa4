"""Which appointments begin where a reminder of them may be due: bounded ranges of an index.

However many appointments there are, only those are read that begin as long after the time asked
about as their calendar's reminders come before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

import sqlalchemy as sa

from lcdesk.model.booking.reminders import DAY, DAYS_MAY_DIFFER, Beginning
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import DEAD
from lcdesk.model.store.reminders.chosen import usual_reminders
from lcdesk.model.store.tables import appointment, calendar
from lcdesk.model.store.tables.columns import reminders_from_json
from lcdesk.model.store.transaction import Reader

_SECOND = timedelta(seconds=1)


def beginnings(reader: Reader, span: TimeSpan, *, not_before: datetime) -> tuple[Beginning, ...]:
    """What begins at or after `not_before`, with a reminder that may be due within `span`.

    One a session.
    """
    before = _before_by_calendar(reader)
    ranges = list(_ranges(before, span, not_before))
    if not ranges:
        return ()
    column = appointment.c
    query = (
        sa.select(
            column.session,
            column.start,
            column.zone,
            column.calendar_id,
            sa.func.min(column.created_at).label("booked_at"),
        )
        .where(sa.or_(*ranges) & column.status.not_in(DEAD))
        .group_by(column.session, column.start)
    )
    return tuple(
        Beginning(row.session, row.start, row.zone, before[row.calendar_id], row.booked_at)
        for row in reader.connection.execute(query)
    )


def _before_by_calendar(reader: Reader) -> dict[int, tuple[timedelta, ...]]:
    usual = usual_reminders(reader)
    rows = reader.connection.execute(sa.select(calendar.c.id, calendar.c.reminders))
    own = ((row.id, reminders_from_json(row.reminders)) for row in rows)
    return {number: usual if before is None else before for number, before in own}


def _ranges(
    before: dict[int, tuple[timedelta, ...]], span: TimeSpan, not_before: datetime
) -> Iterator[sa.ColumnElement[bool]]:
    calendars: dict[timedelta, list[int]] = defaultdict(list)
    for number, lengths in before.items():
        for length in set(lengths):
            calendars[length].append(number)
    for length, numbers in calendars.items():
        slack = DAYS_MAY_DIFFER if length >= DAY and not length % DAY else _SECOND
        since = max(span.start + length - slack, not_before)
        until = span.end + length + slack
        yield appointment.c.calendar_id.in_(numbers) & appointment.c.start.between(since, until)
