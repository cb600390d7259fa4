"""The edges of the grid: the hours beside it, and the corner with the week's number and the zones.

The edges do not scroll: they are told where the columns and rows of the canvas lie, and draw what
is in sight.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.geometry import GridGeometry


class Span(NamedTuple):
    """Where the columns lie in a widget above them, and how wide they are together."""

    left: float
    width: float


def columns_over(widget: QWidget, span: Span | None, columns: int) -> GridGeometry:
    """The columns as a widget above the canvas sees them; its own width where it was told none."""
    rtl = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left, width = span or Span(0.0, float(widget.width()))
    return GridGeometry(width, columns, 1.0, rtl=rtl, left=left)


class TimeAxis(QWidget):
    """One or two columns of hour labels beside the canvas."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[tuple[str, ...], ...] = ()
        self._now: tuple[int, str] | None = None
        self._least = 0
        self._geometry = GridGeometry(1.0, 1, tools.metrics.hour)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.restyle(tools)

    def restyle(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._font = scale_font(self.font(), 0.85)
        self._now_font = scale_font(self.font(), 0.85, weight=QFont.Weight.DemiBold)
        self._measure()

    def show_hours(self, *columns: tuple[str, ...]) -> None:
        """The labels, outermost column first."""
        wanted = tuple(column for column in columns if column)
        if wanted != self._columns:
            self._columns = wanted
            self._measure()

    def show_now(self, now: tuple[int, str] | None) -> None:
        """The present minute and its text, or None when today is not shown."""
        if now != self._now:
            self._now = now
            self._measure()

    def follow(self, geometry: GridGeometry) -> None:
        """Stand beside these rows: the canvas's zoom, and how far it is scrolled."""
        same_rows = (geometry.px_per_hour, geometry.top)
        if same_rows != (self._geometry.px_per_hour, self._geometry.top):
            self._geometry = geometry
            self.update()

    def widen(self, least: int) -> None:
        """Be at least so wide: what stands above the axis needs it."""
        if least != self._least:
            self._least = least
            self._measure()

    def column_width(self) -> int:
        """The width of one column of labels."""
        metrics = QFontMetricsF(self._now_font)
        widest = max(
            (metrics.horizontalAdvance(text) for column in self._columns for text in column),
            default=metrics.horizontalAdvance("00:00"),
        )
        if self._now is not None:
            widest = max(widest, metrics.horizontalAdvance(self._now[1]))
        wanted = round(widest + 2 * self._tools.metrics.pad + 4)
        return max(wanted, -(-self._least // max(len(self._columns), 1)))

    def _measure(self) -> None:
        self.setFixedWidth(self.column_width() * max(len(self._columns), 1))
        self.update()

    def _draw_label(self, painter: QPainter, text: str, minute: int, x: float, width: int) -> None:
        height = self._tools.metrics.small_line
        y = self._geometry.y(minute) - height / 2
        pad = self._tools.metrics.pad
        area = QRectF(x + 2, y, width - pad - 2, height)
        side = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            area.moveLeft(x + pad)
        painter.drawText(area, side, text)

    def _is_hidden(self, minute: int) -> bool:
        """Whether the now-label needs the room of the hour's label."""
        if self._now is None:
            return False
        apart = abs(minute - self._now[0]) * self._geometry.px_per_hour / 60
        return apart < self._tools.metrics.small_line * 0.85

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self._tools.palette
        painter.fillRect(event.rect(), ink(palette.panel))
        painter.setFont(self._font)
        painter.setPen(ink(palette.quiet_text))
        width = self.column_width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        columns = self._columns[::-1] if rtl else self._columns
        inner = 0 if rtl else len(columns) - 1
        for at, column in enumerate(columns):
            for hour, text in enumerate(column):
                if not (at == inner and self._is_hidden(hour * 60)):
                    self._draw_label(painter, text, hour * 60, at * width, width)
        if self._now is not None:
            painter.setFont(self._now_font)
            painter.setPen(ink(palette.now))
            self._draw_label(painter, self._now[1], self._now[0], inner * width, width)
        painter.end()


_MOST_WIDTH = 140
_MARK = "*"
_NUMBER = re.compile(r"\d+")


class Corner(QWidget):
    """Small texts, cut where the axis is narrower than they are; whole in the tooltip."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._zones: tuple[str, ...] = ()
        self._note = ""
        self.restyle(tools)

    def restyle(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._font = scale_font(self.font(), 0.8)
        self._number_font = scale_font(self.font(), 0.8, weight=QFont.Weight.DemiBold)
        self.update()

    def show_texts(self, number: str, zones: tuple[str, ...], note: str = "") -> None:
        """The week's number, and a zone for each column of hour labels, outermost first.

        A note marks the outermost: it says on which days the hours there are others.
        """
        shown = tuple(zone for zone in zones if zone)
        if note:
            shown = (f"{shown[0]} {_MARK}", *shown[1:])
        if (number, shown, note) == (self._number, self._zones, self._note):
            return
        self._number, self._zones, self._note = number, shown, note
        heads = " · ".join(text for text in (number, *self._zones) if text)
        self.setToolTip("\n".join(text for text in (heads, note) if text))
        self.update()

    def needed_width(self) -> int:
        """The width in which nothing is cut, the same for every week."""
        zones = [QFontMetricsF(self._font).horizontalAdvance(zone) for zone in self._zones]
        number = _widest(self._number, QFontMetricsF(self._number_font))
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
        near = pad if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 2
        area = QRectF(near, 2 if self._zones else 0, self.width() - pad - 2, upper - 2)
        self._draw(painter, self._number, self._number_font, area)
        width = self.width() / max(len(self._zones), 1)
        for at, zone in enumerate(self._zones[::-1] if near == pad else self._zones):
            below = QRectF(at * width + near, half, width - pad - 2, half - 3)
            self._draw(painter, zone, self._font, below)
        painter.end()


def _widest(text: str, metrics: QFontMetricsF) -> float:
    """How wide the text would be with the widest number of two digits in it: digits differ, and
    the columns would move from one week to the next.
    """
    return max(metrics.horizontalAdvance(_NUMBER.sub(digit * 2, text)) for digit in "0123456789")
