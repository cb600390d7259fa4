"""An appointment that stands already becomes the first date of a series (series.py).

It is only tied to the series: its time, words and event stay as they are, so nothing about it is
sent. The later dates are booked as those of a new series are.

**Decided** (docs/rules/booking.md, "Recurring appointments"):
- The later dates go to the same staff member only where that member was asked for by name; else
  the calendar chooses for each, as in any series.
- A location that is the calendar's own for its staff member is that of whoever gets a later date.
- What has begun does not start a series, as nothing is booked in the past.
"""

from __future__ import annotations

from datetime import datetime

from lcdesk.model.commands.appointments import BookingRequest, known_appointment
from lcdesk.model.commands.intake.answers import carry_answers
from lcdesk.model.commands.series import (
    BookedSeries,
    SeriesRequest,
    book_series,
    series_calendar,
)
from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.domain.errors import NotFound, RefusedByRule
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.recurrence.rule import Rule
from lcdesk.model.store.people import contacts
from lcdesk.model.store.transaction import Reader, Transaction


def can_repeat(reader: Reader, appointment_id: int, *, now: datetime) -> bool:
    """Whether a series could start with this appointment."""
    try:
        booking_of(reader, appointment_id, now=now)
    except (NotFound, RefusedByRule):
        return False
    return True


def booking_of(reader: Reader, appointment_id: int, *, now: datetime) -> BookingRequest:
    """What the later dates of an appointment are booked from. Raises NotFound, RefusedByRule."""
    return _booking(reader, _standing(reader, appointment_id, now))


def series_from(
    reader: Reader,
    appointment_id: int,
    rule: Rule,
    when_taken: WhenTaken | None = WhenTaken.SKIP,
    *,
    now: datetime,
) -> SeriesRequest:
    """The series that starts with an appointment. Raises NotFound, RefusedByRule."""
    one = _standing(reader, appointment_id, now)
    return SeriesRequest(_booking(reader, one), rule, when_taken, standing=one)


def repeat(
    tx: Transaction,
    appointment_id: int,
    rule: Rule,
    when_taken: WhenTaken | None = WhenTaken.SKIP,
    *,
    now: datetime,
) -> BookedSeries:
    """Tie an appointment to a new series and book its later dates; the first made is itself.

    Raises as `book_series` does.
    """
    return book_series(tx, series_from(tx, appointment_id, rule, when_taken, now=now), now=now)


def _standing(reader: Reader, appointment_id: int, now: datetime) -> Appointment:
    """An appointment that can repeat. Raises NotFound, RefusedByRule."""
    one = known_appointment(reader, appointment_id)
    series_calendar(reader, one.calendar)
    if one.series is not None:
        raise RefusedByRule(
            Message("This appointment belongs to a series already. Change that one.")
        )
    if not one.status.takes_time:
        raise RefusedByRule(
            Message(
                "This appointment is {status} and cannot repeat. Confirm it first, or book a "
                "new one.",
                status=one.status.spoken,
            )
        )
    if one.span.start <= now:
        raise RefusedByRule(
            Message(
                "This appointment has begun, and a series starts with one that is still to come. "
                "Book a new one."
            )
        )
    if len(one.contacts) != 1:
        raise RefusedByRule(
            Message(
                "A series is for one contact, and this appointment is for {count} contacts.",
                count=len(one.contacts),
            )
            if one.contacts
            else Message("A series is for one contact, and this appointment is without a contact.")
        )
    return one


def _booking(reader: Reader, one: Appointment) -> BookingRequest:
    calendar = series_calendar(reader, one.calendar)
    has_own_location = one.location != calendar.location_with(one.staff)
    return BookingRequest(
        calendar=one.calendar,
        start=one.span.start,
        contact=contacts(reader, one.contacts)[one.contacts[0]],
        staff=tuple(who for who in one.staff if one.named and who in calendar.staff),
        length=one.span.length,
        title=one.title,
        notes=one.notes,
        location=one.location if has_own_location else "",
        answers=carry_answers(reader, calendar, one.id),
    )
