"""Booking, moving, editing and ending appointments.

The check of the rules and the write stand in one transaction that no other writer can
interleave with; two people who book the same slot at the same moment get one booking and
one SlotNotOpen.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from lcdesk.model.booking.assignment import choose
from lcdesk.model.booking.situation import Choice, ReasonCode, Situation, Slot
from lcdesk.model.booking.slots import CHOOSES_A_MEMBER, check
from lcdesk.model.commands.intake.answers import check_answers, refuse_missing
from lcdesk.model.commands.people import find_or_add_contact
from lcdesk.model.commands.told_here import tell_booked, tell_changed, tell_status
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.journal import Deed
from lcdesk.model.domain.message import Message, joined
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication.conflicts import settle_what_agrees
from lcdesk.model.replication.publish import publish_session
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.intake import write_answers
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.transaction import Reader, Transaction

LONGEST_APPOINTMENT = timedelta(days=7)

# Seats are never overrun and nothing is booked without anybody to take it, insisted on or not.
_NEVER = frozenset({ReasonCode.NO_SEATS})


@dataclass(frozen=True, slots=True)
class BookingRequest:
    """What a person asks for. `length` None means the calendar's own duration.

    `staff` names members the person insists on; empty leaves the choice to the calendar.
    `insist` books although the rules refuse, where that is possible, and is recorded.
    """

    calendar: int
    start: datetime
    contact: Contact
    staff: tuple[int, ...] = ()
    length: timedelta | None = None
    title: str = ""
    notes: str = ""
    location: str = ""
    insist: bool = False
    answers: Mapping[int, str] = field(default_factory=dict)  # by intake field


def book(tx: Transaction, request: BookingRequest, *, now: datetime) -> Appointment:
    """Make an appointment, or take a seat in a class session.

    Raises SlotNotOpen with every reason, AnswerMissing, InvalidInput, NotFound.
    """
    calendar = bookable_calendar(tx, request.calendar)
    if not request.insist:
        refuse_missing(calendar, request.answers)
    span = span_of_request(calendar, request.start, request.length)
    refuse_strangers(calendar, request.staff)
    around = situation(tx, calendar, asked=span, now=now)
    slot, choice = require_open(around, span, named=request.staff, insist=request.insist)
    return enter(tx, request, calendar, slot, choice, now=now)


def enter(
    tx: Transaction,
    request: BookingRequest,
    calendar: Calendar,
    slot: Slot,
    choice: Choice,
    *,
    now: datetime,
    zones: Mapping[int, str] | None = None,
) -> Appointment:
    """Write down what the rules answered in this transaction: the slot, and who gets it.

    `zones` are the members' (`staff_zones`), for whoever books many at once.
    """
    contact = find_or_add_contact(tx, request.contact)
    session, title = _session_to_join(tx, calendar, slot.span)
    value = Appointment(
        id=0,
        calendar=calendar.id,
        session=session,
        span=slot.span,
        zone=zone_of(staff_zones(tx) if zones is None else zones, calendar, choice),
        staff=choice.staff,
        contacts=(contact.id,),
        title=request.title.strip() or title or rendered_title(calendar, contact),
        status=Status.CONFIRMED if calendar.auto_confirm else Status.NEW,
        notes=request.notes,
        location=request.location or calendar.location_with(choice.staff),
        overridden=not slot.open,
        overridden_for=reasons_text(slot),
        why=choice.why,
        named=bool(request.staff),
    )
    made = replace(value, id=stored.insert_appointment(tx, value, now))
    answers = check_answers(calendar, request.answers)
    if answers:
        write_answers(tx, made, answers)
    publish_session(tx, session, now)
    tell_booked(tx, made, calendar=calendar.name, contact=contact.name)
    return made


def refuse_strangers(calendar: Calendar, named: tuple[int, ...]) -> None:
    """Raises InvalidInput where somebody who is asked for by name is no member."""
    if set(named) - set(calendar.staff):
        raise InvalidInput(
            Message("A named staff member does not belong to {calendar}.", calendar=calendar.name)
        )


def chooses_among(calendar: Calendar, staff: tuple[int, ...]) -> bool:
    """Whether the calendar chooses a member, and could choose these."""
    return calendar.kind in CHOOSES_A_MEMBER and set(staff) <= set(calendar.staff)


@dataclass(frozen=True, slots=True)
class Preview:
    """What booking would do now: the slot with its reasons, and who would get it."""

    slot: Slot
    choice: Choice


def preview(reader: Reader, request: BookingRequest, *, now: datetime, here: str = "") -> Preview:
    """The answer that `book` would give, without booking; times of zones but `here` name theirs."""
    calendar = bookable_calendar(reader, request.calendar)
    span = span_of_request(calendar, request.start, request.length)
    around = situation(reader, calendar, asked=span, now=now, here=here)
    slot = check(around, span, request.staff or None)
    return Preview(slot, choose(around, slot, named=request.staff))


def move(
    tx: Transaction,
    appointment_id: int,
    *,
    start: datetime,
    length: timedelta | None = None,
    insist: bool = False,
    staff: tuple[int, ...] = (),
    now: datetime,
) -> Appointment:
    """Move an appointment, or one seat of a class to another session; `length` None keeps it.

    The present members keep it if they can, else the rule chooses another. `staff` are to have it
    and nobody else, where the calendar chooses a member. Raises as `book` does.
    """
    before = get_living(tx, appointment_id)
    calendar = calendar_of(tx, before.calendar)
    span = span_of_request(calendar, start, before.span.length if length is None else length)
    around = situation(tx, calendar, asked=span, now=now, moving=before)
    named = staff if chooses_among(calendar, staff) else ()
    slot, choice = require_open(around, span, named=named, present=before.staff, insist=insist)
    if named == before.staff and set(named) <= set(slot.staff):
        choice = choose(around, slot, present=named)  # kept, not asked for by name
    session = _session_after_move(tx, calendar, before, span)
    after = replace(
        before,
        span=span,
        zone=before.zone
        if choice.staff == before.staff
        else zone_of(staff_zones(tx), calendar, choice),
        session=session,
        staff=choice.staff,
        overridden=not slot.open,
        overridden_for=reasons_text(slot),
        why=choice.why,
        named=before.named and choice.staff == before.staff,
        flagged="",
    )
    stored.update_appointment(tx, before, after)
    for session_id in {before.session, session}:
        publish_session(tx, session_id, now)
    deed = Deed.MOVED if span.length == before.span.length else Deed.RESIZED
    tell_changed(tx, deed, [(before, after)])
    return after


def edit(
    tx: Transaction,
    appointment_id: int,
    *,
    title: str | None = None,
    notes: str | None = None,
    location: str | None = None,
    now: datetime,
) -> Appointment:
    """Change the words of an appointment; None keeps what is there."""
    before = known_appointment(tx, appointment_id)
    after = replace(
        before,
        title=before.title if title is None else title.strip() or before.title,
        notes=before.notes if notes is None else notes,
        location=before.location if location is None else location,
    )
    pairs = [(before, after)]
    for appointment in stored.appointments_of_session(tx, before.session):
        changed = replace(
            appointment, title=after.title, notes=after.notes, location=after.location
        )
        stored.update_appointment(tx, appointment, changed)
        pairs += [(appointment, changed)] if appointment.id != before.id else []
    publish_session(tx, before.session, now)
    tell_changed(tx, Deed.EDITED, pairs)
    return after


def set_status(
    tx: Transaction, appointment_id: int, status: Status, *, now: datetime
) -> Appointment:
    """Change the status. One that takes its time again is checked like a new booking."""
    before = known_appointment(tx, appointment_id)
    lives_again = status.takes_time and not before.status.takes_time
    if lives_again:
        calendar = calendar_of(tx, before.calendar)
        around = situation(tx, calendar, asked=before.span, now=now, moving=before)
        slot = check(around, before.span, before.staff or None)
        if not slot.open:
            raise not_open(slot, NOT_CHANGED)
    after = replace(before, status=status)
    stored.update_appointment(tx, before, after)
    publish_session(tx, before.session, now)
    tell_status(tx, before, after)
    if lives_again:
        settle_what_agrees(tx, before.session, now=now)
    return known_appointment(tx, appointment_id)


def cancel(tx: Transaction, appointment_id: int, *, now: datetime) -> Appointment:
    """Cancel an appointment; its event in iCloud is deleted."""
    return set_status(tx, appointment_id, Status.CANCELLED, now=now)


def rendered_title(calendar: Calendar, contact: Contact) -> str:
    """The calendar's title template for this contact; a class session bears its own name."""
    if calendar.kind is CalendarKind.CLASS and "{{contact." in calendar.title:
        return calendar.name
    fields = {
        "{{contact.name}}": contact.name,
        "{{contact.email}}": contact.email,
        "{{contact.phone}}": contact.phone,
        "{{calendar.name}}": calendar.name,
    }
    title = calendar.title
    for name, value in fields.items():
        title = title.replace(name, value)
    return title.strip() or calendar.name


def require_open(
    around: Situation,
    span: TimeSpan,
    *,
    named: tuple[int, ...] = (),
    present: tuple[int, ...] | None = None,
    insist: bool,
) -> tuple[Slot, Choice]:
    """The checked slot and who gets it; `present` have what is moved. Raises SlotNotOpen."""
    slot = check(around, span, named or None)
    if not slot.open and (not insist or _NEVER & {reason.code for reason in slot.reasons}):
        raise not_open(slot, NOT_BOOKED if present is None else NOT_CHANGED)
    return slot, choose(around, slot, named=named, present=present)


NOT_BOOKED = Message("Nothing was booked")
NOT_CHANGED = Message("Nothing was changed")


def not_open(slot: Slot, deed: str) -> SlotNotOpen:
    """The refusal of a closed slot with every reason; `deed` says what was not done."""
    details = [
        Message("{code}: {what}", code=reason.code.value, what=reason.what)
        for reason in slot.reasons
    ]
    text = Message("{deed}: {reasons}.", deed=deed, reasons=reasons_text(slot))
    return SlotNotOpen(text, details=list(dict.fromkeys(details)))


def reasons_text(slot: Slot) -> str:
    """Every reason why a slot is closed, once though it holds for several; none for an open one."""
    return joined("; ", dict.fromkeys(reason.what for reason in slot.reasons))


def _session_to_join(tx: Reader, calendar: Calendar, span: TimeSpan) -> tuple[str, str]:
    """The class session that starts then, with its title; else a new one's name."""
    there = class_session(tx, calendar, span)
    return (str(uuid.uuid4()), "") if there is None else (there.session, there.title)


def _session_after_move(tx: Reader, calendar: Calendar, before: Appointment, span: TimeSpan) -> str:
    """A moved seat joins the session that starts then; the last one takes its session along."""
    if calendar.kind is not CalendarKind.CLASS or span.start == before.span.start:
        return before.session
    there = class_session(tx, calendar, span)
    if there is not None:
        return there.session
    others = stored.appointments_of_session(tx, before.session)
    stays = any(
        appointment.id != before.id and appointment.status.takes_time for appointment in others
    )
    return str(uuid.uuid4()) if stays else before.session


def class_session(tx: Reader, calendar: Calendar, span: TimeSpan) -> Appointment | None:
    """A seat of the session of this class that starts then; None for other kinds of calendar."""
    if calendar.kind is not CalendarKind.CLASS:
        return None
    return next(
        (
            appointment
            for appointment in stored.appointments_of_calendar(tx, calendar.id, span)
            if appointment.span.start == span.start and appointment.status.takes_time
        ),
        None,
    )


def span_of_request(calendar: Calendar, start: datetime, length: timedelta | None) -> TimeSpan:
    """The time that a request is about; no length means the calendar's own. Raises InvalidInput."""
    if start.tzinfo is None:
        raise InvalidInput(Message("A start needs a time zone."))
    wanted = calendar.own_length if length is None else length
    if not timedelta(minutes=1) <= wanted <= LONGEST_APPOINTMENT:
        raise InvalidInput(Message("An appointment lasts between one minute and seven days."))
    return TimeSpan.of_length(start, wanted)


def staff_zones(reader: Reader) -> Mapping[int, str]:
    """The zone of each staff member by id."""
    return {member.id: member.zone for member in all_staff(reader)}


def zone_of(zones: Mapping[int, str], calendar: Calendar, choice: Choice) -> str:
    """An appointment is shown and moved in the zone of who gives it."""
    return next((zones[member] for member in choice.staff), calendar.zone)


def calendar_of(reader: Reader, calendar_id: int) -> Calendar:
    """The calendar with this id, in use or not. Raises NotFound."""
    found = get_calendar(reader, calendar_id)
    if found is None:
        raise NotFound(Message("This calendar does not exist any more."))
    return found


def bookable_calendar(reader: Reader, calendar_id: int) -> Calendar:
    """A calendar that takes bookings. Raises NotFound, RefusedByRule."""
    found = calendar_of(reader, calendar_id)
    if not found.active:
        raise RefusedByRule(
            Message("{name} is switched off and takes no bookings.", name=found.name)
        )
    return found


def known_appointment(reader: Reader, appointment_id: int) -> Appointment:
    """The appointment with this id. Raises NotFound."""
    found = stored.get_appointment(reader, appointment_id)
    if found is None:
        raise NotFound(
            Message(
                "There is no appointment a{appointment_id}.", appointment_id=str(appointment_id)
            )
        )
    return found


def get_living(reader: Reader, appointment_id: int) -> Appointment:
    """The appointment with this id, if it takes time. Raises NotFound, RefusedByRule."""
    found = known_appointment(reader, appointment_id)
    if not found.status.takes_time:
        raise RefusedByRule(
            Message(
                "This appointment is {status} and cannot be changed so. Confirm it first, or "
                "book a new one.",
                status=found.status.spoken,
            )
        )
    return found
