"""The mouse over the days of the real window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.window.stage import Stage

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def press(stage: Stage, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Take hold of something and bring it along; it is not dropped yet."""
    canvas = stage.window.grid.canvas
    QTest.mousePress(canvas, LEFT, held, start)
    QTest.mouseMove(canvas, start + (end - start) / 2)
    QTest.mouseMove(canvas, end)


def release(stage: Stage, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Let go of it."""
    QTest.mouseRelease(stage.window.grid.canvas, LEFT, held, end)
    stage.settle()


def sweep(stage: Stage, offset: int, start: int, end: int) -> None:
    """Over free time, from a minute to a minute of a day."""
    first, last = stage.point(offset, start), stage.point(offset, end) - QPoint(0, 6)
    press(stage, first, last)
    release(stage, last)
