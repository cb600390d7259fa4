"""The thread with its objects, and the flags that stop what runs in it.

Lets the window's thread go first.

Python runs one thread at a time. A pass that computes takes a turn after every few instructions
of the window's thread, which then needs several times as long for a frame. So a pass asks now
and then whether that thread is free: the answer is an event like any other, and comes when
everything before it is done.
"""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

STOPS_WITHIN_MS = 20_000


class StopFlags:
    """Set from any thread; looked at between requests and by everything that waits.

    `interrupt` ends what is running now; the next request begins with a clean flag. `close`
    ends everything for good.
    """

    def __init__(self) -> None:
        self._interrupted = threading.Event()
        self._closed = threading.Event()

    def __call__(self) -> bool:
        """Whether to stop now."""
        return self._closed.is_set() or self._interrupted.is_set()

    def interrupt(self) -> None:
        """End what is running."""
        self._interrupted.set()

    def begin(self) -> None:
        """A new request begins; an earlier interruption is not meant for it."""
        self._interrupted.clear()

    def close(self) -> None:
        """End everything."""
        self._closed.set()


class ThreadedObject(QObject):
    """An object that lives in the SyncThread."""

    def leave(self) -> None:
        """The thread ends: stop timers, which only their own thread may do."""


class SyncThread(QThread):
    """The one thread of the sync. `close` ends it within a bounded time, never by force."""

    def __init__(self, flags: StopFlags, *objects: ThreadedObject) -> None:
        super().__init__()
        self.setObjectName("sync")
        self._flags = flags
        self._objects = objects
        for threaded_object in objects:
            threaded_object.moveToThread(self)

    def close(self) -> bool:
        """Ask to stop and wait; False when a request did not come to its end in time."""
        self._flags.close()
        self.quit()
        return self.wait(STOPS_WITHIN_MS)

    def run(self) -> None:
        """The thread's life: its event loop, then the farewell of its objects."""
        self.exec()
        for threaded_object in self._objects:
            threaded_object.leave()


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
