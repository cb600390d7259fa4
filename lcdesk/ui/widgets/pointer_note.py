"""A few words beside the pointer while something is dragged: a tooltip would vanish and flicker."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from lcdesk.ui.look.as_typed import as_sentences
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.look.palette import Palette, mix

_WIDEST = 300
_BESIDE = QPoint(16, 18)  # from the pointer, so that its arrow covers no word
_LONGEST = 400  # letters
_SIDES = 22  # pixels around the text


class PointerNote(QLabel):
    """Lies over its parent and lets every movement through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("pointer_note")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)  # Qt's own grows with the letters, and would take the last word's room
        self.hide()

    def say(self, text: str, point: QPoint) -> None:
        """Show a text beside a point of the parent; an empty one: nothing."""
        if text != self.text():
            self.setText(as_sentences(text, _LONGEST))
            self._fit()
        if text:
            self.move(self._corner(point))
        self.setVisible(bool(text))
        self.raise_()

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        ground = mix(palette.panel, palette.warning, 0.10)
        self.setStyleSheet(
            f"#pointer_note {{ background: {ground}; color: {palette.text};"
            f" border: 1px solid {palette.warning}; border-radius: 6px; padding: 5px 8px; }}"
        )

    def _fit(self) -> None:
        lines = self.text().split("\n")
        letters = max(map(self.fontMetrics().horizontalAdvance, lines))
        width = min(letters + _SIDES, grow(self.font(), _WIDEST))
        self.resize(width, self.heightForWidth(width))

    def _corner(self, point: QPoint) -> QPoint:
        """Below and beside the point, on its other side where there is no room."""
        room = self._room.rect()
        wanted = point + _BESIDE
        if self.isRightToLeft() or wanted.x() + self.width() > room.right():
            wanted.setX(point.x() - _BESIDE.x() - self.width())
        if wanted.x() < room.left():
            wanted.setX(point.x() + _BESIDE.x())
        if wanted.y() + self.height() > room.bottom():
            wanted.setY(point.y() - _BESIDE.y() - self.height())
        return wanted
