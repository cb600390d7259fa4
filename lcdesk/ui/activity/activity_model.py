"""Activity as a list: read page by page, grouped by day, searched while somebody types."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from lcdesk.model.commands.undo import undo
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.store.database import Database
from lcdesk.model.store.journal import get_entry, journal_page
from lcdesk.ui.activity.rows_model import ActivityRow, ActivityWords
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.before_change_model import MailQuestion
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.wording.labels import all_of, tr
from lcdesk.ui.wording.messages import worded

PAGE = 300
_NEWS = 100  # rows that may be new, or still grow with the pass that runs
_SOON_MS = 200  # several commits of one pass are shown at once
ROW = Qt.ItemDataRole.UserRole  # the Heading or ActivityRow of an index

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """The day that the rows below belong to."""

    text: str


@dataclass(frozen=True, slots=True)
class Whose:
    """A choice of whose activity is shown; None shows everybody's."""

    name: str
    staff: int | None = None
    account: int | None = None

    def has(self, row: ActivityRow) -> bool:
        """Whether this row is theirs."""
        of_member = self.staff is None or row.staff == self.staff
        return of_member and (self.account is None or row.account == self.account)


class ActivityList(QAbstractListModel):
    """Headings and rows, the newest first; older pages are read when somebody scrolls there."""

    changed = Signal()  # how many there are, or whether more is still looked for
    refused = Signal(str)  # why something cannot be undone

    def __init__(
        self, database: Database, news: StoreNews, context: Context, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._mail = MailQuestion(database)
        self._context = context
        self._rows: list[ActivityRow] = []  # all that were read
        self._shown: list[Heading | ActivityRow] = []
        self._found = 0
        self._is_all_read = False
        self._terms: tuple[str, ...] = ()
        self._whose = Whose("")
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._read_news)
        self._on = QTimer(self, singleShot=True, interval=0)
        self._on.timeout.connect(self._look_further)
        news.changed.connect(self._hear)
        self._read_anew()

    @property
    def is_looking(self) -> bool:
        """Whether older rows are still searched."""
        return self._on.isActive()

    @property
    def is_filtered(self) -> bool:
        """Whether somebody looks for something."""
        return bool(self._terms) or self._whose.staff is not None

    @property
    def found(self) -> int:
        """How many rows are shown so far."""
        return self._found

    @property
    def server_name(self) -> PlaceName:
        """Where changes are told of besides here: all that is connected, together."""
        return all_of(self._context.directory.server_names)

    def everybody(self) -> list[Whose]:
        """Whose activity can be shown: everybody's, a member's, one of a member's accounts."""
        directory = self._context.directory
        found = [Whose(tr("Everybody"))]
        for member in directory.staff.values():
            found.append(Whose(member.name, member.id))
            theirs = [
                account for account in directory.accounts.values() if account.staff == member.id
            ]
            for account in theirs if len(theirs) > 1 else ():
                found.append(Whose(f"{member.name} · {account.email}", member.id, account.id))
        return found

    def row(self, index: Index) -> ActivityRow | None:
        """The row at an index; None for a day's heading."""
        found = self._shown[index.row()] if index.isValid() else None
        return found if isinstance(found, ActivityRow) else None

    def index_of(self, entry_id: int) -> QModelIndex:
        """Where a row is shown; invalid when it is not."""
        for at, row in enumerate(self._shown):
            if isinstance(row, ActivityRow) and row.id == entry_id:
                return self.index(at)
        return QModelIndex()

    def search(self, text: str) -> None:
        """Show rows that hold every word of the text."""
        self._terms = tuple(text.casefold().split())
        self._show_anew()

    def show_whose(self, whose: Whose) -> None:
        """Show one member's activity, or everybody's."""
        self._whose = whose
        self._show_anew()

    def undo(self, row: ActivityRow) -> None:
        """Take back what a row tells of; says why where that cannot be."""
        try:
            with self._mail.write(row.id) as tx:
                undo(tx, row.id, now=self._context.clock())
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
        else:
            self.refused.emit("")
        self._read_again(row.id)
        self._read_news()

    # --- reading ----------------------------------------------------------------------------

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if Topic.STAFF in changes.topics:  # names, and which details are hidden
            self._read_anew()
        elif Topic.ACTIVITY in changes.topics and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _read_anew(self) -> None:
        known = self._context.directory
        self._words = ActivityWords(
            self._context.locale,
            self._context.tz,
            {member.id: member.name for member in known.staff.values()},
            {account.id: account.server_name for account in known.accounts.values()},
        )
        self._rows = []
        self._read(PAGE)
        self._show_anew()

    @Slot()
    def _read_news(self) -> None:
        """The newest rows take the place of those that were read; older ones stay."""
        newest = self._page(_NEWS)
        oldest = newest[-1].id if newest else 0
        if not self._rows or self._rows[0].id < oldest:
            self._read_anew()
            return
        self._rows = newest + [
            activity_row for activity_row in self._rows if activity_row.id < oldest
        ]
        self._show_anew()

    def _read_again(self, entry_id: int) -> None:
        with self._database.read() as reader:
            entry = get_entry(reader, entry_id)
        if entry is not None:
            row = self._words.row(entry)
            self._rows = [
                row if activity_row.id == entry_id else activity_row for activity_row in self._rows
            ]

    def _read(self, limit: int) -> list[ActivityRow]:
        """The next older rows."""
        new = self._page(limit, before=self._rows[-1].id if self._rows else None)
        self._rows += new
        self._is_all_read = len(new) < limit
        return new

    def _page(self, limit: int, *, before: int | None = None) -> list[ActivityRow]:
        with self._database.read() as reader:
            page = journal_page(reader, limit=limit, before=before)
        return [self._words.row(entry) for entry in page]

    @Slot()
    def _look_further(self) -> None:
        """A page at a time, so that whoever types need not wait for the rest."""
        new = self._select_rows(self._read(PAGE))
        self._append(new)
        if self._found < PAGE and not self._is_all_read:
            self._on.start()
        self.changed.emit()

    # --- showing ----------------------------------------------------------------------------

    def _show_anew(self) -> None:
        self._on.stop()
        self.beginResetModel()
        self._shown = []
        rows = self._select_rows(self._rows)
        self._shown, self._found = self._with_headings(rows), len(rows)
        self.endResetModel()
        if self._found < PAGE and not self._is_all_read:
            self._on.start()
        self.changed.emit()

    def _select_rows(self, rows: list[ActivityRow]) -> list[ActivityRow]:
        return [
            activity_row
            for activity_row in rows
            if self._whose.has(activity_row)
            and all(term in activity_row.found_by for term in self._terms)
        ]

    def _append(self, rows: list[ActivityRow]) -> None:
        if not rows:
            return
        more = self._with_headings(rows)
        self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(more) - 1)
        self._shown += more
        self._found += len(rows)
        self.endInsertRows()

    def _with_headings(self, rows: list[ActivityRow]) -> list[Heading | ActivityRow]:
        """The rows, with a heading wherever another day begins."""
        last = self._shown[-1] if self._shown else None
        day = last.day if isinstance(last, ActivityRow) else None
        found: list[Heading | ActivityRow] = []
        for row in rows:
            if row.day != day:
                day = row.day
                found.append(Heading(self._day(day)))
            found.append(row)
        return found

    def _day(self, day: date) -> str:
        today, locale = self._context.today, self._context.locale
        name = locale.day(day) if day.year == today.year else locale.full_date(day)
        near = {today: tr("Today"), today - timedelta(days=1): tr("Yesterday")}
        return f"{near[day]} · {name}" if day in near else name

    # --- Qt ---------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._is_all_read and not self._on.isActive()

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._look_further()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._shown[index.row()]
        if role == ROW:
            return row
        text = row.text
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, ActivityRow):
            return as_typed(text)
        read = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return text if role in read else None
