"""Reads what is counted, beside the window, and puts it into rows for the chart and the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.booking.business import Business
from lcdesk.model.booking.counts import Count, Period, Stretch, by_period, periods
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.events import Booked
from lcdesk.model.domain.zones import day_span
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.numbers import read_booked
from lcdesk.ui.background import BackgroundReader, NewestAnswer
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.wording.labels import tr

_TOPICS = frozenset({Topic.AGENDA, Topic.STAFF, Topic.CALENDARS})


class By(StrEnum):
    """What the rows are."""

    TIME = "time"
    STAFF = "staff"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Line:
    """One bar of the chart and one row of the table. `is_part` says that it is not over yet."""

    name: str
    count: Count
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The lines of each view, and everything together."""

    lines: Mapping[By, tuple[Line, ...]]
    whole: Count


class Numbers(QObject):
    """The report of a stretch; made anew when the store changes."""

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
        self.stretch = Stretch.WEEKS_12
        self.report: Report | None = None  # until it is read
        news.changed.connect(self._hear)

    def show_stretch(self, stretch: Stretch) -> None:
        """Count another stretch."""
        self.stretch = stretch
        self.read()

    def read(self) -> None:
        """Count again; `changed` tells when that is done."""
        context = self._context
        many = periods(self.stretch, context.today, context.locale.week_start)
        days = (many[-1].last - many[0].first).days + 1
        question = partial(read_booked, self._database, day_span(many[0].first, context.tz, days))
        self._newest.ask(question, partial(self._take, many))

    def _take(self, many: list[Period], booked: list[Booked]) -> None:
        self.report = self._made(booked, many)
        self.changed.emit()

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if self.report is not None and changes.topics & _TOPICS:
            self.read()

    # --- counting ---------------------------------------------------------------------------

    def _made(self, rows: list[Booked], many: list[Period]) -> Report:
        directory, tz = self._context.directory, self._context.tz
        business = Business(
            tuple(directory.staff.values()),
            tuple(directory.calendars.values()),
            directory.time_off,
        )
        span = Period(many[0].first, many[-1].last)
        over_time = (
            Line(
                self._name(period),
                business.whole(some, period),
                is_part=self._context.today <= period.last,
            )
            for period, some in zip(many, by_period(rows, tz, many), strict=True)
        )
        staff, calendars = business.by_staff(rows, span), business.by_calendar(rows, span)
        return Report(
            {
                By.TIME: tuple(over_time),
                By.STAFF: tuple(Line(member.name, count) for member, count in staff),
                By.CALENDAR: tuple(Line(calendar.name, count) for calendar, count in calendars),
            },
            business.whole(rows, span),
        )

    def _name(self, period: Period) -> str:
        locale = self._context.locale
        if self.stretch is Stretch.MONTHS_12:
            return locale.month_title(period.first)
        return tr("Week {number}, {day}").format(
            number=locale.week_number(period.first), day=locale.day_and_month(period.first)
        )
