"""Answers on the card and in the changes of an appointment."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.intake import FieldKind, IntakeField
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.intake import answers_of
from lcdesk.ui.look.metrics import screen_room
from tests.salon import Salon, at
from tests.ui.window.stage import Stage
from tests.undoing import undo

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
    salon.book(visit, at(1, 10), answers={1: "nuts", 2: "Long", 3: "yes"})


def given(stage: Stage, number: int) -> dict[str, str]:
    with stage.salon.database.read() as reader:
        (found,) = answers_of(reader, [number]).values()
    return {answer.name: answer.value for answer in found}


def card_texts(stage: Stage, title: str) -> list[str]:
    stage.window.grid.requests.details_requested.emit(stage.block(title).id)
    stage.settle()
    card = stage.child(stage.window, "entry_card")
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def editing(stage: Stage, entry: str = "a1") -> QWidget:
    stage.window.grid.requests.open_requested.emit(stage.desk.week.block_of(entry))
    return stage.child(stage.window, "edit_dialog")


def write(stage: Stage, owner: QWidget, name: str, text: str) -> None:
    line = stage.child(owner, name)
    assert isinstance(line, QLineEdit)
    line.setText(text)
    line.textEdited.emit(text)


def test_the_card_shows_the_answers_also_to_what_is_asked_no_more(
    stage: Stage, visit: Calendar
) -> None:
    assert "Allergies: nuts\nHair: Long\nInsured: Yes" in card_texts(stage, "Cleo Park")
    with stage.salon.database.write() as tx:
        save_calendar(tx, replace(visit, fields=visit.fields[1:]), stage.salon.now)
    stage.settle()
    assert "Hair: Long\nInsured: Yes\nAllergies: nuts" in card_texts(stage, "Cleo Park")


def test_answers_are_changed_from_the_card_and_undone(stage: Stage) -> None:
    dialog = editing(stage)
    write(stage, dialog, "edit_answers_1", "milk")
    box = stage.child(dialog, "edit_answers_2")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Long"
    box.setCurrentText("Not answered")
    box.activated.emit(box.currentIndex())
    stage.press(dialog, "edit_save")
    stage.settle()
    assert given(stage, 1) == {"Allergies": "milk", "Insured": "yes"}
    toast = stage.child(stage.window.toast, "toast_text")
    assert toast.property("text") == "Changed: Cleo Park"
    undo(stage.salon)
    assert given(stage, 1) == {"Allergies": "nuts", "Hair": "Long", "Insured": "yes"}


def test_an_answer_that_is_offered_no_more_is_still_shown_and_kept(
    stage: Stage, visit: Calendar
) -> None:
    hair = replace(visit.fields[1], choices=("Bald",))
    with stage.salon.database.write() as tx:
        save_calendar(tx, replace(visit, fields=(visit.fields[0], hair)), stage.salon.now)
    stage.settle()
    dialog = editing(stage)
    box = stage.child(dialog, "edit_answers_2")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Long"
    write(stage, dialog, "edit_answers_1", "milk")
    stage.press(dialog, "edit_save")
    stage.settle()
    assert given(stage, 1)["Hair"] == "Long"


def test_words_and_answers_are_one_step(stage: Stage) -> None:
    dialog = editing(stage)
    write(stage, dialog, "edit_answers_1", "milk")
    write(stage, dialog, "edit_title", "Cleo, first time")
    stage.press(dialog, "edit_save")
    stage.settle()
    undo(stage.salon)
    assert given(stage, 1)["Allergies"] == "nuts"
    assert [entry.title for entry in stage.salon.agenda()] == ["Cleo Park"]


def test_each_seat_of_a_class_shows_and_changes_its_own(salon: Salon, stage: Stage) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ana, fields=FIELDS[:1])
    asked = yoga.fields[0].id
    salon.book(yoga, at(2, 10), answers={asked: "nuts"})
    salon.book(yoga, at(2, 10), Contact(0, "Dana"), answers={asked: "none"})
    stage.settle()
    (block,) = [block for block in stage.blocks() if block.title.startswith("Yoga")]
    texts = card_texts(stage, block.title)
    assert "Allergies: nuts" in texts
    assert "Allergies: none" in texts
    card = stage.child(stage.window, "entry_card")
    stage.child(card, "card_change_a3").click()  # type: ignore[attr-defined]
    dialog = stage.child(stage.window, "edit_dialog")
    write(stage, dialog, f"edit_answers_{asked}", "milk")
    stage.press(dialog, "edit_save")
    stage.settle()
    assert (given(stage, 2), given(stage, 3)) == ({"Allergies": "nuts"}, {"Allergies": "milk"})


def test_activity_says_which_answer_changed_and_not_what_it_is(stage: Stage) -> None:
    dialog = editing(stage)
    write(stage, dialog, "edit_answers_1", "milk")
    stage.press(dialog, "edit_save")
    stage.settle()
    activity = stage.desk.activity(stage.window)
    row = activity.row(activity.index(0)) or activity.row(activity.index(1))
    assert row is not None
    assert row.detail.startswith("Answer changed: Allergies")
    assert "milk" not in repr(row)


def test_more_fields_than_the_screen_has_room_for_scroll(
    salon: Salon, stage: Stage, visit: Calendar
) -> None:
    many = tuple(IntakeField(0, f"What of {number}?") for number in range(30))
    with salon.database.write() as tx:
        save_calendar(tx, replace(visit, fields=many), salon.now)
    stage.settle()
    dialog = editing(stage)
    assert dialog.minimumSizeHint().height() <= screen_room(dialog).height()
    last = stage.child(dialog, "edit_answers")
    assert last.height() > dialog.height()
