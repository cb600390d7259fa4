"""A recurring booking in the dialog: how often, and what becomes of each date before it is saved.

Every date is a question to the rules, and every month one to the store, so the plan is made date
by date with the window's other work between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.booking.recurring import PlannedDate
from lcdesk.model.booking.situation import Situation
from lcdesk.model.commands.appointments import BookingRequest, bookable_calendar
from lcdesk.model.commands.recurring import (
    Recurring,
    book_recurring,
    offers_recurring,
    planning,
    wanted_dates,
)
from lcdesk.model.commands.series import SeriesRequest, book_series, wanted_series_dates
from lcdesk.model.domain.calendars import Calendar, Every, WhenTaken
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import Clock, local_day, wall_minute, zone
from lcdesk.model.recurrence.by_hand import anchor_series, frequency, offers_series
from lcdesk.model.recurrence.rule import Rule
from lcdesk.model.store.database import Database
from lcdesk.model.store.index import ensure_indexed
from lcdesk.model.store.situation import situation
from lcdesk.model.store.transaction import Reader, Transaction
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.series.pattern import Pattern
from lcdesk.ui.wording.labels import counted, sentences, tr
from lcdesk.ui.wording.series_words import rule_words


@dataclass(frozen=True, slots=True)
class Repetition:
    """How a booking recurs; `every` None is never. With a `pattern` it is a series by hand."""

    every: Every | None = None
    times: int = 4
    when_taken: WhenTaken = WhenTaken.SKIP
    pattern: Pattern | None = None

    def rule(self, first: date) -> Rule | None:
        """The rule of what starts on `first`; None when nothing recurs. Raises InvalidInput."""
        if self.every is None:
            return None
        if self.pattern is not None:
            return self.pattern.rule(first)
        return anchor_series(Rule(frequency(self.every), count=self.times), first)


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date with what happens to it."""

    text: str
    note: str
    is_booked: bool
    is_as_wanted: bool


class RepeatModel(QObject):
    """The dates of a draft that recurs. Tell it with `follow` what is booked."""

    changed = Signal()

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        locale: LocaleFormat,
        zone_name: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._clock = clock
        self._locale = locale
        self._zone = zone(zone_name)
        self._calendar: Calendar | None = None
        self._request: BookingRequest | None = None
        self._standing: Appointment | None = None
        self._repetition = Repetition()
        self._problem = ""
        self._wanted: tuple[TimeSpan, ...] = ()
        self._planned: list[PlannedDate] = []
        self._planning: Iterator[PlannedDate] = iter(())
        self._step = QTimer(self, singleShot=True, interval=0)
        self._step.timeout.connect(self._look_on)

    @property
    def is_done(self) -> bool:
        """Whether the fate of every date is known."""
        return len(self._planned) == len(self._wanted)

    @property
    def count(self) -> int:
        """How many dates will be booked, as soon as it is known."""
        if not self.is_done:
            return 0
        return sum(planned.booked is not None for planned in self._planned)

    @property
    def is_by_hand(self) -> bool:
        """Whether what recurs is a series by hand: the calendar has no recurrence of its own.

        An appointment that stands can recur in no other way.
        """
        calendar = self._calendar
        if calendar is None or not offers_series(calendar):
            return False
        return self._standing is not None or not offers_recurring(calendar)

    @property
    def is_offered(self) -> bool:
        """Whether a booking of this calendar can recur at all."""
        calendar = self._calendar
        return calendar is not None and (self.is_by_hand or offers_recurring(calendar))

    @property
    def can_book(self) -> bool:
        """Whether anything would be booked; of a standing appointment perhaps only some day."""
        if self._wanted:
            return self.count > 0
        return self._standing is not None and self._calendar is not None and not self._problem

    @property
    def first_day(self) -> date | None:
        """The first date on the calendar's own wall, where the rule counts."""
        if self._calendar is None or self._request is None:
            return None
        return local_day(self._request.start, zone(self._calendar.zone))

    def follow(
        self,
        calendar: Calendar | None,
        request: BookingRequest,
        repetition: Repetition,
        *,
        standing: Appointment | None = None,
    ) -> None:
        """Plan this booking; nothing is asked while it does not recur.

        Where `standing` is its first date already, only the later ones are planned.
        """
        self._calendar, self._request, self._repetition = calendar, request, repetition
        self._standing = standing
        self.forget()

    def forget(self) -> None:
        """Plan anew: the booking or the store has changed."""
        self._planned.clear()
        self._wanted = self._dates()
        if self._wanted and self._request is not None:
            self._planning = planning(
                self._request,
                self._wanted,
                self._repetition.when_taken,
                situation_of=self._situation,
            )
            self._step.start()
        else:
            self._step.stop()
            self.changed.emit()

    def rows(self) -> tuple[DateRow, ...]:
        """Every date; before its fate is known it says so."""
        if self.is_done:
            return tuple(self._row(planned) for planned in self._planned)
        return tuple(DateRow(self._when(start), "…", False, True) for start in self._wanted)

    def title(self) -> str:
        """What recurs in words: "Every 2 weeks on Tuesday, 6 times"."""
        first = self.first_day
        rule = None if first is None else self._repetition.rule(first)
        return "" if rule is None else rule_words(rule, self._locale)

    def summary(self) -> str:
        """How many of the dates will be booked, or why none can be."""
        if not self._wanted:
            return tr("The dates are booked as time passes.") if self.can_book else self._problem
        if not self.is_done:
            return tr("Checking {n} dates…").format(n=len(self._wanted))
        text = tr("{count} of {n} dates will be booked").format(
            count=self.count, n=len(self._planned)
        )
        if not self._is_endless:
            return text
        return tr("{booked}, up to {day}. Later ones are booked as time passes.").format(
            booked=text, day=self._locale.full_date(self._day(self._wanted[-1]))
        )

    @property
    def _is_endless(self) -> bool:
        pattern = self._repetition.pattern
        return pattern is not None and pattern.until is None and pattern.times is None

    # --- asking, a date at a time -------------------------------------------------------------

    def _dates(self) -> tuple[TimeSpan, ...]:
        self._problem = ""
        if self._request is None or self._repetition.every is None:
            return ()
        try:
            with self._database.read() as reader:
                return wish_of(
                    reader,
                    self._request,
                    self._repetition,
                    standing=self._standing,
                    now=self._clock(),
                )
        except LcdeskError as error:
            self._problem = error.message
            return ()

    @Slot()
    def _look_on(self) -> None:
        try:
            self._planned.append(next(self._planning))
        except LcdeskError as error:
            self._planned.clear()
            self._wanted, self._problem = (), error.message
        if self.is_done:
            self.changed.emit()
        else:
            self._step.start()

    def _situation(self, span: TimeSpan) -> Situation:
        calendar = self._calendar
        assert calendar is not None  # dates are asked for on one
        ensure_indexed(self._database, span)
        with self._database.read() as reader:
            return situation(reader, calendar, asked=span, now=self._clock(), here=self._zone.key)

    # --- words --------------------------------------------------------------------------------

    def _row(self, planned: PlannedDate) -> DateRow:
        wanted, booked = planned.wanted, planned.booked
        text = self._when(wanted.span)
        why = "; ".join(sentences(wanted.reasons))
        if booked is None:
            return DateRow(text, tr("left out: {why}").format(why=why), False, False)
        if wanted.open:
            return DateRow(text, "", True, True)
        if booked.span == wanted.span:
            return DateRow(text, tr("booked anyway: {why}").format(why=why), True, False)
        moved = tr("moved to {when}: {why}").format(when=self._when(booked.span), why=why)
        return DateRow(text, moved, True, False)

    def _when(self, span: TimeSpan) -> str:
        time = self._locale.time(wall_minute(span.start, self._zone))
        return f"{self._locale.day(self._day(span))}, {time}"

    def _day(self, span: TimeSpan) -> date:
        return local_day(span.start, self._zone)


def default_repetition(calendar: Calendar | None) -> Repetition:
    """Never, with the rest as the calendar's settings say."""
    if calendar is None or calendar.repeats is None:
        return Repetition()
    return Repetition(None, calendar.repeats.times, calendar.repeats.when_taken)


def wish_of(
    reader: Reader,
    request: BookingRequest,
    repetition: Repetition,
    *,
    standing: Appointment | None = None,
    now: datetime,
) -> tuple[TimeSpan, ...]:
    """The dates that are asked for. Raises LcdeskError."""
    if repetition.pattern is not None:
        asked = replace(_series_request(reader, request, repetition), standing=standing)
        return wanted_series_dates(reader, asked, now=now)
    every, times = repetition.every, repetition.times
    return () if every is None else wanted_dates(reader, request, every=every, times=times)


def book_by(
    tx: Transaction, request: BookingRequest, repetition: Repetition, *, now: datetime
) -> Recurring:
    """Book every date that can be. Raises LcdeskError."""
    if repetition.pattern is not None:
        return book_series(tx, _series_request(tx, request, repetition), now=now)
    return book_recurring(
        tx,
        request,
        every=repetition.every or Every.WEEK,
        times=repetition.times,
        when_taken=repetition.when_taken,
        now=now,
    )


def booked_words(name: str, *, made: int, left_out: int) -> str:
    """What was booked, for the toast that takes it back: "Booked 6 appointments: Cleo Park"."""
    text = counted(made, "Booked {n} appointment", "Booked {n} appointments")
    if left_out:
        dates = counted(left_out, "{n} date left out", "{n} dates left out")
        text = f"{text}, {dates}"
    return f"{text}: {name}"


def _series_request(
    reader: Reader, request: BookingRequest, repetition: Repetition
) -> SeriesRequest:
    calendar = bookable_calendar(reader, request.calendar)
    rule = repetition.rule(local_day(request.start, zone(calendar.zone)))
    assert rule is not None  # a pattern makes one
    return SeriesRequest(request, rule, repetition.when_taken)
