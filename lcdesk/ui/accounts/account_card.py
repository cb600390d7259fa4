"""One connected account: how it is, and what can be done with it.

Disconnecting: what happens to the copied blocked slots is the person's choice.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.sentences import AccountCard, Tone, slots_sentence
from lcdesk.ui.bridge import AccountControl
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.widgets.labels import Look, SignLabel, Text, fit, heading, quiet
from lcdesk.ui.widgets.page import Notice, Panel
from lcdesk.ui.widgets.parts import radio
from lcdesk.ui.wording.labels import mark, tr, tr_of

_SIGNS = {
    Tone.GOOD: Sign.SYNCED,
    Tone.QUIET: Sign.WAITING,
    Tone.WARNING: Sign.ATTENTION,
    Tone.DANGER: Sign.FAILED,
}


class AccountCardView(Panel):
    """Draws an AccountCard; its buttons name the account they stand for."""

    sync_requested = Signal()
    password_requested = Signal(int)
    disconnect_requested = Signal(int)

    def __init__(self, look: Look, card: AccountCard, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName(f"account_{card.id}")
        self._id = card.id
        self._cloud = SignLabel(look, 22)
        self._cloud.show_sign(Sign.CLOUD, "accent")
        self.address = heading(look, "", 1.05)
        self.provider = quiet(look)
        self._sign = SignLabel(look, 16)
        self.state = Text(look)
        self.synced = quiet(look)
        self.message = quiet(look)
        self.sync_button = self._button(tr("Sync now"), "sync_button")
        self.password_button = self._button(tr("Change password…"), "password_button")
        self.disconnect_button = self._button(tr("Disconnect…"), "disconnect_button")
        self.sync_button.clicked.connect(self.sync_requested)
        self.password_button.clicked.connect(self._ask_for_password)
        self.disconnect_button.clicked.connect(self._ask_to_disconnect)
        self._arrange()
        self.show_card(card)

    def show_card(self, card: AccountCard) -> None:
        """Show how the account is now."""
        self.address.say(card.address)
        self.provider.say(card.provider)
        self._sign.show_sign(_SIGNS[card.tone], card.tone.value)
        self.state.say(card.state, card.tone.value)
        self.synced.say(" · ".join(filter(None, (card.synced, card.next_try, card.waiting))))
        self.message.say(card.message)
        new = tr("Enter password…") if card.needs_password else tr("Change password…")
        self.password_button.setText(new)
        self.sync_button.setVisible(not card.needs_password)
        self.edge("danger" if card.tone is Tone.DANGER else "line")
        self.setAccessibleName(f"{card.provider}, {card.address}, {card.state}, {card.synced}")

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"{name}_{self._id}")
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.address)
        names.addWidget(self.provider)
        top = QHBoxLayout()
        top.addWidget(self._cloud)
        top.addSpacing(4)
        top.addLayout(names, 1)
        self.column.addLayout(top)
        state = QHBoxLayout()
        state.addWidget(self._sign)
        state.addWidget(self.state, 1)
        self.column.addLayout(state)
        self.column.addWidget(self.message)
        self.column.addWidget(self.synced)
        buttons = QHBoxLayout()
        for button in (self.sync_button, self.password_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.disconnect_button)
        self.column.addLayout(buttons)

    @Slot()
    def _ask_for_password(self) -> None:
        self.password_requested.emit(self._id)

    @Slot()
    def _ask_to_disconnect(self) -> None:
        self.disconnect_requested.emit(self._id)


_WIDTH = 480
_STAY = mark(
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
