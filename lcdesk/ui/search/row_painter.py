"""Draws what was found: headings, contacts and entries, in two lines each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lcdesk.ui.agenda.row_painter import draw_swatch
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import Metrics, scale_font, small
from lcdesk.ui.look.palette import adapt, ink
from lcdesk.ui.search.search_model import FoundContact, FoundEntry, Heading, SearchModel
from lcdesk.ui.week.grid.block_style import block_style

_SIDE, _ABOVE, _GAP = 12, 5, 8
_BEFORE_HEADING = 8

_Index = QModelIndex | QPersistentModelIndex


class FoundRows(QStyledItemDelegate):
    """Rows are laid out from left to right, and mirrored where the window is."""

    def __init__(
        self, view: QListView, model: SearchModel, appearance: Appearance, icons: Icons
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._appearance = appearance
        self._icons = icons

    def _draw_heading(self, painter: QPainter, rect: QRect, title: str) -> None:
        painter.setFont(scale_font(self._view.font(), 0.9, weight=QFont.Weight.DemiBold))
        painter.setPen(ink(self._appearance.palette.quiet_text))
        self._write(painter, rect, rect.adjusted(_SIDE, _BEFORE_HEADING, -_SIDE, 0), title)

    def _draw_found(
        self, painter: QPainter, rect: QRect, row: FoundContact | FoundEntry, *, is_chosen: bool
    ) -> None:
        palette = self._appearance.palette
        ground = palette.accent_soft if is_chosen else palette.panel
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(ground))
            painter.drawRoundedRect(rect.adjusted(4, 0, -4, 0), 6, 6)
        size = round(Metrics.of(self._view.font()).icon)
        line = QRect(rect.left() + _SIDE, rect.top() + _ABOVE, size, self._line())
        self._draw_sign(painter, self._place(rect, line), row, size)
        line.setLeft(line.right() + 1 + _GAP)
        line.setRight(rect.right() - _SIDE)
        self._draw_title(painter, rect, line, row, ground)
        line.translate(0, self._line())
        painter.setFont(small(self._view.font()))
        painter.setPen(ink(adapt(palette.quiet_text, ground)))
        self._write(painter, rect, line, row.detail)

    def _draw_title(
        self,
        painter: QPainter,
        rect: QRect,
        line: QRect,
        row: FoundContact | FoundEntry,
        ground: str,
    ) -> None:
        palette = self._appearance.palette
        quiet = adapt(palette.quiet_text, ground)
        font = scale_font(self._view.font(), 1.0, weight=QFont.Weight.Medium)
        is_over = isinstance(row, FoundEntry) and (row.row.is_past or row.row.look.struck)
        font.setStrikeOut(isinstance(row, FoundEntry) and row.row.look.struck)
        painter.setFont(font)
        painter.setPen(ink(quiet if is_over else palette.text))
        used = self._write(painter, rect, line, row.title)
        if isinstance(row, FoundEntry) and row.aside:
            painter.setFont(self._view.font())
            painter.setPen(ink(quiet))
            self._write(painter, rect, line.adjusted(used + _GAP, 0, 0, 0), row.aside)

    def _draw_sign(
        self, painter: QPainter, place: QRect, row: FoundContact | FoundEntry, size: int
    ) -> None:
        palette, ratio = self._appearance.palette, self._view.devicePixelRatioF()
        square = QRect(place.left(), place.center().y() - size // 2 + 1, size, size)
        if isinstance(row, FoundContact):
            sign = self._icons.pixmap(Sign.PERSON, palette.quiet_text, size, ratio)
            painter.drawPixmap(square.topLeft(), sign)
            return
        look = row.row.look
        style = block_style(
            palette,
            look.kind,
            look.colour,
            past=row.row.is_past,
            free=look.free,
            tentative=look.tentative,
        )
        draw_swatch(painter, square, style, ratio)

    def _line(self) -> int:
        return round(QFontMetrics(self._view.font()).height() * 1.25)

    def _place(self, rect: QRect, area: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), rect, area)

    def _write(self, painter: QPainter, rect: QRect, area: QRect, text: str) -> int:
        """One line, cut by "…"; returns its width."""
        if area.width() <= 0 or not text:
            return 0
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        middle = Qt.AlignmentFlag.AlignVCenter
        side = QStyle.visualAlignment(self._view.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        absolute = Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self._place(rect, area), int(side | middle | absolute), shown)
        return metrics.horizontalAdvance(shown)

    # --- Qt ---------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        is_heading = isinstance(self._model.row(index.row()), Heading)
        height = self._line() + _BEFORE_HEADING if is_heading else 2 * (self._line() + _ABOVE)
        return QSize(40, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._model.row(index.row())
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._draw_heading(painter, option.rect, row.title)
        elif row is not None:
            self._draw_found(painter, option.rect, row, is_chosen=is_chosen)
        painter.restore()
