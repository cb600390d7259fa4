"""Bringing a window to the person or putting it away, and what closing it means."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def bring_forward(window: QWidget) -> None:
    """Show the window in front, out of the tray or the task bar."""
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def toggle(window: QWidget) -> None:
    """Show it if it is out of sight, else hide it.

    Not by whether it is active: the click on the tray has just taken that from it.
    """
    if window.isVisible() and not window.isMinimized():
        window.hide()
    else:
        bring_forward(window)


class Closing(Enum):
    """What to do when the window is closed."""

    QUIT = auto()
    HIDE = auto()
    HIDE_AND_SAY = auto()  # the first time, with a note that lcdesk goes on


def on_close(*, has_tray: bool, keeps_running: bool, was_told: bool) -> Closing:
    """Hide only where the person finds lcdesk again, and wants it to go on."""
    if not (has_tray and keeps_running):
        return Closing.QUIT
    return Closing.HIDE if was_told else Closing.HIDE_AND_SAY
