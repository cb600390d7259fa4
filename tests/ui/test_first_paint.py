"""What a person waits for at start-up is the window; what is slow comes after its first paint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore


class Diary(QObject):
    """Notes in which order the grid was painted and the store opened."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.entries: list[str] = []
        program.window.grid.canvas.installEventFilter(self)
        program.opened.connect(self._note_opened)

    def _note_opened(self) -> None:
        self.entries.append("opened")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.entries.append("painted")
        return super().eventFilter(watched, event)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    program = Program(qapp, Paths(tmp_path), secrets=SessionStore())
    yield program
    program.close()
    program.window.deleteLater()
    program.deleteLater()


def test_the_window_is_painted_before_the_store_is_opened(program: Program, qtbot: QtBot) -> None:
    diary = Diary(program)
    with qtbot.waitSignal(program.opened, timeout=15_000):
        program.begin()
    assert diary.entries[0] == "painted"
    assert "opened" in diary.entries


def test_a_window_that_is_not_shown_opens_its_store_all_the_same(
    program: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.opened, timeout=15_000):
        program.begin(minimised=True)
