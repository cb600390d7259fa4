"""Book an appointment: who, on which calendar, when; and why a time is not open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QModelIndex, QSize, Signal, Slot
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
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
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.dialog_parts import AnswerBox, OpenTimesBox, ServiceBox
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.series.repeat_box import RepeatBox
from lcdesk.ui.widgets.answers_form import AnswersForm
from lcdesk.ui.widgets.date_field import DateField, TimeField
from lcdesk.ui.widgets.fields import CONTACT, contact_completer
from lcdesk.ui.widgets.page import Scrolling
from lcdesk.ui.widgets.parts import (
    accept_or_cancel,
    align_labels,
    busy_cursor,
    calendar_rows,
    fill_choice,
    form_of_fields,
    heading_font,
    plain_label,
    set_name,
)


class BookingDialog(QDialog):
    """Shows a BookingModel and hands it what is entered; the model books."""

    waiting_asked = Signal(Waiting, Contact)  # this person is to be put on the waiting list

    def __init__(
        self,
        model: BookingModel,
        appearance: Appearance,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("booking_dialog")
        self.setWindowTitle(self.tr("New booking"))
        self._model = model
        self._appearance = appearance
        self._is_filling = False
        self._make_fields(icons)
        self._make_buttons()
        self._arrange()
        self._connect()
        self._fill()
        self._show_answer()
        self._name.setFocus()

    # --- making -----------------------------------------------------------------------------

    def _make_fields(self, icons: Icons) -> None:
        self._name = set_name(QLineEdit(), "booking_name")
        self._name.setPlaceholderText(self.tr("Who is it for?"))
        self._name.setAccessibleName(self.tr("Contact"))
        self._name.setFont(heading_font(self, 1.2))
        self._name.setCompleter(self._completer())
        self._email = set_name(QLineEdit(), "booking_email")
        self._email.setPlaceholderText(self.tr("E-mail"))
        self._email.setAccessibleName(self.tr("E-mail"))
        self._phone = set_name(QLineEdit(), "booking_phone")
        self._phone.setPlaceholderText(self.tr("Phone"))
        self._phone.setAccessibleName(self.tr("Phone"))
        self._calendar = set_name(QComboBox(), "booking_calendar")
        self._calendar.setIconSize(QSize(12, 12))
        locale = self._model.locale
        palette = self._appearance.palette
        field = DateField(palette, icons, first_weekday=locale.first_weekday)
        self._date = set_name(field, "booking_date")
        self._time = TimeField("booking_time", locale)
        self._length = set_name(QComboBox(), "booking_length")
        self._until = plain_label(name="booking_until")
        self._service = ServiceBox()
        self._staff = set_name(QComboBox(), "booking_staff")
        for choice in (self._calendar, self._staff, self._length):
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._time.setFixedWidth(self.fontMetrics().horizontalAdvance("00:00 AM") + 56)
        self._answer = AnswerBox(self._appearance, icons)
        self._open_times = OpenTimesBox(self._model.ahead)
        self._repeat = RepeatBox(self._model.repeat, palette, icons, locale)
        self._simple = plain_label(
            self.tr("Simple calendars stay on this computer. iCloud is not supported for them."),
            "booking_simple_note",
            wraps=True,
        )
        self._answers = AnswersForm("booking_answers")
        self._title = set_name(QLineEdit(), "booking_title")
        self._title.setPlaceholderText(self.tr("As the calendar says"))
        self._location = set_name(QLineEdit(), "booking_location")
        self._notes = set_name(QPlainTextEdit(), "booking_notes")
        self._notes.setTabChangesFocus(True)
        self._notes.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 12)
        self._problem = plain_label(name="booking_problem", wraps=True)

    def _make_buttons(self) -> None:
        self._book = set_name(QPushButton(), "booking_book")
        self._buttons = accept_or_cancel(self, self._book)
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("booking_cancel")

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addLayout(_row(self._email, self._phone))
        column.addWidget(_line())
        form, more = self._form(), self._more()
        align_labels(form, more)
        column.addLayout(form)
        column.addWidget(self._open_times)
        column.addWidget(self._answer)
        column.addWidget(self._simple)
        column.addWidget(_line())
        column.addWidget(self._answers)
        column.addLayout(more)
        column.addWidget(self._problem)
        column.addStretch(1)
        content = QWidget()
        sides = QHBoxLayout(content)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(16)
        sides.addLayout(column, 1)
        sides.addWidget(self._repeat)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(10)
        self._form_area = Scrolling(content)
        whole.addWidget(self._form_area, 1)
        whole.addWidget(self._buttons)
        self._name.setMinimumWidth(grow(self.font(), 460))

    def _form(self) -> QFormLayout:
        form = form_of_fields()
        form.addRow(self.tr("Calendar"), self._calendar)
        form.addRow(self.tr("When"), _row(self._date, self._time))
        self._service.add_to(form)
        form.addRow(self.tr("Length"), _row(self._length, self._until))
        self._staff_label = QLabel(self.tr("Staff"))
        form.addRow(self._staff_label, self._staff)
        return form

    def _more(self) -> QFormLayout:
        form = form_of_fields()
        self._repeat_label = QLabel(self.tr("Repeat"))
        form.addRow(self._repeat_label, self._repeat.every)
        form.addRow(self.tr("Title"), self._title)
        form.addRow(self.tr("Location"), self._location)
        form.addRow(self.tr("Notes"), self._notes)
        return form

    def _completer(self) -> QCompleter:
        completer = contact_completer(self._model.contacts, self)
        # By row: two contacts may share a name.
        completer.activated[QModelIndex].connect(self._take_contact)  # type: ignore[index]
        return completer

    def _connect(self) -> None:
        for line in (self._name, self._email, self._phone, self._title, self._location):
            line.textEdited.connect(self._write_down)
        self._notes.textChanged.connect(self._write_down)
        self._answers.edited.connect(self._write_down)
        for choice in (self._calendar, self._length, self._staff):
            choice.activated.connect(self._collect)
        self._date.dateChanged.connect(self._collect)
        self._time.timeChanged.connect(self._collect)
        self._repeat.changed.connect(self._collect)
        self._repeat.folded.connect(self._narrow)
        self._service.changed.connect(self._collect)
        self._open_times.slot_picked.connect(self._model.go_to)
        self._open_times.day_picked.connect(self._model.go_to_day)
        self._model.repeat.changed.connect(self._show_button)
        self._answer.next_requested.connect(self._model.go_to_next_open)
        self._answer.waiting_requested.connect(self._ask_for_waiting)
        self._model.changed.connect(self._follow)
        self._model.refused.connect(self._tell)
        self._appearance.changed.connect(self._dress)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        self._fill()
        self._show_answer()

    def _fill(self) -> None:
        """Bring the fields in line with the draft; what stands there already is left alone."""
        self._is_filling = True
        draft = self._model.draft
        fill_choice(self._calendar, calendar_rows(self._model.calendars), draft.calendar)
        self._service.offer(self._model.variation_choices, self._model.add_on_choices)
        self._service.show_choice(draft.service)
        length = 0 if draft.length is None else int(draft.length.total_seconds() // 60)
        fill_choice(
            self._length, [(*choice, QIcon()) for choice in self._model.length_choices], length
        )
        staff = [(*choice, QIcon()) for choice in self._model.staff_choices]
        fill_choice(self._staff, staff, draft.staff)
        self._staff.setVisible(bool(staff))
        self._staff_label.setVisible(bool(staff))
        for part in (self._repeat.every, self._repeat_label):
            part.setVisible(self._model.can_recur)
        self._repeat.show_repetition(draft.repetition)
        self._date.begin_at(self._model.first_day)
        self._date.show_day(draft.day)
        self._time.show_minute(draft.minute)
        self._until.setText(self._until_words())
        for line, text in (
            (self._name, draft.name),
            (self._email, draft.email),
            (self._phone, draft.phone),
        ):
            if line.text() != text:
                line.setText(text)
        self._simple.setVisible(self._model.is_simple)
        calendar = self._model.calendar
        self._answers.ask(() if calendar is None else calendar.fields)
        self._answers.fill(draft.answers)
        self._is_filling = False

    def _show_answer(self) -> None:
        answer = self._model.answer
        self._answer.show_answer(answer, may_wait=self._model.wish is not None)
        self._open_times.refresh()
        self._show_button()
        self._problem.clear()
        self._problem.hide()
        self._dress()

    @Slot()
    def _show_button(self) -> None:
        self._book.setText(self._model.button)
        self._book.setEnabled(self._model.can_book)
        # Enter books what is open; going against the rules takes a click.
        self._book.setAutoDefault(self._model.answer.is_open)
        self._book.setDefault(self._model.answer.is_open)

    @Slot()
    def _narrow(self) -> None:
        whole = self.layout()
        if whole is not None:
            self._form_area.fit_now()
            whole.activate()
            self.resize(self.minimumSizeHint().width(), self.height())

    def _until_words(self) -> str:
        note, end = self._model.zone_note, self._model.locale.time(self._model.end_minute)
        words = self.tr("until {time}").format(time=end)
        return f"{words} · {note}" if note else words

    @Slot()
    def _dress(self) -> None:
        palette = self._appearance.palette
        quiet = f"color: {palette.quiet_text};"
        for label in (self._until, self._simple):
            label.setStyleSheet(quiet)
        self._problem.setStyleSheet(f"color: {palette.danger};")
        self._open_times.dress(palette)
        self._repeat.dress(palette)
        self._date.restyle(palette)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        if not self._name.text().strip():
            self._name.setFocus()
        else:
            self._answers.focus_missing()

    # --- collecting -------------------------------------------------------------------------

    @Slot()
    def _collect(self) -> None:
        if self._is_filling:
            return
        length = self._length.currentData() or 0
        self._model.change(
            replace(
                self._model.draft,
                calendar=self._calendar.currentData() or 0,
                day=self._date.day,
                minute=self._time.minute,
                length=timedelta(minutes=length) if length else None,
                staff=self._staff.currentData() or 0,
                service=self._service.choice,
                repetition=self._repeat.repetition,
            )
        )

    @Slot()
    def _write_down(self) -> None:
        """A keystroke: the words are kept, and nothing else happens."""
        if self._is_filling:
            return
        self._problem.hide()
        self._model.write_down(
            replace(
                self._model.draft,
                name=self._name.text(),
                email=self._email.text(),
                phone=self._phone.text(),
                title=self._title.text(),
                notes=self._notes.toPlainText(),
                location=self._location.text(),
                answers={**self._model.draft.answers, **self._answers.answers},
            )
        )

    @Slot(QModelIndex)
    def _take_contact(self, index: QModelIndex) -> None:
        contact = index.data(CONTACT)
        if isinstance(contact, Contact):
            self._model.take_contact(contact)

    @Slot()
    def _ask_for_waiting(self) -> None:
        """Not this time: the dialog makes room for the one of the waiting list."""
        wish, draft = self._model.wish, self._model.draft
        if wish is not None:
            contact = Contact(draft.contact, draft.name, draft.email, draft.phone)
            self.waiting_asked.emit(wish, contact)
            self.reject()

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_button()  # a box of buttons that comes up makes its first one the default

    def accept(self) -> None:
        if not self._book.isEnabled():
            return
        with busy_cursor():
            is_booked = self._model.book()
        if is_booked:
            super().accept()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setStyleSheet("color: palette(mid);")
    return line
