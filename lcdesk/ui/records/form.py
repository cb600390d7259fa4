"""A form: labels at the left, fields at the right, and each field's problem under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.records.editor_model import Problem
from lcdesk.ui.widgets.labels import Look, Text, heading, quiet

_TYPED_OR_CHOSEN = (QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


class Form(QWidget):
    """Fields by name. `edited` is said for what a person changes, not for what is filled in."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.is_filling = False
        self._cells: dict[str, QWidget] = {}
        self._hints: dict[str, Text] = {}
        self._problems: dict[str, Text] = {}
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(9)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def section(self, name: str, title: str) -> None:
        """A heading over the fields that follow."""
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading(self.look, title))
        self._cells[name] = cell
        self._rows.addRow(cell)

    def add(self, name: str, label: str, field: QWidget, hint: str = "") -> None:
        """A field with its label; an empty label gives the field the whole width."""
        cell = self._cell(name, field, hint)
        field.setAccessibleName(label or field.accessibleName())
        for part in field.findChildren(QWidget):  # a number and its unit are one field
            if label and isinstance(part, _TYPED_OR_CHOSEN) and not part.accessibleName():
                part.setAccessibleName(label)
        if not label:
            self._rows.addRow(cell)
            return
        text = Text(self.look, label)
        text.setWordWrap(False)
        # Beside the field's first line, however much stands under it.
        line = text.fontMetrics().height()
        height = max(field.sizeHint().height(), field.minimumHeight())
        is_tall = height > 3 * line
        text.setContentsMargins(0, 6 if is_tall else max(0, (height - line) // 2), 0, 0)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        text.setBuddy(field)
        self._rows.addRow(text, cell)

    def show_field(self, name: str, shown: bool) -> None:
        """Show or hide a field with its label, or a heading."""
        self._rows.setRowVisible(self._cells[name], shown)

    def say_hint(self, name: str, text: str) -> None:
        """Put another hint in place of the one under a field."""
        self._hints[name].setText(text)

    def show_problem(self, problem: Problem) -> bool:
        """Say it under the field that is meant; False when there is no such field in sight."""
        found = False
        for name, label in self._problems.items():
            is_meant = name == problem.field and bool(problem.message)
            label.say(problem.message if is_meant else "")
            found = found or (is_meant and self._rows.isRowVisible(self._cells[name]))
        return found

    def _cell(self, name: str, field: QWidget, hint: str) -> QWidget:
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(field)
        if hint:
            self._hints[name] = quiet(self.look, hint)
            column.addWidget(self._hints[name])
        problem = Text(self.look, tone="danger")
        problem.setObjectName(f"{name}_problem")
        problem.hide()
        column.addWidget(problem)
        self._cells[name], self._problems[name] = cell, problem
        return cell

    @Slot()
    def say_edited(self) -> None:
        """For the fields' signals."""
        if not self.is_filling:
            self.edited.emit()
