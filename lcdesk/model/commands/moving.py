"""Before and after a move: why it would be refused, who could take it instead, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from lcdesk.model.booking.assignment import choose
from lcdesk.model.booking.slots import check
from lcdesk.model.commands.appointments import (
    Preview,
    asked_span,
    calendar_of,
    chooses_among,
    living,
    move,
)
from lcdesk.model.commands.told_here import tell_taken_back
from lcdesk.model.domain.errors import RefusedByRule
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.journal import Deed
from lcdesk.model.replication.publish import publish_session
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.situation import situation
from lcdesk.model.store.transaction import Reader, Transaction


def preview_move(
    reader: Reader,
    appointment_id: int,
    *,
    start: datetime,
    length: timedelta | None = None,
    staff: tuple[int, ...] = (),
    now: datetime,
    here: str = "",
) -> Preview:
    """The answer that `move` would give to the same question, without moving.

    Times of other zones than `here` are told with theirs.
    """
    before = living(reader, appointment_id)
    calendar = calendar_of(reader, before.calendar)
    span = asked_span(calendar, start, before.span.length if length is None else length)
    around = situation(reader, calendar, asked=span, now=now, moving=before, here=here)
    named = staff if chooses_among(calendar, staff) else ()
    slot = check(around, span, named or None)
    return Preview(slot, choose(around, slot, named=named, present=before.staff))


def move_back(tx: Transaction, was: Appointment, made: Appointment, *, now: datetime) -> None:
    """Undo a move that made `made` of `was`: time, members and what was noted about them.

    Words that were changed since stay. Raises RefusedByRule where it was moved on since.
    """
    present = living(tx, was.id)
    if (present.span, present.staff) != (made.span, made.staff):
        raise RefusedByRule("This appointment was changed since and stays as it is.")
    if present.session != was.session:  # a seat: sessions are found by their time
        move(
            tx, was.id, start=was.span.start, length=was.span.length, insist=True,
            staff=was.staff, now=now,
        )  # fmt: skip
        return
    after = replace(
        present,
        span=was.span,
        zone=was.zone,
        staff=was.staff,
        overridden=was.overridden,
        overridden_for=was.overridden_for,
        why=was.why,
        named=was.named,
        flagged=was.flagged,
    )
    stored.update_appointment(tx, present, after)
    publish_session(tx, was.session, now)
    tell_taken_back(tx, Deed.MOVED, after)
