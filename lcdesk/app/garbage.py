"""Collects reference cycles in the GUI thread only.

Python may collect cycles in whichever thread happens to allocate; a widget or timer caught in
one would then be destroyed in the sync's thread, which Qt answers with a crash now and then.
So the automatic collector is off while the window runs, and a timer does its work here, by
the collector's own thresholds. What the start made stays to the end: `settle` takes it out of
every later look, which would otherwise block the window for several frames.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOKS_EVERY_MS = 500  # a long pause makes a long look, and that stops every thread


class GuiGarbage(QObject):
    """Takes the collector's place until `close`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.collect_when_due)
        self._timer.start()

    def settle(self) -> None:
        """What is there now will stay: look for cycles among what comes later."""
        gc.freeze()

    def close(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def collect_when_due(self) -> None:
        """The oldest generation that is due, as Python itself would choose."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
