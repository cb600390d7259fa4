"""Series made by hand; their occurrences are appointments (store/appointments.py)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.domain.changes import Topic
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.recurrence.series import Series
from lcdesk.model.recurrence.text import write_rule
from lcdesk.model.store.tables import series
from lcdesk.model.store.tables.columns import minutes
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction


def get_series(reader: Reader, series_id: int) -> Series | None:
    """One series, or None."""
    query = sa.select(series).where(series.c.id == series_id)
    row = reader.connection.execute(query).first()
    return None if row is None else _series(row)


def has_series(reader: Reader) -> bool:
    """Whether there is any."""
    return reader.connection.execute(sa.select(series.c.id).limit(1)).first() is not None


def all_series(reader: Reader) -> tuple[Series, ...]:
    """Every series, in the order they were made."""
    return _select(reader, sa.true())


def series_made_before(reader: Reader, day: date) -> tuple[Series, ...]:
    """Those whose dates up to `day` have not all been made or left out yet."""
    return _select(reader, series.c.made_to < day)


def insert_series(tx: Transaction, value: Series) -> int:
    """Add a series (its `id` is ignored); returns the new id."""
    tx.touch(Topic.AGENDA)
    return tx.insert(series, _values(value))


def put_series(tx: Transaction, value: Series) -> None:
    """Replace a series, or bring it back under its own id."""
    tx.touch(Topic.AGENDA)
    if get_series(tx, value.id) is None:
        tx.connection.execute(series.insert().values(id=value.id, **_values(value)))
    else:
        tx.connection.execute(
            series.update().where(series.c.id == value.id).values(**_values(value))
        )


def delete_series(tx: Transaction, series_id: int) -> None:
    """Remove a series that has no occurrences (any more)."""
    tx.touch(Topic.AGENDA)
    tx.connection.execute(series.delete().where(series.c.id == series_id))


def _select(reader: Reader, condition: sa.ColumnElement[bool]) -> tuple[Series, ...]:
    query = sa.select(series).where(condition).order_by(series.c.id)
    return tuple(_series(row) for row in reader.connection.execute(query))


def _series(row: AnyRow) -> Series:
    return Series(
        id=row.id,
        calendar=row.calendar_id,
        rule=series_rule(row.rule),
        zone=row.zone,
        first=row.first,
        minute=row.minute,
        length=timedelta(minutes=row.length),
        contact=row.contact_id,
        made_to=row.made_to,
        title=row.title,
        notes=row.notes,
        location=row.location,
        staff=tuple(row.staff),
        when_taken=WhenTaken(row.when_taken),
    )


def _values(value: Series) -> dict[str, Any]:
    return {
        "calendar_id": value.calendar,
        "rule": write_rule(value.rule),
        "zone": value.zone,
        "first": value.first,
        "minute": value.minute,
        "length": minutes(value.length),
        "contact_id": value.contact,
        "title": value.title,
        "notes": value.notes,
        "location": value.location,
        "staff": list(value.staff),
        "when_taken": value.when_taken.value,
        "made_to": value.made_to,
    }
