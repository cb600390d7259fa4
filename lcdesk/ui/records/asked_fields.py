"""What a calendar asks whoever is booked, in the calendar's form: fields to add, order, remove."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lcdesk.model.domain.intake import LONGEST_NAME, FieldKind, IntakeField
from lcdesk.ui.records.blocks_edit import small_button
from lcdesk.ui.widgets.fields import Choice, line, lines, translate_options
from lcdesk.ui.widgets.parts import check
from lcdesk.ui.wording.labels import mark, tr

_KINDS = (
    (mark("Line of text"), FieldKind.TEXT),
    (mark("Choice"), FieldKind.CHOICE),
    (mark("Yes or no"), FieldKind.YES_NO),
)


class AskedFields(QWidget):
    """The whole list, in its order."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[_FieldRow] = []
        self._made = 0  # names of widgets are not used again
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        add = QPushButton(tr("Add"))
        add.setObjectName("asked_add")
        add.setAccessibleName(tr("Ask for something"))
        add.setAutoDefault(False)
        add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addLayout(foot)

    def fill(self, fields: Sequence[IntakeField]) -> None:
        """Show these; rows that say so already stay, with the keyboard in them."""
        if len(fields) != len(self._rows):
            for row in self._rows:
                _discard(row)
            self._rows = []
            for field in fields:
                self._append(field)
        for row, field in zip(self._rows, fields, strict=True):
            row.fill(field)
        self._show_ways()

    @property
    def fields(self) -> tuple[IntakeField, ...]:
        """What stands in the list."""
        return tuple(row.field for row in self._rows)

    def _append(self, field: IntakeField) -> _FieldRow:
        row = _FieldRow(f"asked_{self._made}")
        self._made += 1
        row.fill(field)
        row.edited.connect(self.edited)
        row.left.connect(self._drop)
        row.raised.connect(self._raise)
        row.lowered.connect(self._lower)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _show_ways(self) -> None:
        for at, row in enumerate(self._rows):
            row.up.setEnabled(at > 0)
            row.down.setEnabled(at < len(self._rows) - 1)

    @Slot()
    def _add(self) -> None:
        self._append(IntakeField(0, "")).name.setFocus()
        self._show_ways()
        self.edited.emit()

    @Slot(QWidget)
    def _drop(self, row: QWidget) -> None:
        at = next(at for at, other in enumerate(self._rows) if other is row)
        del self._rows[at]
        if self._rows:
            self._rows[min(at, len(self._rows) - 1)].name.setFocus()
        _discard(row)
        self._show_ways()
        self.edited.emit()

    @Slot(QWidget)
    def _raise(self, row: QWidget) -> None:
        self._move(row, -1)

    @Slot(QWidget)
    def _lower(self, row: QWidget) -> None:
        self._move(row, 1)

    def _move(self, row: QWidget, by: int) -> None:
        at = next(at for at, other in enumerate(self._rows) if other is row)
        moved = self._rows.pop(at)
        self._rows.insert(at + by, moved)
        self._column.removeWidget(moved)
        self._column.insertWidget(at + by, moved)
        self._show_ways()
        if not (moved.up if by < 0 else moved.down).isEnabled():  # the keyboard stays in the row
            (moved.down if by < 0 else moved.up).setFocus()
        self.edited.emit()


class _FieldRow(QWidget):
    """One of them: its name, what can be answered, and whether that is needed."""

    edited = Signal()
    left = Signal(QWidget)
    raised = Signal(QWidget)
    lowered = Signal(QWidget)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._id = 0
        self.name = line(f"{name}_name", tr("Such as Allergies"))
        self.name.setAccessibleName(tr("Name"))
        self.name.setMaxLength(LONGEST_NAME)
        self._kind = Choice(f"{name}_kind", translate_options(_KINDS))
        self._kind.setAccessibleName(tr("What can be answered"))
        self._required = check(tr("Required"), f"{name}_required")
        self._choices = lines(f"{name}_choices", tr("One choice on each line"))
        self._choices.setAccessibleName(tr("Choices"))
        self._choices.hide()
        self.up = small_button("↑", f"{name}_up", tr("Ask for this earlier"), self._rise)
        self.down = small_button("↓", f"{name}_down", tr("Ask for this later"), self._sink)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.name, 1)
        first.addWidget(self.up)
        first.addWidget(self.down)
        first.addWidget(small_button("–", f"{name}_remove", tr("Take this away"), self._leave))
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addWidget(self._kind)
        second.addWidget(self._required)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._choices)
        self.name.textChanged.connect(self.edited)
        self._kind.currentIndexChanged.connect(self._choose_kind)
        self._required.toggled.connect(self.edited)
        self._choices.textChanged.connect(self.edited)

    def fill(self, field: IntakeField) -> None:
        """Show this field; nothing is written anew while it says the same."""
        self._id = field.id
        if field == self.field:
            return
        self.name.setText(field.name)
        self._kind.pick(field.kind)
        self._required.setChecked(field.required)
        self._choices.setPlainText("\n".join(field.choices))
        self._choices.setVisible(field.kind is FieldKind.CHOICE)

    @property
    def field(self) -> IntakeField:
        """What stands in the row."""
        kind = FieldKind(self._kind.currentData())
        choices = (text.strip() for text in self._choices.toPlainText().splitlines())
        return IntakeField(
            self._id,
            self.name.text().strip(),
            kind,
            self._required.isChecked(),
            tuple(filter(None, choices)) if kind is FieldKind.CHOICE else (),
        )

    @Slot()
    def _choose_kind(self) -> None:
        self._choices.setVisible(self._kind.currentData() == FieldKind.CHOICE)
        self.edited.emit()

    @Slot()
    def _rise(self) -> None:
        self.raised.emit(self)

    @Slot()
    def _sink(self) -> None:
        self.lowered.emit(self)

    @Slot()
    def _leave(self) -> None:
        self.left.emit(self)


def _discard(row: QWidget) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()
