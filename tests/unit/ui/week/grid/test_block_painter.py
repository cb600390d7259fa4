"""Days are drawn one after the other, and none is forgotten."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from lcdesk.ui.week.grid.block_painter import DayByDay


def test_days_that_wait_are_still_drawn_when_others_follow(qapp: QApplication) -> None:
    drawn: list[int] = []
    owner = QObject()
    days = DayByDay(drawn.append, owner)
    days.add([1, 3])
    assert drawn == [1]
    days.add([5, 1])
    while len(drawn) < 4:
        qapp.processEvents()
    qapp.processEvents()
    assert drawn == [1, 1, 3, 5]


def test_nothing_is_drawn_by_day_after_everything_was(qapp: QApplication) -> None:
    drawn: list[int] = []
    owner = QObject()
    days = DayByDay(drawn.append, owner)
    days.add([1, 3])
    days.clear()
    qapp.processEvents()
    qapp.processEvents()
    assert drawn == [1]
