"""The small month: days with appointments, spans drawn with the mouse, numbers of weeks."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import cancel
from lcdesk.model.domain.people import Contact
from lcdesk.ui.context.view_filter import DayMode, Days
from lcdesk.ui.window.side.mini_month import MonthSheet
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def scene(salon: Salon) -> None:
    """Cleo on Tuesday; what was on Wednesday is cancelled."""
    visit = salon.visit()
    salon.book(visit, at(1, 10))
    gone = salon.book(visit, at(2, 10), Contact(0, "Gus"))
    with salon.database.write() as tx:
        cancel(tx, gone.id, now=salon.now)


@pytest.fixture
def sheet(stage: Stage) -> MonthSheet:
    return stage.window.side.month.sheet


def drag(sheet: MonthSheet, first: date, last: date) -> None:
    """Press on a day, draw to another and let go there."""
    ends = [sheet.rect_of(end).center().toPoint() for end in (first, last)]
    QTest.mousePress(sheet, LEFT, pos=ends[0])
    QTest.mouseMove(sheet, ends[1])
    QTest.mouseRelease(sheet, LEFT, pos=ends[1])


def test_days_with_an_appointment_that_takes_place_are_marked(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: stage.desk.busy_days.days == {day(1)})
    spoken = {item.entry: item.text for item in stage.window.side.month.sheet.spoken_items()}
    assert spoken[day(1).isoformat()] == "Tuesday 24 November 2026, with appointments"
    assert spoken[day(2).isoformat()] == "Wednesday 25 November 2026"


def test_a_new_appointment_and_a_hidden_calendar_change_the_marks(
    salon: Salon, stage: Stage, qtbot: QtBot
) -> None:
    calendar = next(iter(stage.desk.context.directory.calendars.values()))
    salon.book(calendar, at(4, 10), Contact(0, "Elif"))
    qtbot.waitUntil(lambda: stage.desk.busy_days.days == {day(1), day(4)})
    stage.desk.week.show_calendar(calendar.id, False)
    qtbot.waitUntil(lambda: not stage.desk.busy_days.days)


def test_days_drawn_over_are_shown_side_by_side(stage: Stage, sheet: MonthSheet) -> None:
    drag(sheet, day(1), day(4))
    assert stage.desk.week.mode is DayMode.DAYS
    assert stage.desk.week.days == Days(day(1), 4)


def test_drawing_backwards_means_the_same_days(stage: Stage, sheet: MonthSheet) -> None:
    drag(sheet, day(4), day(1))
    assert stage.desk.week.days == Days(day(1), 4)


def test_no_more_days_than_have_room_are_shown(stage: Stage, sheet: MonthSheet) -> None:
    drag(sheet, date(2026, 11, 2), date(2026, 11, 29))
    assert stage.desk.week.days == Days(date(2026, 11, 2), 14)


def test_a_press_that_is_let_go_elsewhere_goes_nowhere(stage: Stage, sheet: MonthSheet) -> None:
    before = stage.desk.week.days
    QTest.mousePress(sheet, LEFT, pos=sheet.rect_of(date(2026, 11, 12)).center().toPoint())
    QTest.mouseMove(sheet, sheet.rect().bottomRight() * 2)
    QTest.mouseRelease(sheet, LEFT, pos=sheet.rect().bottomRight() * 2)
    assert stage.desk.week.days == before


def test_numbers_of_weeks_move_no_day_from_under_the_pointer(
    stage: Stage, sheet: MonthSheet
) -> None:
    action = stage.window.actions_table["week_numbers"]
    for _ in range(2):
        action.trigger()
        for passed in range(42):
            shown = sheet.first.fromordinal(sheet.first.toordinal() + passed)
            assert sheet.day_at(sheet.rect_of(shown).center()) == shown
    action.trigger()
    assert stage.desk.context.memory.now.has_week_numbers
