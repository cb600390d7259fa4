"""Draws composed blocks: first all grounds, then all texts, so that the painter seldom changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.block_layout import PlacedLine, Plan, Tools
from lcdesk.ui.week.grid.texts import Style

HATCH = 8  # logical pixels between the lines of a hatch


class BlockPainter:
    """Draws plans with one set of tools; keeps hatch tiles."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._tiles: dict[tuple[str, float], QPixmap] = {}

    def draw(self, painter: QPainter, plans: Sequence[Plan]) -> None:
        """Draw these blocks. They must not overlap: layers are drawn across all of them."""
        ratio = painter.device().devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        for plan in plans:
            self._ground(painter, plan, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._tools.texts.fonts[Style.TITLE])
        for plan in plans:
            self._write(painter, plan.titles)
        painter.setFont(self._tools.texts.fonts[Style.DETAIL])
        for plan in plans:
            self._write(painter, plan.details)
        self._signs(painter, plans, ratio)

    def _ground(self, painter: QPainter, plan: Plan, ratio: float) -> None:
        worn, shape = plan.dress, plan.shape
        if plan.travel is not None:
            painter.setBrush(ink(plan.travel_fill))
            painter.setPen(QPen(ink(plan.travel_edge), 1.0))
            area = plan.travel.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(area, plan.corner, plan.corner)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(worn.fill))
        if worn.outline:
            painter.setPen(QPen(ink(worn.outline), 1.0))
            shape = shape.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, plan.corner, plan.corner)
        if worn.outline:
            painter.setPen(Qt.PenStyle.NoPen)
        for end in plan.square_ends:
            painter.fillRect(end, ink(worn.fill))
        if worn.hatch:
            self._hatch(painter, shape, worn.hatch, ratio)
        if ratio > 1:
            painter.setBrush(ink(worn.stripe))
            half = plan.stripe.width() / 2
            painter.drawRoundedRect(plan.stripe, half, half)
        else:  # nobody sees three round pixels; they would cost a fifth of the frame
            painter.fillRect(plan.stripe, ink(worn.stripe))

    def _signs(self, painter: QPainter, plans: Sequence[Plan], ratio: float) -> None:
        """On whole pixels of the screen: between them Qt would sample a sign otherwise in a region
        of many rectangles than in one, and a part painted anew would differ from the whole.
        """
        to_screen = painter.deviceTransform()
        back, _is_invertible = to_screen.inverted()
        for plan in plans:
            for one in plan.signs:
                pixmap = self._tools.icons.pixmap(one.sign, one.tint, one.size, ratio)
                there = to_screen.map(QPointF(one.x, one.y))
                painter.drawPixmap(back.map(QPointF(there.toPoint())), pixmap)

    def _hatch(self, painter: QPainter, shape: QRectF, colour: str, ratio: float) -> None:
        tile = self._tiles.get((colour, ratio))
        if tile is None:
            tile = self._tiles[(colour, ratio)] = hatch_tile(colour, ratio)
        area = shape.adjusted(1, 1, -1, -1).toRect()
        # Anchored to the canvas, not to the block, so that neighbours' lines run on.
        painter.drawTiledPixmap(QRectF(area), tile, QPointF(area.x() % HATCH, area.y() % HATCH))

    def _write(self, painter: QPainter, lines: Sequence[PlacedLine]) -> None:
        for line in lines:
            painter.setPen(line.colour)
            line.line.draw(painter, line.x, line.y)
            if line.is_struck:  # by hand: QStaticText draws a font's own strike in the wrong place
                middle = round(line.y + self._tools.texts.line_height * 0.55) + 0.5
                end = line.x + line.line.width
                painter.drawLine(QPointF(line.x, middle), QPointF(end, middle))


def hatch_tile(colour: str, ratio: float) -> QPixmap:
    """A seamless square of diagonal lines, crisp at the screen's density."""
    size = round(HATCH * ratio)
    tile = QPixmap(size, size)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink(colour), 1.6 * ratio))
    for shift in (-size, 0, size):
        painter.drawLine(QPointF(shift, size), QPointF(shift + size, 0))
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return tile
