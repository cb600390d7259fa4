"""How a booking repeats, its dates, and what becomes of each before it is saved.

Every date is a question to the rules, and every month one to the store, so the plan is made
beside the window, some dates at a time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from lcdesk.model.booking.planned_dates import PlannedDate
from lcdesk.model.booking.situation import Situation
from lcdesk.model.commands.appointments import BookingRequest, bookable_calendar
from lcdesk.model.commands.series import (
    SeriesRequest,
    may_move_dates,
    plan_each,
    wanted_dates,
)
from lcdesk.model.domain.calendars import Calendar, WhenTaken
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.model.recurrence.by_hand import anchor_series, default_rule, nth_of, offers_series
from lcdesk.model.recurrence.moment import Moment
from lcdesk.model.recurrence.rule import Frequency, Rule
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.background import BackgroundReader, NewestAnswer
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.wording.labels import sentences, tr, with_number
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.series_words import rule_words

_SOME_SECONDS = 0.1  # until the count of those that are known grows


@dataclass(frozen=True, slots=True)
class Repetition:
    """How a booking repeats from whatever day it starts on; `freq` None is never.

    `also` are weekdays (Monday 0) besides the first date's own. A monthly one keeps the day of
    the month, or with `by_weekday` the nth weekday. Without `until` and `times` it never ends.
    """

    freq: Frequency | None = None
    interval: int = 1
    also: frozenset[int] = frozenset()
    by_weekday: bool = False
    until: date | None = None
    times: int | None = None
    when_taken: WhenTaken = WhenTaken.SKIP

    @property
    def is_endless(self) -> bool:
        """Whether it repeats for ever."""
        return self.freq is not None and self.until is None and self.times is None

    def rule(self, first: date) -> Rule | None:
        """The rule of what starts on `first`, and ends then at the earliest."""
        if self.freq is None:
            return None
        byday: frozenset[tuple[int, int]] = frozenset()
        if self.freq is Frequency.WEEKLY:
            byday = frozenset((0, weekday) for weekday in {first.weekday(), *self.also})
        elif self.freq is Frequency.MONTHLY and self.by_weekday:
            byday = frozenset({(nth_of(first), first.weekday())})
        until = None if self.until is None else Moment.of_day(max(self.until, first))
        rule = Rule(self.freq, self.interval, self.times, until, byday=byday)
        return anchor_series(rule, first)


def proposed_repetition(calendar: Calendar | None) -> Repetition:
    """What the calendar's settings propose; never where they say nothing."""
    rule = None if calendar is None else default_rule(calendar)
    if calendar is None or calendar.repeats is None or rule is None:
        return Repetition()
    return Repetition(rule.freq, times=rule.count, when_taken=calendar.repeats.when_taken)


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date with what happens to it."""

    text: str
    note: str
    is_booked: bool
    is_as_wanted: bool


class DatesModel(QObject):
    """The dates of a draft that repeats. Tell it with `follow` what is booked."""

    changed = Signal()

    def __init__(
        self,
        database: Database,
        context: Context,
        aside: BackgroundReader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._aside = NewestAnswer(aside, self)
        self._database = database
        self._clock = context.clock
        self._locale = context.locale
        self._zone = context.tz
        self._calendar: Calendar | None = None
        self._request: BookingRequest | None = None
        self._standing: Appointment | None = None
        self._repetition = Repetition()
        self._problem = ""
        self._wanted: tuple[TimeSpan, ...] = ()
        self._planned: list[PlannedDate] = []

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
    def is_offered(self) -> bool:
        """Whether a booking of this calendar can repeat at all."""
        return self._calendar is not None and offers_series(self._calendar)

    @property
    def may_move_dates(self) -> bool:
        """Whether taken dates may move to the next open time."""
        return self._calendar is not None and may_move_dates(self._calendar, self._standing)

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
        """Plan this booking; nothing is asked while it does not repeat.

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
            self._look_on(
                plan_each(
                    self._request,
                    self._wanted,
                    self._repetition.when_taken,
                    situation_of=self._situations(),
                )
            )
        else:
            self._aside.forget()
        self.changed.emit()

    def rows(self) -> tuple[DateRow, ...]:
        """Every date; before its fate is known it says so."""
        if self.is_done:
            return tuple(self._row(planned) for planned in self._planned)
        return tuple(DateRow(self._when(start), "…", False, True) for start in self._wanted)

    def title(self) -> str:
        """What repeats in words: "Every 2 weeks on Tuesday, 6 times"."""
        first = self.first_day
        rule = None if first is None else self._repetition.rule(first)
        return "" if rule is None else rule_words(rule, self._locale)

    def summary(self) -> str:
        """How many of the dates will be booked, or why none can be."""
        if not self._wanted:
            return tr("The dates are booked as time passes.") if self.can_book else self._problem
        if not self.is_done:
            known, count = len(self._planned), len(self._wanted)
            return tr("Checking dates: {known} of {n}").format(known=known, n=count)
        text = tr("{count} of {n} dates will be booked").format(
            count=self.count, n=len(self._planned)
        )
        if not self._repetition.is_endless:
            return text
        return tr("{booked}, up to {day}. Later ones are booked as time passes.").format(
            booked=text, day=self._locale.full_date(self._day(self._wanted[-1]))
        )

    # --- asking, some dates at a time ---------------------------------------------------------

    def _dates(self) -> tuple[TimeSpan, ...]:
        self._problem = ""
        if self._request is None or self._repetition.freq is None:
            return ()
        try:
            with self._database.read() as reader:
                asked = series_request(reader, self._request, self._repetition)
                asked = replace(asked, standing=self._standing)
                return wanted_dates(reader, asked, now=self._clock())
        except LcdeskError as error:
            self._problem = worded(error.message)
            return ()

    def _look_on(self, planning: Iterator[PlannedDate]) -> None:
        self._aside.ask(partial(_plan_some, planning), partial(self._take, planning))

    def _take(self, planning: Iterator[PlannedDate], found: _Found) -> None:
        self._planned += found.planned
        if found.problem is not None:
            self._planned.clear()
            self._wanted, self._problem = (), worded(found.problem.message)
        elif not self.is_done:
            self._look_on(planning)
        self.changed.emit()

    def _situations(self) -> Callable[[TimeSpan], Situation]:
        """Reads the store in any thread: all it knows stays as it is."""
        calendar, database = self._calendar, self._database
        now, here = self._clock(), self._zone.key
        assert calendar is not None  # dates are asked for on one

        def situation_of(span: TimeSpan) -> Situation:
            ensure_indexed(database, span)
            with database.read() as reader:
                return situation(reader, calendar, asked=span, now=now, here=here)

        return situation_of

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


def booked_words(name: str, *, made: int, left_out: int) -> str:
    """What was booked, for the toast that takes it back: "Booked 6 appointments: Cleo Park"."""
    text = with_number(made, "Booked {n} appointment", "Booked {n} appointments")
    if left_out:
        dates = with_number(left_out, "{n} date left out", "{n} dates left out")
        text = tr("{booked}, {left_out}").format(booked=text, left_out=dates)
    return tr("{booked}: {name}").format(booked=text, name=name)


def series_request(
    reader: Reader, request: BookingRequest, repetition: Repetition
) -> SeriesRequest:
    """The series that begins with a booking. Raises NotFound, RefusedByRule."""
    calendar = bookable_calendar(reader, request.calendar)
    rule = repetition.rule(local_day(request.start, zone(calendar.zone)))
    assert rule is not None  # asked only where something repeats
    return SeriesRequest(request, rule, repetition.when_taken)


@dataclass(frozen=True, slots=True)
class _Found:
    """Some dates more, or why there are none."""

    planned: tuple[PlannedDate, ...]
    problem: LcdeskError | None = None


def _plan_some(planning: Iterator[PlannedDate]) -> _Found:
    """What is known after a short time, at least one date."""
    ends, planned = time.monotonic() + _SOME_SECONDS, []
    try:
        for date_planned in planning:
            planned.append(date_planned)
            if time.monotonic() > ends:
                break
    except LcdeskError as error:
        return _Found((), error)
    return _Found(tuple(planned))
