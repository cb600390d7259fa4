"""For a report of a problem: how much there is, and every word that must not stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Table, func, select

from lcdesk.model.store.tables import metadata
from lcdesk.model.store.transaction import Reader

_PRIVATE = ("name", "title", "email", "phone", "location", "address", "server", "summary")
_PEOPLE = ("staff", "contact")
_SHORTEST = 3  # letters of a part of a person's name; a shorter one is hidden with the whole


def count_rows(reader: Reader) -> dict[str, int]:
    """How many rows each table has, by the name of the table."""
    return {table.name: _count(reader, table) for table in metadata.sorted_tables}


def private_words(reader: Reader) -> frozenset[str]:
    """Names, titles, addresses and places that are kept anywhere; of people also parts of names."""
    return frozenset(_words(reader))


def _words(reader: Reader) -> Iterator[str]:
    for table in metadata.sorted_tables:
        for column in (table.c[name] for name in _PRIVATE if name in table.c):
            for kept in reader.connection.execute(select(column).distinct()).scalars():
                whole = str(kept or "").strip()
                if whole:
                    yield whole
                if table.name in _PEOPLE and column.name == "name":
                    yield from (part for part in whole.split() if len(part) >= _SHORTEST)


def _count(reader: Reader, table: Table) -> int:
    return int(reader.connection.execute(select(func.count()).select_from(table)).scalar_one())
