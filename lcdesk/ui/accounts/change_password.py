"""A new password for an account that is connected already."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from lcdesk.model.domain.accounts import Provider, check_app_password
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.connect_entry import PasswordStep
from lcdesk.ui.accounts.connect_words import explain
from lcdesk.ui.accounts.sentences import AccountCard
from lcdesk.ui.bridge import AccountControl
from lcdesk.ui.widgets.labels import Look, fit, heading
from lcdesk.ui.widgets.page import Notice
from lcdesk.ui.wording.labels import tr

_WIDTH = 500


class PasswordDialog(QDialog):
    """Asks for it, hands it on, and forgets it whatever the answer is."""

    changed = Signal(int)  # account id

    def __init__(
        self,
        look: Look,
        control: AccountControl,
        card: AccountCard,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("password_dialog")
        self.setWindowTitle(tr("Change password"))
        self.setModal(True)
        self._control = control
        self._id = card.id
        self._provider = Provider.ICLOUD if card.is_icloud else Provider.CALDAV
        self._password = ""
        self._is_waiting = False
        self.entry = PasswordStep(look)
        self.entry.ask_for(self._provider, card.address)
        self.notice = Notice(look)
        self.session_button = QPushButton(tr("For this session only"))
        self.session_button.setObjectName("session_only_button")
        self.notice.add_action(self.session_button)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = QPushButton(tr("Save"))
        self.save_button.setObjectName("save_password")
        self.save_button.setDefault(True)
        self.buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange(look)
        self._listen()
        self._show_state()
        fit(self, _WIDTH)

    def _arrange(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(heading(look, tr("Enter the new password")))
        column.addWidget(self.notice)
        column.addWidget(self.entry)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.entry.field.setFocus()

    def _listen(self) -> None:
        self.save_button.clicked.connect(self._save)
        self.session_button.clicked.connect(self._save_for_session)
        self.buttons.rejected.connect(self.reject)
        self.entry.field.edited.connect(self._show_state)
        self._control.kept.connect(self._finish)
        self._control.keyring_failed.connect(self._offer_session)
        self._control.check_failed.connect(self._show_failure)
        self._control.failed.connect(self._show_failure)

    @Slot()
    def _save(self) -> None:
        text = self.entry.field.password
        if self._provider is Provider.ICLOUD:
            checked = check_app_password(text)
            self.entry.problem.say(checked.problem)
            fit(self, _WIDTH)
            text = checked.password
        if text:
            self._send(text, session_only=False)

    @Slot()
    def _save_for_session(self) -> None:
        self._send(self._password, session_only=True)

    def _send(self, password: str, *, session_only: bool) -> None:
        self._password = password
        self._is_waiting = True
        self.notice.hide()
        self._show_state()
        self._control.password_requested.emit(self._id, password, session_only)

    @Slot(int)
    def _finish(self, account_id: int) -> None:
        if account_id == self._id and self._is_waiting:
            self._is_waiting = False
            self.changed.emit(account_id)
            self.accept()

    @Slot(LcdeskError)
    def _offer_session(self, error: LcdeskError) -> None:
        if self._is_waiting:
            self._show_problem(error.title, error.message, error.details, can_keep=True)

    @Slot(LcdeskError)
    def _show_failure(self, error: LcdeskError) -> None:
        if self._is_waiting:
            problem = explain(error, self._provider)
            self._show_problem(problem.title, problem.message, problem.details, can_keep=False)

    def _show_problem(
        self, title: str, message: str, details: tuple[str, ...], *, can_keep: bool
    ) -> None:
        self._is_waiting = False
        self.session_button.setVisible(can_keep)
        self.notice.show_problem(title, message, details=details)
        self._show_state()
        fit(self, _WIDTH)

    @Slot()
    def _show_state(self) -> None:
        self.save_button.setEnabled(bool(self.entry.field.password) and not self._is_waiting)
        self.save_button.setText(tr("Checking…") if self._is_waiting else tr("Save"))

    def done(self, result: int) -> None:
        """Forget the password on every way out."""
        self._password, self._is_waiting = "", False
        self.entry.field.forget()
        super().done(result)
