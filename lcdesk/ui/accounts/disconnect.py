"""Disconnecting: what happens to the copied blocked slots is the person's choice."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.sentences import AccountCard, slots_sentence
from lcdesk.ui.bridge import AccountControl
from lcdesk.ui.widgets.choices import radio
from lcdesk.ui.widgets.labels import Look, Text, fit, heading, quiet
from lcdesk.ui.widgets.panel import Notice
from lcdesk.ui.wording.labels import tr, tr_of

_WIDTH = 480
_STAY = (
    "Your appointments stay here, and nothing is deleted {there}. The password is removed from "
    "this computer."
)


class DisconnectDialog(QDialog):
    """Asks once, then waits for the answer without blocking anything."""

    disconnected = Signal(int)

    def __init__(
        self,
        look: Look,
        control: AccountControl,
        card: AccountCard,
        *,
        slots: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("disconnect_dialog")
        self.setWindowTitle(tr("Disconnect"))
        self.setModal(True)
        self._control = control
        self._id = card.id
        self._is_waiting = False
        self.keep = radio(tr("Keep them as slots blocked by hand"), "keep_slots")
        self.remove = radio(tr("Remove them; the time becomes bookable"), "remove_slots")
        self.keep.setChecked(True)
        self.notice = Notice(look)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.confirm = QPushButton(tr("Disconnect"))
        self.confirm.setObjectName("confirm_disconnect")
        self.buttons.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange(look, card, slots)
        self._listen()
        fit(self, _WIDTH)

    def _arrange(self, look: Look, card: AccountCard, slots: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(heading(look, tr("Disconnect {address}?").format(address=card.address)))
        column.addWidget(Text(look, tr_of(_STAY, card.server_name)))
        column.addWidget(self.notice)
        if card.waiting:
            text = tr("{changes}: these will not be sent any more.")
            column.addWidget(Text(look, text.format(changes=card.waiting), tone="warning"))
        column.addWidget(Text(look, slots_sentence(slots)))
        if slots:
            column.addWidget(self.keep)
            column.addWidget(self.remove)
            column.addWidget(quiet(look, tr("Slots that are kept no longer follow the calendar.")))
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _listen(self) -> None:
        self.confirm.clicked.connect(self._ask)
        self.buttons.rejected.connect(self.reject)
        self._control.removed.connect(self._finish)
        self._control.failed.connect(self._show_failure)

    @Slot()
    def _ask(self) -> None:
        self._is_waiting = True
        self.confirm.setEnabled(False)
        self.notice.hide()
        self._control.removal_requested.emit(self._id, self.keep.isChecked())

    @Slot(int)
    def _finish(self, account_id: int) -> None:
        if account_id == self._id:
            self._is_waiting = False
            self.disconnected.emit(account_id)
            self.accept()

    @Slot(LcdeskError)
    def _show_failure(self, error: LcdeskError) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.confirm.setEnabled(True)
            self.notice.show_problem(error.title, error.message, details=error.details)
            fit(self, _WIDTH)
