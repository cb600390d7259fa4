"""A double click books: the real window, the real dialog, the real rules."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
)

from lcdesk.model.domain.calendars import CalendarKind, ServiceOption
from lcdesk.model.domain.people import Contact
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.week.week import Column
from tests.salon import CLEO, Salon, at, day
from tests.statements import statements
from tests.ui.window.stage import Stage

DANA = Contact(0, "Dana Fischer", "dana@example.org", "+49 40 99")


@pytest.fixture
def scene(salon: Salon) -> None:
    salon.visit(salon.ana, salon.ben)
    salon.calendar("Yoga", CalendarKind.CLASS, salon.ana)
    salon.calendar("Parking", CalendarKind.SIMPLE)


class Dialog:
    """The booking dialog, read and filled as a person does."""

    def __init__(self, stage: Stage) -> None:
        found = stage.window.findChild(BookingDialog)
        assert found is not None
        self.widget = found

    def line(self, name: str) -> QLineEdit:
        found = self.widget.findChild(QLineEdit, f"booking_{name}")
        assert found is not None
        return found

    def choice(self, name: str) -> QComboBox:
        found = self.widget.findChild(QComboBox, f"booking_{name}")
        assert found is not None
        return found

    def text(self, name: str) -> str:
        found = self.widget.findChild(QLabel, f"booking_{name}")
        assert found is not None
        return str(found.text()) if not found.isHidden() else ""

    @property
    def button(self) -> QPushButton:
        found = self.widget.findChild(QPushButton, "booking_book")
        assert found is not None
        return found

    def choose(self, name: str, text: str) -> None:
        box = self.choice(name)
        at_row = box.findText(text)
        assert at_row >= 0, [box.itemText(row) for row in range(box.count())]
        box.setCurrentIndex(at_row)
        box.activated.emit(at_row)

    def set_time(self, hour: int, minute: int = 0) -> None:
        edit = self.widget.findChild(QTimeEdit, "booking_time")
        assert edit is not None
        edit.setTime(QTime(hour, minute))


def open_at(stage: Stage, offset: int, minute: int) -> Dialog:
    stage.double_click(offset, minute)
    QApplication.processEvents()
    return Dialog(stage)


def test_a_double_click_books_and_the_block_appears(stage: Stage) -> None:
    dialog = open_at(stage, 1, 10 * 60)
    assert dialog.widget.focusWidget() is dialog.line("name")
    assert dialog.choice("staff").currentText() == "Whoever is next: Ana"
    assert dialog.text("who") == "Ana — 0 this month, Ben 0"
    QTest.keyClicks(dialog.line("name"), "Cleo Park")
    QTest.keyClick(dialog.line("name"), Qt.Key.Key_Return)
    stage.settle()
    shown = stage.block("Cleo Park")
    assert (shown.day, shown.start, shown.end) == (day(1), 600, 630)
    assert stage.window.grid.selection == shown.id


def test_a_booking_is_taken_back_by_its_toast(stage: Stage) -> None:
    dialog = open_at(stage, 1, 10 * 60)
    QTest.keyClicks(dialog.line("name"), "Cleo Park")
    QTest.keyClick(dialog.line("name"), Qt.Key.Key_Return)
    stage.settle()
    toast = stage.window.toast
    assert stage.child(toast, "toast_text").property("text") == "Booked: Cleo Park"
    stage.press(toast, "toast_button")
    stage.settle()
    assert "Cleo Park" not in [block.title for block in stage.blocks()]
    assert not toast.isVisible()


def test_a_sweep_books_its_own_length(stage: Stage) -> None:
    stage.window.grid.requests.create_requested.emit(Column(day(1)), 600, 690)
    dialog = Dialog(stage)
    assert dialog.choice("length").currentText() == "1 h 30 min"
    QTest.keyClicks(dialog.line("name"), "Cleo Park")
    dialog.button.click()
    stage.settle()
    assert stage.block("Cleo Park").end == 690


def test_escape_books_nothing(stage: Stage) -> None:
    dialog = open_at(stage, 1, 600)
    QTest.keyClicks(dialog.line("name"), "Cleo Park")
    QTest.keyClick(dialog.widget, Qt.Key.Key_Escape)
    stage.settle()
    assert stage.titles() == []
    assert stage.window.findChild(BookingDialog) is None


def test_nobody_is_asked_for_by_name(stage: Stage) -> None:
    dialog = open_at(stage, 1, 600)
    dialog.button.click()
    assert "Enter a name" in dialog.text("problem")
    assert dialog.widget.isVisible()


def test_a_closed_time_says_why_and_can_be_booked_anyway(stage: Stage) -> None:
    dialog = open_at(stage, 1, 20 * 60)
    assert dialog.text("headline") == "This time is not open"
    assert "Ana has no hours at 20:00" in dialog.text("reasons")
    assert dialog.button.text() == "Book anyway"
    QTest.keyClicks(dialog.line("name"), "Cleo Park")
    dialog.button.click()
    stage.settle()
    assert stage.block("Cleo Park").start == 20 * 60


def test_enter_booked_a_closed_time_in_a_dialog_that_had_just_come_up(stage: Stage) -> None:
    dialog = open_at(stage, 1, 20 * 60)
    dialog.line("name").setText("Cleo Park")  # as it is filled in when somebody books again
    assert not dialog.button.isDefault()
    QTest.keyClick(dialog.line("name"), Qt.Key.Key_Return)
    stage.settle()
    assert stage.titles() == []


def test_the_conflict_in_icloud_is_named(stage: Stage) -> None:
    for member in (stage.salon.ana, stage.salon.ben):
        linked = stage.salon.connect(member)
        stage.salon.mirror(linked["Family"], "Dentist", at(1, 10), at(1, 11))
    stage.settle()
    stage.window.grid.requests.create_requested.emit(Column(day(1)), 600, 630)
    dialog = Dialog(stage)
    dialog.choose("calendar", "First visit")
    assert "Ana is busy in iCloud: Family: Dentist 10:00–11:00" in dialog.text("reasons")


def test_the_next_open_time_is_one_click_away(stage: Stage) -> None:
    dialog = open_at(stage, 1, 20 * 60)
    dialog.choose("calendar", "First visit")
    stage.press(dialog.widget, "booking_next_open")
    assert dialog.text("headline") == "This time is open"
    QTest.keyClicks(dialog.line("name"), "Cleo Park")
    dialog.button.click()
    stage.settle()
    assert (stage.block("Cleo Park").day, stage.block("Cleo Park").start) == (day(2), 9 * 60)


def test_a_full_class_cannot_be_booked_anyway(stage: Stage) -> None:
    yoga = next(
        calendar
        for calendar in stage.desk.context.directory.calendars.values()
        if calendar.name == "Yoga"
    )
    for name in ("Cleo", "Dana", "Emil"):
        stage.salon.book(yoga, at(1, 10), Contact(0, name))
    stage.settle()
    stage.window.grid.requests.create_requested.emit(Column(day(1)), 600, 630)
    dialog = Dialog(stage)
    dialog.choose("calendar", "Yoga")
    assert "All 3 seats are taken" in dialog.text("reasons")
    assert not dialog.button.isEnabled()


def test_the_seats_left_are_told(stage: Stage) -> None:
    dialog = open_at(stage, 1, 600)
    dialog.choose("calendar", "Yoga")
    assert dialog.text("headline") == "3 seats left"
    assert dialog.choice("staff").isHidden()


def test_simple_calendars_say_that_they_stay_here(stage: Stage) -> None:
    dialog = open_at(stage, 1, 600)
    assert dialog.text("simple_note") == ""
    dialog.choose("calendar", "Parking")
    assert "iCloud is not supported" in dialog.text("simple_note")


def test_a_named_member_gets_it(stage: Stage) -> None:
    dialog = open_at(stage, 1, 600)
    dialog.choose("staff", "Ben")
    assert dialog.text("who") == "Ben — asked for by name"
    QTest.keyClicks(dialog.line("name"), "Cleo Park")
    dialog.button.click()
    stage.settle()
    assert stage.salon.agenda()[0].staff == (stage.salon.ben.id,)


def test_a_variation_and_its_add_ons_make_the_booking_longer(stage: Stage) -> None:
    minute = timedelta(minutes=1)
    stage.salon.calendar(
        "Cut",
        CalendarKind.SERVICE,
        stage.salon.ana,
        variations=(ServiceOption("Long hair", 90 * minute),),
        add_ons=(ServiceOption("Mask", 15 * minute), ServiceOption("Tonic", 5 * minute)),
    )
    stage.settle()
    dialog = open_at(stage, 1, 16 * 60 + 30)
    assert dialog.choice("variation").isHidden()
    dialog.choose("calendar", "Cut")
    assert dialog.choice("length").currentText() == "30 min"
    assert dialog.text("headline") == "This time is open"
    dialog.choose("variation", "Long hair (1 h 30 min)")
    assert dialog.text("until") == "until 18:00"
    assert dialog.text("headline") == "This time is open"
    mask = dialog.widget.findChild(QCheckBox, "add_on_Mask")
    assert mask is not None
    mask.click()
    assert dialog.choice("length").currentText() == "1 h 45 min"
    assert "hours end at 18:00" in dialog.text("reasons")
    dialog.set_time(10)
    QTest.keyClicks(dialog.line("name"), "Cleo Park")
    dialog.button.click()
    stage.settle()
    (entry,) = stage.salon.agenda()
    assert (entry.span.length, entry.notes) == (105 * minute, "Long hair, with Mask")


def test_a_known_contact_is_completed(stage: Stage) -> None:
    first = next(iter(stage.desk.context.directory.calendars.values()))
    stage.salon.book(first, at(0, 15), DANA)
    stage.settle()
    dialog = open_at(stage, 1, 600)
    completer = dialog.line("name").completer()
    assert completer is not None
    completer.setCompletionPrefix("dana")
    assert completer.completionCount() == 1
    # Its popup grabs the keyboard, which the offscreen platform cannot.
    completer.activated[QModelIndex].emit(completer.completionModel().index(0, 0))  # type: ignore[index]
    assert dialog.line("name").text() == "Dana Fischer"
    assert dialog.line("email").text() == "dana@example.org"
    assert dialog.line("phone").text() == "+49 40 99"


def test_a_time_that_is_taken_meanwhile_closes_in_the_open_dialog(stage: Stage) -> None:
    first = next(iter(stage.desk.context.directory.calendars.values()))
    dialog = open_at(stage, 1, 600)
    assert dialog.text("headline") == "This time is open"
    stage.salon.book(first, at(1, 10), CLEO, staff=(stage.salon.ana.id,))
    stage.salon.book(first, at(1, 10), DANA, staff=(stage.salon.ben.id,))
    stage.settle()
    assert dialog.text("headline") == "This time is not open"


def test_an_event_on_a_server_is_not_told_as_one_in_icloud(stage: Stage) -> None:
    """Everything that a linked calendar holds was "in iCloud" in the booking dialog."""
    linked = stage.salon.connect(stage.salon.ana, "https://dav.example.org/")
    dialog = open_at(stage, 1, 600)
    dialog.choose("staff", "Ana")
    stage.salon.mirror(linked["Family"], "Dentist", at(1, 10), at(1, 11))
    stage.settle()
    told = dialog.text("reasons")
    assert "Ana is busy on dav.example.org: Family: Dentist 10:00–11:00" in told


def test_a_longer_booking_is_checked_as_a_whole(stage: Stage) -> None:
    dialog = open_at(stage, 1, 17 * 60 + 30)
    assert dialog.text("headline") == "This time is open"
    dialog.choose("length", "1 h")
    assert "end at 18:00" in dialog.text("reasons")


def test_time_is_blocked_by_hand(stage: Stage) -> None:
    stage.window.actions_table["block_time"].trigger()
    dialog = stage.child(stage.window, "block_dialog")
    QTest.keyClicks(stage.child(dialog, "block_title"), "Stocktaking")
    stage.press(dialog, "block_accept")
    stage.settle()
    assert stage.block("Stocktaking").start == 8 * 60 + 15
    assert stage.salon.agenda()[0].staff == (stage.salon.ana.id,)


def test_a_double_click_in_the_lane_blocks_a_whole_day(stage: Stage) -> None:
    stage.window.grid.requests.create_requested.emit(Column(day(2)), 0, 24 * 60)
    dialog = stage.child(stage.window, "block_dialog")
    stage.press(dialog, "block_accept")
    stage.settle()
    (blocked,) = stage.salon.agenda()
    assert (blocked.span.start, blocked.span.end) == (at(2, 0), at(3, 0))


@pytest.mark.parametrize(
    ("servers", "where"),
    [
        ((), "iCloud"),
        (("https://dav.example.org/",), "dav.example.org"),
        (("", "https://dav.example.org/"), "iCloud or dav.example.org"),
    ],
)
def test_blocking_says_where_the_time_never_goes(
    stage: Stage, servers: tuple[str, ...], where: str
) -> None:
    for member, server in zip((stage.salon.ana, stage.salon.ben), servers, strict=False):
        stage.salon.connect(member, server)
    stage.settle()
    stage.window.actions_table["block_time"].trigger()
    note = stage.child(stage.child(stage.window, "block_dialog"), "block_note")
    assert isinstance(note, QLabel)
    assert note.text() == f"Blocked time stays on this computer; it never goes to {where}."


def test_an_end_before_the_start_is_refused(stage: Stage) -> None:
    stage.window.actions_table["block_time"].trigger()
    dialog = stage.child(stage.window, "block_dialog")
    end = stage.child(dialog, "block_end")
    assert isinstance(end, QTimeEdit)
    end.setTime(QTime(7, 0))
    stage.press(dialog, "block_accept")
    problem = stage.child(dialog, "block_problem")
    assert isinstance(problem, QLabel)
    assert "must end after it starts" in problem.text()


def test_a_letter_typed_never_opens_the_store(stage: Stage) -> None:
    stage.window.grid.requests.create_requested.emit(Column(day(2)), 600, 630)
    dialog = Dialog(stage)
    for _ in range(20):  # open times are asked a week at a time
        stage.settle()
    fields = [dialog.line(name) for name in ("name", "email", "phone", "title", "location")]
    with statements() as asked:
        for field in fields:
            QTest.keyClicks(field, "Dora")
            stage.settle()
    assert asked == []
    assert [field.text() for field in fields] == ["Dora"] * len(fields)
