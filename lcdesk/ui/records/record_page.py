"""The frame of an editor page: a list, a form beside it, and what was done with its undo."""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import QSize, Qt, SignalInstance, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.ui.look.as_typed import as_line, as_typed
from lcdesk.ui.look.metrics import TARGET, Metrics, grow, inset, scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.records.editor_model import NEW, NOTHING, Editor, Problem, Row
from lcdesk.ui.widgets.labels import Line, Look, Text, dot_icon, heading, quiet
from lcdesk.ui.widgets.page import UndoBar
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import worded

_ID = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 190


class RecordForm(Protocol):
    """What a form can do for its page."""

    edited: SignalInstance

    def fill(self, value: Any) -> None:
        """Show a record."""

    def value(self, base: Any) -> Any:
        """The record with what stands in the fields. Raises InvalidInput."""

    def show_problem(self, problem: Problem) -> bool:
        """Say it under its field; False when it has none."""


class RecordPage(QWidget):
    """Saved as a whole by a button at the form's foot; a draft waits until then."""

    def __init__(
        self,
        look: Look,
        editor: Editor[Any],
        form: QWidget,
        *,
        title: str,
        name: str,
        empty: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.look = look
        self.editor = editor
        self.form = cast("RecordForm", form)
        self._name = name
        self._empty = empty
        self._shown: tuple[int, Any] = (NOTHING, None)
        self._listed: tuple[list[Row], int, object] = ([], NOTHING, None)
        self._make_parts(title)
        self._arrange(form)
        self._connect_parts()
        self._show()

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self, title: str) -> None:
        self.title = heading(self.look, title, 1.35)
        self.said = UndoBar(self.look)
        self.search = QLineEdit()
        self.search.setObjectName(f"{self._name}_search")
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search in {title}").format(title=title))
        self.search.setClearButtonEnabled(True)
        self.search.hide()
        self.list = QListWidget()
        self.list.setObjectName(f"{self._name}_list")
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.new_button = self._button(tr("New"), "new")
        self.delete_button = self._button(tr("Delete"), "delete")
        self.save_button = self._button(tr("Save"), "save")
        self.revert_button = self._button(tr("Revert"), "revert")
        self.problem = Text(self.look, tone="danger")
        self.problem.setObjectName(f"{self._name}_problem")
        self.nothing = quiet(self.look, self._empty)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.top = QVBoxLayout()
        self.side = QVBoxLayout()

    def _button(self, text: str, what: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"{self._name}_{what}")
        button.setAutoDefault(False)
        return button

    def _arrange(self, form: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(inset(20, 18, 0, 0))
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(self.top)
        said = QHBoxLayout()
        said.setContentsMargins(inset(0, 0, 18, 0))
        said.addWidget(self.said)
        column.addLayout(said)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(self._make_left())
        row.addWidget(self._right(form), 1)
        column.addLayout(row, 1)

    def _make_left(self) -> QVBoxLayout:
        for widget in (self.list, self.search):
            widget.setFixedWidth(grow(self.font(), _LIST_WIDTH))
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.new_button, 1)
        first.addWidget(self.delete_button, 1)
        self.side.setSpacing(6)
        self.side.setContentsMargins(0, 0, 0, 12)
        self.side.addWidget(self.search)
        self.side.addWidget(self.list, 1)
        self.side.addLayout(first)
        return self.side

    def _right(self, form: QWidget) -> QWidget:
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.title.text())
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        around = self._around_form = QVBoxLayout(inner)
        around.setContentsMargins(inset(2, 2, 18, 12))
        around.addWidget(form)
        around.addStretch(1)
        self._scroll.setWidget(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(inset(0, 8, 18, 12))
        foot.setSpacing(8)
        foot.addWidget(self.problem, 1)
        foot.addStretch(0)
        foot.addWidget(self.revert_button)
        foot.addWidget(self.save_button)
        whole = QWidget()
        column = self._form_column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(Line(self.look))
        column.addLayout(foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        self._stack.addWidget(self.nothing)
        return self._stack

    def _connect_parts(self) -> None:
        self.editor.changed.connect(self._show)
        self.editor.edited.connect(self._show_state)
        self.editor.refused.connect(self.said.refuse)
        self.editor.offered.connect(self.said.offer)
        self.editor.withdrawn.connect(self.said.hide)
        self.said.undo_requested.connect(self.editor.undo)
        self.look.appearance.changed.connect(self._show_list)
        self.form.edited.connect(self._take)
        self.list.currentItemChanged.connect(self._choose)
        self.search.textChanged.connect(self._show_list)
        self.delete_button.clicked.connect(self.editor.delete)
        self.save_button.clicked.connect(self._save)
        self.revert_button.clicked.connect(self.editor.revert)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show(self) -> None:
        draft = self.editor.draft
        self._stack.setCurrentIndex(0 if draft is not None else 1)
        if draft is not None and self._shown != (self.editor.chosen, draft):
            if self._shown[0] != self.editor.chosen:
                self._scroll.verticalScrollBar().setValue(0)
            self._shown = (self.editor.chosen, draft)
            self.form.fill(draft)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        self._show_list()
        changed, problem = self.editor.is_changed, self.editor.problem
        placed = self.form.show_problem(problem if changed else Problem())
        self.problem.say(problem.message if changed and not placed else "")
        self.save_button.setEnabled(changed and not problem.message)
        self.save_button.setDefault(changed and not problem.message)
        self.revert_button.setEnabled(changed)
        self.revert_button.setText(tr("Discard") if self.editor.is_new else tr("Revert"))
        self.delete_button.setEnabled(self.editor.draft is not None and not self.editor.is_new)

    @Slot()
    def _show_list(self) -> None:
        rows = self.editor.rows(self.search.text())
        shown = (rows, self.editor.chosen, self.look.appearance.palette)
        if shown == self._listed:  # thousands of contacts are not listed anew for each key
            return
        self._listed = shown
        self.list.blockSignals(True)
        self.list.clear()
        at = ""
        for row in rows:
            if row.heading != at:
                at = row.heading
                self._add_heading(at)
            self._add_row(row)
        self.list.blockSignals(False)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(as_line(text))
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(scale_font(self.font(), 0.9, weight=QFont.Weight.DemiBold))
        item.setForeground(ink(self.look.colour("quiet_text")))
        item.setSizeHint(QSize(0, round(Metrics.of(self.font()).line * 1.9)))
        item.setTextAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        self.list.addItem(item)

    def _add_row(self, row: Row) -> None:
        name = as_line(row.name)
        item = QListWidgetItem(f"{name} •" if row.is_changed else name)
        item.setData(_ID, row.id)
        item.setToolTip(as_typed(" – ".join(filter(None, (row.name, row.note)))))
        if row.colour:
            item.setIcon(dot_icon(row.colour))
        if row.is_faint:
            font = item.font()
            font.setItalic(True)
            item.setFont(font)
            item.setText(tr("{name} (off)").format(name=item.text()))
        item.setSizeHint(QSize(0, max(TARGET + 4, round(Metrics.of(self.font()).line * 1.7))))
        self.list.addItem(item)
        if row.id == self.editor.chosen:
            self.list.setCurrentItem(item)

    # --- what a person does -----------------------------------------------------------------

    @Slot(QListWidgetItem, QListWidgetItem)
    def _choose(self, item: QListWidgetItem | None) -> None:
        record = None if item is None else item.data(_ID)
        if record is not None:
            self.editor.choose(record)

    @Slot()
    def _take(self) -> None:
        draft = self.editor.draft
        if draft is None:
            return
        try:
            value = self.form.value(draft)
        except InvalidInput as error:
            self.editor.refuse(error.field, worded(error.message))
            return
        self._shown = (self.editor.chosen, value)
        self.editor.edit(value)

    @Slot()
    def _save(self) -> None:
        self._shown = (self.editor.chosen, None)  # filled anew: a field takes back nothing saved
        self.editor.save()

    def add_effect(self, effect: QWidget) -> None:
        """Show what the draft would do above the form, where it stays in sight."""
        self._form_column.insertWidget(0, effect)
        self._form_column.insertWidget(1, Line(self.look))
        self._around_form.setContentsMargins(inset(2, 12, 18, 12))

    def begin(self) -> None:
        """A new record was begun: the name comes first."""
        first = self.findChild(QLineEdit, f"{self._name}_name")
        if first is not None and self.editor.chosen == NEW:
            first.setFocus()
            first.selectAll()
