"""Put somebody on the waiting list: who, for which calendar, and which times suit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QDate, QModelIndex, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import MINUTES_A_DAY
from lcdesk.ui.booking.dialog_parts import ServiceBox
from lcdesk.ui.booking.draft_model import ServiceChoice
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.waiting.editor_model import WaitingEditor
from lcdesk.ui.widgets.date_field import DateField, TimeField
from lcdesk.ui.widgets.fields import CONTACT, contact_completer
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.parts import (
    accept_or_cancel,
    align_labels,
    calendar_rows,
    fill_choice,
    form_of_fields,
    heading_font,
    keep_narrow,
    plain_label,
    set_name,
)
from lcdesk.ui.wording.labels import tr

_A_MONDAY = date(2026, 1, 5)
_WEEK = 7
_MORNING, _EVENING = 9 * 60, 18 * 60


class WaitingEditorDialog(QDialog):
    """Shows a WaitingEditor and hands it what was entered."""

    def __init__(self, model: WaitingEditor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting_editor")
        self.setWindowTitle(tr("Change an entry") if model.is_change else tr("Put on the list"))
        self._model = model
        self._look = look
        self._make_fields()
        self._arrange()
        self._fill()
        self._offer()
        self._connect()
        self._dress()
        (self._first if self._name.text() else self._name).setFocus()

    def _make_fields(self) -> None:
        model, look = self._model, self._look
        self._name = set_name(QLineEdit(), "waiting_name")
        self._name.setPlaceholderText(tr("Who is it for?"))
        self._name.setAccessibleName(tr("Contact"))
        self._name.setFont(heading_font(self, 1.2))
        self._email = set_name(QLineEdit(), "waiting_email")
        self._phone = set_name(QLineEdit(), "waiting_phone")
        for line, text in ((self._email, tr("E-mail")), (self._phone, tr("Phone"))):
            line.setPlaceholderText(text)
            line.setAccessibleName(text)
        completer = contact_completer(model.contacts, self)
        # By row: two contacts may share a name.
        completer.activated[QModelIndex].connect(self._take_contact)  # type: ignore[index]
        self._name.setCompleter(completer)
        for line in (self._name, self._email, self._phone):
            line.setReadOnly(model.is_change)
        self._calendar = set_name(QComboBox(), "waiting_calendar")
        self._staff = set_name(QComboBox(), "waiting_staff")
        for choice in (self._calendar, self._staff):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            keep_narrow(choice, 12)
        self._service = ServiceBox()
        palette, icons, weekday = look.appearance.palette, look.icons, model.locale.first_weekday
        self._first = set_name(DateField(palette, icons, first_weekday=weekday), "waiting_first")
        self._last = set_name(DateField(palette, icons, first_weekday=weekday), "waiting_last")
        self._weekdays = [self._weekday(number) for number in range(_WEEK)]
        self._any_time = set_name(QCheckBox(tr("Any time of day")), "waiting_any_time")
        self._after = TimeField("waiting_after", model.locale)
        self._before = TimeField("waiting_before", model.locale)
        for field in (self._after, self._before):
            field.setMinimumWidth(self.fontMetrics().horizontalAdvance("00:00 AM") + 56)
        self._notes = set_name(QPlainTextEdit(), "waiting_notes")
        self._notes.setTabChangesFocus(True)
        self._notes.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 12)
        self._zone = plain_label(name="waiting_zone", wraps=True)
        self._problem = plain_label(name="waiting_problem", wraps=True)
        self._problem.hide()
        self._save = set_name(QPushButton(), "waiting_save")
        self._save.setText(tr("Save") if model.is_change else tr("Put on the list"))

    def _weekday(self, number: int) -> QCheckBox:
        day, locale = _A_MONDAY + timedelta(days=number), self._model.locale
        box = set_name(QCheckBox(locale.brief_weekday(day)), f"waiting_weekday_{number}")
        box.setAccessibleName(locale.long_weekday(day))
        box.setToolTip(locale.long_weekday(day))
        return box

    def _arrange(self) -> None:
        form = form_of_fields()
        self._form = form
        form.addRow(tr("Calendar"), self._calendar)
        self._service.add_to(form)
        self._staff_label = QLabel(tr("Staff"))
        form.addRow(self._staff_label, self._staff)
        form.addRow(tr("From"), self._first)
        form.addRow(tr("To"), self._last)
        begin = self._model.locale.first_weekday - 1
        ordered = [self._weekdays[(begin + passed) % _WEEK] for passed in range(_WEEK)]
        form.addRow(tr("On"), _row(*ordered))
        form.addRow(tr("Time"), self._any_time)
        self._between = set_name(QWidget(), "waiting_between")
        between = _row(self._after, QLabel(tr("to")), self._before)
        between.setContentsMargins(0, 0, 0, 0)
        between.addStretch(1)
        self._between.setLayout(between)
        form.addRow("", self._between)
        form.addRow("", self._zone)
        form.addRow(tr("Notes"), self._notes)
        align_labels(form)
        self._after.setAccessibleName(tr("Not before"))
        self._before.setAccessibleName(tr("Over by"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addLayout(_row(self._email, self._phone))
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addStretch(1)
        column.addWidget(self._buttons())
        self.setMinimumWidth(grow(self.font(), 440))

    def _buttons(self) -> QDialogButtonBox:
        return accept_or_cancel(self, self._save)

    def _connect(self) -> None:
        self._calendar.activated.connect(self._choose_calendar)
        self._any_time.toggled.connect(self._show_times)
        self._first.dateChanged.connect(self._follow_first)
        self._model.changed.connect(self._offer)
        self._model.refused.connect(self._tell)
        self._look.appearance.changed.connect(self._dress)

    # --- showing ----------------------------------------------------------------------------

    def _fill(self) -> None:
        draft, contact = self._model.draft, self._model.contact
        self._name.setText(contact.name)
        self._email.setText(contact.email)
        self._phone.setText(contact.phone)
        for field in (self._first, self._last):
            field.begin_at(self._model.first_day)
        self._first.show_day(draft.first)
        self._last.show_day(draft.last)
        for number, box in enumerate(self._weekdays):
            box.setChecked(number in draft.weekdays)
        is_any = (draft.after, draft.before) == (0, MINUTES_A_DAY)
        self._any_time.setChecked(is_any)
        self._after.show_minute(_MORNING if is_any else draft.after)
        self._before.show_minute(_EVENING if is_any else draft.before % MINUTES_A_DAY)
        self._notes.setPlainText(draft.notes)
        self._show_times(is_any)

    @Slot()
    def _offer(self) -> None:
        """What the chosen calendar has to choose from."""
        model = self._model
        fill_choice(self._calendar, calendar_rows(model.calendars), model.draft.calendar)
        staff = [(*choice, QIcon()) for choice in model.staff_choices]
        fill_choice(self._staff, staff, model.draft.staff or 0)
        self._staff.setVisible(bool(staff))
        self._staff_label.setVisible(bool(staff))
        self._service.offer(model.variation_choices, model.add_on_choices)
        self._service.show_choice(ServiceChoice(model.draft.variation, model.draft.add_ons))
        self._zone.setText(model.zone_note)
        self._form.setRowVisible(self._zone, bool(model.zone_note))

    @Slot(bool)
    def _show_times(self, is_any: bool) -> None:
        self._form.setRowVisible(self._between, not is_any)

    @Slot()
    def _dress(self) -> None:
        palette = self._look.appearance.palette
        self._zone.setStyleSheet(f"color: {palette.quiet_text};")
        self._problem.setStyleSheet(f"color: {palette.danger};")
        for field in (self._first, self._last):
            field.restyle(palette)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()

    # --- collecting -------------------------------------------------------------------------

    @Slot()
    def _choose_calendar(self) -> None:
        self._model.choose_calendar(self._calendar.currentData() or 0)

    @Slot(QDate)
    def _follow_first(self, first: QDate) -> None:
        """The last day never lies before the first."""
        if self._last.date() < first:
            self._last.setDate(first)

    @Slot(QModelIndex)
    def _take_contact(self, index: QModelIndex) -> None:
        contact = index.data(CONTACT)
        if isinstance(contact, Contact):
            self._model.contact = contact
            self._email.setText(contact.email)
            self._phone.setText(contact.phone)

    def _read_form(self) -> Waiting:
        is_any = self._any_time.isChecked()
        chosen = self._service.choice
        return replace(
            self._model.draft,
            calendar=self._calendar.currentData() or 0,
            staff=self._staff.currentData() or None,
            variation=chosen.variation,
            add_ons=chosen.add_ons,
            first=self._first.day,
            last=self._last.day,
            weekdays=tuple(at for at, box in enumerate(self._weekdays) if box.isChecked()),
            after=0 if is_any else self._after.minute,
            before=MINUTES_A_DAY if is_any else self._before.minute or MINUTES_A_DAY,
            notes=self._notes.toPlainText(),
        )

    def _read_contact(self) -> Contact:
        """Who was chosen, as long as what stands in the fields is theirs."""
        known = self._model.contact
        typed = (self._name.text(), self._email.text(), self._phone.text())
        is_known = (known.name, known.email, known.phone) == typed
        return known if is_known else Contact(0, *typed)

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        if self._model.save(self._read_form(), self._read_contact()):
            super().accept()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row
