"""A booking that is to be like an appointment that stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.ui.booking.booking_model import BookingModel


def fill_like(
    model: BookingModel,
    entry: AgendaEntry,
    people: Iterable[Contact],
    answers: Mapping[int, str],
) -> None:
    """Everything but the time is the appointment's; where that is not open, the next that is."""
    model.change(replace(model.draft, calendar=entry.calendar or 0))
    if {member for member, _ in model.staff_choices} & set(entry.staff[:1]):
        model.change(replace(model.draft, staff=entry.staff[0]))
    draft = replace(model.draft, title=entry.title, notes=entry.notes, location=entry.location)
    draft = replace(draft, answers=answers)
    model.change(replace(draft, length=entry.span.length))
    for booked_for in people:
        model.take_contact(booked_for)
    if not model.answer.is_open:
        model.go_to_next_open()
