"""A wait for Qt fails after half a minute, not after five seconds: a busy machine needs longer.

What comes in time costs nothing, so nobody has to guess how long something takes.
"""

from __future__ import annotations

from pytestqt.qtbot import QtBot

_PATIENCE_MS = 30_000
_WAITS = (QtBot.waitSignal, QtBot.waitSignals, QtBot.waitUntil, QtBot.waitCallback)


def be_patient() -> None:
    """Wait longer where a test names no time of its own."""
    for wait in _WAITS:
        wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": _PATIENCE_MS}
