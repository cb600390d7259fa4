"""Weeks read beside what the window does: the one on the screen after the sync wrote, and those
before and behind it while nothing moves.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.zones import day_span
from lcdesk.model.store.database import Database
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.week.shown_days import ShownDays
from lcdesk.ui.week.week_cache_model import WeekAsked, WeekRead, WeekShelf, read_week

_SOON_MS = 50  # several commits of the sync are drawn at once
_RESTS = 10  # times as long as the last reading took, so that a long pass is not slowed by it
_AHEAD_MS = 120  # of quiet, before neighbours are read
_PASS_OVER_MS = 1_000  # of quiet after the sync wrote, for the same
_FAR = timedelta(hours=14)  # all-day entries lie on dates, their times up to this much off
_MINUTE_MS = 60_000  # what is past grows paler


class WeekAside(QObject):
    """Fills the shelf. Nothing it reads is waited for; a newer question makes an answer void."""

    shown_read = Signal(object)  # WeekRead: the days on the screen, made anew

    def __init__(
        self,
        database: Database,
        aside: BackgroundReader,
        shelf: WeekShelf,
        days: ShownDays,
        question: Callable[[Days], WeekAsked],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._aside = aside
        self._shelf = shelf
        self._days = days
        self._question = question
        self._asked: WeekAsked | None = None  # what is being read
        self._is_outdated = False  # whether the store has changed since then
        self._rested_at = 0.0  # when the store may be read again for the sync's sake
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._soon.timeout.connect(self._look)
        self._ahead.timeout.connect(self._read_ahead)
        self._minute.timeout.connect(self._look_again)
        self._minute.start()

    def close(self) -> None:
        """End what runs by itself."""
        for timer in (self._soon, self._ahead, self._minute):
            timer.stop()

    @property
    def is_reading(self) -> bool:
        """Whether neighbouring days are still to be read."""
        return self._ahead.isActive() or self._asked is not None

    def turn(self) -> None:
        """The days on the screen were read now: what was asked is older, neighbours are next."""
        self._asked = None
        self._ahead.start(_AHEAD_MS)

    def outdate(self) -> None:
        """The store has changed: nothing that was read is kept."""
        self._is_outdated = True
        self._shelf.clear()

    def follow_sync(self, changes: ChangeSet) -> None:
        """Read what a page of a pass changed, now and then."""
        # A pass commits page by page, and most of what it reads lies in other weeks.
        if not self._may_show(changes):
            self._ahead.start(_PASS_OVER_MS)
        elif not self._soon.isActive():
            rest = round((self._rested_at - time.monotonic()) * 1000)
            self._soon.start(max(rest, _SOON_MS))

    def _may_show(self, changes: ChangeSet) -> bool:
        """Whether something in the days on the screen may have changed."""
        if changes.topics - {Topic.AGENDA, Topic.ACTIVITY} or not changes.spans:
            return True
        days, tz = self._days.now, self._days.tz
        shown = day_span(days.first, tz, days.count).widen(_FAR, _FAR)
        return any(span.start < shown.end and shown.start < span.end for span in changes.spans)

    @Slot()
    def _look(self) -> None:
        """Make the week on the screen anew, for nobody who waits."""
        if self._asked is None:
            self._ask(self._question(self._days.now), self._show_read)
        else:
            self._soon.start(_SOON_MS)

    @Slot()
    def _look_again(self) -> None:
        self._shelf.make_anew()
        self._look()

    @Slot()
    def _read_ahead(self) -> None:
        """Read the neighbours, one at a time."""
        if self._asked is not None:
            self._ahead.start(_AHEAD_MS)
            return
        for by in (1, -1):
            asked = self._question(self._days.after(by))
            if not self._shelf.is_ready(asked.scope, asked.bookable):
                self._ask(asked, self._keep_neighbour)
                return

    def _ask(self, asked: WeekAsked, then: Callable[[WeekAsked, Future[WeekRead]], None]) -> None:
        self._asked = asked
        self._is_outdated = False
        self._aside.ask(partial(read_week, self._database, asked), partial(then, asked))

    def _show_read(self, asked: WeekAsked, done: Future[WeekRead]) -> None:
        read = self._accept(asked, done)
        if read is not None:
            self.shown_read.emit(read)
            self._ahead.start(_PASS_OVER_MS)

    def _keep_neighbour(self, asked: WeekAsked, done: Future[WeekRead]) -> None:
        read = self._accept(asked, done)
        if read is not None and (asked.bookable is None or read.times is not None):
            self._ahead.start(_AHEAD_MS)

    def _accept(self, asked: WeekAsked, done: Future[WeekRead]) -> WeekRead | None:
        """What was read; None where something newer has been read meanwhile."""
        if asked is not self._asked:
            return None
        self._asked = None
        read = done.result()
        self._rested_at = time.monotonic() + _RESTS * read.seconds
        if not self._is_outdated:
            self._shelf.put(asked, read)
        return read
