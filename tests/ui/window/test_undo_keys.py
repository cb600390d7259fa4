"""Ctrl+Z, Ctrl+Shift+Z and the Edit menu: what they name, what they do, and where they do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.store.appointments import get_appointment
from lcdesk.model.store.preferences import set_preference
from lcdesk.ui.week.week import Drop
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage, active, opened

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def one(salon: Salon) -> Appointment:
    """Cleo on Tuesday at ten, with Ana."""
    calendar = salon.visit()
    made = salon.book(calendar, at(1, 10))
    return replace(made, created_at=salon.now)


@pytest.fixture
def stage(salon: Salon, qtbot: QtBot, one: Appointment) -> Iterator[Stage]:
    with active(salon, qtbot) as stage:
        yield stage


def action(stage: Stage, name: str) -> QAction:
    return stage.window.actions_table[name]


def press_undo(stage: Stage) -> None:
    _press(stage, CTRL)


def press_redo(stage: Stage) -> None:
    _press(stage, CTRL | SHIFT)


def _press(stage: Stage, keys: Qt.KeyboardModifier) -> None:
    stage.settle()
    QTest.keyClick(stage.window.grid.canvas, Qt.Key.Key_Z, keys)
    stage.settle()


def present(stage: Stage, one: Appointment) -> Appointment | None:
    with stage.salon.database.read() as reader:
        return get_appointment(reader, one.id)


def toast(stage: Stage) -> str:
    return str(stage.child(stage.window, "toast_text").property("text"))


def moved(stage: Stage, one: Appointment) -> None:
    stage.window.grid.requests.move_requested.emit(f"a{one.id}", Drop(day(2), 14 * 60))
    stage.settle()


def test_the_menu_names_what_is_undone_and_what_is_done_again(
    stage: Stage, one: Appointment
) -> None:
    moved(stage, one)
    assert action(stage, "undo").text() == "Undo move of Cleo Park, 14:00"
    assert action(stage, "redo").text() == "Nothing to redo"
    assert not action(stage, "redo").isEnabled()
    press_undo(stage)
    assert present(stage, one) == one
    assert toast(stage) == "Undone: move of Cleo Park, 14:00"
    assert action(stage, "undo").text() == "Undo booking of Cleo Park, 10:00"
    assert action(stage, "redo").text() == "Redo move of Cleo Park, 14:00"
    press_redo(stage)
    now = present(stage, one)
    assert now is not None
    assert now.span.start == at(2, 14)
    assert toast(stage) == "Done again: move of Cleo Park, 14:00"


def test_the_toast_of_an_undo_does_it_again(stage: Stage, one: Appointment) -> None:
    moved(stage, one)
    press_undo(stage)
    assert stage.child(stage.window, "toast_button").property("text") == "Redo"
    stage.press(stage.window, "toast_button")
    now = present(stage, one)
    assert now is not None
    assert now.span.start == at(2, 14)


def test_what_the_toast_took_back_is_not_taken_back_again(stage: Stage, one: Appointment) -> None:
    moved(stage, one)
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert present(stage, one) == one
    assert action(stage, "undo").text() == "Undo booking of Cleo Park, 10:00"


def test_all_is_undone_until_nothing_is_left(stage: Stage, one: Appointment) -> None:
    undo = action(stage, "undo")
    for _ in range(9):
        press_undo(stage)
    assert present(stage, one) is None
    assert (undo.text(), undo.isEnabled()) == ("Nothing to undo", False)


def test_something_new_leaves_nothing_to_do_again(stage: Stage, one: Appointment) -> None:
    moved(stage, one)
    press_undo(stage)
    with stage.salon.database.write() as tx:
        cancel(tx, one.id, now=stage.salon.now)
    stage.settle()
    assert action(stage, "redo").text() == "Nothing to redo"
    press_redo(stage)
    now = present(stage, one)
    assert now is not None
    assert (now.status, now.span) == (Status.CANCELLED, one.span)


def test_a_setting_is_named_and_taken_back(stage: Stage) -> None:
    with stage.salon.database.write() as tx:
        set_preference(tx, "stale_after_minutes", 5)
    stage.settle()
    assert action(stage, "undo").text() == "Undo change of settings"


def test_what_the_sync_changed_since_stays_and_is_said(stage: Stage, one: Appointment) -> None:
    moved(stage, one)
    with stage.salon.database.write(ChangeOrigin.SYNC) as tx:
        move(tx, one.id, start=at(3, 11), now=stage.salon.now)
    press_undo(stage)
    now = present(stage, one)
    assert now is not None
    assert now.span.start == at(3, 11)
    assert "changed again since" in toast(stage)
    assert not stage.child(stage.window, "toast_button").isVisible()


def test_undo_outlives_the_window(salon: Salon, qtbot: QtBot, one: Appointment) -> None:
    with opened(salon, qtbot) as stage:
        moved(stage, one)
    with active(salon, qtbot) as stage:
        assert action(stage, "undo").text() == "Undo move of Cleo Park, 14:00"
        press_undo(stage)
        assert present(stage, one) == one


def test_in_a_text_field_the_keys_are_the_fields_own(stage: Stage, one: Appointment) -> None:
    moved(stage, one)
    field = QLineEdit(stage.window)
    field.show()
    field.setFocus()
    QApplication.processEvents()
    QTest.keyClicks(field, "Dana")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    stage.settle()
    now = present(stage, one)
    assert now is not None
    assert now.span.start == at(2, 14)
    assert field.text() == ""


def test_the_time_is_that_of_the_zone_shown(salon: Salon, qtbot: QtBot, one: Appointment) -> None:
    with opened(salon, qtbot, local_zone="Europe/London") as stage:
        assert action(stage, "undo").text() == "Undo booking of Cleo Park, 09:00"
