"""All entries of one day of a month as a list of chips, for the mouse and the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lcdesk.ui.month.month import MonthEntry
from lcdesk.ui.month.scene import grip_of
from lcdesk.ui.week.grid.block_layout import BlockLayouter, Ends, Tools
from lcdesk.ui.week.grid.block_painter import BlockPainter
from lcdesk.ui.week.grid.geometry import Rect
from lcdesk.ui.week.grid.gestures import Grip
from lcdesk.ui.week.grid.painter import GroundPainter
from lcdesk.ui.week.week import sentence_of, tip_of

_LEAST_ROW = 24  # logical pixels, to be hit with a finger
_WHOLE = Ends(open_before=False, open_after=False)

_Index = QModelIndex | QPersistentModelIndex


class DayEntries(QAbstractListModel):
    """The entries of a day, in the order of the month."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[MonthEntry] = ()

    def show(self, entries: Sequence[MonthEntry]) -> None:
        """List these."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        texts = {
            Qt.ItemDataRole.DisplayRole: entry.block.title,
            Qt.ItemDataRole.AccessibleTextRole: sentence_of(entry.block),
            Qt.ItemDataRole.ToolTipRole: tip_of(entry.block),
        }
        return texts.get(Qt.ItemDataRole(role))


class DayList(QListView):
    """Draws chips as the month does. What is dragged out of it is the month's to carry on."""

    picked = Signal(str)  # a click on an entry
    details_asked = Signal(str)  # Enter or Space
    opened = Signal(str)  # a double click
    deletion_asked = Signal(str)
    booking_asked = Signal()  # a double click beside all entries
    menu_asked = Signal(str, QPoint)  # and where on the screen
    dragged_out = Signal(str, QMouseEvent)
    dragged_on = Signal(QMouseEvent)
    dropped = Signal(QMouseEvent)

    def __init__(self) -> None:
        super().__init__()
        self.rows = DayEntries()
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._pressed: tuple[str, QPoint] | None = None
        self._may_open = False  # a double click that began elsewhere is none here
        self.is_dragging = False

    def dress(self, tools: Tools) -> None:
        """Draw with these from now on."""
        self.setItemDelegate(_Chips(self, tools))

    def show_entries(self, entries: Sequence[MonthEntry]) -> None:
        """List these."""
        if not self.isVisible():
            self._may_open = False
        self.rows.show(entries)

    def choose(self, entry_id: str) -> None:
        """Put the keyboard on an entry; on the first where this is not listed."""
        ids = [entry.id for entry in self.rows.entries]
        at = ids.index(entry_id) if entry_id in ids else 0
        self.setCurrentIndex(self.rows.index(at, 0))

    @property
    def chosen(self) -> str:
        """The entry that the keyboard is on; empty where there is none."""
        return self._id_at(self.currentIndex())

    def rect_of(self, entry_id: str) -> QRect:
        """Where an entry stands in the viewport; nowhere if it is not listed."""
        for at, entry in enumerate(self.rows.entries):
            if entry.id == entry_id:
                return self.visualRect(self.rows.index(at, 0))
        return QRect()

    def _id_at(self, index: QModelIndex) -> str:
        return self.rows.entries[index.row()].id if index.isValid() else ""

    # --- Qt ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {
            Qt.Key.Key_Return: self.details_asked,
            Qt.Key.Key_Enter: self.details_asked,
            Qt.Key.Key_Space: self.details_asked,
            Qt.Key.Key_Delete: self.deletion_asked,
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif asked is not None and self.chosen:
            asked.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._may_open = True
        if event.button() == Qt.MouseButton.LeftButton:
            entry = self._id_at(self.indexAt(_point(event)))
            self._pressed = (entry, _point(event)) if entry else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.is_dragging:
            self.dragged_on.emit(event)
            return
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        entry, start = self._pressed
        way = _point(event) - start
        if way.manhattanLength() >= QApplication.startDragDistance() and self._may_move(entry):
            self.is_dragging = True
            self.dragged_out.emit(entry, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        was_dragging, self.is_dragging = self.is_dragging, False
        pressed, self._pressed = self._pressed, None
        if was_dragging:
            self.dropped.emit(event)
        elif pressed is not None and self._id_at(self.indexAt(_point(event))) == pressed[0]:
            self.picked.emit(pressed[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._may_open:
            return
        entry = self._id_at(self.indexAt(_point(event)))
        if entry:
            self.opened.emit(entry)
        else:
            self.booking_asked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.rect_of(self.chosen)
            self.menu_asked.emit(self.chosen, self.viewport().mapToGlobal(rect.center()))
        else:
            self.menu_asked.emit(self._id_at(self.indexAt(event.pos())), event.globalPos())

    def _may_move(self, entry_id: str) -> bool:
        found = (entry for entry in self.rows.entries if entry.id == entry_id)
        return any(grip_of(entry) is not Grip.NOTHING for entry in found)


def _point(event: QMouseEvent) -> QPoint:
    return event.position().toPoint()


class _Chips(QStyledItemDelegate):
    """One line an entry, with the month's own layout."""

    def __init__(self, view: DayList, tools: Tools) -> None:
        super().__init__(view)
        self._view = view
        self._tools = tools
        self._blocks = BlockPainter(tools)
        self._ground = GroundPainter(tools)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(40, max(self._tools.texts.line_height + 6, _LEAST_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = self._view.rows.entries[index.row()]
        area = option.rect
        rect = Rect(area.x() + 2, area.y() + 1, area.width() - 3, area.height() - 2)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        layouter = BlockLayouter(self._tools, rtl=self._view.isRightToLeft())
        chip = layouter.lay_out_chip(entry.block, rect, _WHOLE, time=entry.time, selected=is_chosen)
        painter.save()
        self._blocks.draw(painter, [chip])
        if is_chosen and self._view.hasFocus():
            self._ground.frame(painter, rect)
        painter.restore()
