"""The booking dialog's model: what is asked for, whether it is open, who would get it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.booking.slots import CHOOSES_A_MEMBER
from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.commands.series import BookedSeries, book_series
from lcdesk.model.commands.service_choices import ServiceChoice, with_choice
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import LcdeskError, SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import at_wall, local_day, wall_minute, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.booking.draft_model import (
    Answer,
    Draft,
    OptionRow,
    RulesAsked,
    add_on_rows,
    answer_inputs,
    length_rows,
    length_until,
    likely_calendars,
    limit_choice,
    missing_words,
    order_calendars,
    own_length,
    usual_calendar,
    variation_rows,
)
from lcdesk.ui.booking.open_times_model import OpenAhead, Search, by_day, next_open, nothing_open
from lcdesk.ui.booking.wish_model import end_wish, served_words, wish_of_draft
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.before_change_model import MailQuestion
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.offers import Offer
from lcdesk.ui.series.dates_model import (
    DatesModel,
    booked_words,
    proposed_repetition,
    series_request,
)
from lcdesk.ui.wording.labels import city_of_zone, refusal, tr, with_number
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import undo_offer


class BookingModel(QObject):
    """One booking in the making. Ends with `booked`, or is thrown away."""

    changed = Signal()  # draft or answer
    booked = Signal(Appointment)  # the first of them
    offered = Signal(Offer)  # it is done, and the way back
    refused = Signal(str)  # nothing was booked, and why

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        context: Context,
        *,
        aside: BackgroundReader,
        day: date,
        minute: int,
        length: timedelta | None = None,
        member: int | None = None,
        seeks: bool = False,
        tinted: Calendar | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Where it `seeks`, nobody pointed at a time: the next open one of the day, or later.

        `member` is in whose column it was pointed, NOBODY in that of simple calendars. `tinted` is
        the calendar whose open times the week shows.
        """
        super().__init__(parent)
        self._database = database
        self._mail = MailQuestion(database)
        self._context = context
        self._zone = context.zone_name
        self.calendars = order_calendars(context)
        with database.read() as reader:
            self.contacts: Sequence[Contact] = tuple(contacts(reader).values())
        self.ahead = OpenAhead(database, context, aside, self)
        self.repeat = DatesModel(database, context, aside, self)
        self._rules = RulesAsked(database, context, zone(self._zone))
        self._is_over = False
        empty = Draft(0, day, minute, length)
        first = usual_calendar(context, tinted) if seeks else self._likely_calendar(empty, member)
        self.draft = empty.on(context.directory.calendars.get(first), member)
        self._earliest = day
        self._proposed = (day, minute) if seeks else None
        self._propose()
        self.draft = replace(self.draft, repetition=proposed_repetition(self.calendar))
        self.answer = self._ask()
        self._look_ahead()
        news.changed.connect(self.look_again)

    # --- choices ----------------------------------------------------------------------------

    @property
    def calendar(self) -> Calendar | None:
        """The chosen calendar."""
        return self._context.directory.calendars.get(self.draft.calendar)

    @property
    def locale(self) -> LocaleFormat:
        """How dates and times are written."""
        return self._context.locale

    @property
    def zone_note(self) -> str:
        """Whose clock the times are on; empty where it is the computer's."""
        if self._zone == self._context.local_zone:
            return ""
        return tr("Times in {place}").format(place=city_of_zone(self._zone))

    @property
    def staff_choices(self) -> list[tuple[int, str]]:
        """Who can be asked for, the next one (0) first; empty where there is no choice."""
        calendar = self.calendar
        if calendar is None or calendar.kind not in CHOOSES_A_MEMBER or len(calendar.staff) < 2:
            return []
        nobody_named = not self.draft.staff and self.answer.next_one
        first = tr("Whoever is next: {name}").format(name=self.answer.next_one)
        found = [(0, first if nobody_named else tr("Whoever is next"))]
        return found + [
            (member, self._context.directory.staff[member].name)
            for member in calendar.staff
            if member in self._context.directory.staff
        ]

    @property
    def is_simple(self) -> bool:
        """Whether the booking will never touch iCloud."""
        return self.calendar is not None and self.calendar.kind is CalendarKind.SIMPLE

    @property
    def can_recur(self) -> bool:
        """Whether a booking of the calendar may repeat."""
        return self.repeat.is_offered

    @property
    def missing(self) -> str:
        """What the calendar still has to be told, in words; empty where that is nothing."""
        return missing_words(self.calendar, self.draft)

    @property
    def button(self) -> str:
        """What the primary button reads."""
        if self.draft.repetition.freq is None:
            return self.answer.button
        if not self.repeat.is_done:
            return tr("Book")
        return with_number(self.repeat.count, "Book {n} appointment", "Book {n} appointments")

    @property
    def can_book(self) -> bool:
        """Whether the primary button does anything."""
        if self.draft.repetition.freq is None:
            return self.answer.can_book
        return self.repeat.can_book

    @property
    def length_choices(self) -> list[tuple[int, str]]:
        """Minutes and words; 0 is the calendar's own length, or the chosen service's."""
        return length_rows(self._own_length(), self.draft.length)

    @property
    def variation_choices(self) -> tuple[OptionRow, ...]:
        """What can be booked of a service, itself first; empty where there is no choice."""
        return variation_rows(self.calendar)

    @property
    def add_on_choices(self) -> tuple[OptionRow, ...]:
        """What can be added to a service."""
        return add_on_rows(self.calendar)

    @property
    def end_minute(self) -> int:
        """The wall-clock minute at which it would end, of the same day or the next."""
        end = self._start() + (self.draft.length or self._own_length())
        return wall_minute(end, zone(self._zone))

    @property
    def first_day(self) -> date:
        """The earliest day that can be chosen: today, or a day before it that was pointed at."""
        return min(local_day(self._context.clock(), zone(self._zone)), self.draft.day)

    @property
    def wish(self) -> Waiting | None:
        """What could be waited for where the time is not open."""
        calendar = None if self.answer.is_open else self.calendar
        return wish_of_draft(self.draft, calendar, self._request(), self._context.clock())

    # --- changing ---------------------------------------------------------------------------

    def change(self, draft: Draft) -> None:
        """Take over what a person entered; asks the rules again where that matters."""
        before, self.draft = self.draft, draft
        if draft.calendar != before.calendar:
            fresh = proposed_repetition(self.calendar)
            self.draft = replace(draft, staff=0, repetition=fresh, service=ServiceChoice())
            self._propose()
        if answer_inputs(before) != answer_inputs(self.draft):
            self.answer = self._ask()
            self._look_ahead()
        self.changed.emit()

    def write_down(self, draft: Draft) -> None:
        """Take over words, which nothing depends on: nothing is asked and nothing is shown anew."""
        is_same = _who(draft) == _who(self.draft)
        self.draft = draft if is_same else replace(draft, contact=0)

    def take_contact(self, contact: Contact) -> None:
        """Fill in somebody who is known."""
        name, email, phone = contact.name, contact.email, contact.phone
        self.change(replace(self.draft, contact=contact.id, name=name, email=email, phone=phone))

    def go_to_next_open(self) -> None:
        """Move the draft to the next time that is open."""
        found = self._next_open(self._start())
        if found is None:
            self.refused.emit(nothing_open())
        else:
            self.go_to(*found)

    @Slot(date)
    def go_to_day(self, day: date) -> None:
        """Move the draft to another day."""
        self.change(replace(self.draft, day=day))

    @Slot(date, int)
    def go_to(self, day: date, minute: int) -> None:
        """Move the draft to a time."""
        self.change(replace(self.draft, day=day, minute=minute))

    def end_at(self, minute: int) -> None:
        """Let it last until a wall-clock minute, the next day's where that is not after it."""
        length = length_until(self.draft, minute, zone(self._zone))
        self.change(replace(self.draft, length=length))

    def book(self) -> bool:
        """Book, insisting where the answer said that the rules refuse."""
        if not self.draft.name.strip():
            self.refused.emit(tr("Who is it for? Enter a name."))
            return False
        if self.missing:
            self.refused.emit(self.missing)
            return False
        try:
            booked, words, step = self._book()
        except SlotNotOpen as error:
            self.look_again()
            self.refused.emit(refusal(error))
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
        else:
            self._is_over = True
            self._context.memory.keep(last_calendar=self.draft.calendar)
            self.booked.emit(booked.made[0])
            self.offered.emit(undo_offer(words, step))
            return True
        return False

    def _book(self) -> tuple[BookedSeries, str, int]:
        """What became of the dates, or of the only one; that in words; what undoes it."""
        how, now = self.draft.repetition, self._context.clock()
        with self._mail.write(self.draft) as tx:
            if how.freq is None:
                insisting = replace(self._request(), insist=not self.answer.is_open)
                booked = BookedSeries((book(tx, insisting, now=now),), ())
            else:
                booked = book_series(tx, series_request(tx, self._request(), how), now=now)
            is_served = end_wish(tx, self.draft, booked.made)
            (known,) = contacts(tx, booked.made[0].contacts).values()
        words = self._done_words(booked, known.name)
        return booked, served_words(words) if is_served else words, tx.step

    def _done_words(self, booked: BookedSeries, name: str) -> str:
        if self.draft.repetition.freq is None:
            return tr("Booked: {name}").format(name=name)
        return booked_words(name, made=len(booked.made), left_out=len(booked.dropped))

    @Slot()
    def look_again(self) -> None:
        """The store changed: the time may be open no more, or again."""
        if self._is_over:  # by this booking, whose dialog is about to go
            return
        self._rules.forget()
        self.ahead.forget()
        self.repeat.forget()
        answer = self._ask()
        if answer != self.answer:
            self.answer = answer
            self.changed.emit()

    # --- asking the rules -------------------------------------------------------------------

    def _likely_calendar(self, draft: Draft, member: int | None) -> int:
        """The last one booked if it is open then, else the first that is; else the last one.

        One that takes the member, where any does.
        """
        ordered = likely_calendars(self._context, member)
        for calendar in ordered:
            self.draft = draft.on(calendar, member)
            if self._ask().is_open:
                return calendar.id
        return ordered[0].id if ordered else 0

    def _propose(self) -> None:
        """Put the next open time where nobody has picked one yet."""
        if self._proposed != (self.draft.day, self.draft.minute):
            return
        earliest = at_wall(self._earliest, 0, zone(self._zone))
        found = self._next_open(max(earliest, self._context.clock()) - timedelta(seconds=1))
        if found is not None and self._context.today < self._earliest:
            found = by_day(found, self._next_open, zone(self._zone))
        if found is not None:
            self.draft = replace(self.draft, day=found[0], minute=found[1])
        self._proposed = (self.draft.day, self.draft.minute)

    def _next_open(self, after: datetime) -> tuple[date, int] | None:
        """Day and minute of the first open time after an instant."""
        search, tz = self._search(), zone(self._zone)
        if search is None:
            return None
        try:
            found = next_open(self._database, search, after=after, now=self._context.clock())
        except LcdeskError:  # the answer says it
            return None
        return None if found is None else (local_day(found, tz), wall_minute(found, tz))

    def _ask(self) -> Answer:
        if self.calendar is None:
            return Answer(False, False, tr("There is no calendar to book on yet."))
        return self._rules.ask(self.calendar, self._request(), self.draft)

    def _request(self) -> BookingRequest:
        draft, calendar = self.draft, self.calendar
        request = BookingRequest(
            calendar=draft.calendar,
            start=self._start(),
            contact=Contact(
                draft.contact, draft.name.strip(), draft.email.strip(), draft.phone.strip()
            ),
            staff=(draft.staff,) if draft.staff else (),
            length=draft.length,
            title=draft.title,
            notes=draft.notes.strip(),
            location=draft.location.strip(),
            answers=draft.answers,
        )
        if calendar is None:
            return request
        return with_choice(request, calendar, self._service(), worded=worded)

    def _service(self) -> ServiceChoice:
        return limit_choice(self.calendar, self.draft.service)

    def _start(self) -> datetime:
        return at_wall(self.draft.day, self.draft.minute, zone(self._zone))

    def _own_length(self) -> timedelta:
        return own_length(self.calendar, self._service())

    def _look_ahead(self) -> None:
        """Open times and dates follow the draft; both ask a little at a time."""
        self.ahead.follow(self._search(), self._start())
        self.repeat.follow(self.calendar, self._request(), self.draft.repetition)

    def _search(self) -> Search | None:
        calendar, draft = self.calendar, self.draft
        if calendar is None:
            return None
        length = draft.length
        if length is None and self._service() != ServiceChoice():
            length = self._own_length()
        return Search(calendar, draft.staff, length)


def _who(draft: Draft) -> tuple[str, str, str]:
    return draft.name, draft.email, draft.phone
