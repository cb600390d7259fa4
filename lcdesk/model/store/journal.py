"""The rows of Activity: written in the transaction of the change, gathered, and bounded."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from lcdesk.model.domain.changes import ChangeOrigin, Topic
from lcdesk.model.domain.events import HIDDEN
from lcdesk.model.domain.journal import Deed, Entry, Item, JournalKind, Note
from lcdesk.model.store.tables import account, journal, linked_calendar, staff
from lcdesk.model.store.told_records import note_of_records
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction
from lcdesk.model.store.undo_steps import (
    get_step,
    has_way_back,
    is_of_step,
    keep_step,
    keep_step_of_sync,
    set_mark,
)

KEPT_FOR = timedelta(days=90)
KEPT_ROWS = 20_000
NAMED = 20  # things that a row names; the others are counted

# Many of these make one row for a calendar and a pass.
_GATHERED = frozenset(
    {
        JournalKind.EVENTS,
        JournalKind.RELEASED,
        JournalKind.SENT,
        JournalKind.UNREADABLE,
        JournalKind.HERE,
    }
)


def write_down(tx: Transaction) -> None:
    """Write what a transaction has to tell; called once, just before its commit."""
    notes = [_fill_in_names(tx, note) for note in _gather(tx.notes)]
    tx.step = keep_step(tx, notes)
    notes += [_fill_in_names(tx, note) for note in _notes_of_step(tx, notes)]
    are_new = [_write(tx, note) for note in notes]
    tx.notes.clear()
    if any(are_new):
        _prune(tx)
    if tx.step:
        set_mark(tx, tx.step)
    if notes or (tx.step and tx.changes() is None):
        tx.touch(Topic.ACTIVITY)


def journal_page(reader: Reader, *, limit: int, before: int | None = None) -> tuple[Entry, ...]:
    """Rows from the newest on, or those that came before the row `before`."""
    query = sa.select(journal).order_by(journal.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(journal.c.id < before)
    rows = reader.connection.execute(query).all()
    open_about = _open_about(reader)
    return tuple(_entry(row, open_about) for row in rows)


def get_entry(reader: Reader, entry_id: int) -> Entry | None:
    """One row, or None."""
    query = sa.select(journal).where(journal.c.id == entry_id)
    row = reader.connection.execute(query).first()
    return None if row is None else _entry(row, _open_about(reader))


def way_back(reader: Reader, kind: JournalKind, subjects: Collection[str]) -> int:
    """The newest row of this kind about one of these that can still be undone, or 0."""
    query = sa.select(sa.func.max(journal.c.id)).where(
        journal.c.kind == kind,
        journal.c.subject.in_(subjects),
        journal.c.step_id.is_not(None),
        journal.c.undone_at.is_(None),
    )
    return reader.connection.execute(query).scalar() or 0


def correct_facts(
    tx: Transaction, kind: JournalKind, subject: str, facts: Mapping[str, Any]
) -> None:
    """More is known now of what the newest row of this kind tells about one thing."""
    newest = sa.select(sa.func.max(journal.c.id)).where(
        journal.c.kind == kind, journal.c.subject == subject
    )
    row = tx.connection.execute(
        sa.select(journal.c.id, journal.c.content).where(journal.c.id == newest.scalar_subquery())
    ).first()
    if row is not None:
        content = row.content | {"facts": row.content["facts"] | facts}
        tx.connection.execute(
            journal.update().where(journal.c.id == row.id).values(content=content)
        )
        tx.touch(Topic.ACTIVITY)


def last_trouble(reader: Reader, account_id: int) -> str:
    """The code of the trouble that an account is in as far as was told, or nothing."""
    query = (
        sa.select(journal.c.kind, journal.c.content)
        .where(
            journal.c.account_id == account_id,
            journal.c.kind.in_([JournalKind.TROUBLE, JournalKind.TROUBLE_OVER]),
        )
        .order_by(journal.c.id.desc())
        .limit(1)
    )
    row = reader.connection.execute(query).first()
    if row is None or row.kind == JournalKind.TROUBLE_OVER:
        return ""
    return str(row.content["facts"].get("code", ""))


def forget_account(tx: Transaction, account_id: int) -> None:
    """Tell nothing of an account that was never connected in the end."""
    tx.notes[:] = [note for note in tx.notes if note.account != account_id]
    tx.connection.execute(journal.delete().where(journal.c.account_id == account_id))
    tx.touch(Topic.ACTIVITY)


_HIDDEN_ITEM = {"title": HIDDEN, "is_private": True}


def _gather(notes: Sequence[Note]) -> list[Note]:
    """Notes of one kind about one calendar as one; anything else as it was told."""
    found: dict[object, Note] = {}
    for number, note in enumerate(notes):
        if note.kind in _GATHERED:
            key: object = (note.kind, note.linked, note.account, note.staff, _deed_here(note))
            found[key] = _join(found[key], note) if key in found else note
        else:
            found[number] = note
    return list(found.values())


def _deed_here(note: Note) -> Deed | None:
    """What somebody did is told deed by deed, since each has a way back of its own."""
    return note.items[0].deed if note.kind is JournalKind.HERE else None


def _join(first: Note, second: Note) -> Note:
    counts = dict(first.counts)
    for name, count in second.counts.items():
        counts[name] = counts.get(name, 0) + count
    return replace(
        first,
        counts=counts,
        items=(first.items + second.items)[:NAMED],
        facts={**first.facts, **second.facts},
        images=first.images + second.images,
    )


def _notes_of_step(tx: Transaction, notes: Sequence[Note]) -> list[Note]:
    """What nothing else tells of: records and settings that were changed by themselves."""
    if not tx.step or any(is_of_step(note) for note in notes):
        return []
    step = get_step(tx, tx.step)
    note = None if step is None else note_of_records(tx, step.images, named=NAMED)
    return [] if note is None else [note]


def _fill_in_names(tx: Transaction, note: Note) -> Note:
    """With the names and the member of its calendar or account, as they are now."""
    if note.linked is None and note.account is None:
        return note
    query = sa.select(account.c.id, account.c.email, account.c.staff_id).where(
        account.c.id == note.account
    )
    if note.linked is not None:
        query = (
            sa.select(account.c.id, account.c.email, account.c.staff_id, linked_calendar.c.name)
            .join(linked_calendar)
            .where(linked_calendar.c.id == note.linked)
        )
    row = tx.connection.execute(query).first()
    if row is None:
        return note
    names = {"account": row.email}
    if note.linked is not None:
        names["calendar"] = row.name
    return replace(note, account=row.id, staff=row.staff_id, facts={**names, **note.facts})


def _write(tx: Transaction, note: Note) -> bool:
    """Whether that made a new row."""
    present = _of_this_pass(tx, note)
    step = _step_of(tx, note, 0 if present is None else present.step_id or 0)
    if present is None:
        values = _values(note) | {"at": tx.began, "pass_id": tx.pass_id}
        made = tx.insert(journal, values | {"step_id": step or None})
        if step and step != tx.step:
            set_mark(tx, step)
        return made > 0
    before = replace(
        note,
        counts=present.content["counts"],
        items=_items(present.content),
        facts=present.content["facts"],
    )
    values = _values(_join(before, note)) | {"step_id": step or None}
    tx.connection.execute(journal.update().where(journal.c.id == present.id).values(values))
    return False


def _step_of(tx: Transaction, note: Note, present: int) -> int:
    """The step that turns back what a note tells, or 0."""
    if tx.origin is ChangeOrigin.SYNC:
        return keep_step_of_sync(tx, note, present)
    return tx.step if is_of_step(note) and has_way_back(tx, tx.step) else 0


def _of_this_pass(tx: Transaction, note: Note) -> AnyRow | None:
    """The row that this pass has written already for the same calendar."""
    if not tx.pass_id or note.kind not in _GATHERED:
        return None
    query = sa.select(journal).where(
        journal.c.pass_id == tx.pass_id,
        journal.c.kind == note.kind,
        journal.c.linked_id.is_not_distinct_from(note.linked),
        journal.c.account_id.is_not_distinct_from(note.account),
        journal.c.undone_at.is_(None),
    )
    return tx.connection.execute(query).first()


def _values(note: Note) -> dict[str, object]:
    return {
        "kind": note.kind,
        "account_id": note.account,
        "linked_id": note.linked,
        "staff_id": note.staff,
        "subject": note.subject,
        "content": {
            "counts": dict(note.counts),
            "items": [_item_values(item) for item in note.items],
            "facts": dict(note.facts),
        },
    }


def _prune(tx: Transaction) -> None:
    """Both along an index; ids only grow, so their distance bounds the number of rows."""
    newest = tx.connection.execute(sa.select(sa.func.max(journal.c.id))).scalar() or 0
    for old in (journal.c.at < tx.began - KEPT_FOR, journal.c.id <= newest - KEPT_ROWS):
        tx.connection.execute(journal.delete().where(old))


def _open_about(reader: Reader) -> frozenset[int]:
    """The members whose events may be named."""
    query = sa.select(staff.c.id).where(staff.c.hide_details.is_(False))
    return frozenset(reader.connection.execute(query).scalars())


def _entry(row: AnyRow, open_about: Collection[int]) -> Entry:
    content = row.content
    is_about_events = row.kind != JournalKind.RECORD
    if (
        is_about_events and row.staff_id not in open_about
    ):  # private, or nobody knows any more whether it was
        content = _without_words(content)
    return Entry(
        id=row.id,
        at=row.at,
        kind=JournalKind(row.kind),
        account=row.account_id,
        linked=row.linked_id,
        staff=row.staff_id,
        subject=row.subject,
        counts=content["counts"],
        items=_items(content),
        facts=content["facts"],
        pass_id=row.pass_id,
        step=row.step_id or 0,
        undone_at=row.undone_at,
    )


def _without_words(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row about events whose details are hidden; what was made here keeps its names."""
    items = [item | ({} if _is_own(item) else _HIDDEN_ITEM) for item in content["items"]]
    return {**content, "items": items}


def _is_own(item: Mapping[str, Any]) -> bool:
    return str(item["subject"]).startswith(("a", "b"))


def _item_values(item: Item) -> dict[str, object]:
    start = None if item.start is None else int(item.start.timestamp())
    return {"deed": item.deed, "title": item.title, "start": start, "subject": item.subject}


def _items(content: Mapping[str, Any]) -> tuple[Item, ...]:
    return tuple(
        Item(
            Deed(item["deed"]),
            item["title"],
            None if item["start"] is None else datetime.fromtimestamp(item["start"], UTC),
            item["subject"],
            item.get("is_private", False),
        )
        for item in content["items"]
    )
