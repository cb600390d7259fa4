"""What the tray says of the day: what is still ahead today, and which appointment comes next.

Read beside the window, after each change and whenever a line of it would be wrong: when an entry
ends, at midnight, and when somebody opens the menu. The tab of the window makes no difference
here; calendars and staff that were hidden there stay hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.events import AgendaEntry, EntryKind
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.ui.background import BackgroundReader, NewestAnswer
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.wall_spans import OnWall
from lcdesk.ui.desktop.tray_model import DayLine, TrayDay
from lcdesk.ui.week.agenda_week import Group, groups_of
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.wording.labels import Forms, shorten, tr

MOST_LISTED = 8
_DAYS_AHEAD = 7  # in which the next appointment is looked for
_GATHERED_MS = 200
_LONGEST_WAIT = timedelta(hours=1)  # a timer does not know that the clock was set
_Read = tuple[tuple[AgendaEntry, ...], dict[int, Contact]]


class TrayDayModel(QObject):
    """Idle until `read` is called once, then keeps today fresh. `changed` carries what is new."""

    changed = Signal(TrayDay)
    answered = Signal()  # a reading is over, whether or not it changed anything

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        context: Context,
        aside: BackgroundReader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._context = context
        self._newest = NewestAnswer(aside, self)
        self._last: TrayDay | None = None
        self._soon = QTimer(self, singleShot=True, interval=_GATHERED_MS)
        self._soon.timeout.connect(self.read)
        self._turn = QTimer(self, singleShot=True)
        self._turn.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._turn.timeout.connect(self.read)
        news.changed.connect(self._hear)

    def close(self) -> None:
        """Read no more."""
        self._soon.stop()
        self._turn.stop()

    @Slot()
    def read(self) -> None:
        """Look at the days ahead and say what is new."""
        ahead = day_span(self._context.today, self._context.tz, _DAYS_AHEAD)
        self._newest.ask(partial(_read, self._database, ahead), self._take)

    def _take(self, read: _Read) -> None:
        entries, people = read
        now, context = self._context.clock(), self._context
        words = EntryWords(context.directory, people, Forms(context.locale), context.tz)
        ahead = self._ahead(entries, now)
        day = _worded(ahead, words, now=now, today=context.today)
        self._wait_for_turn(ahead, now)
        if day != self._last:
            self._last = day
            self.changed.emit(day)
        self.answered.emit()

    def _ahead(self, entries: Iterable[AgendaEntry], now: datetime) -> list[Group]:
        context = self._context
        shown = replace(context.shown, kind=None, hides_cancelled=True)
        groups = groups_of(entries, context.directory, shown)
        timed = (group for group in groups if group.lead.all_day is None)
        still = (group for group in timed if group.lead.span.end > now)
        return sorted(still, key=lambda group: (group.lead.span.start, group.lead.span.end))

    def _wait_for_turn(self, ahead: Iterable[Group], now: datetime) -> None:
        context = self._context
        turns = [day_span(context.today, context.tz).end]
        for group in ahead:
            turns += (group.lead.span.start, group.lead.span.end)
        wait = min(min(turn for turn in turns if turn > now) - now, _LONGEST_WAIT)
        self._turn.start(round(wait / timedelta(milliseconds=1)) + 1_000)

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        is_kept = self._last is not None  # nobody asked yet where there is no tray
        if is_kept and changes.topics - {Topic.ACTIVITY} and not self._soon.isActive():
            self._soon.start()


def _read(database: Database, ahead: TimeSpan) -> _Read:
    with database.read() as reader:
        entries = agenda(reader, ahead)
        return entries, contacts(reader, {who for one in entries for who in one.contacts})


def _worded(ahead: list[Group], words: EntryWords, *, now: datetime, today: date) -> TrayDay:
    todays = [group for group in ahead if OnWall.of(group.lead.span, words.tz).first <= today]
    listed = tuple(
        DayLine(_line(group, words, now=now), group.lead) for group in todays[:MOST_LISTED]
    )
    booked = (group for group in ahead if group.lead.kind is EntryKind.APPOINTMENT)
    coming = next(booked, None)
    return TrayDay(
        day=words.forms.locale.day(today),
        lines=listed,
        more=len(todays) - len(listed),
        next="" if coming is None else _next_words(coming, words, now=now, today=today),
    )


def _line(group: Group, words: EntryWords, *, now: datetime) -> str:
    return f"{_time(group, words, now)}  {_title(group, words)}"


def _next_words(group: Group, words: EntryWords, *, now: datetime, today: date) -> str:
    wall, title = OnWall.of(group.lead.span, words.tz), _title(group, words)
    time = words.forms.time(wall.start)
    if group.lead.span.start <= now:
        return tr("Now: {title}").format(title=title)
    if wall.first == today:
        return tr("Next: {time} {title}").format(time=time, title=title)
    if wall.first == today + timedelta(days=1):
        return tr("Next: tomorrow, {time} {title}").format(time=time, title=title)
    day = words.forms.locale.short_day(wall.first)
    return tr("Next: {day}, {time} {title}").format(day=day, time=time, title=title)


def _time(group: Group, words: EntryWords, now: datetime) -> str:
    if group.lead.span.start <= now:
        return tr("now")
    return words.forms.time(OnWall.of(group.lead.span, words.tz).start)


def _title(group: Group, words: EntryWords) -> str:
    return shorten(words.title(group.lead, group.seats))
