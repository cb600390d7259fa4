"""The icon in the tray: how the sync is, and the few things one wants without the window."""

from __future__ import annotations

import sys
from enum import Enum

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from lcdesk.model.domain.words import PlaceName
from lcdesk.ui.bridge import SyncActivity
from lcdesk.ui.desktop.tray_model import TrayStatus
from lcdesk.ui.look.as_typed import as_line, without_tags
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.wording.labels import mark, tr, tr_of

_NOTE_TITLE = mark("lcdesk keeps running")
_NOTE = mark(
    "It goes on watching {place} while its window is closed. Open or quit it here; Settings > "
    "General changes this."
)
_NOTE_MS = 10_000


class TrayState(Enum):
    """What the icon shows. The value is its sign."""

    IDLE = Sign.TRAY_IDLE
    BUSY = Sign.TRAY_BUSY
    ATTENTION = Sign.TRAY_ATTENTION
    PAUSED = Sign.TRAY_PAUSED


def tray_state(activity: SyncActivity, *, needs_attention: bool) -> TrayState:
    """A pause was asked for and is shown first; a worry is not hidden by each new pass."""
    if activity is SyncActivity.PAUSED:
        return TrayState.PAUSED
    if needs_attention:
        return TrayState.ATTENTION
    return TrayState.BUSY if activity is SyncActivity.BUSY else TrayState.IDLE


def is_available() -> bool:
    """Whether this desktop shows tray icons at all."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class TrayIcon(QObject):
    """Icon, tooltip and menu. It decides nothing: its signals say what was asked for."""

    open_requested = Signal()
    toggle_requested = Signal()  # left click: show the window or hide it
    quick_add_requested = Signal()
    sync_requested = Signal()
    pause_requested = Signal(bool)
    quit_requested = Signal()

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._activity = SyncActivity.IDLE
        self._status = TrayStatus()
        self.menu = QMenu()
        self.menu.setObjectName("tray_menu")
        self._fill_menu()
        self.icon = QSystemTrayIcon(self)
        self.icon.setObjectName("tray_icon")
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activate)
        self.icon.messageClicked.connect(self.open_requested)
        self._show_state()

    @property
    def state(self) -> TrayState:
        """What the icon shows now."""
        return tray_state(self._activity, needs_attention=self._status.needs_attention)

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

    def say_kept_running(self, server_name: PlaceName) -> None:
        """The note at the first close: `server_name` is still watched. No answer is awaited."""
        self.say(tr(_NOTE_TITLE), tr_of(_NOTE, server_name))

    @Slot(str, str)
    def say(self, title: str, text: str) -> None:
        """A notification; a click on it opens the window."""
        said = (without_tags(title), without_tags(text))  # dunst looks for pictures in titles too
        self.icon.showMessage(*said, self._icons.icon(Sign.APP), _NOTE_MS)

    def _fill_menu(self) -> None:
        self.open_action = self.menu.addAction(self.tr("Open lcdesk"))
        self.menu.setDefaultAction(self.open_action)
        self.quick_add_action = self.menu.addAction(self.tr("Quick add…"))
        self.menu.addSeparator()
        self.sync_action = self.menu.addAction(self.tr("Sync now"))
        self.pause_action = self.menu.addAction(self.tr("Pause sync"))
        self.menu.addSeparator()
        self.quit_action = self.menu.addAction(self.tr("Quit lcdesk"))
        self.open_action.triggered.connect(self.open_requested)
        self.quick_add_action.triggered.connect(self.quick_add_requested)
        self.sync_action.triggered.connect(self.sync_requested)
        self.pause_action.triggered.connect(self._ask_to_pause)
        self.quit_action.triggered.connect(self.quit_requested)

    def _show_state(self) -> None:
        is_paused = self._activity is SyncActivity.PAUSED
        self.pause_action.setText(self.tr("Resume sync") if is_paused else self.tr("Pause sync"))
        self.sync_action.setEnabled(self._activity is SyncActivity.IDLE)
        self.icon.setIcon(self._icons.icon(self.state.value))
        line = as_line(self._line())
        self.icon.setToolTip(without_tags(f"lcdesk\n{line}" if line else "lcdesk"))

    def _line(self) -> str:
        match self._activity:
            case SyncActivity.PAUSED:
                return self.tr("Sync is paused")
            case SyncActivity.BUSY if not self._status.needs_attention:
                return self.tr("Syncing…")
            case _:
                return self._status.text

    @Slot()
    def _ask_to_pause(self) -> None:
        self.pause_requested.emit(self._activity is not SyncActivity.PAUSED)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # On macOS any click opens the menu, and toggling would pull the window from under it.
        if reason is QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self.toggle_requested.emit()
