"""Settings > My Profile > Integrations: connected accounts, and what can be connected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from lcdesk.model.domain.accounts import Provider
from lcdesk.ui.accounts.account_card import AccountCardView, DisconnectDialog
from lcdesk.ui.accounts.accounts_model import AccountSettings
from lcdesk.ui.accounts.change_password import PasswordDialog
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.accounts.member_chooser import MemberChooser
from lcdesk.ui.accounts.sentences import AccountCard
from lcdesk.ui.bridge import AccountControl, SyncActivity, SyncControl, SyncProgress
from lcdesk.ui.widgets.labels import Look, heading, quiet
from lcdesk.ui.widgets.page import Page, Panel, open_over
from lcdesk.ui.wording.labels import mark, tr

_ICLOUD = mark(
    "Your private events block your time here, and appointments appear in your own calendar."
)
_SERVER = mark("The same with Nextcloud, Fastmail, Radicale or any other CalDAV server.")
_NOBODY = mark("An account belongs to a staff member. Add one, then connect their calendar here.")


class IntegrationsPage(Page):
    """Shows the chosen member's accounts; every choice holds at once."""

    connect_opened = Signal(ConnectWizard)
    staff_requested = Signal()  # an account belongs to somebody, and there is nobody yet

    def __init__(
        self,
        look: Look,
        accounts: AccountSettings,
        control: AccountControl,
        sync: SyncControl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tr("Integrations"), parent)
        self.setObjectName("integrations_page")
        self._accounts = accounts
        self._control = control
        self._sync = sync
        self._cards: dict[int, AccountCardView] = {}
        self.members = MemberChooser(accounts)
        self.column.addWidget(self.members)
        self._add_nobody()
        self._add_progress()
        self.connect_button = self._connect_button("connect_button", self._connect_icloud)
        self.server_button = self._connect_button("connect_server_button", self._connect_server)
        self._services = QWidget()
        services = QVBoxLayout(self._services)
        services.setContentsMargins(0, 0, 0, 0)
        services.setSpacing(self.gap)
        self._icloud = self._service(
            services, tr("iCloud Calendar"), tr(_ICLOUD), self.connect_button
        )
        services.addSpacing(self.gap)
        self._server = self._service(
            services, tr("Another calendar server"), tr(_SERVER), self.server_button
        )
        self.column.addWidget(self._services)
        accounts.changed.connect(self._show)
        sync.progressed.connect(self._show_progress)
        sync.activity_changed.connect(self._show_activity)
        self._show()

    # --- making -----------------------------------------------------------------------------

    def _add_nobody(self) -> None:
        self.nobody = Panel(self.look)
        self.nobody.setObjectName("no_staff")
        self.nobody.column.addWidget(heading(self.look, tr("Nobody can be booked yet"), 1.0))
        self.nobody.column.addWidget(quiet(self.look, tr(_NOBODY)))
        self.staff_button = QPushButton(tr("Add a staff member…"))
        self.staff_button.setObjectName("staff_button")
        self.staff_button.setAutoDefault(False)
        self.staff_button.clicked.connect(self.staff_requested)
        self.nobody.column.addLayout(_at_start(self.staff_button))
        self.column.addWidget(self.nobody)

    def _add_progress(self) -> None:
        self.reading = quiet(self.look)
        self.progress = QProgressBar()
        self.progress.setObjectName("first_sync_progress")
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.reading.hide()
        self.progress.hide()
        self.column.addWidget(self.reading)
        self.column.addWidget(self.progress)

    def _connect_button(self, name: str, connect: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(connect)
        return button

    def _service(
        self, column: QVBoxLayout, title: str, explanation: str, button: QPushButton
    ) -> QVBoxLayout:
        """A service with the place of its cards, which is returned, and what connects it."""
        button.setAccessibleName(tr("Connect: {service}").format(service=title))
        column.addWidget(heading(self.look, title))
        column.addWidget(quiet(self.look, explanation))
        cards = QVBoxLayout()
        cards.setSpacing(self.gap)
        column.addLayout(cards)
        column.addLayout(_at_start(button))
        return cards

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        cards = self._accounts.cards()
        self._show_cards(cards)
        is_anybody = self._accounts.member != 0
        self.nobody.setVisible(not is_anybody)
        self._services.setVisible(is_anybody)
        for button, is_icloud in ((self.connect_button, True), (self.server_button, False)):
            is_connected = any(card.is_icloud == is_icloud for card in cards)
            button.setText(tr("Connect another…") if is_connected else tr("Connect…"))

    def _show_cards(self, cards: tuple[AccountCard, ...]) -> None:
        for gone in self._cards.keys() - {card.id for card in cards}:
            view = self._cards.pop(gone)
            view.hide()
            view.setParent(None)
            view.deleteLater()
        for card in cards:
            known = self._cards.get(card.id)
            if known is None:
                self._add_card(card)
            else:
                known.show_card(card)

    def _add_card(self, card: AccountCard) -> None:
        view = self._cards[card.id] = AccountCardView(self.look, card)
        view.sync_requested.connect(self._sync.pass_requested)
        view.password_requested.connect(self.change_password)
        view.disconnect_requested.connect(self.disconnect_account)
        (self._icloud if card.is_icloud else self._server).addWidget(view)

    @Slot(SyncProgress)
    def _show_progress(self, progress: SyncProgress) -> None:
        text = tr("Reading {calendar}: {done} of {total}")
        self.reading.say(
            text.format(calendar=progress.calendar, done=progress.done, total=progress.total)
        )
        self.progress.setRange(0, max(progress.total, 1))
        self.progress.setValue(progress.done)
        self.progress.show()

    @Slot(SyncActivity)
    def _show_activity(self, activity: SyncActivity) -> None:
        if activity is not SyncActivity.BUSY:
            self.reading.say("")
            self.progress.hide()

    # --- asking -----------------------------------------------------------------------------

    def connect_member(self, member: int) -> None:
        """Connect an account to this member at once; 0 is for somebody to choose."""
        if member:
            self._accounts.choose_member(member)
            self.open_wizard()
        else:
            self.members.box.setFocus()

    def open_wizard(self, provider: Provider = Provider.ICLOUD) -> None:
        """Connect an account to the chosen member."""
        wizard = ConnectWizard(self.look, self._control, self._accounts, self)
        wizard.rules.choose(provider)
        wizard.connected.connect(self._sync.pass_requested)
        open_over(self, wizard)
        self.connect_opened.emit(wizard)

    @Slot()
    def _connect_icloud(self) -> None:
        self.open_wizard(Provider.ICLOUD)

    @Slot()
    def _connect_server(self) -> None:
        self.open_wizard(Provider.CALDAV)

    @Slot(int)
    def change_password(self, account_id: int) -> None:
        """Ask for a new password for this account."""
        card = self._card(account_id)
        if card is not None:
            dialog = PasswordDialog(self.look, self._control, card, self)
            dialog.changed.connect(self._sync.pass_requested)
            open_over(self, dialog)

    @Slot(int)
    def disconnect_account(self, account_id: int) -> None:
        """Ask what to do with the copied slots, then disconnect."""
        card = self._card(account_id)
        if card is not None:
            slots = self._accounts.copied_slots(account_id)
            dialog = DisconnectDialog(self.look, self._control, card, slots=slots, parent=self)
            open_over(self, dialog)

    def _card(self, account_id: int) -> AccountCard | None:
        return next((card for card in self._accounts.cards() if card.id == account_id), None)

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Times are kept fresh while somebody looks."""
        super().showEvent(event)
        self._accounts.keep_time()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self._accounts.forget_time()


def _at_start(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row
