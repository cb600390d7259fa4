"""Going on with series as the days pass: what comes within reach is booked, once.

**Decided** (docs/rules/booking.md, "Recurring appointments"):
- What the person chose for dates that are not open holds for the later ones: left out, or booked
  anyway, which is recorded as overridden and flagged with the reasons, since nobody looked.
- A date is made or left out once. Neither a cancelled nor a moved occurrence comes back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from lcdesk.model.commands.appointments import BookingRequest, book, bookable_calendar
from lcdesk.model.commands.series import tie
from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.domain.errors import SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.recurrence.by_hand import days_between, made_until
from lcdesk.model.recurrence.series import Series
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.series import put_series, series_made_before
from lcdesk.model.store.transaction import Reader, Transaction

_FARTHEST = timedelta(days=2 * 366)  # more than any series is made ahead


def go_on_with_series(database: Database, *, now: datetime) -> int:
    """Book what has come within reach; returns how many appointments that were.

    Mostly there is nothing, and then the writer's lock is not taken. Raises StoreError.
    """
    with database.read() as reader:
        if not _is_due(reader, now):
            return 0
    with database.write() as tx:
        return len(top_up(tx, now=now))


def top_up(tx: Transaction, *, now: datetime) -> tuple[Appointment, ...]:
    """Make what the days that have passed let come nearer. Nothing is made twice.

    A series whose contact is no more, or whose calendar takes no bookings, waits. No person did
    it now, so it is no step of an undo.
    """
    tx.leave_out_of_undo()
    made: list[Appointment] = []
    for series, to in _due(tx, now):
        days = days_between(series.rule, series.first, after=series.made_to, to=to)
        for day in days:
            booked = _continued(tx, series, day, now)
            if booked is not None:
                made.append(tie(tx, booked, series, day))
        put_series(tx, replace(series, made_to=to))
    return tuple(made)


def _is_due(reader: Reader, now: datetime) -> bool:
    return any(
        days_between(series.rule, series.first, after=series.made_to, to=to)
        for series, to in _due(reader, now)
    )


def _due(reader: Reader, now: datetime) -> list[tuple[Series, date]]:
    found = []
    for series in series_made_before(reader, (now + _FARTHEST).date()):
        calendar = get_calendar(reader, series.calendar)
        known = contacts(reader, [series.contact])
        if calendar is None or not calendar.active or not known:
            continue
        to = made_until(series.rule, series.first, calendar, now)
        if to > series.made_to:
            found.append((series, to))
    return found


def _continued(tx: Transaction, series: Series, day: date, now: datetime) -> Appointment | None:
    """One later occurrence, or None where it is left out."""
    request = _request(tx, series, series.start_on(day))
    try:
        return book(tx, request, now=now)
    except SlotNotOpen as error:
        if series.when_taken is not WhenTaken.BOOK_ANYWAY:
            return None
        why = "; ".join(detail.partition(": ")[2] for detail in error.details)
    booked = book(tx, replace(request, insist=True), now=now)
    flagged = replace(booked, flagged=f"The series went on at a time that is not open: {why}.")
    stored.update_appointment(tx, booked, flagged)
    return flagged


def _request(reader: Reader, series: Series, start: datetime) -> BookingRequest:
    calendar = bookable_calendar(reader, series.calendar)
    contact = contacts(reader, [series.contact])[series.contact]
    return BookingRequest(
        calendar=series.calendar,
        start=start,
        contact=contact,
        staff=tuple(member for member in series.staff if member in calendar.staff),
        length=series.length,
        title=series.title,
        notes=series.notes,
        location=series.location,
    )
