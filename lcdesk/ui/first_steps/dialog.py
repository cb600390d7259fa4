"""The dialog of the first start: a name, the hours, a first calendar."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.first_steps.first_steps_model import LENGTHS, FirstSteps, FirstStepsModel
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.date_field import TimeField
from lcdesk.ui.widgets.fields import ZoneField
from lcdesk.ui.widgets.parts import (
    accept_or_cancel,
    align_labels,
    form_of_fields,
    heading_font,
    plain_label,
    set_name,
)
from lcdesk.ui.wording.labels import zone_names

_A_MONDAY = date(2026, 1, 5)


class FirstStepsDialog(QDialog):
    """Asks what has to be known before anything can be booked; all of it can change later."""

    def __init__(
        self,
        model: FirstStepsModel,
        appearance: Appearance,
        locale: LocaleFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("first_steps_dialog")
        self.setWindowTitle(self.tr("Welcome"))
        self._model = model
        self._locale = locale
        self._appearance = appearance
        self._make_fields()
        self._arrange()
        self._dress()
        appearance.changed.connect(self._dress)
        self._name.textChanged.connect(self._show_ready)
        model.refused.connect(self._tell)
        self._show_ready()
        self._name.setFocus()

    def _make_fields(self) -> None:
        begin = self._model.start
        self._name = set_name(QLineEdit(begin.name), "first_name")
        self._name.setPlaceholderText(self.tr("For example Ana"))
        self._days = [self._day(weekday) for weekday in range(7)]
        self._start = TimeField("first_start", self._locale)
        self._start.show_minute(begin.start)
        self._end = TimeField("first_end", self._locale)
        self._end.show_minute(begin.end)
        self._calendar = set_name(QLineEdit(begin.calendar), "first_calendar")
        self._length = set_name(QComboBox(), "first_length")
        for minutes in LENGTHS:
            self._length.addItem(self.tr("{n} minutes").format(n=minutes), minutes)
        self._length.setCurrentIndex(LENGTHS.index(begin.length))
        self._zone = ZoneField("first_zone", zone_names())
        self._zone.fill(begin.zone)
        self._problem = plain_label(name="first_problem", wraps=True)
        self._problem.hide()

    def _arrange(self) -> None:
        title = plain_label(self.tr("Take your first booking"))
        title.setFont(heading_font(self, 1.35))
        hint = plain_label(
            self.tr("Say who is booked and when they work. Next you can connect iCloud."),
            wraps=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(hint)
        column.addLayout(self._form())
        column.addWidget(self._problem)
        column.addStretch(1)
        column.addWidget(self._buttons())
        self.setMinimumWidth(grow(self.font(), 460))

    def _form(self) -> QFormLayout:
        form = form_of_fields()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Your name"), self._name)
        form.addRow(self.tr("Working days"), _row(self._in_order()))
        form.addRow(self.tr("Working hours"), _row([self._start, plain_label("–"), self._end]))
        form.addRow(self.tr("Time zone"), self._zone)
        form.addRow(self.tr("First calendar"), self._calendar)
        form.addRow(self.tr("One booking takes"), self._length)
        align_labels(form)
        return form

    def _buttons(self) -> QDialogButtonBox:
        self._begin = set_name(QPushButton(self.tr("Begin")), "first_begin")
        return accept_or_cancel(self, self._begin)

    def _day(self, weekday: int) -> QToolButton:
        button = set_name(QToolButton(), f"first_day_{weekday}")
        day = _A_MONDAY + timedelta(days=weekday)
        button.setText(self._locale.weekday(day))
        button.setCheckable(True)
        button.setChecked(not self._locale.is_weekend(day))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _in_order(self) -> list[QWidget]:
        first = self._locale.first_weekday - 1
        return [*self._days[first:], *self._days[:first]]

    def _read_form(self) -> FirstSteps:
        return FirstSteps(
            name=self._name.text(),
            zone=self._zone.zone,
            weekdays=frozenset(at for at, day in enumerate(self._days) if day.isChecked()),
            start=self._start.minute,
            end=self._end.minute,
            calendar=self._calendar.text(),
            length=int(self._length.currentData()),
        )

    @Slot()
    def _dress(self) -> None:
        palette = self._appearance.palette
        self._problem.setStyleSheet(f"color: {palette.danger};")
        for day in self._days:  # one that is off is a button too
            day.setStyleSheet(
                f"QToolButton {{ background: {palette.button}; border-color: {palette.line}; }}"
                f"QToolButton:checked {{ background: {palette.accent_soft}; }}"
                f"QToolButton:focus {{ border-color: {palette.accent}; }}"
            )

    @Slot()
    def _show_ready(self) -> None:
        self._begin.setEnabled(bool(self._name.text().strip()))

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        if self._begin.isEnabled() and self._model.begin(self._read_form()):
            super().accept()


def _row(parts: list[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
