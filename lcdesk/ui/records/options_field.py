"""Variations or add-ons of a service: names with minutes, to add and to take away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lcdesk.model.domain.services import ServiceOption
from lcdesk.ui.records.blocks_edit import small_button
from lcdesk.ui.widgets.fields import MINUTE, Spin, line, minutes
from lcdesk.ui.wording.labels import tr

_LONGEST = 24 * 60


class OptionsField(QWidget):
    """The whole list, in its order."""

    edited = Signal()

    def __init__(self, name: str, placeholder: str, usual: int) -> None:
        super().__init__()
        self._name = name
        self._placeholder = placeholder
        self._usual = usual
        self._rows: list[_OptionRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        add = QPushButton(tr("Add"))
        add.setObjectName(f"{name}_add")
        add.setAutoDefault(False)
        add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._column)
        column.addLayout(foot)

    def fill(self, options: Sequence[ServiceOption]) -> None:
        """Show these."""
        if tuple(options) == self.options:
            return
        for row in self._rows:
            _discard(row)
        self._rows = []
        for option in options:
            self._append(option)

    @property
    def options(self) -> tuple[ServiceOption, ...]:
        """What stands in the field."""
        return tuple(row.option for row in self._rows)

    def _append(self, option: ServiceOption) -> _OptionRow:
        row = _OptionRow(f"{self._name}_{len(self._rows)}", option, self._placeholder)
        row.edited.connect(self.edited)
        row.left.connect(self._drop)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    @Slot()
    def _add(self) -> None:
        self._append(ServiceOption("", self._usual * MINUTE)).name.setFocus()
        self.edited.emit()

    @Slot(QWidget)
    def _drop(self, row: QWidget) -> None:
        self._rows = [option_row for option_row in self._rows if option_row is not row]
        _discard(row)
        self.edited.emit()


class _OptionRow(QWidget):
    """One of them."""

    edited = Signal()
    left = Signal(QWidget)

    def __init__(self, name: str, option: ServiceOption, placeholder: str) -> None:
        super().__init__()
        self.name = line(f"{name}_name", placeholder)
        self.name.setAccessibleName(tr("Name"))
        self.name.setText(option.name)
        self._minutes = Spin(f"{name}_minutes", 1, _LONGEST, tr(" min"))
        self._minutes.setAccessibleName(tr("Length"))
        self._minutes.setValue(minutes(option.length))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.name, 1)
        row.addWidget(self._minutes)
        row.addWidget(small_button("–", f"{name}_remove", tr("Take this away"), self._leave))
        self.name.textChanged.connect(self.edited)
        self._minutes.valueChanged.connect(self.edited)

    @property
    def option(self) -> ServiceOption:
        """What stands in the row."""
        return ServiceOption(self.name.text().strip(), self._minutes.value() * MINUTE)

    @Slot()
    def _leave(self) -> None:
        self.left.emit(self)


def _discard(row: QWidget) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()
