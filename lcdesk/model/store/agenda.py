"""What a stretch of time holds: appointments, blocked slots, mirrored events; one query each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

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
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.appointments import appointments_in, blocked_in
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.moved_away import moved_away
from lcdesk.model.store.occurrences import drawn_in
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.sync_state import SyncStates
from lcdesk.model.store.transaction import AnyRow, Reader
from lcdesk.model.sync_policy import takes_time


def agenda(reader: Reader, span: TimeSpan) -> tuple[AgendaEntry, ...]:
    """Everything that shares time with `span`, sorted by start, then by id."""
    appointments = appointments_in(reader, span)
    known = _Known.read(reader, {appointment.session for appointment in appointments})
    away = moved_away(reader)
    once_more = {(event.object, event.start, event.end) for event in away}
    goals = {event.session: event.calendar for event in away}
    entries = [
        *(_moved(known.of_appointment(appointment), goals) for appointment in appointments),
        *(known.of_blocked(blocked) for blocked in blocked_in(reader, span)),
        *(
            known.of_occurrence(row)
            for row in drawn_in(reader, span, known.read_linked())
            if not once_more or (row.object_id, row.start, row.end) not in once_more
        ),
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.span.start, entry.span.end, entry.id)))


def _moved(entry: AgendaEntry, goals: Mapping[str, str]) -> AgendaEntry:
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

    def read_linked(self) -> list[int]:
        """Linked calendars that are read: primary and conflict ones."""
        return [linked.id for linked in self.linked.values() if linked.role is not Role.NONE]

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
