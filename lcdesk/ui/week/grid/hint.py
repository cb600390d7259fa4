"""A quiet sentence over an empty week that says how to begin."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from lcdesk.ui.week.grid.block_layout import Tools


class EmptyHint(QLabel):
    """Lets every click through: double-clicking where it stands must make a booking."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self._room = QRect()
        self.hide()
        self.dress(tools)

    def dress(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        palette, pad = tools.palette, round(tools.metrics.pad)
        corner = 2 * round(tools.metrics.corner)
        self.setStyleSheet(
            f"color: {palette.quiet_text}; background: {palette.panel};"
            f" border: 1px solid {palette.line}; border-radius: {corner}px;"
            f" padding: {pad}px {2 * pad}px;"
        )
        self._place()

    def show_text(self, text: str) -> None:
        """Show a sentence, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))
        self._place()

    def cover(self, room: QRect, axis_width: int) -> None:
        """Stand in the middle of the days shown in `room`."""
        self._room = room.adjusted(axis_width, 0, 0, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self._room = room.adjusted(0, 0, -axis_width, 0)
        self._place()

    def _place(self) -> None:
        if self._room.isEmpty():
            return
        width = min(self.sizeHint().width(), self._room.width() - 32)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        rect = QRect(0, 0, width, height)
        rect.moveCenter(self._room.center())
        self.setGeometry(rect)
        self.raise_()
