"""What an appointment's event in iCloud says, and what an edit there means here.

Contacts stand in the description and never as ATTENDEE: iCloud mails attendees by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan

_BOOKED_FOR = "Booked for: "


@dataclass(frozen=True, slots=True)
class SessionText:
    """The properties of a session's event that both sides can change."""

    span: TimeSpan
    zone: str
    title: str
    notes: str
    location: str


def session_text(
    calendar: Calendar, seats: Sequence[Appointment], contacts: dict[int, Contact]
) -> SessionText:
    """What the event of these appointments says; more than one are the seats of a class."""
    first = seats[0]
    title = first.title
    if calendar.kind is CalendarKind.CLASS:
        title = f"{title} ({len(seats)}/{calendar.seats})"
    people = [contacts[contact] for seat in seats for contact in seat.contacts]
    return SessionText(
        first.span, first.zone, title, _with_people(first.notes, people), first.location
    )


def own_title(calendar: Calendar, title: str) -> str:
    """The title without the count of seats that lcdesk puts behind it."""
    head, separator, tail = title.rpartition(" (")
    counted = separator and tail.endswith(")") and tail[:-1].replace("/", "", 1).isdecimal()
    return head if calendar.kind is CalendarKind.CLASS and counted else title


def own_notes(description: str) -> str:
    """The notes of a description, without the lines that name the contacts."""
    lines = [line for line in description.split("\n") if not line.startswith(_BOOKED_FOR)]
    return "\n".join(lines).strip()


def names_contact(description: str, contact: Contact) -> bool:
    """Whether a description says that the event is booked for this contact."""
    return _BOOKED_FOR + _address(contact) in description.split("\n")


def _with_people(notes: str, people: Sequence[Contact]) -> str:
    lines = [_BOOKED_FOR + _address(contact) for contact in people]
    return "\n".join([notes, "", *lines] if notes else lines)


def _address(contact: Contact) -> str:
    parts = [contact.name, contact.email, contact.phone]
    return ", ".join(part for part in parts if part)
