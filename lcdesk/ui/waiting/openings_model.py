"""Who waits for time that has just opened up: one sentence over the week, and what to book.

Nothing is read unless something was freed, and then beside the window's thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.booking.waiting import Fit
from lcdesk.model.commands.waiting.fitting import reach, who_fits
from lcdesk.model.domain.changes import ChangeSet, Freed, Topic
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.model.store.waiting import waiting_page
from lcdesk.ui.background import BackgroundReader, NewestAnswer
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.waiting.wording import moment_words
from lcdesk.ui.wording.labels import tr, with_number

_MOST_FREED = 50  # stretches that are remembered, the newest
_MOST_FITS = 20
_TOPICS = frozenset({Topic.WAITING, Topic.AGENDA, Topic.CALENDARS, Topic.STAFF, Topic.CONTACTS})

Found = tuple[tuple[Fit, ...], Mapping[int, Contact]]


def read_fits(database: Database, freed: tuple[Freed, ...], now: datetime) -> Found:
    """Who could take what was freed, and what they are called."""
    with database.read() as reader:
        if not waiting_page(reader, calendar=None, limit=1):
            return (), {}
    ensure_indexed(database, reach(now))
    with database.read() as reader:
        fits = who_fits(reader, freed, now=now, most=_MOST_FITS)
        return fits, contacts(reader, {fit.waiting.contact for fit in fits})


class Openings(QObject):
    """What was freed lately and somebody waits for; kept until it is booked or put away."""

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
        self._freed: tuple[Freed, ...] = ()
        self._people: Mapping[int, Contact] = {}
        self.fits: tuple[Fit, ...] = ()
        news.changed.connect(self._hear)

    @property
    def words(self) -> str:
        """Who waits for what has opened up; empty where nobody does."""
        fit = next(iter(self.fits), None)
        if fit is None:
            return ""
        calendar = self._context.directory.calendars.get(fit.waiting.calendar)
        form = tr("A time is open on {when}: {name} is waiting for {calendar}.")
        if fit.slot.seats_left is not None:
            form = tr("A seat is free on {when}: {name} is waiting for {calendar}.")
        told = form.format(
            when=moment_words(fit.slot.span.start, self._context.locale, self._context.tz),
            name=as_line(self._people[fit.waiting.contact].name),
            calendar="" if calendar is None else calendar.name,
        )
        more = len(self.fits) - 1
        if not more:
            return told
        others = with_number(more, "{n} other could come too.", "{n} others could come too.")
        return f"{told} {others}"

    @Slot()
    def put_away(self) -> None:
        """Say no more of what was freed so far."""
        self._freed = ()
        self._newest.forget()
        self._show((), {})

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.freed:
            self._freed = (*changes.freed, *self._freed)[:_MOST_FREED]
        elif not self.fits or not changes.topics & _TOPICS:
            return
        question = partial(read_fits, self._database, self._freed, self._context.clock())
        self._newest.ask(question, self._take)

    def _take(self, found: Found) -> None:
        self._show(*found)

    def _show(self, fits: tuple[Fit, ...], people: Mapping[int, Contact]) -> None:
        if not fits:
            self._freed = ()
        self.fits, self._people = fits, people
        self.changed.emit()
