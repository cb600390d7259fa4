"""Practice beside a workspace: a second lcdesk with data of its own, which ends when it is left."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess

from lcdesk.demo.server_program import find_server_program
from lcdesk.ui.desktop.login import program_words


def practice_starter() -> Callable[[], bool] | None:
    """What starts it; None where its server is not installed."""
    return None if find_server_program() is None else start_practice


def start_practice() -> bool:
    """Start it; False where the system refuses."""
    program, *words = [*program_words(os.environ), "--demo"]
    is_started, _number = QProcess.startDetached(program, words, str(Path.cwd()))
    return bool(is_started)
