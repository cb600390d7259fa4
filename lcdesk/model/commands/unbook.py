"""Takes back what was booked a moment ago, as if it had never been.

**Decided** (docs/rules/booking.md, "Booking by hand"): the appointments are removed and not kept
as cancelled, and their events leave iCloud again. A contact who was new with them stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from lcdesk.model.commands.appointments import known_appointment
from lcdesk.model.commands.publish import publish_session
from lcdesk.model.domain.events import Appointment
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.series import delete_series
from lcdesk.model.store.transaction import Transaction


def unbook(tx: Transaction, numbers: Iterable[int], *, now: datetime) -> None:
    """Remove these appointments, and the series they belong to with every other date.

    Raises NotFound where one is not there any more.
    """
    found = {number: known_appointment(tx, number) for number in numbers}
    series = {one.series for one in found.values() if one.series is not None}
    for each in series:  # a date may have come within reach since
        found |= {one.id: one for one in stored.appointments_of_series(tx, each)}
    remove(tx, found.values(), now=now)
    for each in series:
        delete_series(tx, each)


def remove(tx: Transaction, appointments: Iterable[Appointment], *, now: datetime) -> None:
    """Remove appointments, and what they have in iCloud."""
    for one in appointments:
        stored.delete_appointment(tx, one)
        publish_session(tx, one.session, now)
