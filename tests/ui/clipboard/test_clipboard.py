"""Cut, copy, paste and duplicate in the real window, and what a text field keeps for itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Appointment
from lcdesk.ui.agenda.tree import AgendaTree
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.clipboard.clipboard_model import CALENDAR
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage, active
from tests.undoing import undo

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def one(salon: Salon) -> Appointment:
    visit = salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ana)
    return salon.book(visit, at(1, 10), notes="Blue door", location="Gate 7")


@pytest.fixture
def stage(salon: Salon, qtbot: QtBot, one: Appointment) -> Iterator[Stage]:
    with active(salon, qtbot) as stage:
        stage.settle()
        yield stage


def pick(stage: Stage, entry_id: str) -> None:
    """As a click on it: it is selected, and the keyboard is in the grid."""
    stage.window.grid.canvas.setFocus()
    stage.window.grid.canvas.pick(stage.desk.week.block_of(entry_id))
    stage.settle()


def press(stage: Stage, key: Qt.Key) -> None:
    stage.window.activateWindow()
    stage.settle()
    assert stage.window.isActiveWindow(), "keys go to the window in front"
    QTest.keyClick(stage.window.grid.canvas, key, CTRL)
    stage.settle()


def go_to(stage: Stage, offset: int, hour: int) -> None:
    """A click on free time."""
    stage.click(offset, hour * 60)
    stage.settle()


def starts(stage: Stage) -> list[object]:
    return [entry.span.start for entry in stage.salon.agenda() if entry.status]


def toast(stage: Stage) -> str:
    found = stage.window.findChild(QLabel, "toast_text")
    assert found is not None
    return found.text()


def test_a_copy_is_booked_at_the_cell_and_can_be_undone(stage: Stage, one: Appointment) -> None:
    pick(stage, f"a{one.id}")
    press(stage, Qt.Key.Key_C)
    assert starts(stage) == [at(1, 10)], "copying changes nothing"
    go_to(stage, 2, 14)
    press(stage, Qt.Key.Key_V)
    assert starts(stage) == [at(1, 10), at(2, 14)]
    made = stage.salon.agenda()[-1]
    assert (made.notes, made.location, made.contacts) == ("Blue door", "Gate 7", one.contacts)
    undo(stage.salon)
    assert starts(stage) == [at(1, 10)]


def test_the_clipboard_has_a_text_and_a_calendar_file(stage: Stage, one: Appointment) -> None:
    pick(stage, f"a{one.id}")
    press(stage, Qt.Key.Key_C)
    content = QGuiApplication.clipboard().mimeData()
    lines = content.text().splitlines()
    assert lines == ["Cleo Park", "Tuesday 24 November, 10:00 – 10:30", "Gate 7"]
    file = bytes(content.data(CALENDAR).data()).decode()
    assert file.startswith("BEGIN:VCALENDAR")
    assert "SUMMARY:Cleo Park" in file


def test_what_is_hidden_is_not_copied_either(stage: Stage) -> None:
    linked = stage.salon.connect(stage.salon.ana)
    number = stage.salon.mirror(linked["Family"], "Dentist", at(3, 9), at(3, 10))
    with stage.salon.database.write() as tx:
        save_staff(tx, replace(stage.salon.ana, hide_details=True))
    stage.settle()
    stage.desk.week.refresh()
    pick(stage, f"e{number}")
    press(stage, Qt.Key.Key_C)
    content = QGuiApplication.clipboard().mimeData()
    assert content.text().splitlines()[0] == "Busy"
    assert not content.hasFormat(CALENDAR)


def test_what_was_cut_is_pale_and_stays_until_it_is_pasted(stage: Stage, one: Appointment) -> None:
    pick(stage, f"a{one.id}")
    press(stage, Qt.Key.Key_X)
    assert starts(stage) == [at(1, 10)]
    assert stage.block("Cleo Park").past
    go_to(stage, 3, 11)
    press(stage, Qt.Key.Key_V)
    assert starts(stage) == [at(3, 11)]
    stage.settle()
    assert not stage.block("Cleo Park").past
    said: list[str] = []
    stage.desk.changes.refused.connect(said.append)
    press(stage, Qt.Key.Key_V)
    assert said == ["There is nothing to paste. Copy an entry first."]


def test_a_copy_after_a_cut_takes_the_paleness_back(stage: Stage, one: Appointment) -> None:
    pick(stage, f"a{one.id}")
    press(stage, Qt.Key.Key_X)
    press(stage, Qt.Key.Key_C)
    assert not stage.block("Cleo Park").past


def test_a_paste_where_it_is_not_open_says_why_and_what_can_be_done(
    stage: Stage, one: Appointment
) -> None:
    pick(stage, f"a{one.id}")
    press(stage, Qt.Key.Key_C)
    go_to(stage, 5, 10)
    press(stage, Qt.Key.Key_V)
    assert starts(stage) == [at(1, 10)]
    assert toast(stage).startswith("Not copied.")


def test_a_cut_that_is_refused_is_still_cut(stage: Stage, one: Appointment) -> None:
    pick(stage, f"a{one.id}")
    press(stage, Qt.Key.Key_X)
    go_to(stage, 5, 10)
    press(stage, Qt.Key.Key_V)
    assert starts(stage) == [at(1, 10)]
    go_to(stage, 2, 10)
    press(stage, Qt.Key.Key_V)
    assert starts(stage) == [at(2, 10)]


def test_an_event_that_may_only_be_read_is_not_cut(stage: Stage) -> None:
    linked = stage.salon.connect(stage.salon.ana)
    number = stage.salon.mirror(linked["Family"], "Dentist", at(3, 9), at(3, 10))
    stage.settle()
    stage.desk.week.refresh()
    said: list[str] = []
    stage.desk.changes.refused.connect(said.append)
    pick(stage, f"e{number}")
    press(stage, Qt.Key.Key_X)
    assert said == ["This event was made in iCloud. Change it there; lcdesk follows."]
    assert not stage.block("Dentist").past


def test_in_the_month_a_copy_keeps_its_time_of_day(stage: Stage, one: Appointment) -> None:
    pick(stage, f"a{one.id}")
    press(stage, Qt.Key.Key_C)
    stage.window.actions_table["month"].trigger()
    stage.desk.week.pick_day(day(9))
    stage.window.actions_table["paste"].trigger()
    stage.settle()
    assert starts(stage) == [at(1, 10), at(9, 10)]


def test_in_the_agenda_many_are_copied_as_a_table_and_as_one_file(
    stage: Stage, one: Appointment
) -> None:
    stage.salon.book(stage.desk.context.directory.calendars[one.calendar], at(2, 9))
    stage.window.actions_table["agenda"].trigger()
    stage.settle()
    tree = stage.window.findChild(AgendaTree)
    assert tree is not None
    tree.selectAll()
    stage.window.actions_table["copy"].trigger()
    content = QGuiApplication.clipboard().mimeData()
    assert content.text().splitlines()[0].startswith("Day\t")
    assert bytes(content.data(CALENDAR).data()).count(b"BEGIN:VEVENT") == 2
    stage.window.actions_table["paste"].trigger()
    assert "nothing to paste" in toast(stage)


def test_duplicate_fills_the_booking_dialog_at_the_next_open_time(
    stage: Stage, one: Appointment
) -> None:
    pick(stage, f"a{one.id}")
    press(stage, Qt.Key.Key_D)
    dialog = stage.window.findChild(BookingDialog)
    assert dialog is not None
    model = dialog.findChild(BookingModel)
    assert model is not None
    draft = model.draft
    assert (draft.day, draft.minute, draft.name) == (day(1), 10 * 60 + 30, "Cleo Park")
    assert (draft.notes, draft.location) == ("Blue door", "Gate 7")
    assert model.answer.is_open
    dialog.close()


def test_blocked_time_is_duplicated_right_behind_itself(stage: Stage) -> None:
    with stage.salon.database.write() as tx:
        slot = block(tx, start=at(2, 9), end=at(2, 10), title="Lunch", staff=stage.salon.ana.id)
    stage.settle()
    pick(stage, f"b{slot.id}")
    press(stage, Qt.Key.Key_D)
    slots = [entry.span.start for entry in stage.salon.agenda() if entry.title == "Lunch"]
    assert slots == [at(2, 9), at(2, 10)]


def test_in_a_text_field_the_menu_is_about_its_text(stage: Stage, one: Appointment) -> None:
    pick(stage, f"a{one.id}")
    field = QLineEdit(stage.window)
    field.show()
    field.setText("Dana")
    field.selectAll()
    field.setFocus()
    for name in ("copy", "cut", "paste", "paste"):
        stage.window.actions_table[name].trigger()
    assert field.text() == "DanaDana"
    field.setCursorPosition(4)
    stage.window.actions_table["delete"].trigger()
    assert field.text() == "Danaana"
    stage.window.actions_table["duplicate"].trigger()
    assert stage.window.findChild(BookingDialog) is None
    assert starts(stage) == [at(1, 10)]


def test_the_menu_offers_what_can_be_done(stage: Stage, one: Appointment) -> None:
    table = stage.window.actions_table
    stage.window.grid.canvas.setFocus()
    QGuiApplication.clipboard().clear()
    table.menus["Edit"].aboutToShow.emit()
    names = ("cut", "copy", "paste", "duplicate", "delete")
    assert not any(table[name].isEnabled() for name in names)
    table.menus["Edit"].aboutToHide.emit()
    assert all(table[name].isEnabled() for name in names)
    pick(stage, f"a{one.id}")
    table.menus["Edit"].aboutToShow.emit()
    assert [table[name].isEnabled() for name in names] == [True, True, False, True, True]
    table.menus["Edit"].aboutToHide.emit()
    table["delete"].trigger()
    assert [str(entry.status) for entry in stage.salon.agenda()] == ["cancelled"]


def test_a_closed_window_leaves_the_text_behind(
    salon: Salon, qtbot: QtBot, one: Appointment
) -> None:
    with active(salon, qtbot) as stage:
        pick(stage, f"a{one.id}")
        press(stage, Qt.Key.Key_C)
    content = QGuiApplication.clipboard().mimeData()
    assert content.text().startswith("Cleo Park")
    assert not content.hasFormat(CALENDAR)
