"""Days are drawn one after the other, and none is forgotten."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from lcdesk.ui.week.grid.block_painter import DayByDay
from lcdesk.ui.week.grid.painter import ghost_lines


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


def test_what_was_dragged_showed_half_a_name_below_its_times() -> None:
    assert ghost_lines(1.9, "14:00 – 14:30", "Rosa Klein") == ["14:00 – 14:30 Rosa Klein"]
    assert ghost_lines(2.0, "14:00 – 15:00", "Rosa Klein") == ["14:00 – 15:00", "Rosa Klein"]
    assert ghost_lines(0.5, "14:00 – 14:15", "") == ["14:00 – 14:15"]
