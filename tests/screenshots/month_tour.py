"""The month over the practice business: usual, small, full, empty, an entry's card and a drag."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lcdesk.app.program import Program
from lcdesk.ui.week.week import Block, Week
from tests.screenshots.camera import Camera, settle
from tests.screenshots.stage import SMALL, THURSDAY, WEDNESDAY, block, desk_of, show_card

_COPIES = 3  # of each entry, on the days after it


def months(camera: Camera, program: Program) -> None:
    """By the View menu and back to the week."""
    window, desk = program.window, desk_of(program)
    window.actions_table["month"].trigger()
    settle()
    camera.take("month", window)
    show_card(program, camera, "month-card", "Jonas Weber", WEDNESDAY)
    _drag(camera, program)
    window.resize(SMALL)
    settle()
    camera.take("month-small", window)
    desk.week.blockSignals(True)  # what is made up stays until it was taken
    window.month.set_week(_fuller(desk.week.week), desk.week.chosen_day)
    settle()
    camera.take("month-small-full", window)
    desk.week.pick_day(THURSDAY)
    QTest.keyClick(window.month, Qt.Key.Key_Space)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    settle()
    camera.take("month-day-listed", window)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    window.resize(camera.usual)
    settle()
    camera.take("month-full", window)
    window.month.set_week(replace(desk.week.week, blocks=(), banners=()), desk.week.chosen_day)
    settle()
    camera.take("month-empty", window)
    desk.week.blockSignals(False)
    desk.week.go_to_today()
    window.actions_table["week"].trigger()
    settle()


def _fuller(week: Week) -> Week:
    """The same with more in it: days that have no room for everything."""
    more: list[Block] = []
    for copy in range(1, _COPIES + 1):
        more += [
            replace(entry, id=f"{entry.id}+{copy}", day=entry.day + timedelta(days=copy))
            for entry in week.blocks
        ]
    return replace(week, blocks=(*week.blocks, *more))


def _drag(camera: Camera, program: Program) -> None:
    """An appointment on its way to the day after, and given up."""
    month = program.window.month
    start = month.rect_of(block(program, "Jonas Weber", WEDNESDAY)).center()
    at = month.scene.month.index(THURSDAY)
    assert at is not None
    cell = month.scene.geometry.cell(at)
    end = QPoint(round(cell.x + cell.width / 2), round(cell.y + cell.height * 0.7))
    QTest.mousePress(month, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(month, (start + end) / 2)
    QTest.mouseMove(month, end)
    settle()
    camera.take("month-drag", program.window)
    month.cancel_drag()
    QTest.mouseRelease(month, Qt.MouseButton.LeftButton, pos=end)
    settle()
