"""Draws one block: its ground, stripe, texts and signs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.look.palette import Palette, ink
from lcdesk.ui.viewmodels.week import Block
from lcdesk.ui.weekgrid.dress import Dress, dress, sign_colour, signs
from lcdesk.ui.weekgrid.geometry import Rect
from lcdesk.ui.weekgrid.texts import Style, Texts

HATCH = 8  # logical pixels between the lines of a hatch
GAP = 1  # ground that shows between neighbours
_NARROW = 22  # no text in less


@dataclass(frozen=True, slots=True)
class Tools:
    """What drawing needs, renewed together when the palette or the font changes."""

    palette: Palette
    metrics: Metrics
    texts: Texts
    icons: Icons


class BlockPainter:
    """Draws blocks with one set of tools; keeps hatch tiles."""

    def __init__(self, tools: Tools, *, rtl: bool = False) -> None:
        self._tools = tools
        self._rtl = rtl
        self._tiles: dict[tuple[str, float], QPixmap] = {}

    def draw(self, painter: QPainter, block: Block, rect: Rect, *, selected: bool) -> None:
        """Draw the whole block into `rect`."""
        worn = dress(
            self._tools.palette,
            block.kind,
            block.colour,
            past=block.past,
            light=block.light,
            hatched=block.hatched,
            selected=selected,
        )
        self.ground(painter, rect, worn, block=block)
        taken = self._draw_signs(painter, block, rect, worn)
        self._draw_texts(painter, block, rect, worn, taken)

    def ground(self, painter: QPainter, rect: Rect, worn: Dress, *, block: Block) -> None:
        """The filled shape with its stripe; square where the entry goes on in another day."""
        shape = QRectF(rect.x, rect.y, rect.width - GAP, rect.height - GAP)
        corner = min(self._tools.metrics.corner, shape.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(worn.fill))
        if worn.outline:
            pen = QPen(ink(worn.outline), 1.0)
            painter.setPen(pen)
            shape.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, corner, corner)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._square_ends(painter, shape, worn, block)
        if worn.hatch:
            self._hatch(painter, shape, worn.hatch)
        self._stripe(painter, shape, worn)

    def _square_ends(self, painter: QPainter, shape: QRectF, worn: Dress, block: Block) -> None:
        corner = self._tools.metrics.corner
        if block.continues_before:
            painter.fillRect(QRectF(shape.x(), shape.y(), shape.width(), corner), ink(worn.fill))
        if block.continues_after:
            top = shape.bottom() - corner
            painter.fillRect(QRectF(shape.x(), top, shape.width(), corner), ink(worn.fill))

    def _stripe(self, painter: QPainter, shape: QRectF, worn: Dress) -> None:
        """A bar inside the near edge, a little in, so that the rounded corner stays whole."""
        width = self._tools.metrics.stripe
        inset = 2.0 if shape.height() > 12 else 1.0
        x = shape.right() - width - 2 if self._rtl else shape.x() + 2
        bar = QRectF(x, shape.y() + inset, width, shape.height() - 2 * inset)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(worn.stripe))
        painter.drawRoundedRect(bar, width / 2, width / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _hatch(self, painter: QPainter, shape: QRectF, colour: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        tile = self._tiles.get((colour, ratio))
        if tile is None:
            tile = self._tiles[(colour, ratio)] = hatch_tile(colour, ratio)
        area = shape.adjusted(1, 1, -1, -1).toRect()
        # Anchored to the canvas, not to the block, so that neighbours' lines run on.
        start = QPointF(area.x() % HATCH, area.y() % HATCH)
        painter.drawTiledPixmap(QRectF(area), tile, start)

    def _draw_signs(self, painter: QPainter, block: Block, rect: Rect, worn: Dress) -> int:
        """Draw the corner's signs; the width they take from the first line."""
        size = min(self._tools.metrics.icon, int(rect.height) - 3)
        shown = signs(block)
        if not shown or size < 7 or rect.width < _NARROW + size:
            return 0
        ratio = painter.device().devicePixelRatioF()
        line = self._tools.texts.line_height
        y = rect.y + self._lead(rect) + max((line - size) // 2, 0)
        taken = 0
        for sign in shown:
            if rect.width - taken - size < _NARROW:
                break
            taken += size + 2
            x = rect.x + taken - size + 2 if self._rtl else rect.right - taken - 2
            tint = sign_colour(sign, worn, self._tools.palette)
            painter.drawPixmap(QPointF(x, y), self._tools.icons.pixmap(sign, tint, size, ratio))
        return taken

    def _lead(self, rect: Rect) -> int:
        """Room above the first line: less in low blocks, which centre their only line."""
        line = self._tools.texts.line_height
        spare = int(rect.height) - GAP - line
        return max(min(spare // 2, round(self._tools.metrics.gap)), 0)

    def _draw_texts(
        self, painter: QPainter, block: Block, rect: Rect, worn: Dress, taken: int
    ) -> None:
        pad = round(self._tools.metrics.stripe + self._tools.metrics.pad * 0.8) + 2
        area = QRect(
            round(rect.x) + (4 if self._rtl else pad),
            round(rect.y) + self._lead(rect),
            round(rect.width) - pad - 4,
            round(rect.height) - self._lead(rect) - GAP,
        )
        if area.width() < _NARROW - 8:
            return
        room = max(area.height() // self._tools.texts.line_height, 1)
        if room == 1:
            self._one_line(painter, block, area, worn, taken)
        else:
            self._many_lines(painter, block, area, worn, taken=taken, room=room)

    def _one_line(
        self, painter: QPainter, block: Block, area: QRect, worn: Dress, taken: int
    ) -> None:
        """Title, and the time behind it if it fits whole."""
        texts = self._tools.texts
        width = area.width() - taken
        self._title(painter, block, area, worn, taken=taken, most=1)
        used = texts.width(block.title, Style.TITLE) + self._tools.metrics.pad
        if used + texts.width(block.when, Style.DETAIL) <= width:
            rest = area.adjusted(0 if self._rtl else round(used), 0, 0, 0)
            if self._rtl:
                rest.setRight(area.right() - round(used))
            self._line(painter, block.when, Style.DETAIL, rest, worn.quiet)

    def _many_lines(
        self, painter: QPainter, block: Block, area: QRect, worn: Dress, *, taken: int, room: int
    ) -> None:
        """Title over up to three lines, then time, then place, as far as there is room."""
        below = (1 if block.when else 0) + (1 if block.place and room > 3 else 0)
        most = max(min(room - below, 3), 1)
        row = self._title(painter, block, area, worn, taken=taken, most=most)
        for text in (block.when, block.place):
            if text and row < room:
                row += self._line(painter, text, Style.DETAIL, area, worn.quiet, row=row)

    def _title(
        self, painter: QPainter, block: Block, area: QRect, worn: Dress, *, taken: int, most: int
    ) -> int:
        return self._line(
            painter,
            block.title,
            Style.TITLE,
            area,
            worn.text,
            skip=taken,
            most=most,
            struck=block.struck,
        )

    def _line(
        self,
        painter: QPainter,
        text: str,
        style: Style,
        area: QRect,
        colour: str,
        *,
        skip: int = 0,
        row: int = 0,
        most: int = 1,
        struck: bool = False,
    ) -> int:
        """Draw a text from line `row` on; how many lines it took."""
        texts = self._tools.texts
        painter.setFont(texts.fonts[style])
        painter.setPen(ink(colour))
        lines = texts.lines(text, style, area.width(), skip=skip, most=most)
        for at, line in enumerate(lines):
            x, y = float(area.x()), area.y() + (row + at) * texts.line_height
            if self._rtl:
                x = area.right() + 1 - texts.width(line.text(), style)
            painter.drawStaticText(QPointF(x, y), line)
            if struck:  # by hand: QStaticText draws a font's own strike in the wrong place
                middle = round(y + texts.line_height * 0.55) + 0.5
                end = x + texts.width(line.text(), style)
                painter.drawLine(QPointF(x, middle), QPointF(end, middle))
        return len(lines)


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
