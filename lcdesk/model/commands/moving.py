"""Before a move: why it would be refused, and who could take it instead.

A copy of an appointment at another time: the same calendar, contact and words, booked anew.

It belongs to no series. The member who has the one that is copied gets it if they can.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from lcdesk.model.booking.assignment import choose
from lcdesk.model.booking.situation import Situation
from lcdesk.model.booking.slots import check
from lcdesk.model.commands.appointments import (
    BookingRequest,
    Preview,
    bookable_calendar,
    calendar_of,
    chooses_among,
    enter,
    get_living,
    known_appointment,
    preview,
    require_open,
    span_of_request,
)
from lcdesk.model.commands.intake.answers import carry_answers
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import NotFound, RefusedByRule
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.transaction import Reader, Transaction


def preview_move(
    reader: Reader,
    appointment_id: int,
    *,
    start: datetime,
    length: timedelta | None = None,
    staff: tuple[int, ...] = (),
    now: datetime,
    here: str = "",
) -> Preview:
    """The answer that `move` would give to the same question, without moving.

    Times of other zones than `here` are told with theirs.
    """
    before = get_living(reader, appointment_id)
    calendar = calendar_of(reader, before.calendar)
    span = span_of_request(calendar, start, before.span.length if length is None else length)
    around = situation(reader, calendar, asked=span, now=now, moving=before, here=here)
    named = staff if chooses_among(calendar, staff) else ()
    slot = check(around, span, named or None)
    return Preview(slot, choose(around, slot, named=named, present=before.staff))


def situation_of_move(
    reader: Reader, appointment_id: int, *, asked: TimeSpan, copies: bool, now: datetime, here: str
) -> Situation:
    """What the rules look at for a move, or a copy, to anywhere in `asked`: it is read once and
    answers for each time (`check`) what `preview_move` and `preview_copy` would.
    """
    before = get_living(reader, appointment_id)
    calendar = calendar_of(reader, before.calendar)
    moving = None if copies else before
    return situation(reader, calendar, asked=asked, now=now, moving=moving, here=here)


def copy_appointment(
    tx: Transaction,
    appointment_id: int,
    *,
    start: datetime,
    staff: tuple[int, ...] = (),
    insist: bool = False,
    now: datetime,
) -> Appointment:
    """Book it once more at `start`.

    `staff` are to have it and nobody else, where the calendar chooses a member; nobody leaves the
    choice to the rules. Raises as `book` does, and RefusedByRule for a class session.
    """
    request = _request(tx, appointment_id, start)
    calendar = bookable_calendar(tx, request.calendar)
    span = span_of_request(calendar, start, request.length)
    around = situation(tx, calendar, asked=span, now=now)
    named = staff if chooses_among(calendar, staff) else ()
    slot, choice = require_open(around, span, named=named, insist=insist)
    if named and set(named) <= set(slot.staff):
        choice = choose(around, slot, present=named)  # as before, not asked for by name
    return enter(tx, request, calendar, slot, choice, now=now)


def preview_copy(
    reader: Reader,
    appointment_id: int,
    *,
    start: datetime,
    staff: tuple[int, ...] = (),
    now: datetime,
    here: str = "",
) -> Preview:
    """The answer that `copy_appointment` would give, without booking; `here` as for a preview."""
    request = _request(reader, appointment_id, start)
    named = staff if chooses_among(calendar_of(reader, request.calendar), staff) else ()
    return preview(reader, replace(request, staff=named), now=now, here=here)


def _request(reader: Reader, appointment_id: int, start: datetime) -> BookingRequest:
    """What was asked for when it was booked, at the other time."""
    known = known_appointment(reader, appointment_id)
    calendar = bookable_calendar(reader, known.calendar)
    if calendar.kind is CalendarKind.CLASS:
        raise RefusedByRule(
            Message("A class session is not copied. Book a seat at the other time instead.")
        )
    contact = contacts(reader, known.contacts).get(known.contacts[0]) if known.contacts else None
    if contact is None:
        raise NotFound(Message("The contact of this appointment does not exist any more."))
    return BookingRequest(
        calendar=known.calendar,
        start=start,
        contact=contact,
        length=known.span.length,
        title=known.title,
        notes=known.notes,
        location=known.location,
        answers=carry_answers(reader, calendar, known.id),
    )
