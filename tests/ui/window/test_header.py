"""The one row over everything: views and kinds, with fewer words where the window is narrow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.context.context_model import WindowState
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.widgets.parts import ShortLine
from tests.salon import Salon, day
from tests.ui.window.stage import Stage, opened


@pytest.fixture
def stage(salon: Salon, qtbot: QtBot) -> Iterator[Stage]:
    salon.visit(salon.ana, salon.ben)
    with opened(salon, qtbot) as found:
        yield found


def widen(stage: Stage, width: int) -> None:
    stage.window.resize(width, 700)
    QApplication.processEvents()


def visible(stage: Stage) -> list[QWidget]:
    found = stage.window.header.findChildren(QWidget)
    return [part for part in found if part.isVisible() and isinstance(part, QToolButton | QTabBar)]


def folded(stage: Stage, name: str) -> QToolButton:
    found = stage.window.header.findChild(QToolButton, f"{name}_tabs_folded")
    assert found is not None
    return found


def choose(button: QToolButton, text: str) -> None:
    menu = button.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    next(entry for entry in menu.actions() if entry.text() == text).trigger()


def test_every_view_is_a_tab_that_works_as_the_menu_does(stage: Stage) -> None:
    tabs = stage.window.header.views
    names = [tabs.tabText(at) for at in range(tabs.count())]
    assert names == ["Day", "3 days", "Work week", "Week", "Month", "Agenda"]
    for at, mode in enumerate(
        (DayMode.DAY, DayMode.DAYS, DayMode.WORK_WEEK, DayMode.WEEK, DayMode.MONTH, DayMode.AGENDA)
    ):
        tabs.setCurrentIndex(at)
        assert stage.desk.week.mode is mode
        assert stage.window.actions_table[mode.value].isChecked()
    stage.window.actions_table["day"].trigger()
    assert tabs.currentIndex() == 0


def test_the_arrow_keys_go_from_view_to_view(stage: Stage) -> None:
    tabs = stage.window.header.views
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert stage.desk.week.mode is DayMode.WORK_WEEK


@pytest.mark.parametrize("width", [1900, 1300, 1100, 900, 700, 560])
def test_nothing_of_the_row_is_cut_in_any_width(stage: Stage, width: int) -> None:
    widen(stage, width)
    header = stage.window.header
    for part in visible(stage):
        assert part.width() >= part.sizeHint().width(), part.objectName()
        corner = part.mapTo(header, QPoint())
        assert header.rect().contains(QRect(corner, part.size())), part.objectName()
    title = header.findChild(ShortLine)
    assert title is not None
    assert title.width() >= (50 if width < 600 else 150)


def test_a_sign_alone_stood_in_a_button_as_wide_as_its_words(stage: Stage) -> None:
    widen(stage, 1300)
    stage.window.resize(600, 700)
    button = stage.window.header.findChild(QToolButton, "button_new_booking")
    assert button is not None
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert button.width() == max(button.sizeHint().width(), button.minimumWidth())


def test_a_long_title_was_cut_where_a_short_one_says_the_same(stage: Stage) -> None:
    title = stage.window.header.findChild(ShortLine, "range_title")
    assert title is not None
    stage.press(stage.window, "button_forward")  # from one month into another
    widen(stage, 1280)
    title.setFixedWidth(title.fontMetrics().horizontalAdvance("30 Nov – 6 Dec 2026 …"))
    QApplication.processEvents()
    assert title.text() == "30 Nov – 6 Dec 2026"
    assert title.toolTip() == title.accessibleName() == "30 November – 6 December 2026"


def test_a_narrow_window_has_views_and_kinds_in_menus_that_do_the_same(stage: Stage) -> None:
    widen(stage, 640)
    assert not stage.window.tabs.isVisible()
    choose(folded(stage, "view"), "Month")
    assert stage.desk.week.mode is DayMode.MONTH
    assert folded(stage, "view").text() == "Month"
    choose(folded(stage, "kind"), "Class")
    assert stage.desk.week.shown.kind is CalendarKind.CLASS
    assert folded(stage, "kind").text() == "Class"
    assert folded(stage, "kind").accessibleName() == "Kind of calendar: Class"
    widen(stage, 1500)
    assert stage.window.tabs.isVisible()
    assert stage.window.tabs.currentIndex() == 3


def test_the_keyboard_stays_where_tabs_give_way_to_a_menu(stage: Stage) -> None:
    widen(stage, 1500)
    stage.window.header.views.setFocus()
    widen(stage, 640)
    assert stage.window.focusWidget() is folded(stage, "view")
    widen(stage, 1500)
    assert stage.window.focusWidget() is stage.window.header.views


def test_a_sign_alone_says_its_kind_in_its_tip_and_aloud(stage: Stage) -> None:
    widen(stage, 1200)
    tabs = stage.window.tabs
    assert (tabs.tabText(0), tabs.tabText(1)) == ("All", "")
    assert (tabs.tabToolTip(1), tabs.accessibleTabName(1)) == ("Round robin", "Round robin")
    tabs.setCurrentIndex(1)
    assert (tabs.tabText(0), tabs.tabText(1)) == ("", "Round robin")


def test_so_many_days_as_were_chosen_stand_side_by_side(stage: Stage) -> None:
    week, table = stage.desk.week, stage.window.actions_table
    stage.desk.week.go_to(day(2))
    menu = table.menus["View"]
    numbers = next(entry.menu() for entry in menu.actions() if entry.text() == "Number of days")
    assert isinstance(numbers, QMenu)
    texts = [entry.text() for entry in numbers.actions()]
    assert (texts[0], texts[-1], len(texts)) == ("2 days", "14 days", 13)
    numbers.actions()[3].trigger()
    assert (week.mode, week.days.first, week.days.count) == (DayMode.DAYS, day(0), 5)
    assert table["days"].text() == "5 days"
    table["forward"].trigger()
    assert week.days.first == day(5)
    numbers.actions()[0].trigger()
    assert (week.days.first, week.days.count) == (day(5), 2)
    table["week"].trigger()
    table["days"].trigger()
    assert week.days.count == 2


def test_fourteen_days_are_no_month(stage: Stage) -> None:
    stage.desk.week.count_days(14)
    assert stage.desk.week.week.month is None
    assert len(stage.window.grid.canvas.scene.week.days) == 14


def test_the_view_is_as_it_was_left(stage: Stage) -> None:
    stage.desk.week.count_days(4)
    stage.desk.week.show_by_member(True)
    kept = WindowState(stage.salon.database).now
    assert (kept.mode, kept.day_count) == (DayMode.DAYS, 4)
    assert kept.by_member == {DayMode.DAY, DayMode.DAYS}


def test_the_folded_switch_named_another_view_than_the_one_that_was_shown(stage: Stage) -> None:
    widen(stage, 900)
    assert folded(stage, "view").text() == "Week"
    stage.window.actions_table["month"].trigger()
    assert folded(stage, "view").text() == "Month"
    stage.desk.week.show_days(day(0), 4)
    assert folded(stage, "view").text() == "4 days"
