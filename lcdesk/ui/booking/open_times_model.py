"""The booking dialog's open times: a strip of days, and the next ones after the picked time.

A week is asked at a time, beside the window, so that the dialog opens and types without waiting
for any. What was asked is kept while the calendar, the
member, the length and the store stay the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.booking.slot_query import asked_days
from lcdesk.model.booking.slots import slots
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.zones import at_wall, day_span, local_day, wall_minute, zone
from lcdesk.model.replication.write_rights import booking_warnings
from lcdesk.model.store.database import Database
from lcdesk.model.store.freshness import unread_warnings
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.ui.background import BackgroundReader, NewestAnswer
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.directory_model import stale_words
from lcdesk.ui.look.as_typed import as_sentence
from lcdesk.ui.wording.labels import tr, with_number

SHOWN = 6
LOOKED_AHEAD = 60  # days
_WEEK = 7
_ONE_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_DAWN, _MORNING = 6 * 60, 9 * 60


@dataclass(frozen=True, slots=True)
class Search:
    """Whose open times: nothing else decides which they are."""

    calendar: Calendar
    staff: int
    length: timedelta | None


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of the strip; `count` None while it has not been asked."""

    day: date
    heading: str
    count: int | None
    note: str
    spoken: str
    first: int | None = None  # minute of its first open time
    is_chosen: bool = False
    is_past: bool = False  # no choice


@dataclass(frozen=True, slots=True)
class NextSlot:
    """An open time to pick."""

    day: date
    minute: int
    text: str


class OpenAhead(QObject):
    """Open times around a draft. Tell it with `follow` what is looked for."""

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
        self._search: Search | None = None
        self._start = context.clock()
        self._weeks: dict[date, tuple[datetime, ...]] = {}  # open starts by the week's first day
        self._stale: str | None = None  # None while it has not been asked
        self._step = QTimer(self, singleShot=True, interval=0)
        self._step.timeout.connect(self._look_on)

    @property
    def is_done(self) -> bool:
        """Whether everything that is shown is known."""
        return self._missing() is None

    @property
    def has_nothing(self) -> bool:
        """Whether it is known that nothing is open in all the days looked at."""
        return self._search is not None and self.is_done and not self._following()

    def follow(self, search: Search | None, start: datetime) -> None:
        """Look for these, after this time."""
        if search != self._search:
            self.forget()
        self._search, self._start = search, start
        self._step.start()

    def forget(self) -> None:
        """The store has changed: what is known may be wrong."""
        self._aside.forget()
        self._weeks.clear()
        self._stale = None
        self._step.start()

    def strip(self) -> tuple[StripDay, ...]:
        """The days of the picked time's week; a week that has begun is shown from today on."""
        first, today = self._strip_start(), local_day(self._clock(), self._zone)
        return tuple(self._strip_day(first + at * _ONE_DAY, today) for at in range(_WEEK))

    def widest_words(self) -> tuple[str, ...]:
        """Lines that a day of the strip may have to show: every weekday, and the longest notes."""
        first = self._strip_start()
        week = [first + at * _ONE_DAY for at in range(_WEEK)]
        headings = [f"{self._locale.weekday(day)} 30" for day in week]
        times = [self._locale.time(22 * 60 + 30), self._locale.time(12 * 60 + 30)]
        return (*headings, tr("{n} open").format(n=88), tr("none"), tr("past"), *times)

    def next_slots(self) -> tuple[NextSlot, ...]:
        """The first open times from the picked one on, as far as they are known."""
        return tuple(self._next_slot(instant) for instant in self._following()[:SHOWN])

    def next_words(self) -> str:
        """What stands over the next ones, also when there are none."""
        if self._search is None:
            return ""
        return nothing_open() if self.has_nothing else tr("Next open times")

    def warning(self) -> str:
        """What to know before booking; empty when all is well.

        “iCloud last read at 09:12” where open times may be taken by now, whose events could not be
        read, and whose calendar does not take what is booked.
        """
        if self._search is None:
            return ""
        if self._stale is None:
            self._stale = self._ask_stale(self._search)
        return self._stale

    def _ask_stale(self, search: Search) -> str:
        team = (search.staff,) if search.staff else search.calendar.staff
        with self._database.read() as reader:
            stale = stale_words(
                reader, now=self._clock(), tz=self._zone, locale=self._locale, staff=team
            )
            unread = [
                " ".join((sentence, tr("See Needs attention.")))
                for sentence in unread_warnings(reader, team)
            ]
            told = (stale, *unread, *booking_warnings(reader, team))
        return "\n".join(as_sentence(text) for text in told if text)

    # --- asking, a week at a time -------------------------------------------------------------

    @Slot()
    def _look_on(self) -> None:
        week = self._missing()
        if week is None or self._search is None:
            return
        question = partial(
            _open_in_week, self._database, self._search, week, tz=self._zone, now=self._clock()
        )
        self._aside.ask(question, partial(self._take, week))

    def _take(self, week: date, found: tuple[datetime, ...]) -> None:
        self._weeks[week] = found
        self.changed.emit()
        self._look_on()

    def _missing(self) -> date | None:
        """The next week to ask, or None when enough is known."""
        if self._search is None:
            return None
        week = self._locale.week_start(local_day(self._start, self._zone))
        last = local_day(self._start, self._zone) + timedelta(days=LOOKED_AHEAD)
        on_strip = self._strip_start() + (_WEEK - 1) * _ONE_DAY
        while week <= last:
            if week not in self._weeks:
                return week
            if len(self._following()) >= SHOWN and week + timedelta(days=_WEEK) > on_strip:
                return None
            week += timedelta(days=_WEEK)
        return None

    # --- words --------------------------------------------------------------------------------

    def _following(self) -> list[datetime]:
        """Known open starts from the picked time on, as far as no week between is missing."""
        week = self._locale.week_start(local_day(self._start, self._zone))
        found: list[datetime] = []
        while week in self._weeks and len(found) < SHOWN:
            found += [instant for instant in self._weeks[week] if instant >= self._start]
            week += timedelta(days=_WEEK)
        return found

    def _strip_start(self) -> date:
        chosen, today = local_day(self._start, self._zone), local_day(self._clock(), self._zone)
        return max(self._locale.week_start(chosen), min(today, chosen))

    def _strip_day(self, day: date, today: date) -> StripDay:
        heading = f"{self._locale.weekday(day)} {self._locale.day_number(day)}"
        name = self._locale.day(day)
        chosen = local_day(self._start, self._zone)
        known = self._weeks.get(self._locale.week_start(day))
        if day < today:
            spoken = tr("{day}: past").format(day=name)
            return StripDay(
                day, heading, 0, tr("past"), spoken, is_chosen=day == chosen, is_past=True
            )
        if known is None:
            return StripDay(day, heading, None, "…", name, is_chosen=day == chosen)
        minutes = [
            wall_minute(instant, self._zone)
            for instant in known
            if local_day(instant, self._zone) == day
        ]
        if not minutes:
            spoken = tr("{day}: nothing open").format(day=name)
            return StripDay(day, heading, 0, tr("none"), spoken, is_chosen=day == chosen)
        first = self._locale.time(minutes[0])
        many = with_number(len(minutes), "{n} open time", "{n} open times")
        spoken = tr("{day}: {many}, the first at {time}").format(day=name, many=many, time=first)
        note = "\n".join((tr("{n} open").format(n=len(minutes)), first))
        return StripDay(
            day, heading, len(minutes), note, spoken, minutes[0], is_chosen=day == chosen
        )

    def _next_slot(self, start: datetime) -> NextSlot:
        day, minute = local_day(start, self._zone), wall_minute(start, self._zone)
        name = f"{self._locale.weekday(day)} {self._locale.day_number(day)}"
        text = f"{name}, {self._locale.time(minute)}"
        return NextSlot(day, minute, text)


def nothing_open() -> str:
    """That a calendar has no open time, however far is looked."""
    return tr("Nothing is open in the next {days} days.").format(days=LOOKED_AHEAD)


def _open_in_week(
    database: Database, search: Search, week: date, *, tz: ZoneInfo, now: datetime
) -> tuple[datetime, ...]:
    """The open starts of seven days of the clock shown; none where they cannot be asked."""
    own, shown = zone(search.calendar.zone), day_span(week, tz, _WEEK)
    first = local_day(shown.start, own)
    days = (local_day(shown.end - _SECOND, own) - first).days + 1
    try:
        found = open_starts(database, search, first=first, days=days, now=now)
    except LcdeskError:  # the dialog's answer says why
        return ()
    return tuple(instant for instant in found if shown.start <= instant < shown.end)


def next_open(
    database: Database, search: Search, *, after: datetime, now: datetime
) -> datetime | None:
    """The first open slot after a time, on the calendar's own grid; asked at once."""
    first = local_day(after, zone(search.calendar.zone))
    for passed in range(0, LOOKED_AHEAD, _WEEK):
        day = first + timedelta(days=passed)
        for start in open_starts(database, search, first=day, days=_WEEK, now=now):
            if start > after:
                return start
    return None


def by_day(
    found: tuple[date, int],
    open_after: Callable[[datetime], tuple[date, int] | None],
    tz: ZoneInfo,
) -> tuple[date, int]:
    """A time at which people are awake, where that day has one: some work round the clock."""
    if found[1] >= _DAWN:
        return found
    later = open_after(at_wall(found[0], _MORNING, tz) - _SECOND)
    return found if later is None or later[0] != found[0] else later


def open_starts(
    database: Database, search: Search, *, first: date, days: int, now: datetime
) -> tuple[datetime, ...]:
    """The open starts of some local days of the calendar's zone, in order."""
    asked = asked_days(search.calendar, first, days=days, length=search.length)
    ensure_indexed(database, asked)
    with database.read() as reader:
        around = situation(reader, search.calendar, asked=asked, now=now)
    if search.length is not None:
        around = replace(around, length=search.length)
    found = slots(around, first, days, staff=(search.staff,) if search.staff else None)
    return tuple(instant.span.start for instant in found if instant.open)
