"""The frame of a dialog in which a file is looked at before it is imported.

What stands in the file is listed, what can be taken over has a box to tick, and the button says how
much that is. What is said of a row, and what stands over the list, is each dialog's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    SignalInstance,
    Slot,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.metrics import TARGET, Metrics, grow
from lcdesk.ui.look.palette import ink
from lcdesk.ui.widgets.labels import Look, Text, heading
from lcdesk.ui.widgets.parts import busy_cursor, set_name

_NUMBER = Qt.ItemDataRole.UserRole


class ImportModel(Protocol):
    """A file that was read, and what of it is ticked."""

    name: str

    @property
    def button(self) -> str: ...

    @property
    def chosen(self) -> int: ...

    @property
    def notes(self) -> str: ...

    @property
    def changed(self) -> SignalInstance: ...

    @property
    def refused(self) -> SignalInstance: ...

    def take(self, number: int) -> None: ...

    def leave_out(self, number: int) -> None: ...

    def carry_out(self) -> bool: ...


class _Wrapped(QStyledItemDelegate):
    """Makes rows as high as the last column's text needs, which Qt keeps on one line."""

    def __init__(self, rows: QTreeWidget) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = Metrics.of(self._rows.font())
        width = self._rows.columnWidth(index.column()) - round(metrics.line)
        text = self._rows.fontMetrics().boundingRect(
            QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, str(index.data() or "")
        )
        height = max(TARGET, round(text.height() + metrics.line * 0.6))
        return QSize(super().sizeHint(option, index).width(), height)


class ImportDialog(QDialog):
    """Shows an ImportModel; whoever derives from it fills `column` and lists rows in `refill`."""

    def __init__(
        self, model: ImportModel, look: Look, parent: QWidget, *, name: str, heads: Sequence[str]
    ) -> None:
        """`name` begins the names of the parts; `heads` are those of the list's columns."""
        super().__init__(parent)
        self.setObjectName(f"{name}_dialog")
        self.look = look
        self._model = model
        self.list = set_name(QTreeWidget(), f"{name}_list")
        self.list.setHeaderLabels(list(heads))
        self.list.setHeaderHidden(not any(heads))
        self.list.setRootIsDecorated(False)
        self.list.setWordWrap(True)
        self.list.setItemDelegateForColumn(len(heads) - 1, _Wrapped(self.list))
        self.list.header().setStretchLastSection(True)
        self.list.header().sectionResized.connect(self.list.scheduleDelayedItemsLayout)
        self._notes = set_name(Text(look, tone="warning"), f"{name}_notes")
        self._problem = set_name(Text(look, tone="danger"), f"{name}_problem")
        self._problem.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._import = set_name(QPushButton(), f"{name}_do")
        self._import.setDefault(True)
        self._buttons.addButton(self._import, QDialogButtonBox.ButtonRole.AcceptRole)
        self.resize(grow(self.font(), 640), grow(self.font(), 550))

    def arrange(self, *, above: Sequence[QWidget], below: Sequence[QWidget]) -> None:
        """Put everything in its place, connect it, and show the file."""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(self.look, self._model.name, 1.2))
        for part in above:
            column.addWidget(part)
        column.addWidget(self.list, 1)
        for part in (*below, self._notes, self._problem, self._buttons):
            column.addWidget(part)
        self._model.changed.connect(self._show_rows)
        self._model.refused.connect(self._problem.say)
        self.look.appearance.changed.connect(self._show_rows)
        self.list.itemChanged.connect(self._tick)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._show_rows()

    def refill(self) -> None:
        """Add the rows, made by `item`, to the list, which is empty."""
        raise NotImplementedError

    def selected_numbers(self) -> set[int]:
        """Those of the rows that are selected."""
        return {int(item.data(0, _NUMBER)) for item in self.list.selectedItems()}

    def item(self, texts: Sequence[str], number: int, *, is_ticked: bool | None) -> QTreeWidgetItem:
        """A row; its last column is quiet. `is_ticked` None is a row that cannot be ticked."""
        item = QTreeWidgetItem(list(texts))
        last = len(texts) - 1
        item.setData(0, _NUMBER, number)
        for column in (0, last):
            item.setToolTip(column, as_typed(texts[column]))
        for column in (last,) if is_ticked is not None else range(len(texts)):
            item.setForeground(column, ink(self.look.colour("quiet_text")))
        if is_ticked is not None:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        return item

    @Slot()
    def _show_rows(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.refill()
        self.list.resizeColumnToContents(0)
        beside = grow(self.font(), 28)  # the box to tick, which Qt does not reckon with
        self.list.setColumnWidth(0, min(self.list.columnWidth(0) + beside, self.width() // 2))
        self.list.blockSignals(False)
        self._show_button()

    def _show_button(self) -> None:
        self._notes.say(self._model.notes)
        self._import.setText(self._model.button)
        self._import.setEnabled(self._model.chosen > 0)

    @Slot(QTreeWidgetItem, int)
    def _tick(self, item: QTreeWidgetItem, _column: int) -> None:
        is_chosen = item.checkState(0) is Qt.CheckState.Checked
        change = self._model.take if is_chosen else self._model.leave_out
        change(int(item.data(0, _NUMBER)))
        self._show_button()

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        with busy_cursor():
            is_done = self._model.carry_out()
        if is_done:
            super().accept()
