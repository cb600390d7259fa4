"""A sweep books in place: the real window, the real rules."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTimeEdit, QWidget

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.booking.quick import QuickBooking
from tests.salon import Salon, at, day
from tests.statements import statements
from tests.ui.window.hands import sweep
from tests.ui.window.stage import Stage

Key = Qt.Key
AnyWidget = TypeVar("AnyWidget", bound=QWidget)


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    salon.calendar("Parking", CalendarKind.SIMPLE)
    salon.book(visit, at(2, 10), staff=(salon.ana.id,))
    salon.book(visit, at(2, 10), staff=(salon.ben.id,))


class Quick:
    """The small form, read and filled as a person does."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    @property
    def widget(self) -> QuickBooking | None:
        shown = [one for one in self.stage.window.findChildren(QuickBooking) if one.isVisible()]
        return shown[0] if shown else None

    def find(self, kind: type[AnyWidget], name: str) -> AnyWidget:
        shown = self.widget
        assert shown is not None
        found = shown.findChild(kind, f"quick_{name}")
        assert isinstance(found, kind)
        return found

    @property
    def name(self) -> QLineEdit:
        return self.find(QLineEdit, "name")

    def text(self, name: str) -> str:
        assert self.widget is not None
        return str(self.stage.child(self.widget, f"quick_{name}").property("text"))

    def time(self, name: str) -> QTimeEdit:
        return self.find(QTimeEdit, name)

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)
        self.stage.settle()


@pytest.fixture
def quick(stage: Stage) -> Quick:
    sweep(stage, 1, 600, 690)
    return Quick(stage)


def test_a_sweep_opens_beside_what_was_swept_with_the_name_to_be_typed(
    stage: Stage, quick: Quick
) -> None:
    assert quick.widget is not None
    assert stage.window.findChild(BookingDialog) is None
    assert stage.window.focusWidget() is quick.name
    marked = stage.window.grid.canvas.overlay.marked_rect
    corner = stage.window.grid.canvas.mapTo(stage.window.body, marked.topRight())
    assert corner.x() < quick.widget.x() < corner.x() + 30
    assert stage.window.body.rect().contains(quick.widget.geometry())
    assert quick.time("start").time() == QTime(10, 0)
    assert quick.time("end").time() == QTime(11, 30)
    assert quick.text("headline") == "This time is open"


def test_a_letter_of_the_name_never_opens_the_store(stage: Stage, quick: Quick) -> None:
    for _ in range(20):  # open times are asked a week at a time
        stage.settle()
    with statements() as asked:
        QTest.keyClicks(quick.name, "Dora")
        stage.settle()
    assert asked == []


def test_typing_a_name_and_enter_books_it(stage: Stage, quick: Quick) -> None:
    QTest.keyClicks(quick.name, "Dora Lee")
    QTest.keyClick(quick.name, Key.Key_Return)
    stage.settle()
    assert quick.widget is None
    made = stage.block("Dora Lee")
    assert (made.day, made.start, made.end) == (day(1), 600, 690)
    assert stage.window.grid.selection == made.id
    assert stage.child(stage.window, "toast_text").property("text") == "Booked: Dora Lee"
    assert stage.window.grid.canvas.overlay.marked_rect.isEmpty()


def test_a_name_is_asked_for(stage: Stage, quick: Quick) -> None:
    quick.press("book")
    assert quick.text("problem") == "Who is it for? Enter a name."
    assert len(stage.salon.agenda()) == 2


def test_a_time_that_is_not_open_says_why_and_takes_a_click(stage: Stage) -> None:
    sweep(stage, 2, 19 * 60, 20 * 60)
    quick = Quick(stage)
    found = quick.find(QComboBox, "calendar")
    found.setCurrentIndex(found.findText("First visit"))
    found.activated.emit(found.currentIndex())
    assert quick.text("headline") == "This time is not open"
    assert quick.text("reasons").startswith("Nobody has hours then")
    QTest.keyClicks(quick.name, "Dora Lee")
    QTest.keyClick(quick.name, Key.Key_Return)
    assert quick.widget is not None  # Enter books what is open
    assert quick.text("book") == "Book anyway"
    quick.press("book")
    assert stage.block("Dora Lee").start == 19 * 60


def test_escape_goes_back_to_the_grid_and_books_nothing(stage: Stage, quick: Quick) -> None:
    QTest.keyClicks(quick.name, "Dora Lee")
    QTest.keyClick(quick.name, Key.Key_Escape)
    stage.settle()
    assert quick.widget is None
    assert stage.window.focusWidget() is stage.window.grid.canvas
    assert stage.window.grid.canvas.overlay.marked_rect.isEmpty()
    assert "Dora Lee" not in stage.titles()


def test_more_opens_the_dialog_with_what_was_entered(stage: Stage, quick: Quick) -> None:
    QTest.keyClicks(quick.name, "Dora Lee")
    quick.time("end").setTime(QTime(11, 0))
    quick.press("more")
    assert quick.widget is None
    dialog = stage.window.findChild(BookingDialog)
    assert dialog is not None
    assert stage.child(dialog, "booking_name").property("text") == "Dora Lee"
    assert stage.child(dialog, "booking_until").property("text") == "until 11:00"
    stage.press(dialog, "booking_book")
    stage.settle()
    assert stage.titles().count("Dora Lee") == 1
    assert stage.child(stage.window, "toast_text").property("text") == "Booked: Dora Lee"


def test_the_mark_in_the_grid_follows_another_time(stage: Stage, quick: Quick) -> None:
    overlay = stage.window.grid.canvas.overlay
    before = overlay.marked_rect
    quick.time("start").setTime(QTime(12, 0))
    assert overlay.marked_rect.top() > before.bottom() - before.height() // 4
    quick.time("end").setTime(QTime(14, 0))
    assert overlay.marked_rect.height() > before.height()


def test_a_click_elsewhere_takes_it_away_only_where_nothing_was_typed(
    stage: Stage, quick: Quick
) -> None:
    QTest.keyClicks(quick.name, "Dora Lee")
    stage.click(4, 16 * 60)
    assert quick.widget is not None
    sweep(stage, 3, 14 * 60, 15 * 60)
    assert quick.widget is not None
    assert (quick.name.text(), quick.time("start").time()) == ("Dora Lee", QTime(14, 0))
    quick.name.clear()
    stage.click(4, 16 * 60)
    assert quick.widget is None


def test_it_goes_with_its_week(stage: Stage, quick: Quick) -> None:
    stage.desk.week.step(1)
    stage.settle()
    assert quick.widget is None


def test_a_time_taken_meanwhile_is_said_and_nothing_is_booked(
    stage: Stage, quick: Quick, visit: Calendar
) -> None:
    QTest.keyClicks(quick.name, "Dora Lee")
    for member in (stage.salon.ana, stage.salon.ben):
        stage.salon.book(visit, at(1, 10), staff=(member.id,))
    stage.settle()
    assert quick.text("headline") == "This time is not open"


def test_it_stays_in_the_window_at_its_lower_edge(stage: Stage) -> None:
    stage.window.grid.scroll_to(0)
    stage.settle()
    seen = stage.window.grid.canvas.visibleRegion().boundingRect()
    geometry = stage.window.grid.canvas.scene.geometry
    last = round(geometry.minute_at(seen.bottom() - 45)) // 15 * 15
    sweep(stage, 5, last - 30, last)
    quick = Quick(stage)
    assert quick.widget is not None
    assert stage.window.body.rect().contains(quick.widget.geometry())
    assert quick.widget.mapTo(stage.window.body, QPoint(0, 0)).y() > 0
