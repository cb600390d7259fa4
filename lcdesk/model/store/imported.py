"""What was taken in from calendar files, by the UIDs of its events."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import blake2b

import sqlalchemy as sa

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.tables import imported_date
from lcdesk.model.store.transaction import Reader, Transaction, chunks


@dataclass(frozen=True, slots=True)
class ImportedDate:
    """One date of an event, and what was made of it: `entry` is a blocked slot's number, or
    where `calendar` is set an appointment's.

    `date` is its recurrence id, empty for a single event. `read` and `kept` (`digest_of`) stand for
    what the file said and for what was made of it; `sequence` and `modified` say which version
    the file held.
    """

    id: int
    uid: str
    date: str
    entry: int
    read: str
    kept: str
    sequence: int = 0
    modified: str = ""
    staff: int | None = None
    calendar: int | None = None


def digest_of(span: TimeSpan, *texts: str) -> str:
    """Equal for equal times and words."""
    said = "\n".join((repr(span.start.timestamp()), repr(span.end.timestamp()), *map(repr, texts)))
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def imported_dates(
    reader: Reader,
    uids: Collection[str],
    *,
    staff: int | None = None,
    calendar: int | None = None,
) -> dict[str, dict[str, ImportedDate]]:
    """What was taken in under these UIDs for a member or for a calendar, by UID and date."""
    found: dict[str, dict[str, ImportedDate]] = {}
    whose = imported_date.c.staff_id.is_(staff) & imported_date.c.calendar_id.is_(calendar)
    for some in chunks(sorted(uids)):
        query = sa.select(imported_date).where(imported_date.c.uid.in_(some), whose)
        for row in reader.connection.execute(query.order_by(imported_date.c.id)):
            found.setdefault(row.uid, {})[row.date] = ImportedDate(
                row.id, row.uid, row.date, row.entry, row.read, row.kept,
                row.sequence, row.modified, row.staff_id, row.calendar_id,
            )  # fmt: skip
    return found


def put_imported(tx: Transaction, value: ImportedDate) -> None:
    """Remember a date (id 0), or what it is now."""
    values = {
        "staff_id": value.staff,
        "calendar_id": value.calendar,
        "uid": value.uid,
        "date": value.date,
        "entry": value.entry,
        "read": value.read,
        "kept": value.kept,
        "sequence": value.sequence,
        "modified": value.modified,
    }
    if value.id:
        known = imported_date.c.id == value.id
        tx.connection.execute(imported_date.update().where(known).values(values))
    else:
        tx.insert(imported_date, values)


def forget_imported(tx: Transaction, value: ImportedDate) -> None:
    """Know nothing of a date any more."""
    tx.connection.execute(imported_date.delete().where(imported_date.c.id == value.id))
