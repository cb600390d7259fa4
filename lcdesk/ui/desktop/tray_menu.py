"""The menu of the tray: today's entries, and the few things one wants without the window."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.ui.bridge import SyncActivity
from lcdesk.ui.desktop.tray_model import DayLine, TrayDay
from lcdesk.ui.look.as_typed import without_tags
from lcdesk.ui.wording.labels import mark, tr, with_number


class PauseLength(Enum):
    """How long somebody wants nothing to be synced."""

    HOUR = auto()
    UNTIL_TOMORROW = auto()
    UNTIL_RESUMED = auto()


_LENGTHS = {
    PauseLength.HOUR: mark("For an hour"),
    PauseLength.UNTIL_TOMORROW: mark("Until tomorrow"),
    PauseLength.UNTIL_RESUMED: mark("Until I resume it"),
}


class TrayMenu(QObject):
    """Says what was chosen. `menu` is what the icon shows."""

    entry_picked = Signal(AgendaEntry)
    pause_picked = Signal(PauseLength)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.menu.setObjectName("tray_menu")
        self.open = self.menu.addAction(self.tr("Open lcdesk"))
        self.menu.setDefaultAction(self.open)
        self._before_today = self.menu.addSeparator()
        self._today: list[QAction] = []
        self._after_today = self.menu.addSeparator()
        self.new_booking = self.menu.addAction(self.tr("New booking…"))
        self.quick_add = self.menu.addAction(self.tr("Quick add…"))
        self.menu.addSeparator()
        self.sync = self.menu.addAction(self.tr("Sync now"))
        self.pause = self._add_pauses()
        self.resume = self.menu.addAction(self.tr("Resume sync"))
        self.menu.addSeparator()
        self.settings = self.menu.addAction(self.tr("Settings…"))
        self.quit = self.menu.addAction(self.tr("Quit lcdesk"))
        self.show_activity(SyncActivity.IDLE)

    @property
    def today(self) -> tuple[str, ...]:
        """What is listed of the day, its heading first."""
        return tuple(action.text() for action in self._today)

    def show_activity(self, activity: SyncActivity) -> None:
        """Offer what makes sense now."""
        is_paused = activity is SyncActivity.PAUSED
        self.sync.setEnabled(activity is SyncActivity.IDLE)
        self.pause.menuAction().setVisible(not is_paused)
        self.resume.setVisible(is_paused)

    @Slot(TrayDay)
    def show_day(self, day: TrayDay) -> None:
        """List what is still ahead today."""
        for action in self._today:
            self.menu.removeAction(action)
            action.deleteLater()
        self._today = [self._note(day.day)]
        if not day.lines:
            self._today.append(self._note(tr("Nothing more today")))
        self._today += map(self._entry, day.lines)
        if day.more:
            self._today.append(self._note(with_number(day.more, "{n} more", "{n} more")))
        self.menu.insertActions(self._after_today, self._today)

    def _add_pauses(self) -> QMenu:
        pauses = self.menu.addMenu(self.tr("Pause sync"))
        for length, text in _LENGTHS.items():
            action = pauses.addAction(tr(text))
            action.setData(length)
        pauses.triggered.connect(self._pick_pause)
        return pauses

    def _note(self, text: str) -> QAction:
        action = QAction(_plain(text), self.menu)
        action.setEnabled(False)
        return action

    def _entry(self, line: DayLine) -> QAction:
        action = QAction(_plain(line.text), self.menu)
        action.setData(line.entry)
        action.triggered.connect(self._pick_entry)
        return action

    @Slot(QAction)
    def _pick_pause(self, action: QAction) -> None:
        self.pause_picked.emit(action.data())

    @Slot()
    def _pick_entry(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.entry_picked.emit(action.data())


def _plain(text: str) -> str:
    """An & in a title is no key of the menu, and no desktop finds markup in it."""
    return without_tags(text).replace("&", "&&")
