"""Joins the window to the sync, which do not know each other: wishes, and whether somebody looks.

The window's side lives in the GUI thread, the workers in the sync's, so that their slots are
queued. Bound methods only: a lambda would run in the wrong thread.

`PresenceWatch` tells the sync whether somebody looks, and when the network is back.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QWidget

from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.database import Database
from lcdesk.sync.connect import Connector
from lcdesk.sync.ports import SecretStore
from lcdesk.sync.reports import PassReport
from lcdesk.sync.schedule import Presence
from lcdesk.sync.secrets import KeyringStore, LayeredStore, SessionStore
from lcdesk.sync.worker import AccountWorker, StopFlags, SyncThread, SyncWorker, YieldToGui
from lcdesk.ui.bridge import (
    AccountControl,
    StoreNews,
    SyncActivity,
    SyncControl,
    SyncProgress,
)
from lcdesk.ui.desktop.waking import SleepWatch, SoonAfter


class SyncSide(QObject):
    """The sync of one open store: its thread with its workers, and what joins it to the window.

    `secrets` takes the keyring's place.
    """

    def __init__(
        self,
        window: QWidget,
        database: Database,
        news: StoreNews,
        *,
        control: SyncControl,
        accounts: AccountControl,
        folder: Path,
        secrets: SecretStore | None,
        clock: Clock,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        flags = StopFlags()
        kept = LayeredStore(SessionStore(), secrets or KeyringStore())
        passes = SyncWorker(
            database,
            Connector(kept, flags),
            flags=flags,
            folder=folder,
            clock=clock,
            give_way=YieldToGui(flags, self),
        )
        worker = AccountWorker(database, kept, flags=flags, clock=clock)
        self._thread = SyncThread(flags, passes, worker)
        self._adapter = SyncAdapter(control, passes, news, flags)
        join_accounts(accounts, worker, flags)
        self._presence = PresenceWatch(window, self)
        self._presence.changed.connect(passes.set_presence)
        self._sleep = SleepWatch(self)
        self._soon_after = SoonAfter(self)
        self._presence.network_returned.connect(self._soon_after.wait)
        self._sleep.woke.connect(self._soon_after.wait)
        self._soon_after.came.connect(passes.send)
        self._presence.look()
        self._thread.started.connect(passes.start)

    def start(self) -> None:
        """Let the accounts be read from now on."""
        self._thread.start()

    def close(self) -> bool:
        """End it; False where a change that is in the air did not come to its end in time."""
        self._presence.close()
        self._soon_after.close()
        return self._thread.close()


class SyncAdapter(QObject):
    """SyncControl on one side, SyncWorker on the other."""

    def __init__(
        self, control: SyncControl, worker: SyncWorker, news: StoreNews, flags: StopFlags
    ) -> None:
        super().__init__(control)
        self._control = control
        self._flags = flags
        self._paused = False
        control.pass_requested.connect(worker.run)
        control.pause_requested.connect(self._pause)
        control.pause_requested.connect(worker.pause)
        control.stop_requested.connect(flags.interrupt)
        worker.busy_changed.connect(self._show_busy)
        worker.progressed.connect(self._show_progress)
        worker.finished.connect(self._show_end)
        news.changed.connect(worker.send_what_waits)
        news.others_wrote.connect(worker.follow_others)

    @Slot(bool)
    def _pause(self, paused: bool) -> None:
        self._paused = paused
        if paused:
            self._flags.interrupt()
        activity = SyncActivity.PAUSED if paused else SyncActivity.IDLE
        self._control.activity_changed.emit(activity)

    @Slot(bool)
    def _show_busy(self, busy: bool) -> None:
        resting = SyncActivity.PAUSED if self._paused else SyncActivity.IDLE
        self._control.activity_changed.emit(SyncActivity.BUSY if busy else resting)

    @Slot(str, int, int)
    def _show_progress(self, calendar: str, done: int, total: int) -> None:
        self._control.progressed.emit(SyncProgress(calendar, done, total))

    @Slot(tuple)
    def _show_end(self, reports: tuple[PassReport, ...]) -> None:
        self._control.pass_finished.emit(all(report.ok for report in reports))


def join_accounts(control: AccountControl, worker: AccountWorker, flags: StopFlags) -> None:
    """AccountControl on one side, AccountWorker on the other."""
    # A pass that is running gives way: it goes on later where it stopped.
    control.check_requested.connect(flags.interrupt)
    control.check_requested.connect(worker.check)
    control.cancel_requested.connect(flags.interrupt)
    control.keep_requested.connect(worker.keep)
    control.password_requested.connect(worker.change_password)
    control.removal_requested.connect(worker.remove)
    worker.step_reached.connect(control.step_reached)
    worker.checked.connect(control.checked)
    worker.check_failed.connect(control.check_failed)
    worker.kept.connect(control.kept)
    worker.keyring_failed.connect(control.keyring_failed)
    worker.failed.connect(control.failed)
    worker.removed.connect(control.removed)


class PresenceWatch(QObject):
    """Watches the program and its window. `changed` carries a Presence, and only news."""

    changed = Signal(object)
    network_returned = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._presence = Presence.IN_USE  # as the sync begins
        self._is_online = True
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self.look)
        self._watch_network()

    def close(self) -> None:
        """Watch no more."""
        self._window.removeEventFilter(self)

    def _watch_network(self) -> None:
        """Where the desktop tells; elsewhere the tries that are due anyway find out."""
        if not QNetworkInformation.loadDefaultBackend():
            return
        network = QNetworkInformation.instance()
        self._is_online = _is_online(network.reachability())
        network.reachabilityChanged.connect(self.note_network)

    @Slot()
    def look(self) -> None:
        """Tell how it is now, if that is news."""
        presence = self._present()
        if presence is not self._presence:
            self._presence = presence
            self.changed.emit(presence)

    def _present(self) -> Presence:
        if not self._window.isVisible():
            return Presence.AWAY
        is_active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        is_open = not self._window.isMinimized()
        return Presence.IN_USE if is_active and is_open else Presence.IDLE

    @Slot(QNetworkInformation.Reachability)
    def note_network(self, reachability: QNetworkInformation.Reachability) -> None:
        """What the desktop says about the network now."""
        was_online, self._is_online = self._is_online, _is_online(reachability)
        if self._is_online and not was_online:
            self.network_returned.emit()

    # --- Qt ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLING:
            self.look()
        return super().eventFilter(watched, event)


_TELLING = {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange}


def _is_online(reachability: QNetworkInformation.Reachability) -> bool:
    """A backend that does not know is not asked twice."""
    return reachability in (
        QNetworkInformation.Reachability.Online,
        QNetworkInformation.Reachability.Unknown,
    )
