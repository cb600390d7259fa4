"""An appointment and an event of the same member that take the same time, though nobody knew.

Two desks may book one time while neither can reach the server; later each reads the other's event.
Nothing is undone: the appointment is flagged, as one that was moved in iCloud is, and waits in
Needs attention until a person keeps both or one of them is moved.

What a person saw when the time was booked anyway, or kept, is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from lcdesk.model.booking.service import processing_time
from lcdesk.model.booking.situation import Busy, BusyKind
from lcdesk.model.domain import english
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message, headed, joined, split_head
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote.busy_events import busy_events
from lcdesk.model.store.remote.index import Indexed
from lcdesk.model.store.transaction import Reader, Transaction

TAKEN_TWICE = Message("Another event takes the same time")


def flag_taken_twice(
    tx: Transaction, staff_id: int, events: Iterable[Indexed], *, now: datetime
) -> None:
    """Flag what is still to come of a member at the time of events that were just read."""
    spans = [entry.span for event in events for entry in event.entries if entry.busy]
    ahead = sorted((span for span in spans if span.end > now), key=lambda span: span.start)
    if not ahead:
        return
    around = TimeSpan(max(now, ahead[0].start), max(span.end for span in ahead))
    told: set[str] = set()  # the seats of a class session are flagged together
    for appointment in stored.find_taking_time(tx, staff_id, around):
        if appointment.session not in told and any(map(appointment.span.overlaps, ahead)):
            told.add(appointment.session)
            _flag(tx, appointment)


def clear_what_is_over(tx: Transaction) -> None:
    """Take back what does not hold any more: a time was changed, or an event is gone."""
    for appointment in stored.flagged_with(tx, TAKEN_TWICE):
        events = _events_beside(tx, appointment)
        _keep(tx, appointment, headed(TAKEN_TWICE, joined("; ", events)) if events else "")


def is_taken_twice(appointment: Appointment) -> bool:
    """Whether an appointment is flagged for this reason."""
    return appointment.flagged.startswith(TAKEN_TWICE)


def accept(appointment: Appointment) -> Appointment:
    """As it is once a person left it so: no mark, and what was told of is not told again."""
    _, what = split_head(appointment.flagged)
    seen = joined("; ", filter(None, (appointment.overridden_for, what)))
    return replace(appointment, flagged="", overridden_for=seen)


def _flag(tx: Transaction, appointment: Appointment) -> None:
    new = [what for what in _events_beside(tx, appointment) if what not in appointment.flagged]
    if not new:
        return
    head, told = split_head(appointment.flagged or TAKEN_TWICE)
    _keep(tx, appointment, headed(head, joined("; ", filter(None, (told, *new)))))


def _keep(tx: Transaction, appointment: Appointment, flagged: str) -> None:
    for seat in stored.appointments_of_session(tx, appointment.session):
        if seat.flagged != flagged:
            stored.update_appointment(tx, seat, replace(seat, flagged=flagged))


def _events_beside(reader: Reader, appointment: Appointment) -> list[str]:
    """What the rules would name of iCloud's, without what was known when the time was kept."""
    calendar = get_calendar(reader, appointment.calendar)
    assert calendar is not None  # a foreign key keeps it
    span = appointment.span
    if calendar.kind is CalendarKind.SIMPLE or not appointment.status.takes_time:
        return []
    team = {member.id: member for member in all_staff(reader) if member.id in appointment.staff}
    own = Busy(
        span, BusyKind.APPOINTMENT, "", processing=processing_time(span, calendar.phases)
    ).stretches()
    found: dict[str, str] = {}  # as it is told, and as whoever goes by the member's clock saw it
    for member, events in busy_events(reader, span, team, here=calendar.zone).items():
        elsewhere = english.elsewhere(team[member].zone, calendar.zone)
        found |= {
            event.what: event.what.removesuffix(elsewhere) for event in events.find_sharing(own)
        }
    return [what for what, seen in found.items() if seen not in appointment.overridden_for]
