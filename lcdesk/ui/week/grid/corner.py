"""The corner over the time axis: the week's number and the zones of the hour labels."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lcdesk.ui.look.metrics import scaled
from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.block_layout import Tools

_MOST_WIDTH = 140


class Corner(QWidget):
    """Small texts, cut where the axis is narrower than they are; whole in the tooltip."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._zones: tuple[str, ...] = ()
        self.dress(tools)

    def dress(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._font = scaled(self.font(), 0.8)
        self._number_font = scaled(self.font(), 0.8, weight=QFont.Weight.DemiBold)
        self.update()

    def show_texts(self, number: str, zones: tuple[str, ...]) -> None:
        """The week's number, and a zone for each column of hour labels, outermost first."""
        shown = tuple(zone for zone in zones if zone)
        if (number, shown) == (self._number, self._zones):
            return
        self._number, self._zones = number, shown
        self.setToolTip(" · ".join(text for text in (number, *self._zones) if text))
        self.update()

    def needed_width(self) -> int:
        """The width in which nothing is cut."""
        zones = [QFontMetricsF(self._font).horizontalAdvance(zone) for zone in self._zones]
        number = QFontMetricsF(self._number_font).horizontalAdvance(self._number)
        room = self._tools.metrics.pad + 6
        widest = max([number, *zones], default=0.0) + room
        return min(round(max(widest * len(zones), number + room)), _MOST_WIDTH)

    def _draw(self, painter: QPainter, text: str, font: QFont, area: QRectF) -> None:
        painter.setFont(font)
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, side, cut)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self._tools.palette
        painter.fillRect(event.rect(), ink(palette.panel))
        pad = self._tools.metrics.pad
        half = self.height() / 2
        painter.setPen(ink(palette.quiet_text))
        upper = half if self._zones else self.height()
        area = QRectF(2, 2 if self._zones else 0, self.width() - pad - 2, upper - 2)
        self._draw(painter, self._number, self._number_font, area)
        width = self.width() / max(len(self._zones), 1)
        for at, zone in enumerate(self._zones):
            below = QRectF(at * width + 2, half, width - pad - 2, half - 3)
            self._draw(painter, zone, self._font, below)
        painter.end()
