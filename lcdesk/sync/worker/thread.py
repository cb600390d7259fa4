"""The thread with its objects, and the flags that stop what runs in it."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QThread

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
