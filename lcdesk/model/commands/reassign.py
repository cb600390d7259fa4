"""Another member, contact or calendar for an appointment that stands, with the rules' answer.

**decided** (booking.md is silent):
- A new calendar keeps the time and the length; a class has its own length. The present member
  keeps it where they belong to the new calendar and can, else that calendar chooses.
- A title and a location that were the calendar's own follow the new calendar and contact; what a
  person wrote stays.
- Only the contact changes without a look at the rules: nobody's time is touched.
- Of a class it is one seat that changes; the others stay in their session.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from lcdesk.model.booking.assignment import choose
from lcdesk.model.booking.situation import Choice, ReasonCode, Slot
from lcdesk.model.booking.slots import CHOOSES_A_MEMBER, check
from lcdesk.model.commands.appointments import (
    NOT_CHANGED,
    bookable_calendar,
    calendar_of,
    class_session,
    get_living,
    known_appointment,
    not_open,
    reasons_text,
    refuse_strangers,
    rendered_title,
    span_of_request,
    staff_zones,
    zone_of,
)
from lcdesk.model.commands.people import find_or_add_contact
from lcdesk.model.commands.series import series_calendar
from lcdesk.model.commands.series_changes import MovedDate, find_meant
from lcdesk.model.commands.told_here import tell_changed
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import InvalidInput, SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.journal import Deed
from lcdesk.model.domain.message import Message, joined
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.zones import moment
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.replication.publish import publish_session
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.series import get_series, put_series
from lcdesk.model.store.transaction import Reader, Transaction


@dataclass(frozen=True, slots=True)
class Reassignment:
    """What an appointment is to have instead; None keeps what it has.

    `start` and `length` go along where the time changes too, so that the rules are asked once.
    """

    calendar: int | None = None
    staff: int | None = None
    contact: Contact | None = None
    start: datetime | None = None
    length: timedelta | None = None

    @property
    def asks_the_rules(self) -> bool:
        """Whether somebody's time is touched."""
        wanted = (self.calendar, self.staff, self.start, self.length)
        return any(value is not None for value in wanted)


def reassign(
    tx: Transaction,
    appointment_id: int,
    wanted: Reassignment,
    *,
    insist: bool = False,
    now: datetime,
) -> Appointment:
    """Change one appointment. Raises SlotNotOpen with every reason, InvalidInput, NotFound."""
    before = known_appointment(tx, appointment_id)
    after = before
    if wanted.asks_the_rules:
        get_living(tx, appointment_id)
        after = _check(tx, before, wanted, insist=insist, now=now)
    if wanted.contact is not None:
        after = replace(after, contacts=(find_or_add_contact(tx, wanted.contact).id,))
    after = _with_own_words(tx, before, after)
    if after == before:
        return before
    stored.update_appointment(tx, before, after)
    for session in {before.session, after.session}:
        publish_session(tx, session, now)
    tell_changed(tx, Deed.EDITED, [(before, after)])
    return after


def reassign_series(
    tx: Transaction,
    appointment_id: int,
    scope: Scope,
    wanted: Reassignment,
    *,
    insist: bool = False,
    now: datetime,
) -> tuple[MovedDate, ...]:
    """Change the occurrences meant, and those that are made later.

    Raises SlotNotOpen that names every date which is not open, unless it is insisted on.
    """
    chosen = known_appointment(tx, appointment_id)
    series = None if chosen.series is None else get_series(tx, chosen.series)
    if series is None or scope is Scope.THIS:
        after = reassign(tx, chosen.id, wanted, insist=insist, now=now)
        return (MovedDate(chosen, after),)
    if wanted.start is not None or wanted.length is not None:
        raise InvalidInput(
            Message("Move the dates of a series first, then give them to somebody else.")
        )
    if wanted.calendar is not None:
        series_calendar(tx, wanted.calendar)
    found = [
        appointment
        for appointment in find_meant(tx, chosen.id, scope, now=now)
        if appointment.status.takes_time or appointment.id == chosen.id
    ]
    dates = tuple(_reassign_date(tx, appointment, wanted, now=now) for appointment in found)
    closed = [date for date in dates if date.reasons]
    if closed and not insist:
        raise _dates_not_open(closed, len(dates), tx.here or series.zone)
    after = known_appointment(tx, chosen.id)
    named = (wanted.staff,) if wanted.staff is not None else series.staff
    calendar = calendar_of(tx, after.calendar)
    template = replace(
        series,
        calendar=calendar.id,
        contact=after.contacts[0],
        staff=tuple(member for member in named if member in calendar.staff),
    )
    put_series(tx, template)
    return dates


def _check(
    tx: Transaction, before: Appointment, wanted: Reassignment, *, insist: bool, now: datetime
) -> Appointment:
    """With the calendar, member and time that the rules allow or the person insists on."""
    calendar = bookable_calendar(tx, wanted.calendar or before.calendar)
    named = _staff_to_name(calendar, wanted)
    is_new_class = calendar.kind is CalendarKind.CLASS and calendar.id != before.calendar
    length = wanted.length or (None if is_new_class else before.span.length)
    span = span_of_request(calendar, wanted.start or before.span.start, length)
    around = situation(tx, calendar, asked=span, now=now, moving=before)
    slot = check(around, span, named or None)
    never = any(reason.code is ReasonCode.NO_SEATS for reason in slot.reasons)
    if not slot.open and (never or not insist):
        raise not_open(slot, NOT_CHANGED)
    choice = choose(around, slot, named=named, present=before.staff)
    stays_named = before.named and choice.staff == before.staff
    return replace(
        before,
        calendar=calendar.id,
        session=_session(tx, before, calendar, slot),
        span=slot.span,
        zone=_zone(tx, before, calendar, choice),
        staff=choice.staff,
        overridden=not slot.open,
        overridden_for=reasons_text(slot),
        why=choice.why,
        named=bool(named) or stays_named,
        flagged="",
    )


def _staff_to_name(calendar: Calendar, wanted: Reassignment) -> tuple[int, ...]:
    if wanted.staff is None:
        return ()
    refuse_strangers(calendar, (wanted.staff,))
    if calendar.kind not in CHOOSES_A_MEMBER:
        raise InvalidInput(
            Message(
                "{calendar} is a {kind} calendar, where nobody is chosen. Change its team in "
                "Settings, or give the appointment another calendar.",
                calendar=calendar.name,
                kind=calendar.kind.spoken,
            )
        )
    return (wanted.staff,)


def _session(tx: Reader, before: Appointment, calendar: Calendar, slot: Slot) -> str:
    """The one of its class that begins then; a seat leaves the others of its session behind."""
    if calendar.id == before.calendar and slot.span.start == before.span.start:
        return before.session
    there = class_session(tx, calendar, slot.span)
    if there is not None:
        return there.session
    others = [
        appointment
        for appointment in stored.appointments_of_session(tx, before.session)
        if appointment.id != before.id
    ]
    stay = any(other.status.takes_time or other.calendar != calendar.id for other in others)
    return str(uuid.uuid4()) if stay else before.session


def _zone(tx: Reader, before: Appointment, calendar: Calendar, choice: Choice) -> str:
    if calendar.id == before.calendar and choice.staff == before.staff:
        return before.zone
    return zone_of(staff_zones(tx), calendar, choice)


def _with_own_words(tx: Reader, before: Appointment, after: Appointment) -> Appointment:
    """The title and location that the calendar gives, where they were the calendar's before."""
    old, new = calendar_of(tx, before.calendar), calendar_of(tx, after.calendar)
    joined = class_session(tx, new, after.span) if after.session != before.session else None
    if joined is not None and joined.id != after.id:
        return replace(after, title=joined.title, notes=joined.notes, location=joined.location)
    people = contacts(tx, {*before.contacts, *after.contacts})
    title, location = before.title, before.location
    if before.contacts and title == rendered_title(old, people[before.contacts[0]]):
        title = rendered_title(new, people[after.contacts[0]])
    if location == old.location_with(before.staff):
        location = new.location_with(after.staff)
    return replace(after, title=title, location=location)


def _reassign_date(
    tx: Transaction, one: Appointment, wanted: Reassignment, *, now: datetime
) -> MovedDate:
    try:
        after = reassign(tx, one.id, wanted, now=now)
    except SlotNotOpen as error:
        after = reassign(tx, one.id, wanted, insist=True, now=now)
        return MovedDate(one, after, error.details)
    return MovedDate(one, after)


def _dates_not_open(closed: Sequence[MovedDate], count: int, zone_name: str) -> SlotNotOpen:
    details = [
        joined(" ", (moment(slot.after.span.start, zone_name), reason))
        for slot in closed
        for reason in slot.reasons
    ]
    return SlotNotOpen(
        Message(
            "Nothing was changed: {closed} of the {count} dates are not open.",
            closed=len(closed),
            count=count,
        ),
        details=details,
    )
