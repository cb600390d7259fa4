"""Putting somebody on the waiting list, changing what they wait for, taking them off, booking.

A booking from the list is told as the booking that it is, and takes the entry off in its own
transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from lcdesk.model.booking.slots import CHOOSES_A_MEMBER
from lcdesk.model.booking.waiting import is_served
from lcdesk.model.commands.appointments import (
    calendar_of,
    refuse_strangers,
)
from lcdesk.model.commands.people import FIRST_YEAR, LAST_YEAR, find_or_add_contact
from lcdesk.model.commands.service_choices import ServiceChoice, chosen_length
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.message import FullDay, Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import MINUTES_A_DAY, local_day, zone
from lcdesk.model.store import waiting as stored
from lcdesk.model.store.people import contacts
from lcdesk.model.store.transaction import Reader, Transaction

MOST_OF_CONTACT = 200
_WEEK = 7


def add_waiting(tx: Transaction, value: Waiting, contact: Contact) -> Waiting:
    """Put somebody on the list now (`since`), a contact who is known or a new one.

    Raises InvalidInput, for days that are over too, and NotFound where the calendar is gone.
    """
    _refuse_what_is_not_offered(tx, value)
    _refuse_what_is_over(tx, tidied_waiting(value), value.since)
    return keep_waiting(tx, value, contact)


def keep_waiting(tx: Transaction, value: Waiting, contact: Contact) -> Waiting:
    """The same for what the calendar may offer no more, as a file may have it."""
    who = find_or_add_contact(tx, contact)
    fresh = tidied_waiting(replace(value, id=0, contact=who.id))
    _refuse_twice(tx, fresh, who)
    made = replace(fresh, id=stored.insert_waiting(tx, fresh))
    _tell(tx, Deed.WAITING, made)
    return made


def change_waiting(tx: Transaction, value: Waiting, *, now: datetime) -> Waiting:
    """Let somebody wait for something else. Raises InvalidInput, NotFound.

    The days of an entry may be over; no others are that are over.
    """
    before = known_waiting(tx, value.id)
    who = contacts(tx, [value.contact]).get(value.contact)
    if who is None:
        raise NotFound(Message("This contact does not exist any more."))
    _refuse_what_is_not_offered(tx, value)
    if value.last != before.last:
        _refuse_what_is_over(tx, value, now)
    checked = tidied_waiting(value)
    if checked != before:
        _refuse_twice(tx, checked, who)
        stored.update_waiting(tx, checked)
        _tell(tx, Deed.WAITING_CHANGED, checked)
    return checked


def remove_waiting(tx: Transaction, waiting_id: int) -> Waiting:
    """Take somebody off the list; returns what was there. Raises NotFound."""
    found = known_waiting(tx, waiting_id)
    stored.delete_waiting(tx, waiting_id)
    _tell(tx, Deed.WAITING_ENDED, found)
    return found


def end_waiting(tx: Transaction, waiting_id: int, booked: Appointment) -> None:
    """They are booked, in this transaction: who waited waits no more.

    An appointment for somebody else changes nothing. Raises NotFound where another took them off.
    """
    if known_waiting(tx, waiting_id).contact in booked.contacts:
        stored.delete_waiting(tx, waiting_id)


def end_served(tx: Transaction, booked: Iterable[Appointment]) -> tuple[Waiting, ...]:
    """Take off whom these bookings of this transaction serve; returns what was waited for.

    Each ends one entry, the oldest that it suits: somebody who is booked for another time than
    they wait for may wait on for an earlier one (docs/rules/booking.md, "The waiting list").
    """
    ended: list[Waiting] = []
    for one in booked:
        calendar = calendar_of(tx, one.calendar)
        waits = (
            entry
            for contact in one.contacts
            for entry in stored.waiting_of_contact(tx, contact, limit=MOST_OF_CONTACT)
        )
        found = next((entry for entry in waits if is_served(entry, one, calendar)), None)
        if found is not None:
            stored.delete_waiting(tx, found.id)
            ended.append(found)
    return tuple(ended)


def known_waiting(reader: Reader, waiting_id: int) -> Waiting:
    """The entry with this number. Raises NotFound."""
    found = stored.get_waiting(reader, waiting_id)
    if found is None:
        raise NotFound(Message("This entry of the waiting list does not exist any more."))
    return found


def _tell(tx: Transaction, deed: Deed, value: Waiting) -> None:
    (contact,) = contacts(tx, [value.contact]).values()
    calendar = calendar_of(tx, value.calendar)
    tx.tell(
        Note(
            JournalKind.RECORD,
            subject=f"contact:{contact.id}",
            counts={deed: 1},
            items=(Item(deed, contact.name),),
            facts={"records": [["waiting", []]], "into": calendar.name},
        )
    )


def waits_already(reader: Reader, value: Waiting) -> bool:
    """Whether the contact waits for the same by another entry."""
    mine = stored.waiting_of_contact(reader, value.contact, limit=MOST_OF_CONTACT)
    return any(
        replace(one, id=value.id, since=value.since) == value for one in mine if one.id != value.id
    )


def _refuse_twice(reader: Reader, value: Waiting, contact: Contact) -> None:
    if waits_already(reader, value):
        raise InvalidInput(Message("{name} waits for this already.", name=contact.name))


def tidied_waiting(value: Waiting) -> Waiting:
    """In order and without spaces around. Raises InvalidInput for days or times that no day has."""
    if not 0 <= value.after < value.before <= MINUTES_A_DAY:
        raise InvalidInput(
            Message("The time of day must begin before it ends."), field="time of day"
        )
    weekdays = tuple(sorted(set(value.weekdays)))
    _check_days(value.first, value.last, weekdays)
    every = () if len(weekdays) == _WEEK else weekdays
    since = value.since.astimezone(UTC).replace(microsecond=0)
    return replace(value, weekdays=every, notes=value.notes.strip(), since=since)


def _refuse_what_is_not_offered(reader: Reader, value: Waiting) -> None:
    calendar = calendar_of(reader, value.calendar)
    _check_staff(calendar, value.staff)
    chosen_length(calendar, ServiceChoice(value.variation, value.add_ons))


def _refuse_what_is_over(reader: Reader, value: Waiting, now: datetime) -> None:
    """Nobody can be booked on a day that has passed on the calendar's clock."""
    today = local_day(now, zone(calendar_of(reader, value.calendar).zone))
    if value.last < today:
        raise InvalidInput(
            Message(
                "{last} is over, so nobody can be booked. Choose today or a later day as the last.",
                last=FullDay(value.last),
            ),
            field="days",
        )


def _check_staff(calendar: Calendar, staff: int | None) -> None:
    if staff is None:
        return
    if calendar.kind not in CHOOSES_A_MEMBER:
        raise InvalidInput(
            Message("On {calendar} nobody is asked for by name.", calendar=calendar.name),
            field="staff",
        )
    refuse_strangers(calendar, (staff,))


def _check_days(first: date, last: date, weekdays: tuple[int, ...]) -> None:
    if last < first:
        raise InvalidInput(Message("The last day lies before the first."), field="days")
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise InvalidInput(
            Message(
                "The days must lie between {first} and {last}.",
                first=str(FIRST_YEAR),
                last=str(LAST_YEAR),
            ),
            field="days",
        )
    few = min((last - first).days + 1, _WEEK)
    there = {(first + timedelta(days=passed)).weekday() for passed in range(few)}
    if any(not 0 <= day < _WEEK for day in weekdays) or (weekdays and not there & set(weekdays)):
        raise InvalidInput(
            Message("None of these weekdays lies between the two days."), field="weekdays"
        )
