"""What would come of a calendar file as appointments of one calendar, date by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from lcdesk.model.booking.situation import ReasonCode, Slot
from lcdesk.model.commands.appointments import BookingRequest, preview, reasons_text
from lcdesk.model.commands.calendar_files.comparing import is_older, living_with_uid
from lcdesk.model.commands.calendar_files.guests import Guests
from lcdesk.model.commands.calendar_files.planned import (
    MOST_BOOKINGS,
    BookingPlan,
    PlannedBooking,
    digest_of_appointment,
    length_on,
)
from lcdesk.model.commands.calendar_files.reading import EventStanding, FileEvent, ReadFile
from lcdesk.model.commands.moving import preview_move
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import Appointment, Occurrence
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import (
    appointments_by_id,
    appointments_of_calendar,
)
from lcdesk.model.store.imported import ImportedDate, digest_of, imported_dates
from lcdesk.model.store.remote.index import horizon
from lcdesk.model.store.transaction import Reader

SERIES_AHEAD = timedelta(days=90)  # further dates of a series are left out


# What a person may choose, and the rules are asked about.
_ASKED = (EventStanding.NEW, EventStanding.CHANGED, EventStanding.EDITED)


def plan_bookings(
    reader: Reader, file: ReadFile, calendar: Calendar, now: datetime, *, here: str = ""
) -> BookingPlan:
    """The dates of a file in their order, with the rules' answers.

    Whoever only reads calls `ensure_indexed` for its stretch first; times of other zones than
    `here` are told with theirs.
    """
    until = now + SERIES_AHEAD
    planner = _Planner(reader, calendar, file.events, now, here)
    found = [row for event in file.events for row in planner.rows(event, until)]
    found.sort(key=lambda row: (row.is_over, row.span))
    kept = sorted(found[:MOST_BOOKINGS], key=lambda row: row.span)
    return BookingPlan(
        tuple(planner.answered(number, row) for number, row in enumerate(kept)),
        file.unreadable,
        tuple(event.title for event in file.events if _goes_further(event, until)),
        until,
        len(found) - len(kept),
        file.has_guessed_letters,
    )


def _goes_further(event: FileEvent, until: datetime) -> bool:
    return event.is_series and (
        event.until is not None or any(date.span.start >= until for date in event.occurrences)
    )


class _Planner:
    """What stands here of a calendar, and the rules' answers on it."""

    def __init__(
        self,
        reader: Reader,
        calendar: Calendar,
        events: Sequence[FileEvent],
        now: datetime,
        here: str,
    ) -> None:
        self._reader = reader
        self._calendar = calendar
        self._now = now
        self._here = here
        self._reach = horizon(now)
        uids = {event.uid for event in events if event.is_named}
        self._records = imported_dates(reader, uids, calendar=calendar.id)
        numbers = [record.entry for dates in self._records.values() for record in dates.values()]
        self._booked = {one.id: one for one in appointments_by_id(reader, numbers)}
        living = _living(reader, calendar, events)
        self._titles = {(one.span, one.title) for one in living}
        self._seats = {(one.span.start, who) for one in living for who in one.contacts}
        self._guests = Guests(reader)

    def rows(self, event: FileEvent, until: datetime) -> Iterator[PlannedBooking]:
        """The dates that the event holds, then those that it does not hold any more."""
        records = self._records.get(event.uid, {}) if event.is_named else {}
        is_own = bool(living_with_uid(self._reader, event.uid))
        for date in event.occurrences:
            record = records.get(date.recurrence_id)
            is_near = self._now <= date.span.start < until
            if record is not None or is_near or not event.is_series:
                yield self._row(event, date, record, is_own=is_own)
        held = {date.recurrence_id for date in event.occurrences if date.busy}
        for name, record in records.items():
            booked = self._booked.get(record.entry)
            if booked is None or name in held or not booked.status.takes_time:
                continue
            if event.calls_off(name, booked.span, self._reach):
                yield self._ended(event, booked, record)

    def answered(self, number: int, row: PlannedBooking) -> PlannedBooking:
        """With its number and the rules' answer, where one is needed."""
        row = replace(row, number=number)
        if row.standing not in _ASKED or row.is_called_off:
            return row
        try:
            slot = self._slot(row)
        except InvalidInput as error:
            return replace(row, reason=error.message, is_possible=False)
        if slot is None or slot.open:
            return row
        is_full = any(reason.code is ReasonCode.NO_SEATS for reason in slot.reasons)
        return replace(row, reason=reasons_text(slot), is_possible=not is_full)

    def _slot(self, row: PlannedBooking) -> Slot | None:
        """The answer to its time; None where it does not change."""
        length = length_on(self._calendar, row.span)
        if row.appointment is None or not row.appointment.status.takes_time:
            nobody = Contact(0, Message("this booking"))
            request = BookingRequest(self._calendar.id, row.span.start, nobody, length=length)
            return preview(self._reader, request, now=self._now, here=self._here).slot
        if not row.is_moved(self._calendar):
            return None
        return preview_move(
            self._reader,
            row.appointment.id,
            start=row.span.start,
            length=length,
            now=self._now,
            here=self._here,
        ).slot

    def _row(
        self, event: FileEvent, date: Occurrence, record: ImportedDate | None, *, is_own: bool
    ) -> PlannedBooking:
        span, title = date.own_span, date.title.strip()
        booked = None if record is None else self._booked.get(record.entry)
        read = digest_of(span, title, date.notes, date.location)
        guests = self._guests.of(event)
        contact = self._guests.known(guests, title)
        if booked is not None:
            contact = self._guests.by_number(booked.contacts) or contact
        return PlannedBooking(
            0,
            title,
            span,
            self._standing_of(event, date, record, booked, read, contact, is_own=is_own),
            event.is_series,
            date.all_day,
            span.end <= self._now,
            date.notes,
            date.location,
            contact,
            guests,
            appointment=booked,
            record=self._remembered(event, date.recurrence_id, record),
        )

    def _standing_of(
        self,
        event: FileEvent,
        date: Occurrence,
        record: ImportedDate | None,
        booked: Appointment | None,
        read: str,
        contact: Contact | None,
        *,
        is_own: bool,
    ) -> EventStanding:
        if not date.busy or date.span.start >= date.span.end:
            return EventStanding.FREE
        if record is None:
            is_here = is_own or self._is_here(date, contact)
            return EventStanding.APPOINTMENT if is_here else EventStanding.NEW
        if booked is not None and booked.status.takes_time and record.read == read:
            return EventStanding.KNOWN
        return self._changed(event, record, booked, EventStanding.CHANGED)

    def _is_here(self, date: Occurrence, contact: Contact | None) -> bool:
        """Known without a UID: the same time and title, or in a class the same person's seat."""
        if self._calendar.kind is CalendarKind.CLASS:
            return contact is not None and (date.own_span.start, contact.id) in self._seats
        return (date.own_span, date.title.strip()) in self._titles

    def _changed(
        self,
        event: FileEvent,
        record: ImportedDate,
        booked: Appointment | None,
        otherwise: EventStanding,
    ) -> EventStanding:
        if is_older(event, record):
            return EventStanding.OLDER
        is_as_it_was = (
            booked is not None
            and booked.status.takes_time
            and (record.kept == digest_of_appointment(booked))
        )
        return otherwise if is_as_it_was else EventStanding.EDITED

    def _ended(self, event: FileEvent, booked: Appointment, record: ImportedDate) -> PlannedBooking:
        standing = self._changed(event, record, booked, EventStanding.CANCELLED)
        return PlannedBooking(
            0,
            booked.title,
            booked.span,
            standing,
            event.is_series,
            None,
            is_over=booked.span.end <= self._now,
            contact=self._guests.by_number(booked.contacts),
            is_called_off=True,
            appointment=booked,
            record=record,
        )

    def _remembered(
        self, event: FileEvent, date: str, record: ImportedDate | None
    ) -> ImportedDate | None:
        if not event.is_named:
            return None
        known = 0 if record is None else record.id
        return ImportedDate(
            known, event.uid, date, 0, "", "", event.sequence, event.modified,
            calendar=self._calendar.id,
        )  # fmt: skip


def _living(
    reader: Reader, calendar: Calendar, events: Iterable[FileEvent]
) -> tuple[Appointment, ...]:
    """The calendar's appointments where the events lie."""
    spans = [date.own_span for event in events for date in event.occurrences]
    if not spans:
        return ()
    around = TimeSpan(min(span.start for span in spans), max(span.end for span in spans))
    found = appointments_of_calendar(reader, calendar.id, around)
    return tuple(one for one in found if one.status.takes_time)
