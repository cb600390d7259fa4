"""The first step: a name, the working days and hours, the time zone."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from lcdesk.ui.first_steps.first_steps_model import Person
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.date_field import TimeField
from lcdesk.ui.widgets.fields import ZoneField
from lcdesk.ui.widgets.parts import align_labels, form_of_fields, plain_label, set_name
from lcdesk.ui.wording.labels import tr, zone_names

_A_MONDAY = date(2026, 1, 5)


class PersonStep(QWidget):
    """Who is booked, and when."""

    edited = Signal()

    def __init__(self, start: Person, locale: LocaleFormat) -> None:
        super().__init__()
        self._locale = locale
        self._name = set_name(QLineEdit(start.name), "first_name")
        self._name.setPlaceholderText(tr("For example Ana"))
        self._days = [self._day(weekday, start.weekdays) for weekday in range(7)]
        self._start = TimeField("first_start", locale)
        self._start.show_minute(start.start)
        self._end = TimeField("first_end", locale)
        self._end.show_minute(start.end)
        self._zone = ZoneField("first_zone", zone_names())
        self._zone.fill(start.zone)
        form = form_of_fields()
        form.setVerticalSpacing(10)
        form.addRow(tr("Your name"), self._name)
        form.addRow(tr("Working days"), _row(self._in_order()))
        form.addRow(tr("Working hours"), _row([self._start, plain_label("–"), self._end]))
        form.addRow(tr("Time zone"), self._zone)
        align_labels(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        self._name.textChanged.connect(self.edited)

    @property
    def is_ready(self) -> bool:
        """Whether there is a name."""
        return bool(self._name.text().strip())

    @property
    def person(self) -> Person:
        """What stands in the step."""
        return Person(
            name=self._name.text(),
            zone=self._zone.zone,
            weekdays=frozenset(at for at, day in enumerate(self._days) if day.isChecked()),
            start=self._start.minute,
            end=self._end.minute,
        )

    @Slot()
    def begin(self) -> None:
        """Put the keyboard where it begins."""
        self._name.setFocus()

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        for day in self._days:  # one that is off is a button too
            day.setStyleSheet(
                f"QToolButton {{ background: {palette.button}; border-color: {palette.line}; }}"
                f"QToolButton:checked {{ background: {palette.accent_soft}; }}"
                f"QToolButton:focus {{ border-color: {palette.accent}; }}"
            )

    def _day(self, weekday: int, worked: frozenset[int] | None) -> QToolButton:
        button = set_name(QToolButton(), f"first_day_{weekday}")
        day = _A_MONDAY + timedelta(days=weekday)
        button.setText(self._locale.weekday(day))
        button.setCheckable(True)
        button.setChecked(
            weekday in worked if worked is not None else not self._locale.is_weekend(day)
        )
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _in_order(self) -> list[QWidget]:
        first = self._locale.first_weekday - 1
        return [*self._days[first:], *self._days[:first]]


def _row(parts: list[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
