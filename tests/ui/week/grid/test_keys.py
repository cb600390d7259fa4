"""The week grid by the keyboard and the wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lcdesk.ui.week.grid.view import WeekGrid
from lcdesk.ui.week.week import Column, Drop
from tests.ui.week.grid.hands import (
    CONTROL,
    LEFT,
    NONE,
    SHIFT,
    Asked,
    Key,
    day,
    point,
)


def test_tab_steps_through_events_and_then_leaves(grid: WeekGrid, asked: Asked) -> None:
    for _ in range(4):
        QTest.keyClick(grid.canvas, Key.Key_Tab)
    assert asked.log == [
        ("selected", "fair"), ("selected", "cut"), ("selected", "dentist"), ("selected", ""),
    ]  # fmt: skip


def test_shift_tab_steps_backwards(grid: WeekGrid, asked: Asked) -> None:
    QTest.keyClick(grid.canvas, Key.Key_Backtab, SHIFT)
    assert asked.log == [("selected", "dentist")]


def test_arrows_and_return_make_a_booking_in_the_cell(grid: WeekGrid, asked: Asked) -> None:
    QTest.mouseClick(grid.canvas, LEFT, NONE, point(grid, 4, 800))
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Down):
        QTest.keyClick(grid.canvas, key)
    QTest.keyClick(grid.canvas, Key.Key_Down, SHIFT)
    QTest.keyClick(grid.canvas, Key.Key_Return)
    assert asked.named("create") == [("create", Column(day(5)), 840, 900)]


def test_return_opens_and_delete_deletes_the_selected_one(grid: WeekGrid, asked: Asked) -> None:
    grid.select("cut")
    QTest.keyClick(grid.canvas, Key.Key_Return)
    QTest.keyClick(grid.canvas, Key.Key_Delete)
    QTest.keyClick(grid.canvas, Key.Key_Escape)
    QTest.keyClick(grid.canvas, Key.Key_Delete)
    assert asked.log == [("open", "cut"), ("delete", "cut"), ("selected", "")]


def test_control_and_arrows_move_and_with_shift_resize(grid: WeekGrid, asked: Asked) -> None:
    grid.select("cut")
    QTest.keyClick(grid.canvas, Key.Key_Right, CONTROL)
    QTest.keyClick(grid.canvas, Key.Key_Up, CONTROL)
    QTest.keyClick(grid.canvas, Key.Key_Down, CONTROL | SHIFT)
    assert asked.log == [
        ("move", "cut", Drop(day(2), 600)), ("move", "cut", Drop(day(1), 585)),
        ("resize", "cut", day(1), 600, 675),
    ]  # fmt: skip


def test_a_locked_event_does_not_move_by_keys(grid: WeekGrid, asked: Asked) -> None:
    grid.select("dentist")
    QTest.keyClick(grid.canvas, Key.Key_Right, CONTROL)
    QTest.keyClick(grid.canvas, Key.Key_Down, CONTROL | SHIFT)
    assert not asked.log


def test_page_keys_ask_for_another_week(grid: WeekGrid, asked: Asked) -> None:
    QTest.keyClick(grid.canvas, Key.Key_PageDown)
    QTest.keyClick(grid.canvas, Key.Key_PageUp)
    assert asked.log == [("week_step", 1), ("week_step", -1)]


def test_home_and_t_ask_for_today(grid: WeekGrid, asked: Asked) -> None:
    for key in (Key.Key_Home, Key.Key_T):
        QTest.keyClick(grid.canvas, key)
    assert asked.log == [("today",), ("today",)]


def test_zoom_keys_keep_the_middle_and_tell(grid: WeekGrid, asked: Asked) -> None:
    canvas = grid.canvas

    def middle() -> float:
        seen = canvas.visibleRegion().boundingRect()
        return canvas.scene.geometry.minute_at(seen.center().y())

    before = middle()
    QTest.keyClick(canvas, Key.Key_Plus, CONTROL)
    assert grid.px_per_hour == 72
    assert middle() == pytest.approx(before, abs=3)
    QTest.keyClick(canvas, Key.Key_0, CONTROL)
    assert [request[0] for request in asked.log] == ["zoomed", "zoomed"]


def test_control_and_wheel_zoom_and_the_plain_wheel_is_left_to_scrolling(
    qapp: QApplication, grid: WeekGrid, asked: Asked
) -> None:
    spot = point(grid, 1, 700)

    def turn(held: Qt.KeyboardModifier) -> bool:
        wheel = QWheelEvent(
            QPointF(spot), QPointF(grid.canvas.mapToGlobal(spot)), QPoint(0, 0), QPoint(0, 120),
            Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        qapp.sendEvent(grid.canvas, wheel)
        return wheel.isAccepted()

    assert turn(CONTROL)
    assert grid.px_per_hour > 60
    assert not turn(NONE)
    assert len(asked.named("zoomed")) == 1


def test_keys_without_meaning_here_are_left_to_the_window(grid: WeekGrid) -> None:
    grid.select("cut")
    QTest.keyClick(grid.canvas, Key.Key_F5)
    QTest.keyClick(grid.canvas, Key.Key_N, CONTROL)
    assert grid.selection == "cut"
