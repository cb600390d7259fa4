"""How long before an appointment reminders come: a list to add to and take from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lcdesk.model.booking.reminders import FURTHEST, MOST_REMINDERS, USUAL
from lcdesk.ui.widgets.fields import LengthField
from lcdesk.ui.widgets.parts import check
from lcdesk.ui.wording.labels import tr

_PROPOSED = (
    timedelta(minutes=15),
    timedelta(days=1),
    timedelta(),
    timedelta(hours=1),
    timedelta(minutes=30),
)


class LengthsField(QWidget):
    """Each a length before the start; nothing is "when it starts". `edited` says it is new."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._made = 0  # names of widgets are not used again
        self._rows: list[_LengthRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add_button = QPushButton(tr("Add reminder"))
        self.add_button.setObjectName(f"{name}_add")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._column)
        column.addLayout(foot)

    def fill(self, before: Sequence[timedelta]) -> None:
        """Show these; what says so already stays, with the keyboard in it."""
        if tuple(before) == self.lengths:
            return
        for row in self._rows:
            _discard(row)
        self._rows = []
        for length in before:
            self._append(length)
        self._show_room()

    @property
    def lengths(self) -> tuple[timedelta, ...]:
        """What stands in the list, each once."""
        return tuple(dict.fromkeys(min(row.length, FURTHEST) for row in self._rows))

    def _append(self, length: timedelta) -> _LengthRow:
        row = _LengthRow(f"{self._name}_{self._made}")
        self._made += 1
        row.fill(length)
        row.edited.connect(self.edited)
        row.left.connect(self._drop)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _show_room(self) -> None:
        self.add_button.setEnabled(len(self._rows) < MOST_REMINDERS)

    @Slot()
    def _add(self) -> None:
        free = (length for length in _PROPOSED if length not in self.lengths)
        self._append(next(free, _PROPOSED[0])).setFocus()
        self._show_room()
        self.edited.emit()

    @Slot(QWidget)
    def _drop(self, row: QWidget) -> None:
        self._rows = [other for other in self._rows if other is not row]
        self.add_button.setFocus()
        _discard(row)
        self._show_room()
        self.edited.emit()


class RemindersField(QWidget):
    """A calendar's reminders: the usual ones, or a list of its own, which may be empty."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._own = check(tr("Reminders of its own"), "own_reminders")
        self._lengths = LengthsField("own_reminder")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._own)
        column.addWidget(self._lengths)
        self._own.toggled.connect(self._say)
        self._lengths.edited.connect(self.edited)

    def fill(self, reminders: Sequence[timedelta] | None) -> None:
        """Show these; None are the usual ones."""
        self._own.setChecked(reminders is not None)
        self._lengths.fill(USUAL if reminders is None else reminders)
        self._lengths.setVisible(reminders is not None)

    @property
    def reminders(self) -> tuple[timedelta, ...] | None:
        """What stands in the field."""
        return self._lengths.lengths if self._own.isChecked() else None

    @Slot()
    def _say(self) -> None:
        self._lengths.setVisible(self._own.isChecked())
        self.edited.emit()


class _LengthRow(QWidget):
    """One of them."""

    edited = Signal()
    left = Signal(QWidget)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._field = LengthField(name, tr("When it starts"))
        self._field.say_name(tr("How long before"))
        self._before = QLabel(tr("before"))
        remove = QPushButton("–")
        remove.setObjectName(f"{name}_remove")
        remove.setAccessibleName(tr("Take this reminder away"))
        remove.setToolTip(tr("Take this reminder away"))
        remove.setAutoDefault(False)
        remove.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field)
        row.addWidget(self._before)
        row.addWidget(remove)
        row.addStretch(1)
        self.setFocusProxy(self._field)
        self._field.edited.connect(self._say)

    def fill(self, length: timedelta) -> None:
        """Show this length."""
        self._field.fill(length)
        self._before.setVisible(bool(length))

    @property
    def length(self) -> timedelta:
        """What stands in the row."""
        return self._field.length

    @Slot()
    def _say(self) -> None:
        self._before.setVisible(bool(self.length))
        self.edited.emit()

    @Slot()
    def _leave(self) -> None:
        self.left.emit(self)


def _discard(row: QWidget) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()
