"""The last two steps of connecting: the check as it happens, and the choice of calendars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from lcdesk.ui.accounts.connect_flow import ConnectFlow, Waiting
from lcdesk.ui.accounts.connect_words import CHECKS, CHECKS_AHEAD, MENDING, Problem, failed_check
from lcdesk.ui.accounts.options import OptionList
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.widgets.labels import Look, SignLabel, Text, heading, quiet
from lcdesk.ui.widgets.page import Notice, Panel
from lcdesk.ui.wording.labels import tr


class CheckList(Panel):
    """Server found, signed in, calendars read: each with its sign."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("check_list")
        self._rows: dict[str, tuple[SignLabel, Text]] = {}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, (name, _) in enumerate(CHECKS):
            text = tr(CHECKS_AHEAD[name])
            sign, label = SignLabel(look), Text(look, text, tone="quiet_text")
            label.setObjectName(f"check_{name}")
            grid.addWidget(sign, row, 0)
            grid.addWidget(label, row, 1)
            self._rows[name] = (sign, label)
        self.column.addLayout(grid)

    def show_reached(self, reached: Sequence[str], *, has_failed: bool) -> None:
        """Mark what is done, what runs, and where it stopped."""
        stopped_at = failed_check(reached)
        for name, done in CHECKS:
            sign, label, text = *self._rows[name], tr(CHECKS_AHEAD[name])
            if name in reached:
                sign.show_sign(Sign.SYNCED, "good")
                label.say(tr(done), "text")
            elif name != stopped_at:
                sign.show_sign(None)
                label.say(text, "quiet_text")
            elif has_failed:
                sign.show_sign(Sign.FAILED, "danger")
                label.say(text, "text")
            else:
                sign.show_sign(Sign.SYNC_BUSY, "accent")
                label.say(text, "text")


class CheckingStep(QWidget):
    """What the check has reached, or why it stopped."""

    retry_requested = Signal()
    mend_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.subject = quiet(look)
        self.checks = CheckList(look)
        self.notice = Notice(look)
        self.retry_button = QPushButton(tr("Try again"))
        self.retry_button.setObjectName("retry_button")
        self.retry_button.clicked.connect(self.retry_requested)
        self.mend_button = QPushButton()
        self.mend_button.setObjectName("mend_button")
        self.mend_button.clicked.connect(self.mend_requested)
        self.notice.add_action(self.mend_button)
        self.notice.add_action(self.retry_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.subject, self.checks, self.notice):
            column.addWidget(widget)
        column.addStretch(1)

    def show_flow(self, flow: ConnectFlow) -> None:
        """Show how far it is."""
        text = tr("{email} – nothing is stored until you have chosen your calendars.")
        self.subject.say(text.format(email=flow.email))
        self.checks.show_reached(flow.reached, has_failed=flow.problem is not None)
        if flow.problem is not None:
            self.mend_button.setText(tr(MENDING[flow.problem.mended_at]))
        _show_problem(self.notice, flow.problem)


class RolesStep(QWidget):
    """One primary calendar, and any number to be checked for conflicts."""

    primary_chosen = Signal(int)
    conflict_chosen = Signal(int, bool)
    session_requested = Signal()
    retry_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.summary = quiet(look)
        self.primary = OptionList(look, name="primary", is_exclusive=True)
        self.conflict = OptionList(look, name="conflict", is_exclusive=False)
        self.proposal = Text(look)
        self.proposal.setObjectName("proposal")
        self.consequence = Text(look)
        self.consequence.setObjectName("consequence")
        self.notice = Notice(look)
        self.session_button = QPushButton(tr("For this session only"))
        self.session_button.setObjectName("session_only_button")
        self.retry_button = QPushButton(tr("Try again"))
        self.retry_button.setObjectName("keep_retry_button")
        self.notice.add_action(self.retry_button)
        self.notice.add_action(self.session_button)
        self._connect_parts()
        self._arrange(look)

    def show_flow(self, flow: ConnectFlow) -> None:
        """Show what was found and chosen, and what stood in the way."""
        options = flow.options()
        self.summary.say(flow.summary)
        self.primary.show_options(options.primary)
        self.conflict.show_options(options.conflict)
        self.proposal.say(flow.proposal)
        self.consequence.say(flow.consequence)
        self.session_button.setVisible(flow.offers_session_only)
        _show_problem(self.notice, flow.problem)
        is_keeping = flow.waiting is Waiting.KEEP
        for part in (self.primary, self.conflict):
            part.setEnabled(not is_keeping)

    def _connect_parts(self) -> None:
        self.primary.primary_requested.connect(self.primary_chosen)
        self.conflict.conflict_requested.connect(self.conflict_chosen)
        self.session_button.clicked.connect(self.session_requested)
        self.retry_button.clicked.connect(self.retry_requested)

    def _arrange(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(self.summary)
        column.addSpacing(4)
        column.addWidget(heading(look, tr("Primary calendar")))
        column.addWidget(
            quiet(look, tr("Appointments booked here are written to this one calendar."))
        )
        column.addWidget(self.proposal)
        column.addWidget(self.primary)
        column.addWidget(self.consequence)
        column.addSpacing(8)
        column.addWidget(heading(look, tr("Check for conflicts")))
        column.addWidget(
            quiet(
                look, tr("Events in these calendars make the time unavailable. They are only read.")
            )
        )
        column.addWidget(self.conflict)
        column.addStretch(1)


def _show_problem(notice: Notice, problem: Problem | None) -> None:
    if problem is None:
        notice.hide()
    elif not (notice.isVisible() and notice.title.text() == problem.title):
        notice.show_problem(problem.title, problem.message, details=problem.details)
