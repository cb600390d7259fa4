"""The row of weekday names and day numbers above the grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lcdesk.ui.look.metrics import scaled
from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.accessible import SpokenAction, SpokenItem, speak_for
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.geometry import GridGeometry
from lcdesk.ui.week.week import DayColumn


class DayHeader(QWidget):
    """Names and numbers of the days, over their columns; today's number in an accent disc."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[DayColumn, ...] = ()
        self._names: tuple[str, ...] = ()
        speak_for(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle(tools)

    def restyle(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._name_font = scaled(self.font(), 0.95)
        self._number_font = scaled(self.font(), 1.25, weight=QFont.Weight.Medium)
        self._today_font = scaled(self.font(), 1.15, weight=QFont.Weight.DemiBold)
        self.setFixedHeight(round(tools.metrics.line * 2.1))
        self.update()

    def show_days(self, days: tuple[DayColumn, ...], names: tuple[str, ...] = ()) -> None:
        """Replace the headings; `names` are the days in full, to be spoken."""
        self._names = names
        if days == self._days:
            return
        self._days = days
        self.setAccessibleName(", ".join(f"{day.weekday} {day.number}" for day in days))
        self.update()

    def spoken_items(self) -> Sequence[SpokenItem]:
        """Each day, for a screen reader."""
        geometry = self._geometry()
        found = []
        for at, day in enumerate(self._days):
            column = geometry.column(at)
            name = self._names[at] if self._names else f"{day.weekday} {day.number}"
            text = self.tr("{day}, today").format(day=name) if day.is_today else name
            rect = QRect(round(column.x), 0, round(column.width), self.height())
            found.append(SpokenItem(day.day.isoformat(), text, rect))
        return found

    def spoken_selection(self) -> str:
        """No day is selected."""
        return ""

    def spoken_actions(self, _entry: str) -> Sequence[SpokenAction]:
        """A heading does nothing."""
        return ()

    def _geometry(self) -> GridGeometry:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return GridGeometry(float(self.width()), len(self._days), 1.0, rtl=rtl)

    def _draw_day(self, painter: QPainter, day: DayColumn, area: QRectF) -> None:
        """Name and number side by side, centred together; only the number in a narrow column."""
        names = QFontMetricsF(self._name_font)
        numbers = QFontMetricsF(self._today_font if day.is_today else self._number_font)
        disc = numbers.height() * 1.3
        number_width = max(numbers.horizontalAdvance(day.number), disc if day.is_today else 0)
        name_width = names.horizontalAdvance(day.weekday)
        gap = self._tools.metrics.pad
        whole = name_width + gap + number_width
        if whole > area.width() - 4:
            name_width = gap = 0.0
            whole = number_width
        x = area.center().x() - whole / 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        name_x, number_x = (x + number_width + gap, x) if rtl else (x, x + name_width + gap)
        if name_width:
            self._draw_name(painter, day, QRectF(name_x, area.y(), name_width + 2, area.height()))
        self._draw_number(
            painter, day, QRectF(number_x, area.y(), number_width, area.height()), disc
        )

    def _draw_name(self, painter: QPainter, day: DayColumn, area: QRectF) -> None:
        palette = self._tools.palette
        painter.setFont(self._name_font)
        painter.setPen(ink(palette.accent if day.is_today else palette.quiet_text))
        painter.drawText(
            area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, day.weekday
        )

    def _draw_number(self, painter: QPainter, day: DayColumn, area: QRectF, disc: float) -> None:
        palette = self._tools.palette
        painter.setFont(self._today_font if day.is_today else self._number_font)
        colour = palette.quiet_text if day.is_weekend else palette.text
        if day.is_today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(palette.accent))
            radius = max(disc, area.width()) / 2
            painter.drawEllipse(QPointF(area.center().x(), area.center().y()), radius, radius)
            colour = palette.on_accent
        painter.setPen(ink(colour))
        painter.drawText(area.adjusted(-4, 0, 4, 0), Qt.AlignmentFlag.AlignCenter, day.number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), ink(self._tools.palette.panel))
        geometry = self._geometry()
        for at, day in enumerate(self._days):
            column = geometry.column(at)
            self._draw_day(painter, day, QRectF(column.x, 0, column.width, self.height()))
        painter.end()
