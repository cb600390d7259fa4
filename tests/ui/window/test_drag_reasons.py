"""While something is dragged over a time that is not open, the reason stands beside the pointer."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.store.database import Database
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.widgets.pointer_note import PointerNote
from tests.salon import Salon, at, day
from tests.ui.window.hands import press, release
from tests.ui.window.stage import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    """Cleo is with Ana on Tuesday at ten; Ana is busy from two to four. Yoga is on Wednesday."""
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Quarterly numbers", at(1, 14), at(1, 16))
    salon.book(visit, at(1, 10), staff=(salon.ana.id,))
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben)
    salon.book(yoga, at(2, 11))
    with salon.database.write() as tx:
        block(tx, start=at(3, 12), end=at(3, 13), title="Lunch", staff=salon.ana.id)


def note(stage: Stage) -> PointerNote:
    found = stage.window.findChild(PointerNote)
    assert found is not None
    return found


def await_note(stage: Stage, qtbot: QtBot) -> str:
    qtbot.waitUntil(note(stage).isVisible)
    return str(note(stage).text())


def show_lane(stage: Stage, qtbot: QtBot) -> None:
    with stage.salon.database.write() as tx:
        block(tx, start=at(4, 0), end=at(5, 0), title="Holiday", staff=stage.salon.ben.id)
    qtbot.waitUntil(lambda: not stage.window.grid.lane.isHidden())
    stage.settle()


def test_a_move_onto_busy_time_says_why_before_it_is_dropped(stage: Stage, qtbot: QtBot) -> None:
    press(stage, stage.point(1, 605), stage.point(1, 14 * 60 + 5))
    assert (
        await_note(stage, qtbot) == "Ana is busy in iCloud: Family: Quarterly numbers 14:00–16:00"
    )
    start = stage.point(1, 14 * 60 + 5)
    QTest.mouseMove(stage.window.grid.canvas, stage.point(1, 12 * 60 + 5))
    assert not note(stage).isVisible()
    QTest.mouseMove(stage.window.grid.canvas, start)
    assert note(stage).isVisible()
    release(stage, start)
    assert not note(stage).isVisible()
    assert stage.block("Cleo Park").start == 600  # it is where it was, and the note said why


def test_it_stands_beside_the_pointer_and_inside_the_grid(stage: Stage, qtbot: QtBot) -> None:
    canvas, grid = stage.window.grid.canvas, stage.window.grid
    end = stage.point(6, 14 * 60 + 5)
    press(stage, stage.point(1, 605), end)
    await_note(stage, qtbot)
    assert grid.rect().contains(note(stage).geometry())
    there = canvas.mapTo(grid, end)
    assert not note(stage).geometry().contains(there)
    assert (note(stage).geometry().topRight() - there).manhattanLength() < 60
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not note(stage).isVisible()
    release(stage, end)


def test_a_sweep_over_closed_hours_says_so(stage: Stage, qtbot: QtBot) -> None:
    press(stage, stage.point(1, 19 * 60), stage.point(1, 20 * 60))
    first, second = await_note(stage, qtbot).split("\n")[:2]
    assert (first, second) == ("Not open on First visit:", "Nobody has hours then")
    QTest.keyClick(stage.window.grid.canvas, Qt.Key.Key_Escape)
    release(stage, stage.point(1, 20 * 60))


def test_a_copy_is_asked_about_as_a_copy(stage: Stage, qtbot: QtBot) -> None:
    """The original stays, so its own time is taken."""
    start, end = stage.point(1, 605), stage.point(1, 620)
    press(stage, start, end, CONTROL)
    QTest.keyPress(stage.window.grid.canvas, Qt.Key.Key_Control)
    assert "Ana has an appointment" in await_note(stage, qtbot)
    QTest.keyRelease(stage.window.grid.canvas, Qt.Key.Key_Control)
    qtbot.waitUntil(lambda: not note(stage).isVisible())
    QTest.keyClick(stage.window.grid.canvas, Qt.Key.Key_Escape)
    release(stage, end)


def test_the_length_of_a_class_is_refused_at_once(stage: Stage) -> None:
    canvas = stage.window.grid.canvas
    scene = canvas.scene
    rect = scene.rects[scene.indexes(stage.block("Yoga 1 of 3").id)[0]]
    edge = QPoint(round(rect.x + rect.width / 2), round(rect.bottom) - 2)
    press(stage, edge, edge + QPoint(0, 40))
    assert note(stage).text() == "The length of a class session is fixed by its calendar."
    release(stage, edge + QPoint(0, 40))


def test_blocked_time_goes_anywhere(stage: Stage) -> None:
    end = stage.point(1, 14 * 60 + 5)
    press(stage, stage.point(3, 12 * 60 + 10), end)
    stage.settle()
    assert not note(stage).isVisible()
    release(stage, end)
    assert (stage.block("Lunch").day, stage.block("Lunch").start) == (day(1), 14 * 60)


def test_the_store_is_read_once_a_drag_and_not_for_each_pixel(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    read = Database.read

    def count(database: Database) -> AbstractContextManager[Reader]:
        if threading.current_thread() is threading.main_thread():  # others are read aside
            opened.append(1)
        return read(database)

    monkeypatch.setattr(Database, "read", count)
    canvas = stage.window.grid.canvas
    press(stage, stage.point(1, 605), stage.point(1, 14 * 60))
    await_note(stage, qtbot)
    before = len(opened)
    for minute in range(9 * 60, 18 * 60, 5):
        QTest.mouseMove(canvas, stage.point(2, minute))
    assert len(opened) == before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    release(stage, stage.point(2, 17 * 60))


def test_a_drop_on_the_all_day_lane_never_means_midnight(stage: Stage, qtbot: QtBot) -> None:
    show_lane(stage, qtbot)
    grid = stage.window.grid
    canvas, lane = grid.canvas, grid.lane
    seen = canvas.shown_part()
    over = canvas.mapFromGlobal(lane.mapToGlobal(lane.rect().center()))
    start = stage.point(1, 605)
    press(stage, start, over)
    assert note(stage).text() == "An appointment begins at a time of day. Drop it there."
    assert note(stage).isVisible()
    scroller = canvas.pointer.findChild(QTimer)
    assert scroller is not None
    with qtbot.waitSignal(scroller.timeout):
        pass
    assert canvas.shown_part() == seen  # nor is it scrolled to the night
    release(stage, over)
    assert not note(stage).isVisible()
    assert stage.block("Cleo Park").start == 600


def test_time_blocked_by_hand_fills_the_day_in_the_lane_and_comes_back(
    stage: Stage, qtbot: QtBot
) -> None:
    show_lane(stage, qtbot)
    grid = stage.window.grid
    canvas, lane = grid.canvas, grid.lane
    middle = lane.mapToGlobal(lane.rect().center())
    over = QPoint(stage.point(2, 0).x(), canvas.mapFromGlobal(middle).y())
    plain = lane.grab().toImage()
    press(stage, stage.point(3, 12 * 60 + 10), over)
    assert not note(stage).isVisible()
    assert lane.grab().toImage() != plain
    release(stage, over)
    assert {banner.title: banner.first for banner in stage.desk.week.week.banners} == {
        "Holiday": day(4),
        "Lunch": day(2),
    }
    assert "Lunch" in str(stage.child(stage.window, "toast_text").property("text"))
    stage.window.actions_table["undo"].trigger()
    stage.settle()
    assert (stage.block("Lunch").day, stage.block("Lunch").start) == (day(3), 12 * 60)
    assert lane.grab().toImage() == plain


def test_a_copy_of_blocked_time_keeps_its_length_so_the_lane_says_why(
    stage: Stage, qtbot: QtBot
) -> None:
    show_lane(stage, qtbot)
    canvas, lane = stage.window.grid.canvas, stage.window.grid.lane
    over = canvas.mapFromGlobal(lane.mapToGlobal(lane.rect().center()))
    press(stage, stage.point(3, 12 * 60 + 10), over)
    QTest.keyPress(canvas, Qt.Key.Key_Control, CONTROL)
    assert note(stage).text() == (
        "It keeps its length when it is dragged. To fill a whole day, change its times."
    )
    QTest.keyRelease(canvas, Qt.Key.Key_Control)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    release(stage, over)
    assert stage.block("Lunch").start == 12 * 60


def test_a_sweep_goes_on_above_the_hours(stage: Stage, qtbot: QtBot) -> None:
    show_lane(stage, qtbot)
    canvas, lane = stage.window.grid.canvas, stage.window.grid.lane
    over = canvas.mapFromGlobal(lane.mapToGlobal(lane.rect().center()))
    press(stage, stage.point(5, 12 * 60), over)
    ghost = canvas.pointer.ghost
    assert ghost is not None
    assert ghost.end >= 12 * 60
    assert ghost.start < 10 * 60
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    release(stage, over)
