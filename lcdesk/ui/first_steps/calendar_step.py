"""The last step: a first calendar, made of a ready one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.first_steps.ready_calendars import LENGTHS, Ready, WantedCalendar, wanted_of
from lcdesk.ui.widgets.fields import Spin
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.widgets.parts import align_labels, form_of_fields, radio, set_name
from lcdesk.ui.wording.labels import tr

_READY = tuple(Ready)


class CalendarStep(QWidget):
    """Which ready calendar, and the few fields that matter for it."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._choice = QButtonGroup(self)
        for at, ready in enumerate(_READY):
            button = radio(tr(ready.value.title), f"first_ready_{ready.name.lower()}")
            button.setAccessibleDescription(tr(ready.value.explanation))
            self._choice.addButton(button, at)
            column.addWidget(button)
            explanation = quiet(look, tr(ready.value.explanation))
            explanation.setContentsMargins(24, 0, 24, 6)
            column.addWidget(explanation)
        self._form = self._make_form()
        column.addSpacing(8)
        column.addLayout(self._form)
        column.addStretch(1)
        self._choice.idClicked.connect(self._propose)
        self._choice.button(0).setChecked(True)
        self._propose(0)
        self._name.textChanged.connect(self.edited)
        self._colleagues.textChanged.connect(self.edited)

    def _make_form(self) -> QFormLayout:
        self._name = set_name(QLineEdit(), "first_calendar")
        self._length = set_name(QComboBox(), "first_length")
        self._variation_length = set_name(QComboBox(), "first_variation_length")
        for box in (self._length, self._variation_length):
            for minutes in LENGTHS:
                box.addItem(tr("{n} minutes").format(n=minutes), minutes)
        self._colleagues = set_name(QLineEdit(), "first_colleagues")
        self._colleagues.setPlaceholderText(tr("For example Ben, Cleo"))
        self._seats = Spin("first_seats", 1, 9_999)
        self._variation = set_name(QLineEdit(), "first_variation")
        form = form_of_fields()
        form.setVerticalSpacing(8)
        form.addRow(tr("Name"), self._name)
        form.addRow(tr("One booking takes"), self._length)
        form.addRow(tr("Who else takes part"), self._colleagues)
        form.addRow(tr("Seats"), self._seats)
        form.addRow(tr("Variation"), self._variation)
        form.addRow(tr("The variation takes"), self._variation_length)
        align_labels(form)
        return form

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing."""
        has_team = self._ready is not Ready.TEAM or bool(self._names)
        return bool(self._name.text().strip()) and has_team

    @property
    def wanted(self) -> WantedCalendar:
        """What stands in the step."""
        is_service = self._ready is Ready.SERVICE
        return WantedCalendar(
            self._ready,
            self._name.text().strip(),
            int(self._length.currentData()),
            colleagues=self._names if self._ready is Ready.TEAM else (),
            seats=self._seats.value(),
            variation=self._variation.text().strip() if is_service else "",
            variation_length=int(self._variation_length.currentData()) if is_service else 0,
        )

    @Slot()
    def begin(self) -> None:
        """Put the keyboard where it begins."""
        chosen = self._choice.checkedButton()
        assert chosen is not None  # the first one is, from the beginning
        chosen.setFocus()

    @property
    def _ready(self) -> Ready:
        return _READY[self._choice.checkedId()]

    @property
    def _names(self) -> tuple[str, ...]:
        names = (name.strip() for name in self._colleagues.text().split(","))
        return tuple(filter(None, names))

    @Slot(int)
    def _propose(self, at: int) -> None:
        proposed = wanted_of(_READY[at])
        self._name.setText(proposed.name)
        self._length.setCurrentIndex(self._length.findData(proposed.length))
        self._seats.setValue(proposed.seats)
        self._variation.setText(proposed.variation)
        longer = max(0, self._variation_length.findData(proposed.variation_length))
        self._variation_length.setCurrentIndex(longer)
        ready = _READY[at]
        self._form.setRowVisible(self._colleagues, ready is Ready.TEAM)
        self._form.setRowVisible(self._seats, ready is Ready.CLASS)
        self._form.setRowVisible(self._variation, ready is Ready.SERVICE)
        self._form.setRowVisible(self._variation_length, ready is Ready.SERVICE)
        self.edited.emit()
