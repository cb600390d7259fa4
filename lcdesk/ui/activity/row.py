"""Draws a row of Activity: time, sign, two lines of words, and a button to undo it."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lcdesk.ui.activity.activity_model import ROW, Heading
from lcdesk.ui.activity.rows_model import ActivityRow, Tone
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import TARGET, scale_font
from lcdesk.ui.look.palette import Palette, ink

_PAD = 12
_GAP = 10
_ICON = 18

Index = QModelIndex | QPersistentModelIndex


class ActivityDelegate(QStyledItemDelegate):
    """Rows of one height and headings of another, so that long lists are laid out at once."""

    undo_pressed = Signal(int)  # the row's id

    def __init__(self, appearance: Appearance, icons: Icons, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icons = icons

    def undo_rect(self, option: QStyleOptionViewItem, row: ActivityRow) -> QRect:
        """Where the button stands; empty where there is none."""
        if not row.can_be_undone:
            return QRect()
        metrics = QFontMetrics(_small(option.font))
        width = metrics.horizontalAdvance(self.tr("Undo")) + 24
        height = max(TARGET, metrics.height() + 8)
        box = option.rect
        rect = QRect(box.right() - _PAD - width, 0, width, height)
        rect.moveTop(box.center().y() - height // 2)
        return _mirror(rect, option)

    # --- Qt ---------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(option.font).height()
        if isinstance(index.data(ROW), Heading):
            return QSize(200, line + 18)
        return QSize(200, line + QFontMetrics(_small(option.font)).height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        elif isinstance(row, ActivityRow):
            self._paint_row(painter, option, row)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        row = index.data(ROW)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(row, ActivityRow):
            assert isinstance(event, QMouseEvent)
            if self.undo_rect(option, row).contains(event.position().toPoint()):
                self.undo_pressed.emit(row.id)
                return True
        return super().editorEvent(event, model, option, index)

    # --- painting ---------------------------------------------------------------------------

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading
    ) -> None:
        palette = self._appearance.palette
        box = option.rect.adjusted(_PAD, 8, -_PAD, 0)
        painter.setFont(scale_font(option.font, 0.92, weight=QFont.Weight.DemiBold))
        painter.setPen(ink(palette.quiet_text))
        painter.drawText(box, _leading(option), heading.text)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: ActivityRow) -> None:
        palette = self._appearance.palette
        self._paint_ground(painter, option, palette)
        box = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        small = _small(option.font)
        time = QRect(box.topLeft(), room_of_time(small, row, option.font))
        time.translate(0, 8)
        self._write(painter, option, time, row.time, font=small, tint=palette.quiet_text)
        icon = QRect(time.right() + _GAP, 0, _ICON, _ICON)
        icon.moveTop(time.center().y() - _ICON // 2 + 1)
        ratio = painter.device().devicePixelRatioF()
        picture = self._icons.pixmap(row.sign, _tint(row, palette), _ICON, ratio)
        painter.drawPixmap(_mirror(icon, option).topLeft(), picture)
        words = QRect(icon.right() + _GAP, box.top(), 0, box.height())
        words.setRight(box.right() - self._paint_end(painter, option, row))
        self._paint_words(painter, option, row, words)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, palette: Palette
    ) -> None:
        chosen = QStyle.StateFlag.State_Selected in option.state
        hovered = QStyle.StateFlag.State_MouseOver in option.state
        if not chosen and not hovered:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(palette.accent_soft if chosen else palette.hairline))
        painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6)

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ActivityRow, room: QRect
    ) -> None:
        palette = self._appearance.palette
        small, line = _small(option.font), QFontMetrics(option.font).height()
        first = QRect(room.left(), room.top() + 8, room.width(), line)
        second = QRect(room.left(), first.bottom() + 1, room.width(), QFontMetrics(small).height())
        font = scale_font(option.font, 1.0, weight=QFont.Weight.Medium)
        tint = palette.quiet_text if row.is_undone else palette.text
        self._write(painter, option, first, row.title, font=font, tint=tint)
        self._write(painter, option, second, row.detail, font=small, tint=palette.quiet_text)

    def _paint_end(self, painter: QPainter, option: QStyleOptionViewItem, row: ActivityRow) -> int:
        """The button, or that it has been pressed; returns the room that this takes."""
        palette, small = self._appearance.palette, _small(option.font)
        painter.setFont(small)
        if row.is_undone:
            text = self.tr("Undone")
            width = QFontMetrics(small).horizontalAdvance(text)
            box = option.rect.adjusted(0, 0, -_PAD, 0)
            painter.setPen(ink(palette.quiet_text))
            trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                _mirror(box, option),
                QStyle.visualAlignment(option.direction, trailing) | Qt.AlignmentFlag.AlignAbsolute,
                text,
            )
            return width + _GAP
        rect = self.undo_rect(option, row)
        if rect.isEmpty():
            return 0
        painter.setPen(QPen(ink(palette.line), 1))
        painter.setBrush(ink(palette.button))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(ink(palette.accent))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.tr("Undo"))
        return rect.width() + _GAP

    def _write(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        *,
        font: QFont,
        tint: str,
    ) -> None:
        painter.setFont(font)
        painter.setPen(ink(tint))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(_mirror(room, option), _leading(option), shown)


def room_of_time(small: QFont, row: ActivityRow, line: QFont) -> QSize:
    """Wide enough for every time of this clock, so that what follows stands in one line."""
    widest = "00:00" if len(row.time) <= len("00:00") else "00:00 PM"
    width = ceil(QFontMetricsF(small).horizontalAdvance(widest))  # rounded down it would be cut
    return QSize(width, QFontMetrics(line).height())


def _small(font: QFont) -> QFont:
    return scale_font(font, 0.9)


def _tint(row: ActivityRow, palette: Palette) -> str:
    tones = {Tone.QUIET: palette.quiet_text, Tone.GOOD: palette.good, Tone.URGENT: palette.warning}
    return tones[row.tone]


def _leading(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    return QStyle.visualAlignment(option.direction, leading) | Qt.AlignmentFlag.AlignAbsolute


def _mirror(rect: QRect, option: QStyleOptionViewItem) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)
