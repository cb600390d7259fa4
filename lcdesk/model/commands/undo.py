"""Undo and redo of whatever a person did here, from one journal (`store/undo_steps.py`).

The rows become what they were, in one transaction; what a server holds of them follows by the
ordinary difference (`replication/publish.py`), so what has reached it is undone there by a change
like any other, with the question about guests. Nothing is put back over something newer: where
things moved on since, a sentence says so and nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lcdesk.model.commands.undo_checks import (
    CannotBeUndone,
    refuse_if_changed,
    refuse_if_named_twice,
    refuse_if_needed,
    refuse_if_taken,
    refuse_torn_sessions,
    refuse_what_has_begun,
    refuse_without_parents,
)
from lcdesk.model.commands.undo_servers import follow_on_servers, turn_linked, turn_objects
from lcdesk.model.domain.errors import NotFound
from lcdesk.model.domain.events import Appointment, BlockedSlot
from lcdesk.model.domain.journal import Entry, JournalKind, Note
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.undo import RowImage, UndoStep
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.journal import get_entry
from lcdesk.model.store.removal import touch_everything
from lcdesk.model.store.row_images import is_row, put_before
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.store.undo_steps import (
    get_step,
    has_anything_happened_since,
    rows_of_step,
    set_mark,
    set_redone,
    set_undone,
    step_to_redo,
    step_to_undo,
)

_NO_WAY_BACK = Message("There is no way back from this.")


def undo(tx: Transaction, entry_id: int, *, now: datetime) -> Entry:
    """Take back what one row of Activity tells of. Raises NotFound, CannotBeUndone."""
    entry = get_entry(tx, entry_id)
    if entry is None:
        raise NotFound(Message("Activity does not keep this any more."))
    if entry.undone_at is not None:
        raise CannotBeUndone(Message("This has been undone already."))
    if not entry.step:
        raise CannotBeUndone(_NO_WAY_BACK)
    undo_step(tx, entry.step, now=now)
    return entry


def undo_last(tx: Transaction, *, now: datetime) -> UndoStep:
    """Take back what a person did last. Raises CannotBeUndone, and AttendeesAreMailed."""
    step = step_to_undo(tx)
    if step is None:
        raise CannotBeUndone(Message("There is nothing to undo."))
    return undo_step(tx, step.id, now=now)


def redo_last(tx: Transaction, *, now: datetime) -> UndoStep:
    """Do again what was undone last. Raises CannotBeUndone, and AttendeesAreMailed."""
    step = step_to_redo(tx)
    if step is None:
        raise CannotBeUndone(Message("There is nothing to do again."))
    return redo_step(tx, step.id, now=now)


def undo_step(tx: Transaction, step_id: int, *, now: datetime) -> UndoStep:
    """Take one step back. Raises CannotBeUndone, and AttendeesAreMailed."""
    step = get_step(tx, step_id)
    if step is None:
        raise CannotBeUndone(_NO_WAY_BACK)
    if step.is_undone:
        raise CannotBeUndone(Message("This has been undone already."))
    _turn(tx, step, step.images, now)
    set_undone(tx, step)
    _tell(tx, step, JournalKind.UNDONE)
    return step


def redo_step(tx: Transaction, step_id: int, *, now: datetime) -> UndoStep:
    """Do one step again that was undone. Raises CannotBeUndone, and AttendeesAreMailed."""
    step = get_step(tx, step_id)
    if step is None or not step.is_undone:
        raise CannotBeUndone(Message("This stands already."))
    _turn(tx, step, [image.reverse() for image in step.images], now)
    set_redone(tx, step)
    _tell(tx, step, JournalKind.REDONE)
    return step


def _turn(tx: Transaction, step: UndoStep, images: Sequence[RowImage], now: datetime) -> None:
    """Make every row what it was, here and then there; `images` say from what to what."""
    if not images:
        raise CannotBeUndone(_NO_WAY_BACK)
    tx.leave_out_of_undo()
    told = len(tx.notes)
    rows = [image for image in images if is_row(image)]
    refuse_if_changed(tx, rows)
    refuse_if_needed(tx, rows)
    refuse_without_parents(tx, rows)
    refuse_if_named_twice(tx, rows)
    refuse_what_has_begun(rows, now)
    sessions = _sessions(tx, rows) | _remove_later_dates(tx, rows, now)
    taken = _taken_by(tx, rows)
    put_before(tx.connection, rows)
    _free(tx, taken)
    refuse_torn_sessions(tx, sessions)
    if has_anything_happened_since(tx, step):
        refuse_if_taken(tx, rows, now)
    turn_objects(tx, images, now)
    turn_linked(tx, images, now)
    follow_on_servers(tx, rows, sessions, now)
    touch_everything(tx)
    del tx.notes[told:]  # what an undo consists of is told as one step
    set_mark(tx, step.id)


def _sessions(tx: Transaction, rows: Sequence[RowImage]) -> set[str]:
    """The sessions that are different before or afterwards."""
    found: set[str] = set()
    for image in rows:
        if image.table == "appointment":
            found |= {row["session"] for row in (image.before, image.after) if row is not None}
        elif image.table.startswith("appointment_"):
            present = stored.get_appointment(tx, int(image.key[0]))
            found |= set() if present is None else {present.session}
    return found


_Taken = tuple[tuple[Appointment, ...], tuple[BlockedSlot, ...]]


def _taken_by(tx: Transaction, rows: Sequence[RowImage]) -> _Taken:
    """The appointments and blocked slots that change, as they are now."""
    appointments = {
        int(image.key[0]) for image in rows if image.table in ("appointment", "appointment_staff")
    }
    slots = [int(image.key[0]) for image in rows if image.table == "blocked_slot"]
    return stored.appointments_by_id(tx, sorted(appointments)), stored.blocked_by_id(tx, slots)


def _free(tx: Transaction, taken: _Taken) -> None:
    """Note what they do not take any more."""
    booked, blocked = taken
    appointments = {one.id: one for one in stored.appointments_by_id(tx, [a.id for a in booked])}
    slots = {slot.id: slot for slot in stored.blocked_by_id(tx, [slot.id for slot in blocked])}
    for before in booked:
        stored.free_if_left(tx, before, appointments.get(before.id))
    for slot in blocked:
        stored.free_if_unblocked(tx, slot, slots.get(slot.id))


def _remove_later_dates(tx: Transaction, rows: Sequence[RowImage], now: datetime) -> set[str]:
    """Dates that came within reach since go with their series; what comes back is their sessions.

    Raises CannotBeUndone where one has begun.
    """
    known = {image.key[0] for image in rows if image.table == "appointment"}
    going = [image.key[0] for image in rows if image.table == "series" and image.before is None]
    later = [
        date
        for series in going
        for date in stored.appointments_of_series(tx, int(series))
        if date.id not in known
    ]
    for date in later:
        if date.span.start <= now:
            raise CannotBeUndone(
                Message("“{title}” has begun, and stays as a record.", title=date.title)
            )
        stored.delete_appointment(tx, date)
    return {date.session for date in later}


def _tell(tx: Transaction, step: UndoStep, kind: JournalKind) -> None:
    """A line for each row of Activity that told of it."""
    for entry in (get_entry(tx, row) for row in rows_of_step(tx, step.id)):
        if entry is not None:
            tx.tell(
                Note(
                    kind,
                    entry.linked,
                    account=entry.account,
                    staff=entry.staff,
                    subject=entry.subject,
                    counts=entry.counts,
                    items=entry.items,
                    facts={**entry.facts, "of": entry.kind},
                )
            )
