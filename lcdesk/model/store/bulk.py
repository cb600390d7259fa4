"""Adds many rows with one prepared statement.

SQLAlchemy looks at the name, default and type of every value of every row; for thousands of
rows that takes several times as long as SQLite takes to keep them. Here it is asked once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from lcdesk.model.store.transaction import Transaction

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
