"""Whoever waits and is booked without the list: taken off, told, and put back by undo."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLineEdit

from lcdesk.model.domain.calendars import Calendar
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.quick_add.dialog import QuickAddDialog
from lcdesk.ui.waiting.editor import WaitingEditorDialog
from tests.salon import Salon, day
from tests.ui.waiting.hands import listed, put
from tests.ui.window.stage import Stage

OFF = "Taken off the waiting list"


def told(stage: Stage) -> str:
    return str(stage.child(stage.window, "toast_text").property("text"))


def test_the_booking_dialog_left_who_waits_on_the_list(
    salon: Salon, visit: Calendar, stage: Stage
) -> None:
    made = put(salon, visit)
    stage.double_click(1, 10 * 60)
    dialog = stage.window.findChild(BookingDialog)
    assert dialog is not None
    name = stage.child(dialog, "booking_name")
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "Dana")
    stage.press(dialog, "booking_book")
    assert listed(salon) == []
    assert told(stage) == f"Booked: Dana. {OFF}."
    stage.press(stage.window, "toast_button")
    assert listed(salon) == [made]


def test_quick_add_left_who_waits_on_the_list(salon: Salon, visit: Calendar, stage: Stage) -> None:
    put(salon, visit)
    stage.window.actions_table["quick_add"].trigger()
    dialog = stage.window.findChild(QuickAddDialog)
    assert dialog is not None
    line = stage.child(dialog, "quick_add_line")
    assert isinstance(line, QLineEdit)
    line.setText("Dana Friday 10:00")
    stage.press(dialog, "quick_add_book")
    assert listed(salon) == []
    assert OFF in told(stage)


def test_a_booking_that_they_do_not_wait_for_leaves_them_there(
    salon: Salon, visit: Calendar, stage: Stage
) -> None:
    made = put(salon, visit, last=day(0))
    stage.window.actions_table["quick_add"].trigger()
    dialog = stage.window.findChild(QuickAddDialog)
    assert dialog is not None
    line = stage.child(dialog, "quick_add_line")
    assert isinstance(line, QLineEdit)
    line.setText("Dana Friday 10:00")
    stage.press(dialog, "quick_add_book")
    assert listed(salon) == [made]
    assert OFF not in told(stage)


def test_the_list_offered_days_that_are_over(visit: Calendar, stage: Stage) -> None:
    stage.window.actions_table["waiting"].trigger()
    stage.press(stage.window, "waiting_list_add")
    editor = stage.window.findChild(WaitingEditorDialog)
    assert editor is not None
    for name in ("waiting_first", "waiting_last"):
        field = stage.child(editor, name)
        assert isinstance(field, QDateEdit)
        assert field.minimumDate().toPython() == stage.desk.context.today
    editor.reject()
