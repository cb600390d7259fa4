"""What is booked of a service: one of its variations, and add-ons."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGridLayout, QSizePolicy, QWidget

from lcdesk.ui.booking.lengths_model import OptionRow, ServiceChoice
from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.widgets.parts import named

_COLUMNS = 2


class ServiceBox(QObject):
    """Two rows of the booking dialog's form; each is there only where there is a choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._variation = named(QComboBox(), "booking_variation")
        self._variation.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add_ons = named(QWidget(), "booking_add_ons")
        self._grid = QGridLayout(self._add_ons)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._boxes: dict[str, QCheckBox] = {}
        self._offered: tuple[tuple[OptionRow, ...], tuple[OptionRow, ...]] = ((), ())
        self._form: QFormLayout | None = None
        self._variation.activated.connect(self._say)

    def add_to(self, form: QFormLayout) -> None:
        """Put the rows at the form's end."""
        self._form = form
        form.addRow(self.tr("Service"), self._variation)
        form.addRow(self.tr("Add-ons"), self._add_ons)
        self._add_ons.setAccessibleName(self.tr("Add-ons"))
        self._show_rows()

    def offer(self, variations: tuple[OptionRow, ...], add_ons: tuple[OptionRow, ...]) -> None:
        """Show these; nothing is built anew while they are the same."""
        if (variations, add_ons) == self._offered:
            return
        self._offered = (variations, add_ons)
        self._variation.clear()
        for option_row in variations:
            self._variation.addItem(option_row.text, option_row.name)
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes = {option_row.name: self._box(option_row) for option_row in add_ons}
        for at, box in enumerate(self._boxes.values()):
            self._grid.addWidget(box, at // _COLUMNS, at % _COLUMNS)
        self._show_rows()

    def show_choice(self, choice: ServiceChoice) -> None:
        """Tick what was chosen."""
        self._variation.setCurrentIndex(max(0, self._variation.findData(choice.variation)))
        for name, box in self._boxes.items():
            box.setChecked(name in choice.add_ons)

    @property
    def choice(self) -> ServiceChoice:
        """What is chosen."""
        ticked = tuple(name for name, box in self._boxes.items() if box.isChecked())
        return ServiceChoice(self._variation.currentData() or "", ticked)

    def _box(self, row: OptionRow) -> QCheckBox:
        box = named(QCheckBox(row.text), f"add_on_{row.name}")
        box.setMinimumHeight(TARGET)
        box.clicked.connect(self._say)
        return box

    def _show_rows(self) -> None:
        if self._form is not None:
            self._form.setRowVisible(self._variation, bool(self._offered[0]))
            self._form.setRowVisible(self._add_ons, bool(self._offered[1]))

    @Slot()
    def _say(self) -> None:
        self.changed.emit()
