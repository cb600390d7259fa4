"""What a calendar asks is answered in the booking dialog; in place and by a line one goes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.intake import FieldKind, IntakeField
from lcdesk.model.store.intake import answers_of
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.booking.quick import QuickBooking
from lcdesk.ui.quick_add.dialog import QuickAddDialog
from tests.salon import Salon, at
from tests.ui.window.hands import sweep
from tests.ui.window.stage import Stage

FIELDS = (
    IntakeField(0, "Allergies", required=True),
    IntakeField(0, "Hair", FieldKind.CHOICE, choices=("Short", "Long")),
    IntakeField(0, "Insured", FieldKind.YES_NO),
)


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.visit(salon.ana, salon.ben, fields=FIELDS)


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    salon.calendar("Parking", CalendarKind.SIMPLE)


def given(stage: Stage, number: int) -> dict[str, str]:
    with stage.salon.database.read() as reader:
        (found,) = answers_of(reader, [number]).values()
    return {answer.name: answer.value for answer in found}


def dialog_of(stage: Stage) -> BookingDialog:
    stage.settle()
    shown = [one for one in stage.window.findChildren(BookingDialog) if one.isVisible()]
    assert len(shown) == 1
    return shown[0]


def write(stage: Stage, owner: QWidget, name: str, text: str) -> None:
    line = stage.child(owner, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, text)


def choose(stage: Stage, owner: QWidget, name: str, text: str) -> None:
    box = stage.child(owner, name)
    assert isinstance(box, QComboBox)
    assert box.findText(text) >= 0
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def text(stage: Stage, owner: QWidget, name: str) -> str:
    return str(stage.child(owner, name).property("text"))


def test_a_calendar_s_fields_are_asked_and_their_answers_kept(stage: Stage) -> None:
    stage.double_click(1, 600)
    dialog = dialog_of(stage)
    write(stage, dialog, "booking_name", "Cleo Park")
    stage.press(dialog, "booking_book")
    assert text(stage, dialog, "booking_problem") == "Still to be answered: Allergies"
    assert dialog.focusWidget() is stage.child(dialog, "booking_answers_1")
    assert stage.salon.agenda() == ()
    write(stage, dialog, "booking_answers_1", "nuts")
    choose(stage, dialog, "booking_answers_2", "Long")
    choose(stage, dialog, "booking_answers_3", "No")
    stage.press(dialog, "booking_book")
    stage.settle()
    assert given(stage, 1) == {"Allergies": "nuts", "Hair": "Long", "Insured": "no"}


def test_another_calendar_asks_something_else_and_answers_wait(stage: Stage) -> None:
    stage.double_click(1, 600)
    dialog = dialog_of(stage)
    asked = stage.child(dialog, "booking_answers")
    write(stage, dialog, "booking_answers_1", "nuts")
    choose(stage, dialog, "booking_calendar", "Parking")
    assert not asked.isVisible()
    choose(stage, dialog, "booking_calendar", "First visit")
    assert asked.isVisible()
    assert text(stage, dialog, "booking_answers_1") == "nuts"


def test_each_field_says_what_it_is_to_a_screen_reader(stage: Stage) -> None:
    stage.double_click(1, 600)
    dialog = dialog_of(stage)
    spoken = [stage.child(dialog, f"booking_answers_{at}").accessibleName() for at in (1, 2, 3)]
    assert spoken == ["Allergies, required", "Hair", "Insured"]


def test_in_place_a_calendar_that_asks_leads_to_the_dialog(stage: Stage) -> None:
    sweep(stage, 1, 600, 690)
    (quick,) = [one for one in stage.window.findChildren(QuickBooking) if one.isVisible()]
    assert text(stage, quick, "quick_book") == "Continue…"
    assert "Still to be answered: Allergies" in text(stage, quick, "quick_reasons")
    write(stage, quick, "quick_name", "Dora Lee")
    QTest.keyClick(stage.child(quick, "quick_name"), Qt.Key.Key_Return)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialog = dialog_of(stage)
    assert stage.window.findChild(QuickBooking) is None
    assert text(stage, dialog, "booking_name") == "Dora Lee"
    write(stage, dialog, "booking_answers_1", "none")
    stage.press(dialog, "booking_book")
    stage.settle()
    assert [block.title for block in stage.blocks()] == ["Dora Lee"]
    assert given(stage, 1) == {"Allergies": "none"}


def test_in_place_a_calendar_that_asks_nothing_books_at_once(stage: Stage) -> None:
    sweep(stage, 1, 600, 690)
    (quick,) = [one for one in stage.window.findChildren(QuickBooking) if one.isVisible()]
    choose(stage, quick, "quick_calendar", "Parking")
    assert text(stage, quick, "quick_book") == "Book"


def test_a_line_goes_on_in_the_dialog_and_its_toast_comes_once(stage: Stage) -> None:
    said: list[object] = []
    stage.desk.changes.offered.connect(said.append)
    stage.window.quick_add()
    line = stage.window.findChild(QuickAddDialog)
    assert line is not None
    write(stage, line, "quick_add_line", "Dora tomorrow 10:00 /first")
    button = line.findChild(QPushButton, "quick_add_book")
    assert button is not None
    assert button.text() == "Continue…"
    answer = line.findChild(QLabel, "quick_add_answer")
    assert answer is not None
    assert "Still to be answered: Allergies" in answer.text()
    QTest.keyClick(stage.child(line, "quick_add_line"), Qt.Key.Key_Return)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialog = dialog_of(stage)
    assert text(stage, dialog, "booking_name") == "Dora"
    write(stage, dialog, "booking_answers_1", "none")
    stage.press(dialog, "booking_book")
    QApplication.processEvents()
    stage.settle()
    (entry,) = stage.salon.agenda()
    assert entry.span.start == at(1, 10)
    assert len(said) == 1
