"""The screen that a widget is on, asked for so that it stays."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def screen_room(widget: QWidget) -> QRect:
    """What windows may use of the screen that the window of this widget is on, in its pixels.

    Not by `QWidget.screen()`: PySide 6.11 makes the screen a child of the widget whose screen is
    asked for. Where the widget goes in a cycle of references, the screen is destroyed with it, and
    whatever asks for a screen next ends the process.
    """
    middle = widget.window().frameGeometry().center()
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
