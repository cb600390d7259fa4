"""Left alone, the window lets the computer sleep from one minute to the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.sync.worker.passes import LOOKS_EVERY_MS

SELDOM_MS = 20_000


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    program = Program(qapp, Paths(tmp_path), secrets=SessionStore())
    yield program
    program.close()
    program.window.deleteLater()
    program.deleteLater()


def often(program: Program) -> list[str]:
    """The timers that go on and on, several times a minute."""
    timers = program.findChildren(QTimer) + program.window.findChildren(QTimer)
    return [
        f"{type(timer.parent()).__name__}: every {timer.interval()} ms"
        for timer in timers
        if timer.isActive() and not timer.isSingleShot() and timer.interval() < SELDOM_MS
    ]


def test_timers_woke_an_idle_computer_several_times_a_second(
    program: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.opened):
        program.begin()
    qtbot.waitUntil(lambda: not often(program), timeout=20_000)
    assert LOOKS_EVERY_MS >= SELDOM_MS
