"""What the booking dialog tells about the picked time, beyond open or closed, kind by kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

from lcdesk.model.booking.service import busy_parts
from lcdesk.model.booking.situation import Reason, ReasonCode
from lcdesk.model.commands.appointments import Preview
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.store.appointments import appointments_of_calendar
from lcdesk.model.store.people import all_resources, contacts
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.booking.draft_model import Answer
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.wording.labels import counted, joined, tr
from lcdesk.ui.wording.reasons import sentences

Clock = Callable[[datetime], str]
"""An instant as the time that the dialog shows."""


def details(
    reader: Reader, calendar: Calendar, found: Preview, directory: Directory, clock: Clock
) -> tuple[str, ...]:
    """Each member's state, the seats with who sits there, or the phases and the resources."""
    if calendar.kind is CalendarKind.COLLECTIVE:
        return _members(calendar, found, directory)
    if calendar.kind is CalendarKind.CLASS:
        return _seats(reader, calendar, found)
    if calendar.kind is CalendarKind.SERVICE:
        return (*_phases(calendar, found, clock), *_resources(reader, calendar))
    return ()


def answer_of(
    calendar: Calendar, found: Preview, told: tuple[str, ...], directory: Directory, *, note: str
) -> Answer:
    """What the rules say to the picked time, in words; `told` are its `details`."""
    slot = found.slot
    never = any(reason.code is ReasonCode.NO_SEATS for reason in slot.reasons)
    headline = tr("This time is open") if slot.open else tr("This time is not open")
    if slot.seats_left is not None and slot.open:
        headline = counted(slot.seats_left, "{n} seat left", "{n} seats left")
    return Answer(
        is_open=slot.open,
        can_book=not never,
        headline=headline,
        reasons=sentences(reason for reason in slot.reasons if not _is_told(reason, calendar)),
        who=found.choice.why if found.choice.staff else "",
        next_one=joined(directory.names(found.choice.staff)),
        note=note,
        details=told,
    )


def _is_told(reason: Reason, calendar: Calendar) -> bool:
    """Whether `details` says it already: a collective lists its members one by one."""
    return calendar.kind is CalendarKind.COLLECTIVE and reason.staff is not None


def _members(calendar: Calendar, found: Preview, directory: Directory) -> tuple[str, ...]:
    lines = []
    for member in calendar.staff:
        (name,) = directory.names([member]) or [""]
        about = [reason for reason in found.slot.reasons if reason.staff == name]
        if member in found.slot.staff:
            lines.append(tr("{name} is free").format(name=name))
        else:
            lines += sentences(about) or (tr("{name} cannot").format(name=name),)
    return tuple(lines)


def _seats(reader: Reader, calendar: Calendar, found: Preview) -> tuple[str, ...]:
    span = found.slot.span
    seats = [
        appointment
        for appointment in appointments_of_calendar(reader, calendar.id, span)
        if appointment.span == span and appointment.status.takes_time
    ]
    if not seats:
        return (tr("A new session with {n} seats").format(n=calendar.seats),)
    people = contacts(reader, {who for appointment in seats for who in appointment.contacts})
    names = [
        people[appointment.contacts[0]].name if appointment.contacts else appointment.title
        for appointment in seats
    ]
    taken = tr("{taken} of {n} seats taken").format(taken=len(seats), n=calendar.seats)
    return (taken, tr("Attending: {names}").format(names=joined(names)))


def _phases(calendar: Calendar, found: Preview, clock: Clock) -> tuple[str, ...]:
    span = found.slot.span
    parts = busy_parts(span.length, calendar.phases)
    if len(parts) < 2:
        return ()
    spans = [(span.start + begins, span.start + ends) for begins, ends in parts]
    busy = joined([f"{clock(one)}\N{EN DASH}{clock(other)}" for one, other in spans])
    free = joined(
        [f"{clock(one[1])}\N{EN DASH}{clock(other[0])}" for one, other in pairwise(spans)]
    )
    return (tr("Staff needed {busy}; processing {free}").format(busy=busy, free=free),)


def _resources(reader: Reader, calendar: Calendar) -> tuple[str, ...]:
    if not calendar.resources:
        return ()
    known = {resource.id: resource.name for resource in all_resources(reader)}
    names = [known[resource] for resource in calendar.resources if resource in known]
    return (tr("Takes {names}").format(names=joined(names)),) if names else ()
