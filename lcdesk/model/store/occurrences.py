"""Reads where mirrored events lie, without touching the objects they came from.

An object's row carries its whole text; joining it for its state alone took a third of the
reading of a week.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import sqlalchemy as sa

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.objects import LONG
from lcdesk.model.store.tables import occurrence
from lcdesk.model.store.transaction import AnyRow, Reader


def drawn_in(reader: Reader, span: TimeSpan, linked: Collection[int]) -> Iterator[AnyRow]:
    """Occurrences in these linked calendars that share time with `span`."""
    if linked:
        yield from _rows(reader, sa.select(occurrence), span, linked)


def busy_in(reader: Reader, span: TimeSpan, linked: Collection[int]) -> Iterator[AnyRow]:
    """Those that take time, with no more than a reason for a closed slot needs."""
    columns = ("object_id", "linked_id", "start", "end", "first_day", "title")
    query = sa.select(*(occurrence.c[name] for name in columns)).where(
        occurrence.c.busy, occurrence.c.end > occurrence.c.start
    )
    if linked:
        yield from _rows(reader, query, span, linked)


def _rows(
    reader: Reader, query: sa.Select[tuple[object, ...]], span: TimeSpan, linked: Collection[int]
) -> Iterator[AnyRow]:
    start, end = occurrence.c.start, occurrence.c.end
    touching = (start < span.end) & ((end > span.start) | ((end == start) & (start >= span.start)))
    here = query.where(touching, occurrence.c.linked_id.in_(sorted(linked)))
    short = here.where(occurrence.c.long.is_(False), start > span.start - LONG)
    yield from reader.connection.execute(short)
    yield from reader.connection.execute(here.where(occurrence.c.long.is_(True)))
