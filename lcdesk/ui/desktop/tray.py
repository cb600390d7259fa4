"""The icon in the tray: how the sync is, and the few things one wants without the window."""

from __future__ import annotations

import sys
from enum import Enum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.words import PlaceName
from lcdesk.ui.bridge import SyncActivity
from lcdesk.ui.desktop.tray_menu import PauseLength, TrayMenu
from lcdesk.ui.desktop.tray_model import TrayDay, TrayStatus
from lcdesk.ui.look.as_typed import as_line, without_tags
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.offers import Notice
from lcdesk.ui.wording.labels import mark, tr, tr_of

_NOTE_TITLE = mark("lcdesk keeps running")
_NOTE = mark(
    "It goes on watching {place} while its window is closed. Open or quit it here; Settings > "
    "General changes this."
)
_NOTE_MS = 10_000
KEPT_RUNNING = "kept_running"  # the key of the note at the first close
QUIT_ON_CLOSE = "quit_on_close"  # the name of its button


class TrayState(Enum):
    """What the icon shows. The value is its sign."""

    IDLE = Sign.TRAY_IDLE
    BUSY = Sign.TRAY_BUSY
    ATTENTION = Sign.TRAY_ATTENTION
    PAUSED = Sign.TRAY_PAUSED
    OFFLINE = Sign.TRAY_OFFLINE


def tray_state(activity: SyncActivity, status: TrayStatus) -> TrayState:
    """A pause was asked for and is shown first; a worry is not hidden by each new pass."""
    if activity is SyncActivity.PAUSED:
        return TrayState.PAUSED
    if status.needs_attention:
        return TrayState.ATTENTION
    if activity is SyncActivity.BUSY:
        return TrayState.BUSY
    return TrayState.OFFLINE if status.is_offline else TrayState.IDLE


def is_available() -> bool:
    """Whether this desktop shows tray icons at all."""
    return QSystemTrayIcon.isSystemTrayAvailable()


def kept_running_notice(server_name: PlaceName) -> Notice:
    """The note at the first close: `server_name` is still watched. No answer is awaited."""
    button = (QUIT_ON_CLOSE, tr("Quit when the window is closed"))
    return Notice(KEPT_RUNNING, tr(_NOTE_TITLE), tr_of(_NOTE, server_name), (button,))


class TrayIcon(QObject):
    """Icon, tooltip and menu. It decides nothing: its signals say what was asked for."""

    open_requested = Signal()
    toggle_requested = Signal()  # left click: show the window or hide it
    entry_picked = Signal(AgendaEntry)
    booking_requested = Signal()
    quick_add_requested = Signal()
    sync_requested = Signal()
    pause_picked = Signal(PauseLength)
    resume_requested = Signal()
    settings_requested = Signal()
    day_awaited = Signal()  # the menu opens: what it says of today must hold now
    quit_requested = Signal()

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._activity = SyncActivity.IDLE
        self._status = TrayStatus()
        self._next = self._pause = ""
        self.actions = TrayMenu(self)
        self.menu = self.actions.menu
        self._connect_menu()
        self.icon = QSystemTrayIcon(self)
        self.icon.setObjectName("tray_icon")
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activate)
        self.icon.messageClicked.connect(self.open_requested)
        self._show_state()

    @property
    def state(self) -> TrayState:
        """What the icon shows now."""
        return tray_state(self._activity, self._status)

    def show(self) -> None:
        """Put the icon into the tray."""
        self.icon.show()

    def hide(self) -> None:
        """Take it out; some desktops leave a ghost when the program just ends."""
        self.icon.hide()

    @Slot(SyncActivity)
    def show_activity(self, activity: SyncActivity) -> None:
        """Follow the sync."""
        self._activity = activity
        self._show_state()

    @Slot(TrayStatus)
    def show_status(self, status: TrayStatus) -> None:
        """Say how the accounts are."""
        self._status = status
        self._show_state()

    @Slot(TrayDay)
    def show_day(self, day: TrayDay) -> None:
        """List what is ahead today, and name the next appointment."""
        self.actions.show_day(day)
        self._next = day.next
        self._show_state()

    @Slot(str)
    def show_pause(self, words: str) -> None:
        """How long a pause lasts."""
        self._pause = words
        self._show_state()

    @Slot(str, str)
    def say(self, title: str, text: str) -> None:
        """A notification; a click on it opens the window."""
        said = (without_tags(title), without_tags(text))  # dunst looks for pictures in titles too
        self.icon.showMessage(*said, self._icons.icon(Sign.APP), _NOTE_MS)

    def _connect_menu(self) -> None:
        actions = self.actions
        for action, asked in (
            (actions.open, self.open_requested),
            (actions.new_booking, self.booking_requested),
            (actions.quick_add, self.quick_add_requested),
            (actions.sync, self.sync_requested),
            (actions.resume, self.resume_requested),
            (actions.settings, self.settings_requested),
            (actions.quit, self.quit_requested),
        ):
            action.triggered.connect(asked)
        actions.entry_picked.connect(self.entry_picked)
        actions.pause_picked.connect(self.pause_picked)
        self.menu.aboutToShow.connect(self.day_awaited)

    def _show_state(self) -> None:
        self.actions.show_activity(self._activity)
        self.icon.setIcon(self._icons.icon(self.state.value))
        lines = ("lcdesk", self._next, as_line(self._line()))
        self.icon.setToolTip(without_tags("\n".join(line for line in lines if line)))

    def _line(self) -> str:
        match self._activity:
            case SyncActivity.PAUSED:
                return self._pause or tr("Sync is paused")
            case SyncActivity.BUSY if not self._status.needs_attention:
                return self.tr("Syncing…")
            case _:
                return self._status.text

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On macOS any click opens the menu, and toggling would pull the window from under it.
        if reason is QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self.toggle_requested.emit()
