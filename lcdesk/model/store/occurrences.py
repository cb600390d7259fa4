"""Reads where mirrored events lie, without touching the objects they came from.

An object's row carries its whole text; joining it for its state alone took a third of the
reading of a week.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import sqlalchemy as sa

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.objects import LONG
from lcdesk.model.store.tables import occurrence
from lcdesk.model.store.transaction import AnyRow, Reader
from lcdesk.model.sync_policy import takes_time


def drawn_in(reader: Reader, span: TimeSpan, linked: Collection[int]) -> Iterator[AnyRow]:
    """Occurrences in these linked calendars that share time with `span`."""
    if linked:
        yield from _rows(reader, sa.select(occurrence), span, linked)


def busy_in(reader: Reader, span: TimeSpan, linked: Iterable[LinkedCalendar]) -> Iterator[AnyRow]:
    """Those that take time, with no more than a reason for a closed slot needs."""
    columns = ("object_id", "linked_id", "start", "end", "first_day", "title", "tentative")
    query = sa.select(*(occurrence.c[name] for name in columns)).where(
        occurrence.c.busy, occurrence.c.end > occurrence.c.start
    )
    calendars = {one.id: one for one in linked}
    if not calendars:
        return
    for row in _rows(reader, query, span, calendars):
        is_all_day = row.first_day is not None
        if takes_time(
            calendars[row.linked_id], busy=True, tentative=row.tentative, all_day=is_all_day
        ):
            yield row


def _rows(
    reader: Reader, query: sa.Select[tuple[object, ...]], span: TimeSpan, linked: Collection[int]
) -> Iterator[AnyRow]:
    start, end = occurrence.c.start, occurrence.c.end
    touching = (start < span.end) & ((end > span.start) | ((end == start) & (start >= span.start)))
    here = query.where(touching, occurrence.c.linked_id.in_(sorted(linked)))
    short = here.where(occurrence.c.long.is_(False), start > span.start - LONG)
    yield from reader.connection.execute(short)
    yield from reader.connection.execute(here.where(occurrence.c.long.is_(True)))
