"""One connected account: how it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lcdesk.ui.accounts.sentences import AccountCard, Tone
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.widgets.labels import Look, SignLabel, Text, heading, quiet
from lcdesk.ui.widgets.panel import Panel
from lcdesk.ui.wording.labels import tr

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
