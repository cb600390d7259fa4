"""Settings > Calendars: the five kinds, with all their settings."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.records.calendar_form import CalendarForm
from lcdesk.ui.records.editor_model import NOTHING
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.records.record_page import RecordPage
from lcdesk.ui.records.small_week import SmallWeekView
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.wording.labels import kind_name, tr


class CalendarPage(RecordPage):
    """Booking calendars."""

    def __init__(self, look: Look, editors: Editors, parent: QWidget | None = None) -> None:
        self._editors = editors
        self._form = CalendarForm(look, editors)
        super().__init__(
            look,
            editors.calendars,
            self._form,
            title=tr("Calendars"),
            name="calendar_page",
            empty=tr("No calendars yet.\nPress New and choose a kind."),
            parent=parent,
        )
        self._week = editors.small_week(self)
        self._effect = SmallWeekView(look, self._week, editors.locale, "calendar_week")
        self.add_effect(self._effect)
        self._of = NOTHING
        self.new_button.setMenu(self._kinds())
        self.clone_button = self._button(tr("Clone"), "clone")
        self.active_button = self._button(tr("Deactivate"), "active")
        self.clone_button.clicked.connect(editors.clone_calendar)
        self.active_button.clicked.connect(editors.switch_calendar)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.clone_button, 1)
        second.addWidget(self.active_button, 1)
        self.side.addLayout(second)
        editors.calendars.changed.connect(self._show_more)
        editors.calendars.edited.connect(self._show_more)
        self._week.changed.connect(self._say_next)
        editors.staff.changed.connect(self._fill_again)
        editors.resources.changed.connect(self._fill_again)
        self._show_more()

    def _kinds(self) -> QMenu:
        menu = QMenu(self)
        for kind in CalendarKind:
            menu.addAction(kind_name(kind)).setData(kind)
        menu.triggered.connect(self._begin)
        return menu

    @Slot(QAction)
    def _begin(self, action: QAction) -> None:
        self._editors.begin_calendar(CalendarKind(action.data()))
        self.begin()

    @Slot()
    def _show_more(self) -> None:
        editor = self.editor
        draft = editor.draft
        is_kept = draft is not None and not editor.is_new
        self.clone_button.setEnabled(is_kept and not editor.is_changed)
        self.active_button.setEnabled(is_kept and not editor.is_changed)
        is_active = draft is None or draft.active
        self.active_button.setText(tr("Deactivate") if is_active else tr("Activate"))
        if editor.chosen != self._of:
            self._of = editor.chosen
            self._week.begin_anew()
        self._week.follow(self._editors.open_slots())
        if editor.problem.message:
            self._effect.say(tr("Open slots are shown when the form holds no mistake."), "danger")

    @Slot()
    def _say_next(self) -> None:
        """Beside the week, which may be another one than the next slot's."""
        draft, problem = self.editor.draft, self.editor.problem.message
        if draft is not None and not problem:
            self._effect.say(self._editors.preview(draft))

    @Slot()
    def _fill_again(self) -> None:
        """Names of staff members and rooms stand in the form too."""
        if self.editor.draft is not None:
            self._form.fill(self.editor.draft)
            self._show_more()
