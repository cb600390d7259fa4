"""The dates of a calendar file as they would be booked on a calendar: values alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from lcdesk.model.commands.calendar_files.reading import EventStanding, Unreadable
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import AllDay, Appointment
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.imported import ImportedDate, digest_of

MOST_BOOKINGS = 500  # of one file


@dataclass(frozen=True, slots=True)
class PlannedBooking:
    """One date of an event of a file, and what would become of it.

    `contact` is who is known of those it names; `guests` are all of them, as contacts that are not
    kept. `reason` says why its time is not open; empty where it is. `is_possible` is false where
    not even a person who insists can book it. `appointment` is what was booked for it before, which
    `is_called_off` says to cancel.
    """

    number: int
    title: str
    span: TimeSpan
    standing: EventStanding
    is_series: bool
    all_day: AllDay | None
    is_over: bool
    notes: str = ""
    location: str = ""
    contact: Contact | None = None
    guests: tuple[Contact, ...] = ()
    reason: str = ""
    is_possible: bool = True
    is_called_off: bool = False
    appointment: Appointment | None = None
    record: ImportedDate | None = None  # what is remembered, or would be

    @property
    def digest(self) -> str:
        """Stands for what the file says."""
        return digest_of(self.span, self.title, self.notes, self.location)

    def is_moved(self, calendar: Calendar) -> bool:
        """Whether what was booked has another time; how long a class lasts is its calendar's."""
        if self.appointment is None:
            return False
        before = self.appointment.span
        is_longer = calendar.kind is not CalendarKind.CLASS and before.length != self.span.length
        return before.start != self.span.start or is_longer


@dataclass(frozen=True, slots=True)
class BookingPlan:
    """What would become of a file on one calendar, and what was left out of it.

    `shortened` are the titles of series of which only the dates until `until` are in the plan,
    `more` counts events beyond the first MOST_BOOKINGS.
    """

    bookings: tuple[PlannedBooking, ...]
    unreadable: tuple[Unreadable, ...]
    shortened: tuple[str, ...]
    until: datetime
    more: int
    has_guessed_letters: bool


def length_on(calendar: Calendar, span: TimeSpan) -> timedelta | None:
    """How long an appointment of this time lasts; None for the calendar's own length."""
    return None if calendar.kind is CalendarKind.CLASS else span.length


def digest_of_appointment(one: Appointment) -> str:
    """Stands for what an appointment says."""
    return digest_of(one.span, one.title, one.notes, one.location)
