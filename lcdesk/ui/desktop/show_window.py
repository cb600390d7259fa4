"""Bringing a window to the person, or putting it away."""

from __future__ import annotations

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
