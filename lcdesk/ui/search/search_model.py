"""What the search found, as rows: contacts, what is to come, what was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.search import Found, search
from lcdesk.ui.agenda.choices import Column
from lcdesk.ui.agenda.rows import EntryRow, RowMaker, aside
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.wall_spans import OnWall
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.week.week import AND
from lcdesk.ui.wording.labels import Forms, near_day

_NOTHING = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """What the rows below it are."""

    title: str


@dataclass(frozen=True, slots=True)
class FoundContact:
    """A contact, and how they are reached."""

    contact: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry: its title, whom it is for where that is not the title, when and with whom."""

    row: EntryRow
    title: str
    aside: str
    detail: str


FoundRow = Heading | FoundContact | FoundEntry


class SearchModel(QAbstractListModel):
    """Searches when `text` is set, and again with the store's news while it `is_open`."""

    def __init__(
        self, database: Database, news: StoreNews, context: Context, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._context = context
        self._rows: list[FoundRow] = []
        self.text = ""
        self.count = 0
        self.is_open = False
        self.is_more = False
        news.changed.connect(self._follow)
        news.others_wrote.connect(self._follow)

    def find(self, text: str) -> None:
        """Show what this finds; an empty text finds nothing."""
        self.text = text.strip()
        with self._database.read() as reader:
            found = search(reader, self.text, now=self._context.clock())
            entries = (*found.upcoming, *found.past)
            people = contacts(reader, {who for entry in entries for who in entry.contacts})
        context = self._context
        words = EntryWords(context.directory, people, Forms(context.locale), context.tz)
        self.beginResetModel()
        self._rows = list(self._make_rows(found, words))
        self.count, self.is_more = found.count, found.is_more
        self.endResetModel()

    @property
    def summary(self) -> str:
        """How much was found, for the foot of the list and for a voice; empty without a text."""
        if not self.text:
            return ""
        if not self.count:
            return self.tr("Nothing found for “{text}”.").format(text=as_line(self.text))
        number = self._context.locale.number(self.count)
        if self.is_more:
            return self.tr("The nearest {number} are shown. Another word finds fewer.").format(
                number=number
            )
        return self.tr("{number} found").format(number=number)

    def row(self, at: int) -> FoundRow | None:
        """What stands in a row; None beyond the last."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def row_beside(self, at: int, by: int) -> int:
        """The next row in a direction that can be chosen; `at` itself where there is none."""
        following = at + by
        while isinstance(self.row(following), Heading):
            following += by
        return at if self.row(following) is None else following

    def _make_rows(self, found: Found, words: EntryWords) -> Iterator[FoundRow]:
        if found.contacts:
            yield Heading(self.tr("Contacts"))
            yield from map(self._contact, found.contacts)
        maker = RowMaker(words, self._context.clock())
        for title, entries in (
            (self.tr("Upcoming"), found.upcoming),
            (self.tr("Past"), found.past),
        ):
            rows = [self._entry(entry, maker) for entry in entries if maker.is_known(entry)]
            if rows:
                yield Heading(title)
                yield from rows

    def _contact(self, who: Contact) -> FoundContact:
        reach = (as_line(text) for text in (who.email, who.phone) if text)
        return FoundContact(who.id, as_line(who.name), AND.join(reach))

    def _entry(self, entry: AgendaEntry, maker: RowMaker) -> FoundEntry:
        row = maker.row(entry)
        cells = row.cells
        when = self._when(row, maker.days(entry, OnWall.of(entry.span, self._context.tz)))
        calendar = cells[Column.CALENDAR]
        parts = (
            when,
            "" if calendar == cells[Column.TITLE] else calendar,
            cells[Column.STAFF],
            cells[Column.STATUS] if row.look.struck else "",
        )
        detail = AND.join(part for part in parts if part)
        return FoundEntry(row, cells[Column.TITLE], aside(row, {Column.TITLE}), detail)

    def _when(self, row: EntryRow, days: tuple[date, date]) -> str:
        first, last = map(self._day, days)
        if first != last:
            return self.tr("{day} until {end}").format(day=first, end=last)
        return self.tr("{day}, {times}").format(day=first, times=row.cells[Column.TIME])

    def _day(self, day: date) -> str:
        return near_day(day, self._context.today, self._context.locale)

    @Slot()
    def _follow(self) -> None:
        if self.is_open and self.text:
            self.find(self.text)

    # --- Qt ---------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        match row:
            case Heading(title):
                return title
            case FoundContact(_, title, detail):
                return f"{title}, {detail}" if detail else title
            case FoundEntry(entry_row):
                return entry_row.description.spoken

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.row(index.row()), Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
