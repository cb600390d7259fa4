"""Appointments that come from a workspace file: made already, so no slot has to be open.

They are published to iCloud like any other. The rules that hold even for "Book anyway" hold
here too: seats are never overrun, and a class seat has a contact.

The contacts of a workspace while a file is loaded: found by name, made where unknown.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lcdesk.model.commands.appointments import LONGEST_APPOINTMENT
from lcdesk.model.commands.people import parse_contact, save_contact
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.contact_values import clean_name
from lcdesk.model.domain.errors import AttendeesAreMailed, InvalidInput
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone
from lcdesk.model.replication.publish import publish_session
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.accounts import primary_of
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.workspace.document import Record
from lcdesk.model.workspace.intake import restore_answers

Identity = tuple[int, datetime, tuple[int, ...], frozenset[int]]


def identity(value: Appointment) -> Identity:
    """What makes two appointments the same one: calendar, start, contacts and staff."""
    return (value.calendar, value.span.start, value.contacts, frozenset(value.staff))


@dataclass(slots=True)
class KnownAppointments:
    """The store's appointments by identity; each is found once, so twins stay two."""

    _left: defaultdict[Identity, list[Appointment]]

    @classmethod
    def read(cls, tx: Transaction) -> KnownAppointments:
        """Everything that is there now."""
        left: defaultdict[Identity, list[Appointment]] = defaultdict(list)
        for appointment in stored.all_appointments(tx):
            left[identity(appointment)].append(appointment)
        return cls(left)

    def take(self, wanted: Appointment) -> Appointment | None:
        """The one that is meant, preferably of the same status; None when it is new."""
        alike = self._left[identity(wanted)]
        same = [
            appointment for appointment in alike if appointment.status is wanted.status
        ] or alike
        if not same:
            return None
        alike.remove(same[0])
        return same[0]


def restore_appointments(
    tx: Transaction,
    wanted: Sequence[tuple[Appointment | None, Appointment]],
    answers: Sequence[Mapping[str, str] | None],
    *,
    now: datetime,
) -> None:
    """Add or change appointments as they stand; pairs of what is there and what shall be.

    Beside each pair are its answers by field name; None leaves those that are there.

    Raises InvalidInput, and AttendeesAreMailed.
    """
    calendars = {calendar.id: calendar for calendar in all_calendars(tx)}
    changed: set[str] = set()
    classes: set[str] = set()
    for (before, after), given in zip(wanted, answers, strict=True):
        calendar = calendars[after.calendar]
        if before == after:
            if given is not None:
                restore_answers(tx, after, calendar, given)
            continue
        _check(calendar, after, now)
        if before is None:
            after = replace(after, session=_session(tx, calendar, after.span))
            after = replace(after, id=stored.insert_appointment(tx, after, now))
        else:
            stored.update_appointment(tx, before, after)
        if given is not None:
            restore_answers(tx, after, calendar, given)
        changed.add(after.session)
        if calendar.kind is CalendarKind.CLASS:
            classes.add(after.session)
    for session in classes:
        _check_seats(tx, calendars, session)
    _publish(tx, _publishable(tx, changed), now)


def _publish(tx: Transaction, sessions: Sequence[str], now: datetime) -> None:
    """Bring them in step. Raises AttendeesAreMailed that names every appointment with guests."""
    asked: list[str] = []
    for session in sessions:
        try:
            publish_session(tx, session, now)
        except AttendeesAreMailed:
            seat = stored.appointments_of_session(tx, session)[0]
            start = seat.span.start.astimezone(zone(seat.zone))
            asked.append(f"{seat.title}, {start.isoformat(timespec='minutes')}")
    if asked:
        raise AttendeesAreMailed(
            Message(
                "Others are invited to appointments that this file changes, and may get an "
                "e-mail when it is loaded, so nothing was: {appointments}.",
                appointments="; ".join(asked),
            ),
            details=asked,
        )


def _check(calendar: Calendar, value: Appointment, now: datetime) -> None:
    if not value.span.start < value.span.end <= value.span.start + LONGEST_APPOINTMENT:
        raise InvalidInput(Message("An appointment lasts between one minute and seven days."))
    if calendar.kind is CalendarKind.SIMPLE and value.staff:
        raise InvalidInput(
            Message("{calendar} is a simple calendar and has no staff.", calendar=calendar.name)
        )
    if value.span.end <= now:
        return  # history outlives staff members and contacts that were deleted
    if calendar.kind is not CalendarKind.SIMPLE and not value.staff:
        raise InvalidInput(
            Message("An appointment of {calendar} needs its staff.", calendar=calendar.name)
        )
    if calendar.kind is CalendarKind.CLASS and not value.contacts:
        raise InvalidInput(Message("A seat in {calendar} needs a contact.", calendar=calendar.name))


def _session(tx: Transaction, calendar: Calendar, span: TimeSpan) -> str:
    """The class session that starts then, else a new one."""
    if calendar.kind is CalendarKind.CLASS:
        for appointment in stored.appointments_of_calendar(tx, calendar.id, span):
            if appointment.span.start == span.start and appointment.status.takes_time:
                return appointment.session
    return str(uuid.uuid4())


def _check_seats(tx: Transaction, calendars: dict[int, Calendar], session: str) -> None:
    seats = [
        appointment
        for appointment in stored.appointments_of_session(tx, session)
        if appointment.status.takes_time
    ]
    if not seats:
        return
    calendar = calendars[seats[0].calendar]
    if len(seats) > calendar.seats:
        raise InvalidInput(
            Message(
                "{calendar} has {seats} seats; {taken} are taken at {start}.",
                calendar=calendar.name,
                seats=calendar.seats,
                taken=len(seats),
                start=seats[0].span.start.isoformat(),
            )
        )


def _publishable(tx: Transaction, sessions: set[str]) -> list[str]:
    """The sessions that iCloud could hear of; most files are loaded before any account is."""
    writers = {member.id for member in all_staff(tx) if primary_of(tx, member.id) is not None}
    if not writers:
        return []
    return [
        session
        for session in sorted(sessions)
        if any(
            writers & set(appointment.staff)
            for appointment in stored.appointments_of_session(tx, session)
        )
    ]


class People:
    """Contacts by name. Several may share one; their e-mails then tell them apart."""

    def __init__(self, tx: Transaction, known: Iterable[Contact], now: datetime) -> None:
        self._tx = tx
        self._now = now
        self._by_name: defaultdict[str, list[Contact]] = defaultdict(list)
        for contact in sorted(known, key=lambda contact: contact.id):
            self._by_name[contact.name].append(contact)
        self._taken: set[int] = set()

    def take(self, record: Record) -> Contact:
        """Add or update a row of the file. Each contact is taken once, so namesakes stay two."""
        name, email = clean_name(record.text("name")), clean_name(record.text("email", ""))
        left = [contact for contact in self._by_name[name] if contact.id not in self._taken]
        same = [contact for contact in left if email and _same(contact.email, email)]
        base = next(iter(same or left), None)
        kept = self._keep(base, _from_record(record, base or Contact(0, name)))
        self._taken.add(kept.id)
        return kept

    def contact_named(self, text: str) -> Contact:
        """The contact of an appointment: a name, or `Name <mail>`; made where it is not known."""
        text = clean_name(text)
        if alike := self._by_name.get(text):
            # Of namesakes those with an e-mail are written with it.
            return next((contact for contact in alike if not contact.email), alike[0])
        wanted = parse_contact(text)
        for contact in self._by_name[wanted.name]:
            if not wanted.email or _same(contact.email, wanted.email):
                return contact
        return self._keep(None, wanted)

    def _keep(self, base: Contact | None, value: Contact) -> Contact:
        if value == base:
            return value
        kept = save_contact(self._tx, value, now=self._now)
        alike = self._by_name[kept.name]
        if base in alike:
            alike[alike.index(base)] = kept
        else:
            alike.append(kept)
        return kept


def _from_record(record: Record, base: Contact) -> Contact:
    return replace(
        base,
        email=record.text("email", base.email),
        phone=record.text("phone", base.phone),
        notes=record.text("notes", base.notes),
    )


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
