"""An appointment's contact, calendar and member are changed from its card."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, QRegularExpression, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QTimeEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import edit
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.people import contacts
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage, opened


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    salon.calendar("Consultation", CalendarKind.ROUND_ROBIN, salon.ben)
    salon.calendar("Together", CalendarKind.COLLECTIVE, salon.ana, salon.ben)
    salon.book(visit, at(1, 10), staff=(salon.ana.id,))


def editing(stage: Stage) -> QWidget:
    stage.window.grid.requests.open_requested.emit(stage.desk.week.block_of("a1"))
    return stage.child(stage.window, "edit_dialog")


def choose(stage: Stage, dialog: QWidget, name: str, text: str) -> None:
    box = stage.child(dialog, name)
    assert isinstance(box, QComboBox)
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def write(stage: Stage, dialog: QWidget, name: str, text: str) -> None:
    line = stage.child(dialog, name)
    assert isinstance(line, QLineEdit)
    line.setText(text)
    line.textEdited.emit(text)


def said(stage: Stage, owner: QWidget, name: str) -> str:
    label = stage.child(owner, name)
    assert isinstance(label, QLabel)
    return label.text()


def only(stage: Stage) -> AgendaEntry:
    (entry,) = [entry for entry in stage.salon.agenda() if entry.id == "a1"]
    return entry


def test_another_member_and_contact_and_back(stage: Stage) -> None:
    dialog = editing(stage)
    choose(stage, dialog, "edit_staff", "Ben")
    write(stage, dialog, "edit_contact", "Dora Lee")
    stage.press(dialog, "edit_save")
    stage.settle()
    assert only(stage).staff == (stage.salon.ben.id,)
    assert only(stage).title == "Dora Lee"
    assert said(stage, stage.window, "toast_text") == "Changed: Dora Lee – with Ben"
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert only(stage).staff == (stage.salon.ana.id,)
    assert only(stage).title == "Cleo Park"


def test_the_rules_answer_in_the_dialog_and_saving_again_insists(
    stage: Stage, visit: Calendar
) -> None:
    stage.salon.book(visit, at(1, 10), staff=(stage.salon.ben.id,))
    stage.settle()
    dialog = editing(stage)
    choose(stage, dialog, "edit_staff", "Ben")
    stage.press(dialog, "edit_save")
    assert dialog.isVisible()
    assert "Cleo Park" in said(stage, dialog, "edit_problem")
    save = stage.child(dialog, "edit_save")
    assert save.property("text") == "Save anyway"
    stage.press(dialog, "edit_save")
    stage.settle()
    assert only(stage).staff == (stage.salon.ben.id,)
    assert only(stage).overridden


def test_another_calendar_chooses_its_member(stage: Stage) -> None:
    dialog = editing(stage)
    choose(stage, dialog, "edit_calendar", "Consultation")
    staff = stage.child(dialog, "edit_staff")
    assert isinstance(staff, QComboBox)
    assert staff.currentText() == "Whoever is next"
    choose(stage, dialog, "edit_calendar", "Together")
    assert staff.isHidden()
    choose(stage, dialog, "edit_calendar", "Consultation")
    stage.press(dialog, "edit_save")
    stage.settle()
    assert only(stage).staff == (stage.salon.ben.id,)
    assert only(stage).calendar == 2


def test_what_changed_meanwhile_is_not_undone(stage: Stage) -> None:
    dialog = editing(stage)
    write(stage, dialog, "edit_location", "Room 2")
    stage.press(dialog, "edit_save")
    stage.settle()
    with stage.salon.database.write() as tx:
        edit(tx, 1, notes="Bring the papers", now=stage.salon.now)
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert only(stage).location == "Room 2"


def test_a_seat_could_be_given_to_somebody_else_on_the_command_line_only(
    salon: Salon, qtbot: QtBot
) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben, seats=3)
    salon.book(yoga, at(1, 10))
    salon.book(yoga, at(1, 10), Contact(0, "Dana Fischer"))
    with opened(salon, qtbot) as stage:
        stage.click(1, 10 * 60 + 5)
        button = stage.child(stage.window, "card_change_a2")
        assert button.accessibleName() == "Give the seat of Dana Fischer to somebody else"
        assert isinstance(button, QToolButton)
        button.click()
        dialog = stage.child(stage.window, "edit_dialog")
        fields = dialog.findChildren(QWidget, QRegularExpression("^edit_[a-z]+$"))
        assert [field.objectName() for field in fields if field.isVisible()] == [
            "edit_contact", "edit_save",
        ]  # fmt: skip
        write(stage, dialog, "edit_contact", "Omar Aziz")
        stage.press(dialog, "edit_save")
        stage.settle()
        assert names_of_seats(salon) == ["Cleo Park", "Omar Aziz"]
        assert said(stage, stage.window, "toast_text") == "Changed: Omar Aziz – with Ben"
        stage.press(stage.window, "toast_button")
        stage.settle()
        assert names_of_seats(salon) == ["Cleo Park", "Dana Fischer"]


def names_of_seats(salon: Salon) -> list[str]:
    with salon.database.read() as reader:
        known = contacts(reader)
    return [known[entry.contacts[0]].name for entry in salon.agenda()]


def test_a_long_address_on_a_card_pushed_its_buttons_out(salon: Salon, qtbot: QtBot) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben, seats=3)
    address = "anastasia.konstantinopoulou@gesundheitszentrum-am-markt.example.org"
    salon.book(yoga, at(1, 10), Contact(0, "Anastasia", address))
    with opened(salon, qtbot) as stage:
        stage.click(1, 10 * 60 + 5)
        card = stage.child(stage.window, "entry_card")
        for name in ("card_change_a1", "card_seat_a1"):
            button = stage.child(card, name)
            corner = button.mapTo(card, button.rect().bottomRight())
            assert card.rect().contains(corner), name
        (line,) = [label for label in card.findChildren(QLabel) if label.toolTip() == address]
        assert line.text().startswith("anastasia")
        assert line.text().endswith("…")


# --- its time -------------------------------------------------------------------------------------


def set_time(stage: Stage, dialog: QWidget, name: str, hour: int, minute: int = 0) -> None:
    field = stage.child(dialog, name)
    assert isinstance(field, QTimeEdit)
    field.setTime(QTime(hour, minute))


def set_day(stage: Stage, dialog: QWidget, to: date) -> None:
    field = stage.child(dialog, "edit_day")
    assert isinstance(field, QDateEdit)
    field.setDate(QDate(to.year, to.month, to.day))


def shown_time(stage: Stage, dialog: QWidget, name: str) -> str:
    field = stage.child(dialog, name)
    assert isinstance(field, QTimeEdit)
    return field.text()


def test_the_dialog_had_no_fields_for_the_time(stage: Stage) -> None:
    dialog = editing(stage)
    set_day(stage, dialog, day(2))
    set_time(stage, dialog, "edit_start", 14)
    assert shown_time(stage, dialog, "edit_end") == "14:30"
    stage.press(dialog, "edit_save")
    stage.settle()
    assert only(stage).span == TimeSpan(at(2, 14), at(2, 14, 30))
    assert only(stage).staff == (stage.salon.ana.id,)
    assert said(stage, stage.window, "toast_text") == "Moved: Cleo Park – with Ana"
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert only(stage).span.start == at(1, 10)


def test_time_member_and_words_are_one_step(stage: Stage) -> None:
    dialog = editing(stage)
    set_time(stage, dialog, "edit_start", 11)
    set_time(stage, dialog, "edit_end", 12)
    choose(stage, dialog, "edit_staff", "Ben")
    write(stage, dialog, "edit_location", "Room 2")
    stage.press(dialog, "edit_save")
    stage.settle()
    entry = only(stage)
    assert (entry.span, entry.staff, entry.location) == (
        TimeSpan(at(1, 11), at(1, 12)), (stage.salon.ben.id,), "Room 2",
    )  # fmt: skip
    stage.press(stage.window, "toast_button")
    stage.settle()
    entry = only(stage)
    assert (entry.span.start, entry.staff, entry.location) == (
        at(1, 10), (stage.salon.ana.id,), "",
    )  # fmt: skip


def test_a_time_that_is_not_open_is_answered_before_it_is_saved(
    stage: Stage, visit: Calendar
) -> None:
    stage.salon.book(visit, at(1, 14), staff=(stage.salon.ana.id,))
    stage.settle()
    dialog = editing(stage)
    set_time(stage, dialog, "edit_start", 14)
    stage.press(dialog, "edit_save")
    assert dialog.isVisible()
    assert "14:00" in said(stage, dialog, "edit_problem")
    assert only(stage).span.start == at(1, 10)
    stage.press(dialog, "edit_save")
    stage.settle()
    assert (only(stage).span.start, only(stage).overridden) == (at(1, 14), True)
    assert only(stage).staff == (stage.salon.ana.id,)


def test_a_member_who_is_free_then_takes_it_where_the_present_one_cannot(
    stage: Stage, visit: Calendar
) -> None:
    stage.salon.book(visit, at(1, 14), staff=(stage.salon.ana.id,))
    stage.settle()
    dialog = editing(stage)
    set_time(stage, dialog, "edit_start", 14)
    choose(stage, dialog, "edit_staff", "Ben")
    stage.press(dialog, "edit_save")
    stage.settle()
    assert not only(stage).overridden
    assert (only(stage).span.start, only(stage).staff) == (at(1, 14), (stage.salon.ben.id,))


def test_only_another_end_says_until_when(stage: Stage) -> None:
    dialog = editing(stage)
    set_time(stage, dialog, "edit_end", 11, 30)
    stage.press(dialog, "edit_save")
    stage.settle()
    assert only(stage).span == TimeSpan(at(1, 10), at(1, 11, 30))
    assert said(stage, stage.window, "toast_text") == "Until 11:30: Cleo Park – with Ana"


def test_an_end_before_the_start_is_on_the_day_after(stage: Stage) -> None:
    dialog = editing(stage)
    assert said(stage, dialog, "edit_end_note") == ""
    set_time(stage, dialog, "edit_start", 23)
    set_time(stage, dialog, "edit_end", 0, 30)
    assert said(stage, dialog, "edit_end_note") == "until Wednesday 25 November"
    stage.press(dialog, "edit_save")
    stage.press(dialog, "edit_save")
    stage.settle()
    assert only(stage).span == TimeSpan(at(1, 23), at(2, 0, 30))


def test_all_seats_of_a_session_get_its_new_time(salon: Salon, qtbot: QtBot) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben, seats=3)
    salon.book(yoga, at(1, 10))
    salon.book(yoga, at(1, 10), Contact(0, "Dana Fischer"))
    with opened(salon, qtbot) as stage:
        dialog = editing(stage)
        assert dialog.findChild(QWidget, "edit_end") is None
        set_time(stage, dialog, "edit_start", 14)
        write(stage, dialog, "edit_location", "Hall")
        stage.press(dialog, "edit_save")
        stage.settle()
        seats = salon.agenda()
        assert [(seat.span.start, seat.location) for seat in seats] == [(at(1, 14), "Hall")] * 2
        assert len({seat.session for seat in seats}) == 1
        stage.press(stage.window, "toast_button")
        stage.settle()
        assert [(seat.span.start, seat.location) for seat in salon.agenda()] == [
            (at(1, 10), "")
        ] * 2
