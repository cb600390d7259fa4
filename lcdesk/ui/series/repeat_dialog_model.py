"""An appointment that is to repeat: how, and what becomes of each later date before it is saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.commands.appointments import known_appointment
from lcdesk.model.commands.repeat import booking_of, can_repeat, repeat
from lcdesk.model.commands.series import BookedSeries
from lcdesk.model.domain.errors import LcdeskError, SlotNotOpen
from lcdesk.model.domain.events import AgendaEntry, EntryKind
from lcdesk.model.recurrence.rule import Frequency
from lcdesk.model.store.database import Database
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.wall_spans import OnWall
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.offers import Offer
from lcdesk.ui.series.dates_model import DatesModel, Repetition, booked_words
from lcdesk.ui.week.week_model import WeekModel
from lcdesk.ui.wording.labels import refusal, tr, with_number
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import undo_offer


def repeats(reader: Reader, entry: AgendaEntry, *, now: datetime) -> bool:
    """Whether an entry can be made to repeat."""
    return entry.kind is EntryKind.APPOINTMENT and can_repeat(reader, entry.number, now=now)


class RepeatDialogModel(QObject):
    """One series in the making, from the appointment that begins it. Ends with `repeated`."""

    changed = Signal()
    repeated = Signal(Offer)  # it is done, and the way back
    refused = Signal(str)  # nothing was booked, and why

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        week: WeekModel,
        entry: AgendaEntry,
        aside: BackgroundReader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._week = week
        self._context = context = week.context
        self._entry = entry
        self.locale = context.locale
        self.name = as_line(next(iter(week.texts().people([entry])), entry.title))
        self.problem = ""
        self.repetition = Repetition(Frequency.WEEKLY)
        self.dates = DatesModel(database, context, aside, self)
        self.look_again()
        news.changed.connect(self.look_again)

    @property
    def when(self) -> str:
        """The first date, which stands."""
        texts = self._week.texts()
        return texts.when_in_full(self._entry, OnWall.of(self._entry.span, texts.tz))

    @property
    def button(self) -> str:
        """What the primary button reads."""
        count = self.dates.count
        if not count:
            return tr("Repeat")
        return with_number(count, "Book {n} appointment", "Book {n} appointments")

    @property
    def can_save(self) -> bool:
        """Whether the primary button does anything."""
        return not self.problem and self.dates.can_book

    def choose(self, repetition: Repetition) -> None:
        """Look at another rule."""
        self.repetition = repetition
        self.look_again()

    @Slot()
    def look_again(self) -> None:
        """Plan anew: another rule, or the store changed, where the appointment may have moved."""
        number, now = self._entry.number, self._context.clock()
        try:
            with self._database.read() as reader:
                request = booking_of(reader, number, now=now)
                standing = known_appointment(reader, number)
        except LcdeskError as error:
            self.problem = worded(error.message)
        else:
            self.problem = ""
            self._entry = replace(self._entry, span=standing.span, zone=standing.zone)
            calendar = self._context.directory.calendars.get(request.calendar)
            self.dates.follow(calendar, request, self.repetition, standing=standing)
        self.changed.emit()

    def save(self) -> bool:
        """Book the later dates; False where that cannot be (any more)."""
        first = self.dates.first_day
        rule = None if first is None else self.repetition.rule(first)
        if rule is None:
            return False
        number, now = self._entry.number, self._context.clock()
        try:
            with self._database.write() as tx:
                booked = repeat(tx, number, rule, self.repetition.when_taken, now=now)
        except SlotNotOpen as error:
            self.look_again()
            self.refused.emit(refusal(error))
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
        else:
            self.repeated.emit(undo_offer(self._done_words(booked), tx.step))
            return True
        return False

    def _done_words(self, booked: BookedSeries) -> str:
        count = len(booked.made) - 1
        if not count:
            return tr("Repeats: {name}").format(name=self.name)
        return booked_words(self.name, made=count, left_out=len(booked.dropped))
