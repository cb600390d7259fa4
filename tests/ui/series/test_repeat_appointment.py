"""An appointment that stands is made to repeat in the real window, by card, menu and keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every, Repeats
from lcdesk.model.domain.events import Appointment
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.series import all_series
from lcdesk.ui.entries.card_model import CardAction
from lcdesk.ui.series.repeat_box import RepeatDialog
from lcdesk.ui.window.card_controller import GridMenu
from tests.salon import Salon, at
from tests.ui.series.hands import Repeating
from tests.ui.window.stage import Stage


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.visit()


@pytest.fixture
def booked(salon: Salon, visit: Calendar) -> Appointment:
    """Cleo Park on Tuesday at ten."""
    return salon.book(visit, at(1, 10))


@pytest.fixture
def scene(booked: Appointment) -> None:
    """It is there already."""


def starts(stage: Stage) -> list[str]:
    with stage.salon.database.read() as reader:
        found = sorted(all_appointments(reader), key=lambda appointment: appointment.span.start)
    return [
        f"{appointment.span.start + timedelta(hours=1):%a %d %b %H:%M}" for appointment in found
    ]


def asked(stage: Stage) -> Repeating:
    """The dialog, opened from the card."""
    stage.click(1, 605)
    stage.press(stage.window, "card_repeat")
    return Repeating(stage)


def actions(stage: Stage, title: str = "Cleo Park") -> tuple[CardAction, ...]:
    (block,) = [block for block in stage.blocks() if block.title.startswith(title)]
    card = stage.desk.card(block.id)
    assert card is not None
    return card.actions


def test_an_appointment_repeats_from_its_card_and_is_taken_back(
    stage: Stage, booked: Appointment
) -> None:
    dialog = asked(stage)
    assert dialog.label("name").text() == "Cleo Park"
    assert dialog.label("when").text() == "Tuesday 24 November, 10:00 – 10:30"
    dialog.weekly(3)
    assert dialog.text("repeat_title") == "Every week on Tuesday, 3 times"
    assert dialog.dates() == ["Tuesday 1 December, 10:00", "Tuesday 8 December, 10:00"]
    assert dialog.button.text() == "Book 2 appointments"
    assert starts(stage) == ["Tue 24 Nov 10:00"], "nothing is booked before it is saved"
    dialog.go()
    assert starts(stage) == ["Tue 24 Nov 10:00", "Tue 01 Dec 10:00", "Tue 08 Dec 10:00"]
    assert stage.block("Cleo Park").repeats
    assert CardAction.REPEAT not in actions(stage)
    assert stage.child(stage.window.toast, "toast_text").property("text") == (
        "Booked 2 appointments: Cleo Park"
    )
    stage.press(stage.window.toast, "toast_button")
    stage.settle()
    assert starts(stage) == ["Tue 24 Nov 10:00"]
    assert not stage.block("Cleo Park").repeats
    with stage.salon.database.read() as reader:
        assert [appointment.id for appointment in all_appointments(reader)] == [booked.id]
        assert all_series(reader) == ()


def test_it_is_in_the_menu_too(stage: Stage) -> None:
    stage.click(1, 605)
    canvas, key = stage.window.grid.canvas, QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(canvas, QContextMenuEvent(key, QPoint(), QPoint()))
    menu = stage.window.findChild(GridMenu)
    assert menu is not None
    (entry,) = [action for action in menu.actions() if action.text() == "Repeat…"]
    menu.setActiveAction(entry)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    dialog = Repeating(stage)
    dialog.weekly(2)
    dialog.go()
    assert len(starts(stage)) == 2


def test_the_keyboard_alone_is_enough(stage: Stage) -> None:
    canvas = stage.window.grid.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    edit, repeat = stage.child(stage.window, "card_edit"), stage.child(stage.window, "card_repeat")
    assert edit.nextInFocusChain() is repeat
    assert repeat.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(repeat, Qt.Key.Key_Space)
    dialog = Repeating(stage)
    every = dialog.widget.findChild(QComboBox, "booking_every")
    assert every is not None
    assert dialog.widget.focusWidget() is every
    QTest.keyClick(every, Qt.Key.Key_Down)  # from weekly to monthly
    dialog.settle()
    assert dialog.text("repeat_title") == "Every month on day 24"
    QTest.keyClick(dialog.widget, Qt.Key.Key_Return)
    stage.settle()
    assert starts(stage)[:2] == ["Tue 24 Nov 10:00", "Thu 24 Dec 10:00"]


def test_going_back_changes_nothing(stage: Stage) -> None:
    dialog = asked(stage)
    QTest.keyClick(dialog.widget, Qt.Key.Key_Escape)
    stage.settle()
    assert stage.window.findChild(RepeatDialog) is None
    assert starts(stage) == ["Tue 24 Nov 10:00"]


def test_every_later_date_is_shown_with_its_reasons_before_it_is_saved(
    stage: Stage, visit: Calendar
) -> None:
    stage.salon.book(visit, at(8, 10))
    dialog = asked(stage)
    dialog.weekly(3)
    assert "left out: Ana has an appointment: Cleo Park’s 10:00" in dialog.dates()[0]
    assert dialog.text("dates_summary") == "1 of 2 dates will be booked"
    dialog.choose("when_taken", "Book taken dates anyway")
    assert "booked anyway" in dialog.dates()[0]
    dialog.choose("when_taken", "Leave taken dates out")
    dialog.go()
    assert stage.child(stage.window.toast, "toast_text").property("text") == (
        "Booked 1 appointment, 1 date left out: Cleo Park"
    )
    assert starts(stage).count("Tue 01 Dec 10:00") == 1


def test_a_date_that_is_taken_meanwhile_is_seen_before_it_is_saved(
    stage: Stage, visit: Calendar
) -> None:
    dialog = asked(stage)
    dialog.weekly(2)
    assert dialog.button.isEnabled()
    stage.salon.book(visit, at(8, 10))
    stage.settle()
    dialog.settle()
    assert "left out" in dialog.dates()[0]
    assert not dialog.button.isEnabled()


def test_an_appointment_that_is_moved_meanwhile_repeats_at_its_new_time(
    stage: Stage, booked: Appointment
) -> None:
    dialog = asked(stage)
    dialog.weekly(2)
    with stage.salon.database.write() as tx:
        move(tx, booked.id, start=at(2, 14), now=stage.salon.now)
    stage.settle()
    dialog.settle()
    assert dialog.label("when").text() == "Wednesday 25 November, 14:00 – 14:30"
    assert dialog.text("repeat_title") == "Every week on Wednesday, 2 times"
    weekdays = [stage.child(dialog.widget, f"booking_weekday_{at}") for at in range(7)]
    assert [widget.property("checked") for widget in weekdays] == [False, False, True, *[False] * 4]
    assert dialog.dates() == ["Wednesday 2 December, 14:00"]
    dialog.go()
    assert starts(stage) == ["Wed 25 Nov 14:00", "Wed 02 Dec 14:00"]


def test_an_appointment_that_is_cancelled_meanwhile_repeats_no_more(
    stage: Stage, booked: Appointment
) -> None:
    dialog = asked(stage)
    with stage.salon.database.write() as tx:
        cancel(tx, booked.id, now=stage.salon.now)
    stage.settle()
    dialog.settle()
    assert "is cancelled and cannot repeat" in dialog.label("problem").text()
    assert not dialog.button.isEnabled()
    QTest.keyClick(dialog.widget, Qt.Key.Key_Return)
    assert len(starts(stage)) == 1


def test_a_rule_that_ends_with_the_first_date_says_so(stage: Stage) -> None:
    dialog = asked(stage)
    dialog.weekly(1)
    assert "ends with its first date" in dialog.text("dates_summary")
    assert not dialog.button.isEnabled()


def test_dates_beyond_the_booking_window_are_said_to_come_later(
    stage: Stage, visit: Calendar
) -> None:
    with stage.salon.database.write() as tx:
        save_calendar(tx, replace(visit, window=timedelta(days=3)), stage.salon.now)
    stage.settle()
    dialog = asked(stage)
    assert dialog.text("dates_summary") == "The dates are booked as time passes."
    assert dialog.button.text() == "Repeat"
    dialog.go()
    with stage.salon.database.read() as reader:
        assert len(all_series(reader)) == 1
    assert starts(stage) == ["Tue 24 Nov 10:00"]


def test_a_calendar_with_a_recurrence_of_its_own_offers_a_series_by_hand(
    stage: Stage, visit: Calendar
) -> None:
    with stage.salon.database.write() as tx:
        save_calendar(tx, replace(visit, repeats=Repeats(Every.WEEK, 4)), stage.salon.now)
    stage.settle()
    dialog = asked(stage)
    taken = dialog.widget.findChild(QComboBox, "booking_when_taken")
    assert taken is not None
    assert [taken.itemText(at) for at in range(taken.count())] == [
        "Leave taken dates out", "Book taken dates anyway",
    ]  # fmt: skip
    dialog.weekly(3)
    assert len(dialog.dates()) == 2


def test_it_is_offered_only_where_it_is_possible(stage: Stage) -> None:
    salon = stage.salon
    assert CardAction.REPEAT in actions(stage)
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben)
    salon.book(yoga, at(3, 10))
    stage.settle()
    assert CardAction.REPEAT not in actions(stage, "Yoga")
    salon.now = at(1, 10, 15)
    assert CardAction.REPEAT not in actions(stage)


def test_the_dialog_stays_within_600_pixels(stage: Stage) -> None:
    dialog = asked(stage)
    dialog.press("weekday_4")
    assert dialog.widget.sizeHint().height() < 600
    save = dialog.widget.findChild(QPushButton, "repeat_save")
    assert save is not None
    assert dialog.widget.rect().contains(save.geometry().center())
