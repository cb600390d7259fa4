"""Draws the blocks of a scene: first all grounds, then all texts, so the painter seldom changes.

What was composed is kept until it looks different, and days are drawn one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPen, QPixmap

from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.block_layout import (
    GAP,
    BlockLayout,
    BlockLayouter,
    PlacedLine,
    Tools,
)
from lcdesk.ui.week.grid.scene import Scene
from lcdesk.ui.week.grid.texts import Style

HATCH = 8  # logical pixels between the lines of a hatch


class BlockPainter:
    """Draws layouts with one set of tools; keeps hatch tiles."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._tiles: dict[tuple[str, float], QPixmap] = {}

    def draw(self, painter: QPainter, layouts: Sequence[BlockLayout]) -> None:
        """Draw these blocks: what lies over others comes after them."""
        for depth in sorted({layout.depth for layout in layouts}):
            self._draw_beside(painter, [one for one in layouts if one.depth == depth])

    def _draw_beside(self, painter: QPainter, layouts: Sequence[BlockLayout]) -> None:
        """They must not overlap: layers are drawn across all of them."""
        ratio = painter.device().devicePixelRatioF()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        for layout in layouts:
            self._ground(painter, layout, ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(self._tools.texts.fonts[Style.TITLE])
        for layout in layouts:
            self._write(painter, layout.titles)
        painter.setFont(self._tools.texts.fonts[Style.DETAIL])
        for layout in layouts:
            self._write(painter, layout.details)
        self._signs(painter, layouts, ratio)

    def _ground(self, painter: QPainter, layout: BlockLayout, ratio: float) -> None:
        style, shape = layout.style, layout.shape
        if layout.travel is not None:
            painter.setBrush(ink(layout.travel_fill))
            painter.setPen(QPen(ink(layout.travel_edge), 1.0))
            area = layout.travel.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(area, layout.corner, layout.corner)
            painter.setPen(Qt.PenStyle.NoPen)
        if layout.depth:  # an edge of ground around what lies over others
            painter.setBrush(ink(self._tools.palette.surface))
            around = shape.adjusted(-GAP, -GAP, GAP, GAP)
            painter.drawRoundedRect(around, layout.corner + GAP, layout.corner + GAP)
        painter.setBrush(ink(style.fill))
        if style.outline:
            painter.setPen(QPen(ink(style.outline), 1.0))
            shape = shape.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, layout.corner, layout.corner)
        if style.outline:
            painter.setPen(Qt.PenStyle.NoPen)
        for end in layout.square_ends:
            painter.fillRect(end, ink(style.fill))
        if layout.light is not None:
            painter.fillRect(layout.light, ink(layout.light_fill))
        if style.hatch:
            self._hatch(painter, shape, style.hatch, ratio)
        if ratio > 1:
            painter.setBrush(ink(style.stripe))
            half = layout.stripe.width() / 2
            painter.drawRoundedRect(layout.stripe, half, half)
        else:  # nobody sees three round pixels; they would cost a fifth of the frame
            painter.fillRect(layout.stripe, ink(style.stripe))

    def _signs(self, painter: QPainter, layouts: Sequence[BlockLayout], ratio: float) -> None:
        """On whole pixels of the screen: between them Qt would sample a sign otherwise in a region
        of many rectangles than in one, and a part painted anew would differ from the whole.
        """
        to_screen = painter.deviceTransform()
        back, _is_invertible = to_screen.inverted()
        for layout in layouts:
            for sign in layout.signs:
                pixmap = self._tools.icons.pixmap(sign.sign, sign.tint, sign.size, ratio)
                there = to_screen.map(QPointF(sign.x, sign.y))
                painter.drawPixmap(back.map(QPointF(there.toPoint())), pixmap)

    def _hatch(self, painter: QPainter, shape: QRectF, colour: str, ratio: float) -> None:
        if self._tools.is_paper:
            hatch_in_lines(painter, shape, colour)
            return
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


def hatch_in_lines(painter: QPainter, shape: QRectF, colour: str) -> None:
    """The same pattern, sharp at any density and dear to draw."""
    painter.save()
    painter.setClipRect(shape.adjusted(1, 1, -1, -1), Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink(colour), 1.6))
    high = shape.height()
    lines = [
        QLineF(x, shape.bottom(), x + high, shape.top())
        for x in range(
            int((shape.left() - high) // HATCH) * HATCH, int(shape.right()) + HATCH, HATCH
        )
    ]
    painter.drawLines(lines)
    painter.restore()


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


class LayoutCache:
    """The layouts of one scene, composed when they are first drawn."""

    def __init__(self, layouter: BlockLayouter, scene: Scene) -> None:
        self._layouter = layouter
        self._scene = scene
        self._kept: dict[tuple[int, bool], BlockLayout] = {}  # by index, and whether it is selected

    def take(self, index: int, *, selected: bool) -> BlockLayout:
        """What to draw for a block."""
        layout = self._kept.get((index, selected))
        if layout is None:
            block, rect = self._scene.blocks[index], self._scene.rects[index]
            clear, depth = self._scene.clear[index], self._scene.depths[index]
            layout = self._layouter.lay_out(block, rect, selected=selected, clear=clear)
            layout = layout._replace(depth=depth) if depth else layout
            if block.is_travel:
                layout = self._layouter.as_travel(layout)
            elif block.travel:
                layout = self._layouter.with_travel(layout, self._scene.wholes[index], rect)
            if block.processing is not None and not selected:
                geometry = self._scene.geometry
                top, bottom = (round(geometry.y(minute)) for minute in block.processing)
                layout = self._layouter.with_light(layout, top, bottom)
            self._kept[(index, selected)] = layout
        return layout

    def for_next(self, scene: Scene, changed: list[int]) -> LayoutCache:
        """Those of the scene that follows, in which only these days are drawn otherwise."""
        following = LayoutCache(self._layouter, scene)
        for day in set(range(len(scene.week.days))) - set(changed):
            shift = scene.of_day(day).start - self._scene.of_day(day).start
            for index in self._scene.of_day(day):
                for selected in (False, True):
                    layout = self._kept.get((index, selected))
                    if layout is not None:
                        following._kept[(index + shift, selected)] = layout
        return following


class DayByDay(QObject):
    """Days that look old, until each was drawn. `draw` is told a column at a time."""

    finished = Signal()  # nothing looks old any more

    def __init__(self, draw: Callable[[int], None], parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw
        self._old: list[int] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    @property
    def is_drawing(self) -> bool:
        """Whether `finished` is still to come."""
        return bool(self._next.isActive())

    def add(self, days: Iterable[int]) -> None:
        """Draw these days as well, the first of all at once."""
        self._old = sorted({*self._old, *days})
        if self._old:
            self._go_on()

    def clear(self) -> None:
        """Everything is drawn anew."""
        self._old.clear()

    @Slot()
    def _go_on(self) -> None:
        if self._old:
            self._draw(self._old.pop(0))
            self._next.start()
        else:
            self.finished.emit()
