"""Putting somebody on the waiting list: from a full time, a full class, and by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import Calendar, CalendarKind, ServiceOption
from lcdesk.model.store.people import contacts
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.contacts.card import ContactDialog
from lcdesk.ui.entries.card_model import CardAction
from lcdesk.ui.waiting.editor import WaitingEditorDialog
from lcdesk.ui.widgets.date_field import DateField, TimeField
from tests.salon import MONDAY, Salon, at, day
from tests.ui.waiting.hands import listed, put
from tests.ui.window.stage import Stage


@pytest.fixture
def yoga(salon: Salon) -> Calendar:
    """A class whose only seat on Tuesday at two is taken."""
    made = salon.calendar(
        "Yoga", CalendarKind.CLASS, salon.ben, seats=1, interval=timedelta(hours=1)
    )
    salon.book(made, at(1, 14))
    return made


def editor_of(stage: Stage) -> WaitingEditorDialog:
    found = stage.window.findChild(WaitingEditorDialog)
    assert found is not None
    return found


def typed(stage: Stage, dialog: WaitingEditorDialog, name: str, text: str) -> None:
    field = stage.child(dialog, name)
    assert isinstance(field, QLineEdit)
    field.clear()
    QTest.keyClicks(field, text)


def add_by_hand(stage: Stage, qtbot: QtBot) -> WaitingEditorDialog:
    stage.window.actions_table["waiting"].trigger()
    stage.press(stage.window, "waiting_list_add")
    return editor_of(stage)


def test_a_full_class_offers_the_list_in_the_booking_dialog(
    salon: Salon, yoga: Calendar, stage: Stage
) -> None:
    stage.double_click(2, 10 * 60)
    booking = stage.window.findChild(BookingDialog)
    assert booking is not None
    calendar = stage.child(booking, "booking_calendar")
    assert isinstance(calendar, QComboBox)
    calendar.setCurrentIndex(calendar.findData(yoga.id))
    calendar.activated.emit(calendar.currentIndex())
    date_field, time_field = (stage.child(booking, f"booking_{name}") for name in ("date", "time"))
    assert isinstance(date_field, DateField)
    assert isinstance(time_field, TimeField)
    date_field.show_day(day(1))
    time_field.show_minute(14 * 60)
    name = stage.child(booking, "booking_name")
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "Anna Berg")
    stage.press(booking, "booking_wait")
    stage.settle()
    assert stage.window.findChild(BookingDialog) is None
    editor_of(stage).accept()
    (made,) = listed(salon)
    assert (made.calendar, made.first, made.last) == (yoga.id, day(1), day(1))
    assert (made.after, made.before) == (14 * 60, 15 * 60)
    with salon.database.read() as reader:
        assert contacts(reader, [made.contact])[made.contact].name == "Anna Berg"


def test_an_open_time_offers_no_list(visit: Calendar, stage: Stage) -> None:
    stage.double_click(1, 10 * 60)
    booking = stage.window.findChild(BookingDialog)
    assert booking is not None
    assert not stage.child(booking, "booking_wait").isVisible()
    booking.reject()


def test_the_card_of_a_full_session_puts_somebody_on_the_list(
    salon: Salon, yoga: Calendar, stage: Stage
) -> None:
    block = stage.block("Yoga 1 of 1")
    card = stage.desk.card(block.id)
    assert card is not None
    assert CardAction.WAIT in card.actions
    assert CardAction.ADD_SEAT not in card.actions
    stage.click(1, 14 * 60 + 10)
    stage.press(stage.window, f"card_{CardAction.WAIT.name.lower()}")
    editor = editor_of(stage)
    typed(stage, editor, "waiting_name", "Dana")
    editor.accept()
    (made,) = listed(salon)
    assert (made.calendar, made.first, made.after, made.before) == (yoga.id, day(1), 840, 900)


def test_days_weekdays_member_and_time_are_kept(
    salon: Salon, visit: Calendar, stage: Stage, qtbot: QtBot
) -> None:
    editor = add_by_hand(stage, qtbot)
    typed(stage, editor, "waiting_name", "Dana")
    typed(stage, editor, "waiting_email", "dana@x.example")
    staff = stage.child(editor, "waiting_staff")
    assert isinstance(staff, QComboBox)
    staff.setCurrentIndex(staff.findData(salon.ben.id))
    any_time = stage.child(editor, "waiting_any_time")
    assert isinstance(any_time, QCheckBox)
    any_time.click()
    for number in (0, 2):
        QTest.keyClick(stage.child(editor, f"waiting_weekday_{number}"), Qt.Key.Key_Space)
    editor.accept()
    (made,) = listed(salon)
    assert (made.first, made.last) == (MONDAY, day(13))
    assert (made.staff, made.weekdays) == (salon.ben.id, (0, 2))
    assert (made.after, made.before) == (9 * 60, 18 * 60)
    assert made.since == salon.now


def test_another_calendar_has_other_options(
    salon: Salon, visit: Calendar, stage: Stage, qtbot: QtBot
) -> None:
    long = ServiceOption("Long", timedelta(hours=2))
    cut = salon.calendar("Cut", CalendarKind.SERVICE, salon.ana, variations=(long,))
    stage.settle()
    editor = add_by_hand(stage, qtbot)
    assert stage.child(editor, "waiting_staff").isVisible()
    calendar = stage.child(editor, "waiting_calendar")
    assert isinstance(calendar, QComboBox)
    calendar.setCurrentIndex(calendar.findData(cut.id))
    calendar.activated.emit(calendar.currentIndex())
    assert not stage.child(editor, "waiting_staff").isVisible()
    service = stage.child(editor, "booking_variation")
    assert isinstance(service, QComboBox)
    service.setCurrentIndex(service.findData("Long"))
    typed(stage, editor, "waiting_name", "Dana")
    editor.accept()
    assert [(made.calendar, made.variation) for made in listed(salon)] == [(cut.id, "Long")]


def test_what_is_refused_is_said_and_the_dialog_stays(
    salon: Salon, visit: Calendar, stage: Stage, qtbot: QtBot
) -> None:
    editor = add_by_hand(stage, qtbot)
    editor.accept()
    problem = stage.child(editor, "waiting_problem")
    assert isinstance(problem, QLabel)
    assert problem.text() == "Who is it for? Enter a name."
    typed(stage, editor, "waiting_name", "Dana")
    put(salon, visit, last=day(13))
    editor.accept()
    assert problem.text() == "Dana waits for this already."
    assert len(listed(salon)) == 1
    editor.reject()


def test_a_contact_s_card_says_what_they_wait_for(
    salon: Salon, visit: Calendar, stage: Stage
) -> None:
    made = put(salon, visit, after=14 * 60)
    stage.window.open_contact(made.contact)
    card = stage.window.findChild(ContactDialog)
    assert card is not None
    said = stage.child(card, "contact_card_waits")
    assert isinstance(said, QLabel)
    assert said.text() == (
        "On the waiting list for First visit: 23 – 29 November 2026 · from 14:00"
    )
