"""Which occurrences of a series a change is meant for; every date is shown before it is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.recurrence.series import Scope
from lcdesk.ui.entries.scope_model import ScopeModel
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.palette import ink
from lcdesk.ui.widgets.labels import fit
from lcdesk.ui.widgets.parts import busy_cursor, heading_font, plain_label, set_name

_WIDTH = 420
_ROWS = 5  # of the list that are seen at once


class ScopeDialog(QDialog):
    """This one, this and following, or all: shows a ScopeModel, which carries it out."""

    def __init__(
        self, model: ScopeModel, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("scope_dialog")
        self.setWindowTitle(model.heading)
        self._model = model
        self._appearance = appearance
        self._make()
        self._arrange()
        model.changed.connect(self._show)
        appearance.changed.connect(self._show)
        self._show()

    def _make(self) -> None:
        self._title = plain_label(self._model.title, "scope_title", wraps=True)
        self._title.setFont(heading_font(self, 1.2))
        self._repeats = plain_label(self._model.repeats, "scope_repeats", wraps=True)
        self._group = QButtonGroup(self)
        self._choices = {
            scope: set_name(QRadioButton(self._model.choice_words(scope)), f"scope_{scope.value}")
            for scope in self._model.scopes
        }
        for scope, choice in self._choices.items():
            choice.setProperty("scope", scope.value)
            choice.clicked.connect(self._choose)
            self._group.addButton(choice)
        self._choices[Scope.THIS].setChecked(True)
        self._note = plain_label(name="scope_note", wraps=True)
        self._list = set_name(QListWidget(), "scope_dates")
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setWordWrap(True)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Dates"))
        self._list.setFixedHeight((self.fontMetrics().lineSpacing() + 6) * _ROWS)
        self._problem = plain_label(name="scope_problem", wraps=True)
        self._buttons = QDialogButtonBox()
        self._do = set_name(QPushButton(), "scope_do")
        self._do.setDefault(True)
        back = set_name(QPushButton(self.tr("Back")), "scope_back")
        back.setAutoDefault(False)
        self._buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(back, QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._repeats)
        column.addSpacing(4)
        for choice in self._choices.values():
            column.addWidget(choice)
        column.addWidget(self._note)
        column.addWidget(self._list)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)

    @Slot()
    def _choose(self) -> None:
        self._model.choose(Scope(str(self.sender().property("scope"))))

    @Slot()
    def _show(self) -> None:
        model, palette = self._model, self._appearance.palette
        self._list.clear()
        for text, why in model.dates:
            item = QListWidgetItem(f"{text}\n    {why}" if why else text)
            item.setToolTip(as_typed(item.text()))
            if why:
                item.setForeground(ink(palette.warning))
            self._list.addItem(item)
        self._note.setText(model.note)
        self._note.setVisible(bool(model.note))
        problem = model.problem or model.summary
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._do.setText(model.button)
        self._do.setEnabled(model.can_answer)
        quiet, urgent = palette.quiet_text, palette.danger if model.problem else palette.warning
        self.setStyleSheet(
            f"#scope_repeats, #scope_note {{ color: {quiet}; }}"
            f"#scope_problem {{ color: {urgent}; }}"
        )
        fit(self, _WIDTH)  # another answer has a longer note, or none

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        with busy_cursor():
            is_done = self._model.answer()
        if is_done:
            super().accept()
