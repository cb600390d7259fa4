"""Which days of the small month have appointments: read beside the window when it turns."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.events import Booked
from lcdesk.model.domain.zones import day_span, local_day
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.numbers import read_booked
from lcdesk.ui.background import BackgroundReader, NewestAnswer
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context


class BusyDays(QObject):
    """Days on which an appointment begins that takes place and whose calendar is shown."""

    changed = Signal()

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        context: Context,
        background: BackgroundReader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._context = context
        self._newest = NewestAnswer(background, self)
        self._stretch: tuple[date, int] | None = None
        self.days: Collection[date] = frozenset()
        news.changed.connect(self._hear)

    @Slot(date, int)
    def show_stretch(self, first: date, count: int) -> None:
        """Find the busy days of so many days from `first` on; `changed` tells when."""
        if (first, count) != self._stretch:
            self._stretch = (first, count)
            self.read()

    @Slot()
    def read(self) -> None:
        """Find them again."""
        if self._stretch is None:
            return
        first, count = self._stretch
        question = partial(read_booked, self._database, day_span(first, self._context.tz, count))
        self._newest.ask(question, self._take)

    def _take(self, booked: list[Booked]) -> None:
        context = self._context
        shown = {calendar.id for calendar in context.directory.shown_calendars(context.shown)}
        self.days = frozenset(
            local_day(row.start, context.tz)
            for row in booked
            if row.status.takes_time and row.calendar in shown
        )
        self.changed.emit()

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & {Topic.AGENDA, Topic.CALENDARS}:
            self.read()
