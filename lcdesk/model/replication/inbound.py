"""Something changed in iCloud: what happens here (docs/rules/sync.md, rows 5, 6, 8, 11).

Called by the sync inside its transaction. Text from outside may be anything: an event that
cannot be used is quarantined, with what was drawn of it before, and the others go on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from lcdesk.model import sync_policy
from lcdesk.model.booking.slots import check
from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.journal import Deed
from lcdesk.model.domain.message import Message, headed, joined
from lcdesk.model.domain.remote import ObjectState, OutboxKind, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.domain.zones import zone
from lcdesk.model.replication import journal
from lcdesk.model.replication.event_texts import own_notes, own_title
from lcdesk.model.replication.publish import let_go, publish_session
from lcdesk.model.replication.taken_twice import clear_what_is_over, flag_taken_twice
from lcdesk.model.store import appointments as stored
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import get_linked, server_of_linked
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.outbox import forget_sent
from lcdesk.model.store.preferences import get_preference
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.elsewhere import find_moved, own_moved_away
from lcdesk.model.store.remote.index import (
    Indexed,
    Indexer,
    indexed_span,
    of_found,
    put_indexed,
    quarantine,
)
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.sync_policy import Change, DeletedInICloud, Effect, Side

if TYPE_CHECKING:
    from lcdesk.model.ical.codec import EventValues

WHEN_DELETED = "when_deleted_in_icloud"
NOT_THERE = (ObjectState.GONE, ObjectState.RELEASED, ObjectState.ENDED)


@dataclass(frozen=True, slots=True)
class Arrived:
    """An object as the server gave it."""

    path: str
    href: str
    etag: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Unusable:
    """An object whose text cannot be read as an event, and why."""

    object: RemoteObject
    problem: str


def read_events(
    indexer: Indexer, linked: LinkedCalendar, page: Iterable[Arrived], *, span: TimeSpan
) -> tuple[Indexed | Unusable, ...]:
    """What events that lcdesk did not write say. Needs no transaction, which others wait for."""
    return tuple(_read(indexer, linked, arrived, span) for arrived in page)


def mirror(
    tx: Transaction,
    linked: LinkedCalendar,
    page: Sequence[Indexed | Unusable],
    *,
    now: datetime,
) -> int:
    """Draw events that lcdesk did not write; returns how many could not be read in full.

    Rows 1 to 4 hold the other way round too: they never become appointments, their attendees
    never become contacts.
    """
    known = objects.find_objects(tx, linked.id, [row.object.path for row in page])
    placed = [_keep_row(row, known) for row in page]
    readable = [reading for reading in placed if isinstance(reading, Indexed)]
    unusable = [reading for reading in placed if isinstance(reading, Unusable)]
    for arrived in unusable:
        _quarantine(tx, arrived.object, arrived.problem)
    ids = put_indexed(tx, readable)
    journal.record_read(tx, linked.id, readable, known=known, ids=ids)
    new = [indexed.object for indexed in readable if indexed.object.id == 0]
    _forget_where_they_came_from(tx, new)
    for own in own_moved_away(tx, [value.uid for value in new]):
        if own.linked != linked.id:
            journal.record_moved(tx, own, linked.name)
    clear_what_is_over(tx)
    flag_taken_twice(tx, linked.staff, readable, now=now)
    return len(unusable) + sum(bool(indexed.object.problem) for indexed in readable)


def take_over(tx: Transaction, known: RemoteObject, arrived: Arrived, *, now: datetime) -> bool:
    """An event of ours was edited in iCloud: the appointment follows (row 5).

    A time that breaks a rule is taken over all the same, and flagged. Returns False when the
    text cannot be read; then nothing here changes but the note about it.
    """
    if known.state in NOT_THERE and _was_changed_meanwhile(tx, known, arrived, now):
        return True
    try:
        follow_session(tx, known, arrived, now=now)
    except UnreadableEvent as error:
        journal.record_event(tx, known, Deed.UNREADABLE)
        looked = known.looked and known.etag == arrived.etag
        quarantine(tx, replace(known, etag=arrived.etag, looked=looked), error.message)
        return False
    objects.update_object(
        tx,
        replace(
            known,
            href=arrived.href,
            etag=arrived.etag,
            raw=arrived.text,
            state=ObjectState.CLEAN,
            problem="",
        ),
    )
    forget_sent(tx, known.id)
    if known.session is not None:
        publish_session(tx, known.session, now, but_not=known.id)
    return True


def follow_session(
    tx: Transaction,
    known: RemoteObject,
    arrived: Arrived,
    *,
    now: datetime,
    base: str = "",
    but: Collection[str] = (),
) -> None:
    """Change the session's appointments by what differs between `base` and what arrived.

    `base` is the last text that both sides had; empty means the one kept with the object.
    `but` names properties that stay: title, notes, location, times. Raises UnreadableEvent,
    before anything is changed.
    """
    from lcdesk.model.ical.codec import read_event

    seats = stored.appointments_of_session(tx, known.session or "")
    if not seats:
        return
    tz = zone(seats[0].zone)
    theirs = read_event(arrived.text, zone=tz)
    common = read_event(base or known.raw, zone=tz)
    calendar = get_calendar(tx, seats[0].calendar)
    assert calendar is not None  # a foreign key keeps it
    server_name = server_of_linked(tx, known.linked)
    for seat in seats:
        _follow(
            tx,
            calendar,
            seat,
            base=common,
            theirs=theirs,
            but=but,
            server_name=server_name,
            now=now,
        )
    journal.record_followed(tx, known, seats)


def mark_deleted(tx: Transaction, known: RemoteObject, *, now: datetime) -> bool:
    """An object is gone from the server; returns whether anything changed here.

    An appointment stays and is marked (row 6); a mirrored event stays marked or is released,
    as the setting says (row 11).
    """
    if known.state in NOT_THERE or known.state is ObjectState.WAITING:
        return False
    if known.is_own:
        _mark_own_gone(tx, known, now)
        clear_what_is_over(tx)  # where it was moved to counts as the appointment from now on
        return True
    if indexed_span(tx, known.id) is None:  # nothing of it was ever drawn
        objects.delete_object(tx, known.id)
        return True
    _drop_mirrored(tx, known)
    clear_what_is_over(tx)
    return True


def _drop_mirrored(tx: Transaction, known: RemoteObject) -> None:
    subject = sync_policy.mirrored_subject(objects.role_of(tx, known.linked))
    result = sync_policy.effect(subject, Change.ENDED, Side.ICLOUD)
    if result is Effect.NOTHING:
        objects.delete_object(tx, known.id)
    elif _lives_elsewhere(tx, known):
        journal.record_event(tx, known, Deed.MOVED_AWAY)
        objects.delete_object(tx, known.id)
    elif _releases(tx):
        journal.record_released(tx, known)
        objects.delete_object(tx, known.id)
    else:
        journal.record_event(tx, known, Deed.MARKED)
        objects.update_object(tx, replace(known, state=ObjectState.GONE, etag=None))


def mark_not_given(
    tx: Transaction, linked: LinkedCalendar, *, path: str, href: str, problem: str
) -> None:
    """The server lists an object but does not give it: noted, and asked for again."""
    known = objects.find_object(tx, linked.id, path)
    if known is None:
        value = RemoteObject(
            0, linked.id, path, href, None, "", "", ObjectState.UNREAD, problem=problem
        )
        objects.insert_object(tx, value)
    else:
        objects.update_object(tx, replace(known, etag=None, problem=problem))


def _read(
    indexer: Indexer, linked: LinkedCalendar, arrived: Arrived, span: TimeSpan
) -> Indexed | Unusable:
    try:
        found = indexer.expand(arrived.text, span)
    except UnreadableEvent as error:
        kept = _row_of(linked, arrived, _uid(arrived.text))
        return Unusable(replace(kept, problem=error.message), error.message)
    return of_found(_row_of(linked, arrived, found.uid), found, span)


def _row_of(linked: LinkedCalendar, arrived: Arrived, uid: str) -> RemoteObject:
    """The object's row with the text as it came, which is kept whatever it holds."""
    return RemoteObject(
        id=0,
        linked=linked.id,
        path=arrived.path,
        href=arrived.href,
        etag=arrived.etag,
        uid=uid,
        raw=arrived.text,
        state=ObjectState.CLEAN,
    )


def _keep_row(one: Indexed | Unusable, known: Mapping[str, RemoteObject]) -> Indexed | Unusable:
    """The same for the row that stands at this path already, if there is one."""
    before = known.get(one.object.path)
    if before is None:
        return one
    is_same = (before.raw, before.problem) == (one.object.raw, one.object.problem)
    looked = before.looked and is_same
    return replace(one, object=replace(one.object, id=before.id, looked=looked))


def _quarantine(tx: Transaction, value: RemoteObject, problem: str) -> None:
    """What was drawn of it before stays drawn, so that its time does not open up."""
    if value.id == 0:
        value = replace(value, id=objects.insert_object(tx, value))
    journal.record_event(tx, value, Deed.UNREADABLE)
    quarantine(tx, value, problem)


def _uid(text: str) -> str:
    """The UID for finding an event again; empty for text that has none."""
    from lcdesk.model.ical.scan import scan

    try:
        return scan(text).uid
    except UnreadableEvent:
        return ""


def _follow(
    tx: Transaction,
    calendar: Calendar,
    seat: Appointment,
    *,
    base: EventValues,
    theirs: EventValues,
    but: Collection[str],
    server_name: PlaceName,
    now: datetime,
) -> None:
    """Take over each property that the other side changed since the last common text."""
    after = seat
    if theirs.title != base.title and "title" not in but:
        after = replace(after, title=own_title(calendar, theirs.title) or seat.title)
    if theirs.notes != base.notes and "notes" not in but:
        after = replace(after, notes=own_notes(theirs.notes))
    if theirs.location != base.location and "location" not in but:
        after = replace(after, location=theirs.location)
    if "times" not in but and theirs.span not in (base.span, seat.span):
        after = replace(after, span=theirs.span)
        broken = broken_rules(tx, calendar, seat, theirs.span, now)
        after = replace(after, flagged=_moved(server_name, broken) if broken else "")
    if after != seat:
        stored.update_appointment(tx, seat, after)


def _moved(server_name: PlaceName, broken: str) -> Message:
    return headed(Message("Moved {there}", there=server_name.there), broken)


def broken_rules(
    tx: Transaction, calendar: Calendar, seat: Appointment, span: TimeSpan, now: datetime
) -> str:
    """Which rules an appointment breaks at this time, in words; empty when none."""
    if not seat.status.takes_time or calendar.kind is CalendarKind.SIMPLE:
        return ""
    around = situation(tx, calendar, asked=span, now=now, moving=seat)
    slot = check(around, span, seat.staff or None)
    if slot.open:
        return ""
    return joined("; ", (reason.what for reason in slot.reasons))


def _was_changed_meanwhile(
    tx: Transaction, known: RemoteObject, arrived: Arrived, now: datetime
) -> bool:
    """An event of ours was put back there: whether its appointment was changed while it was gone.

    Such a change was not sent. It is put on its way on the last common text, and the push meets
    what stands there now as it meets any newer text: joined, or a clash that waits.
    """
    back = replace(known, href=arrived.href, etag=None, state=ObjectState.CLEAN, problem="")
    objects.update_object(tx, back)
    publish_session(tx, known.session or "", now)
    return bool(outbox.entries_of_object(tx, known.id))


def _mark_own_gone(tx: Transaction, known: RemoteObject, now: datetime) -> None:
    waiting = outbox.entries_of_object(tx, known.id)
    outbox.delete_entries_of_object(tx, known.id)
    outbox.delete_conflict(tx, known.id)
    seats: Sequence[Appointment] = stored.appointments_of_session(tx, known.session or "")
    is_wanted = any(seat.status.takes_time for seat in seats)
    if not is_wanted or any(entry.kind is OutboxKind.DELETE for entry in waiting):
        let_go(tx, known, now=now)
        return
    found = find_moved(tx, known)
    goal = None if found is None else get_linked(tx, found.linked)
    journal.record_deleted(tx, known, moved_to="" if goal is None else goal.name)
    objects.update_object(tx, replace(known, state=ObjectState.GONE, etag=None))
    tx.touch(Topic.AGENDA, [seat.span for seat in seats])


def _releases(tx: Transaction) -> bool:
    chosen = get_preference(tx, WHEN_DELETED, DeletedInICloud.KEEP.value)
    return DeletedInICloud(chosen) is DeletedInICloud.RELEASE


def _lives_elsewhere(tx: Transaction, known: RemoteObject) -> bool:
    """Moved to another calendar in iCloud: the event is still there, under another path."""
    return any(
        kept.state is ObjectState.CLEAN and kept.id != known.id
        for kept in objects.objects_with_uid(tx, known.uid)
    )


def _forget_where_they_came_from(tx: Transaction, new: Sequence[RemoteObject]) -> None:
    """Moved here from another calendar in iCloud: the old place is no deletion to be marked."""
    for object_id in objects.gone_mirrored(tx, [value.uid for value in new]):
        objects.delete_object(tx, object_id)
