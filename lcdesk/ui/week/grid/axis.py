"""The edges of the grid: hours beside it, weekdays over it.

Above them the corner, with the week's number and the zones. The edges do not scroll: they are
told where the columns and rows of the canvas lie, and draw what is in sight.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.accessible import SpokenAction, SpokenItem, speak_for
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.geometry import GridGeometry
from lcdesk.ui.week.week import DayColumn


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
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
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


class Corner(QWidget):
    """Small texts, cut where the axis is narrower than they are; whole in the tooltip."""

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._zones: tuple[str, ...] = ()
        self.restyle(tools)

    def restyle(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._font = scale_font(self.font(), 0.8)
        self._number_font = scale_font(self.font(), 0.8, weight=QFont.Weight.DemiBold)
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


class DayHeader(QWidget):
    """Names and numbers of the days, over their columns; today's number in an accent disc.

    Where members stand side by side, their names over their days; over a single day alone.
    """

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[DayColumn, ...] = ()
        self._names: tuple[str, ...] = ()
        self._span: Span | None = None
        speak_for(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle(tools)

    def restyle(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._name_font = scale_font(self.font(), 0.95)
        self._number_font = scale_font(self.font(), 1.25, weight=QFont.Weight.Medium)
        self._today_font = scale_font(self.font(), 1.15, weight=QFont.Weight.DemiBold)
        self._member_font = scale_font(self.font(), 1.0, weight=QFont.Weight.DemiBold)
        self._fit()
        self.update()

    def show_days(self, days: tuple[DayColumn, ...], names: tuple[str, ...] = ()) -> None:
        """Replace the headings; `names` are the days in full, to be spoken."""
        self._names = names
        if days == self._days:
            return
        self._days = days
        self.setAccessibleName(", ".join(_heading(day) for day in days))
        self._fit()
        self.update()

    def follow(self, span: Span) -> None:
        """Stand over these columns of the canvas."""
        if span != self._span:
            self._span = span
            self.update()

    def spoken_items(self) -> Sequence[SpokenItem]:
        """Each day, for a screen reader."""
        geometry = self._geometry()
        found = []
        for at, day in enumerate(self._days):
            column = geometry.column(at)
            name = self._names[at] if self._names else _heading(day)
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
        return columns_over(self, self._span, len(self._days))

    @property
    def _member_height(self) -> int:
        """The height of the row of names; 0 where members are not told apart."""
        is_told_apart = any(day.name for day in self._days)
        return round(self._tools.metrics.line * 1.6) if is_told_apart else 0

    @property
    def _day_height(self) -> int:
        """The height of the row of days; 0 where all columns are of one day: the title names it."""
        is_one_day = bool(self._member_height) and len({day.day for day in self._days}) == 1
        return 0 if is_one_day else round(self._tools.metrics.line * 2.1)

    def _fit(self) -> None:
        self.setFixedHeight(self._member_height + self._day_height)

    def _draw_members(self, painter: QPainter, geometry: GridGeometry) -> None:
        """Each name in the middle of what is in sight of its days."""
        palette = self._tools.palette
        painter.setFont(self._member_font)
        metrics = QFontMetricsF(self._member_font)
        ends = [*_starts_of_members(self._days), len(self._days)]
        for first, after in pairwise(ends):
            near, far = geometry.edge(first), geometry.edge(after)
            left, right = max(min(near, far), 0.0), min(max(near, far), float(self.width()))
            area = QRectF(left + 4, 0, right - left - 8, self._member_height)
            if area.width() > 0:
                painter.setPen(ink(palette.text))
                name = metrics.elidedText(
                    self._days[first].name, Qt.TextElideMode.ElideRight, area.width()
                )
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name)
            if first:
                painter.setPen(QPen(ink(palette.line), 0))
                painter.drawLine(QPointF(near, 0), QPointF(near, self.height()))

    def _draw_day(self, painter: QPainter, day: DayColumn, area: QRectF) -> None:
        """Name and number side by side, centred together; in narrow columns over each other."""
        names = QFontMetricsF(self._name_font)
        numbers = QFontMetricsF(self._today_font if day.is_today else self._number_font)
        disc = numbers.height() * 1.3
        number_width = max(numbers.horizontalAdvance(day.number), disc if day.is_today else 0)
        name_width = names.horizontalAdvance(day.weekday)
        gap = self._tools.metrics.pad
        whole = name_width + gap + number_width
        if self._is_narrow:
            self._draw_stacked(painter, day, area)
            return
        x = area.center().x() - whole / 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        name_x, number_x = (x + number_width + gap, x) if rtl else (x, x + name_width + gap)
        self._draw_name(painter, day, QRectF(name_x, area.y(), name_width + 2, area.height()))
        self._draw_number(
            painter, day, QRectF(number_x, area.y(), number_width, area.height()), disc
        )

    @property
    def _is_narrow(self) -> bool:
        """Whether some name and number have no room beside each other: then all look alike."""
        names, numbers = QFontMetricsF(self._name_font), QFontMetricsF(self._number_font)
        gaps = self._tools.metrics.pad + 4
        geometry = self._geometry()
        return any(
            names.horizontalAdvance(day.weekday) + numbers.horizontalAdvance(day.number) + gaps
            > geometry.column(at).width
            for at, day in enumerate(self._days)
        )

    def _draw_stacked(self, painter: QPainter, day: DayColumn, area: QRectF) -> None:
        palette = self._tools.palette
        painter.setFont(scale_font(self.font(), 0.75))
        painter.setPen(ink(palette.accent if day.is_today else palette.quiet_text))
        upper = QRectF(area.x(), area.y() + 1, area.width(), area.height() * 0.4)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, day.weekday)
        lower = QRectF(area.x(), upper.bottom(), area.width(), area.height() * 0.56)
        self._draw_number(painter, day, lower, lower.height())

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
            radius = max(disc, painter.fontMetrics().horizontalAdvance(day.number)) / 2
            painter.drawEllipse(QPointF(area.center().x(), area.center().y()), radius, radius)
            colour = palette.on_accent
        painter.setPen(ink(colour))
        painter.drawText(area.adjusted(-4, 0, 4, 0), Qt.AlignmentFlag.AlignCenter, day.number)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), ink(self._tools.palette.panel))
        geometry = self._geometry()
        top, height = self._member_height, self._day_height
        if top:
            self._draw_members(painter, geometry)
        if height:
            for at, day in enumerate(self._days):
                column = geometry.column(at)
                self._draw_day(painter, day, QRectF(column.x, top, column.width, height))
        painter.end()


def _starts_of_members(days: Sequence[DayColumn]) -> list[int]:
    """The first columns of each member."""
    return [at for at, day in enumerate(days) if not at or day.member != days[at - 1].member]


def _heading(day: DayColumn) -> str:
    return " ".join(part for part in (day.name, day.weekday, day.number) if part)
