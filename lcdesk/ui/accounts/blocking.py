"""Which doubtful events of each linked calendar take time: two check boxes a calendar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from lcdesk.ui.accounts.sentences import BlockingOption
from lcdesk.ui.widgets.labels import Look, Text, dot_icon
from lcdesk.ui.widgets.panel import Panel
from lcdesk.ui.widgets.toggles import check
from lcdesk.ui.wording.labels import tr

_DOT = 12
_COLUMNS = (0, 1, 3, 5)  # of a row's parts
_GAPS = (2, 4)  # empty columns that keep the boxes apart; the name stands close to its dot
_SPACING, _GAP = 5, 6


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
        self.all_day_requested.emit(self._asked(), blocks)

    @Slot(bool)
    def _ask_tentative(self, blocks: bool) -> None:
        self.tentative_requested.emit(self._asked(), blocks)

    def _asked(self) -> int:
        return int(self.sender().property("linked"))


def _discard(*widgets: QWidget) -> None:
    for widget in widgets:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()
