"""Guards the pin of PySide6: 6.12.0 loses a reference to None with each void call on Python 3.11.

After some 5,200 calls the interpreter dies; short tests never notice.
"""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 20_000
NOISE = 200  # other code takes and gives references meanwhile


def test_void_calls_do_not_eat_references_to_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
    assert sys.getrefcount(None) >= before - NOISE
