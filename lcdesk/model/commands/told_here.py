"""What somebody does here, told in Activity: in the window and on the command line alike.

Each command tells what it did in its own transaction; many of one kind make one row. What the
sync does by itself it tells as what it is (activity.py).

**decided** (booking.md is silent): there is a way back from what concerns one appointment and its
own fields; a new member, contact, calendar or session is taken back by the toast alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.events import Appointment, BlockedSlot
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note, UndoKind
from lcdesk.model.replication.journal import values_of
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.journal import set_undone, way_back
from lcdesk.model.store.people import all_staff, contacts
from lcdesk.model.store.transaction import Reader, Transaction

Pair = tuple[Appointment, Appointment]


def tell_booked(tx: Transaction, made: Appointment, *, calendar: str, contact: str) -> None:
    """An appointment is new; the names are known to whoever booked, and many are booked at once."""
    step = {"id": made.id, "row": kept_row(made)}
    note = _note(
        JournalKind.HERE,
        Deed.BOOKED,
        made,
        name=contact,
        facts={"calendar": calendar},
        undo=UndoKind.UNBOOK,
        steps=(step,),
    )
    _say(tx, note)


def tell_changed(tx: Transaction, deed: Deed, pairs: Sequence[Pair]) -> None:
    """Appointments of one session are different now; nothing where they are not."""
    changed = [(before, after) for before, after in pairs if before != after]
    if not changed:
        return
    before, after = changed[0]
    steps = [
        {"id": one.id, "before": values_of(one), "after": values_of(two)} for one, two in changed
    ]
    is_simple = all(_people(one) == _people(two) for one, two in changed)
    facts = {"before": _values(tx, before), "after": _values(tx, after)}
    undo = UndoKind.PUT_BACK if is_simple and after.status.takes_time else None
    _tell(tx, deed, after, facts=facts, undo=undo, steps=tuple(steps))


def tell_status(tx: Transaction, before: Appointment, after: Appointment) -> None:
    """A status is another one; ended is told as cancelled."""
    if before.status is after.status:
        return
    deed = Deed.STATUS if after.status.takes_time else Deed.CANCELLED
    step = {"id": after.id, "was": before.status, "is": after.status}
    facts = {"status": after.status}
    _tell(tx, deed, after, facts=facts, undo=UndoKind.STATUS, steps=(step,))


def tell_blocked(tx: Transaction, deed: Deed, slot: BlockedSlot) -> None:
    """Time was blocked by hand, changed or freed again."""
    calendar = None if slot.calendar is None else get_calendar(tx, slot.calendar)
    note = Note(
        JournalKind.HERE,
        staff=slot.staff,
        subject=f"b{slot.id}",
        counts={deed: 1},
        items=(Item(deed, slot.title, slot.span.start, f"b{slot.id}"),),
        facts={} if calendar is None else {"calendar": calendar.name},
    )
    _say(tx, note)


def tell_taken_back(tx: Transaction, deed: Deed, was: Appointment) -> None:
    """What was done here is undone; its own row offers no way back any more."""
    row = way_back(tx, JournalKind.HERE, [f"a{was.id}"])
    if row:
        set_undone(tx, row)
    _tell(tx, deed, was, kind=JournalKind.UNDONE, facts={"of": JournalKind.HERE})


def kept_row(one: Appointment) -> dict[str, object]:
    """What an appointment is, as JSON, to be compared later."""
    people = {"status": one.status, "staff": list(one.staff), "contacts": list(one.contacts)}
    return {**values_of(one), **people}


def _tell(
    tx: Transaction,
    deed: Deed,
    one: Appointment,
    *,
    kind: JournalKind = JournalKind.HERE,
    facts: dict[str, Any] | None = None,
    undo: UndoKind | None = None,
    steps: tuple[dict[str, Any], ...] = (),
) -> None:
    calendar = get_calendar(tx, one.calendar)
    facts = {"calendar": "" if calendar is None else calendar.name, **(facts or {})}
    name = _name(tx, one)
    _say(tx, _note(kind, deed, one, name=name, facts=facts, undo=undo, steps=steps))


def _note(
    kind: JournalKind,
    deed: Deed,
    one: Appointment,
    *,
    name: str,
    facts: dict[str, Any],
    undo: UndoKind | None,
    steps: tuple[dict[str, Any], ...],
) -> Note:
    return Note(
        kind,
        staff=one.staff[0] if one.staff else None,
        subject=f"a{one.id}",
        counts={deed: 1},
        items=(Item(deed, name, one.span.start, f"a{one.id}"),),
        facts=facts,
        undo=undo,
        steps=steps,
    )


def _say(tx: Transaction, note: Note) -> None:
    """What the sync does by itself is told elsewhere."""
    if tx.origin is not ChangeOrigin.SYNC:
        tx.tell(note)


def _name(reader: Reader, one: Appointment) -> str:
    """Whom it is for, which is what a person looks for."""
    people = contacts(reader, one.contacts)
    names = [people[who].name for who in one.contacts if who in people]
    return ", ".join(names) or one.title


def _values(reader: Reader, one: Appointment) -> dict[str, object]:
    """What differences are told of."""
    known = {member.id: member.name for member in all_staff(reader)}
    staff = ", ".join(known[who] for who in one.staff if who in known)
    calendar = get_calendar(reader, one.calendar)
    named = {
        "staff": staff,
        "calendar": "" if calendar is None else calendar.name,
        "contact": _name(reader, one),
    }
    return {**values_of(one), **named}


def _people(one: Appointment) -> tuple[object, ...]:
    return (one.calendar, one.session, one.staff, one.contacts, one.status)
