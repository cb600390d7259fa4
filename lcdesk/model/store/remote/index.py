"""Keeps the index of occurrences: where each mirrored event takes time.

Single events are indexed whenever they are. A series is indexed for the weeks around today as
soon as it is read, so that a first sync soon shows something; for a horizon around today when
the sync has nothing better to do; and further when somebody looks further. The index is derived
from the kept texts and can be made anew at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import sqlalchemy as sa

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin, Topic
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.events import Occurrence
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone
from lcdesk.model.ical.expand import Occurrences, indexable
from lcdesk.model.ical.scan import names_anybody
from lcdesk.model.store.accounts import get_account, get_linked, linked_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.outbox import NEVER_JOINED
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote.objects import (
    object_values,
    objects_in_state,
    series_to_expand,
    update_object,
)
from lcdesk.model.store.remote.occurrences import (
    LONG,
    insert_rows,
    insert_rows_for_ids,
    occurrence_spans,
)
from lcdesk.model.store.tables import occurrence, remote_object
from lcdesk.model.store.transaction import Reader, Transaction

NEAR_BEHIND = timedelta(days=14)
NEAR_AHEAD = timedelta(days=70)
BEHIND = timedelta(days=120)
AHEAD = timedelta(days=400)
HORIZON_MOVES_BY = timedelta(days=30)
AT_ONCE = 20  # series in one transaction, so that nobody waits long for it
WIDENED_BY = timedelta(days=120)
# A look at a far year moves the horizon there instead of filling in all the years between.
WIDEST = timedelta(days=900)


@dataclass(frozen=True, slots=True)
class Indexed:
    """An object with the occurrences that its text has inside `expanded`.

    `first` and `last` say how far the event reaches at all; `last` None is endless.
    """

    object: RemoteObject
    entries: tuple[Occurrence, ...]
    expanded: TimeSpan
    recurring: bool
    first: datetime | None
    last: datetime | None


class Indexer:
    """Indexes objects of one linked calendar; whose zone and addresses are looked up once."""

    def __init__(self, reader: Reader, linked: LinkedCalendar) -> None:
        members = {member.id: member for member in all_staff(reader)}
        account = get_account(reader, linked.account)
        self._zone = zone(members[linked.staff].zone)
        self._own = () if account is None else (account.email, *account.addresses)

    def expand(self, text: str, span: TimeSpan) -> Occurrences:
        """The occurrences of an event's text. Raises UnreadableEvent."""
        return indexable(text, zone=self._zone, span=span, own_addresses=self._own)

    def indexed(self, value: RemoteObject, span: TimeSpan) -> Indexed:
        """The object with its occurrences. Raises UnreadableEvent."""
        return of_found(value, self.expand(value.raw, span), span)


def of_found(value: RemoteObject, found: Occurrences, span: TimeSpan) -> Indexed:
    """An object with what was found of it in a stretch of time, and what could not be read."""
    known = replace(
        value, problem=found.problem, looked=value.looked and value.problem == found.problem
    )
    return Indexed(known, found.entries, span, found.recurring, found.first, found.last)


def near(now: datetime) -> TimeSpan:
    """The stretch of time that a series is indexed for as soon as it has been read."""
    return TimeSpan(now - NEAR_BEHIND, now + NEAR_AHEAD)


def horizon(now: datetime) -> TimeSpan:
    """The stretch of time that series are indexed for before anybody looks further."""
    return TimeSpan(now - BEHIND, now + AHEAD)


def ensure_indexed(database: Database, span: TimeSpan) -> None:
    """Widen the index of every series that reaches into `span` but is not indexed there."""
    with database.read() as reader:
        missing = series_to_expand(reader, span, most=1)
    if missing:
        with database.write(ChangeOrigin.SYNC) as tx:
            ensure_indexed_in(tx, span)


def ensure_indexed_in(tx: Transaction, span: TimeSpan) -> None:
    """As `ensure_indexed`, for who has a transaction open."""
    for value, indexed in series_to_expand(tx, span):
        wider = span.widen(WIDENED_BY, WIDENED_BY)
        joined = _join(indexed, wider)
        found = _index(tx, value, joined if joined.length <= WIDEST else wider)
        if found is not None and found.is_cut:  # then what is asked for, at each look
            _index(tx, value, span)


def index_ahead(
    database: Database,
    now: datetime,
    *,
    look_at: Callable[[Transaction, int, Indexed], None] | None = None,
) -> bool:
    """Widen some series to the horizon, in a short transaction; returns whether there are more.

    A series is looked at again when a month of its horizon is over, not every day. `look_at` is
    given the linked calendar's id and each series with its new dates.
    """
    whole = horizon(now)
    wanted = TimeSpan(whole.start + HORIZON_MOVES_BY, whole.end - HORIZON_MOVES_BY)
    with database.read() as reader:
        missing = series_to_expand(reader, wanted, most=AT_ONCE)
    if missing:
        with database.write(ChangeOrigin.SYNC) as tx:
            for value, indexed in series_to_expand(tx, wanted, most=AT_ONCE):
                joined = _join(indexed, whole)
                stretch = joined if joined.length <= WIDEST else whole
                found = _index(tx, value, stretch)
                if found is not None and found.is_cut:  # then the next weeks, until the next look
                    found = _index(tx, value, near(now), said_to_be=stretch)
                if found is not None and look_at is not None:
                    look_at(tx, value.linked, of_found(value, found, stretch))
    return len(missing) == AT_ONCE


def reindex_member(tx: Transaction, staff_id: int) -> None:
    """Read a member's events anew: floating and all-day times lie in the member's zone.

    One that cannot be read in the new zone is quarantined; it does not keep the old zone.
    """
    for linked in linked_calendars(tx, staff_id=staff_id):
        _reindex(tx, linked, lambda _: True)


def reindex_invitations(tx: Transaction, account_id: int, addresses: Iterable[str]) -> None:
    """Read anew what people at these addresses are invited to: they turned out to be the owner."""
    named = tuple(addresses)
    for linked in linked_calendars(tx, account_id=account_id):
        _reindex(tx, linked, lambda event: names_anybody(event.raw, named))


def _reindex(
    tx: Transaction, linked: LinkedCalendar, is_meant: Callable[[RemoteObject], bool]
) -> None:
    indexer = Indexer(tx, linked)
    known = objects_in_state(tx, ObjectState.CLEAN, ObjectState.GONE)
    mirrored = [kept for kept in known if kept.linked == linked.id and not kept.is_own]
    readable: list[Indexed] = []
    for event in filter(is_meant, mirrored):
        span = indexed_span(tx, event.id)
        if span is None:  # it was deleted before it could be read
            continue
        try:
            readable.append(indexer.indexed(event, span))
        except UnreadableEvent as error:
            quarantine(tx, event, error.message)
    put_indexed(tx, readable)


def _join(one: TimeSpan, other: TimeSpan) -> TimeSpan:
    return TimeSpan(min(one.start, other.start), max(one.end, other.end))


def _index(
    tx: Transaction, value: RemoteObject, span: TimeSpan, said_to_be: TimeSpan | None = None
) -> Occurrences | None:
    """Index an object for a stretch of time; None where that cannot be done any more.

    `said_to_be` is the stretch that it is not looked at again for.
    """
    linked = get_linked(tx, value.linked)
    assert linked is not None  # a foreign key keeps it
    try:
        found = Indexer(tx, linked).expand(value.raw, span)
    except UnreadableEvent as error:
        quarantine(tx, value, error.message)
        return None
    # Of the same text it stays unread, though not every stretch shows it.
    found = replace(found, problem=found.problem or value.problem)
    put_indexed(tx, [of_found(value, found, said_to_be or span)])
    return found


def quarantine(tx: Transaction, value: RemoteObject, problem: str) -> None:
    """Keep an object whose text cannot be used, and say why; the others go on."""
    looked = value.looked and value.problem == problem
    sick = replace(value, state=ObjectState.QUARANTINED, problem=problem, looked=looked)
    update_object(tx, sick)


def put_indexed(tx: Transaction, page: Sequence[Indexed]) -> Mapping[str, int]:
    """Add (id 0) or replace these objects of one linked calendar, with their occurrences.

    Returns their ids by path.
    """
    if not page:
        return {}
    new = [indexed for indexed in page if indexed.object.id == 0]
    old = [indexed for indexed in page if indexed.object.id != 0]
    values = [_indexed_values(indexed) | NEVER_JOINED for indexed in new]
    added = insert_rows_for_ids(tx, remote_object, values)
    ids = {indexed.object.path: indexed.object.id for indexed in old}
    ids |= {indexed.object.path: object_id for indexed, object_id in zip(new, added, strict=True)}
    _forget_occurrences(tx, [indexed.object.id for indexed in old])
    for indexed in old:
        tx.connection.execute(
            remote_object.update()
            .where(remote_object.c.id == indexed.object.id)
            .values(_indexed_values(indexed))
        )
    rows = [
        _occurrence_values(ids[indexed.object.path], indexed, entry)
        for indexed in page
        for entry in indexed.entries
    ]
    insert_rows(tx, occurrence, rows)
    tx.touch(Topic.AGENDA, [entry.span for indexed in page for entry in indexed.entries])
    return ids


def _forget_occurrences(tx: Transaction, ids: Sequence[int]) -> None:
    for object_id in ids:
        tx.touch(Topic.AGENDA, occurrence_spans(tx, object_id))
    if ids:
        tx.connection.execute(occurrence.delete().where(occurrence.c.object_id.in_(ids)))


def indexed_span(reader: Reader, object_id: int) -> TimeSpan | None:
    """The stretch of time that an object is indexed for; None where it never could be read."""
    query = sa.select(remote_object.c.expanded_from, remote_object.c.expanded_to).where(
        remote_object.c.id == object_id, remote_object.c.expanded_from.is_not(None)
    )
    row = reader.connection.execute(query).first()
    return None if row is None else TimeSpan(row.expanded_from, row.expanded_to)


def _indexed_values(value: Indexed) -> dict[str, object]:
    return object_values(value.object) | {
        "recurring": value.recurring,
        "first_start": value.first,
        "last_end": value.last,
        "expanded_from": value.expanded.start,
        "expanded_to": value.expanded.end,
    }


def _occurrence_values(object_id: int, value: Indexed, entry: Occurrence) -> dict[str, object]:
    days = entry.all_day
    return {
        "object_id": object_id,
        "linked_id": value.object.linked,
        "recurrence_id": entry.recurrence_id,
        "start": entry.span.start,
        "end": entry.span.end,
        "own_start": entry.own_start,
        "first_day": None if days is None else days.first,
        "end_day": None if days is None else days.end,
        "title": entry.title,
        "location": entry.location,
        "notes": entry.notes,
        "busy": entry.busy,
        "declined": entry.declined,
        "tentative": entry.tentative,
        "long": entry.span.length > LONG,
    }
