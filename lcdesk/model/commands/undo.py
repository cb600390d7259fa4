"""Takes back what Activity tells of, in one transaction and as one step that is told itself.

Nothing is put back over something newer: where things moved on since, a sentence says so
and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from lcdesk.model.booking.situation import ReasonCode
from lcdesk.model.booking.slots import check
from lcdesk.model.commands.accounts import RoleRefused, set_role
from lcdesk.model.commands.appointments import set_status
from lcdesk.model.commands.told_here import kept_row
from lcdesk.model.commands.unbook import remove
from lcdesk.model.commands.unchanged import CannotBeUndone, refuse_if_changed
from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import NotFound, SlotNotOpen, UnreadableEvent
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.journal import Entry, JournalKind, Note, UndoKind
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication.journal import object_from, values_of
from lcdesk.model.replication.publish import publish_session
from lcdesk.model.store import appointments as stored
from lcdesk.model.store import objects
from lcdesk.model.store.accounts import get_linked, place_of_linked, primary_of
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.index import Indexer, horizon, put_indexed
from lcdesk.model.store.journal import get_entry, set_undone, undo_steps
from lcdesk.model.store.situation import situation
from lcdesk.model.store.transaction import Transaction

Step = Mapping[str, Any]

# Rules of the calendar do not keep an appointment from going back; somebody there does.
_TAKEN = frozenset(
    {
        ReasonCode.BOOKED,
        ReasonCode.SLOTMAX,
        ReasonCode.CONFLICT,
        ReasonCode.BLOCKED,
        ReasonCode.BUFFER,
        ReasonCode.RESOURCE,
        ReasonCode.NO_SEATS,
    }
)


# Deleted there, and a person was content with it.
_LEFT_SO = (ObjectState.RELEASED, ObjectState.ENDED)


def undo(tx: Transaction, entry_id: int, *, now: datetime) -> Entry:
    """Take back what one row of Activity tells of. Raises NotFound, CannotBeUndone."""
    entry = get_entry(tx, entry_id)
    if entry is None:
        raise NotFound("Activity does not keep this any more.")
    if entry.undone_at is not None:
        raise CannotBeUndone("This has been undone already.")
    if entry.undo is None:
        raise CannotBeUndone("There is no way back from this.")
    told = len(tx.notes)
    for step in undo_steps(tx, entry_id):
        _WAYS[entry.undo](tx, step, now)
    del tx.notes[told:]  # what an undo consists of is told as one step
    set_undone(tx, entry_id)
    tx.tell(
        Note(
            JournalKind.UNDONE,
            entry.linked,
            account=entry.account,
            staff=entry.staff,
            subject=entry.subject,
            counts=entry.counts,
            items=entry.items,
            facts={**entry.facts, "of": entry.kind},
        )
    )
    return entry


def _bring_back(tx: Transaction, step: Step, now: datetime) -> None:
    """A released slot blocks its time again, marked as deleted in iCloud."""
    known = object_from(step)
    linked = _linked(tx, known.linked)
    if linked.role is Role.NONE:
        raise CannotBeUndone(
            f"“{linked.name}” is not used any more, so its events block no time. "
            "Choose it in Settings first."
        )
    if objects.find_object(tx, linked.id, known.path) is not None:
        return  # it is in iCloud again, and drawn
    objects.restore_object(tx, known)
    try:
        put_indexed(tx, [Indexer(tx, linked).indexed(known, horizon(now))])
    except UnreadableEvent as error:
        raise CannotBeUndone(
            f"The text of the event cannot be drawn any more. {error.message}"
        ) from error


def _put_back(tx: Transaction, step: Step, now: datetime) -> None:
    """An appointment becomes what it was before iCloud changed it, here and there."""
    present = stored.get_appointment(tx, step["id"])
    if present is None or not present.status.takes_time:
        raise CannotBeUndone("This appointment does not take place any more.")
    before, after = step["before"], step["after"]
    here = values_of(present)
    changed = [name for name in before if before[name] != after[name]]
    if any(here[name] != after[name] for name in changed):
        raise CannotBeUndone(
            f"“{present.title}” has been changed again since, so it stays as it is."
        )
    for kept in _events_of(tx, present):
        if kept.state is ObjectState.CONFLICT:
            there = place_of_linked(tx, kept.linked).there
            raise CannotBeUndone(
                f"“{present.title}” was changed here and {there}. Choose a version first."
            )
    values = {**here, **{name: before[name] for name in changed}}
    back = _with_values(present, values)
    stored.update_appointment(tx, present, back)
    if back.span != present.span:
        _refuse_if_taken(tx, back, now)
    publish_session(tx, back.session, now)


def _with_values(one: Appointment, values: Mapping[str, Any]) -> Appointment:
    start, end = (datetime.fromtimestamp(values[name], UTC) for name in ("start", "end"))
    return replace(
        one,
        title=values["title"],
        notes=values["notes"],
        location=values["location"],
        span=TimeSpan(start, end),
        flagged=values["flagged"],
    )


def _refuse_if_taken(tx: Transaction, one: Appointment, now: datetime) -> None:
    calendar = get_calendar(tx, one.calendar)
    assert calendar is not None  # a foreign key keeps it
    if calendar.kind is CalendarKind.SIMPLE:
        return
    around = situation(tx, calendar, asked=one.span, now=now, moving=one)
    slot = check(around, one.span, one.staff or None)
    taken = [reason.what for reason in slot.reasons if reason.code in _TAKEN]
    if taken:
        raise CannotBeUndone(
            f"The time that “{one.title}” had before is taken now: {'; '.join(taken)}."
        )


def _give_roles_back(tx: Transaction, step: Step, now: datetime) -> None:
    linked, was = _linked(tx, step["linked"]), Role(step["was"])
    primary = primary_of(tx, linked.staff)
    if linked.role is not Role(step["role"]) or _has_another_primary(step, linked, primary):
        raise CannotBeUndone("The calendars have been chosen anew since. Change them in Settings.")
    if step["before"] is not None:
        before = _linked(tx, step["before"])
        if before.role is not Role.NONE:
            raise CannotBeUndone(
                f"“{before.name}” is used for something else now. Change it in Settings."
            )
        set_role(tx, before.id, Role.PRIMARY, now=now)
    try:
        set_role(tx, linked.id, was, now=now)
    except RoleRefused as error:
        if was is not Role.CONFLICT:
            raise
        raise CannotBeUndone(
            f"“{linked.name}” was checked for conflicts before, and appointments have been "
            "written to it since. Choose the calendars in Settings."
        ) from error


def _has_another_primary(
    step: Step, linked: LinkedCalendar, primary: LinkedCalendar | None
) -> bool:
    """Whether making this calendar what it was would take the place of a later choice."""
    becomes_primary = Role(step["was"]) is Role.PRIMARY
    return becomes_primary and primary is not None and primary.id != linked.id


def _wait_again(tx: Transaction, step: Step, now: datetime) -> None:
    """An appointment that was deleted in iCloud is marked again, and stands if it was ended."""
    present = stored.get_appointment(tx, step["appointment"])
    if present is None:
        raise CannotBeUndone("This appointment is not here any more.")
    was = Status(step["status"])
    known = {kept.id: kept for kept in _events_of(tx, present)}
    if was.takes_time != present.status.takes_time and present.status is not Status.CANCELLED:
        raise CannotBeUndone(f"“{present.title}” has been changed again since.")
    for value in map(object_from, step["objects"]):
        _mark_again(tx, value, known.get(value.id))
    if was is not present.status:
        try:
            set_status(tx, present.id, was, now=now)
        except SlotNotOpen as error:
            taken = "; ".join(line.partition(": ")[2] for line in error.details)
            raise CannotBeUndone(
                f"“{present.title}” stays cancelled, since its time is taken now: {taken}."
            ) from error
    tx.touched(Topic.AGENDA, [present.span])


def _unbook(tx: Transaction, step: Step, now: datetime) -> None:
    """An appointment goes as if it had never been booked."""
    present = stored.get_appointment(tx, step["id"])
    if present is None:
        raise CannotBeUndone("This appointment is not here any more.")
    if present.series is not None:
        raise CannotBeUndone(
            f"“{present.title}” belongs to a series. Cancel its dates in the week."
        )
    if present.span.start <= now:
        raise CannotBeUndone(f"“{present.title}” has begun, and stays as a record.")
    if kept_row(present) != step["row"]:
        raise CannotBeUndone(
            f"“{present.title}” has been changed again since, so it stays. Cancel it in the week."
        )
    refuse_if_changed(tx, [present])
    remove(tx, [present], now=now)


def _give_status_back(tx: Transaction, step: Step, now: datetime) -> None:
    present = stored.get_appointment(tx, step["id"])
    if present is None or present.status is not Status(step["is"]):
        raise CannotBeUndone("This appointment has been changed again since, so it stays as it is.")
    try:
        set_status(tx, present.id, Status(step["was"]), now=now)
    except SlotNotOpen as error:
        taken = "; ".join(line.partition(": ")[2] for line in error.details)
        raise CannotBeUndone(f"The time of “{present.title}” is taken now: {taken}.") from error


def _mark_again(tx: Transaction, value: RemoteObject, present: RemoteObject | None) -> None:
    if present is not None and present.state not in _LEFT_SO:
        name = place_of_linked(tx, present.linked).name
        raise CannotBeUndone(f"This appointment has been written to {name} again since.")
    if present is not None:
        objects.update_object(tx, replace(present, state=ObjectState.GONE))
    elif get_linked(tx, value.linked) is not None:
        objects.restore_object(tx, value)


def _events_of(tx: Transaction, one: Appointment) -> tuple[RemoteObject, ...]:
    return objects.objects_of_session(tx, one.session)


def _linked(tx: Transaction, linked_id: int) -> LinkedCalendar:
    found = get_linked(tx, linked_id)
    if found is None:
        raise CannotBeUndone("Its account has been disconnected since.")
    return found


_WAYS: Mapping[UndoKind, Callable[[Transaction, Step, datetime], None]] = {
    UndoKind.BRING_BACK: _bring_back,
    UndoKind.PUT_BACK: _put_back,
    UndoKind.ROLE: _give_roles_back,
    UndoKind.DECISION: _wait_again,
    UndoKind.UNBOOK: _unbook,
    UndoKind.STATUS: _give_status_back,
}
