"""What an appointment's event in iCloud says, and what an edit there means here.

Contacts stand in the description and never as ATTENDEE: iCloud mails attendees by itself.

What an edit makes of an event's text, whichever dates of a series are meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import AllDay, Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.recurrence.series import Scope

if TYPE_CHECKING:
    from lcdesk.model.ical.edit import EventChanges


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


_NOT_THOSE = Message(
    "Of an event that was made elsewhere one date or all dates can be changed here. To change this "
    "and all that follow, change it where it was made; lcdesk follows."
)


@dataclass(frozen=True, slots=True)
class Edit:
    """What shall be different; None leaves it as it is."""

    title: str | None = None
    notes: str | None = None
    location: str | None = None
    span: TimeSpan | AllDay | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """Which dates of a series: `date` is a recurrence id, empty for a single event."""

    date: str
    scope: Scope


def apply_edit(
    text: str, wanted: Edit, meant: Meant, *, zone: ZoneInfo, now: datetime
) -> tuple[str, str]:
    """The object's text with the change of one date, or of all, and the date's id from then on.

    Raises UnreadableEvent, InvalidInput, and NotFound where the date is not there (any more).
    """
    from lcdesk.model.ical.edit import EventChanges, edit_event
    from lcdesk.model.ical.series_text import edit_date

    changes = EventChanges(
        title=wanted.title, notes=wanted.notes, location=wanted.location, span=wanted.span
    )
    if not meant.date:
        return edit_event(text, changes=changes, zone=zone, now=now), ""
    if meant.scope is Scope.THIS:
        return edit_date(text, meant.date, changes=changes, now=now, zone=zone), meant.date
    if meant.scope is Scope.FOLLOWING:
        raise InvalidInput(_NOT_THOSE)
    return _all_edited(text, changes, meant.date, zone=zone, now=now)


def position_of_head(text: str) -> int:
    """Where the event stands that an object is known by: its single one, or the series itself."""
    from lcdesk.model.ical.scan import scan

    events = scan(text).events
    return next((at for at, one in enumerate(events) if one.recurrence_id is None), 0)


def _all_edited(
    text: str, changes: EventChanges, date: str, *, zone: ZoneInfo, now: datetime
) -> tuple[str, str]:
    """Of all dates; those that were changed by themselves keep what they say, but for this."""
    from lcdesk.model.ical.edit import edit_event
    from lcdesk.model.ical.series_text import edit_date
    from lcdesk.model.ical.whole_series import id_after_move, is_edited, shift_between, shift_series

    span, words = changes.span, replace(changes, span=None)
    after = edit_event(text, changes=words, zone=zone, now=now)
    was_edited = is_edited(text, date, zone)
    if span is not None:
        shift = shift_between(text, date, span, zone)
        moved = id_after_move(text, date, shift, zone)
        after, date = shift_series(after, shift, now=now, zone=zone), moved
    if was_edited:
        after = edit_date(after, date, changes=changes, now=now, zone=zone)
    return after, date
