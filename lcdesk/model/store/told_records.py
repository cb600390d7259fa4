"""What Activity tells of records and settings that a person changed, from the rows themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.undo import RowImage
from lcdesk.model.store.tables import calendar, linked_calendar
from lcdesk.model.store.transaction import Reader

# What comes or goes is what a step is about; then in this order.
_TABLES = (
    "calendar",
    "staff",
    "resource",
    "contact",
    "time_off",
    "linked_calendar",
    "preference",
)
_DEEDS = (Deed.ADDED, Deed.REMOVED, Deed.CHANGED)
# Rows that belong to a calendar: their key begins with it, or a column names it.
_OF_CALENDAR = ("calendar_staff", "calendar_resource", "intake_field")
_TITLED = ("time_off",)  # what has a title, and it may be empty, in place of a name
_LONGEST_SUBJECT = 24


@dataclass(slots=True)
class _Record:
    """One record, and which of its columns, or of the tables that belong to it, are different."""

    table: str
    key: int | str
    deed: Deed
    name: str
    parts: list[str]


def note_of_records(reader: Reader, images: Sequence[RowImage], *, named: int) -> Note | None:
    """A row about all records that are different, of which so many are named; None without any.

    The items have the names; the fact `records` says of each its table, and what of it changed.
    """
    found = _records(reader, images)
    if not found:
        return None
    first = found[0]
    shown = found[:named]
    return Note(
        JournalKind.RECORD,
        linked=_id_of(found, "linked_calendar"),
        staff=_id_of(found, "staff"),
        subject=f"{first.table}:{first.key}"[:_LONGEST_SUBJECT],
        counts=Counter(str(record.deed) for record in found),
        items=tuple(Item(record.deed, record.name) for record in shown),
        facts={"records": [[record.table, record.parts] for record in shown]},
    )


def _id_of(found: Sequence[_Record], table: str) -> int | None:
    """Whose row it is, where it is about one of these alone."""
    (first, *others) = found
    return int(first.key) if first.table == table and not others else None


def _records(reader: Reader, images: Sequence[RowImage]) -> list[_Record]:
    found: dict[tuple[str, int | str], _Record] = {}
    for image in images:
        if image.table in _TABLES:
            found[image.table, image.key[0]] = _record_of(reader, image)
    for image in images:
        if image.table in _OF_CALENDAR:
            _add_part(reader, found, image)
    return sorted(
        found.values(),
        key=lambda record: (_DEEDS.index(record.deed), _TABLES.index(record.table)),
    )


def _record_of(reader: Reader, image: RowImage) -> _Record:
    deed, key = _deed_of(image), image.key[0]
    parts = list(image.changed) if deed is Deed.CHANGED else []
    if image.table == "preference":
        return _Record(image.table, key, deed, "", [str(key)])
    if image.table == "linked_calendar":  # of which an image has what a person chose
        return _Record(image.table, key, deed, _name_of(reader, linked_calendar, key), parts)
    row = image.after or image.before or {}
    name = row["title" if image.table in _TITLED else "name"]
    return _Record(image.table, key, deed, str(name), parts)


def _name_of(reader: Reader, table: sa.Table, key: int | str) -> str:
    query = sa.select(table.c.name).where(table.c.id == key)
    return str(reader.connection.execute(query).scalar() or "")


def _add_part(reader: Reader, found: dict[tuple[str, int | str], _Record], image: RowImage) -> None:
    """A calendar has another team, other rooms, or asks something else."""
    row = image.after or image.before or {}
    key = row.get("calendar_id", image.key[0])
    record = found.get(("calendar", key))
    if record is None:
        record = _Record("calendar", key, Deed.CHANGED, _name_of(reader, calendar, key), [])
        found["calendar", key] = record
    if record.deed is Deed.CHANGED and image.table not in record.parts:
        record.parts.append(image.table)


def _deed_of(image: RowImage) -> Deed:
    if image.table == "preference":  # one that is not kept has its default
        return Deed.CHANGED
    if image.before is None:
        return Deed.ADDED
    return Deed.REMOVED if image.after is None else Deed.CHANGED
