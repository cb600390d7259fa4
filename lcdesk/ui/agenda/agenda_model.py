"""The agenda as Qt sees it: rows read page by page around a day, filtered and worded."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from lcdesk.model.domain.changes import ChangeOrigin, ChangeSet, Topic
from lcdesk.model.domain.errors import StoreError
from lcdesk.model.domain.zones import at_wall
from lcdesk.model.store.database import Database
from lcdesk.model.store.preferences import get_preference, set_preference
from lcdesk.model.store.queries.agenda_pages import AgendaQuestion, matching_contacts
from lcdesk.ui.agenda.choices import (
    COLUMNS,
    STATUSES,
    Column,
    Show,
    from_json,
    to_json,
)
from lcdesk.ui.agenda.pages_model import AgendaPages, shown_entries
from lcdesk.ui.agenda.rows import DayRow, EntryRow, Row, RowMaker
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.wording.labels import Forms, mark, tr

_KEY = "agenda"
_SOON_MS = 50  # several commits of the sync are shown at once
_MINUTE_MS = 60_000  # what is past grows paler
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

_HEADS = {
    Column.TIME: mark("Time"),
    Column.TITLE: mark("Title"),
    Column.CONTACT: mark("Contact"),
    Column.CALENDAR: mark("Calendar"),
    Column.STAFF: mark("Staff"),
    Column.STATUS: mark("Status"),
    Column.PLACE: mark("Place"),
    Column.NOTES: mark("Notes"),
}


def head_of(column: Column) -> str:
    """What stands over a column."""
    return tr(_HEADS[column])


class AgendaModel(QAbstractTableModel):
    """A window on a list without end. It reads nothing before `show_around` is called."""

    choices_changed = Signal()  # filter, columns or order are new
    begun = Signal(date)  # other rows were read, around this day

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        context: Context,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._context = context
        self._pages = AgendaPages(database)
        self._rows: list[Row] = []
        self._is_shown = False
        self._is_outdated = True
        self._day = context.today
        with database.read() as reader:
            self.choices = from_json(get_preference(reader, _KEY))
        self._worded_for = self._words_key()
        self._found: tuple[str, frozenset[int]] | None = None  # contacts, by what was typed
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.refresh)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._look_again)
        news.changed.connect(self._hear)

    def close(self) -> None:
        """End what runs by itself."""
        self._soon.stop()
        self._minute.stop()

    # --- what is shown ----------------------------------------------------------------------

    @property
    def context(self) -> Context:
        """Clock, zone, locale and people."""
        return self._context

    @property
    def is_empty(self) -> bool:
        """Whether nothing is listed."""
        return not self._pages.entries

    @property
    def keeps_all(self) -> bool:
        """Whether rows that were scrolled far away are kept, since several are selected."""
        return self._pages.keeps_all

    @keeps_all.setter
    def keeps_all(self, keeps: bool) -> None:
        self._pages.keeps_all = keeps

    @property
    def days_read(self) -> tuple[date, date]:
        """The first and the last day in memory; today where nothing is."""
        days = [row.day for row in self._rows] or [self._context.today]
        return min(days), max(days)

    def row(self, number: int) -> Row | None:
        """What stands in a row."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of_day(self, day: date) -> int:
        """The heading of this day, else of the next one that there is, else the last."""
        heads = [(at, row.day) for at, row in enumerate(self._rows) if isinstance(row, DayRow)]
        if self.choices.newest_first:
            later = [at for at, found in heads if found <= day]
        else:
            later = [at for at, found in heads if found >= day]
        return later[0] if later else max(len(self._rows) - 1, 0)

    def row_of_id(self, row_id: str) -> int | None:
        """Where a row stands now, by its id or by the id of its entry."""
        for at, row in enumerate(self._rows):
            if row.id == row_id or (isinstance(row, EntryRow) and row.entry.row == row_id):
                return at
        return None

    def group(self, row_id: str) -> Group | None:
        """What a row stands for, as the card and its actions want it."""
        at = self.row_of_id(row_id)
        row = None if at is None else self._rows[at]
        return Group(row.id, (row.entry,)) if isinstance(row, EntryRow) else None

    def colour(self, row_id: str) -> str:
        """Of the calendar of a row."""
        at = self.row_of_id(row_id)
        row = None if at is None else self._rows[at]
        return row.look.colour if isinstance(row, EntryRow) else ""

    def texts(self) -> EntryWords:
        """How entries read."""
        context = self._context
        forms = Forms(context.locale)
        return EntryWords(context.directory, self._pages.contacts, forms, context.tz)

    # --- changing what is shown -------------------------------------------------------------

    def show_around(self, day: date) -> None:
        """List what lies around a day; it is read anew where that is not in memory."""
        self._is_shown = True
        self._minute.start()
        first, last = self.days_read
        is_known = first <= day <= last and bool(self._rows)
        self._day = day
        if self._is_outdated or not is_known:
            self._begin()

    def keep_words(self) -> None:
        """Word the rows anew where times are written in another way than when they were made."""
        if self._rows and self._worded_for != self._words_key():
            self.show_anew()

    def settle(self, day: date) -> None:
        """The day at the top, where a person scrolled: another filter begins there."""
        self._day = day

    def put_away(self) -> None:
        """Nobody looks: news only mark what is known as old."""
        self._is_shown = False
        self._minute.stop()

    def choose(self, **changes: Any) -> None:
        """Take these fields of `AgendaChoices` from now on, and remember them."""
        wanted = replace(self.choices, **changes)
        if wanted == self.choices:
            return
        kept, self.choices = self.choices, wanted
        if to_json(kept) != to_json(wanted):
            # A store that cannot be written is no reason not to list it.
            with suppress(StoreError), self._database.write() as tx:
                set_preference(tx, _KEY, to_json(wanted))
        if replace(kept, columns=wanted.columns) != wanted:
            if replace(kept, sort=wanted.sort, is_descending=wanted.is_descending) == wanted:
                self._make_rows()
            else:
                self._begin()
        self.choices_changed.emit()

    def read_more(self, *, upwards: bool) -> bool:
        """Read the next page above or below; returns whether there was one."""
        if not self._pages.read_more(backwards=upwards != self.choices.newest_first):
            return False
        self._make_rows(worded=self._rows)
        return True

    def read_all(self) -> None:
        """Read everything that is listed, as far as it may be kept in memory."""
        self._pages.read_all()
        self._make_rows()

    @Slot()
    def refresh(self) -> None:
        """Read what is in memory anew."""
        self._is_outdated = False
        self._pages.read_again(self._question())
        self._make_rows()

    def _begin(self) -> None:
        self._is_outdated = False
        self._pages.begin(self._question(), at_wall(self._day, 0, self._context.tz))
        self._make_rows()
        self.begun.emit(self._day)

    @Slot()
    def _look_again(self) -> None:
        if self.choices.show is Show.UPCOMING:
            self.refresh()
        else:
            self._make_rows()

    def _words_key(self) -> tuple[LocaleFormat, str, str]:
        return self._context.locale, self._context.zone_name, self._context.cut

    def _make_rows(self, worded: Sequence[Row] = ()) -> None:
        pages, context = self._pages, self._context
        self._worded_for = self._words_key()
        made = RowMaker(self.texts(), context.clock(), cut=context.cut, worded=worded).rows(
            pages.entries,
            self.choices,
            has_today=self._has_today(),
            has_more=pages.has_after,
            under_way=pages.under_way,
        )
        self.beginResetModel()
        self._rows = made
        self.endResetModel()

    def _has_today(self) -> bool:
        """Whether today lies in the stretch that was read, and a day without anything says so."""
        pages = self._pages
        if self.choices.show not in (Show.ALL, Show.UPCOMING) or not pages.entries:
            return False
        now = self._context.clock()
        is_before = pages.has_before and now < pages.entries[0].span.start
        is_after = pages.has_after and now > pages.entries[-1].span.start
        return not self.choices.is_narrowed and not is_before and not is_after

    def _question(self) -> AgendaQuestion:
        context, choices = self._context, self.choices
        return replace(
            shown_entries(context),
            statuses=STATUSES.get(choices.show),
            calendar=choices.calendar or None,
            member=choices.member or None,
            contacts=self._contacts(choices.text),
            ends_after=context.clock() if choices.show is Show.UPCOMING else None,
        )

    def _contacts(self, text: str) -> frozenset[int] | None:
        if not text.strip():
            return None
        if self._found is None or self._found[0] != text:
            with self._database.read() as reader:
                self._found = text, matching_contacts(reader, text)
        return self._found[1]

    # --- news -------------------------------------------------------------------------------

    @Slot()
    def show_anew(self) -> None:
        """Which calendars or people are shown is new, or the zone, or how times are written."""
        self._is_outdated = True
        if self._is_shown:
            self._begin()

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if not changes.topics - {Topic.ACTIVITY}:
            return
        if Topic.CONTACTS in changes.topics:
            self._found = None
        if not self._is_shown:
            self._is_outdated = True
        elif changes.origin is not ChangeOrigin.SYNC:
            self.refresh()
        elif self._may_show(changes) and not self._soon.isActive():
            self._soon.start(_SOON_MS)

    def _may_show(self, changes: ChangeSet) -> bool:
        if changes.topics - {Topic.AGENDA, Topic.ACTIVITY} or not changes.spans:
            return True
        entries, pages, far = self._pages.entries, self._pages, timedelta(days=8)
        if not entries:
            return True
        first, last = entries[0].span.start - far, entries[-1].span.end + far
        return any(
            (not pages.has_after or span.start < last)
            and (not pages.has_before or first < span.end)
            for span in changes.spans
        )

    # --- Qt ---------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if isinstance(row, DayRow):
            text = row.text if index.column() == 0 else ""
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return text if role in spoken else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[COLUMNS[index.column()]]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.description.tooltip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            is_first = index.column() == 0
            return row.description.spoken if is_first else row.cells[COLUMNS[index.column()]]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return head_of(COLUMNS[section])

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.row(index.row()), EntryRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
