"""Settings > My Profile > Calendar Configuration: the primary calendar, conflicts."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.accounts.accounts_model import AccountSettings
from lcdesk.ui.accounts.edited_choice import EditedChoice
from lcdesk.ui.accounts.member_chooser import MemberChooser
from lcdesk.ui.accounts.options import BlockingList, OptionList
from lcdesk.ui.accounts.sentences import NO_CALENDAR, NO_PRIMARY
from lcdesk.ui.bridge import SyncControl
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
_UNCONNECTED = mark(
    "Connect iCloud or another calendar server, and your private events block your time "
    "here while appointments appear in your own calendar."
)


class CalendarConfiguration(Page):
    """Shows the chosen member's calendars; every choice holds at once."""

    integrations_asked = Signal()

    def __init__(
        self,
        look: Look,
        accounts: AccountSettings,
        sync: SyncControl,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tr("Calendar Configuration"), parent)
        self.setObjectName("calendar_configuration")
        self._accounts = accounts
        self._sync = sync
        self._wanted_primary = NO_CALENDAR
        self.members = MemberChooser(accounts)
        self.notice = Notice(look)
        self.column.addWidget(self.members)
        self.column.addWidget(self.notice)
        self._add_unconnected()
        self._add_choices()
        self._connect_parts()
        self._show()

    # --- making -----------------------------------------------------------------------------

    def _add_unconnected(self) -> None:
        self.unconnected = Panel(self.look)
        self.unconnected.setObjectName("no_account")
        title = heading(self.look, tr("No account is connected yet"), 1.0)
        self.unconnected.column.addWidget(title)
        self.unconnected.column.addWidget(quiet(self.look, tr(_UNCONNECTED)))
        self.integrations_button = QPushButton(tr("Go to Integrations"))
        self.integrations_button.setObjectName("integrations_button")
        self.integrations_button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.integrations_button)
        row.addStretch(1)
        self.unconnected.column.addLayout(row)
        self.column.addWidget(self.unconnected)

    def _add_choices(self) -> None:
        self.primary = OptionList(self.look, name="primary", is_exclusive=True)
        self.conflict = OptionList(self.look, name="conflict", is_exclusive=False)
        self.blocking = BlockingList(self.look)
        self.primary_choice = EditedChoice(
            self.look,
            title=tr("Primary Calendar"),
            explanation=tr(_PRIMARY),
            nothing=tr(NO_PRIMARY),
            options=self.primary,
        )
        self.conflict_choice = EditedChoice(
            self.look,
            title=tr("Check for Conflicts"),
            explanation=tr(_CONFLICT),
            nothing=tr("No other calendar"),
            options=self.conflict,
        )
        self._choices = QWidget()
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(self.gap * 2)
        choices.addWidget(self.primary_choice)
        choices.addWidget(self.conflict_choice)
        self._blocking_part = QWidget()
        blocking = QVBoxLayout(self._blocking_part)
        blocking.setContentsMargins(0, 0, 0, 0)
        blocking.setSpacing(self.gap // 2)
        blocking.addWidget(heading(self.look, tr("What blocks your time")))
        blocking.addWidget(quiet(self.look, tr(_BLOCKING)))
        blocking.addWidget(self.blocking)
        choices.addWidget(self._blocking_part)
        self.column.addWidget(self._choices)

    def _connect_parts(self) -> None:
        self._accounts.changed.connect(self._show)
        self.members.box.activated.connect(self.notice.hide)
        self.integrations_button.clicked.connect(self.integrations_asked)
        self.primary.primary_requested.connect(self._want_primary)
        self.conflict.conflict_requested.connect(self._set_conflict)
        self.blocking.all_day_requested.connect(self._set_all_day)
        self.blocking.tentative_requested.connect(self._set_tentative)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        options = self._accounts.options()
        self.primary_choice.show_options(options.primary)
        self.conflict_choice.show_options(options.conflict)
        blocking = self._accounts.blocking()
        self.blocking.show_options(blocking)
        self._blocking_part.setVisible(bool(blocking))
        self.unconnected.setVisible(not options.conflict)
        self._choices.setVisible(bool(options.conflict))

    # --- asking -----------------------------------------------------------------------------

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

    def _show_error(self, error: LcdeskError) -> None:
        self.notice.show_problem(error.title, error.message, details=error.details)
        self.ensureWidgetVisible(self.notice)
