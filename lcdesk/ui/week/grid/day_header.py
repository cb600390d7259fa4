"""The weekdays over the grid, with the names of members and what is said of a day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.accessible import SpokenAction, SpokenItem, speak_for
from lcdesk.ui.week.grid.axis import Span, columns_over
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.geometry import GridGeometry
from lcdesk.ui.week.grid.input import show_tip
from lcdesk.ui.week.week import AND, DayColumn


class DayHeader(QWidget):
    """Names and numbers of the days, over their columns; today's number in an accent disc.

    Where members stand side by side, their names over their days; over a single day alone. Below
    them what is said of a day, such as a public holiday, where there is any.
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
        self._note_font = scale_font(self.font(), 0.8)
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
            text = ", ".join((text, *day.notes))
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

    @property
    def _note_height(self) -> int:
        """The height of the row of notes; 0 where there are none."""
        return round(self._tools.metrics.small_line * 1.2) if any(map(_note, self._days)) else 0

    def _fit(self) -> None:
        self.setFixedHeight(self._member_height + self._day_height + self._note_height)

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

    def _draw_note(self, painter: QPainter, day: DayColumn, area: QRectF) -> None:
        """In one line, as far as there is room; the tooltip has all of it."""
        painter.setFont(self._note_font)
        painter.setPen(ink(self._tools.palette.quiet_text))
        cut = painter.fontMetrics().elidedText(
            _note(day), Qt.TextElideMode.ElideRight, round(area.width())
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, cut)

    # --- Qt ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._days:
            geometry = self._geometry()
            column = geometry.column(geometry.day_at(event.pos().x()))
            notes = self._days[geometry.day_at(event.pos().x())].notes
            rect = QRect(round(column.x), 0, round(column.width), self.height())
            show_tip(self, event, "\n".join(notes), rect)
            return True
        return super().event(event)

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
        for at, day in enumerate(self._days if self._note_height else ()):
            column = geometry.column(at)
            below = QRectF(column.x + 3, top + height, column.width - 6, self._note_height)
            self._draw_note(painter, day, below)
        painter.end()


def _starts_of_members(days: Sequence[DayColumn]) -> list[int]:
    """The first columns of each member."""
    return [at for at, day in enumerate(days) if not at or day.member != days[at - 1].member]


def _note(day: DayColumn) -> str:
    return AND.join(day.notes)


def _heading(day: DayColumn) -> str:
    return " ".join(part for part in (day.name, day.weekday, day.number) if part)
