"""A recurring booking in the dialog: how often, and what becomes of each date before it is saved.

Every date is a question to the store and the rules, so they are asked one by one with the
window's other work between; the plan itself is then made from the answers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.booking.recurring import PlannedDate, plan
from lcdesk.model.booking.situation import Situation
from lcdesk.model.commands.appointments import BookingRequest
from lcdesk.model.commands.recurring import wanted_dates
from lcdesk.model.domain.calendars import Calendar, Every, WhenTaken
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.index import ensure_indexed
from lcdesk.model.store.situation import situation
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.viewmodels.reasons import sentences
from lcdesk.ui.viewmodels.wording import tr


@dataclass(frozen=True, slots=True)
class Repetition:
    """How a booking recurs; `every` None is never."""

    every: Every | None = None
    times: int = 4
    when_taken: WhenTaken = WhenTaken.SKIP


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date with what happens to it."""

    text: str
    note: str
    is_booked: bool
    is_as_wanted: bool


class _NotAsked(Exception):
    """The plan needs a situation that has not been fetched yet."""

    def __init__(self, span: TimeSpan) -> None:
        super().__init__()
        self.span = span


class RepeatModel(QObject):
    """The dates of a draft that recurs. Tell it with `follow` what is booked."""

    changed = Signal()

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        *,
        words: LocaleFormat,
        zone_name: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._clock = clock
        self._words = words
        self._zone = zone(zone_name)
        self._calendar: Calendar | None = None
        self._request: BookingRequest | None = None
        self._repetition = Repetition()
        self._situations: dict[TimeSpan, Situation] = {}
        self._wanted: tuple[TimeSpan, ...] = ()
        self._planned: tuple[PlannedDate, ...] = ()
        self._step = QTimer(self, singleShot=True, interval=0)
        self._step.timeout.connect(self._look_on)

    @property
    def is_done(self) -> bool:
        """Whether the fate of every date is known."""
        return not self._wanted or bool(self._planned)

    @property
    def count(self) -> int:
        """How many dates will be booked."""
        return sum(one.booked is not None for one in self._planned)

    def follow(
        self, calendar: Calendar | None, request: BookingRequest, repetition: Repetition
    ) -> None:
        """Plan this booking; nothing is asked while it does not recur."""
        self._calendar, self._request, self._repetition = calendar, request, repetition
        self.forget()

    def forget(self) -> None:
        """Plan anew: the booking or the store has changed."""
        self._situations.clear()
        self._planned = ()
        self._wanted = self._dates()
        if self._wanted:
            self._step.start()
        else:
            self._step.stop()
            self.changed.emit()

    def rows(self) -> tuple[DateRow, ...]:
        """Every date; before its fate is known it says so."""
        if self._planned:
            return tuple(self._row(one) for one in self._planned)
        return tuple(DateRow(self._when(one), "…", False, True) for one in self._wanted)

    def summary(self) -> str:
        """How many of the dates will be booked."""
        if not self._wanted:
            return ""
        if not self._planned:
            return tr("Checking {n} dates…").format(n=len(self._wanted))
        return tr("{count} of {n} dates will be booked").format(
            count=self.count, n=len(self._planned)
        )

    # --- asking, a date at a time -------------------------------------------------------------

    def _dates(self) -> tuple[TimeSpan, ...]:
        every, request = self._repetition.every, self._request
        if every is None or request is None or self._calendar is None:
            return ()
        try:
            with self._database.read() as reader:
                return wanted_dates(reader, request, every=every, times=self._repetition.times)
        except LcdeskError:
            return ()

    @Slot()
    def _look_on(self) -> None:
        if not self._wanted or self._planned:
            return
        missing = next((one for one in self._wanted if one not in self._situations), None)
        try:
            if missing is not None:
                self._fetch(missing)
            else:
                self._make_plan()
        except LcdeskError:
            self._wanted = ()
        if self.is_done:
            self.changed.emit()
        else:
            self._step.start()

    def _make_plan(self) -> None:
        request = self._request
        staff = request.staff if request is not None else ()
        try:
            self._planned = plan(
                self._wanted,
                self._repetition.when_taken,
                situation_of=self._known,
                staff=staff or None,
            )
        except _NotAsked as question:
            self._fetch(question.span)

    def _known(self, span: TimeSpan) -> Situation:
        found = self._situations.get(span)
        if found is None:
            raise _NotAsked(span)
        return found

    def _fetch(self, span: TimeSpan) -> None:
        if self._calendar is None:
            return
        ensure_indexed(self._database, span)
        with self._database.read() as reader:
            self._situations[span] = situation(
                reader, self._calendar, asked=span, now=self._clock()
            )

    # --- words --------------------------------------------------------------------------------

    def _row(self, one: PlannedDate) -> DateRow:
        wanted, booked = one.wanted, one.booked
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
        day = local_day(span.start, self._zone)
        time = self._words.time(wall_minute(span.start, self._zone))
        return f"{self._words.day(day)}, {time}"


def default_repetition(calendar: Calendar | None) -> Repetition:
    """Never, with the rest as the calendar's settings say."""
    if calendar is None or calendar.repeats is None:
        return Repetition()
    return Repetition(None, calendar.repeats.times, calendar.repeats.when_taken)
