"""Keeps what rows were before a transaction changed them, at the one place all changes pass.

Only the tables of `KEPT`: what a person decides. What follows from it for a server (objects, the
outbox) is made anew by `replication/publish.py` from the difference, whichever way it goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, CursorResult

from lcdesk.model.domain.undo import Row, RowImage
from lcdesk.model.store.tables import (
    DayColumn,
    Instant,
    appointment,
    appointment_answer,
    appointment_contact,
    appointment_staff,
    blocked_slot,
    calendar,
    calendar_resource,
    calendar_staff,
    contact,
    imported_date,
    intake_field,
    linked_calendar,
    metadata,
    preference,
    public_holiday,
    resource,
    series,
    staff,
    time_off,
    time_off_staff,
    waiting,
)

MOST_ROWS = 10_000  # of one transaction; more can be read in Activity but not undone

# Parents before their children: the order in which rows can be put back.
KEPT = (
    staff,
    contact,
    resource,
    calendar,
    calendar_staff,
    calendar_resource,
    intake_field,
    series,
    appointment,
    appointment_staff,
    appointment_contact,
    appointment_answer,
    blocked_slot,
    imported_date,
    time_off,
    time_off_staff,
    public_holiday,
    waiting,
    linked_calendar,
    preference,
)
# Of these only some columns are a person's, and rows come and go with what the server lists.
_OWN_COLUMNS = {linked_calendar: ("role", "tentative_blocks", "all_day_blocks", "leaving")}
# What the window remembers of itself is no setting.
SETTINGS = (
    "when_deleted_in_icloud",
    "stale_after_minutes",
    "shortcuts",
    "holiday_calendar",
    "reminders",
    "quiet_hours",
    "attention_notices",
    "notices_hide_details",
)

_MOST_KEYS = 500  # of one statement
Key = tuple[int | str, ...]
_Named = tuple[str, Key]
_RowKey = tuple[sa.Table, Key]


class RowImages:
    """What the rows that one transaction changed were before, and are at its end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._before: dict[_RowKey, Row | None] = {}
        self._given: list[RowImage] = []
        self._is_on = True

    @property
    def is_too_much(self) -> bool:
        """Whether more was changed than is kept."""
        return len(self._before) > MOST_ROWS

    def stop(self) -> None:
        """Keep nothing of this transaction."""
        self._is_on = False
        self._before.clear()
        self._given.clear()

    def add(self, image: RowImage) -> None:
        """Keep what stands for rows that a server has a say in, after all others."""
        if self._is_on:
            self._given.append(image)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """See every statement of the transaction."""
        event.listen(self._connection, "before_execute", self._see)
        event.listen(self._connection, "after_execute", self._see_inserted)
        try:
            yield
        finally:
            event.remove(self._connection, "before_execute", self._see)
            event.remove(self._connection, "after_execute", self._see_inserted)

    def collect(self) -> tuple[RowImage, ...]:
        """One image for each row that is different at the end, parents before their children."""
        found: list[RowImage] = []
        for table in KEPT:
            mine = {key: row for (of, key), row in self._before.items() if of is table}
            present = rows_by_key(self._connection, table, mine)
            for key, before in mine.items():
                after = present.get(key)
                if before != after and not (table in _OWN_COLUMNS and None in (before, after)):
                    found.append(RowImage(table.name, key, before, after))
        return (*found, *self._given)

    # --- statements -------------------------------------------------------------------------

    def _see(self, connection: Connection, statement: object, *_rest: object) -> None:
        """A change of kept rows, before it is made: what the rows were, and what goes with them."""
        del connection
        if not self._is_on or self.is_too_much or not isinstance(statement, sa.Update | sa.Delete):
            return
        table = statement.table
        if not isinstance(table, sa.Table) or table not in KEPT:
            return
        where = sa.true() if statement.whereclause is None else statement.whereclause
        keys = self._keep(table, where)
        if isinstance(statement, sa.Delete):
            self._keep_children(table, keys)

    def _see_inserted(
        self,
        connection: Connection,
        statement: object,
        many: Sequence[Mapping[str, Any]],
        one: Mapping[str, Any],
        _options: object,
        result: CursorResult[Any],
    ) -> None:
        del connection, one
        if not self._is_on or self.is_too_much or not isinstance(statement, sa.Insert):
            return
        table = statement.table
        if not isinstance(table, sa.Table) or table not in KEPT:
            return
        if many:  # rows that are added many at once name their keys
            names = [column.name for column in table.primary_key]
            keys: list[Key] = [tuple(row[name] for name in names) for row in many]
        else:
            keys = [tuple(result.inserted_primary_key or ())]
        for key in keys:
            if table is not preference or key[0] in SETTINGS:
                self._before.setdefault((table, key), None)

    def _keep(self, table: sa.Table, where: sa.ColumnElement[bool]) -> list[Key]:
        if table is preference:
            where = where & preference.c.key.in_(SETTINGS)
        rows = _read(self._connection, table, where)
        for key, row in rows.items():
            self._before.setdefault((table, key), row)
        return list(rows)

    def _keep_children(self, table: sa.Table, keys: Sequence[Key]) -> None:
        """Rows that go when these are deleted, without a statement of their own."""
        ids = [key[0] for key in keys]
        for child, column in _CHILDREN.get(table, ()):
            for at in range(0, len(ids), _MOST_KEYS):
                gone = self._keep(child, column.in_(ids[at : at + _MOST_KEYS]))
                self._keep_children(child, gone)


def rows_by_key(connection: Connection, table: sa.Table, keys: Iterable[Key]) -> dict[Key, Row]:
    """These rows as they are now; those that are not there are left out."""
    wanted = set(keys)
    first = next(iter(table.primary_key))
    ids = sorted({key[0] for key in wanted}, key=str)
    found: dict[Key, Row] = {}
    for at in range(0, len(ids), _MOST_KEYS):
        found |= _read(connection, table, first.in_(ids[at : at + _MOST_KEYS]))
    return {key: row for key, row in found.items() if key in wanted}


def put_before(connection: Connection, images: Sequence[RowImage]) -> None:
    """Make each row what it was before; whoever asks has seen that nothing stands in the way."""
    ordered = sorted(images, key=lambda image: _ORDER[image.table])
    for image in ordered:  # two rows may exchange what only one can have
        if image.table == appointment.name and "series_day" in image.changed and image.after:
            _change(connection, image, {"series_id": None, "series_day": None})
    for image in ordered:
        table = metadata.tables[image.table]
        if image.before is None:
            continue
        if image.after is None:
            values = _from_json(table, image.before) | _key_values(table, image.key)
            connection.execute(table.insert().values(values))
        else:
            _change(connection, image, {name: image.before[name] for name in image.changed})
    for image in reversed(ordered):
        if image.before is None:
            table = metadata.tables[image.table]
            connection.execute(table.delete().where(_is(table, image.key)))


def is_row(image: RowImage) -> bool:
    """Whether an image is of a row that is put back as it was."""
    return image.table in _ORDER and image.table != linked_calendar.name


def present_rows(connection: Connection, images: Iterable[RowImage]) -> dict[_Named, Row]:
    """The rows that these images are of, as they are now, by table and key."""
    wanted: dict[str, list[Key]] = {}
    for image in images:
        wanted.setdefault(image.table, []).append(image.key)
    return {
        (name, key): row
        for name, keys in wanted.items()
        for key, row in rows_by_key(connection, metadata.tables[name], keys).items()
    }


def rows_that_name(connection: Connection, table: str, key: Key) -> list[tuple[str, Key, str]]:
    """Rows that refer to this one: table, key and the column that does; none that only follow."""
    found: list[tuple[str, Key, str]] = []
    for child in metadata.sorted_tables:
        for column in child.foreign_keys:
            if column.column.table.name != table or column.ondelete == "SET NULL":
                continue
            query = sa.select(*child.primary_key).where(column.parent == key[0])
            rows = connection.execute(query).all()
            found += [(child.name, tuple(row), column.parent.name) for row in rows]
    return found


def missing_parents(connection: Connection, image: RowImage) -> list[tuple[str, Key]]:
    """The rows that this one needs before it can come back, and that are not there."""
    table = metadata.tables[image.table]
    row = {**_key_values(table, image.key), **(image.before or {})}
    found: list[tuple[str, Key]] = []
    for column in table.foreign_keys:
        parent, value = column.column.table, row.get(column.parent.name)
        if value is not None and not rows_by_key(connection, parent, [(value,)]):
            found.append((parent.name, (value,)))
    return found


def as_json(table: sa.Table, row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row's values by column, as JSON."""
    return {name: _plain(value) for name, value in row.items() if name in table.c}


def _read(connection: Connection, table: sa.Table, where: sa.ColumnElement[bool]) -> dict[Key, Row]:
    own = _OWN_COLUMNS.get(table)
    keys = [column.name for column in table.primary_key]
    found: dict[Key, Row] = {}
    for row in connection.execute(sa.select(table).where(where)).mappings():
        values = as_json(table, dict(row))
        key = tuple(values[name] for name in keys)
        found[key] = {
            name: value
            for name, value in values.items()
            if name not in keys and (own is None or name in own)
        }
    return found


def _change(connection: Connection, image: RowImage, values: Row) -> None:
    table = metadata.tables[image.table]
    changed = table.update().where(_is(table, image.key))
    connection.execute(changed.values(_from_json(table, values)))


def _is(table: sa.Table, key: Key) -> sa.ColumnElement[bool]:
    columns = zip(table.primary_key, key, strict=True)
    return sa.and_(*(column == value for column, value in columns))


def _key_values(table: sa.Table, key: Key) -> dict[str, Any]:
    return dict(zip((column.name for column in table.primary_key), key, strict=True))


def _plain(value: Any) -> Any:
    """Instants as whole seconds, days as ISO dates; all else is JSON already."""
    if isinstance(value, datetime):
        return int(value.timestamp())
    return value.isoformat() if isinstance(value, date) else value


def _from_json(table: sa.Table, row: Row) -> dict[str, Any]:
    """The inverse of as_json."""
    found: dict[str, Any] = {}
    for name, value in row.items():
        kind = table.c[name].type
        if value is not None and isinstance(kind, Instant):
            found[name] = datetime.fromtimestamp(value, UTC)
        elif value is not None and isinstance(kind, DayColumn):
            found[name] = date.fromisoformat(value)
        else:
            found[name] = value
    return found


_ORDER = {table.name: number for number, table in enumerate(KEPT)}
_CHILDREN: dict[sa.Table, list[tuple[sa.Table, sa.Column[Any]]]] = {}
for _table in KEPT:
    for _key in _table.foreign_keys:
        if _key.ondelete == "CASCADE" and _table not in _OWN_COLUMNS:
            _CHILDREN.setdefault(_key.column.table, []).append((_table, _key.parent))
