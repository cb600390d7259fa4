"""The assistant that connects an account. All work on the server is asked of AccountControl."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.accounts.accounts_model import AccountSettings
from lcdesk.ui.accounts.connect_entry import AddressStep, PasswordStep, RulesStep
from lcdesk.ui.accounts.connect_flow import ConnectFlow, Waiting
from lcdesk.ui.accounts.connect_result import CheckingStep, RolesStep
from lcdesk.ui.accounts.connect_words import TITLES, Step
from lcdesk.ui.bridge import AccountControl
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.labels import Line, Look, heading, quiet
from lcdesk.ui.wording.labels import mark, tr

_NEXT_TEXTS = {Step.PASSWORD: mark("Check"), Step.ROLES: mark("Connect")}


class ConnectWizard(QDialog):
    """Five steps, each with Back; closing it at any time leaves nothing behind."""

    connected = Signal(int)  # account id

    def __init__(
        self,
        look: Look,
        control: AccountControl,
        accounts: AccountSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("connect_wizard")
        self.setWindowTitle(tr("Connect an account"))
        self.setModal(True)
        self._look = look
        self.flow = ConnectFlow(control, accounts, self)
        self._make_steps()
        self._make_buttons()
        self._arrange()
        self._connect_parts()
        self._shown_step: Step | None = None
        self.resize(grow(self.font(), 640), grow(self.font(), 680))
        self._show_flow()

    # --- making -----------------------------------------------------------------------------

    def _make_steps(self) -> None:
        self.rules = RulesStep(self._look)
        self.address = AddressStep(self._look)
        self.password = PasswordStep(self._look)
        self.checking = CheckingStep(self._look)
        self.roles = RolesStep(self._look)
        self.steps = QStackedWidget()
        for step in (self.rules, self.address, self.password, self.checking, self.roles):
            self.steps.addWidget(_put_into_scroll(step))

    def _make_buttons(self) -> None:
        self.back_button = QPushButton(tr("Back"))
        self.back_button.setObjectName("back_button")
        self.back_button.setAutoDefault(False)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setObjectName("cancel_button")
        self.cancel_button.setAutoDefault(False)
        self.next_button = QPushButton(tr("Continue"))
        self.next_button.setObjectName("next_button")
        self.next_button.setDefault(True)

    def _arrange(self) -> None:
        self.title = heading(self._look, "", 1.35)
        self.title.setObjectName("step_title")
        self.progress = quiet(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(self.progress)
        column.addWidget(self.title)
        column.addWidget(self.steps, 1)
        column.addWidget(Line(self._look))
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        column.addLayout(buttons)

    def _connect_parts(self) -> None:
        self.back_button.clicked.connect(self._go_back)
        self.next_button.clicked.connect(self._go_on)
        self.cancel_button.clicked.connect(self.reject)
        self.password.field.edited.connect(self._show_buttons)
        self.address.edited.connect(self._show_buttons)
        self.checking.retry_requested.connect(self.flow.try_again)
        self.checking.mend_requested.connect(self._go_back)
        self.roles.retry_requested.connect(self.flow.try_again)
        self.roles.session_requested.connect(self.flow.finish_for_session)
        self.roles.primary_chosen.connect(self.flow.choose_primary)
        self.roles.conflict_chosen.connect(self._choose_conflict)
        self.flow.changed.connect(self._show_flow)
        self.flow.password_used.connect(self.password.field.forget)
        self.flow.connected.connect(self._finish)

    # --- going through ----------------------------------------------------------------------

    @Slot()
    def _go_on(self) -> None:
        match self.flow.step:
            case Step.RULES:
                self.flow.begin(self.rules.provider)
            case Step.ADDRESS:
                email, server = self.address.email.text(), self.address.server.text()
                self.address.problem.say(self.flow.enter_address(email, server))
            case Step.PASSWORD:
                self.password.problem.say(self.flow.enter_password(self.password.field.password))
            case Step.ROLES:
                self.flow.finish()
            case _:
                return

    @Slot()
    def _go_back(self) -> None:
        self.flow.back()

    @Slot(int, bool)
    def _choose_conflict(self, calendar: int, is_chosen: bool) -> None:
        chosen = set(self.flow.conflicts)
        if is_chosen:
            chosen.add(calendar)
        else:
            chosen.discard(calendar)
        self.flow.choose_conflicts(chosen)

    @Slot(int)
    def _finish(self, account_id: int) -> None:
        self.connected.emit(account_id)
        self.accept()

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show_flow(self) -> None:
        step = self.flow.step
        match step:
            case Step.CHECKING:
                self.checking.show_flow(self.flow)
                if self.flow.problem is not None:
                    self.checking.mend_button.setFocus()  # Enter mends it, and cancels nothing
            case Step.ROLES:
                self.roles.show_flow(self.flow)
            case _:
                pass
        self._show_buttons()
        if step is not self._shown_step:
            self._shown_step = step
            self._enter(step)

    def _enter(self, step: Step) -> None:
        self.title.setText(tr(TITLES[step]))
        how_far = tr("Step {n} of {all}").format(n=step + 1, all=len(TITLES))
        self.progress.setText(" · ".join(filter(None, (how_far, self.flow.member_name))))
        self.steps.setCurrentIndex(step)
        if step is Step.ADDRESS:
            self.address.ask_for(self.flow.provider)
        if step is Step.PASSWORD:
            self.password.problem.say("")
            self.password.ask_for(self.flow.provider, self.flow.email)
        self._focus(step)

    def _focus(self, step: Step) -> None:
        match step:
            case Step.ADDRESS:
                self.address.focus()
            case Step.PASSWORD:
                self.password.field.setFocus()
            case Step.CHECKING:
                self.cancel_button.setFocus()
            case _:
                self.next_button.setFocus()

    @Slot()
    def _show_buttons(self) -> None:
        step = self.flow.step
        self.back_button.setVisible(step is not Step.RULES)
        self.back_button.setEnabled(self.flow.can_go_back)
        self.next_button.setText(tr(_NEXT_TEXTS.get(step, mark("Continue"))))
        self.next_button.setVisible(step is not Step.CHECKING)
        self.next_button.setEnabled(self._can_go_on())
        self.next_button.setDefault(True)

    def _can_go_on(self) -> bool:
        match self.flow.step:
            case Step.ADDRESS:
                return bool(self.address.email.text().strip())
            case Step.PASSWORD:
                return bool(self.password.field.password)
            case _:
                return self.flow.waiting is Waiting.NOBODY

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where typing begins."""
        super().showEvent(event)
        self._focus(self.flow.step)

    def done(self, result: int) -> None:
        """Whatever the way out, nothing runs on and no password stays."""
        self.flow.give_up()
        super().done(result)


def _put_into_scroll(step: QWidget) -> QScrollArea:
    """Large fonts and long lists of calendars scroll; the buttons stay in sight."""
    area = QScrollArea()
    area.setAccessibleName(tr("Connect an account"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(step)
    return area
