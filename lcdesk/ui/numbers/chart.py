"""A plain bar chart: what took place, what was missed, what was cancelled, and the share below.

The table beside it holds every figure; the chart is for the eye.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.metrics import small
from lcdesk.ui.look.palette import Palette, ink, mix
from lcdesk.ui.wording.messages import number

_LEFT, _RIGHT, _TOP = 44.0, 12.0, 12.0
_WIDEST_BAR = 56.0
_SWATCH = 10.0
_LEAST_NAME = 34.0  # pixels below which names under bars would only be noise


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, its parts from the bottom up, and what is said of it."""

    name: str
    parts: tuple[int, int, int]  # took place, missed, cancelled
    tip: str
    is_part: bool = False  # not over yet

    @property
    def whole(self) -> int:
        """How high it is."""
        return sum(self.parts)


class BarChart(QWidget):
    """Draws the bars that it is given; the pointer over one says its figures."""

    def __init__(
        self, appearance: Appearance, legend: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("numbers_chart")
        self._appearance = appearance
        self._legend = tuple(legend)  # a text for each part of a bar
        self._bars: tuple[Bar, ...] = ()
        appearance.changed.connect(self.update)

    def show_bars(self, bars: Sequence[Bar], spoken: str) -> None:
        """Draw these; `spoken` is the chart in a sentence."""
        self._bars = tuple(bars)
        self.setAccessibleName(spoken)
        self.update()

    @property
    def colours(self) -> tuple[str, str, str]:
        """Of what took place, what was missed and what was cancelled."""
        palette: Palette = self._appearance.palette
        return palette.accent, palette.warning, mix(palette.surface, palette.faint_text, 0.45)

    # --- rectangles -------------------------------------------------------------------------

    def _area(self) -> QRectF:
        line = self.fontMetrics().height()
        near, far = (_RIGHT, _LEFT) if self._is_rtl() else (_LEFT, _RIGHT)
        return QRectF(self.rect()).adjusted(near, line + _TOP, -far, -(line + 10))

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _slot(self, at: int) -> QRectF:
        area = self._area()
        width = area.width() / max(len(self._bars), 1)
        place = len(self._bars) - 1 - at if self._is_rtl() else at
        return QRectF(area.x() + place * width, area.y(), width, area.height())

    def bar_at(self, point: QPointF) -> Bar | None:
        """The bar whose column lies under a point."""
        for at, bar in enumerate(self._bars):
            if self._slot(at).adjusted(0, -_TOP, 0, 40).contains(point):
                return bar
        return None

    # --- Qt ---------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 150)

    def sizeHint(self) -> QSize:
        return QSize(620, 220)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(small(self.font()))
        most = round_up(max((bar.whole for bar in self._bars), default=0))
        self._draw_scale(painter, most)
        for at, bar in enumerate(self._bars):
            self._draw_bar(painter, self._slot(at), bar, most)
        self._draw_names(painter)
        self._draw_legend(painter)
        painter.end()

    def _draw_scale(self, painter: QPainter, most: int) -> None:
        area, palette = self._area(), self._appearance.palette
        line = painter.fontMetrics().height()
        for step in range(3):
            y = round(area.bottom() - area.height() * step / 2) + 0.5
            painter.setPen(QPen(ink(palette.line if step else palette.edge), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(ink(palette.quiet_text))
            beside = area.right() + 8 if self._is_rtl() else 0
            label = QRectF(beside, y - line / 2, _LEFT - 8, line)
            painter.drawText(label, Qt.AlignmentFlag.AlignTrailing, number(most * step // 2))

    def _draw_bar(self, painter: QPainter, slot: QRectF, bar: Bar, most: int) -> None:
        width = min(slot.width() * 0.62, _WIDEST_BAR)
        x, y = slot.center().x() - width / 2, slot.bottom()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(0.6 if bar.is_part else 1.0)
        for part, colour in zip(bar.parts, self.colours, strict=True):
            height = slot.height() * part / most
            painter.fillRect(QRectF(x, y - height, width, height), ink(colour))
            y -= height
        painter.setOpacity(1.0)

    def _draw_names(self, painter: QPainter) -> None:
        painter.setPen(ink(self._appearance.palette.quiet_text))
        for area, name in self.names(painter.fontMetrics()):
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter, name)

    def names(self, metrics: QFontMetrics) -> list[tuple[QRectF, str]]:
        """What stands where under every bar, or under every second, third … where there is no room.

        The last bar has its name, drawn in from the edge where it would be cut.
        """
        slot = max(self._slot(0).width(), 1.0)
        widest = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0) + 8
        wide = min(float(widest), 4 * slot)
        drawn_in = max((wide - slot) / 2 - _RIGHT, 0.0)
        every = max(1, math.ceil((wide + drawn_in) / slot))
        room = min(every * slot, float(widest))
        if room < min(_LEAST_NAME, widest):
            return []
        found = []
        for at in range(len(self._bars) - 1, -1, -every):
            place = self._slot(at)
            x = min(max(place.center().x() - room / 2, 0), self.width() - room)
            name = metrics.elidedText(
                self._bars[at].name, Qt.TextElideMode.ElideRight, int(room) - 4
            )
            found.append((QRectF(x, place.bottom() + 5, room, metrics.height()), name))
        return found

    def _draw_legend(self, painter: QPainter) -> None:
        metrics, x = painter.fontMetrics(), _LEFT
        high = metrics.height()
        for text, colour in zip(self._legend, self.colours, strict=True):
            wide = metrics.horizontalAdvance(text) + 2
            area = QRectF(x, 2, _SWATCH + 6 + wide, high)
            if self._is_rtl():
                area.moveRight(self.width() - x)
            near = area.right() - _SWATCH if self._is_rtl() else area.x()
            swatch = QRectF(near, area.y() + (high - _SWATCH) / 2, _SWATCH, _SWATCH)
            painter.fillRect(swatch, ink(colour))
            painter.setPen(ink(self._appearance.palette.quiet_text))
            words = area.x() if self._is_rtl() else area.x() + _SWATCH + 6
            painter.drawText(QRectF(words, 2, wide, high), Qt.AlignmentFlag.AlignVCenter, text)
            x += area.width() + 18

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self.bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if bar is None else as_typed(bar.tip), self)
            return True
        return super().event(event)


def round_up(most: int) -> int:
    """The end of a scale: an even number with one digit that counts, never under 2."""
    if most <= 2:
        return 2
    step = int(f"1{'0' * (len(str(most)) - 1)}")
    return next(factor * step for factor in (1, 2, 4, 6, 8, 10) if factor * step >= most)
