"""The next appointments below the small month: which, in which words, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import cancel
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.ui.window.side.upcoming_list import UpcomingList
from lcdesk.ui.window.side.upcoming_model import MOST, UpcomingDay, UpcomingEntry
from tests.salon import Salon, at, day
from tests.ui.test_named_controls import nameless
from tests.ui.window.stage import Stage, active, opened

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    """It is Monday morning: Cleo on Tuesday, Gus after her, Elif a day later; one was cancelled."""
    salon.book(visit, at(1, 10), staff=(salon.ana.id,))
    salon.book(visit, at(1, 14), Contact(0, "Gus"), staff=(salon.ben.id,))
    salon.book(visit, at(2, 9), Contact(0, "Elif"), staff=(salon.ana.id,))
    gone = salon.book(visit, at(2, 12), Contact(0, "Ida"))
    with salon.database.write() as tx:
        cancel(tx, gone.id, now=salon.now)


@pytest.fixture
def listed(stage: Stage, qtbot: QtBot) -> Stage:
    """The window with the list, filled."""
    switch_on(stage, qtbot)
    return stage


def switch_on(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.desk.upcoming.modelReset):
        stage.window.actions_table["upcoming"].trigger()


def lines(stage: Stage) -> list[str]:
    """The list from top to bottom."""
    model, told = stage.desk.upcoming, []
    for at_row in range(model.rowCount()):
        row = model.row(at_row)
        if isinstance(row, UpcomingDay):
            told.append(row.title)
        elif isinstance(row, UpcomingEntry):
            told.append(f"{row.time} {row.title} {row.initials}")
    return told


def shown(stage: Stage) -> UpcomingList:
    (found,) = stage.window.findChildren(UpcomingList)
    return found


def index_of(stage: Stage, title: str) -> QModelIndex:
    model = stage.desk.upcoming
    for at_row in range(model.rowCount()):
        row = model.row(at_row)
        if isinstance(row, UpcomingEntry) and title in row.title:
            return model.index(at_row, 0)
    raise AssertionError(title)


def click(stage: Stage, title: str) -> None:
    view = shown(stage).list
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index_of(stage, title)).center())


def test_what_takes_place_next_is_listed_under_its_days(listed: Stage) -> None:
    assert lines(listed) == [
        "Tomorrow",
        "10:00 Cleo Park A",
        "14:00 Gus B",
        "Wed 25 Nov",
        "09:00 Elif A",
    ]
    listed.window.grab()


def test_it_is_off_until_somebody_asks_and_remembered_then(
    salon: Salon, scene: None, qtbot: QtBot
) -> None:
    with opened(salon, qtbot) as stage:
        assert stage.window.findChildren(UpcomingList) == []
        switch_on(stage, qtbot)
    with opened(salon, qtbot) as again:
        qtbot.waitUntil(lambda: len(lines(again)) == 5)
        assert shown(again).isVisible()
        again.window.actions_table["upcoming"].trigger()
        assert not shown(again).isVisible()
    with opened(salon, qtbot) as last:
        assert last.window.findChildren(UpcomingList) == []


def test_who_asks_for_it_sees_the_sidebar_too(stage: Stage, qtbot: QtBot) -> None:
    stage.window.actions_table["sidebar"].trigger()
    switch_on(stage, qtbot)
    assert shown(stage).isVisible()


def test_a_booking_a_tick_and_a_tab_change_the_list(
    salon: Salon, listed: Stage, visit: Calendar, qtbot: QtBot
) -> None:
    salon.book(visit, at(0, 16), Contact(0, "Noa"), staff=(salon.ben.id,))
    qtbot.waitUntil(lambda: lines(listed)[:2] == ["Today", "16:00 Noa B"])
    listed.desk.week.show_staff(salon.ben.id, False)
    qtbot.waitUntil(lambda: [line[-1] for line in lines(listed)] == [*"wAvA"])
    listed.desk.week.show_kind(CalendarKind.CLASS)
    qtbot.waitUntil(lambda: lines(listed) == [])
    (note,) = listed.window.findChildren(QLabel, "upcoming_none")
    assert note.isVisible()
    assert not shown(listed).list.isVisible()


def test_what_is_under_way_stays_until_it_is_over(
    salon: Salon, listed: Stage, visit: Calendar, qtbot: QtBot
) -> None:
    salon.now = at(1, 10, 5)
    listed.desk.upcoming.read()
    qtbot.waitUntil(lambda: lines(listed)[:2] == ["Today", "Now Cleo Park A"])
    salon.now = at(1, 13)
    listed.desk.upcoming.read()
    qtbot.waitUntil(lambda: lines(listed)[:2] == ["Today", "14:00 Gus B"])


def test_seats_of_a_session_are_one_line_and_ten_lines_are_enough(
    salon: Salon, listed: Stage, visit: Calendar, qtbot: QtBot
) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ana, seats=50)
    for number in range(45):  # more than are read at once
        salon.book(yoga, at(0, 17), Contact(0, f"Guest {number}"))
    for passed in range(3, 5):
        for hour in range(9, 14):
            salon.book(visit, at(passed, hour), Contact(0, f"P {passed} {hour}"))
    qtbot.waitUntil(lambda: len([one for one in lines(listed) if one[0].isdigit()]) == MOST)
    assert lines(listed)[:2] == ["Today", "17:00 Yoga 45 of 50 A"]


def test_a_click_goes_there_and_opens_the_card(
    salon: Salon, listed: Stage, visit: Calendar, qtbot: QtBot
) -> None:
    salon.book(visit, at(8, 11), Contact(0, "Noa"), staff=(salon.ana.id,))
    qtbot.waitUntil(lambda: len(lines(listed)) == 7)
    click(listed, "Noa")
    assert day(8) in listed.desk.week.days
    card = listed.child(listed.window, "entry_card")
    assert card.isVisible()
    click(listed, "Cleo")
    assert day(1) in listed.desk.week.days


def test_the_keyboard_goes_from_one_to_the_next_and_enter_opens(
    salon: Salon, scene: None, qtbot: QtBot
) -> None:
    with active(salon, qtbot) as stage:
        switch_on(stage, qtbot)
        view = shown(stage).list
        view.setFocus(Qt.FocusReason.TabFocusReason)
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down):
            QTest.keyClick(view, key)
        assert view.currentIndex() == index_of(stage, "Elif")  # not the heading above it
        stage.window.grab()
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert stage.child(stage.window, "entry_card").isVisible()


def test_what_was_chosen_stays_chosen_while_the_list_grows(
    salon: Salon, listed: Stage, visit: Calendar, qtbot: QtBot
) -> None:
    view = shown(listed).list
    view.setCurrentIndex(index_of(listed, "Gus"))
    salon.book(visit, at(0, 16), Contact(0, "Noa"), staff=(salon.ben.id,))
    qtbot.waitUntil(lambda: len(lines(listed)) == 7)
    assert view.currentIndex() == index_of(listed, "Gus")


def test_lines_say_all_of_it_to_a_screen_reader_and_a_pointer(listed: Stage) -> None:
    index = index_of(listed, "Cleo")
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Tuesday 24 November, 10:00 to 10:30" in said
    assert "Ana" in said
    assert "Ana" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert nameless(listed.window) == []


@pytest.fixture
def larger_and_mirrored(qapp: QApplication) -> Iterator[None]:
    usual, font = qapp.font(), qapp.font()
    font.setPointSizeF(20)
    qapp.setFont(font)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.setFont(usual)


def test_larger_text_and_a_mirrored_window_have_room(
    salon: Salon, scene: None, larger_and_mirrored: None, qtbot: QtBot
) -> None:
    with opened(salon, qtbot) as stage:
        switch_on(stage, qtbot)
        view = shown(stage).list
        assert view.sizeHintForRow(0) >= view.fontMetrics().height() * 1.3
        assert not shown(stage).geometry().intersects(stage.window.side.month.geometry())
        stage.window.grab()


def test_switched_off_nothing_is_read(salon: Salon, listed: Stage, visit: Calendar) -> None:
    listed.window.actions_table["upcoming"].trigger()
    before = lines(listed)
    salon.book(visit, at(0, 16) + timedelta(minutes=30), Contact(0, "Noa"))
    listed.settle()
    assert lines(listed) == before
