"""Lists of linked calendars: one of them to choose, any number, or which doubtful events take time.

Those that cannot be chosen stay in the list, with the reason beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from lcdesk.ui.accounts.sentences import BlockingOption, RoleOption
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.widgets.labels import Look, Text, dot_icon, quiet
from lcdesk.ui.widgets.page import Panel
from lcdesk.ui.widgets.parts import check, radio
from lcdesk.ui.wording.labels import tr

_DOT = 12
_COLUMNS = (0, 1, 3, 5)  # of a row's parts
_GAPS = (2, 4)  # empty columns that keep the boxes apart; the name stands close to its dot
_SPACING, _GAP = 5, 6


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


class BlockingList(Panel):
    """Shows what it is given. A click asks; `show_options` answers with what then holds."""

    all_day_requested = Signal(int, bool)
    tentative_requested = Signal(int, bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("blocking_options")
        self._look = look
        self._rows: dict[int, tuple[QLabel, Text, QCheckBox, QCheckBox]] = {}
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(_SPACING)
        for column in _GAPS:
            self._grid.setColumnMinimumWidth(column, _GAP)
        self._grid.setVerticalSpacing(4)
        self.column.addLayout(self._grid)

    def show_options(self, options: Sequence[BlockingOption]) -> None:
        """Show these; the boxes stay when the list is the same, so that the focus does too."""
        if list(self._rows) != [blocking_option.id for blocking_option in options]:
            self._rebuild(options)
        for option in options:
            dot, name, all_day, tentative = self._rows[option.id]
            dot.setPixmap(dot_icon(option.colour).pixmap(_DOT, _DOT))
            name.setText(option.name)
            all_day.setChecked(option.all_day)
            all_day.setAccessibleName(
                tr("All-day events of {name} block time").format(name=option.name)
            )
            tentative.setChecked(option.tentative)
            tentative.setAccessibleName(
                tr("Tentative and unanswered events of {name} block time").format(name=option.name)
            )

    def boxes(self, linked_id: int) -> tuple[QCheckBox, QCheckBox]:
        """The boxes of one calendar: for all-day events, and for tentative ones."""
        _dot, _name, all_day, tentative = self._rows[linked_id]
        return all_day, tentative

    def _rebuild(self, options: Sequence[BlockingOption]) -> None:
        for row in self._rows.values():
            _discard(*row)
        self._rows = {option.id: self._add_row(option.id) for option in options}

    def _add_row(self, linked_id: int) -> tuple[QLabel, Text, QCheckBox, QCheckBox]:
        dot, name = QLabel(), Text(self._look)
        dot.setFixedWidth(_DOT)
        all_day = check(tr("All-day events"), f"all_day_{linked_id}")
        tentative = check(tr("Tentative and unanswered events"), f"tentative_{linked_id}")
        for box, ask in ((all_day, self._ask_all_day), (tentative, self._ask_tentative)):
            box.setProperty("linked", linked_id)
            box.clicked.connect(ask)
        row = self._grid.rowCount()
        for column, widget in zip(_COLUMNS, (dot, name, all_day, tentative), strict=True):
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
        return dot, name, all_day, tentative

    @Slot(bool)
    def _ask_all_day(self, blocks: bool) -> None:
        self.all_day_requested.emit(self._wanted_id(), blocks)

    @Slot(bool)
    def _ask_tentative(self, blocks: bool) -> None:
        self.tentative_requested.emit(self._wanted_id(), blocks)

    def _wanted_id(self) -> int:
        return int(self.sender().property("linked"))
