"""Looks for reference cycles in the GUI thread only.

Python may collect them in whichever thread happens to allocate; a widget or timer caught in one
would then be destroyed in the sync's thread, which Qt answers with a crash now and then. So the
automatic collector is off while the window runs, and a timer does its work here, by the collector's
own thresholds: often, since a look takes as long as there are new objects, and stops every thread.
All that is old takes longer than a frame to look at, so that waits until nothing goes on. Where
nothing is to be looked at the timer stands still: a computer that idles is not woken.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer, Slot

LOOKS_EVERY_MS = 100
LOOKS_OF_REST = 20  # without many new objects, before it counts as rest
OLD_WAITS_AT_MOST = 100  # looks at all that is young, about a second each while a pass runs


class GuiGarbage(QObject):
    """Takes the collector's place until `close`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._rested = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.collect_when_due)
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._dispatcher.aboutToBlock.connect(self.start_when_due)

    def is_resting(self) -> bool:
        """Whether nothing wakes the thread for it."""
        return not self._timer.isActive()

    def keep_present(self) -> None:
        """What is there now will stay: look for cycles among what comes later."""
        gc.freeze()

    def close(self) -> None:
        """Give the work back to Python."""
        self._dispatcher.aboutToBlock.disconnect(self.start_when_due)
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def start_when_due(self) -> None:
        """Each time that the thread has done all it had to do."""
        if not self._timer.isActive() and any(_due()):
            self._timer.start()

    @Slot()
    def collect_when_due(self) -> None:
        """The oldest generation that is due, as Python itself would choose; the last at rest."""
        new, young, old = _due()
        self._rested = 0 if new else self._rested + 1
        if old and (self._rested >= LOOKS_OF_REST or gc.get_count()[2] > OLD_WAITS_AT_MOST):
            gc.collect(2)
        elif young or new:
            gc.collect(1 if young else 0)
        if not any(_due()):
            self._timer.stop()


def _due() -> tuple[bool, bool, bool]:
    """Whether each generation has grown past its threshold, the youngest first."""
    new, young, old = (
        count > threshold
        for count, threshold in zip(gc.get_count(), gc.get_threshold(), strict=True)
    )
    return new, young, old
