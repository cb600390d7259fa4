"""Bars of the all-day lane are dragged along it and out of it, with the real mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.week import Column
from lcdesk.ui.widgets.pointer_note import PointerNote
from tests.desk import BERLIN
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage, opened

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SPRING = date(2027, 3, 28)  # the clock goes forward on this Sunday


@pytest.fixture
def scene(salon: Salon) -> None:
    """Ben is away on Tuesday and Wednesday; Ana's linked calendars have whole days of their own."""
    with salon.database.write() as tx:
        block(tx, start=at(1, 0), end=at(3, 0), title="Holiday", staff=salon.ben.id)
    linked = salon.connect(salon.ana)
    salon.mirror_days(linked["Work"], "Fair", day(2), day(3))
    salon.mirror_days(linked["Family"], "Birthday", day(4), day(5))


def in_lane(stage: Stage, title: str, column: int) -> QPoint:
    """In the row of a bar, over a column."""
    lane, canvas = stage.window.grid.lane, stage.window.grid.canvas
    (placed,) = [one for one in lane.placed if title in one.banner.title]
    rect, over = lane.rect_of(placed), canvas.scene.geometry.column(column)
    for _ in range(100):  # the lane grows after the days below it are drawn
        if rect.bottom <= lane.height():
            break
        stage.settle()
    x = lane.mapFromGlobal(canvas.mapToGlobal(QPoint(round(over.x + over.width / 2), 0))).x()
    return QPoint(x, round(rect.y + rect.height / 2))


def among_hours(stage: Stage, column: int, minute: int) -> QPoint:
    """A time of a day, as the lane has it."""
    lane, canvas = stage.window.grid.lane, stage.window.grid.canvas
    geometry = canvas.scene.geometry
    middle = geometry.column(column)
    point = QPoint(round(middle.x + middle.width / 2), round(geometry.y(minute)) + 3)
    return lane.mapFromGlobal(canvas.mapToGlobal(point))


def take(stage: Stage, start: QPoint, end: QPoint) -> None:
    lane = stage.window.grid.lane
    QTest.mousePress(lane, LEFT, pos=start)
    QTest.mouseMove(lane, start + (end - start) / 2)
    QTest.mouseMove(lane, end)


def drag(stage: Stage, start: QPoint, end: QPoint) -> None:
    take(stage, start, end)
    QTest.mouseRelease(stage.window.grid.lane, LEFT, pos=end)
    stage.settle()


def entry(stage: Stage, title: str) -> AgendaEntry:
    (found,) = [one for one in stage.salon.agenda() if one.title == title]
    return found


def span(stage: Stage, title: str) -> tuple[datetime, datetime]:
    found = entry(stage, title).span
    return found.start, found.end


def test_a_bar_moves_along_the_lane_by_the_day_it_was_held_at(stage: Stage) -> None:
    drag(stage, in_lane(stage, "Holiday", 2), in_lane(stage, "Holiday", 4))
    assert span(stage, "Holiday") == (at(3, 0), at(5, 0))
    stage.window.actions_table["undo"].trigger()
    stage.settle()
    assert span(stage, "Holiday") == (at(1, 0), at(3, 0))


def test_accents_were_pale_everywhere_once_something_was_held_over_the_lane(stage: Stage) -> None:
    lane, accent = stage.window.grid.lane, stage.window.appearance.palette.accent
    take(stage, in_lane(stage, "Holiday", 2), in_lane(stage, "Holiday", 4))
    lane.grab()
    QTest.keyClick(lane, Qt.Key.Key_Escape)
    assert ink(accent).alpha() == 255


def test_a_click_on_a_bar_still_selects_it_and_moves_nothing(stage: Stage) -> None:
    QTest.mouseClick(stage.window.grid.lane, LEFT, pos=in_lane(stage, "Holiday", 1))
    assert stage.window.grid.selection == f"b{entry(stage, 'Holiday').number}"
    assert stage.child(stage.window, "entry_card").isVisible()
    assert span(stage, "Holiday") == (at(1, 0), at(3, 0))


def test_days_blocked_by_hand_last_an_hour_where_they_are_dropped(stage: Stage) -> None:
    lane = stage.window.grid.lane
    plain = lane.grab().toImage(), stage.window.grid.canvas.grab().toImage()
    goal = among_hours(stage, 3, 11 * 60 + 15)
    take(stage, in_lane(stage, "Holiday", 1), in_lane(stage, "Holiday", 3))
    assert lane.grab().toImage() != plain[0]
    QTest.mouseMove(lane, goal)
    assert stage.window.grid.canvas.grab().toImage() != plain[1]
    QTest.mouseRelease(lane, LEFT, pos=goal)
    stage.settle()
    assert span(stage, "Holiday") == (at(3, 11, 15), at(3, 12, 15))


def test_whole_days_of_a_primary_calendar_get_a_time_there_too(stage: Stage) -> None:
    drag(stage, in_lane(stage, "Fair", 2), among_hours(stage, 0, 14 * 60))
    assert entry(stage, "Fair").all_day is None
    assert span(stage, "Fair") == (at(0, 14), at(0, 15))
    stage.window.actions_table["undo"].trigger()
    stage.settle()
    assert entry(stage, "Fair").all_day is not None
    drag(stage, in_lane(stage, "Fair", 2), in_lane(stage, "Fair", 0))
    days = entry(stage, "Fair").all_day
    assert days is not None
    assert days.first == day(0)


def test_whole_days_that_repeat_say_why_they_stay(salon: Salon, qtbot: QtBot) -> None:
    linked = salon.connect(salon.ana)
    salon.mirror_days(linked["Work"], "Fair", day(2), day(3), "RRULE:FREQ=WEEKLY")
    with opened(salon, qtbot) as stage:
        take(stage, in_lane(stage, "Fair", 2), among_hours(stage, 0, 14 * 60))
        note = stage.window.findChild(PointerNote)
        assert note is not None
        assert "stay whole days" in note.text()


def test_what_is_only_read_stays_where_it_is(stage: Stage) -> None:
    before = span(stage, "Birthday")
    drag(stage, in_lane(stage, "Birthday", 4), in_lane(stage, "Birthday", 2))
    assert span(stage, "Birthday") == before


def test_escape_gives_a_drag_up(stage: Stage) -> None:
    goal = among_hours(stage, 3, 11 * 60)
    take(stage, in_lane(stage, "Holiday", 1), goal)
    QTest.keyClick(stage.window.grid.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(stage.window.grid.lane, LEFT, pos=goal)
    stage.settle()
    assert span(stage, "Holiday") == (at(1, 0), at(3, 0))


def test_what_arrives_while_a_bar_is_held_is_shown_after_the_drop(
    salon: Salon, stage: Stage
) -> None:
    goal = in_lane(stage, "Holiday", 4)
    take(stage, in_lane(stage, "Holiday", 2), goal)
    with salon.database.write() as tx:
        block(tx, start=at(0, 0), end=at(1, 0), title="Late", staff=salon.ben.id)
    stage.settle()
    QTest.mouseRelease(stage.window.grid.lane, LEFT, pos=goal)
    stage.settle()
    assert span(stage, "Holiday") == (at(3, 0), at(5, 0))
    assert "Late" in {banner.title for banner in stage.desk.week.week.banners}


def test_an_appointment_of_days_keeps_its_length_and_asks_the_rules(
    salon: Salon, qtbot: QtBot
) -> None:
    hire = salon.visit(salon.ana)
    made = salon.book(hire, at(1, 10), length=timedelta(hours=30), insist=True)
    with opened(salon, qtbot) as stage:
        drag(stage, in_lane(stage, "Cleo", 1), among_hours(stage, 3, 12 * 60))
        assert stage.child(stage.window, "toast_button").property("text") == "Move anyway"
        stage.press(stage.window, "toast_button")
        stage.settle()
        (now,) = [one.span for one in salon.agenda() if one.number == made.id]
        assert (now.start, now.length) == (at(3, 12), timedelta(hours=30))


def test_a_bar_in_the_columns_of_another_member_is_handed_over(salon: Salon, stage: Stage) -> None:
    stage.window.actions_table["by_member"].trigger()
    columns = [shown.column for shown in stage.desk.week.week.days]
    ben, ana = (columns.index(Column(day(1), who.id)) for who in (salon.ben, salon.ana))
    drag(stage, in_lane(stage, "Holiday", ben), in_lane(stage, "Holiday", ana))
    assert entry(stage, "Holiday").staff == (salon.ana.id,)
    assert span(stage, "Holiday") == (at(1, 0), at(3, 0))


def test_the_keyboard_moves_a_bar_by_a_day(stage: Stage) -> None:
    QTest.mouseClick(stage.window.grid.lane, LEFT, pos=in_lane(stage, "Holiday", 1))
    canvas = stage.window.grid.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    stage.settle()
    assert span(stage, "Holiday") == (at(2, 0), at(4, 0))
    QTest.keyClick(canvas, Qt.Key.Key_Left, CONTROL)
    QTest.keyClick(canvas, Qt.Key.Key_Left, CONTROL)
    stage.settle()
    assert span(stage, "Holiday")[0] <= at(1, 0)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_in_a_mirrored_window_a_bar_goes_where_the_pointer_is(
    salon: Salon, scene: None, mirrored: None, qtbot: QtBot
) -> None:
    with opened(salon, qtbot) as stage:
        drag(stage, in_lane(stage, "Holiday", 1), in_lane(stage, "Holiday", 3))
        assert span(stage, "Holiday") == (at(3, 0), at(5, 0))
        drag(stage, in_lane(stage, "Holiday", 3), among_hours(stage, 0, 10 * 60))
        assert span(stage, "Holiday") == (at(0, 10), at(0, 11))


def test_whole_days_over_a_change_of_the_clock_ended_at_one_in_the_morning(
    salon: Salon, visit: Calendar, qtbot: QtBot
) -> None:
    tz = zone(BERLIN)

    def midnight(offset: int) -> datetime:
        return at_wall(SPRING + timedelta(days=offset), 0, tz)

    with salon.database.write() as tx:
        made = block(tx, start=midnight(-2), end=midnight(-1), title="Holiday", staff=salon.ben.id)
    with opened(salon, qtbot) as stage:
        stage.desk.week.go_to(SPRING)
        stage.settle()
        drag(stage, in_lane(stage, "Holiday", 4), in_lane(stage, "Holiday", 6))
        group = stage.desk.week.group(f"b{made.id}")
        assert group is not None
        assert (group.lead.span.start, group.lead.span.end) == (midnight(0), midnight(1))
        drag(stage, in_lane(stage, "Holiday", 6), among_hours(stage, 6, 10 * 60))
        group = stage.desk.week.group(f"b{made.id}")
        assert group is not None
        assert group.lead.span.start == at_wall(SPRING, 10 * 60, tz)
        assert group.lead.span.length == timedelta(hours=1)
