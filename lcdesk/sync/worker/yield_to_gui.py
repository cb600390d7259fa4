"""Lets the window's thread go first.

Python runs one thread at a time. A pass that computes takes a turn after every few instructions
of the window's thread, which then needs several times as long for a frame. So a pass asks now
and then whether that thread is free: the answer is an event like any other, and comes when
everything before it is done.
"""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Qt, Signal, Slot

from lcdesk.sync.worker.thread import StopFlags

ASKS_EVERY_SECONDS = 0.004
# A thread that does not answer is at something long; the pass goes on beside it.
WAITS_AT_MOST_SECONDS = 0.05


class YieldToGui(QObject):
    """Lives in the thread that goes first; called in the one that gives way."""

    _asked = Signal()

    def __init__(self, flags: StopFlags, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._flags = flags
        self._is_free = threading.Event()
        self._went_on = 0.0
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def __call__(self) -> None:
        """Return when the other thread has nothing to do, or after a while."""
        if time.monotonic() - self._went_on < ASKS_EVERY_SECONDS or self._flags():
            return
        self._is_free.clear()
        self._asked.emit()
        self._is_free.wait(WAITS_AT_MOST_SECONDS)
        self._went_on = time.monotonic()

    @Slot()
    def _answer(self) -> None:
        self._is_free.set()
