"""The next appointments of what is shown, under their days: read beside the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Slot,
)

from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.events import AgendaEntry, Status
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import EARLIEST
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.agenda_pages import AgendaKey, AgendaQuestion, read_page
from lcdesk.ui.agenda.pages_model import shown_entries
from lcdesk.ui.background import BackgroundReader, NewestAnswer
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.wall_spans import OnWall
from lcdesk.ui.week.agenda_week import Group, groups_of
from lcdesk.ui.week.entry_look import EntryLook, look_of
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.wording.labels import Forms, near_day

MOST = 10  # appointments; the seats of a class session are one
_PAGE = 4 * MOST
_MINUTE_MS = 60_000  # what is over goes
_AHEAD = frozenset({Status.NEW, Status.CONFIRMED, Status.SHOWED})
_NOTHING = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class UpcomingDay:
    """The heading of a day."""

    title: str


@dataclass(frozen=True, slots=True)
class UpcomingEntry:
    """One appointment, or all seats of a session; `entry` stands for them."""

    entry: AgendaEntry
    time: str
    title: str
    initials: str
    look: EntryLook
    spoken: str
    tooltip: str


UpcomingRow = UpcomingDay | UpcomingEntry
_Read = tuple[tuple[AgendaEntry, ...], dict[int, Contact]]


class Upcoming(QAbstractListModel):
    """Empty until it is switched on; follows the store, the clock and what is shown."""

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
        self._rows: list[UpcomingRow] = []
        self._is_on = False
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.read)
        news.changed.connect(self._hear)

    def switch(self, is_on: bool) -> None:
        """Read from now on, or no more."""
        self._is_on = is_on
        if is_on:
            self._minute.start()
            self.read()
        else:
            self._minute.stop()

    def close(self) -> None:
        """End what runs by itself."""
        self._minute.stop()

    @Slot()
    def read(self) -> None:
        """Find what comes next now."""
        if not self._is_on:
            return
        question = replace(
            shown_entries(self._context), statuses=_AHEAD, ends_after=self._context.clock()
        )
        self._newest.ask(partial(_read, self._database, question), self._take)

    def row(self, at: int) -> UpcomingRow | None:
        """What stands in a row; None beyond the last."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def row_of(self, entry: AgendaEntry) -> int | None:
        """Where this entry stands."""
        for at, row in enumerate(self._rows):
            if isinstance(row, UpcomingEntry) and row.entry.row == entry.row:
                return at
        return None

    def _take(self, read: _Read) -> None:
        entries, people = read
        rows = list(self._make_rows(entries, people))
        if rows != self._rows:  # what is chosen and how far is scrolled stay where nothing is new
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _make_rows(
        self, entries: Sequence[AgendaEntry], people: dict[int, Contact]
    ) -> Iterator[UpcomingRow]:
        context = self._context
        words = EntryWords(context.directory, people, Forms(context.locale), context.tz)
        groups = groups_of(entries, context.directory, context.shown)
        ordered = sorted(groups, key=lambda group: (group.lead.span.start, group.lead.span.end))
        above: date | None = None
        for group in ordered[:MOST]:
            wall = OnWall.of(group.lead.span, context.tz)
            day = max(wall.first, context.today)
            if day != above:
                yield UpcomingDay(near_day(day, context.today, context.locale))
                above = day
            yield self._entry(group, wall, words)

    def _entry(self, group: Group, wall: OnWall, words: EntryWords) -> UpcomingEntry:
        lead = group.lead
        told = words.describe(lead, wall, group.seats)
        is_under_way = lead.span.start <= self._context.clock()
        return UpcomingEntry(
            entry=lead,
            time=self.tr("Now") if is_under_way else words.forms.time(wall.start),
            title=words.title(lead, group.seats),
            initials=words.initials(lead),
            look=look_of(lead, words.directory),
            spoken=told.spoken,
            tooltip=told.tooltip,
        )

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics - {Topic.ACTIVITY}:
            self.read()

    # --- Qt ---------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        match self.row(index.row()):
            case UpcomingDay(title) if role in spoken:
                return title
            case UpcomingEntry() as row if role in spoken:
                return row.spoken
            case UpcomingEntry() as row if role == Qt.ItemDataRole.ToolTipRole:
                return row.tooltip
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.row(index.row()), UpcomingEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags  # the arrow keys pass it by


def _read(database: Database, question: AgendaQuestion) -> _Read:
    """So many appointments that the first sessions among them are whole, and their people."""
    most = _PAGE
    with database.read() as reader:
        page = read_page(reader, question, AgendaKey.at(EARLIEST), most)
        while page.has_more and not _holds_enough(page.entries):
            most *= 2
            page = read_page(reader, question, AgendaKey.at(EARLIEST), most)
        return page.entries, contacts(reader, {who for one in page.entries for who in one.contacts})


def _holds_enough(entries: Sequence[AgendaEntry]) -> bool:
    """Whether the last one begins later than the last session to be listed: that has all seats."""
    starts = sorted({entry.session: entry.span.start for entry in entries}.values())
    return len(starts) > MOST and starts[-1] > starts[MOST - 1]
