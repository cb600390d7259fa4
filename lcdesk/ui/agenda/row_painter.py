"""Draws the agenda's rows: headings of days, and entries with the colours and signs of the week."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QTreeView

from lcdesk.model.domain.events import Status
from lcdesk.ui.agenda.choices import COLUMNS, Column
from lcdesk.ui.agenda.rows import DayRow, EntryRow, aside
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import TARGET, Metrics, scale_font
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
_PAD = 8


class RowPainter:
    """Draws one row at a time, in the columns that are shown."""

    def __init__(self, view: QTreeView, appearance: Appearance, icons: Icons) -> None:
        self._view = view
        self._appearance = appearance
        self._icons = icons

    def height(self) -> int:
        """Of every row."""
        return max(TARGET + 4, round(QFontMetrics(self._view.font()).height() * 1.75))

    def draw_day(self, painter: QPainter, rect: QRect, row: DayRow) -> None:
        """A heading across all columns."""
        palette = self._appearance.palette
        painter.fillRect(rect, ink(palette.today if row.is_today else palette.panel))
        painter.setPen(ink(palette.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        bold = scale_font(self._view.font(), 1.0, weight=QFont.Weight.DemiBold)
        area = rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(bold)
        painter.setPen(ink(palette.accent if row.is_today else palette.text))
        width = self._write(painter, area, row.text)
        if row.note:
            painter.setFont(self._view.font())
            painter.setPen(ink(palette.quiet_text))
            self._write(painter, self._after(area, width + 2 * _PAD), row.note)

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
            cell = QRect(left, rect.top(), width, rect.height()).adjusted(_PAD, 0, -_PAD, 0)
            painter.setFont(self._view.font())
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
        palette, metrics = self._appearance.palette, Metrics.of(self._view.font())
        style = block_style(
            palette,
            row.look.kind,
            row.look.colour,
            past=row.is_past,
            free=row.look.free,
            tentative=row.look.tentative,
        )
        size = round(metrics.icon)
        draw_swatch(painter, self._start_of(cell, size), style, self._view.devicePixelRatioF())
        text = self._after(cell, size + _PAD)
        signs = self._signs(row)
        room = (size + 3) * len(signs)
        pen = painter.pen()
        text = self._before(text, room)
        font = scale_font(self._view.font(), 1.0, weight=QFont.Weight.Medium)
        font.setStrikeOut(row.look.struck)
        painter.setFont(font)
        painter.setPen(pen)
        used = self._write(painter, text, row.cells[Column.TITLE])
        shown = [
            column
            for at, column in enumerate(COLUMNS)
            if not self._view.header().isSectionHidden(at)
        ]
        painter.setFont(self._view.font())
        painter.setPen(ink(palette.quiet_text))
        self._write(painter, self._after(text, used + _PAD), aside(row, shown))
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

    def _write(self, painter: QPainter, area: QRect, text: str) -> int:
        """One line, cut by "…"; returns its width."""
        if area.width() <= 0 or not text:
            return 0
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        start = Qt.AlignmentFlag.AlignRight if self._is_mirrored() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(start | Qt.AlignmentFlag.AlignVCenter), shown)
        return metrics.horizontalAdvance(shown)


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
