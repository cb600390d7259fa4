"""Draws the ground of the grid: hours, days, the now-line, the cell cursor and the ghost.

And Qt's rectangles as the grid's own.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QRegion

from lcdesk.ui.look.palette import ink, mix
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.block_style import PAST_STRENGTH, BlockStyle
from lcdesk.ui.week.grid.geometry import GridGeometry, Rect
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY
from lcdesk.ui.week.grid.scene import Scene
from lcdesk.ui.week.grid.texts import Style
from lcdesk.ui.week.week import DayColumn, Week


def qrect(rect: Rect) -> QRect:
    """A rectangle in whole pixels."""
    return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))


def rect_of(qt_rect: QRect) -> Rect:
    """A rectangle of Qt's as the grid's own."""
    return Rect(qt_rect.x(), qt_rect.y(), qt_rect.width(), qt_rect.height())


def rects_of(region: QRegion) -> list[Rect]:
    """The rectangles of a region, which do not overlap."""
    parts: list[QRect] = list(region)  # type: ignore[call-overload]  # PySide6 6.x's stubs lack it
    return [rect_of(rect) for rect in parts]


DOT = 4.0
OPEN_TINT, OPEN_BAR = 0.07, 0.6  # how much of a calendar's colour lies over bookable time
BUFFER_TINT, BUFFER_BAR = 0.12, 0.4
BAR = 2.0
_HANDLE, _HANDLE_HEIGHT = 22.0, 4.0  # pixels, of what shows that an edge can be dragged
HALF_HOURS_FROM = 36.0  # pixels an hour below which half hours would only be noise


class GroundPainter:
    """Draws everything that is not a block.

    Fills and lines are drawn in their full length, however little of them is asked for: Qt cuts
    them to the region that is painted. Cut here, a part would round otherwise than the whole at
    150 %, and a fill would reach over what was drawn before it.
    """

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def ground(self, painter: QPainter, scene: Scene, clip: Rect) -> None:
        """Days and hours: working hours light, other hours darker, today tinted.

        Once for all that is painted: `clip` goes around every part of it.
        """
        geometry = scene.geometry
        for at, day in enumerate(scene.week.days):
            column = geometry.column(at)
            if column.x < clip.right and column.right > clip.x:
                self._day(painter, geometry, at, day)
                self._bookable(painter, scene, at, day)
                self._buffers(painter, scene, at)
        self._lines(painter, scene, clip)

    def now_elsewhere(self, painter: QPainter, scene: Scene, now: tuple[date, int]) -> None:
        """The faint line over the other days; it lies under the blocks."""
        if not scene.columns_of(now[0]):
            return
        palette = self._tools.palette
        y = round(scene.geometry.y(now[1])) + 0.5
        painter.setPen(QPen(ink(mix(palette.surface, palette.now, 0.35)), 1))
        painter.drawLine(QLineF(0, y, scene.geometry.width, y))

    def now(self, painter: QPainter, scene: Scene, now: tuple[date, int]) -> None:
        """A line over today with a dot at its beginning; it lies over the blocks."""
        day, minute = now
        columns = scene.columns_of(day)
        for at in columns:
            self._now_line(painter, scene.geometry, at, minute, dotted=at - 1 not in columns)

    def _now_line(
        self, painter: QPainter, geometry: GridGeometry, at: int, minute: int, *, dotted: bool
    ) -> None:
        y, column = round(geometry.y(minute)) + 0.5, geometry.column(at)
        palette = self._tools.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(ink(palette.now), 2))
        painter.drawLine(QLineF(column.x, y, column.right, y))
        if dotted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(palette.now))
            start = column.right - DOT if geometry.rtl else column.x + DOT
            painter.drawEllipse(QPointF(start, y), DOT, DOT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def frame(self, painter: QPainter, rect: Rect) -> None:
        """The focus frame, around a block or over a cell."""
        palette = self._tools.palette
        shape = QRectF(rect.x + 1, rect.y + 1, rect.width - 3, rect.height - 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink(palette.accent), 2))
        corner = self._tools.metrics.corner
        painter.drawRoundedRect(shape, corner, corner)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def handles(self, painter: QPainter, rect: Rect, style: BlockStyle) -> None:
        """A short bar at either edge that can be dragged; none where they would fill the block."""
        width = min(_HANDLE, rect.width / 3)
        if rect.height < 4 * _HANDLE_HEIGHT:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(ink(style.fill), 1))
        painter.setBrush(ink(style.text))
        x = rect.x + (rect.width - width) / 2
        for edge in (rect.y, rect.bottom - 1):
            y = edge - _HANDLE_HEIGHT / 2
            area = QRectF(x, y, width, _HANDLE_HEIGHT)
            painter.drawRoundedRect(area, _HANDLE_HEIGHT / 2, _HANDLE_HEIGHT / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def ghost(
        self, painter: QPainter, rect: Rect, style: BlockStyle, *, label: str, title: str
    ) -> None:
        """What is being dragged: see-through, with its new start and end written on it."""
        shape = QRectF(rect.x + 0.5, rect.y + 0.5, rect.width - 2, rect.height - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setOpacity(0.92)
        painter.setPen(QPen(ink(style.stripe), 1.5))
        painter.setBrush(ink(style.fill))
        corner = self._tools.metrics.corner
        painter.drawRoundedRect(shape, corner, corner)
        painter.setOpacity(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        room = rect.height - 3.5 * self._tools.metrics.gap  # the line around it too
        lines = ghost_lines(room / self._tools.texts.line_height, label, title)
        self._ghost_text(painter, rect, style, lines)

    def _ghost_text(
        self, painter: QPainter, rect: Rect, style: BlockStyle, lines: list[str]
    ) -> None:
        texts = self._tools.texts
        width = round(rect.width) - 12
        y = rect.y + max(min((rect.height - texts.line_height) / 2, self._tools.metrics.gap), 0)
        painter.setPen(ink(style.text))
        for text, text_style in zip(lines, (Style.TITLE, Style.DETAIL), strict=False):
            if y + texts.line_height > rect.bottom + 2:
                return
            painter.setFont(texts.fonts[text_style])
            for line in texts.lines(text, text_style, width):
                is_rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
                line.draw(painter, rect.right - 7 - line.width if is_rtl else rect.x + 7, round(y))
            y += texts.line_height

    def _day(self, painter: QPainter, geometry: GridGeometry, at: int, day: DayColumn) -> None:
        palette = self._tools.palette
        column = geometry.column(at)
        closed = palette.today_closed if day.is_today else palette.closed
        painter.fillRect(QRectF(column.x, column.y, column.width, column.height), ink(closed))
        light = palette.today if day.is_today else palette.surface
        for start, end in day.open:
            rect = geometry.span(at, start, end)
            painter.fillRect(QRectF(rect.x, rect.y, rect.width, rect.height), ink(light))

    def _bookable(self, painter: QPainter, scene: Scene, at: int, day: DayColumn) -> None:
        """A quiet tint in the calendar's colour, with a bar at the near edge."""
        if not day.bookable:
            return
        palette, geometry = self._tools.palette, scene.geometry
        ground = palette.today if day.is_today else palette.surface
        tint = ink(mix(ground, scene.week.bookable_colour, OPEN_TINT))
        bar = ink(mix(ground, scene.week.bookable_colour, OPEN_BAR))
        for start, end in day.bookable:
            rect = geometry.span(at, start, end)
            painter.fillRect(QRectF(rect.x, rect.y, rect.width, rect.height), tint)
            near = rect.right - BAR if geometry.rtl else rect.x + 1
            painter.fillRect(QRectF(near, rect.y + 1, BAR, rect.height - 1), bar)

    def _buffers(self, painter: QPainter, scene: Scene, at: int) -> None:
        """A faint edge beside each block that needs time around it, with its stripe going on."""
        palette, geometry = self._tools.palette, scene.geometry
        ground = palette.today if scene.week.days[at].is_today else palette.surface
        for index in scene.buffered(at):
            block, own = scene.blocks[index], scene.rects[index]
            strength = PAST_STRENGTH if block.past else 1.0
            tint = ink(mix(ground, block.colour, BUFFER_TINT * strength))
            bar = ink(mix(ground, block.colour, BUFFER_BAR * strength))
            width = own.width - 1
            near = own.right - 1 - BAR if geometry.rtl else own.x
            upper = geometry.span(at, block.start - block.before, block.start)
            lower = geometry.span(at, block.end, block.end + block.after)
            for rect, minutes in ((upper, block.before), (lower, block.after)):
                if minutes:
                    painter.fillRect(QRectF(own.x, rect.y, width, rect.height), tint)
                    painter.fillRect(QRectF(near, rect.y, BAR, rect.height), bar)

    def _lines(self, painter: QPainter, scene: Scene, clip: Rect) -> None:
        """Cosmetic hairlines: half hours first, so that hours and days lie over them."""
        palette, geometry = self._tools.palette, scene.geometry
        if geometry.px_per_hour >= HALF_HOURS_FROM:
            self._across(painter, geometry, clip, 30, palette.hairline)
        self._across(painter, geometry, clip, 0, palette.line)
        for at in range(1, geometry.days):
            x = geometry.edge(at)
            painter.setPen(QPen(ink(self._line_before(scene.week, at)), 0))
            painter.drawLine(QLineF(x, 0, x, geometry.height))

    def _line_before(self, week: Week, at: int) -> str:
        """Stronger where another member's days begin."""
        is_next = len(week.days) > at and week.days[at].day < week.days[at - 1].day
        return self._tools.palette.faint_text if is_next else self._tools.palette.line

    def _across(
        self, painter: QPainter, geometry: GridGeometry, clip: Rect, past_hour: int, colour: str
    ) -> None:
        lines = []
        for minute in range(past_hour, MINUTES_A_DAY + 1, 60):
            y = round(geometry.y(minute))
            if clip.y - 1 <= y <= clip.bottom + 1:
                lines.append(QLineF(0, y, geometry.width, y))
        painter.setPen(QPen(ink(colour), 0))
        if lines:
            painter.drawLines(lines)


def ghost_lines(room: float, label: str, title: str) -> list[str]:
    """What is written on something that is dragged and has room for so many lines.

    Half a name is worse than one that ends in an ellipsis behind the times.
    """
    lines = [label, title] if title else [label]
    return lines if len(lines) <= room else [" ".join(lines)]
