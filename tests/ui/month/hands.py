"""Hands for the month of the real window."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lcdesk.model.commands.blocked_slots import block
from lcdesk.ui.month.grid import MonthGrid
from tests.salon import at
from tests.ui.window.stage import Stage

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def month_of(stage: Stage) -> MonthGrid:
    """The month, turned to by the menu."""
    stage.window.actions_table["month"].trigger()
    stage.settle()
    stage.window.month.setFocus()
    return stage.window.month


def entry(month: MonthGrid, title: str) -> str:
    """The id of the entry with this title."""
    (found,) = [entry.id for entry in month.scene.month.entries if entry.block.title == title]
    return found


def titles_on(month: MonthGrid, day: date) -> list[str]:
    """What is written on a day, from the top."""
    at = month.scene.month.index(day)
    assert at is not None
    return [entry.block.title for entry in month.scene.on_day(at)]


def middle_of(month: MonthGrid, day: date) -> QPoint:
    """A free point of a day: below its number, above its bottom."""
    at = month.scene.month.index(day)
    assert at is not None
    cell = month.scene.geometry.cell(at)
    return QPoint(round(cell.x + cell.width / 2), round(cell.bottom - 6))


def number_of(month: MonthGrid, day: date) -> QPoint:
    """A day's number."""
    at = month.scene.month.index(day)
    assert at is not None
    area = month.scene.geometry.number(at)
    return QPoint(round(area.right - 12), round(area.y + area.height / 2))


def drag(month: MonthGrid, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """With the left button."""
    QTest.mousePress(month, LEFT, held, start)
    QTest.mouseMove(month, start + (end - start) / 2)
    QTest.mouseMove(month, end)
    QTest.mouseRelease(month, LEFT, held, end)


def fill_day(stage: Stage, offset: int) -> None:
    """Block time on a day twelve times, from eight o'clock on, in a window that is too small."""
    with stage.salon.database.write() as tx:
        for hour in range(8, 20):
            start, end = at(offset, hour), at(offset, hour, 30)
            block(tx, start=start, end=end, title=f"At {hour}", staff=stage.salon.ben.id)
    stage.window.resize(900, 600)
    stage.settle()
