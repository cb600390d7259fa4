"""Takes back what was booked a moment ago, as if it had never been.

**Decided** (docs/rules/booking.md, "Booking by hand"): the appointments are removed and not kept
as cancelled, and their events leave iCloud again. A contact who was new with them stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from lcdesk.model.commands.appointments import known_appointment
from lcdesk.model.commands.told_here import tell_taken_back
from lcdesk.model.commands.unchanged import refuse_if_changed
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.journal import Deed
from lcdesk.model.replication.publish import publish_session
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.series import delete_series
from lcdesk.model.store.transaction import Transaction


def unbook(tx: Transaction, made: Sequence[Appointment], *, now: datetime) -> None:
    """Remove these appointments, and the series they belong to with every other date.

    `made` is what booking returned. Raises CannotBeUndone where one has been changed since, by
    whomever, or is not there any more.
    """
    refuse_if_changed(tx, made)
    found = {one.id: known_appointment(tx, one.id) for one in made}
    series = {
        appointment.series for appointment in found.values() if appointment.series is not None
    }
    for each in series:  # a date may have come within reach since
        found |= {
            appointment.id: appointment for appointment in stored.appointments_of_series(tx, each)
        }
    remove(tx, found.values(), now=now)
    for each in series:
        delete_series(tx, each)
    for one in made:
        tell_taken_back(tx, Deed.BOOKED, one)


def remove(tx: Transaction, appointments: Iterable[Appointment], *, now: datetime) -> None:
    """Remove appointments, and what they have in iCloud."""
    for appointment in appointments:
        stored.delete_appointment(tx, appointment)
        publish_session(tx, appointment.session, now)
