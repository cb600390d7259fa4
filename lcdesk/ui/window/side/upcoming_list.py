"""The next appointments below the small month: a line each, under their days."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.ui.agenda.row_painter import draw_swatch
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.metrics import TARGET, inset, scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.block_style import block_style
from lcdesk.ui.widgets.parts import plain_label, set_name
from lcdesk.ui.window.side.upcoming_model import Upcoming, UpcomingDay, UpcomingEntry

_SIDE, _GAP = 6, 6
_LEAST_LINES = 4
_Index = QModelIndex | QPersistentModelIndex


class UpcomingList(QWidget):
    """Says which appointment was picked; it is as high as its lines need, where there is room."""

    entry_picked = Signal(AgendaEntry)

    def __init__(
        self, model: Upcoming, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("upcoming")
        self._model = model
        self._appearance = appearance
        self._chosen: AgendaEntry | None = None
        self._head = plain_label(self.tr("Upcoming"), "upcoming_heading")
        self._note = plain_label(self.tr("No appointments ahead"), "upcoming_none", wraps=True)
        self.list = set_name(_Lines(), "upcoming_list")
        self.list.setAccessibleName(self.tr("Upcoming appointments"))
        self.list.setModel(model)
        self._lines = UpcomingLines(self.list, model, appearance)
        self.list.setItemDelegate(self._lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._head)
        column.addWidget(self._note)
        column.addWidget(self.list, 1)
        self.list.clicked.connect(self._pick)
        self.list.picked.connect(self._pick)
        model.modelAboutToBeReset.connect(self._note_chosen)
        model.modelReset.connect(self._show)
        appearance.changed.connect(self._dress)
        self._dress()
        self._show()

    @Slot()
    def _dress(self) -> None:
        quiet = self._appearance.palette.quiet_text
        self._head.setFont(scale_font(self.font(), 0.88, weight=QFont.Weight.DemiBold))
        self._head.setContentsMargins(inset(_SIDE, 0, 0, 0))
        self._note.setContentsMargins(inset(_SIDE, 2, 0, 2))
        self.setStyleSheet(
            f"#upcoming_heading, #upcoming_none {{ color: {quiet}; }}"
            "#upcoming_list { background: transparent; border: none; outline: none; }"
        )
        self.list.viewport().update()

    @Slot()
    def _note_chosen(self) -> None:
        row = self._model.row(self.list.currentIndex().row())
        self._chosen = row.entry if isinstance(row, UpcomingEntry) else None

    @Slot()
    def _show(self) -> None:
        """What was chosen stays so, where it moved to too."""
        count = self._model.rowCount()
        self._note.setVisible(not count)
        self.list.setVisible(bool(count))
        self._lines.measure()
        lines = [self.list.sizeHintForRow(at) for at in range(count)]
        self.list.setMinimumHeight(sum(lines[:_LEAST_LINES]))
        self.setMaximumHeight(
            self._head.sizeHint().height() + 2 + (sum(lines) or self._note.sizeHint().height())
        )
        at = None if self._chosen is None else self._model.row_of(self._chosen)
        if at is not None:
            self.list.setCurrentIndex(self._model.index(at, 0))

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if isinstance(row, UpcomingEntry):
            self.entry_picked.emit(row.entry)


class _Lines(QListView):
    """Enter picks on every platform; Qt's own signal is the platform's idea of a double click."""

    picked = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    # --- Qt ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 0)


class UpcomingLines(QStyledItemDelegate):
    """Draws a line: colour, time, title, initials; mirrored where the window is."""

    def __init__(self, view: QListView, model: Upcoming, appearance: Appearance) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._appearance = appearance
        self._time_width = 0

    def measure(self) -> None:
        """Make the column of times as wide as the widest."""
        metrics = QFontMetrics(self._view.font())
        rows = map(self._model.row, range(self._model.rowCount()))
        times = (row.time for row in rows if isinstance(row, UpcomingEntry))
        self._time_width = max(map(metrics.horizontalAdvance, times), default=0)

    def _draw_day(self, painter: QPainter, rect: QRect, title: str) -> None:
        painter.setFont(scale_font(self._view.font(), 0.88))
        painter.setPen(ink(self._appearance.palette.quiet_text))
        self._write(painter, rect, rect.adjusted(_SIDE, 0, -_SIDE, 0), title)

    def _draw_entry(self, painter: QPainter, rect: QRect, row: UpcomingEntry) -> None:
        palette, font = self._appearance.palette, self._view.font()
        line = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        self._draw_colour(painter, rect, line, row)
        line.setLeft(line.left() + self._swatch + _GAP)
        painter.setFont(font)
        painter.setPen(ink(palette.quiet_text))
        self._write(painter, rect, line, row.time)
        line.setLeft(line.left() + self._time_width + _GAP)
        note = scale_font(font, 0.85)
        width = QFontMetrics(note).horizontalAdvance(row.initials)
        painter.setFont(note)
        end = QRect(line.right() - width + 1, line.top(), width, line.height())
        self._write(painter, rect, end, row.initials)
        painter.setFont(font)
        painter.setPen(ink(palette.text))
        self._write(painter, rect, line.adjusted(0, 0, -width - _GAP, 0), row.title)

    def _draw_colour(self, painter: QPainter, rect: QRect, line: QRect, row: UpcomingEntry) -> None:
        look = row.look
        style = block_style(
            self._appearance.palette, look.kind, look.colour, tentative=look.tentative
        )
        size = self._swatch
        place = QRect(line.left(), line.center().y() - size // 2 + 1, size, size)
        draw_swatch(painter, self._place(rect, place), style, self._view.devicePixelRatioF())

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette = self._appearance.palette
        has_keys = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(ink(palette.accent) if has_keys else Qt.PenStyle.NoPen)
        painter.setBrush(ink(palette.hairline) if is_under else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    @property
    def _swatch(self) -> int:
        return round(QFontMetrics(self._view.font()).height() * 0.7)

    def _place(self, rect: QRect, area: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, area)

    def _write(self, painter: QPainter, rect: QRect, area: QRect, text: str) -> None:
        """One line at the start of an area, cut by "…"."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = QStyle.visualAlignment(self._view.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self._place(rect, area), int(flags), shown)

    # --- Qt ---------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(40, max(TARGET, round(QFontMetrics(self._view.font()).height() * 1.4)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match self._model.row(index.row()):
            case UpcomingDay(title):
                self._draw_day(painter, option.rect, title)
            case UpcomingEntry() as row:
                self._draw_ground(painter, option)
                self._draw_entry(painter, option.rect, row)
        painter.restore()
