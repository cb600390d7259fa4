"""A list of calendars to choose from: one of them, or any number.

Those that cannot be chosen stay in the list, with the reason beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
)

from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.settings.labels import Look, Text, dot_icon, quiet
from lcdesk.ui.settings.panel import Panel
from lcdesk.ui.viewmodels.accounts import RoleOption


class OptionList(Panel):
    """Shows what it is given. A click asks; `show_options` answers with what then holds."""

    primary_requested = Signal(int)
    conflict_requested = Signal(int, bool)

    def __init__(self, look: Look, *, name: str, is_exclusive: bool) -> None:
        super().__init__(look)
        self.setObjectName(f"{name}_options")
        self._look = look
        self._name = name
        self._is_exclusive = is_exclusive
        self._options: tuple[RoleOption, ...] = ()
        self._rows: list[tuple[QAbstractButton, Text]] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(is_exclusive)
        self._group.idClicked.connect(self._ask)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self.column.addLayout(self._grid)

    def show_options(self, options: Sequence[RoleOption]) -> None:
        """Show these; the buttons stay when the list is the same, so that the focus does too."""
        before = [one.id for one in self._options]
        self._options = tuple(options)
        if before != [one.id for one in options]:
            self._rebuild()
        for (button, detail), option in zip(self._rows, options, strict=True):
            self._fill(button, detail, option)

    def button(self, option_id: int) -> QAbstractButton | None:
        """The radio button or check box of one calendar."""
        return self._group.button(option_id)

    @Slot(int)
    def _ask(self, option_id: int) -> None:
        button = self._group.button(option_id)
        if self._is_exclusive:
            self.primary_requested.emit(option_id)
        else:
            self.conflict_requested.emit(option_id, button.isChecked())

    def _rebuild(self) -> None:
        for button, detail in self._rows:
            self._group.removeButton(button)
            for widget in (button, detail):
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._rows = [self._add_row(at, one) for at, one in enumerate(self._options)]

    def _add_row(self, at: int, option: RoleOption) -> tuple[QAbstractButton, Text]:
        button = QRadioButton() if self._is_exclusive else QCheckBox()
        button.setObjectName(f"{self._name}_{option.id}")
        button.setMinimumHeight(TARGET)
        button.setIconSize(QSize(12, 12))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        detail = quiet(self._look)
        detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._group.addButton(button, option.id)
        self._grid.addWidget(button, at, 0)
        self._grid.addWidget(detail, at, 1)
        return button, detail

    def _fill(self, button: QAbstractButton, detail: Text, option: RoleOption) -> None:
        button.setText(option.name.replace("&", "&&"))
        if option.colour:
            button.setIcon(dot_icon(option.colour))
        button.setEnabled(option.is_enabled)
        self._group.setExclusive(False)  # else the last one checked cannot be unchecked
        button.setChecked(option.is_chosen)
        self._group.setExclusive(self._is_exclusive)
        detail.setText(option.detail)
        button.setToolTip("" if option.is_enabled else option.detail)
        button.setAccessibleDescription(option.detail)
