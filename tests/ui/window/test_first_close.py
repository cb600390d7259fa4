"""The note at the first close of the window, and the button on it that ends lcdesk from now on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.app.reminder_side import ReminderSide
from lcdesk.app.workspace import Workspace
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.desktop.tray import KEPT_RUNNING, QUIT_ON_CLOSE
from lcdesk.ui.offers import PRESSED, Notice


class Quits:
    """Stands for the application where lcdesk ends it."""

    def __init__(self) -> None:
        self.count = 0

    def quit(self) -> None:
        self.count += 1


class Closed:
    """A window that was closed for the first time, on a desktop with a tray."""

    def __init__(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        assert program.workspace is not None
        assert program.workspace.reminders is not None
        self.program = program
        self.workspace: Workspace = program.workspace
        self.reminders: ReminderSide = program.workspace.reminders
        self.notices: list[Notice] = []
        self.quits = Quits()
        monkeypatch.setattr(program, "_application", self.quits)
        monkeypatch.setattr(self.workspace, "has_tray", True)
        monkeypatch.setattr(self.reminders.notifications, "show", self.notices.append)
        program.window.close()

    def press(self, button: str) -> None:
        """Press what stands on the note."""
        self.reminders.notifications.invoked.emit(KEPT_RUNNING, button)


@pytest.fixture
def closed(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Closed]:
    program = Program(qapp, Paths(tmp_path), secrets=SessionStore())
    with qtbot.waitSignal(program.stood):
        program.begin()
    yield Closed(program, monkeypatch)
    program.close()
    program.window.deleteLater()
    program.deleteLater()


def test_the_first_close_is_told_of_once(closed: Closed) -> None:
    (notice,) = closed.notices
    assert [name for name, _ in notice.actions] == [QUIT_ON_CLOSE]
    closed.program.window.show()
    closed.program.window.close()
    assert len(closed.notices) == 1
    assert closed.quits.count == 0


def test_its_button_ends_lcdesk_now_and_at_each_close(closed: Closed) -> None:
    closed.press(QUIT_ON_CLOSE)
    assert closed.quits.count == 1
    assert not closed.workspace.general.keeps_running
    closed.program.window.show()
    closed.program.window.close()
    assert closed.quits.count == 2


def test_its_button_does_not_take_away_a_window_that_is_open_again(closed: Closed) -> None:
    closed.program.window.show()
    closed.press(QUIT_ON_CLOSE)
    assert closed.quits.count == 0
    assert closed.program.window.isVisible()
    assert not closed.workspace.general.keeps_running


def test_a_press_on_the_note_itself_brings_the_window_back(closed: Closed) -> None:
    closed.press(PRESSED)
    assert closed.program.window.isVisible()
    assert closed.workspace.general.keeps_running
