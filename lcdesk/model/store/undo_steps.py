"""The steps that can be undone and done again: kept with the change itself, read, and bounded.

A step is a transaction of a person. What the sync did and Activity offers to turn back is kept
likewise, for one row of Activity each, and is never what Undo in the window means.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from lcdesk.model.domain.changes import ChangeOrigin, Topic
from lcdesk.model.domain.journal import JournalKind, Note
from lcdesk.model.domain.undo import RowImage, StepWords, UndoStep
from lcdesk.model.store.row_images import is_row
from lcdesk.model.store.tables import journal, undo_step
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction

KEPT_FOR = timedelta(days=90)
KEPT_STEPS = 1_000  # of a person; as many of the sync
LARGEST = 4_000_000  # characters; a larger step can be read in Activity but not undone

_DONE, _UNDONE, _DROPPED = "done", "undone", "dropped"
# What a person did with one transaction; anything else that it tells only follows from it.
_DONE_BY_A_PERSON = (
    JournalKind.HERE,
    JournalKind.RECORD,
    JournalKind.ROLE,
    JournalKind.SETTLED,
    JournalKind.RELEASED,
    JournalKind.FOLLOWED,  # what a decision lets an appointment take over
    JournalKind.DISCONNECTED,
)
# Told of, and never turned back: there is no password to connect again with.
_NO_WAY_BACK = (JournalKind.DISCONNECTED,)
# What changes when a time is taken that Activity does not tell as a step.
_FROM_A_SERVER = (JournalKind.EVENTS, JournalKind.FOLLOWED, JournalKind.RELEASED)


def keep_step(tx: Transaction, notes: Sequence[Note]) -> int:
    """Keep what a person's transaction changed, called once at its end; the step's id, or 0.

    `notes` is what it tells in Activity. What had been undone cannot be done again from now on.
    """
    if tx.images is None:
        return 0
    told = [note for note in notes if is_of_step(note)]
    has_no_way_back = any(note.kind in _NO_WAY_BACK for note in told)
    images = without_new_contacts(tx.images.collect())
    images += tuple(image for note in told for image in note.images if not is_row(image))
    if not images and not has_no_way_back:
        return 0
    undone = undo_step.update().where(undo_step.c.state == _UNDONE)
    tx.connection.execute(undone.values(images=None, state=_DROPPED))
    kept = () if has_no_way_back or tx.images.is_too_much else images
    return _insert(tx, words_of(told, images), kept)


def is_of_step(note: Note) -> bool:
    """Whether a row of Activity tells what a person did, and not what only follows from it."""
    return note.kind in _DONE_BY_A_PERSON


def keep_step_of_sync(tx: Transaction, note: Note, present: int) -> int:
    """Keep what one row of Activity tells that the sync did: a new step, or more of `present`."""
    known = get_step(tx, present) if present else None
    if known is not None:
        images = _fitting((*known.images, *note.images))
        change = undo_step.update().where(undo_step.c.id == known.id)
        tx.connection.execute(change.values(images=_plain(images)))
        return known.id if images else 0
    if not note.images or not _fitting(note.images):
        return 0
    return _insert(tx, words_of([note], note.images), note.images)


def set_mark(tx: Transaction, step_id: int) -> None:
    """The rows of Activity that come from now on are later than this step."""
    newest = sa.select(sa.func.coalesce(sa.func.max(journal.c.id), 0)).scalar_subquery()
    tx.connection.execute(undo_step.update().where(undo_step.c.id == step_id).values(mark=newest))


def get_step(reader: Reader, step_id: int) -> UndoStep | None:
    """One step, or None."""
    return _first(reader, sa.select(undo_step).where(undo_step.c.id == step_id))


def step_to_undo(reader: Reader) -> UndoStep | None:
    """The newest step of a person that stands; None where there is nothing to undo."""
    mine = undo_step.c.by_sync.is_(False) & (undo_step.c.state == _DONE)
    return _first(reader, sa.select(undo_step).where(mine).order_by(undo_step.c.id.desc()))


def step_to_redo(reader: Reader) -> UndoStep | None:
    """The step that was undone last, unless something else was done since."""
    undone = undo_step.c.state == _UNDONE
    return _first(reader, sa.select(undo_step).where(undone).order_by(undo_step.c.turn.desc()))


def words_to_undo(reader: Reader) -> StepWords | None:
    """What `step_to_undo` is called; asked whenever something changed."""
    return _first_words(reader, _DONE, undo_step.c.id, undo_step.c.by_sync.is_(False))


def words_to_redo(reader: Reader) -> StepWords | None:
    """What `step_to_redo` is called."""
    return _first_words(reader, _UNDONE, undo_step.c.turn)


def has_way_back(reader: Reader, step_id: int) -> bool:
    """Whether what undoes a step is kept."""
    kept = sa.select(undo_step.c.id).where(
        undo_step.c.id == step_id, undo_step.c.images.is_not(None)
    )
    return reader.connection.execute(kept).first() is not None


def rows_of_step(reader: Reader, step_id: int) -> tuple[int, ...]:
    """The rows of Activity that tell of a step."""
    query = sa.select(journal.c.id).where(journal.c.step_id == step_id).order_by(journal.c.id)
    return tuple(reader.connection.execute(query).scalars())


def has_anything_happened_since(reader: Reader, step: UndoStep) -> bool:
    """Whether another step stands that is newer, or something was read from a server since."""
    later = sa.select(undo_step.c.id).where(undo_step.c.id > step.id, undo_step.c.state == _DONE)
    read = sa.select(journal.c.id).where(
        journal.c.id > step.mark, journal.c.kind.in_(_FROM_A_SERVER)
    )
    return any(
        reader.connection.execute(query.limit(1)).first() is not None for query in (later, read)
    )


def set_undone(tx: Transaction, step: UndoStep) -> None:
    """A step was undone, and is what is done again first."""
    newest = tx.connection.execute(sa.select(sa.func.max(undo_step.c.turn))).scalar() or 0
    _set(tx, step, {"state": _UNDONE, "turn": newest + 1}, undone_at=tx.began)


def set_redone(tx: Transaction, step: UndoStep) -> None:
    """A step was done again."""
    _set(tx, step, {"state": _DONE}, undone_at=None)


def _set(
    tx: Transaction, step: UndoStep, values: Mapping[str, Any], *, undone_at: datetime | None
) -> None:
    tx.connection.execute(undo_step.update().where(undo_step.c.id == step.id).values(values))
    tx.connection.execute(
        journal.update().where(journal.c.step_id == step.id).values(undone_at=undone_at)
    )
    tx.touch(Topic.ACTIVITY)


def without_new_contacts(images: Sequence[RowImage]) -> tuple[RowImage, ...]:
    """A contact who was new with a booking stays (docs/rules/booking.md, "Booking by hand")."""
    if not any(image.table == "appointment" for image in images):
        return tuple(images)
    return tuple(
        image for image in images if not (image.table == "contact" and image.before is None)
    )


def words_of(told: Sequence[Note], images: Sequence[RowImage]) -> StepWords:
    """What a step is called: by what it tells in Activity, else by the first record it changed."""
    if not told:
        return _words_of_record(images)
    told = [note for note in told if note.kind is not JournalKind.FOLLOWED] or told
    deeds = {deed for note in told for deed in note.counts}
    note = told[0]
    item = note.items[0] if note.items else None
    count = sum(count for each in told for count in each.counts.values())
    if note.kind is not JournalKind.HERE:
        named = note.facts.get("calendar") or note.facts.get("account", "")
        title = str(named) if item is None else item.title
        if note.kind is JournalKind.RECORD and item is not None:
            return StepWords(item.deed, "contact", title, None, count)
        many = count if note.kind is JournalKind.RELEASED else 1
        return StepWords(note.kind, "", title, None, many)
    deed = str(item.deed) if item is not None and len(deeds) == 1 else "edited"
    title, start = ("", None) if item is None else (item.title, item.start)
    return StepWords(deed, "", title, start, max(count, 1) if len(deeds) == 1 else 1)


def _words_of_record(images: Sequence[RowImage]) -> StepWords:
    by_table = {image.table: image for image in reversed(images)}
    main = next((by_table[name] for name in _RECORDS if name in by_table), None)
    if main is None:
        return StepWords("changed")
    deed = "added" if main.before is None else "deleted" if main.after is None else "changed"
    row = main.after or main.before or {}
    count = sum(image.table == main.table for image in images)
    name = row.get("title" if main.table == "time_off" else "name", "")
    return StepWords(deed, main.table, str(name), None, count)


def _insert(tx: Transaction, words: StepWords, images: Sequence[RowImage]) -> int:
    values = {
        "at": tx.began,
        "by_sync": tx.origin is ChangeOrigin.SYNC,
        "words": _words_values(words),
        "images": _plain(_fitting(images)),
        "state": _DONE,
    }
    made = tx.insert(undo_step, values)
    _prune(tx)
    return made


def _prune(tx: Transaction) -> None:
    """Both along an index; rows of Activity keep their words and lose their way back."""
    old = [undo_step.c.at < tx.began - KEPT_FOR]
    for by_sync in (False, True):
        same = undo_step.c.by_sync.is_(by_sync)
        last = sa.select(undo_step.c.id).where(same).order_by(undo_step.c.id.desc())
        oldest = last.offset(KEPT_STEPS).limit(1).scalar_subquery()
        old.append(same & (undo_step.c.id <= oldest))
    gone = sa.select(undo_step.c.id).where(sa.or_(*old))
    tx.connection.execute(journal.update().where(journal.c.step_id.in_(gone)).values(step_id=None))
    tx.connection.execute(undo_step.delete().where(sa.or_(*old)))


def _fitting(images: Sequence[RowImage]) -> tuple[RowImage, ...]:
    return tuple(images) if len(json.dumps(_plain(images))) <= LARGEST else ()


def _plain(images: Sequence[RowImage]) -> list[list[Any]] | None:
    return [[image.table, list(image.key), image.before, image.after] for image in images] or None


def _words_values(words: StepWords) -> dict[str, Any]:
    start = None if words.start is None else int(words.start.timestamp())
    return {
        "deed": words.deed,
        "what": words.what,
        "title": words.title,
        "start": start,
        "count": words.count,
    }


def _first(reader: Reader, query: sa.Select[tuple[Any, ...]]) -> UndoStep | None:
    row = reader.connection.execute(query.limit(1)).first()
    return None if row is None else _step(row)


def _first_words(
    reader: Reader, state: str, order: sa.ColumnElement[int], *more: sa.ColumnElement[bool]
) -> StepWords | None:
    query = sa.select(undo_step.c.words).where(undo_step.c.state == state, *more)
    words = reader.connection.execute(query.order_by(order.desc()).limit(1)).scalar()
    return None if words is None else _words(words)


def _words(kept: Mapping[str, Any]) -> StepWords:
    start = kept["start"]
    at = None if start is None else datetime.fromtimestamp(start, UTC)
    return replace(StepWords(**kept), start=at)


def _step(row: AnyRow) -> UndoStep:
    return UndoStep(
        id=row.id,
        at=row.at,
        words=_words(row.words),
        images=tuple(
            RowImage(table, tuple(key), before, after)
            for table, key, before, after in row.images or ()
        ),
        mark=row.mark,
        is_undone=row.state != _DONE,
    )


# What a step without words of its own is about, the first that it changed.
_RECORDS = (
    "calendar",
    "staff",
    "resource",
    "contact",
    "time_off",
    "linked_calendar",
    "preference",
    "public_holiday",
    "event_text",
    "series",
    "appointment",
    "blocked_slot",
)
