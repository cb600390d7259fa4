"""Make one contact of two: who the other is, which values stay, what comes over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.contacts.merge_model import ContactMerge, FieldChoice
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.labels import Look, Text, heading, quiet
from lcdesk.ui.widgets.parts import busy_cursor, plain_label, radio, set_name

_CONTACT = Qt.ItemDataRole.UserRole


class MergeDialog(QDialog):
    """Shows a ContactMerge, which carries it out."""

    def __init__(self, model: ContactMerge, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("merge_dialog")
        self.setWindowTitle(self.tr("Merge contacts"))
        self._model = model
        self._look = look
        self._groups: list[QButtonGroup] = []
        self._grid = QWidget()
        self._make_parts()
        self._arrange()
        self._connect()
        self._show_candidates()
        self._show()

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        name = as_line(self._model.contact.name)
        self._title = heading(self._look, self.tr("{name} is also:").format(name=name), 1.2)
        self._search = set_name(QLineEdit(), "merge_search")
        self._search.setPlaceholderText(self.tr("Search contacts"))
        self._search.setAccessibleName(self.tr("Search contacts"))
        self._search.setClearButtonEnabled(True)
        self._list = set_name(QListWidget(), "merge_list")
        self._list.setAccessibleName(self.tr("Contacts"))
        self._list.setFixedHeight((self.fontMetrics().lineSpacing() + 8) * 4)
        self._nobody = set_name(quiet(self._look), "merge_nobody")
        self._stays = heading(self._look, self.tr("What stays"))
        self._summary = set_name(quiet(self._look), "merge_summary")
        self._problem = set_name(Text(self._look, tone="danger"), "merge_problem")
        self._problem.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._merge = set_name(QPushButton(self.tr("Merge")), "merge_do")
        self._merge.setDefault(True)
        self._buttons.addButton(self._merge, QDialogButtonBox.ButtonRole.AcceptRole)

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 16)
        self._column.setSpacing(8)
        for part in (self._title, self._search, self._list, self._nobody, self._stays, self._grid):
            self._column.addWidget(part)
        for part in (self._summary, self._problem):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addWidget(self._buttons)
        self.setMinimumWidth(grow(self.font(), 440))

    def _connect(self) -> None:
        self._search.textChanged.connect(self._show_candidates)
        self._list.currentItemChanged.connect(self._choose)
        self._model.changed.connect(self._show)
        self._model.refused.connect(self._problem.say)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show_candidates(self) -> None:
        other = self._model.other
        rows = self._model.candidates(self._search.text())
        self._list.blockSignals(True)
        self._list.clear()
        for row in rows:
            item = QListWidgetItem(row.text)
            item.setData(_CONTACT, row.contact)
            self._list.addItem(item)
            if other is not None and row.contact == other.id:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)
        typed = self.tr("Nobody is found.")
        nobody = self.tr("Nobody shares the name, e-mail or telephone. Search for the other one.")
        text = typed if self._search.text() else nobody
        self._nobody.say("" if rows else text)

    @Slot()
    def _show(self) -> None:
        self._problem.say("")
        has_other = self._model.other is not None
        self._stays.setVisible(has_other)
        self._summary.say(self._model.summary)
        self._merge.setEnabled(has_other)
        before, self._grid = self._grid, self._make_grid()
        self._column.replaceWidget(before, self._grid)
        before.deleteLater()
        self._grid.setVisible(has_other)

    def _make_grid(self) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._groups.clear()
        labels = {"name": self.tr("Name"), "email": self.tr("E-mail"), "phone": self.tr("Phone")}
        for row, choice in enumerate(self._model.choices):
            grid.addWidget(plain_label(labels[choice.field]), row, 0)
            if choice.is_open:
                self._add_choice(grid, row, choice)
            else:
                value = choice.mine or choice.others or "–"
                grid.addWidget(plain_label(as_line(value), wraps=True), row, 1, 1, 2)
        return whole

    def _add_choice(self, grid: QGridLayout, row: int, choice: FieldChoice) -> None:
        group = QButtonGroup(grid.parentWidget())
        self._groups.append(group)
        for column, value in ((1, choice.mine), (2, choice.others)):
            button = radio(as_line(value), f"merge_{choice.field}_{column}")
            button.setProperty("field", choice.field)
            button.setProperty("others", column == 2)
            button.setChecked((column == 2) == choice.takes_others)
            button.clicked.connect(self._take)
            group.addButton(button)
            grid.addWidget(button, row, column)

    # --- what a person does -----------------------------------------------------------------

    @Slot(QListWidgetItem, QListWidgetItem)
    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._model.choose(int(item.data(_CONTACT)))

    @Slot()
    def _take(self) -> None:
        button = self.sender()
        take = self._model.take_others if button.property("others") else self._model.take_mine
        take(str(button.property("field")))

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        with busy_cursor():
            is_merged = self._model.merge()
        if is_merged:
            super().accept()
