"""The agenda as a list without end: pages of it from any place, forwards and backwards.

A place in the list is a key (when, which kind, which row), never a number of rows, so a page costs
the same in the first week and in the millionth row: each kind of entry is read along an index in
its order and stops after a page. What is filtered is looked up by an index too where it is rare.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from lcdesk.model.domain.events import AgendaEntry, Status
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.appointments import appointments_by_id, blocked_by_id
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.agenda import as_entries, read_from
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.model.store.remote.objects import series_to_expand
from lcdesk.model.store.remote.occurrences import DRAWN, LONG
from lcdesk.model.store.tables import (
    appointment,
    appointment_contact,
    appointment_staff,
    blocked_slot,
    contact,
    occurrence,
)
from lcdesk.model.store.transaction import AnyRow, Reader, chunks

RARE = 2_000  # appointments of some people, up to which they are looked up by who it is
_LONGEST_LOOKED_INTO = timedelta(days=370)  # of a page, to index series of events in it
# What is under way began no longer ago; an appointment lasts a week at most.
_UNDER_WAY = timedelta(days=31)

_Query = sa.Select[tuple[Any, ...]]
_Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True, order=True)
class AgendaKey:
    """A place in the list. `kind` and `number` are those of the entry's id, `date` its date."""

    start: datetime
    end: datetime
    kind: str = ""
    number: int = 0
    date: str = ""

    @classmethod
    def at(cls, moment: datetime) -> AgendaKey:
        """The place before everything that begins at `moment` or later."""
        return cls(moment, moment)


@dataclass(frozen=True, slots=True)
class AgendaQuestion:
    """Which entries are in the list; None asks for nothing in particular.

    `calendars`, `staff` and `blocks_of` are who is shown: whose appointments, who gives them (some
    are given by nobody), whose blocked time. `calendar` and `member` are the only one meant.
    `statuses` and `contacts` leave appointments only, `ends_after` what is not over.
    """

    statuses: frozenset[Status] | None = None
    calendars: frozenset[int] | None = None
    staff: frozenset[int] | None = None
    blocks_of: frozenset[int] | None = None
    calendar: int | None = None
    member: int | None = None
    contacts: frozenset[int] | None = None
    ends_after: datetime | None = None

    @property
    def has_only_appointments(self) -> bool:
        """Whether blocked time cannot be among them."""
        return self.statuses is not None or self.contacts is not None


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """Entries in the list's order, and the keys of its ends; None where it is empty.

    The keys may belong to entries that are not told. `has_more` says whether there is more in the
    direction that was asked.
    """

    entries: tuple[AgendaEntry, ...] = ()
    first: AgendaKey | None = None
    last: AgendaKey | None = None
    has_more: bool = False


def key_of(entry: AgendaEntry) -> AgendaKey:
    """Where an entry stands in the list."""
    return AgendaKey(entry.taken.start, entry.span.end, entry.id[0], entry.number, entry.date)


def read_indexed_page(
    database: Database, question: AgendaQuestion, key: AgendaKey, most: int, *, backwards: bool
) -> AgendaPage:
    """As `read_page`, with every date in it of the series that were read from servers."""
    with database.read() as reader:
        page = read_page(reader, question, key, most, backwards=backwards)
        stretch = _stretch(page)
        missing = () if stretch is None else series_to_expand(reader, stretch, most=1)
    if stretch is None or not missing or question.has_only_appointments:
        return page
    ensure_indexed(database, stretch)
    with database.read() as reader:
        return read_page(reader, question, key, most, backwards=backwards)


def _stretch(page: AgendaPage) -> TimeSpan | None:
    if page.first is None or page.last is None:
        return None
    stretch = TimeSpan(page.first.start, max(page.first.start, page.last.end))
    return stretch if stretch.length <= _LONGEST_LOOKED_INTO else None


def read_page(
    reader: Reader, question: AgendaQuestion, key: AgendaKey, most: int, *, backwards: bool = False
) -> AgendaPage:
    """Up to `most` entries from `key` on, itself included; or before it, without it."""
    keys = sorted(
        (found for query in page_queries(reader, question, key, most, backwards=backwards)
         for found in _keys(reader, *query)),
        reverse=backwards,
    )  # fmt: skip
    kept = sorted(keys[:most])
    if not kept:
        return AgendaPage()
    entries = as_entries(
        reader,
        appointments_by_id(reader, [found.number for found in kept if found.kind == "a"]),
        blocked_by_id(reader, [found.number for found in kept if found.kind == "b"]),
        _occurrences(reader, {found for found in kept if found.kind == "e"}),
    )
    ordered = tuple(sorted(entries, key=key_of))
    return AgendaPage(ordered, kept[0], kept[-1], has_more=len(keys) > most)


def matching_contacts(reader: Reader, text: str) -> frozenset[int]:
    """Contacts in whose name, e-mail or telephone each word of `text` stands, in any case."""
    words = text.casefold().split()
    query = sa.select(contact.c.id, contact.c.name, contact.c.email, contact.c.phone)
    return frozenset(
        number
        for number, *texts in reader.connection.execute(query)
        if (told := "\n".join(texts).casefold()) and all(word in told for word in words)
    )


# --- the queries --------------------------------------------------------------------------------


def page_queries(
    reader: Reader, question: AgendaQuestion, key: AgendaKey, most: int, *, backwards: bool
) -> Iterator[tuple[str, _Query]]:
    """What is asked for a page: the letter of a kind of entry, and a query for its keys."""

    def in_order(kind: str, query: _Query, *columns: sa.ColumnElement[Any]) -> tuple[str, _Query]:
        beyond = _beyond(kind, columns, key, backwards=backwards)
        # Stands apart, so that an index on the start is entered at the right place.
        start = columns[0]
        entered = start <= key.start if backwards else start >= key.start
        order = [column.desc() if backwards else column.asc() for column in columns]
        return kind, query.where(entered, beyond).order_by(*order).limit(most + 1)

    start, end, number = appointment.c.start, appointment.c.end, appointment.c.id
    booked = sa.select(start, end, number).where(*_of_appointments(reader, question))
    yield in_order("a", booked, start, end, number)
    if question.has_only_appointments:
        return
    start, end, number = blocked_slot.c.start, blocked_slot.c.end, blocked_slot.c.id
    blocked = sa.select(start, end, number).where(*_of_blocked(question))
    yield in_order("b", blocked, start, end, number)
    if question.calendar is not None:
        return
    linked = read_from(
        calendar for calendar in linked_calendars(reader) if _blocks(question, calendar.staff)
    )
    start, end = occurrence.c.start, occurrence.c.end
    columns = (start, end, occurrence.c.object_id, occurrence.c.recurrence_id)
    for is_long in (False, True):
        events = sa.select(*columns).where(
            occurrence.c.long.is_(is_long),
            occurrence.c.linked_id.in_(linked),
            *_not_over(question, occurrence, None if is_long else LONG),
        )
        yield in_order("e", events, *columns)


def _blocks(question: AgendaQuestion, member: int) -> bool:
    is_shown = question.blocks_of is None or member in question.blocks_of
    return is_shown and question.member in (None, member)


def _of_appointments(reader: Reader, question: AgendaQuestion) -> Iterator[_Condition]:
    calendar = appointment.c.calendar_id
    if question.statuses is not None:
        yield appointment.c.status.in_(sorted(question.statuses))
    if question.calendar is not None:
        yield calendar == question.calendar
    if question.calendars is not None:
        yield _bypass_index(calendar).in_(sorted(question.calendars))
    if question.staff is not None:
        named = appointment_staff.c.appointment_id == appointment.c.id
        shown = appointment_staff.c.staff_id.in_(sorted(question.staff))
        yield sa.exists().where(named, shown) | ~sa.exists().where(named)
    if question.member is not None:
        yield _has_any(reader, appointment_staff.c.staff_id, frozenset({question.member}))
    if question.contacts is not None:
        yield _has_any(reader, appointment_contact.c.contact_id, question.contacts)
    yield from _not_over(question, appointment, _UNDER_WAY)


def _of_blocked(question: AgendaQuestion) -> Iterator[_Condition]:
    calendar, member = blocked_slot.c.calendar_id, blocked_slot.c.staff_id
    if question.calendar is not None:
        yield calendar == question.calendar
    if question.member is not None:
        yield member == question.member
    if question.calendars is not None:
        yield calendar.is_(None) | calendar.in_(sorted(question.calendars))
    if question.blocks_of is not None:
        yield member.is_(None) | member.in_(sorted(question.blocks_of))
    yield from _not_over(question, blocked_slot, None)


def _has_any(reader: Reader, person: sa.Column[int], people: frozenset[int]) -> _Condition:
    """Whether one of these people is among those of an appointment.

    Where they have few, all of theirs are looked up and sorted; else the list is walked, which
    finds a page of them soon.
    """
    # One value, however many there are: a statement may not name a hundred thousand.
    numbers = sa.func.json_each(json.dumps(sorted(people))).table_valued("value")
    table = person.table
    theirs = person.in_(sa.select(numbers.c.value))
    some = sa.select(sa.literal(1)).select_from(table).where(theirs).limit(RARE + 1).subquery()
    count = reader.connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one()
    if count <= RARE:
        return appointment.c.id.in_(sa.select(table.c.appointment_id).where(theirs))
    return sa.exists().where(table.c.appointment_id == appointment.c.id, theirs)


def _not_over(
    question: AgendaQuestion, table: sa.Table, longest: timedelta | None
) -> Iterator[_Condition]:
    if question.ends_after is not None:
        yield table.c.end > question.ends_after
        if longest is not None:
            yield table.c.start > question.ends_after - longest


def _bypass_index(column: sa.ColumnElement[int]) -> sa.ColumnElement[int]:
    """The column, so that no index on it is used: another one gives the order."""
    return column + 0


def _beyond(
    kind: str, columns: tuple[sa.ColumnElement[Any], ...], key: AgendaKey, *, backwards: bool
) -> _Condition:
    """What comes from the key on, or before it, among entries of one kind."""
    position: tuple[object, ...] = (key.start, key.end)
    if kind == key.kind:
        position = (*position, key.number, key.date)[: len(columns)]
    else:
        columns = columns[:2]
    types = [column.type for column in columns]
    here = sa.tuple_(*(sa.literal(*pair) for pair in zip(position, types, strict=True)))
    there = sa.tuple_(*columns)
    if backwards:
        return there <= here if kind < key.kind else there < here
    return there >= here if kind >= key.kind else there > here


def _keys(reader: Reader, kind: str, query: _Query) -> Iterator[AgendaKey]:
    for row in reader.connection.execute(query):
        start, end, *rest = _values(row)
        yield AgendaKey(start, end, kind, *rest)


def _values(row: AnyRow) -> list[Any]:
    return list(row)


def _occurrences(reader: Reader, keys: Collection[AgendaKey]) -> Iterator[AnyRow]:
    if not keys:
        return
    start = occurrence.c.start
    here = start.between(min(key.start for key in keys), max(key.start for key in keys))
    for some in chunks(sorted({key.number for key in keys})):
        query = DRAWN.where(occurrence.c.object_id.in_(some), here)
        for row in reader.connection.execute(query):
            if AgendaKey(row.start, row.end, "e", row.object_id, row.recurrence_id) in keys:
                yield row
