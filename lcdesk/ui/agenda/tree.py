"""The list itself: it scrolls without end, and keeps its place and what is selected."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from lcdesk.ui.agenda.agenda_model import AgendaModel, head_of
from lcdesk.ui.agenda.choices import COLUMNS, Column
from lcdesk.ui.agenda.row_painter import PAD, RowPainter
from lcdesk.ui.agenda.rows import DayRow, EntryRow, as_table
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.wording.labels import tr

_NEAR = 1.0  # viewports from an end at which the next page is read
_WIDTHS = {
    Column.TIME: 120,
    Column.TITLE: 200,
    Column.CONTACT: 130,
    Column.CALENDAR: 120,
    Column.STAFF: 80,
    Column.STATUS: 105,
    Column.PLACE: 120,
    Column.NOTES: 160,
}

_Index = QModelIndex | QPersistentModelIndex


class AgendaTree(QTreeView):
    """Rows of the agenda. Days are headings; only entries can be selected."""

    day_changed = Signal(date)  # the day at the top is another
    opened = Signal(str)  # row id, by Enter or a double click
    details_asked = Signal(str)  # row id, by Space
    menu_asked = Signal(QPoint)  # global
    delete_asked = Signal()  # what is selected
    copy_asked = Signal()
    selection_changed = Signal()

    def __init__(
        self,
        model: AgendaModel,
        appearance: Appearance,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_list")
        self.setAccessibleName(self.tr("Agenda"))
        self.rows = model
        self._painter = RowPainter(self, appearance, icons)
        self._kept: tuple[set[str], str, str, int] = (set(), "", "", 0)
        self._top_day = date.min
        self._is_moving = False
        self._widest_time = ""
        self._prepare()
        # Before the view hears of it: then it has forgotten where its rows were.
        model.modelAboutToBeReset.connect(self._remember_place)
        self.setModel(model)
        self.setItemDelegate(_RowHeight(self._painter, self))
        self._prepare_header()
        model.modelReset.connect(self._find_place)
        model.modelReset.connect(self._fit_times)
        model.begun.connect(self._begin)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._read_near_ends)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.sliderReleased.connect(self._later.start)
        self.doubleClicked.connect(self._open)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().selectionChanged.connect(self._hear_selection)

    # --- what is shown ----------------------------------------------------------------------

    def go_to(self, day: date) -> None:
        """Put a day at the top; as far as there are rows below it."""
        self.rows.show_around(day)
        self._begin(day)

    def top_day(self) -> date:
        """The day of the first row that is seen."""
        row = self.rows.row(self.indexAt(QPoint(4, 2)).row())
        return self.rows.context.today if row is None else row.day

    def chosen(self) -> list[EntryRow]:
        """The selected entries, from top to bottom; each once, on how many days it may lie."""
        found: dict[str, EntryRow] = {}
        for row in self._selected():
            found.setdefault(row.entry.row, row)
        return list(found.values())

    def select(self, row_id: str) -> bool:
        """Select one row and bring it into view; whether it is there."""
        at = self.rows.row_of_id(row_id)
        if at is None:
            return False
        index = self.rows.index(at, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def rect_of(self, row_id: str) -> QRect:
        """Where a row stands in the viewport; empty where it is not there."""
        at = self.rows.row_of_id(row_id)
        if at is None:
            return QRect()
        rect = self.visualRect(self.rows.index(at, 0))
        return QRect(0, rect.top(), min(self.viewport().width(), 360), rect.height())

    def shown_columns(self) -> list[Column]:
        """The columns from left to right as they stand."""
        header = self.header()
        order = [header.logicalIndex(at) for at in range(header.count())]
        return [COLUMNS[at] for at in order if not header.isSectionHidden(at)]

    def show_columns(self) -> None:
        """The chosen columns, and by which of them it is sorted."""
        choices = self.rows.choices
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, column not in choices.columns)
        order = (
            Qt.SortOrder.DescendingOrder if choices.is_descending else Qt.SortOrder.AscendingOrder
        )
        header = self.header()
        header.blockSignals(True)
        header.setSortIndicator(COLUMNS.index(choices.sort), order)
        header.blockSignals(False)
        self._fit_title()

    @Slot(date)
    def _begin(self, day: date) -> None:
        self._put_on_top(self.rows.row_of_day(day), 0)
        self._later.start()
        self._tell_day()

    # --- making -----------------------------------------------------------------------------

    def _prepare(self) -> None:
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        # Scrolling then moves what is painted; a see-through viewport is painted anew each time.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _prepare_header(self) -> None:
        header = self.header()
        header.setObjectName("agenda_header")
        header.setStretchLastSection(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSectionsMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionClicked.connect(self._sort_by)
        header.sectionResized.connect(self._fit_title)
        for at, column in enumerate(COLUMNS):
            self.setColumnWidth(at, grow(self.font(), _WIDTHS[column]))

    @Slot()
    def _fit_times(self) -> None:
        """Two times fit their column on another clock too: "11:30 AM – 12:30 PM"."""
        widest = self.rows.context.locale.time_range(11 * 60 + 30, 12 * 60 + 30)
        if widest != self._widest_time:
            self._widest_time = widest
            usual, needed = (
                grow(self.font(), _WIDTHS[Column.TIME]),
                self.fontMetrics().horizontalAdvance(widest) + 2 * PAD + 2,
            )
            self.setColumnWidth(COLUMNS.index(Column.TIME), max(usual, needed))

    @Slot()
    def _fit_title(self) -> None:
        """The title takes what the other columns leave, and never less than a name needs."""
        if self._is_moving:
            return
        self._is_moving = True
        title = COLUMNS.index(Column.TITLE)
        others = sum(
            self.columnWidth(at)
            for at in range(len(COLUMNS))
            if at != title and not self.isColumnHidden(at)
        )
        least = grow(self.font(), 150)
        self.setColumnWidth(title, max(least, self.viewport().width() - others))
        self._is_moving = False

    @Slot(int)
    def _sort_by(self, section: int) -> None:
        choices, column = self.rows.choices, COLUMNS[section]
        again = column is choices.sort
        self.rows.choose(sort=column, is_descending=again and not choices.is_descending)

    # --- keeping its place ------------------------------------------------------------------

    @Slot()
    def _remember_place(self) -> None:
        self._is_moving = True  # until there are rows again, nobody scrolls
        index = self.indexAt(QPoint(4, 2))
        # An entry holds the place better than a heading that may go.
        current = self.rows.row(self.currentIndex().row())
        top = self.rows.row(index.row())
        offset = self.visualRect(index).top() if top is not None else 0
        if isinstance(top, DayRow) and isinstance(
            below := self.rows.row(index.row() + 1), EntryRow
        ):
            top, offset = below, offset + self._painter.height()
        self._kept = (
            {row.id for row in self._selected()},
            "" if current is None else current.id,
            "" if top is None else top.id,
            offset,
        )

    @Slot()
    def _find_place(self) -> None:
        chosen, current, top, offset = self._kept
        ids = {row_id: at for at in range(self.rows.rowCount()) if (row_id := self._id(at))}
        selection = QItemSelection()
        last = len(COLUMNS) - 1
        for row_id in chosen:
            if (at := ids.get(row_id)) is not None:
                selection.select(self.rows.index(at, 0), self.rows.index(at, last))
        model = self.selectionModel()
        if (at := ids.get(current)) is not None:
            index = self.rows.index(at, 0)
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if (at := ids.get(top)) is not None:
            self._put_on_top(at, offset)
        self._is_moving = False
        self._fit_title()
        self._hear_selection()
        self._tell_day()

    def _id(self, at: int) -> str:
        row = self.rows.row(at)
        return "" if row is None else row.id

    def _put_on_top(self, at: int, offset: int) -> None:
        self._is_moving = True
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(at * self._painter.height() - offset)
        self._is_moving = False
        self._fit_title()  # beside the scroll bar that may have come

    @Slot()
    def _scrolled(self) -> None:
        if not self._is_moving:
            self._tell_day()
            self.rows.settle(self._top_day)
            self._later.start()

    @Slot()
    def _read_near_ends(self) -> None:
        bar = self.verticalScrollBar()
        if bar.isSliderDown():  # what is under the pointer must not jump; read on its release
            return
        near = round(self.viewport().height() * _NEAR)
        if (bar.value() < near and self.rows.read_more(upwards=True)) or (
            bar.maximum() - bar.value() < near and self.rows.read_more(upwards=False)
        ):
            self._later.start()

    def _tell_day(self) -> None:
        day = self.top_day()
        if day != self._top_day:
            self._top_day = day
            self.day_changed.emit(day)

    @Slot()
    def _hear_selection(self) -> None:
        self.rows.keeps_all = len(self.selectionModel().selectedRows()) > 1
        self.selection_changed.emit()

    # --- gestures ---------------------------------------------------------------------------

    def table(self) -> str:
        """What is selected, for a sheet or a mail; empty where nothing is."""
        columns, rows = self.shown_columns(), self.chosen()
        heads = [tr("Day"), *map(head_of, columns)]
        return as_table(rows, columns, heads) if rows else ""

    def selectAll(self) -> None:
        """All that is listed, not only what is in memory."""
        self.rows.read_all()
        super().selectAll()

    def _selected(self) -> list[EntryRow]:
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [self.rows.row(number) for number in numbers]
        return [row for row in rows if isinstance(row, EntryRow)]

    def _current_id(self) -> str:
        row = self.rows.row(self.currentIndex().row())
        return row.id if isinstance(row, EntryRow) else ""

    @Slot()
    def _open(self) -> None:
        if row_id := self._current_id():
            self.opened.emit(row_id)

    @Slot(QPoint)
    def _ask_menu(self, point: QPoint) -> None:
        if self.chosen():
            self.menu_asked.emit(self.viewport().mapToGlobal(point))

    # --- Qt ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._painter.fill(painter, event.rect())
        painter.end()
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802  # a Qt override
        if dx or abs(dy) >= self.viewport().height():
            super().scrollContentsBy(dx, dy)
        else:  # Qt 6.11 takes pixels for rows here, and would paint everything anew
            self.viewport().scroll(0, dy)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: _Index) -> None:
        del options  # those of a single cell
        row, place = self.rows.row(index.row()), self.visualRect(index)
        rect = QRect(0, place.top(), self.viewport().width(), place.height())
        if isinstance(row, DayRow):
            self._painter.draw_day(painter, rect, row)
        elif isinstance(row, EntryRow):
            is_chosen = self.selectionModel().isRowSelected(index.row(), QModelIndex())
            has_focus = self.hasFocus() and index.row() == self.currentIndex().row()
            self._painter.draw_entry(painter, rect, row, is_chosen=is_chosen, has_focus=has_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key == Qt.Key.Key_Space and (row_id := self._current_id()):
            self.details_asked.emit(row_id)
        elif key == Qt.Key.Key_Escape and self.chosen():
            self.clearSelection()
        elif key == Qt.Key.Key_Delete and self.chosen():
            self.delete_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()
        self._later.start()


class _RowHeight(QStyledItemDelegate):
    """Rows are drawn whole; this only says how high they are."""

    def __init__(self, painter: RowPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._painter = painter

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(40, self._painter.height())
