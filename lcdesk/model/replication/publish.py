"""Keeps what should stand in iCloud and what is on its way there in step.

One question, asked after every change of a session: which events should its members' primary
calendars hold, and which do they hold or are about to? The difference becomes outbox rows in
the same transaction. Booking, moving, reassigning, cancelling and changing the primary
calendar all come down to it, so none of them knows the outbox.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lcdesk.model import sync_policy
from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.remote import (
    ObjectState,
    OutboxEntry,
    OutboxKind,
    RemoteObject,
)
from lcdesk.model.domain.zones import zone
from lcdesk.model.replication.enqueue import UNSENT, enqueue, put_on_its_way, touch_signs, withdraw
from lcdesk.model.replication.event_texts import SessionText, session_text
from lcdesk.model.replication.guests import (
    with_guests_of,
)
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import get_linked, primary_of
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.people import contacts
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Transaction

# A person decides about these; an edit never re-creates or overwrites them by itself.
_NOT_THERE = (ObjectState.GONE, ObjectState.RELEASED, ObjectState.ENDED)
_LEFT_ALONE = (*_NOT_THERE, ObjectState.CONFLICT)


def publish_sessions(tx: Transaction, sessions: Iterable[str], now: datetime) -> None:
    """Bring every named session in step."""
    for session in sessions:
        publish_session(tx, session, now)


def publish_session(
    tx: Transaction, session: str, now: datetime, *, but_not: int | None = None
) -> None:
    """Write the outbox rows that one session needs; none when all is in step.

    `but_not` is an object that has just been read from the server and is left as it is.
    """
    appointments = appointments_of_session(tx, session)
    if not appointments:  # its last seat joined another session
        for present in objects.objects_of_session(tx, session):
            _remove(tx, present, now)
        return
    calendar = get_calendar(tx, appointments[0].calendar)
    assert calendar is not None  # a foreign key keeps it
    active = [
        appointment
        for appointment in appointments
        if sync_policy.has_event_in_icloud(calendar.kind, appointment.status)
    ]
    held: dict[int, list[RemoteObject]] = {}
    ended: list[RemoteObject] = []
    for kept in objects.objects_of_session(tx, session):
        if kept.state is ObjectState.ENDED:  # revived where it is wanted again
            ended.append(kept)
        else:
            held.setdefault(kept.staff or 0, []).append(kept)
    wanted = _find_targets(tx, active)
    # Guests go along to whoever comes in place of a member who leaves.
    leaving = [kept for who, some in held.items() if who not in wanted for kept in some]
    for staff in sorted({*held, *wanted}):
        mine = held.get(staff, [])
        if staff not in wanted:
            _remove_all(tx, mine, but=but_not, now=now)
        elif (target := wanted[staff]) is not None:
            plan = _Plan(session, staff, target, calendar, active, leaving, ended)
            _settle(tx, plan, mine, but_not=but_not, now=now)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where one member's event of a session belongs, and what it is made of."""

    session: str
    staff: int
    target: LinkedCalendar
    calendar: Calendar
    active: Sequence[Appointment]
    leaving: Sequence[RemoteObject]  # of members who are not involved any more
    ended: Sequence[RemoteObject]  # let go of here; of every member


def _find_targets(
    tx: Transaction, active: Sequence[Appointment]
) -> dict[int, LinkedCalendar | None]:
    """The primary calendar of every member involved; None where they have none."""
    members = {who for appointment in active for who in appointment.staff}
    return {who: primary_of(tx, who) for who in sorted(members)}


def _text(tx: Transaction, calendar: Calendar, active: Sequence[Appointment]) -> SessionText:
    people = contacts(tx, {who for appointment in active for who in appointment.contacts})
    return session_text(calendar, active, people)


def _settle(
    tx: Transaction,
    plan: _Plan,
    present: Sequence[RemoteObject],
    *,
    but_not: int | None,
    now: datetime,
) -> None:
    """One event in the member's primary calendar, and none elsewhere."""
    if any(kept.state in _LEFT_ALONE for kept in present):
        return
    here = [kept for kept in present if kept.linked == plan.target.id]
    kept = next((kept for kept in here if _may_stay(tx, kept)), None) or _revive(tx, plan, now)
    text = _text(tx, plan.calendar, plan.active)
    if kept is None:
        # Before the removals, so that no moment passes without the event; the push minds it.
        _create(tx, plan, text, [*present, *plan.leaving], now)
    elif kept.id != but_not:
        _update(tx, _without_removal(tx, kept), text, now)
    _remove_all(tx, [event for event in present if event is not kept], but=but_not, now=now)


def _revive(tx: Transaction, plan: _Plan, now: datetime) -> RemoteObject | None:
    """Make an event again that was let go of here; it may have been put back there meanwhile."""
    for known in plan.ended:
        stands_for = known.state, known.staff, known.linked
        if stands_for == (ObjectState.ENDED, plan.staff, plan.target.id):
            objects.update_object(tx, replace(known, state=ObjectState.WAITING))
            enqueue(tx, known.id, OutboxKind.CREATE, body=known.raw, base=known.raw, now=now)
            return known
    return None


def _may_stay(tx: Transaction, present: RemoteObject) -> bool:
    """False where a removal may have reached the server."""
    return all(entry.state in UNSENT for entry in _removals(tx, present))


def _without_removal(tx: Transaction, present: RemoteObject) -> RemoteObject:
    """Take back a removal that has not left.

    No pass has read what was changed there while it waited, so the version is asked for again.
    """
    removals = _removals(tx, present)
    if not removals:
        return present
    for entry in removals:
        outbox.delete_entry(tx, entry.id)
    touch_signs(tx)
    after = replace(present, etag=None)
    objects.update_object(tx, after)
    return after


def bring_guests(tx: Transaction, leaving: RemoteObject, now: datetime) -> None:
    """Invite whoever is invited to an event that goes to the one that took its place.

    Of an event that lacks them, since they were added elsewhere and nobody knew of them then.
    """
    from lcdesk.model.ical.attendees import has_attendees

    some = objects.objects_of_session(tx, leaving.session or "")
    stays = [kept for kept in some if kept.id != leaving.id and not _removals(tx, kept)]
    mine = [event for event in stays if event.staff == leaving.staff] or stays[:1]
    for event in mine:
        waiting = outbox.entries_of_object(tx, event.id)
        last = waiting[-1] if waiting else None
        base = event.raw if last is None else last.body
        linked = get_linked(tx, event.linked)
        if linked is None or has_attendees(base) or event.state in _LEFT_ALONE:
            continue
        body = with_guests_of(tx, base, [leaving], linked)
        if body != base:
            put_on_its_way(tx, event, last, body=body, base=base, now=now)


def _removals(tx: Transaction, present: RemoteObject) -> list[OutboxEntry]:
    waiting = outbox.entries_of_object(tx, present.id)
    return [entry for entry in waiting if entry.kind is OutboxKind.DELETE]


def _remove_all(
    tx: Transaction, some: Iterable[RemoteObject], *, but: int | None, now: datetime
) -> None:
    for kept in some:
        # What was changed there too is not removed unasked; the clash waits for a person.
        if kept.id != but and kept.state is not ObjectState.CONFLICT:
            _remove(tx, kept, now)


def _create(
    tx: Transaction,
    plan: _Plan,
    text: SessionText,
    follows: Sequence[RemoteObject],
    now: datetime,
) -> None:
    """The guests of the events that this one follows come along."""
    from lcdesk.model.ical.codec import EventDraft, write_event

    primary, uid = plan.target, new_uid()
    path, href = address_in(primary, uid)
    body = write_event(
        EventDraft(
            uid=uid,
            span=text.span,
            zone=text.zone,
            title=text.title,
            notes=text.notes,
            location=text.location,
            op_id=_op_id(),
        ),
        now=now,
    )
    body = with_guests_of(tx, body, follows, primary)
    object_id = objects.insert_object(
        tx,
        RemoteObject(
            id=0,
            linked=primary.id,
            path=path,
            href=href,
            etag=None,
            uid=uid,
            raw="",
            state=ObjectState.WAITING,
            session=plan.session,
            staff=plan.staff,
        ),
    )
    enqueue(tx, object_id, OutboxKind.CREATE, body=body, now=now)


def new_uid() -> str:
    """A UID for a new event, in capitals, as Apple's own programs write them."""
    return str(uuid.uuid4()).upper()


def address_in(primary: LinkedCalendar, uid: str) -> tuple[str, str]:
    """Path and href of a new event in a calendar."""
    return f"{primary.path}{uid}.ics", f"{primary.href}{uid}.ics"


def under_uid(text: str, uid: str) -> str:
    """The same event with another UID; nothing stays nothing."""
    from lcdesk.model.ical.rawtext import RawEvent

    if not text:
        return ""
    event = RawEvent(text)
    event.replace("UID", [f"UID:{uid}"])
    return str(event)


def _update(tx: Transaction, present: RemoteObject, text: SessionText, now: datetime) -> None:
    from lcdesk.model.ical.codec import read_event
    from lcdesk.model.ical.edit import EventChanges, edit_event

    waiting = outbox.entries_of_object(tx, present.id)
    last = waiting[-1] if waiting else None
    base = present.raw if last is None or last.kind is OutboxKind.DELETE else last.body
    if not base:
        return
    tz = zone(text.zone)
    before = read_event(base, zone=tz)
    changes = EventChanges(
        title=_change_text(before.title, text.title),
        notes=_change_text(before.notes, text.notes),
        location=_change_text(before.location, text.location),
        span=None if before.span == text.span else text.span,
    )
    if changes == EventChanges():
        return
    body = edit_event(base, changes=replace(changes, op_id=_op_id()), zone=tz, now=now)
    put_on_its_way(tx, present, last, body=body, base=base, now=now)


def _remove(tx: Transaction, present: RemoteObject, now: datetime) -> None:
    if present.state in (ObjectState.GONE, ObjectState.RELEASED):
        let_go(tx, present, now=now)
    waiting = outbox.entries_of_object(tx, present.id)
    if present.state in _NOT_THERE or any(entry.kind is OutboxKind.DELETE for entry in waiting):
        return
    for entry in waiting:
        if entry.state in UNSENT:
            withdraw(tx, entry)
    outbox.delete_conflict(tx, present.id)
    if present.state is ObjectState.WAITING and not outbox.entries_of_object(tx, present.id):
        let_go(tx, present, now=now)
        return
    etag = present.version
    enqueue(tx, present.id, OutboxKind.DELETE, base=present.raw, etag=etag, now=now)


def let_go(tx: Transaction, gone: RemoteObject, *, now: datetime) -> None:
    """Not at its place there, and not wanted here any more: known until the calendar is read again.

    It may have been put back since it was last looked for, or stand under another name.
    """
    linked = get_linked(tx, gone.linked)
    if linked is None or linked.role is not Role.PRIMARY or not gone.raw:
        objects.delete_object(tx, gone.id)
        return
    objects.update_object(tx, replace(gone, state=ObjectState.ENDED, etag=None, written_at=now))


def _change_text(before: str, after: str) -> str | None:
    return None if before.strip() == after.strip() else after


def _op_id() -> str:
    return uuid.uuid4().hex
