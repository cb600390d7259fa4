"""When the computer wakes: logind's signal on Linux, over the system's own bus.

Where there is none, the sync sees the jump of the clock at its next look.
"""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_PATH, _INTERFACE = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
SOONEST_MS, LATEST_MS = 2_000, 8_000


class SleepWatch(QObject):
    """`woke` after each sleep. `is_told` says whether this system tells of it."""

    woke = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        bus = QDBusConnection.systemBus()
        slot: Any = SLOT("note(bool)")  # PySide6 6.11 takes text here and says that it takes bytes
        self.is_told = bus.isConnected() and bus.connect(
            "", _PATH, _INTERFACE, "PrepareForSleep", self, slot
        )

    @Slot(bool)
    def note(self, is_falling_asleep: bool) -> None:
        """What logind says: true before the sleep, false after it."""
        if not is_falling_asleep:
            self.woke.emit()


class SoonAfter(QObject):
    """Passes a reason on some seconds later, many at once as one.

    The network needs a moment, and all the desks of an office wake at the same one.
    """

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.came)

    def close(self) -> None:
        """Pass nothing on any more."""
        self._timer.stop()

    @Slot()
    def wait(self) -> None:
        """There is a reason."""
        if not self._timer.isActive():
            self._timer.start(random.randint(SOONEST_MS, LATEST_MS))
