"""Goes on with series while the window is open, for those that leave it open for weeks."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Slot

from lcdesk.model.commands.series import go_on_with_series
from lcdesk.model.domain.errors import StoreError
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.database import Database

logger = logging.getLogger(__name__)

_HOUR_MS = 3_600_000
_SOON_MS = 2_000  # after the window is filled


class SeriesKeeper(QObject):
    """Asks soon after the start and then every hour. `close` ends its timer."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._clock = clock
        self._timer = QTimer(self, interval=_SOON_MS)
        self._timer.timeout.connect(self.go_on)
        self._timer.start()

    def close(self) -> None:
        """End what runs by itself."""
        self._timer.stop()

    @Slot()
    def go_on(self) -> None:
        """Book what has come within reach; a store that is held by others is asked again."""
        self._timer.setInterval(_HOUR_MS)
        try:
            go_on_with_series(self._database, now=self._clock())
        except StoreError as error:
            logger.warning("series wait for the next hour: %s", error.message)
