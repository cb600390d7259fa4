"""Settings > My Profile > Calendar Configuration: accounts, the primary calendar, conflicts."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.account_card import AccountCardView, DisconnectDialog
from lcdesk.ui.accounts.accounts_model import AccountSettings
from lcdesk.ui.accounts.change_password import PasswordDialog
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.accounts.options import BlockingList, OptionList
from lcdesk.ui.accounts.sentences import NO_CALENDAR, AccountCard
from lcdesk.ui.bridge import AccountControl, SyncActivity, SyncControl, SyncProgress
from lcdesk.ui.widgets.labels import Look, heading, quiet
from lcdesk.ui.widgets.page import Notice, Page, Panel, open_over
from lcdesk.ui.widgets.parts import message_box
from lcdesk.ui.wording.labels import mark, tr

_PRIMARY = mark(
    "Appointments booked here are written to this one calendar, and events in it block your "
    "time. Appointments on simple calendars are not: iCloud is not supported for them."
)
_BLOCKING = mark(
    "Unticked, such events are still shown, but their time stays bookable. Events that are marked "
    "free never block."
)
_CONFLICT = mark("Events in these calendars block your time as well. lcdesk only reads them.")


class CalendarConfiguration(Page):
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
        super().__init__(look, tr("Calendar Configuration"), parent)
        self.setObjectName("calendar_configuration")
        self._accounts = accounts
        self._control = control
        self._sync = sync
        self._cards: dict[int, AccountCardView] = {}
        self._wanted_primary = NO_CALENDAR
        self._make_parts()
        self._arrange()
        self._connect_parts()
        self._show()

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.member_label = QLabel(tr("Staff member"))
        self.member_box = QComboBox()
        self.member_box.setObjectName("member_box")
        self.member_label.setBuddy(self.member_box)
        self.notice = Notice(self.look)
        self.nobody = _nobody_panel(self.look)
        self.staff_button = QPushButton(tr("Add a staff member…"))
        self.staff_button.setObjectName("staff_button")
        self.staff_button.setAutoDefault(False)
        self.nobody.column.addLayout(_at_start(self.staff_button))
        self.empty = _empty_panel(self.look)
        self.connect_button = QPushButton(tr("Connect an account…"))
        self.connect_button.setObjectName("connect_button")
        self.connect_button.setAutoDefault(False)
        self.reading = quiet(self.look)
        self.progress = QProgressBar()
        self.progress.setObjectName("first_sync_progress")
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.primary = OptionList(self.look, name="primary", is_exclusive=True)
        self.conflict = OptionList(self.look, name="conflict", is_exclusive=False)
        self.blocking = BlockingList(self.look)
        self.reading.hide()
        self.progress.hide()

    def _arrange(self) -> None:
        chooser = QHBoxLayout()
        chooser.addWidget(self.member_label)
        chooser.addWidget(self.member_box)
        chooser.addStretch(1)
        self.column.addLayout(chooser)
        self.column.addWidget(self.notice)
        self._card_column = QVBoxLayout()
        self._card_column.setSpacing(self.gap)
        accounts = self.section(tr("Accounts"))
        accounts.addLayout(self._card_column)
        accounts.addWidget(self.nobody)
        accounts.addWidget(self.empty)
        accounts.addWidget(self.reading)
        accounts.addWidget(self.progress)
        accounts.addLayout(_at_start(self.connect_button))
        self._choices = QWidget()
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(self.gap // 2)
        self._add_choice(choices, tr("Primary calendar"), tr(_PRIMARY), self.primary)
        choices.addSpacing(self.gap)
        self._add_choice(choices, tr("Check for conflicts"), tr(_CONFLICT), self.conflict)
        self._blocking_part = QWidget()
        blocking = QVBoxLayout(self._blocking_part)
        blocking.setContentsMargins(0, self.gap, 0, 0)
        blocking.setSpacing(self.gap // 2)
        self._add_choice(blocking, tr("What blocks your time"), tr(_BLOCKING), self.blocking)
        choices.addWidget(self._blocking_part)
        self.column.addWidget(self._choices)

    def _add_choice(
        self, column: QVBoxLayout, title: str, explanation: str, options: Panel
    ) -> None:
        column.addWidget(heading(self.look, title))
        column.addWidget(quiet(self.look, explanation))
        column.addWidget(options)

    def _connect_parts(self) -> None:
        self._accounts.changed.connect(self._show)
        self.member_box.activated.connect(self._choose_member)
        self.connect_button.clicked.connect(self.open_wizard)
        self.staff_button.clicked.connect(self.staff_requested)
        self.primary.primary_requested.connect(self._want_primary)
        self.conflict.conflict_requested.connect(self._set_conflict)
        self.blocking.all_day_requested.connect(self._set_all_day)
        self.blocking.tentative_requested.connect(self._set_tentative)
        self._sync.progressed.connect(self._show_progress)
        self._sync.activity_changed.connect(self._show_activity)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        self._show_members()
        cards = self._accounts.cards()
        self._show_cards(cards)
        options = self._accounts.options()
        self.primary.show_options(options.primary)
        self.conflict.show_options(options.conflict)
        blocking = self._accounts.blocking()
        self.blocking.show_options(blocking)
        self._blocking_part.setVisible(bool(blocking))
        is_anybody = self._accounts.member != 0
        self.nobody.setVisible(not is_anybody)
        self.empty.setVisible(is_anybody and not cards)
        self._choices.setVisible(bool(options.conflict))
        self.connect_button.setText(
            tr("Connect another account…") if cards else tr("Connect an account…")
        )
        self.connect_button.setVisible(is_anybody)

    def _show_members(self) -> None:
        members = self._accounts.members
        shown = [self.member_box.itemData(at) for at in range(self.member_box.count())]
        if shown != [member_choice.id for member_choice in members]:
            self.member_box.clear()
            for member_choice in members:
                self.member_box.addItem(member_choice.name, member_choice.id)
        self.member_box.setCurrentIndex(self.member_box.findData(self._accounts.member))
        for widget in (self.member_label, self.member_box):
            widget.setVisible(len(members) > 1)

    def _show_cards(self, cards: tuple[AccountCard, ...]) -> None:
        for gone in self._cards.keys() - {account_card.id for account_card in cards}:
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
        self._card_column.addWidget(view)

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

    @Slot(int)
    def _choose_member(self, index: int) -> None:
        self.notice.hide()
        self._accounts.choose_member(int(self.member_box.itemData(index)))

    def connect_member(self, member: int) -> None:
        """Connect an account to this member at once; 0 is for somebody to choose."""
        if member:
            self._accounts.choose_member(member)
            self.open_wizard()
        else:
            self.member_box.setFocus()

    @Slot()
    def open_wizard(self) -> None:
        """Connect an account to the chosen member."""
        wizard = ConnectWizard(self.look, self._control, self._accounts, self)
        wizard.connected.connect(self._begin_sync)
        open_over(self, wizard)
        self.connect_opened.emit(wizard)

    @Slot(int)
    def change_password(self, account_id: int) -> None:
        """Ask for a new password for this account."""
        card = self._card(account_id)
        if card is not None:
            dialog = PasswordDialog(self.look, self._control, card, self)
            dialog.changed.connect(self._begin_sync)
            open_over(self, dialog)

    @Slot(int)
    def disconnect_account(self, account_id: int) -> None:
        """Ask what to do with the copied slots, then disconnect."""
        card = self._card(account_id)
        if card is not None:
            slots = self._accounts.copied_slots(account_id)
            dialog = DisconnectDialog(self.look, self._control, card, slots=slots, parent=self)
            open_over(self, dialog)

    @Slot(int)
    def _want_primary(self, linked_id: int) -> None:
        """Ask first when appointments would move."""
        self._show()  # the click is a wish; what holds is shown until it is granted
        name = self._accounts.name_of(linked_id)
        sentence = self._accounts.move_sentence_for(name) if name else self._accounts.leave_sentence
        before = self._accounts.primary
        if linked_id == (before.id if before else NO_CALENDAR):
            return
        self._wanted_primary = linked_id
        if sentence:
            self._ask_to_move(sentence, name)
        else:
            self._set_primary()

    def _ask_to_move(self, sentence: str, name: str) -> None:
        more = ""
        if name and self._accounts.primary is not None:
            mailed = self._accounts.mail_sentence_for(self._wanted_primary)
            how = tr("They are created there first, then removed from the old calendar.")
            more = f"{how} {mailed}".rstrip()
        box = message_box(self, "move_question", sentence, more)
        box.setWindowTitle(tr("Primary calendar"))
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        label = (
            tr("Use {name}").format(name=name.replace("&", "&&")) if name else tr("Use no calendar")
        )
        confirm = box.addButton(label, QMessageBox.ButtonRole.AcceptRole)
        confirm.setObjectName("confirm_move")
        box.setDefaultButton(confirm)
        box.accepted.connect(self._set_primary)
        open_over(self, box)

    @Slot()
    def _set_primary(self) -> None:
        self.notice.hide()
        try:
            self._accounts.set_primary(self._wanted_primary)
        except LcdeskError as error:
            self._show_error(error)
        else:
            self._sync.pass_requested.emit()

    @Slot(int, bool)
    def _set_conflict(self, linked_id: int, is_chosen: bool) -> None:
        self.notice.hide()
        try:
            self._accounts.set_conflict(linked_id, Role.CONFLICT if is_chosen else Role.NONE)
        except LcdeskError as error:
            self._show_error(error)
        else:
            self._sync.pass_requested.emit()

    @Slot(int, bool)
    def _set_all_day(self, linked_id: int, blocks: bool) -> None:
        self._set_blocking(linked_id, all_day=blocks)

    @Slot(int, bool)
    def _set_tentative(self, linked_id: int, blocks: bool) -> None:
        self._set_blocking(linked_id, tentative=blocks)

    def _set_blocking(self, linked_id: int, **choice: bool) -> None:
        self.notice.hide()
        try:
            self._accounts.set_blocking(linked_id, **choice)
        except LcdeskError as error:
            self._show_error(error)

    @Slot()
    def _begin_sync(self) -> None:
        self._sync.pass_requested.emit()

    def _show_error(self, error: LcdeskError) -> None:
        self.notice.show_problem(error.title, error.message, details=error.details)
        self.ensureWidgetVisible(self.notice)

    def _card(self, account_id: int) -> AccountCard | None:
        return next(
            (
                account_card
                for account_card in self._accounts.cards()
                if account_card.id == account_id
            ),
            None,
        )

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Times are kept fresh while somebody looks."""
        super().showEvent(event)
        self._accounts.keep_time()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self._accounts.forget_time()


def _nobody_panel(look: Look) -> Panel:
    return _said_panel(
        look,
        "no_staff",
        tr("Nobody can be booked yet"),
        tr("An account belongs to a staff member. Add one, then connect their calendar here."),
    )


def _empty_panel(look: Look) -> Panel:
    return _said_panel(
        look,
        "no_account",
        tr("No account is connected yet"),
        tr(
            "Connect iCloud or another calendar server, and your private events block your time "
            "here while appointments appear in your own calendar."
        ),
    )


def _said_panel(look: Look, name: str, title: str, text: str) -> Panel:
    panel = Panel(look)
    panel.setObjectName(name)
    panel.column.addWidget(heading(look, title, 1.0))
    panel.column.addWidget(quiet(look, text))
    return panel


def _at_start(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row
