"""Events of a calendar file become appointments of a calendar, because a person says so.

Each is booked by the rules of any booking, in one transaction, for a contact that is known or that
the person names (docs/rules/sync.md, "Calendar files"). What would come of it: `booking_plan.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from lcdesk.model.commands.appointments import (
    BookingRequest,
    bookable_calendar,
    cancel,
    edit,
    enter,
    known_appointment,
    move,
    require_open,
    span_of_request,
)
from lcdesk.model.commands.calendar_files.planned import (
    PlannedBooking,
    digest_of_appointment,
    length_on,
)
from lcdesk.model.commands.calendar_files.reading import EventStanding
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import AttendeesAreMailed, InvalidInput, LcdeskError
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.imported import forget_imported, put_imported
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class BookingWish:
    """A date to be taken over: for whom, and whether against the rules, as the person saw."""

    planned: PlannedBooking
    contact: Contact | None = None
    insist: bool = False


@dataclass(frozen=True, slots=True)
class RefusedBooking:
    """A date that was left out after all, and why."""

    planned: PlannedBooking
    message: str


@dataclass(frozen=True, slots=True)
class BookedFile:
    """What became of the dates of a file."""

    booked: tuple[Appointment, ...]
    changed: int
    cancelled: int
    refused: tuple[RefusedBooking, ...]


def book_planned(
    tx: Transaction, calendar_id: int, wishes: Iterable[BookingWish], *, now: datetime
) -> BookedFile:
    """Book, change and cancel what was chosen, one after the other in the order of their times.

    What cannot be done (two events of the file take the same time) is left out and named.
    Raises NotFound and RefusedByRule where the calendar takes no bookings, AttendeesAreMailed.
    """
    calendar = bookable_calendar(tx, calendar_id)
    booked: list[Appointment] = []
    refused: list[RefusedBooking] = []
    count = {EventStanding.CHANGED: 0, EventStanding.CANCELLED: 0}
    for wish in sorted(wishes, key=lambda wish: wish.planned.span):
        try:
            if _stands(wish.planned):
                count[_follow(tx, wish, calendar, now)] += 1
            else:
                booked.append(_book(tx, wish, calendar, now))
        except AttendeesAreMailed:
            raise
        except LcdeskError as error:
            refused.append(RefusedBooking(wish.planned, error.message))
    changed, cancelled = count.values()
    return BookedFile(tuple(booked), changed, cancelled, tuple(refused))


def _stands(planned: PlannedBooking) -> bool:
    """Whether what was booked for it before takes place still."""
    return planned.appointment is not None and planned.appointment.status.takes_time


def _book(tx: Transaction, wish: BookingWish, calendar: Calendar, now: datetime) -> Appointment:
    """As any booking; what the calendar asks is not in a file, and stays unanswered."""
    planned = wish.planned
    if wish.contact is None:
        raise InvalidInput(Message("Nobody was named for “{title}”.", title=planned.title))
    request = BookingRequest(
        calendar.id,
        planned.span.start,
        wish.contact,
        length=length_on(calendar, planned.span),
        title=planned.title,
        notes=planned.notes,
        location=planned.location,
    )
    span = span_of_request(calendar, request.start, request.length)
    around = situation(tx, calendar, asked=span, now=now)
    slot, choice = require_open(around, span, insist=wish.insist)
    made = enter(tx, request, calendar, slot, choice, now=now)
    _remember(tx, planned, made)
    return made


def _follow(tx: Transaction, wish: BookingWish, calendar: Calendar, now: datetime) -> EventStanding:
    """Make of an appointment what the file says now."""
    planned = wish.planned
    assert planned.appointment is not None
    number = planned.appointment.id
    if planned.is_called_off:
        cancel(tx, number, now=now)
        if planned.record is not None:
            forget_imported(tx, planned.record)
        return EventStanding.CANCELLED
    if planned.is_moved(calendar):
        move(
            tx,
            number,
            start=planned.span.start,
            length=length_on(calendar, planned.span),
            insist=wish.insist,
            now=now,
        )
    edit(
        tx,
        number,
        title=planned.title or None,
        notes=planned.notes or None,
        location=planned.location or None,
        now=now,
    )
    _remember(tx, planned, known_appointment(tx, number))
    return EventStanding.CHANGED


def _remember(tx: Transaction, planned: PlannedBooking, made: Appointment) -> None:
    if planned.record is not None:
        kept = digest_of_appointment(made)
        put_imported(tx, replace(planned.record, entry=made.id, read=planned.digest, kept=kept))
