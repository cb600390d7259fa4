"""Asks for what a calendar wants to know: its intake fields, each under its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from lcdesk.model.domain.intake import LONGEST_ANSWER, NO, YES, FieldKind, IntakeField
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.widgets.fields import Choice
from lcdesk.ui.widgets.parts import plain_label, set_name
from lcdesk.ui.wording.labels import tr


class AnswersForm(QWidget):
    """Hidden where nothing is asked."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._asked: tuple[IntakeField, ...] = ()
        self._boxes: dict[int, QLineEdit | Choice] = {}
        self._body: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        self.hide()

    def ask(self, fields: Sequence[IntakeField]) -> None:
        """Show these; nothing is built anew while they are the same."""
        if tuple(fields) == self._asked:
            return
        self._asked = tuple(fields)
        if self._body is not None:
            self._body.hide()
            self._body.setParent(None)
            self._body.deleteLater()
        self._boxes = {field.id: self._box(field) for field in fields}
        self._body = self._make_body()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._body)
        self.setVisible(bool(fields))

    def fill(self, answers: Mapping[int, str]) -> None:
        """Show these answers; what stands there already is left alone."""
        for field, box in self._boxes.items():
            answer = answers.get(field, "")
            if isinstance(box, QLineEdit):
                if box.text() != answer:
                    box.setText(answer)
            else:
                if box.findData(answer) < 0:  # it was offered once
                    box.addItem(as_line(answer), answer)
                box.pick(answer)

    @property
    def answers(self) -> dict[int, str]:
        """What is answered, by field; empty texts too."""
        return {
            field: box.text() if isinstance(box, QLineEdit) else str(box.currentData() or "")
            for field, box in self._boxes.items()
        }

    def focus_missing(self) -> bool:
        """Go to the first required field without an answer; False where there is none."""
        answers = self.answers
        for field in self._asked:
            if field.required and not answers[field.id].strip():
                self._boxes[field.id].setFocus()
                return True
        return False

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for at, field in enumerate(self._asked):
            label = plain_label(_label(field), wraps=True)
            label.setBuddy(self._boxes[field.id])
            if at:
                column.addSpacing(6)
            column.addWidget(label)
            column.addWidget(self._boxes[field.id])
        return body

    def _box(self, field: IntakeField) -> QLineEdit | Choice:
        name = f"{self.objectName()}_{field.id}"
        spoken = tr("{field}, required") if field.required else "{field}"
        box = self._text_box(name) if field.kind is FieldKind.TEXT else self._choice(name, field)
        box.setAccessibleName(spoken.format(field=as_line(field.name)))
        return box

    def _text_box(self, name: str) -> QLineEdit:
        box = set_name(QLineEdit(), name)
        box.setMaxLength(LONGEST_ANSWER)
        box.textEdited.connect(self._say)
        return box

    def _choice(self, name: str, field: IntakeField) -> Choice:
        offered = [(as_line(choice), choice) for choice in field.choices]
        if field.kind is FieldKind.YES_NO:
            offered = [(tr("Yes"), YES), (tr("No"), NO)]
        box = Choice(name, [(tr("Not answered"), ""), *offered])
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.activated.connect(self._say)
        return box

    @Slot()
    def _say(self) -> None:
        self.edited.emit()


def _label(field: IntakeField) -> str:
    name = as_line(field.name)
    return tr("{field} (required)").format(field=name) if field.required else name
