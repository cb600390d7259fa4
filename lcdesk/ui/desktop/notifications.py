"""Notices of the desktop, with buttons where it has them; else the tray's message.

Linux has a notification service (`notification_service.py`). Elsewhere, and where none answers, the
tray says it, and a click on that counts as one on the notice.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.ui.desktop.tray import TrayIcon
from lcdesk.ui.offers import PRESSED, Notice

if TYPE_CHECKING:
    from lcdesk.ui.desktop.notification_service import NotificationService


class Notifications(QObject):
    """Shows notices and says what became of them. `close` leaves the service."""

    shown = Signal(str)  # key; the person has it before them
    invoked = Signal(str, str)  # key, the name of the button, or PRESSED
    dismissed = Signal(str)  # key; closed by the person, without a button

    def __init__(self, tray: TrayIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self._service: NotificationService | None = None
        self._said_by_tray = ""
        tray.icon.messageClicked.connect(self._press_tray)

    @Slot(Notice)
    def show(self, notice: Notice) -> None:
        """Show it, in the place of one with its key."""
        service = self._present_service()
        if service is None:
            self._show_in_tray(notice)
        else:
            service.show(notice)

    @Slot(str)
    def withdraw(self, key: str) -> None:
        """Take it away: what it is about is not so any more."""
        if self._service is not None:
            self._service.withdraw(key)
        if key == self._said_by_tray:
            self._said_by_tray = ""

    @Slot()
    def close(self) -> None:
        """Leave the service; what is shown stays until the desktop takes it away."""
        service, self._service = self._service, None
        if service is not None:
            service.close()
            service.deleteLater()

    def _present_service(self) -> NotificationService | None:
        if self._service is not None or not sys.platform.startswith("linux"):
            return self._service
        from lcdesk.ui.desktop.notification_service import join_service  # brings D-Bus

        service = self._service = join_service(self)
        if service is not None:
            service.shown.connect(self.shown)
            service.invoked.connect(self.invoked)
            service.dismissed.connect(self.dismissed)
            service.refused.connect(self._show_in_tray)
            service.lost.connect(self.close)
        return service

    @Slot(Notice)
    def _show_in_tray(self, notice: Notice) -> None:
        self._said_by_tray = notice.key
        self._tray.say(notice.title, notice.text)
        self.shown.emit(notice.key)

    @Slot()
    def _press_tray(self) -> None:
        key, self._said_by_tray = self._said_by_tray, ""
        if key:
            self.invoked.emit(key, PRESSED)
