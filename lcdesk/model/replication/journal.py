"""What commands tell in Activity, each in the transaction of the change itself.

They hand over facts: who reads them words them (`activity/rows_model.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from lcdesk.model.domain.accounts import Account, AccountState, ErrorNote, LinkedCalendar, Role
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.remote import ObjectState, OutboxKind, RemoteObject
from lcdesk.model.domain.undo import RowImage
from lcdesk.model.replication.reindex import nearest, summarize_object
from lcdesk.model.store.appointments import appointments_of_session, image_of
from lcdesk.model.store.journal import NAMED, correct_facts, last_trouble
from lcdesk.model.store.remote.index import Indexed
from lcdesk.model.store.transaction import Transaction

_SENT = {
    OutboxKind.CREATE: Deed.CREATED,
    OutboxKind.UPDATE: Deed.UPDATED,
    OutboxKind.DELETE: Deed.REMOVED,
}

# What of an appointment iCloud can change, and what undoing that puts back.
_FOLLOWING = ("title", "notes", "location", "start", "end", "flagged")


def record_read(
    tx: Transaction,
    linked: int,
    page: Sequence[Indexed],
    *,
    known: Mapping[str, RemoteObject],
    ids: Mapping[str, int],
) -> None:
    """Events were read and stored; by path, `known` is how they were before, `ids` what they are.

    One that only its ETag tells from before is nothing new.
    """
    deeds = [
        (indexed, _deed_of(indexed.object, known.get(indexed.object.path))) for indexed in page
    ]
    told = [(one, deed) for one, deed in deeds if deed is not None]
    if not told:
        return
    items = tuple(
        _item_of_read(one, deed, f"e{ids[one.object.path]}", tx.began) for one, deed in told[:NAMED]
    )
    counts = Counter(str(deed) for _one, deed in told)
    tx.tell(Note(JournalKind.EVENTS, linked, counts=counts, items=items))


def record_listing(tx: Transaction, linked: int, *, is_first: bool) -> None:
    """A calendar was read in full: for the first time, or to be sure."""
    fact = "first" if is_first else "full"
    tx.tell(Note(JournalKind.EVENTS, linked, facts={fact: True}))


def record_event(tx: Transaction, known: RemoteObject, deed: Deed) -> None:
    """Something happened to one event in iCloud; told before its rows are changed."""
    kind = JournalKind.UNREADABLE if deed is Deed.UNREADABLE else JournalKind.EVENTS
    tx.tell(Note(kind, known.linked, counts={deed: 1}, items=_items_unless_many(tx, known, deed)))


def record_released(tx: Transaction, known: RemoteObject) -> None:
    """A blocked slot is about to go, since its event was deleted in iCloud."""
    note = Note(
        JournalKind.RELEASED,
        known.linked,
        counts={Deed.RELEASED: 1},
        items=_items_unless_many(tx, known, Deed.RELEASED),
        images=(deleted_event(known),),
    )
    tx.tell(note)


def record_edited(tx: Transaction, known: RemoteObject, deed: Deed) -> None:
    """Somebody changed an event here that was read from a server; told when it is drawn anew."""
    item = item_of(tx, known, deed)
    note = Note(
        JournalKind.HERE, known.linked, subject=item.subject, counts={deed: 1}, items=(item,)
    )
    tx.tell(note)


def record_sent(tx: Transaction, known: RemoteObject, kind: OutboxKind) -> None:
    """A change arrived in iCloud."""
    deed = _SENT[kind]
    tx.tell(
        Note(
            JournalKind.SENT,
            known.linked,
            counts={deed: 1},
            items=_items_unless_many(tx, known, deed),
        )
    )


def record_about(
    tx: Transaction,
    kind: JournalKind,
    known: RemoteObject,
    deed: Deed = Deed.UPDATED,
    **facts: Any,
) -> None:
    """Something concerns one object alone."""
    item = item_of(tx, known, deed)
    tx.tell(Note(kind, known.linked, subject=item.subject, items=(item,), facts=facts))


def record_followed(tx: Transaction, known: RemoteObject, before: Sequence[Appointment]) -> None:
    """Appointments took over what was changed in iCloud; `before` is how they were."""
    after = {
        appointment.id: appointment
        for appointment in appointments_of_session(tx, known.session or "")
    }
    pairs = [
        (appointment, after[appointment.id])
        for appointment in before
        if after.get(appointment.id, appointment) != appointment
    ]
    if not pairs:
        return
    first, now = pairs[0]
    images = tuple(image_of(before, after) for before, after in pairs)
    item = Item(Deed.CHANGED, now.title, now.span.start, f"a{now.id}")
    note = Note(
        JournalKind.FOLLOWED,
        known.linked,
        subject=item.subject,
        items=(item,),
        facts={"before": values_of(first), "after": values_of(now)},
        images=images if now.status.takes_time else (),
    )
    tx.tell(note)


def record_decision(
    tx: Transaction,
    gone: Sequence[RemoteObject],
    appointment: Appointment,
    choice: str,
    *,
    moved_to: str,
) -> None:
    """A person decides about an appointment that was deleted in iCloud.

    `moved_to` names the calendar that its event was moved to instead. What is restored there is
    on its way at once; the other choices can be taken back.
    """
    item = Item(Deed.CHANGED, appointment.title, appointment.span.start, f"a{appointment.id}")
    note = Note(
        JournalKind.SETTLED,
        gone[0].linked,
        subject=item.subject,
        items=(item,),
        facts={"why": JournalKind.DELETED, "choice": choice} | _goal_fact(moved_to),
        images=() if choice == "restore" else tuple(map(deleted_event, gone)),
    )
    tx.tell(note)


def record_deleted(tx: Transaction, known: RemoteObject, *, moved_to: str) -> None:
    """An event of ours is not there any more; `moved_to` names the calendar that has it now."""
    record_about(tx, JournalKind.DELETED, known, Deed.UPDATED, **_goal_fact(moved_to))


def record_moved(tx: Transaction, known: RemoteObject, moved_to: str) -> None:
    """What was told as deleted turns out to have been moved to another linked calendar."""
    correct_facts(
        tx, JournalKind.DELETED, item_of(tx, known, Deed.UPDATED).subject, _goal_fact(moved_to)
    )


def _goal_fact(calendar: str) -> dict[str, str]:
    return {"moved_to": calendar} if calendar else {}


def record_role(
    tx: Transaction,
    linked: LinkedCalendar,
    role: Role,
    *,
    before: LinkedCalendar | None,
    moved: int,
    kept_here: int,
) -> None:
    """A linked calendar is for something else; `before` was the primary one, if there was.

    So many appointments are `moved` to it, and so many that were not sent yet are `kept_here`.
    """
    note = Note(
        JournalKind.ROLE,
        linked.id,
        counts={"moved": moved} | ({"kept_here": kept_here} if kept_here else {}),
        facts={"was": linked.role, "role": role, "before": "" if before is None else before.name},
    )
    tx.tell(note)


def record_account(tx: Transaction, kind: JournalKind, account: Account, **facts: Any) -> None:
    """Something about an account as a whole."""
    facts = {"account": account.email, **facts}
    tx.tell(Note(kind, account=account.id, staff=account.staff, facts=facts))


def record_state(
    tx: Transaction, account: Account, state: AccountState, error: ErrorNote | None
) -> None:
    """How a pass over an account ended: told when trouble begins, changes and is over.

    Being offline is told in the status line alone: a laptop would fill Activity with it.
    """
    present = last_trouble(tx, account.id)
    if state is AccountState.OK:
        if present:
            record_account(tx, JournalKind.TROUBLE_OVER, account)
    elif state is not AccountState.OFFLINE and error is not None and error.code != present:
        record_account(tx, JournalKind.TROUBLE, account, code=error.code)


def item_of(tx: Transaction, known: RemoteObject, deed: Deed) -> Item:
    """The appointment or event that an object stands for."""
    found = summarize_object(tx, known, tx.began)
    start = None if found.span is None else found.span.start
    return Item(deed, found.title, start, found.subject)


def values_of(one: Appointment) -> dict[str, object]:
    """What iCloud can change of an appointment, as JSON; instants are whole seconds."""
    values = (
        one.title,
        one.notes,
        one.location,
        int(one.span.start.timestamp()),
        int(one.span.end.timestamp()),
        one.flagged,
    )
    return dict(zip(_FOLLOWING, values, strict=True))


def deleted_event(known: RemoteObject) -> RowImage:
    """An event that was deleted there waits for nobody any more (`commands/undo_servers.py`)."""
    return RowImage("deleted_event", (known.id,), _kept_object(known), None)


def _kept_object(known: RemoteObject) -> dict[str, object]:
    """What brings an object back that is about to be forgotten, as JSON."""
    return {
        "id": known.id,
        "linked": known.linked,
        "path": known.path,
        "href": known.href,
        "uid": known.uid,
        "raw": known.raw,
        "session": known.session,
        "staff": known.staff,
    }


def object_from(step: Mapping[str, Any]) -> RemoteObject:
    """What `deleted_event` keeps: the object as it stands when it is deleted in iCloud."""
    return RemoteObject(etag=None, state=ObjectState.GONE, **step)


def _items_unless_many(tx: Transaction, known: RemoteObject, deed: Deed) -> tuple[Item, ...]:
    """Nothing where the row has names enough: very many go in one transaction now and then."""
    return () if len(tx.notes) > NAMED else (item_of(tx, known, deed),)


def _deed_of(value: RemoteObject, before: RemoteObject | None) -> Deed | None:
    if before is None or not before.raw:
        return Deed.ADDED
    same = before.state is ObjectState.CLEAN and _is_same(before.raw, value.raw)
    return None if same else Deed.CHANGED


def _is_same(before: str, after: str) -> bool:
    from lcdesk.model.ical.fingerprint import fingerprint

    if before == after:
        return True
    try:
        return fingerprint(before) == fingerprint(after)
    except UnreadableEvent:
        return False


def _item_of_read(one: Indexed, deed: Deed, subject: str, now: datetime) -> Item:
    titles = {entry.own_span: entry.title for entry in one.entries}
    span = nearest(titles, now)
    if span is None:  # cancelled, or outside the time that is looked at
        return Item(deed, "", None, subject)
    return Item(deed, titles[span], span.start, subject)
