"""Everything of one day of a month, over its cell: what "+n more" opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import TARGET, Metrics, grow, inset
from lcdesk.ui.month.day_list import DayList
from lcdesk.ui.month.month import MonthEntry
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.texts import Texts
from lcdesk.ui.widgets.parts import heading_font, plain_label, set_name
from lcdesk.ui.widgets.popover import cast_shadow, move_over, room_for_popover

_WIDTH = 280
_MOST_ROWS = 16  # before it scrolls


class DayPopover(QFrame):
    """Lies over its parent with the keyboard in its list. It asks and never changes an entry."""

    day_opened = Signal(date)  # to be seen hour by hour
    booking_asked = Signal(date)
    closed = Signal()  # by the person, with the keyboard in it

    def __init__(self, appearance: Appearance, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("day_popover")
        self.day = date.min
        self._appearance = appearance
        self._icons = icons
        self._room = parent
        self._over = QRect()
        self.list = set_name(DayList(), "day_entries")
        self._heading = QLabel()
        self._make_buttons()
        self._arrange()
        self.list.booking_asked.connect(self._book)
        appearance.changed.connect(self._dress)
        self._dress()
        cast_shadow(self)
        self.hide()

    def open(self, day: date, name: str, entries: Sequence[MonthEntry], over: QRect) -> None:
        """Show the entries of a day called `name` over a rectangle of the parent."""
        self.day, self._over = day, over
        self._heading.setText(name)
        self.setAccessibleName(name)
        self.list.setAccessibleName(self.tr("Entries on {day}").format(day=name))
        chosen = self.list.chosen if self.isVisible() else ""
        self.list.show_entries(entries)
        self.list.choose(chosen)
        self._fit()
        self.show()

    def take_focus(self) -> None:
        """Come up, with the keyboard in the list."""
        self.raise_()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Go away, and say so where the keyboard was here."""
        if not self.isHidden():
            has_focus = self.isAncestorOf(self.window().focusWidget())
            self.hide()
            if has_focus:
                self.closed.emit()

    # --- making -----------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self._close = set_name(QToolButton(), "day_popover_close")
        self._close.setText("×")
        self._close.setFixedHeight(TARGET)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.dismiss)
        self._open = set_name(QPushButton(self.tr("Open day")), "day_popover_open")
        self._open.setAutoDefault(False)
        self._open.clicked.connect(self._open_day)

    def _arrange(self) -> None:
        self._heading = plain_label("", "day_popover_heading")
        self._heading.setFont(heading_font(self, 1.1))
        head = QHBoxLayout()
        head.setContentsMargins(inset(12, 0, 6, 0))
        head.addWidget(self._heading, 1)
        head.addWidget(self._close)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self._open, 1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(6)
        column.addLayout(head)
        rows = QHBoxLayout()
        rows.setContentsMargins(8, 0, 8, 0)
        rows.addWidget(self.list)
        column.addLayout(rows)
        column.addLayout(foot)

    @Slot()
    def _dress(self) -> None:
        palette, font = self._appearance.palette, self.font()
        self.list.dress(Tools(palette, Metrics.of(font), Texts(font), self._icons))
        self.setStyleSheet(
            f"#day_popover {{ background: {palette.panel}; border: 1px solid {palette.line};"
            f" border-radius: 10px; }}"
            f"#day_entries {{ background: transparent; border: none; outline: none; }}"
        )

    def _fit(self) -> None:
        """As high as its rows need, one that is free included, inside the window."""
        room = room_for_popover(self._room)
        self.setFixedWidth(min(max(grow(self.font(), _WIDTH), self._over.width()), room.width()))
        row = max(self.list.sizeHintForRow(0), 1)
        rows = min(len(self.list.rows.entries), _MOST_ROWS)
        self.list.setFixedHeight(0)
        others = self._column.totalSizeHint().height()
        height = min(rows * row + row // 2, room.height() - others)
        self.list.setFixedHeight(max(height, row))
        self.setFixedHeight(others + self.list.height())
        move_over(self, self._over, self._room)

    def rect_of(self, entry_id: str) -> QRect | None:
        """Where an entry is listed, as wide as all of this, in the parent; None if it is not."""
        row = QRect() if self.isHidden() else self.list.rect_of(entry_id)
        if row.isEmpty():
            return None
        top = self.list.viewport().mapTo(self._room, QPoint(0, row.top())).y()
        return QRect(self.x(), top, self.width(), row.height())

    @Slot()
    def _open_day(self) -> None:
        self.hide()
        self.day_opened.emit(self.day)

    @Slot()
    def _book(self) -> None:
        self.hide()
        self.booking_asked.emit(self.day)

    # --- Qt ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
