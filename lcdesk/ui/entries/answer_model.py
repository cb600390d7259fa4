"""What a person answers on a card about an entry that waits in Needs attention."""

from __future__ import annotations

from datetime import datetime

from lcdesk.model.commands.attention import Choice, Kind, list_waiting
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.domain.events import APPOINTMENT, AgendaEntry, number_of
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.transaction import Transaction


def answer_waiting(
    tx: Transaction, *, entry: AgendaEntry, kind: Kind, choice: Choice, now: datetime
) -> None:
    """Carry out a choice about the entry, or about a seat of its session."""
    waits = [item for item in list_waiting(tx, now) if item.kind is kind]
    seats = {appointment.id for appointment in appointments_of_session(tx, entry.session)}
    for item in waits:
        if item.subject == entry.id or number_of(item.subject, APPOINTMENT) in seats:
            carry_out_choice(tx, item, choice, now=now)
            return
