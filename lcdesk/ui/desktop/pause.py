"""A pause of the sync that ends by itself: an hour, until tomorrow, or until somebody resumes.

The clock on the wall decides, looked at once a minute while a pause lasts: a computer that slept
through its end resumes when it wakes. A pause does not outlive lcdesk.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.domain.zones import day_span, local_day, wall_minute
from lcdesk.ui.bridge import SyncControl
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.desktop.tray_menu import PauseLength
from lcdesk.ui.wording.labels import tr

_LOOKS_EVERY_MS = 60_000


def end_of_pause(length: PauseLength, now: datetime, tz: ZoneInfo) -> datetime | None:
    """When it ends; None where a person ends it. Tomorrow begins at midnight in `tz`."""
    match length:
        case PauseLength.HOUR:
            return now + timedelta(hours=1)
        case PauseLength.UNTIL_TOMORROW:
            return day_span(local_day(now, tz), tz).end
        case PauseLength.UNTIL_RESUMED:
            return None


class SyncPause(QObject):
    """Asks the sync to pause and to go on. `changed` carries how long, in words."""

    changed = Signal(str)

    def __init__(
        self, control: SyncControl, context: Context, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._context = context
        self.ends: datetime | None = None
        self._timer = QTimer(self, interval=_LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        control.pause_requested.connect(self._follow)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()

    @Slot(PauseLength)
    def pause(self, length: PauseLength) -> None:
        """Pause from now on."""
        self._control.pause_requested.emit(True)
        self._set(end_of_pause(length, self._context.clock(), self._context.tz))

    @Slot()
    def resume(self) -> None:
        """Sync again, at once."""
        self._control.pause_requested.emit(False)

    @Slot()
    def look(self) -> None:
        """Resume where the pause is over."""
        if self.ends is not None and self._context.clock() >= self.ends:
            self.resume()

    @Slot(bool)
    def _follow(self, _paused: bool) -> None:
        """Somebody paused or resumed in the window: there it has no end."""
        self._set(None)

    def _set(self, ends: datetime | None) -> None:
        if ends is None:
            self._timer.stop()
        else:
            self._timer.start()
        self.ends = ends
        self.changed.emit(self._words())

    def _words(self) -> str:
        context = self._context
        if self.ends is None:
            return tr("Sync is paused")
        if local_day(self.ends, context.tz) > context.today:
            return tr("Sync is paused until tomorrow")
        time = context.locale.time(wall_minute(self.ends, context.tz))
        return tr("Sync is paused until {time}").format(time=time)
