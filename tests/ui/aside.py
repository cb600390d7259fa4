"""Waiting for what is asked beside the window: its answer comes as an event when it is known."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

_PATIENCE_MS = 30_000  # a busy machine needs longer


def wait_until(is_done: Callable[[], bool]) -> None:
    """Go on with the window until this holds, and once more for what follows from it."""
    is_late: list[bool] = []
    patience = QTimer(singleShot=True, interval=_PATIENCE_MS)
    patience.timeout.connect(lambda: is_late.append(True))
    patience.start()
    QCoreApplication.processEvents()
    while not is_done() and not is_late:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    patience.stop()
    assert is_done()
    QCoreApplication.processEvents()
