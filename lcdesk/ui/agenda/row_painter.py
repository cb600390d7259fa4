"""Draws the agenda's rows: headings of days, and entries with the colours and signs of the week."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QTreeView

from lcdesk.model.domain.events import Status
from lcdesk.ui.agenda.choices import COLUMNS, Column
from lcdesk.ui.agenda.row_texts import RowFont, RowTexts
from lcdesk.ui.agenda.rows import DayRow, EntryRow, aside
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.look.palette import Palette, adapt, ink, mix
from lcdesk.ui.week.grid.block_painter import hatch_tile
from lcdesk.ui.week.grid.block_style import BlockStyle, block_style
from lcdesk.ui.week.week import Badge

_SIGNS = {
    Badge.WAITING: Sign.WAITING,
    Badge.SYNCED: Sign.SYNCED,
    Badge.FAILED: Sign.FAILED,
    Badge.CONFLICT: Sign.CONFLICT,
    Badge.GONE: Sign.GONE,
    Badge.HELD: Sign.HELD,
}
PAD = 8


class RowPainter:
    """Draws one row at a time, in the columns that are shown."""

    def __init__(self, view: QTreeView, appearance: Appearance, icons: Icons) -> None:
        self._view = view
        self._appearance = appearance
        self._icons = icons
        self._texts = RowTexts(view.font())
        self._swatches: dict[tuple[BlockStyle, int, float], QPixmap] = {}

    def height(self) -> int:
        """Of every row."""
        return max(TARGET + 4, round(QFontMetrics(self._view.font()).height() * 1.75))

    def fill(self, painter: QPainter, rect: QRect) -> None:
        """The ground, where no row may stand."""
        painter.fillRect(rect, ink(self._appearance.palette.surface))

    def draw_day(self, painter: QPainter, rect: QRect, row: DayRow) -> None:
        """A heading across all columns."""
        palette = self._appearance.palette
        painter.fillRect(rect, ink(palette.today if row.is_today else palette.panel))
        painter.setPen(ink(palette.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        area = rect.adjusted(PAD, 0, -PAD, 0)
        painter.setPen(ink(palette.accent if row.is_today else palette.text))
        width = self._write(painter, area, row.text, RowFont.HEADING)
        if row.note:
            painter.setPen(ink(palette.quiet_text))
            self._write(painter, self._after(area, width + 2 * PAD), row.note)

    def draw_entry(
        self, painter: QPainter, rect: QRect, row: EntryRow, *, is_chosen: bool, has_focus: bool
    ) -> None:
        """What each column says."""
        palette = self._appearance.palette
        ground = palette.accent_soft if is_chosen else palette.surface
        painter.fillRect(rect, ink(ground))
        painter.setPen(ink(palette.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        header = self._view.header()
        for section, column in enumerate(COLUMNS):
            if header.isSectionHidden(section):
                continue
            left, width = header.sectionViewportPosition(section), header.sectionSize(section)
            cell = QRect(left, rect.top(), width, rect.height()).adjusted(PAD, 0, -PAD, 0)
            painter.setPen(ink(self._ink_of(row, column, palette, ground)))
            if column is Column.TITLE:
                self._title(painter, cell, row)
            else:
                self._write(painter, cell, row.cells[column])
        if has_focus:
            painter.setPen(QPen(ink(palette.accent), 1.0))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _ink_of(self, row: EntryRow, column: Column, palette: Palette, ground: str) -> str:
        if column is Column.STATUS:
            urgent = {
                Status.NEW: palette.warning,
                Status.NOSHOW: palette.danger,
                Status.CANCELLED: palette.quiet_text,
            }
            colour = urgent.get(row.entry.status) if row.entry.status else palette.quiet_text
            return adapt(colour or palette.quiet_text, ground)
        is_quiet = row.is_past or row.look.struck or column not in (Column.TIME, Column.TITLE)
        return adapt(palette.quiet_text, ground) if is_quiet else palette.text

    def _title(self, painter: QPainter, cell: QRect, row: EntryRow) -> None:
        palette = self._appearance.palette
        style = block_style(
            palette,
            row.look.kind,
            row.look.colour,
            past=row.is_past,
            free=row.look.free,
            tentative=row.look.tentative,
        )
        size = self._texts.sign
        swatch = self._swatch(style, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(self._start_of(cell, size).topLeft(), swatch)
        text = self._after(cell, size + PAD)
        signs = self._signs(row)
        room = (size + 3) * len(signs)
        text = self._before(text, room)
        font = RowFont.STRUCK if row.look.struck else RowFont.TITLE
        used = self._write(painter, text, row.cells[Column.TITLE], font)
        shown = [
            column
            for at, column in enumerate(COLUMNS)
            if not self._view.header().isSectionHidden(at)
        ]
        painter.setPen(ink(palette.quiet_text))
        self._write(painter, self._after(text, used + PAD), aside(row, shown))
        urgent = {
            Sign.CONFLICT: palette.warning,
            Sign.FAILED: palette.danger,
            Sign.GONE: palette.danger,
        }
        end = cell
        for sign in signs:
            place = self._end_of(end, size)
            colour = urgent.get(sign, palette.quiet_text)
            ratio = self._view.devicePixelRatioF()
            painter.drawPixmap(place.topLeft(), self._icons.pixmap(sign, colour, size, ratio))
            end = self._before(end, size + 3)

    def _signs(self, row: EntryRow) -> list[Sign]:
        look, entry = row.look, row.entry
        found = [] if look.badge is Badge.NONE else [_SIGNS[look.badge]]
        found += [Sign.LOCK] if look.locked else []
        return found + ([Sign.REPEAT] if entry.series is not None or entry.recurring else [])

    # --- places, in the direction in which the window reads ---------------------------------

    def _is_mirrored(self) -> bool:
        return self._view.isRightToLeft()

    def _after(self, area: QRect, width: int) -> QRect:
        return area.adjusted(*((0, 0, -width, 0) if self._is_mirrored() else (width, 0, 0, 0)))

    def _before(self, area: QRect, width: int) -> QRect:
        return area.adjusted(*((width, 0, 0, 0) if self._is_mirrored() else (0, 0, -width, 0)))

    def _start_of(self, area: QRect, size: int) -> QRect:
        left = area.right() - size + 1 if self._is_mirrored() else area.left()
        return QRect(left, area.center().y() - size // 2 + 1, size, size)

    def _end_of(self, area: QRect, size: int) -> QRect:
        left = area.left() if self._is_mirrored() else area.right() - size + 1
        return QRect(left, area.center().y() - size // 2 + 1, size, size)

    def _swatch(self, style: BlockStyle, size: int, ratio: float) -> QPixmap:
        """Drawn once for each look."""
        key = (style, size, ratio)
        found = self._swatches.get(key)
        if found is None:
            found = self._swatches[key] = QPixmap(round(size * ratio), round(size * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            draw_swatch(painter, QRect(0, 0, size, size), style, ratio)
            painter.end()
        return found

    def _write(
        self, painter: QPainter, area: QRect, text: str, font: RowFont = RowFont.PLAIN
    ) -> int:
        """One line, cut by "…"; returns its width."""
        if area.width() <= 0 or not text:
            return 0
        if self._texts.font != self._view.font():
            self._texts = RowTexts(self._view.font())
        shown, width = self._texts.cut(text, area.width(), font)
        painter.setFont(self._texts.fonts[font])
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(start), shown)
        return width


def draw_swatch(painter: QPainter, area: QRect, style: BlockStyle, ratio: float) -> None:
    """A small block, filled or hatched as in the week."""
    shape = QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    is_plain = not (style.hatch or style.outline)
    fill = style.stripe if is_plain else style.fill
    edge = style.outline or style.stripe
    painter.setPen(QPen(ink(edge), 1.2))
    painter.setBrush(ink(fill))
    painter.drawRoundedRect(shape, 3, 3)
    if style.hatch:
        painter.setPen(Qt.PenStyle.NoPen)
        tile = hatch_tile(mix(style.hatch, style.stripe, 0.5), ratio)
        painter.setBrushOrigin(QPointF(area.topLeft()))
        painter.setBrush(tile)
        painter.drawRoundedRect(shape, 3, 3)
    painter.restore()
