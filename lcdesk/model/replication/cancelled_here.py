"""An appointment cancelled here, its event changed in iCloud (docs/rules/sync.md, "Deletions").

Neither side is destroyed unasked: either the event goes there too, in the version that a person
saw, or the appointment lives again as iCloud has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.message import Message, headed
from lcdesk.model.domain.remote import ObjectState, OutboxKind, RemoteObject
from lcdesk.model.replication.enqueue import enqueue
from lcdesk.model.replication.event_texts import names_contact
from lcdesk.model.replication.inbound import Arrived, broken_rules, follow_session
from lcdesk.model.replication.publish import publish_session
from lcdesk.model.replication.reindex import zone_of_object
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.accounts import server_of_linked
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.people import contacts
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader, Transaction


def is_ended(reader: Reader, known: RemoteObject) -> bool:
    """Whether the appointment of an own event is cancelled, with every seat where it has more."""
    seats = stored.appointments_of_session(reader, known.session or "") if known.is_own else ()
    return bool(seats) and not any(appointment.status.takes_time for appointment in seats)


def delete_there(tx: Transaction, known: RemoteObject, seen: Arrived, *, now: datetime) -> None:
    """Delete the event in iCloud, in the version that was seen and in no later one."""
    after = replace(known, raw=known.raw or seen.text, etag=None, state=ObjectState.CLEAN)
    objects.update_object(tx, after)
    enqueue(tx, known.id, OutboxKind.DELETE, base=seen.text, etag=seen.etag, now=now)


def live_again(
    tx: Transaction, known: RemoteObject, arrived: Arrived, *, base: str, now: datetime
) -> None:
    """The appointment takes place again, as iCloud has it; flagged where it may not stand.

    `base` is the last text that both sides had. Of a class session those seats live again that
    it names.
    """
    for seat in _seats_in(tx, known, base):
        stored.update_appointment(tx, seat, replace(seat, status=Status.CONFIRMED))
    follow_session(tx, known, arrived, base=base, now=now)
    server_name = server_of_linked(tx, known.linked)
    for seat in stored.appointments_of_session(tx, known.session or ""):
        calendar = get_calendar(tx, seat.calendar)
        broken = "" if calendar is None else broken_rules(tx, calendar, seat, seat.span, now)
        if broken and not seat.flagged:
            kept = Message("Kept as it is {there}", there=server_name.there)
            flagged = replace(seat, flagged=headed(kept, broken))
            stored.update_appointment(tx, seat, flagged)
    publish_session(tx, known.session or "", now)


def _seats_in(tx: Transaction, known: RemoteObject, text: str) -> Sequence[Appointment]:
    """The seats that an event was written for: one cancelled long before is not among them."""
    from lcdesk.model.ical.codec import read_event

    seats = stored.appointments_of_session(tx, known.session or "")
    notes = read_event(text, zone=zone_of_object(tx, known)).notes
    people = contacts(tx, {who for appointment in seats for who in appointment.contacts})
    named = {
        appointment.contacts: appointment
        for appointment in seats
        if all(names_contact(notes, people[who]) for who in appointment.contacts)
    }  # who left and came back has two seats, of which the later counts
    return list(named.values()) or seats
