"""Tells the sync whether somebody looks, and when the network is back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QWidget

from lcdesk.sync.schedule import Presence


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
