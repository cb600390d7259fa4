"""An edge that can be dragged shows a handle under the pointer; a drag scrolls sideways too."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.ui.week.grid.view import WeekGrid
from tests.ui.week.grid.hands import (
    CUT,
    DENTIST,
    LEFT,
    NONE,
    Asked,
    Key,
    day,
    hover,
    make_week,
    point,
    rect_of,
)


def edges(grid: WeekGrid, entry: str) -> tuple[QImage, QImage]:
    """The middle of its upper and of its lower edge, as they are painted."""
    rect, half = rect_of(grid, entry), 8
    middle = round(rect.x + rect.width / 2)
    shown = grid.canvas.grab().toImage()
    ratio = shown.devicePixelRatio()
    pieces = []
    for y in (rect.y, rect.bottom):
        x, top = round((middle - half) * ratio), round((y - 4) * ratio)
        pieces.append(shown.copy(x, top, round(2 * half * ratio), round(8 * ratio)))
    return pieces[0], pieces[1]


def differ(first: tuple[QImage, QImage], second: tuple[QImage, QImage]) -> tuple[bool, bool]:
    return first[0] != second[0], first[1] != second[1]


def test_both_edges_show_a_handle_while_the_pointer_is_over_the_block(grid: WeekGrid) -> None:
    plain = edges(grid, CUT.id)
    hover(grid, point(grid, 1, 630))
    assert differ(edges(grid, CUT.id), plain) == (True, True)
    hover(grid, point(grid, 1, 900))
    assert differ(edges(grid, CUT.id), plain) == (False, False)


def test_a_block_that_cannot_be_dragged_shows_none(grid: WeekGrid) -> None:
    plain = edges(grid, DENTIST.id)
    hover(grid, point(grid, 2, 690))
    assert differ(edges(grid, DENTIST.id), plain) == (False, False)


def test_the_handles_go_when_the_mouse_leaves_the_grid(grid: WeekGrid) -> None:
    hover(grid, point(grid, 1, 630))
    QApplication.sendEvent(grid.canvas, QEvent(QEvent.Type.Leave))
    assert grid.canvas.pointer.handles is None


def test_handles_of_a_day_that_is_shown_no_more_do_not_stop_the_painting(grid: WeekGrid) -> None:
    """From a week to one of its days by a key, the mouse at rest."""
    late = replace(CUT, id="late", day=day(6))
    grid.set_week(make_week(late))
    hover(grid, point(grid, 6, 630))
    assert grid.canvas.pointer.handles is not None
    week = make_week(late)
    grid.set_week(replace(week, days=week.days[6:]))
    assert not grid.canvas.grab().isNull()
    assert grid.canvas.pointer.handles is None


def test_ctrl_and_a_drag_shows_the_original_and_a_copy(grid: WeekGrid, asked: Asked) -> None:
    start, end = point(grid, 1, 630), point(grid, 3, 750)
    held = Qt.KeyboardModifier.ControlModifier
    QTest.mousePress(grid.canvas, LEFT, held, start)
    QTest.mouseMove(grid.canvas, end)
    QTest.keyPress(grid.canvas, Key.Key_Control, held)
    ghost = grid.canvas.pointer.ghost
    assert ghost is not None
    assert (ghost.copies, ghost.day, ghost.start) == (True, 3, 720)
    QTest.keyRelease(grid.canvas, Key.Key_Control, NONE)
    ghost = grid.canvas.pointer.ghost
    assert ghost is not None
    assert not ghost.copies
    QTest.mouseRelease(grid.canvas, LEFT, NONE, end)
    assert len(asked.named("move")) == 1
    assert not asked.named("copy")


def test_a_drag_held_at_the_side_scrolls_to_the_days_beyond(
    qtbot: QtBot, grid: WeekGrid, asked: Asked
) -> None:
    grid.resize(360, 700)
    QApplication.processEvents()
    canvas = grid.canvas
    seen = canvas.shown_part()
    assert seen.right() < canvas.width() - 20
    start = point(grid, 1, 630)
    QTest.mousePress(canvas, LEFT, NONE, start)
    QTest.mouseMove(canvas, start + QPoint(0, 10))
    QTest.mouseMove(canvas, QPoint(seen.right() - 2, start.y()))
    qtbot.waitUntil(lambda: canvas.shown_part().right() >= canvas.width() - 1)
    ghost = canvas.pointer.ghost
    assert ghost is not None
    assert ghost.day == 6
    QTest.keyClick(canvas, Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, start)
    assert not asked.named("move")


def test_a_sweep_held_at_the_side_stays_in_its_day_and_does_not_scroll(
    qtbot: QtBot, grid: WeekGrid
) -> None:
    grid.resize(360, 700)
    QApplication.processEvents()
    canvas = grid.canvas
    seen = canvas.shown_part()
    low = QPoint(seen.right() - 2, seen.bottom() - 2)
    start = point(grid, 1, 13 * 60)
    QTest.mousePress(canvas, LEFT, NONE, start)
    QTest.mouseMove(canvas, start + QPoint(0, 30))
    QTest.mouseMove(canvas, low)
    qtbot.waitUntil(lambda: canvas.shown_part().bottom() > seen.bottom() + 40)
    assert canvas.shown_part().right() == seen.right()
    QTest.keyClick(canvas, Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, start)
