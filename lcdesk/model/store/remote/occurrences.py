"""Where mirrored events lie: read without touching the objects they came from, added many at once.

An object's row carries its whole text; joining it for its state alone took a third of the reading
of a week. SQLAlchemy looks at the name, default and type of every value of every row, which for
thousands takes several times as long as SQLite takes to keep them; here it is asked once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import chain, product
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.tables import occurrence
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction
from lcdesk.model.sync_policy import takes_time

# Occurrences longer than this are looked up apart from the many short ones.
LONG = timedelta(days=7)

Taken = tuple[int, int, int, str, int]
"""Of an event that takes time: start and end (seconds since 1970), its linked calendar, its
title, and 1 where it lasts whole days."""


def _seconds(name: str) -> sa.ColumnElement[int]:
    """A column of instants as they are kept: there may be thousands."""
    return sa.type_coerce(occurrence.c[name], sa.BigInteger).label(name)


# In the order in which agenda.py takes them: by name a week's hundreds take twice as long.
DRAWN = sa.select(
    occurrence.c.object_id,
    occurrence.c.linked_id,
    occurrence.c.recurrence_id,
    occurrence.c.start,
    occurrence.c.end,
    occurrence.c.own_start,
    occurrence.c.first_day,
    occurrence.c.end_day,
    occurrence.c.title,
    occurrence.c.location,
    occurrence.c.notes,
    occurrence.c.busy,
    occurrence.c.declined,
    occurrence.c.tentative,
)
_IS_ALL_DAY = occurrence.c.first_day.is_not(None)
_BUSY = sa.select(
    _seconds("start"),
    _seconds("end"),
    occurrence.c.linked_id,
    occurrence.c.title,
    _IS_ALL_DAY.label("is_all_day"),
).where(occurrence.c.busy, occurrence.c.end > occurrence.c.start)


def _halves(query: sa.Select[tuple[Any, ...]]) -> tuple[sa.Select[tuple[Any, ...]], ...]:
    """The query for what shares time with a span in some calendars: short ones, long ones."""
    start, end = occurrence.c.start, occurrence.c.end
    since, until, earliest = (
        sa.bindparam(name, type_=start.type) for name in ("since", "until", "earliest")
    )
    touching = (start < until) & ((end > since) | ((end == start) & (start >= since)))
    here = query.where(touching, occurrence.c.linked_id.in_(sa.bindparam("linked", expanding=True)))
    return (
        here.where(occurrence.c.long.is_(False), start > earliest),
        here.where(occurrence.c.long.is_(True)),
    )


# Asked at each look at a week: making a statement takes as long as asking it.
_DRAWN_HALVES = _halves(DRAWN)
_BUSY_HALVES = _halves(_BUSY)


def find_drawn(reader: Reader, span: TimeSpan, linked: Collection[int]) -> list[AnyRow]:
    """Occurrences in these linked calendars that share time with `span`."""
    execute, named = reader.connection.execute, _parameters(span, linked)
    return [row for half in _DRAWN_HALVES for row in execute(half, named)]


def busy_in(reader: Reader, span: TimeSpan, linked: Iterable[LinkedCalendar]) -> list[Taken]:
    """Those that take time, with no more than a reason for a closed slot needs.

    All of it is read from one index, in its order.
    """
    calendars = {calendar.id: calendar for calendar in linked}
    query, halves = _BUSY, _BUSY_HALVES
    for calendar, tentative, all_day in product(calendars.values(), (False, True), (False, True)):
        if not takes_time(calendar, busy=True, tentative=tentative, all_day=all_day):
            query = query.where(
                (occurrence.c.linked_id != calendar.id)
                | (occurrence.c.tentative.is_not(tentative))
                | (all_day != _IS_ALL_DAY)
            )
    if query is not _BUSY:
        halves = _halves(query)
    named = _parameters(span, calendars)
    return list(chain.from_iterable(_plain(reader, half, named) for half in halves))


def _parameters(span: TimeSpan, linked: Iterable[int]) -> dict[str, Any]:
    """What the halves are asked with."""
    earliest = span.start - LONG
    return {"since": span.start, "until": span.end, "earliest": earliest, "linked": sorted(linked)}


def _plain(
    reader: Reader, query: sa.Select[tuple[Any, ...]], named: Mapping[str, Any]
) -> list[Taken]:
    """As the driver gives them: a busy week's thousands of rows get neither names nor types."""
    with reader.connection.execute(query, named) as result:
        return cast(list[Taken], result.cursor.fetchall())


def occurrence_spans(reader: Reader, object_id: int) -> list[TimeSpan]:
    """Where an object is drawn now."""
    query = sa.select(occurrence.c.start, occurrence.c.end).where(
        occurrence.c.object_id == object_id
    )
    return [TimeSpan(row.start, row.end) for row in reader.connection.execute(query)]


Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Insertion:
    text: str
    names: tuple[str, ...]
    by_position: bool
    conversions: tuple[tuple[int, Callable[[Any], Any]], ...]

    def parameters(self, row: Row) -> tuple[Any, ...] | dict[str, Any]:
        values = [row[name] for name in self.names]
        for index, convert in self.conversions:
            values[index] = convert(values[index])
        return tuple(values) if self.by_position else dict(zip(self.names, values, strict=True))


def insert_rows(tx: Transaction, table: sa.Table, rows: Sequence[Row]) -> None:
    """Add rows, each with a value for every column but `id`; no default is filled in."""
    if not rows:
        return
    insertion = _insertion(table, tx.connection.dialect)
    parameters: Any = [insertion.parameters(row) for row in rows]
    tx.connection.exec_driver_sql(insertion.text, parameters)


def insert_rows_for_ids(tx: Transaction, table: sa.Table, rows: Sequence[Row]) -> range:
    """The same, and their ids: they go up by one, for no other transaction writes meanwhile."""
    if not rows:
        return range(0)
    insert_rows(tx, table, rows)
    last = tx.connection.execute(sa.select(sa.func.max(table.c.id))).scalar_one()
    return range(last - len(rows) + 1, last + 1)


@lru_cache(maxsize=8)
def _insertion(table: sa.Table, dialect: Dialect) -> _Insertion:
    columns = [column for column in table.c if column.name != "id"]
    names = tuple(column.name for column in columns)
    compiled = table.insert().inline().compile(dialect=dialect, column_keys=list(names))
    processors = (column.type.dialect_impl(dialect).bind_processor(dialect) for column in columns)
    conversions = tuple(
        (index, convert) for index, convert in enumerate(processors) if convert is not None
    )
    return _Insertion(str(compiled), names, bool(compiled.positional), conversions)
