"""Quiet lines of text over the week."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import inset
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.parts import set_name


class Strip(QFrame):
    """Hidden until it has something to say."""

    pressed = Signal()
    put_away = Signal()  # by its second button

    def __init__(
        self,
        name: str,
        sign: Sign,
        icons: Icons,
        *,
        button: str = "",
        other: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._sign = sign
        self._icons = icons
        self._icon = QLabel()
        self._text = set_name(QLabel(wordWrap=True), f"{name}_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = set_name(QPushButton(button), f"{name}_button")
        if not button:
            self._button.hide()
        self._button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(inset(12, 5, 8, 5))
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        if other:
            away = set_name(QPushButton(other), f"{name}_other")
            away.clicked.connect(self.put_away)
            row.addWidget(away)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return str(self._text.text())

    def say(self, text: str) -> None:
        """Show a sentence; an empty one hides the strip."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def dress(self, palette: Palette, *, ground: str, ink: str) -> None:
        """Colours of the palette in force."""
        self._icon.setPixmap(self._icons.pixmap(self._sign, ink, 16, self.devicePixelRatioF()))
        name = self.objectName()
        self.setStyleSheet(
            f"#{name} {{ background: {ground}; border: 1px solid {palette.line};"
            f" border-radius: 7px; }}"
            f"#{name}_text {{ color: {palette.text}; }}"
        )
