"""Draws the pages of a list: headings, rows with wrapped texts, boxes to tick."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.look.palette import Palette, ink
from lcdesk.ui.printing.pages import Page, Placed, Row, Section, edges, paginate
from lcdesk.ui.wording.labels import tr

_PAD = 5.0
_BOX = 11.0  # to tick by hand
_MOST_LINES = 4  # of a cell
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


class ListPainter:
    """Measures and draws with one font, in one palette, on pages of one width."""

    def __init__(self, palette: Palette, font: QFont, width: float, *, rtl: bool) -> None:
        self._palette = palette
        self._width = width
        self._rtl = rtl
        self._font = font
        self._heading = scale_font(font, 1.15, weight=QFont.Weight.DemiBold)
        self._small = scale_font(font, 0.85)
        self._line = QFontMetricsF(font).lineSpacing()

    def pages(self, sections: list[Section], room: float) -> list[Page]:
        """How the sections fall into pages so high."""
        return paginate(sections, room, self._height)

    def draw(self, page: Page, painter: QPainter, room: QRectF) -> None:
        """Draw a page from the top of the room on."""
        painter.translate(room.topLeft())
        for placed in page:
            if placed.row is None:
                self._draw_heading(painter, placed)
            else:
                self._draw_row(painter, placed, placed.row)

    def _height(self, section: Section, row: Row | None) -> float:
        if row is None:
            heads = QFontMetricsF(self._small).lineSpacing()
            return 14 + QFontMetricsF(self._heading).lineSpacing() + 4 + heads + 4
        metrics = QFontMetricsF(self._font)
        lines = 1.0
        for cell, (_, width) in zip(row.cells, self._cells(section, row), strict=False):
            area = QRectF(0, 0, width - 2 * _PAD, 10_000)
            needed = metrics.boundingRect(area, int(_WRAPPED), cell).height() / self._line
            lines = max(lines, min(round(needed), _MOST_LINES))
        return lines * self._line + 2 * _PAD

    def _cells(self, section: Section, row: Row) -> list[tuple[float, float]]:
        if not section.rows:  # what stands there instead has the whole width
            return [(0.0, self._width)]
        found = list(edges(section.columns, self._width))
        if row.has_box:
            x, width = found[0]
            found[0] = (x + _BOX + 2 * _PAD, width - _BOX - 2 * _PAD)
        return found

    def _draw_heading(self, painter: QPainter, placed: Placed) -> None:
        section, palette = placed.section, self._palette
        metrics = QFontMetricsF(self._heading)
        y = placed.y + 14
        painter.setFont(self._heading)
        painter.setPen(ink(palette.text))
        text = section.heading
        if placed.is_continued:
            text = tr("{heading} (continued)").format(heading=text)
        beside = QFontMetricsF(self._font).horizontalAdvance(section.note) if section.note else 0
        room = self._width - beside - 12
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        area = QRectF(0, y, self._width, metrics.lineSpacing())
        painter.drawText(area, self._leading(), shown)
        painter.setFont(self._font)
        painter.setPen(ink(palette.quiet_text))
        painter.drawText(area, self._trailing(), section.note)
        y += metrics.lineSpacing() + 4
        painter.setFont(self._small)
        high = QFontMetricsF(self._small).lineSpacing()
        for column, (x, width) in zip(
            section.columns, edges(section.columns, self._width), strict=True
        ):
            area = self._mirrored(QRectF(x + _PAD, y, width - 2 * _PAD, high))
            painter.drawText(area, self._leading(), column.head)
        self._rule(painter, placed.y + placed.height, palette.edge)

    def _draw_row(self, painter: QPainter, placed: Placed, row: Row) -> None:
        palette, cells = self._palette, self._cells(placed.section, row)
        colour = palette.quiet_text if row.is_quiet or row.is_struck else palette.text
        font = QFont(self._font)
        font.setStrikeOut(row.is_struck)
        painter.setFont(font)
        painter.setPen(ink(colour))
        height = placed.height - 2 * _PAD
        for cell, (x, width) in zip(row.cells, cells, strict=False):
            area = QRectF(x + _PAD, placed.y + _PAD, width - 2 * _PAD, height)
            painter.save()
            painter.setClipRect(self._mirrored(area))
            painter.drawText(self._mirrored(area), int(_WRAPPED), cell)
            painter.restore()
        if row.has_box:
            box = QRectF(_PAD, placed.y + _PAD + (self._line - _BOX) / 2, _BOX, _BOX)
            painter.setPen(QPen(ink(palette.text), 0.8))
            painter.drawRect(self._mirrored(box))
        self._rule(painter, placed.y + placed.height, palette.line)

    def _rule(self, painter: QPainter, y: float, colour: str) -> None:
        painter.setPen(QPen(ink(colour), 0.6))
        painter.drawLine(QLineF(0, y, self._width, y))

    def _mirrored(self, area: QRectF) -> QRectF:
        if not self._rtl:
            return area
        return QRectF(self._width - area.right(), area.y(), area.width(), area.height())

    def _leading(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    def _trailing(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if self._rtl else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
