"""Settings > Notifications: when reminders come, what else is told, and when nothing is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lcdesk.model.booking.reminders import QuietHours
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.reminders.choices_model import USUAL_QUIET, ReminderChoices
from lcdesk.ui.reminders.lengths_field import LengthsField
from lcdesk.ui.widgets.date_field import TimeField
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.widgets.page import Notice, Page
from lcdesk.ui.widgets.parts import check
from lcdesk.ui.wording.labels import mark, tr

_REMINDERS = mark(
    "For calendars without reminders of their own. A day before is the same time on the day before."
)
_TIME_WIDTH = 92  # with its arrows, for usual text
_QUIET = mark("What falls due meanwhile is told when they are over.")
_HIDDEN = mark("They say “Appointment at 14:00”, also on a locked screen.")


class NotificationsPage(Page):
    """What notifications say, and when."""

    def __init__(self, look: Look, choices: ReminderChoices, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Notifications"), parent)
        self.setObjectName("notifications_page")
        self._choices = choices
        self.notice = Notice(look)
        self.column.addWidget(self.notice)
        part = self.section(tr("Reminders before appointments"), tr(_REMINDERS))
        self.lengths = LengthsField("usual_reminder")
        part.addWidget(self.lengths)
        part = self.section(tr("Needs attention"))
        self.attention = check(
            tr("Tell me what begins to wait while the window is closed"), "attention_notices"
        )
        part.addWidget(self.attention)
        part = self.section(tr("Privacy"))
        self.hidden = check(tr("Hide details in notifications"), "notices_hide_details")
        part.addWidget(self.hidden)
        part.addWidget(quiet(look, tr(_HIDDEN)))
        self._add_quiet()
        self._show()
        self.lengths.edited.connect(self._choose_lengths)
        self.attention.clicked.connect(self._choose_attention)
        self.hidden.clicked.connect(self._choose_hidden)
        self.is_quiet.clicked.connect(self._choose_quiet)
        self.since.editingFinished.connect(self._choose_quiet)
        self.until.editingFinished.connect(self._choose_quiet)
        choices.changed.connect(self._show)

    def _add_quiet(self) -> None:
        part = self.section(tr("Quiet hours"), tr(_QUIET))
        self.is_quiet = check(tr("Tell nothing"), "is_quiet")
        self.is_quiet.setAccessibleName(tr("Quiet hours"))
        locale = self._choices.locale
        self.since = TimeField("quiet_since", locale)
        self.since.setAccessibleName(tr("Quiet from"))
        self.until = TimeField("quiet_until", locale)
        self.until.setAccessibleName(tr("Quiet until"))
        for edit in (self.since, self.until):
            edit.setMinimumWidth(grow(edit.font(), _TIME_WIDTH))
        row = QHBoxLayout()
        for widget in (
            self.is_quiet, QLabel(tr("from")), self.since, QLabel(tr("until")), self.until
        ):  # fmt: skip
            row.addWidget(widget)
        row.addStretch(1)
        part.addLayout(row)

    @Slot()
    def _show(self) -> None:
        """Each value as it is kept."""
        choices = self._choices
        self.lengths.fill(choices.usual)
        self.attention.setChecked(choices.tells_attention)
        self.hidden.setChecked(choices.hides_details)
        kept = choices.quiet
        self.is_quiet.setChecked(kept is not None)
        shown = kept or USUAL_QUIET
        for edit, minute in ((self.since, shown.start), (self.until, shown.end)):
            edit.setEnabled(kept is not None)
            if not edit.hasFocus():
                edit.show_minute(minute)

    @Slot()
    def _choose_lengths(self) -> None:
        self._keep(lambda: setattr(self._choices, "usual", self.lengths.lengths))

    @Slot(bool)
    def _choose_attention(self, tells: bool) -> None:
        self._keep(lambda: setattr(self._choices, "tells_attention", tells))

    @Slot(bool)
    def _choose_hidden(self, hides: bool) -> None:
        self._keep(lambda: setattr(self._choices, "hides_details", hides))

    @Slot()
    def _choose_quiet(self) -> None:
        chosen = None
        if self.is_quiet.isChecked():
            chosen = QuietHours(self.since.minute, self.until.minute)
        if chosen != self._choices.quiet:
            self._keep(lambda: setattr(self._choices, "quiet", chosen))

    def _keep(self, work: Callable[[], None]) -> None:
        """Shows on the page what could not be saved."""
        self.notice.hide()
        try:
            work()
        except LcdeskError as error:
            self.notice.show_problem(error.title, error.message, details=error.details)
