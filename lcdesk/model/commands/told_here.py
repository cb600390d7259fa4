"""What somebody does here, told in Activity: in the window and on the command line alike.

Each command tells what it did in its own transaction; many of one kind make one row. What the
sync does by itself it tells as what it is (activity.py).
What turns it back is kept by the store itself (`store/row_images.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.events import Appointment, BlockedSlot
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.replication.journal import values_of
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.people import all_staff, contacts
from lcdesk.model.store.transaction import Reader, Transaction

Pair = tuple[Appointment, Appointment]


def tell_booked(tx: Transaction, made: Appointment, *, calendar: str, contact: str) -> None:
    """An appointment is new; the names are known to whoever booked, and many are booked at once."""
    _say(tx, _note(Deed.BOOKED, made, name=contact, facts={"calendar": calendar}))


def tell_changed(tx: Transaction, deed: Deed, pairs: Sequence[Pair]) -> None:
    """Appointments of one session are different now; nothing where they are not."""
    changed = [(before, after) for before, after in pairs if before != after]
    if not changed:
        return
    before, after = changed[0]
    facts = {"before": _values(tx, before), "after": _values(tx, after)}
    _tell(tx, deed, after, facts=facts)


def tell_status(tx: Transaction, before: Appointment, after: Appointment) -> None:
    """A status is another one; ended is told as cancelled."""
    if before.status is after.status:
        return
    deed = Deed.STATUS if after.status.takes_time else Deed.CANCELLED
    _tell(tx, deed, after, facts={"status": after.status})


def tell_answers(tx: Transaction, one: Appointment, fields: Sequence[str]) -> None:
    """These intake fields have other answers now, which nobody else needs to read there."""
    _tell(tx, Deed.EDITED, one, facts={"answers": list(fields)})


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


def _tell(tx: Transaction, deed: Deed, one: Appointment, *, facts: Mapping[str, Any]) -> None:
    calendar = get_calendar(tx, one.calendar)
    facts = {"calendar": "" if calendar is None else calendar.name, **facts}
    _say(tx, _note(deed, one, name=_name(tx, one), facts=facts))


def _note(deed: Deed, one: Appointment, *, name: str, facts: Mapping[str, Any]) -> Note:
    return Note(
        JournalKind.HERE,
        staff=one.staff[0] if one.staff else None,
        subject=f"a{one.id}",
        counts={deed: 1},
        items=(Item(deed, name, one.span.start, f"a{one.id}"),),
        facts=facts,
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
