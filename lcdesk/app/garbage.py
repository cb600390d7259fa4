"""Collects reference cycles in the GUI thread only.

Python may collect cycles in whichever thread happens to allocate; a widget or timer caught in
one would then be destroyed in the sync's thread, which Qt answers with a crash now and then.
So the automatic collector is off while the window runs, and a timer does its work here, by
the collector's own thresholds: often, since a look takes as long as there are new objects, and
stops every thread. All that is old takes longer than a frame to look at, so that waits until
nothing goes on. What the start made stays to the end: `settle` takes it out of every later look.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

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
        """The oldest generation that is due, as Python itself would choose; the last at rest."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        new, young, old = (counts[at] > thresholds[at] for at in range(3))
        self._rested = 0 if new else self._rested + 1
        if old and (self._rested >= LOOKS_OF_REST or counts[2] > OLD_WAITS_AT_MOST):
            gc.collect(2)
        elif young or new:
            gc.collect(1 if young else 0)
