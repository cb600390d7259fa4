"""Everything of a day over the month: opened, gone through, dragged out of, followed and left."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import Calendar
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.entries.card import EntryCard
from lcdesk.ui.month.day_popover import DayPopover
from lcdesk.ui.month.grid import MonthGrid
from lcdesk.ui.week.grid.painter import qrect
from lcdesk.ui.window.card_controller import GridMenu
from tests.salon import Salon, day
from tests.ui.month.hands import LEFT, NONE, Key, fill_day, middle_of, month_of, titles_on
from tests.ui.window.stage import Stage, active

THURSDAY, FRIDAY = day(3), day(4)
TITLES = [f"At {hour}" for hour in range(8, 20)]

pytestmark = pytest.mark.usefixtures("visit")


def full_month(stage: Stage) -> MonthGrid:
    month = month_of(stage)
    fill_day(stage, 3)
    return month


def listed(stage: Stage, on: date = THURSDAY) -> DayPopover:
    """The list of a day, by a click on its "+n more"."""
    month = full_month(stage)
    (more,) = month.scene.more
    assert month.scene.day(more.day) == on
    QTest.mouseClick(month, LEFT, pos=qrect(month.scene.more_rect(more)).center())
    return popover_of(stage)


def popover_of(stage: Stage) -> DayPopover:
    (popover,) = stage.window.findChildren(DayPopover)
    return popover


def titles(popover: DayPopover) -> list[str]:
    return [entry.block.title for entry in popover.list.rows.entries]


def point_of(popover: DayPopover, title: str) -> QPoint:
    (entry,) = [one for one in popover.list.rows.entries if one.block.title == title]
    return popover.list.rect_of(entry.id).center()


def card(stage: Stage) -> EntryCard:
    (found,) = stage.window.findChildren(EntryCard)
    return found


def test_a_click_on_what_has_no_room_lists_the_whole_day_in_place(stage: Stage) -> None:
    popover = listed(stage)
    assert popover.isVisible()
    assert titles(popover) == TITLES
    assert popover.list.rows.entries[0].time == "08:00"
    assert stage.desk.week.mode is DayMode.MONTH
    assert stage.desk.week.chosen_day == THURSDAY
    assert stage.window.focusWidget() is popover.list
    assert stage.window.body.rect().contains(popover.geometry())
    index = popover.list.rows.index(0, 0)
    assert "At 8" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Thursday" in popover.list.accessibleName()
    stage.window.grab()


def test_the_arrows_go_through_it_enter_shows_a_card_and_escape_gives_the_keyboard_back(
    stage: Stage,
) -> None:
    popover = listed(stage)
    QTest.keyClick(popover.list, Key.Key_Down)
    QTest.keyClick(popover.list, Key.Key_Down)
    QTest.keyClick(popover.list, Key.Key_Return)
    assert card(stage).block == popover.list.chosen
    assert card(stage).isAncestorOf(stage.window.focusWidget())
    assert not card(stage).geometry().intersects(popover.geometry())
    QTest.keyClick(stage.window.focusWidget(), Key.Key_Escape)
    assert not card(stage).isVisible()
    assert stage.window.focusWidget() is popover.list
    QTest.keyClick(popover.list, Key.Key_Escape)
    assert not popover.isVisible()
    assert stage.window.focusWidget() is stage.window.month


def test_space_lists_a_day_that_has_no_room(stage: Stage) -> None:
    month = full_month(stage)
    stage.desk.week.pick_day(THURSDAY)
    QTest.keyClick(month, Key.Key_Space)
    assert popover_of(stage).isVisible()
    names = [action.name for action in month.spoken_actions(THURSDAY.isoformat())]
    assert "list" in names
    names = [action.name for action in month.spoken_actions(FRIDAY.isoformat())]
    assert "list" not in names, "everything of it is seen"


def test_a_click_shows_the_card_beside_the_list(stage: Stage) -> None:
    popover = listed(stage)
    QTest.mouseClick(popover.list.viewport(), LEFT, pos=point_of(popover, "At 9"))
    assert card(stage).isVisible()
    assert popover.isVisible()
    assert not card(stage).geometry().intersects(popover.geometry())


def test_the_day_is_opened_hour_by_hour_by_its_button(stage: Stage) -> None:
    popover = listed(stage)
    stage.press(popover, "day_popover_open")
    assert not popover.isVisible()
    assert stage.desk.week.mode is DayMode.DAY
    assert stage.desk.week.days.first == THURSDAY


def test_a_double_click_beside_the_entries_books_on_that_day(stage: Stage) -> None:
    popover = listed(stage)
    view = popover.list.viewport()
    free = QPoint(view.width() // 2, view.height() - 3)
    QTest.mouseDClick(view, LEFT, pos=free)
    assert popover.isVisible(), "the second half of a double click on what opened it is none"
    QTest.mouseClick(view, LEFT, pos=free)
    QTest.mouseDClick(view, LEFT, pos=free)
    assert not popover.isVisible()
    (model,) = stage.window.findChildren(BookingModel)
    assert model.draft.day == THURSDAY


def test_an_entry_is_dragged_out_onto_another_day(stage: Stage) -> None:
    popover, month = listed(stage), stage.window.month
    view = popover.list.viewport()
    start = point_of(popover, "At 9")
    target = month.mapTo(stage.window, middle_of(month, FRIDAY))
    end = view.mapFrom(stage.window, target)
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, start + QPoint(30, 0))
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    assert month.pointer.ghost is not None
    QTest.mouseRelease(view, LEFT, NONE, end)
    stage.settle()
    assert not popover.isVisible()
    assert titles_on(month, FRIDAY) == ["At 9"]
    assert "At 9" not in titles_on(month, THURSDAY)


def test_escape_gives_up_a_drag_out_of_the_list(stage: Stage) -> None:
    popover, month = listed(stage), stage.window.month
    view, start = popover.list.viewport(), point_of(popover, "At 9")
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, start + QPoint(30, 0))
    QTest.mouseMove(view, start + QPoint(200, 0))
    assert stage.window.focusWidget() is month
    QTest.keyClick(month, Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, NONE, start + QPoint(200, 0))
    stage.settle()
    assert titles_on(month, THURSDAY) == TITLES
    assert not popover.isVisible()


def test_the_menu_of_an_entry_offers_what_its_card_does(stage: Stage) -> None:
    popover = listed(stage)
    view, point = popover.list.viewport(), point_of(popover, "At 9")
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(view, QContextMenuEvent(reason, point, view.mapToGlobal(point)))
    (menu,) = stage.window.findChildren(GridMenu)
    assert [action.text() for action in menu.actions() if action.text()]
    menu.close()


def test_it_follows_the_store_and_goes_with_its_day(stage: Stage) -> None:
    popover = listed(stage)
    QTest.keyClick(popover.list, Key.Key_Delete)
    stage.settle()
    assert titles(popover) == TITLES[1:]
    assert popover.isVisible()
    stage.window.actions_table["forward"].trigger()
    stage.window.actions_table["forward"].trigger()
    assert not popover.isVisible()


def test_a_click_elsewhere_puts_it_away(salon: Salon, visit: Calendar, qtbot: QtBot) -> None:
    with active(salon, qtbot) as stage:
        popover = listed(stage)
        QTest.mouseClick(stage.window.month, LEFT, pos=middle_of(stage.window.month, day(-5)))
        assert not popover.isVisible()
