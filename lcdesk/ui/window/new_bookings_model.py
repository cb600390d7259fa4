"""Bookings that are about to be made, by where they begin: a place in the grid, a day, an event,
an earlier appointment, a line that is typed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lcdesk.model.commands.appointments import calendar_of
from lcdesk.model.commands.intake.answers import carry_answers
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin, SyncState
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.store.appointments import appointments_of_contact
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.draft_model import PICKED_START
from lcdesk.ui.booking.like_model import fill_like
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.wall_spans import OnWall, is_banner, span_on_wall
from lcdesk.ui.week.week import Column
from lcdesk.ui.week.week_model import WeekModel

if TYPE_CHECKING:  # of a window that is opened later
    from lcdesk.ui.quick_add.quick_add_model import QuickAddModel

_MORNING = 9 * 60
_LAST_START = 23 * 60 + 30


class NewBookings:
    """Each answer is a model of its own for the booking dialog; `parent` keeps it alive."""

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        week: WeekModel,
        aside: BackgroundReader,
        owner: QObject,
    ) -> None:
        self._database = database
        self._news = news
        self._week = week
        self._aside = aside
        self._context = week.context
        self._owner = owner  # of a line that is typed

    def at_next_open(self, day: date, minute: int, parent: QObject) -> BookingModel:
        """A booking at the next open time of a day or later; at `minute` where there is none."""
        return BookingModel(
            self._database,
            self._news,
            self._context,
            aside=self._aside,
            day=day,
            minute=minute,
            seeks=True,
            tinted=self._week.bookable,
            parent=parent,
        )

    def at(self, column: Column, start: int, end: int, parent: QObject) -> BookingModel:
        """A booking that begins where the person pointed, with the member of the column."""
        minute, length = self.begin_and_length(column, start, end)
        return BookingModel(
            self._database,
            self._news,
            self._context,
            aside=self._aside,
            day=column.day,
            minute=minute,
            member=column.member,
            length=length,
            parent=parent,
        )

    def begin_and_length(
        self, column: Column, start: int, end: int
    ) -> tuple[int, timedelta | None]:
        """When on the clock, and how long, what was swept out is; None for the usual length.

        Where the clocks skip the beginning it is at the jump, and only what is left counts.
        """
        tz = self._context.tz
        wished = span_on_wall(column.day, start, end, tz)
        is_usual = end - start <= PICKED_START or not wished.length
        return wall_minute(wished.start, tz), None if is_usual else wished.length

    def quick_add(self) -> QuickAddModel:
        """A booking that is typed as one line."""
        from lcdesk.ui.quick_add.quick_add_model import QuickAddModel

        today, minute = self._week.now_on_grid()
        booking = self.at_next_open(today, minute, self._owner)
        return QuickAddModel(booking, self._context, today=today, minute=minute)

    def on_day(self, day: date, parent: QObject) -> BookingModel:
        """A booking on a day of which no time was pointed at: at its first open time.

        Where nothing is open on it, or it has passed, it begins in the morning.
        """
        today, minute = self._week.now_on_grid()
        if day < today:
            return self.at(Column(day), _MORNING, _MORNING + PICKED_START, parent)
        start = _soon(minute) if day == today else _MORNING
        model = self.at_next_open(day, start, parent)
        if model.draft.day != day:
            model.go_to(day, start)
        return model

    def about_event(self, entry: AgendaEntry, parent: QObject) -> BookingModel | None:
        """A booking where a hatched event is: it says who is busy and why, and seeks what is open.

        None for an event that takes no time, or of a member whom no calendar needs.
        """
        calendar = _calendar_of_member(self._week, entry) if _is_taken_elsewhere(entry) else None
        if calendar is None:
            return None
        day, minute = _first_row(self._week, entry)
        model = self.at(Column(day), minute, minute + PICKED_START, parent)
        model.change(replace(model.draft, calendar=calendar.id))
        if model.staff_choices:
            model.change(replace(model.draft, staff=entry.staff[0]))
        return model

    def seat(self, session: AgendaEntry, parent: QObject) -> BookingModel:
        """One more contact in a class session: only who it is remains to be said."""
        tz = self._context.tz
        start = session.span.start
        day, minute = local_day(start, tz), wall_minute(start, tz)
        model = self.at(Column(day), minute, minute + PICKED_START, parent)
        model.change(replace(model.draft, calendar=session.calendar or 0, day=day, minute=minute))
        return model

    def again(self, contact: int, parent: QObject) -> BookingModel:
        """A booking for a contact as the last time: the same calendar and member, once open."""
        with self._database.read() as reader:
            known = contacts(reader, [contact])
            booked = appointments_of_contact(reader, contact)
        today, minute = self._week.now_on_grid()
        model = self.at_next_open(today, _soon(minute), parent)
        offered = {calendar.id for calendar in model.calendars}
        last = next(
            (visit for visit in reversed(booked) if visit.calendar in offered),
            None,
        )
        if last is not None:
            model.change(replace(model.draft, calendar=last.calendar))
            if {member for member, _ in model.staff_choices} & set(last.staff[:1]):
                model.change(replace(model.draft, staff=last.staff[0]))
            if not model.answer.is_open:
                model.go_to_next_open()
        for booked_for in known.values():
            model.take_contact(booked_for)
        return model

    def like(self, entry: AgendaEntry, parent: QObject) -> BookingModel:
        """A booking with everything that an appointment has, at the next open time behind it."""
        today, minute = self._week.now_on_grid()
        end = OnWall.of(entry.span, self._context.tz)
        day, begin = max((today, _soon(minute)), (end.last, min(end.end, _LAST_START)))
        model = self.at(Column(day), begin, begin + PICKED_START, parent)
        with self._database.read() as reader:
            people = contacts(reader, entry.contacts[:1]).values()
            calendar = calendar_of(reader, entry.calendar or 0)
            answers = carry_answers(reader, calendar, entry.number)
        fill_like(model, entry, people, answers)
        return model


def _soon(minute: int) -> int:
    """The next quarter of an hour, as a wall-clock minute of the same day."""
    return min(minute - minute % 15 + 15, _LAST_START)


def _is_taken_elsewhere(entry: AgendaEntry) -> bool:
    """Whether it is drawn hatched: an event read from iCloud that takes a member's time."""
    is_mirrored = entry.kind is EntryKind.BLOCKED and entry.origin is Origin.ICLOUD
    return is_mirrored and entry.busy and not entry.declined and entry.sync is not SyncState.GONE


def _calendar_of_member(week: WeekModel, entry: AgendaEntry) -> Calendar | None:
    """A calendar that needs the member whose time it takes, those on view first."""
    directory = week.context.directory
    on_view = directory.shown_calendars(week.shown)
    for calendar in (*on_view, *directory.of_kind(None)):
        if not set(entry.staff).isdisjoint(calendar.staff):
            return calendar
    return None


def _first_row(week: WeekModel, entry: AgendaEntry) -> tuple[date, int]:
    """Where it begins on the days shown; an all-day event with the working hours."""
    wall = OnWall.of(entry.span, week.context.tz)
    first = entry.all_day.first if entry.all_day is not None else wall.first
    day = max(first, week.days.first)
    if not is_banner(wall, entry.all_day):
        return day, wall.start if day == wall.first else 0
    starts = [
        start for column in week.week.days if column.day == day for start, _end in column.open
    ]
    return day, min(starts, default=_MORNING)
