"""A double click or Enter opens what is there: an appointment, a hatched event, a free time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.entries.card import EntryCard
from tests.salon import Salon, at
from tests.ui.window.stage import Stage


@pytest.fixture
def scene(salon: Salon) -> None:
    """Cleo is booked on Tuesday at ten with Ana, who has numbers from two to four; Ben is free."""
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Quarterly numbers", at(1, 14), at(1, 16))
    salon.mirror(linked["Family"], "Trip", at(2, 0), at(4, 0))
    salon.mirror(linked["Family"], "Maybe lunch", at(1, 12), at(1, 13), "TRANSP:TRANSPARENT")
    salon.book(
        salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ben, salon.ana),
        at(1, 10),
        staff=(salon.ana.id,),
    )


def dialog(stage: Stage) -> BookingDialog:
    stage.settle()
    found = stage.window.findChild(BookingDialog)
    assert found is not None
    return found


def model_of(shown: BookingDialog) -> BookingModel:
    found = shown.findChild(BookingModel)
    assert found is not None
    return found


def text(owner: QWidget, name: str) -> str:
    found = owner.findChild(QLabel, name)
    assert found is not None
    return found.text()


def card(stage: Stage) -> EntryCard:
    found = stage.window.findChild(EntryCard)
    assert found is not None
    return found


def press(stage: Stage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(stage.window.grid.canvas, key)


def test_a_double_click_opens_an_appointment_and_not_only_its_card(stage: Stage) -> None:
    stage.click(1, 600)
    assert card(stage).isVisible()
    stage.double_click(1, 600)
    assert stage.child(stage.window, "edit_title").isVisible()
    assert not card(stage).isVisible()


def test_a_hatched_event_says_who_is_busy_and_books_the_next_open_time(stage: Stage) -> None:
    stage.double_click(1, 14 * 60 + 30)
    shown = dialog(stage)
    assert "Ana is busy in iCloud" in text(shown, "booking_reasons")
    assert "Quarterly numbers" in text(shown, "booking_reasons")
    stage.press(shown, "booking_next_open")
    assert text(shown, "booking_headline") == "This time is open"
    assert (model_of(shown).draft.minute, model_of(shown).draft.staff) == (960, stage.salon.ana.id)


def test_an_event_of_many_days_is_asked_about_where_work_begins(stage: Stage) -> None:
    stage.window.grid.requests.open_requested.emit(stage.window.grid.lane.placed[0].banner.id)
    shown = dialog(stage)
    assert model_of(shown).draft.minute == 9 * 60
    assert "Trip" in text(shown, "booking_reasons")


def test_an_event_that_takes_no_time_shows_its_card(stage: Stage) -> None:
    stage.double_click(1, 12 * 60 + 30)
    assert stage.window.findChild(BookingDialog) is None
    assert card(stage).isVisible()


def test_a_closed_time_says_why_and_where_the_next_open_one_is(stage: Stage) -> None:
    stage.double_click(5, 600)
    shown = dialog(stage)
    assert text(shown, "booking_headline") == "This time is not open"
    assert "hours" in text(shown, "booking_reasons")
    stage.press(shown, "booking_next_open")
    assert text(shown, "booking_headline") == "This time is open"


def test_enter_on_a_cell_over_an_entry_opens_it_and_elsewhere_books(stage: Stage) -> None:
    stage.click(1, 570)
    press(stage, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert stage.child(stage.window, "edit_title").isVisible()
    stage.click(1, 480)
    press(stage, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert model_of(dialog(stage)).draft.minute == 510


def test_the_cell_says_whether_it_is_free_closed_or_taken(stage: Stage) -> None:
    grid, speech = stage.window.grid, stage.window.grid.canvas.speech
    calendar = next(iter(stage.desk.context.directory.calendars))
    stage.desk.week.show_only(calendar)
    said = []
    for offset, minute in ((1, 540), (1, 600), (1, 720), (5, 600)):
        stage.click(offset, minute)
        grid.canvas.put_cursor(grid.canvas.cursor_cell.__class__(offset, minute))
        said.append(speech.cell_text())
    free, taken, beside, closed = said
    assert free == "Tuesday 24 November, 09:00 – 09:30, free"
    assert "taken: Cleo Park, Tuesday" in taken
    assert "free; beside it Maybe lunch" in beside
    assert "closed: " in closed
    assert "hours" in closed
