"""How entries stand with iCloud: the signs of sessions and of mirrored events.

Asked for every week that is shown, so nothing here may look at all objects: their rows hold
their texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.events import SyncState
from lcdesk.model.domain.remote import ObjectState, OutboxState
from lcdesk.model.store import outbox
from lcdesk.model.store.tables import remote_object
from lcdesk.model.store.transaction import AnyRow, Reader, chunks

# The sign of a session is the most urgent one among its members' objects.
_URGENCY = (
    SyncState.FAILED,
    SyncState.CONFLICT,
    SyncState.GONE,
    SyncState.HELD,
    SyncState.PENDING,
    SyncState.SYNCED,
    SyncState.LOCAL,
)
_TELLING = (ObjectState.GONE.value, ObjectState.CONFLICT.value)
_OBJECT = sa.select(
    remote_object.c.id,
    remote_object.c.session,
    remote_object.c.state,
    remote_object.c.linked_id,
)


@dataclass(frozen=True, slots=True)
class SyncStates:
    """`sessions` by session; `mirrored` by object, without the many that are in step."""

    sessions: Mapping[str, SyncState]
    mirrored: Mapping[int, SyncState]

    @classmethod
    def read(
        cls, reader: Reader, linked: Mapping[int, LinkedCalendar], sessions: Iterable[str]
    ) -> SyncStates:
        """The signs of these sessions and of all mirrored events."""
        on_their_way = outbox.states_by_object(reader)

        def sign(row: AnyRow) -> SyncState:
            changes = on_their_way.get(row.id, set())
            return _sign(ObjectState(row.state), changes, writable=linked[row.linked_id].writable)

        follows = {one.staff for one in linked.values() if one.role is Role.PRIMARY}
        found: defaultdict[str, list[SyncState]] = defaultdict(list)
        for row in _of_sessions(reader, sessions):
            signed = sign(row)
            if signed is SyncState.SYNCED and linked[row.linked_id].staff not in follows:
                signed = SyncState.LOCAL  # its event stays there as it is and follows no more
            found[row.session].append(signed)
        mirrored = {row.id: sign(row) for row in _telling(reader, on_their_way)}
        return cls({name: _most_urgent(signs) for name, signs in found.items()}, mirrored)

    def of_session(self, session: str) -> SyncState:
        """The sign of an appointment."""
        return self.sessions.get(session, SyncState.LOCAL)

    def of_mirrored(self, object_id: int) -> SyncState:
        """The sign of a mirrored event."""
        return self.mirrored.get(object_id, SyncState.SYNCED)


def _most_urgent(signs: Iterable[SyncState]) -> SyncState:
    """The one that a person should see first."""
    return min(signs, key=_URGENCY.index, default=SyncState.LOCAL)


def _of_sessions(reader: Reader, sessions: Iterable[str]) -> Iterable[AnyRow]:
    for some in chunks(sorted(sessions)):
        yield from reader.connection.execute(_OBJECT.where(remote_object.c.session.in_(some)))


def _telling(reader: Reader, on_their_way: Iterable[int]) -> list[AnyRow]:
    """Mirrored events that are not simply in step: few among many, so found by what they are."""
    query = sa.union(
        _OBJECT.where(remote_object.c.state.in_(_TELLING)),
        _OBJECT.where(remote_object.c.id.in_(sorted(on_their_way))),
    )
    return [row for row in reader.connection.execute(query) if row.session is None]


def _sign(state: ObjectState, changes: set[OutboxState], *, writable: bool) -> SyncState:
    if OutboxState.DEAD in changes:
        return SyncState.FAILED
    if state is ObjectState.CONFLICT:
        return SyncState.CONFLICT
    if state is ObjectState.GONE:
        return SyncState.GONE
    if state in (ObjectState.RELEASED, ObjectState.ENDED):
        return SyncState.LOCAL
    if changes:
        return SyncState.PENDING if writable else SyncState.HELD
    return SyncState.SYNCED
