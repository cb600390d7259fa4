"""Remote objects: what is kept of each, and what state it is in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.remote.occurrences import occurrence_spans
from lcdesk.model.store.tables import linked_calendar, remote_object
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction

_AT_ONCE = 500  # values in one statement; databases bound them

# Asked for every page of a pass: putting a statement together takes as long as answering it.
_HERE = (remote_object.c.linked_id == sa.bindparam("linked")) & remote_object.c.path.in_(
    sa.bindparam("paths", expanding=True)
)
_AT_PATHS = sa.select(remote_object).where(_HERE)
_GONE_MIRRORED = sa.select(remote_object.c.id).where(
    remote_object.c.uid.in_(sa.bindparam("uids", expanding=True)),
    remote_object.c.state == ObjectState.GONE.value,
    remote_object.c.session.is_(None),
)


def objects_of_linked(reader: Reader, linked_id: int) -> dict[str, RemoteObject]:
    """Every object of a linked calendar by path, without its text."""
    return _without_texts(reader, remote_object.c.linked_id == linked_id)


def objects_at(reader: Reader, linked_id: int, paths: Sequence[str]) -> dict[str, RemoteObject]:
    """Those of a linked calendar's objects that lie at these paths, by path, without their text.

    With them come the objects whose version is not known, which have to be asked for again.
    """
    here = remote_object.c.linked_id == linked_id
    found = _without_texts(reader, here & remote_object.c.etag.is_(None))
    for first in range(0, len(paths), _AT_ONCE):
        some = paths[first : first + _AT_ONCE]
        found |= _without_texts(reader, here & remote_object.c.path.in_(some))
    return found


def has_unread(reader: Reader, linked_id: int) -> bool:
    """Whether an object's version is not known, so that it has to be asked for again."""
    states = [ObjectState.UNREAD, ObjectState.CLEAN, ObjectState.QUARANTINED]
    query = sa.select(remote_object.c.id).where(
        remote_object.c.linked_id == linked_id,
        remote_object.c.etag.is_(None),
        remote_object.c.state.in_(states),
    )
    return reader.connection.execute(query.limit(1)).first() is not None


def count_objects(reader: Reader, linked_id: int) -> int:
    """How many objects of a linked calendar are known, whatever their state."""
    query = sa.select(sa.func.count()).where(remote_object.c.linked_id == linked_id)
    return int(reader.connection.execute(query).scalar_one())


def find_objects(reader: Reader, linked_id: int, paths: Sequence[str]) -> dict[str, RemoteObject]:
    """Those of a linked calendar's objects that lie at these paths (a page of them)."""
    rows = reader.connection.execute(_AT_PATHS, {"linked": linked_id, "paths": paths})
    return {row.path: read_object(row) for row in rows}


def objects_of_session(reader: Reader, session: str) -> tuple[RemoteObject, ...]:
    """What lcdesk wrote for one session, one for each member."""
    return _select(reader, remote_object.c.session == session)


def own_objects_of_linked(reader: Reader, linked_id: int) -> tuple[RemoteObject, ...]:
    """What lcdesk wrote, or is about to write, into a linked calendar."""
    return _select(
        reader,
        (remote_object.c.linked_id == linked_id) & remote_object.c.session.is_not(None),
    )


def has_unsent(reader: Reader, linked_id: int, *, only_restored: bool = False) -> bool:
    """Whether anything is still to be made in a linked calendar; or only to be made again.

    That was deleted there once.
    """
    query = sa.select(remote_object.c.id).where(
        remote_object.c.linked_id == linked_id, remote_object.c.state == ObjectState.WAITING
    )
    if only_restored:
        query = query.where(remote_object.c.raw != "")
    return reader.connection.execute(query).first() is not None


def has_unsent_twin(reader: Reader, value: RemoteObject) -> bool:
    """Whether the same member's event of the same session is still to be made elsewhere."""
    twin = remote_object
    query = sa.select(twin.c.id).where(
        twin.c.session == value.session,
        twin.c.staff_id == value.staff,
        twin.c.state == ObjectState.WAITING,
        twin.c.id != value.id,
    )
    return reader.connection.execute(query).first() is not None


def get_object(reader: Reader, object_id: int) -> RemoteObject | None:
    """One object, or None."""
    found = _select(reader, remote_object.c.id == object_id)
    return found[0] if found else None


def session_of_object(reader: Reader, object_id: int) -> str:
    """The session that lcdesk wrote this object for; empty for a mirrored one."""
    query = sa.select(remote_object.c.session).where(remote_object.c.id == object_id)
    return reader.connection.execute(query).scalar() or ""


def find_object(reader: Reader, linked_id: int, path: str) -> RemoteObject | None:
    """The object at this path of a linked calendar, or None."""
    here = (remote_object.c.linked_id == linked_id) & (remote_object.c.path == path)
    found = _select(reader, here)
    return found[0] if found else None


def objects_in_state(reader: Reader, *states: ObjectState) -> tuple[RemoteObject, ...]:
    """Every object in one of these states."""
    return _select(reader, remote_object.c.state.in_([state.value for state in states]))


def objects_not_given(reader: Reader) -> tuple[RemoteObject, ...]:
    """Every object that its server lists, and does not hand out as it is there."""
    is_unread = remote_object.c.state == ObjectState.UNREAD.value
    is_older = (remote_object.c.state == ObjectState.CLEAN.value) & (remote_object.c.problem != "")
    return _select(reader, remote_object.c.etag.is_(None) & (is_unread | is_older))


def unread_objects(reader: Reader, linked: Sequence[int] = ()) -> tuple[RemoteObject, ...]:
    """Of these calendars or all: what no person has looked at yet and cannot be read in full."""
    whole = remote_object.c.state == ObjectState.QUARANTINED.value
    clean, given = remote_object.c.state == ObjectState.CLEAN.value, remote_object.c.etag
    # Spelled as in the index, which holds these few.
    problem: sa.ColumnElement[bool] = sa.literal_column("problem <> ''")
    here = remote_object.c.linked_id.in_(linked) if linked else sa.true()
    unread = whole | (clean & given.is_not(None))
    return _select(reader, problem & unread & here & ~remote_object.c.looked)


def insert_object(tx: Transaction, value: RemoteObject) -> int:
    """Add an object (its `id` is ignored); returns the new id."""
    return tx.insert(remote_object, object_values(value))


def restore_object(tx: Transaction, value: RemoteObject) -> None:
    """Put an object back under the id that it had, not drawn anywhere yet."""
    tx.insert(remote_object, {"id": value.id, **object_values(value)})


def update_object(tx: Transaction, value: RemoteObject) -> None:
    """Replace what is known of an object."""
    tx.connection.execute(
        remote_object.update().where(remote_object.c.id == value.id).values(object_values(value))
    )
    tx.touch(Topic.AGENDA, occurrence_spans(tx, value.id))


def delete_object(tx: Transaction, object_id: int) -> None:
    """Forget an object with its occurrences and changes on their way."""
    tx.touch(Topic.AGENDA, occurrence_spans(tx, object_id))
    tx.connection.execute(remote_object.delete().where(remote_object.c.id == object_id))


def delete_mirrored(tx: Transaction, linked_id: int) -> None:
    """Forget everything that was only read from a linked calendar."""
    tx.connection.execute(
        remote_object.delete().where(
            remote_object.c.linked_id == linked_id, remote_object.c.session.is_(None)
        )
    )
    tx.touch(Topic.AGENDA)


def role_of(reader: Reader, linked_id: int) -> Role:
    """What a linked calendar is for."""
    query = sa.select(linked_calendar.c.role).where(linked_calendar.c.id == linked_id)
    return Role(reader.connection.execute(query).scalar_one())


def objects_with_uid(reader: Reader, *uids: str) -> tuple[RemoteObject, ...]:
    """Every object with one of these UIDs, in any calendar; none for an empty one."""
    wanted = [uid for uid in uids if uid]
    return _select(reader, remote_object.c.uid.in_(wanted)) if wanted else ()


def gone_mirrored(reader: Reader, uids: Sequence[str]) -> tuple[int, ...]:
    """Ids of mirrored events with these UIDs that were deleted where they were read."""
    named = [uid for uid in uids if uid]
    return tuple(reader.connection.execute(_GONE_MIRRORED, {"uids": named}).scalars())


def _without_texts(reader: Reader, condition: sa.ColumnElement[bool]) -> dict[str, RemoteObject]:
    columns = [column for column in remote_object.c if column.name != "raw"]
    query = sa.select(*columns, sa.literal("").label("raw")).where(condition)
    return {row.path: read_object(row) for row in reader.connection.execute(query)}


def _select(reader: Reader, condition: sa.ColumnElement[bool]) -> tuple[RemoteObject, ...]:
    query = sa.select(remote_object).where(condition).order_by(remote_object.c.id)
    return tuple(read_object(row) for row in reader.connection.execute(query))


def read_object(row: AnyRow) -> RemoteObject:
    """The object that a row of all its columns holds."""
    return RemoteObject(
        id=row.id,
        linked=row.linked_id,
        path=row.path,
        href=row.href,
        etag=row.etag,
        uid=row.uid,
        raw=row.raw,
        state=ObjectState(row.state),
        session=row.session,
        staff=row.staff_id,
        problem=row.problem,
        written_at=row.written_at,
        looked=row.looked,
    )


def object_values(value: RemoteObject) -> dict[str, object]:
    """What is kept of an object, by column."""
    return {
        "linked_id": value.linked,
        "path": value.path,
        "href": value.href,
        "etag": value.etag,
        "uid": value.uid,
        "raw": value.raw,
        "state": value.state,
        "session": value.session,
        "staff_id": value.staff,
        "problem": value.problem,
        "written_at": value.written_at,
        "looked": value.looked,
    }


def series_to_expand(
    reader: Reader, span: TimeSpan, *, most: int | None = None
) -> tuple[tuple[RemoteObject, TimeSpan], ...]:
    """Series (at most so many) that reach into `span` but are indexed for less, and for what.

    Asked before every look at the calendar and mostly answered with nothing: so each end is
    looked up in an index of its own.
    """
    named = {"since": span.start, "until": span.end, "most": -1 if most is None else most}
    return tuple(
        (read_object(row), TimeSpan(row.expanded_from, row.expanded_to))
        for row in reader.connection.execute(_SERIES_TO_EXPAND, named)
    )


def _to_expand() -> sa.Select[tuple[Any, ...]]:
    series = remote_object
    instant = series.c.first_start.type
    since, until = sa.bindparam("since", type_=instant), sa.bindparam("until", type_=instant)
    reaches = sa.and_(
        series.c.recurring,
        series.c.state.in_([ObjectState.CLEAN.value, ObjectState.GONE.value]),
        series.c.first_start < until,
        sa.or_(series.c.last_end.is_(None), series.c.last_end > since),
    )
    # Nothing more is to be found where the series itself begins or ends.
    before = (series.c.expanded_from > since) & (series.c.first_start < series.c.expanded_from)
    after = (series.c.expanded_to < until) & sa.or_(
        series.c.last_end.is_(None), series.c.last_end > series.c.expanded_to
    )
    missing = sa.union(*(sa.select(series.c.id).where(reaches, end) for end in (before, after)))
    return sa.select(series).where(series.c.id.in_(missing)).limit(sa.bindparam("most"))


_SERIES_TO_EXPAND = _to_expand()
