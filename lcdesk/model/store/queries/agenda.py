"""What a stretch of time holds: appointments, blocked slots, mirrored events; one query each.

How entries stand with iCloud: the signs of sessions and of mirrored events.

Asked for every week that is shown, so nothing here may look at all objects: their rows hold
their texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import sqlalchemy as sa

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import (
    HIDDEN,
    AgendaEntry,
    AllDay,
    Appointment,
    BlockedSlot,
    EntryKind,
    Origin,
    SyncState,
    tellable,
)
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.remote import ObjectState, OutboxState
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.appointments import appointments_in, find_blocked
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote.elsewhere import find_moved_away
from lcdesk.model.store.remote.occurrences import find_drawn
from lcdesk.model.store.tables import remote_object
from lcdesk.model.store.transaction import AnyRow, Reader, chunks
from lcdesk.model.sync_policy import takes_time


def agenda(reader: Reader, span: TimeSpan) -> tuple[AgendaEntry, ...]:
    """Everything that shares time with `span`, sorted by start, then by id."""
    return as_entries(
        reader,
        appointments_in(reader, span),
        find_blocked(reader, span),
        find_drawn(reader, span, read_from(linked_calendars(reader))),
    )


def read_from(linked: Iterable[LinkedCalendar]) -> list[int]:
    """The linked calendars that are read: primary and conflict ones."""
    return [calendar.id for calendar in linked if calendar.role is not Role.NONE]


def as_entries(
    reader: Reader,
    appointments: Collection[Appointment],
    blocked_slots: Iterable[BlockedSlot],
    occurrences: Iterable[AnyRow],
) -> tuple[AgendaEntry, ...]:
    """What was read, with what it refers to, sorted by start, then by id.

    `occurrences` are rows as `find_drawn` gives them. An event that is asked about as the new place
    of an appointment is left out: it stands there already.
    """
    known = _Known.read(reader, {appointment.session for appointment in appointments})
    away = find_moved_away(reader)
    once_more = {(event.object, event.start, event.end) for event in away}
    goals = {event.session: event.calendar for event in away}
    entries = [
        *(_move_entry(known.of_appointment(appointment), goals) for appointment in appointments),
        *(known.of_blocked(blocked) for blocked in blocked_slots),
        *(
            known.of_occurrence(row)
            for row in occurrences
            if not once_more or (row.object_id, row.start, row.end) not in once_more
        ),
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.span.start, entry.span.end, entry.id)))


def _move_entry(entry: AgendaEntry, goals: Mapping[str, str]) -> AgendaEntry:
    is_asked = entry.sync is SyncState.GONE and entry.session in goals
    return replace(entry, moved_to=goals[entry.session]) if is_asked else entry


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows refer to, read once."""

    staff: dict[int, StaffMember]
    calendars: dict[int, Calendar]
    linked: dict[int, LinkedCalendar]
    signs: SyncStates
    hiding: frozenset[int]  # members who hide the details of what was read from iCloud

    @classmethod
    def read(cls, reader: Reader, sessions: Iterable[str]) -> _Known:
        linked = {linked.id: linked for linked in linked_calendars(reader)}
        staff = {member.id: member for member in all_staff(reader)}
        return cls(
            staff,
            {calendar.id: calendar for calendar in all_calendars(reader)},
            linked,
            SyncStates.read(reader, linked, sessions),
            frozenset(member.id for member in staff.values() if member.hide_details),
        )

    def of_appointment(self, appointment: Appointment) -> AgendaEntry:
        told = tellable(appointment, self.calendars[appointment.calendar].staff, self.hiding)
        return AgendaEntry(
            id=f"a{appointment.id}",
            kind=EntryKind.APPOINTMENT,
            origin=Origin.LCDESK,
            span=appointment.span,
            zone=appointment.zone,
            title=appointment.title,
            calendar=appointment.calendar,
            staff=appointment.staff,
            busy=appointment.status.takes_time,
            recurring=appointment.series is not None,
            series=appointment.series,
            status=appointment.status,
            contacts=appointment.contacts,
            notes=appointment.notes,
            location=appointment.location,
            sync=self.signs.of_session(appointment.session),
            session=appointment.session,
            flagged=told.flagged,
            overridden=told.overridden,
            overridden_for=told.overridden_for,
        )

    def of_blocked(self, slot: BlockedSlot) -> AgendaEntry:
        if slot.staff is not None:
            zone = self.staff[slot.staff].zone
        else:
            zone = self.calendars[slot.calendar or 0].zone
        return AgendaEntry(
            id=f"b{slot.id}",
            kind=EntryKind.BLOCKED,
            origin=Origin.LCDESK,
            span=slot.span,
            zone=zone,
            title=slot.title,
            calendar=slot.calendar,
            staff=() if slot.staff is None else (slot.staff,),
        )

    def of_occurrence(self, row: AnyRow) -> AgendaEntry:
        object_id, linked_id, recurrence_id, start, end, own_start, *others = row
        first_day, end_day, title, location, notes, busy, declined, tentative = others
        linked = self.linked[linked_id]
        member = self.staff[linked.staff]
        is_private = member.hide_details
        is_all_day = first_day is not None
        return AgendaEntry(
            id=f"e{object_id}",
            kind=EntryKind.BLOCKED,
            origin=Origin.ICLOUD,
            span=TimeSpan(own_start or start, end),
            zone=member.zone,
            title=HIDDEN if is_private else title,
            linked=linked_id,
            staff=(linked.staff,),
            all_day=AllDay(first_day, end_day) if is_all_day else None,
            busy=takes_time(linked, busy=busy, tentative=tentative, all_day=is_all_day),
            recurring=bool(recurrence_id),
            notes="" if is_private else notes,
            location="" if is_private else location,
            sync=self.signs.of_mirrored(object_id),
            declined=declined,
            tentative=tentative,
            read_only=linked.role is not Role.PRIMARY,
            is_private=is_private,
            busy_from=start if own_start else None,
            date=recurrence_id,
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

        follows = {calendar.staff for calendar in linked.values() if calendar.role is Role.PRIMARY}
        found: defaultdict[str, list[SyncState]] = defaultdict(list)
        for row in _of_sessions(reader, sessions):
            signed = sign(row)
            if signed is SyncState.SYNCED and linked[row.linked_id].staff not in follows:
                signed = SyncState.LOCAL  # its event stays there as it is and follows no more
            found[row.session].append(signed)
        mirrored = {row.id: sign(row) for row in _find_telling(reader, on_their_way)}
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


def _find_telling(reader: Reader, on_their_way: Iterable[int]) -> list[AnyRow]:
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
