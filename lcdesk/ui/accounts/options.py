"""A list of calendars to choose from: one of them, or any number.

Those that cannot be chosen stay in the list, with the reason beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from lcdesk.ui.accounts.sentences import RoleOption
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.widgets.labels import Look, Text, dot_icon, quiet
from lcdesk.ui.widgets.panel import Panel
from lcdesk.ui.widgets.toggles import check, radio


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
        self._shown: list[tuple[int, str]] = []
        self._rows: list[tuple[QAbstractButton, Text]] = []
        self._owners: list[Text] = []
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
        wanted = [(role_option.id, role_option.owner) for role_option in options]
        if self._shown != wanted:
            self._shown = wanted
            self._rebuild(options)
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

    def _rebuild(self, options: Sequence[RoleOption]) -> None:
        for button, detail in self._rows:
            self._group.removeButton(button)
            _discard(button, detail)
        _discard(*self._owners)
        self._rows, self._owners = [], []
        owner = ""
        for option in options:
            if option.owner != owner:
                owner = option.owner
                self._add_owner(owner)
            self._rows.append(self._add_row(option))

    def _add_owner(self, owner: str) -> None:
        label = quiet(self._look, owner)
        label.setContentsMargins(0, 6, 0, 0)
        self._owners.append(label)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)

    def _add_row(self, option: RoleOption) -> tuple[QAbstractButton, Text]:
        name = f"{self._name}_{option.id}"
        button = radio("", name) if self._is_exclusive else check("", name)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        detail = quiet(self._look)
        detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._group.addButton(button, option.id)
        row = self._grid.rowCount()
        if option.detail or option.colour:
            self._grid.addWidget(button, row, 0)
            self._grid.addWidget(detail, row, 1)
        else:  # "no primary calendar" is a sentence and needs the width
            self._grid.addWidget(button, row, 0, 1, 2)
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
        button.setToolTip("" if option.is_enabled else as_typed(option.detail))
        button.setAccessibleDescription(option.detail)


def _discard(*widgets: QWidget) -> None:
    for widget in widgets:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()
