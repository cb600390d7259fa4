"""A sleep on a bus of its own, as logind tells of it; run by test_waking.

Prints what was heard after the signal of falling asleep, and after that of waking.
"""

from __future__ import annotations

import os
import subprocess
import sys

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QObject, Slot
from PySide6.QtTest import QTest

from lcdesk.ui.desktop.waking import SleepWatch

PATIENCE_MS = 15_000


class Heard(QObject):
    """Counts."""

    def __init__(self, watch: SleepWatch) -> None:
        super().__init__()
        self.times = 0
        watch.woke.connect(self.note)

    @Slot()
    def note(self) -> None:
        """Once more."""
        self.times += 1


def tell(is_falling_asleep: bool) -> None:
    """Send what logind sends."""
    name = "org.freedesktop.login1.Manager.PrepareForSleep"
    value = f"boolean:{str(is_falling_asleep).lower()}"
    command = ["dbus-send", "--session", "--type=signal", "/org/freedesktop/login1", name, value]
    subprocess.run(command, check=True, timeout=10)


def main() -> None:
    """Fall asleep and wake."""
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    application = QCoreApplication([])
    watch = SleepWatch()
    heard = Heard(watch)
    tell(True)
    tell(False)
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not heard.times and not deadline.hasExpired():
        QTest.qWait(10)
    application.processEvents()
    sys.stdout.write(f"{watch.is_told} {heard.times}")


if __name__ == "__main__":
    main()
