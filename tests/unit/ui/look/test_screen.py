"""Asking for a screen takes nothing away."""

from __future__ import annotations

import gc

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from lcdesk.ui.look.metrics import screen_room


def test_the_screen_outlives_a_window_that_goes_in_a_cycle(qapp: QApplication) -> None:
    gone: list[str] = []
    screen = QGuiApplication.primaryScreen()
    screen.destroyed.connect(lambda: gone.append("screen"))
    widget = QWidget()
    widget.itself = widget  # type: ignore[attr-defined]
    assert screen_room(widget) == screen.availableGeometry()
    del widget, screen
    gc.collect()
    assert gone == []
    assert len(QGuiApplication.screens()) > 0
