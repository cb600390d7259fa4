"""What a stretch of time holds: appointments, blocked slots, mirrored events; one query each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import (
    HIDDEN,
    AgendaEntry,
    Appointment,
    BlockedSlot,
    EntryKind,
    Origin,
    SyncState,
)
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.remote import ObjectState, OutboxState
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.appointments import appointments_in, blocked_in
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.objects import occurrence_of
from lcdesk.model.store.occurrences import drawn_in
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.tables import remote_object
from lcdesk.model.store.transaction import AnyRow, Reader
from lcdesk.model.sync_policy import takes_time


def agenda(reader: Reader, span: TimeSpan) -> tuple[AgendaEntry, ...]:
    """Everything that shares time with `span`, sorted by start, then by id."""
    known = _Known.read(reader)
    entries = [
        *(known.of_appointment(one) for one in appointments_in(reader, span)),
        *(known.of_blocked(one) for one in blocked_in(reader, span)),
        *(known.of_occurrence(row) for row in drawn_in(reader, span, known.read_linked())),
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.span.start, entry.span.end, entry.id)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows refer to, read once."""

    staff: dict[int, StaffMember]
    calendars: dict[int, Calendar]
    linked: dict[int, LinkedCalendar]
    signs: dict[str, SyncState]  # by session
    mirrored_signs: dict[int, SyncState]  # by object; those in step are left out

    @classmethod
    def read(cls, reader: Reader) -> _Known:
        linked = {one.id: one for one in linked_calendars(reader)}
        return cls(
            {one.id: one for one in all_staff(reader)},
            {one.id: one for one in all_calendars(reader)},
            linked,
            _signs(reader, linked),
            _mirrored_signs(reader, linked),
        )

    def read_linked(self) -> list[int]:
        """Linked calendars that are read: primary and conflict ones."""
        return [one.id for one in self.linked.values() if one.role is not Role.NONE]

    def of_appointment(self, one: Appointment) -> AgendaEntry:
        return AgendaEntry(
            id=f"a{one.id}",
            kind=EntryKind.APPOINTMENT,
            origin=Origin.LCDESK,
            span=one.span,
            zone=one.zone,
            title=one.title,
            calendar=one.calendar,
            staff=one.staff,
            busy=one.status.takes_time,
            recurring=one.series is not None,
            series=one.series,
            status=one.status,
            contacts=one.contacts,
            notes=one.notes,
            location=one.location,
            sync=self.signs.get(one.session, SyncState.LOCAL),
            session=one.session,
            flagged=one.flagged,
        )

    def of_blocked(self, one: BlockedSlot) -> AgendaEntry:
        if one.staff is not None:
            zone = self.staff[one.staff].zone
        else:
            zone = self.calendars[one.calendar or 0].zone
        return AgendaEntry(
            id=f"b{one.id}",
            kind=EntryKind.BLOCKED,
            origin=Origin.LCDESK,
            span=one.span,
            zone=zone,
            title=one.title,
            calendar=one.calendar,
            staff=() if one.staff is None else (one.staff,),
        )

    def of_occurrence(self, row: AnyRow) -> AgendaEntry:
        one = occurrence_of(row)
        linked = self.linked[row.linked_id]
        member = self.staff[linked.staff]
        is_private = member.hide_details
        return AgendaEntry(
            id=f"e{row.object_id}",
            kind=EntryKind.BLOCKED,
            origin=Origin.ICLOUD,
            span=one.span,
            zone=member.zone,
            title=HIDDEN if is_private else one.title,
            linked=linked.id,
            staff=(linked.staff,),
            all_day=one.all_day,
            busy=takes_time(
                linked, busy=one.busy, tentative=one.tentative, all_day=one.all_day is not None
            ),
            recurring=bool(one.recurrence_id),
            notes="" if is_private else one.notes,
            location="" if is_private else one.location,
            sync=self.mirrored_signs.get(row.object_id, SyncState.SYNCED),
            declined=one.declined,
            tentative=one.tentative,
            read_only=linked.role is not Role.PRIMARY,
            is_private=is_private,
        )


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


def _signs(reader: Reader, linked: dict[int, LinkedCalendar]) -> dict[str, SyncState]:
    on_their_way = outbox.states_by_object(reader)
    found: defaultdict[str, list[SyncState]] = defaultdict(list)
    query = sa.select(
        remote_object.c.id,
        remote_object.c.session,
        remote_object.c.state,
        remote_object.c.linked_id,
    ).where(remote_object.c.session.is_not(None))
    for row in reader.connection.execute(query):
        states = on_their_way.get(row.id, set())
        writable = linked[row.linked_id].writable
        found[row.session].append(_sign(ObjectState(row.state), states, writable=writable))
    return {session: most_urgent(signs) for session, signs in found.items()}


def _mirrored_signs(reader: Reader, linked: dict[int, LinkedCalendar]) -> dict[int, SyncState]:
    """Signs of the mirrored events that are not simply in step: few among many."""
    on_their_way = outbox.states_by_object(reader)
    telling = (ObjectState.GONE.value, ObjectState.CONFLICT.value)
    query = sa.select(remote_object.c.id, remote_object.c.state, remote_object.c.linked_id).where(
        remote_object.c.session.is_(None),
        remote_object.c.state.in_(telling) | remote_object.c.id.in_(sorted(on_their_way)),
    )
    return {
        row.id: _sign(
            ObjectState(row.state),
            on_their_way.get(row.id, set()),
            writable=linked[row.linked_id].writable,
        )
        for row in reader.connection.execute(query)
    }


def most_urgent(signs: Iterable[SyncState]) -> SyncState:
    """The one that a person should see first."""
    return min(signs, key=_URGENCY.index, default=SyncState.LOCAL)


def _sign(state: ObjectState, changes: set[OutboxState], *, writable: bool) -> SyncState:
    if OutboxState.DEAD in changes:
        return SyncState.FAILED
    if state is ObjectState.CONFLICT:
        return SyncState.CONFLICT
    if state is ObjectState.GONE:
        return SyncState.GONE
    if state is ObjectState.RELEASED:
        return SyncState.LOCAL
    if changes:
        return SyncState.PENDING if writable else SyncState.HELD
    return SyncState.SYNCED
