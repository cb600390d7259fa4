"""The waiting list as it is shown: who, what, since when, and when each could be booked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.booking.waiting import Fit
from lcdesk.model.commands.waiting.entries import remove_waiting
from lcdesk.model.commands.waiting.fitting import next_fits, reach
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.model.store.waiting import count_waiting, waiting_page
from lcdesk.ui.background import BackgroundReader, NewestAnswer
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.offers import Offer
from lcdesk.ui.waiting.wording import moment_words, what_words, when_words
from lcdesk.ui.wording.labels import tr, with_number
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import undo_offer

MOST = 500  # entries shown at once
_TOPICS = frozenset({Topic.WAITING, Topic.AGENDA, Topic.CALENDARS, Topic.STAFF, Topic.CONTACTS})


@dataclass(frozen=True, slots=True)
class Row:
    """One entry in words. `next_start` is None where no open time suits within reach."""

    waiting: Waiting
    who: str
    what: str
    when: str
    since: str
    next_words: str
    next_start: datetime | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """What was read: the page, how many wait for each calendar, names, open times."""

    page: tuple[Waiting, ...]
    counts: Mapping[int, int]
    people: Mapping[int, Contact]
    fits: Mapping[int, Fit]


def read_listing(database: Database, calendar: int | None, now: datetime) -> Listing:
    """The oldest of those who wait, and when each could be booked."""
    with database.read() as reader:
        page = waiting_page(reader, calendar=calendar, limit=MOST)
    if page:
        ensure_indexed(database, reach(now))
    with database.read() as reader:
        people = contacts(reader, {one.contact for one in page})
        fits = next_fits(reader, page, now=now)
        return Listing(page, count_waiting(reader), people, fits)


class WaitingList(QObject):
    """Read beside the window's thread, and again when something changed."""

    changed = Signal()
    offered = Signal(Offer)  # something was done, and the way back
    refused = Signal(str)

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
        self.calendar: int | None = None
        self.listing: Listing | None = None  # until it is read
        news.changed.connect(self._hear)

    def show_calendar(self, calendar: int | None) -> None:
        """List those who wait for one calendar, or for any."""
        self.calendar = calendar
        self.read()

    def read(self) -> None:
        """Read again; `changed` tells when that is done."""
        question = partial(read_listing, self._database, self.calendar, self._context.clock())
        self._newest.ask(question, self._take)

    @property
    def groups(self) -> tuple[tuple[Calendar, tuple[Row, ...]], ...]:
        """The entries of each calendar that somebody waits for, in the directory's order."""
        if self.listing is None:
            return ()
        found: dict[int, list[Row]] = {}
        for waiting in self.listing.page:
            if waiting.contact in self.listing.people:
                found.setdefault(waiting.calendar, []).append(self._row(waiting))
        calendars = self._context.directory.calendars.values()
        return tuple(
            (calendar, tuple(found[calendar.id])) for calendar in calendars if calendar.id in found
        )

    @property
    def calendars(self) -> tuple[tuple[Calendar, int], ...]:
        """The calendars that somebody waits for, and how many do."""
        counts = {} if self.listing is None else self.listing.counts
        calendars = self._context.directory.calendars.values()
        return tuple((one, counts[one.id]) for one in calendars if one.id in counts)

    @property
    def left_out(self) -> str:
        """What is not shown, in words; empty where all is."""
        if self.listing is None:
            return ""
        counts = self.listing.counts
        total = sum(counts.values()) if self.calendar is None else counts.get(self.calendar, 0)
        more = total - len(self.listing.page)
        if more <= 0:
            return ""
        return with_number(
            more,
            "{n} more waits. Choose a calendar to see fewer at once.",
            "{n} more wait. Choose a calendar to see fewer at once.",
        )

    def remove(self, some: Sequence[Row]) -> None:
        """Take these off the list, as one step."""
        try:
            with self._database.write() as tx:
                for row in some:
                    remove_waiting(tx, row.waiting.id)
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return
        if len(some) == 1:
            text = tr("{name} waits no more").format(name=some[0].who)
        else:
            text = with_number(len(some), "{n} waits no more", "{n} wait no more")
        self.offered.emit(undo_offer(text, tx.step))

    def _row(self, waiting: Waiting) -> Row:
        assert self.listing is not None
        context = self._context
        locale, tz = context.locale, context.tz
        calendar = context.directory.calendars[waiting.calendar]
        fit = self.listing.fits.get(waiting.id)
        start = None if fit is None else fit.slot.span.start
        is_over = waiting.last < local_day(context.clock(), zone(calendar.zone))
        following = tr("over") if is_over else "—"
        return Row(
            waiting=waiting,
            who=as_line(self.listing.people[waiting.contact].name),
            what=what_words(waiting, context.directory),
            when=when_words(waiting, locale),
            since=locale.day_and_month(local_day(waiting.since, tz)),
            next_words=following if start is None else moment_words(start, locale, tz),
            next_start=start,
            is_over=is_over,
        )

    def _take(self, listing: Listing) -> None:
        self.listing = listing
        self.changed.emit()

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if self.listing is not None and changes.topics & _TOPICS:
            self.read()
