"""Hands for the first steps: keys only, as somebody without a mouse has them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


@dataclass(slots=True)
class Keys:
    """Sends keys to whatever has the keyboard, and counts them; letters of a name are one."""

    pressed: int = 0

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key."""
        self.pressed += 1
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """A name."""
        self.pressed += 1
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)
        QApplication.processEvents()
