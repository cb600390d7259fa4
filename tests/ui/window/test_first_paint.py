"""What a person waits for at start-up is the window; what is slow comes after its first paint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.model.store.schema import left_window
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.look.metrics import screen_room


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
    with qtbot.waitSignal(program.opened):
        program.begin()
    assert diary.entries[0] == "painted"
    assert "opened" in diary.entries


def test_a_window_that_is_not_shown_opens_its_store_all_the_same(
    program: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.opened):
        program.begin(minimised=True)


def test_the_first_frame_stands_where_the_window_was_left(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    """It was shown at its usual size first, and jumped when the store was open."""
    left: list[QRect] = []
    for _ in range(2):
        program = Program(qapp, Paths(tmp_path), secrets=SessionStore())
        sizes = Sizes(program.window).shown
        with qtbot.waitSignal(program.opened):
            program.begin()
        if not left:
            program.window.setGeometry(program.window.geometry().adjusted(5, 40, -15, -60))
            qapp.processEvents()
        left.append(program.window.geometry())
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    assert left[0] == left[1]
    assert sizes == {left[0].size().toTuple()}


def test_window_that_was_left_on_a_larger_screen_is_whole(program: Program) -> None:
    window = program.window
    room = screen_room(window)
    larger = QWidget()
    larger.setGeometry(QRect(room.right() + 500, room.bottom() + 500, 5_000, 4_000))
    window.restore_at(bytes(larger.saveGeometry().toBase64().data()).decode())
    assert room.contains(window.geometry())


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_store_that_cannot_be_read_opens_a_usual_window(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    assert left_window(file) == {}
    file.write_bytes(content)
    assert left_window(file) == {}


class Sizes(QObject):
    """Every size that the window has while it can be seen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.shown: set[object] = set()
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Paint, QEvent.Type.Resize} and self._window.isVisible():
            self.shown.add(self._window.size().toTuple())
        return super().eventFilter(watched, event)


def test_quick_add_in_the_tray_shows_the_window(program: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.opened):
        program.begin()
    assert program.workspace is not None
    program.window.hide()
    action = program.window.actions_table["quick_add"]
    action.setEnabled(True)
    action.triggered.disconnect()  # there is no calendar to book on
    with qtbot.waitSignal(action.triggered):
        program.workspace.tray.actions.quick_add.trigger()
    assert program.window.isVisible()


def test_the_agenda_was_named_over_a_week_until_the_store_was_open(program: Program) -> None:
    tabs = program.window.header.views
    assert not tabs.isTabEnabled(tabs.currentIndex())
    assert tabs.tabText(tabs.currentIndex()) == "Week"
