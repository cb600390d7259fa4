"""Keeps the index of occurrences: where each mirrored event takes time.

Single events are indexed whenever they are. A series is indexed for the weeks around today as
soon as it is read, so that a first sync soon shows something; for a horizon around today when
the sync has nothing better to do; and further when somebody looks further. The index is derived
from the kept texts and can be made anew at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone
from lcdesk.model.ical.expand import Occurrences, indexable
from lcdesk.model.ical.scan import names_anybody
from lcdesk.model.store.accounts import get_account, get_linked, linked_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.objects import (
    Indexed,
    indexed_span,
    objects_in_state,
    put_indexed,
    series_to_expand,
    update_object,
)
from lcdesk.model.store.people import all_staff
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
        wider = span.widened(WIDENED_BY, WIDENED_BY)
        joined = _joined(indexed, wider)
        found = _index(tx, value, joined if joined.length <= WIDEST else wider)
        if found is not None and found.is_cut:  # then what is asked for, at each look
            _index(tx, value, span)


def index_ahead(database: Database, now: datetime) -> bool:
    """Widen some series to the horizon, in a short transaction; returns whether there are more.

    A series is looked at again when a month of its horizon is over, not every day.
    """
    whole = horizon(now)
    wanted = TimeSpan(whole.start + HORIZON_MOVES_BY, whole.end - HORIZON_MOVES_BY)
    with database.read() as reader:
        missing = series_to_expand(reader, wanted, most=AT_ONCE)
    if missing:
        with database.write(ChangeOrigin.SYNC) as tx:
            for value, indexed in series_to_expand(tx, wanted, most=AT_ONCE):
                joined = _joined(indexed, whole)
                stretch = joined if joined.length <= WIDEST else whole
                found = _index(tx, value, stretch)
                if found is not None and found.is_cut:  # then the next weeks, until the next look
                    _index(tx, value, near(now), said_to_be=stretch)
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


def _joined(one: TimeSpan, other: TimeSpan) -> TimeSpan:
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
