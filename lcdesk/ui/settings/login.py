"""Settings > General: whether lcdesk starts when the person signs in, as the system has it."""

from __future__ import annotations

import logging

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from lcdesk.ui.desktop.login import LoginEntry
from lcdesk.ui.wording.labels import tr

logger = logging.getLogger(__name__)


class LoginSwitch(QCheckBox):
    """Asks the system each time it is shown. `refused` says why it stays as it was."""

    refused = Signal(str, str)  # title, message

    def __init__(self, entry: LoginEntry, *, has_tray: bool, parent: QWidget | None = None) -> None:
        text = tr("Start lcdesk in the tray") if has_tray else tr("Start lcdesk minimised")
        super().__init__(text, parent)
        self.setObjectName("start_at_login")
        self._entry = entry
        self.clicked.connect(self._switch)

    @Slot(bool)
    def _switch(self, is_wanted: bool) -> None:
        try:
            if is_wanted:
                self._entry.switch_on()
            else:
                self._entry.switch_off()
        except OSError as error:
            self.refused.emit(
                tr("Starting with the computer could not be changed"),
                tr(
                    "The system refused it: {why}. Nothing else was changed. Check who owns that "
                    "place, then try again."
                ).format(why=error.strerror or str(error)),
            )
        self._read()

    def _read(self) -> None:
        try:
            self.setChecked(self._entry.is_on())
        except OSError as error:
            logger.warning("what starts with the session cannot be read: %s", error)
            self.setChecked(False)

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self._read()
        super().showEvent(event)
