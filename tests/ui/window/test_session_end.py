"""The session ends while something stands in a dialog that is not saved yet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.app import session_end
from lcdesk.app.program import Program
from lcdesk.app.session_end import ask_before_end, has_unsaved
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.booking.dialog import BookingDialog
from tests.ui.window.stage import Stage


class Manager:
    """A session manager that takes questions, or none."""

    def __init__(self, *, allows: bool = True) -> None:
        self._allows = allows
        self.said: list[str] = []

    def allowsInteraction(self) -> bool:  # noqa: N802  # the name is Qt's
        return self._allows

    def release(self) -> None:
        self.said.append("release")

    def cancel(self) -> None:
        self.said.append("cancel")


class Hand(QTimer):
    """Presses a button of the question as soon as it is there."""

    def __init__(self, button: str, parent: QObject) -> None:
        super().__init__(parent)
        self._button = button
        self.title = ""
        self.timeout.connect(self._look)
        self.start(5)

    @Slot()
    def _look(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.objectName() == "session_end_question" and isinstance(window, QMessageBox):
                self.stop()
                self.title = window.text()
                next(one for one in window.buttons() if one.text() == self._button).click()
                return


@pytest.fixture
def booking(stage: Stage) -> BookingDialog:
    """Open, and nothing typed."""
    stage.window.new_booking()
    dialog = stage.window.findChild(BookingDialog)
    assert dialog is not None
    return dialog


def field(owner: QWidget, name: str) -> QWidget:
    found = owner.findChild(QWidget, name)
    assert found is not None
    return found


@pytest.mark.parametrize(("button", "said"), [("Go back", ["cancel"]), ("End anyway", ["release"])])
def test_what_was_typed_is_asked_about(
    stage: Stage, booking: BookingDialog, button: str, said: list[str]
) -> None:
    QTest.keyClicks(field(booking, "booking_name"), "Mia")
    manager, hand = Manager(), Hand(button, stage.window)
    ask_before_end(manager, [stage.window, booking])
    assert manager.said == said
    assert hand.title == f"“{booking.windowTitle()}” is still open. End lcdesk anyway?"
    assert booking.isVisible()


def test_a_session_that_takes_no_question_ends(booking: BookingDialog) -> None:
    QTest.keyClicks(field(booking, "booking_notes"), "Brings the papers")
    manager = Manager(allows=False)
    ask_before_end(manager, [booking])
    assert manager.said == []


def test_nothing_is_asked_where_nothing_was_typed(stage: Stage, booking: BookingDialog) -> None:
    manager = Manager()
    ask_before_end(manager, [stage.window, booking])
    assert manager.said == []


def test_what_was_typed_and_taken_out_again_is_nothing(booking: BookingDialog) -> None:
    name = field(booking, "booking_name")
    QTest.keyClicks(name, "M")
    assert has_unsaved(booking)
    QTest.keyClick(name, Qt.Key.Key_Backspace)
    assert not has_unsaved(booking)


def test_a_search_is_nothing_to_lose(stage: Stage) -> None:
    stage.window.actions_table["shortcuts"].trigger()
    (dialog,) = (w for w in QApplication.topLevelWidgets() if w.objectName() == "shortcuts_dialog")
    QTest.keyClicks(field(dialog, "shortcuts_filter"), "book")
    assert not has_unsaved(dialog)


def test_the_program_asks_what_qt_reports(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(session_end, "ask_before_end", lambda *both: asked.append(both))
    program = Program(qapp, Paths(tmp_path), secrets=SessionStore())
    manager = Manager()
    program._end_session(manager)  # type: ignore[arg-type]
    assert asked == []  # nothing is open yet
    with qtbot.waitSignal(program.opened):
        program.begin()
    program._end_session(manager)  # type: ignore[arg-type]
    ((given, windows),) = asked
    assert given is manager
    assert program.window in windows
    program.close()
    program.window.deleteLater()
    program.deleteLater()
