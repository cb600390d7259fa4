"""The dialogs in which an appointment, and the words of an event that was read, are changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.people import Contact
from lcdesk.ui.entries.edit_appointment_model import EditModel
from lcdesk.ui.entries.time_fields import EditedTime, TimeFields
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.answers_form import AnswersForm
from lcdesk.ui.widgets.fields import CONTACT, contact_completer
from lcdesk.ui.widgets.page import Scrolling
from lcdesk.ui.widgets.parts import (
    Row,
    accept_or_cancel,
    align_labels,
    calendar_rows,
    fill_choice,
    form_of_fields,
    heading_font,
    plain_label,
    set_name,
)


class EditAppointmentDialog(QDialog):
    """Shows an EditModel's draft and hands it what was entered."""

    def __init__(
        self,
        model: EditModel,
        appearance: Appearance,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("edit_dialog")
        whole, seat = self.tr("Edit appointment"), self.tr("Change seat")
        self.setWindowTitle(whole if model.has_words else seat)
        self._model = model
        self._appearance = appearance
        self._make()
        draft, context = model.draft, model.context
        self._time = TimeFields(
            EditedTime(draft.start, draft.length),
            context.tz,
            context.locale,
            appearance=appearance,
            icons=icons,
            has_end=model.has_end,
        )
        self._time.edited.connect(self._take_time)
        self._arrange()
        self._show()
        model.changed.connect(self._show)
        appearance.changed.connect(self._dress)
        for line in (self._title, self._location, self._contact):
            line.textEdited.connect(self._write_down)
        self._notes.textChanged.connect(self._write_down)
        self._answers.edited.connect(self._write_down)
        for choice in (self._calendar, self._staff):
            choice.activated.connect(self._write_down)
        self._dress()
        first = self._title if model.has_words else self._contact
        first.selectAll()
        first.setFocus()

    def _make(self) -> None:
        draft = self._model.draft
        self._title = set_name(QLineEdit(draft.title), "edit_title")
        self._title.setFont(heading_font(self, 1.2))
        self._title.setAccessibleName(self.tr("Title"))
        self._contact = set_name(QLineEdit(draft.name), "edit_contact")
        self._contact.setCompleter(self._completer())
        self._calendar = set_name(QComboBox(), "edit_calendar")
        self._calendar.setIconSize(QSize(12, 12))
        self._staff = set_name(QComboBox(), "edit_staff")
        for choice in (self._calendar, self._staff):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._location = set_name(QLineEdit(draft.location), "edit_location")
        self._notes = set_name(QPlainTextEdit(draft.notes), "edit_notes")
        self._notes.setTabChangesFocus(True)
        self._notes.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 12)
        self._answers = AnswersForm("edit_answers")
        self._problem = plain_label(name="edit_problem", wraps=True)
        self._save = set_name(QPushButton(), "edit_save")

    def _arrange(self) -> None:
        form = form_of_fields()
        if self._model.has_time:
            self._time.add_to(form)
        self._staff_label = QLabel(self.tr("Staff"))
        if self._model.has_contact:
            form.addRow(self.tr("Contact"), self._contact)
        if self._model.has_people:
            form.addRow(self.tr("Calendar"), self._calendar)
            form.addRow(self._staff_label, self._staff)
        if self._model.has_words:
            form.addRow(self.tr("Location"), self._location)
            form.addRow(self.tr("Notes"), self._notes)
        align_labels(form)
        self._staff_label.setBuddy(self._staff)
        content = QWidget()
        fields = QVBoxLayout(content)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        if self._model.has_words:
            fields.addWidget(self._title)
        fields.addLayout(form)
        fields.addWidget(self._answers)
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(Scrolling(content), 1)
        column.addWidget(self._problem)
        column.addWidget(accept_or_cancel(self, self._save))
        self.setMinimumWidth(grow(self.font(), 440))

    def _completer(self) -> QCompleter:
        completer = contact_completer(self._model.contacts, self)
        completer.activated[QModelIndex].connect(self._take_contact)  # type: ignore[index]
        return completer

    @Slot()
    def _write_down(self) -> None:
        draft = self._model.draft
        name = self._contact.text()
        self._model.change(
            replace(
                draft,
                title=self._title.text(),
                location=self._location.text(),
                notes=self._notes.toPlainText(),
                calendar=self._calendar.currentData() or draft.calendar,
                staff=draft.staff if self._staff.isHidden() else self._staff.currentData() or 0,
                name=name,
                contact=draft.contact if name == draft.name else 0,
                answers={**draft.answers, **self._answers.answers},
            )
        )

    @Slot()
    def _take_time(self) -> None:
        time = self._time.time
        self._model.change(replace(self._model.draft, start=time.start, length=time.length))

    @Slot(QModelIndex)
    def _take_contact(self, index: QModelIndex) -> None:
        chosen: Contact = index.data(CONTACT)
        self._contact.setText(chosen.name)
        self._model.change(replace(self._model.draft, name=chosen.name, contact=chosen.id))

    @Slot()
    def _show(self) -> None:
        model = self._model
        fill_choice(self._calendar, calendar_rows(model.calendars), model.draft.calendar)
        rows: list[Row] = [(key, text, QIcon()) for key, text in model.staff_choices]
        fill_choice(self._staff, rows, model.draft.staff)
        for widget in (self._staff, self._staff_label):
            widget.setVisible(bool(rows) and model.has_people)
        self._answers.ask(model.fields)
        self._answers.fill(model.draft.answers)
        self._problem.setText(model.problem)
        self._problem.setVisible(bool(model.problem))
        self._save.setText(model.button)

    @Slot()
    def _dress(self) -> None:
        self._problem.setStyleSheet(f"color: {self._appearance.palette.danger};")

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        self._write_down()
        if self._model.save():
            super().accept()


class EditWordsDialog(QDialog):
    """Words, and the time of what does not fill whole days; the caller sends the command."""

    # Title, location, notes and the EditedTime; None for what nobody touched, which may be another
    # by now.
    saved = Signal(object, object, object, object)

    def __init__(
        self,
        *,
        title: str,
        location: str,
        notes: str,
        time: TimeFields | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("edit_words_dialog")
        self._time = time
        if time is not None:
            time.setParent(self)
        self.setWindowTitle(self.tr("Edit event"))
        self._title = set_name(QLineEdit(title), "edit_title")
        self._title.setFont(heading_font(self, 1.2))
        self._title.setAccessibleName(self.tr("Title"))
        self._location = set_name(QLineEdit(location), "edit_location")
        self._notes = set_name(QPlainTextEdit(notes), "edit_notes")
        self._notes.setTabChangesFocus(True)
        self._before = self._words()  # a field may have left something out
        self._arrange()
        self._title.selectAll()
        self._title.setFocus()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if self._time is not None:
            self._time.add_to(form)
        form.addRow(self.tr("Location"), self._location)
        form.addRow(self.tr("Notes"), self._notes)
        align_labels(form)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setObjectName("edit_save")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(grow(self.font(), 440))

    def _words(self) -> tuple[str, str, str]:
        return (self._title.text(), self._location.text(), self._notes.toPlainText())

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        pairs = zip(self._words(), self._before, strict=True)
        words = [new if new != old else None for new, old in pairs]
        time = None if self._time is None or not self._time.is_edited else self._time.time
        self.saved.emit(*words, time)
        super().accept()
