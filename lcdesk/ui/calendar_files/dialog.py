"""The preview of a calendar file: whose time, and which of its events block it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.calendar_files.import_model import CalendarImport, EventRow
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.metrics import TARGET, Metrics, grow
from lcdesk.ui.look.palette import ink
from lcdesk.ui.widgets.labels import Look, Text, heading, quiet
from lcdesk.ui.widgets.parts import busy_cursor, fill_choice, plain_label, set_name

_NUMBER = Qt.ItemDataRole.UserRole


class CalendarImportDialog(QDialog):
    """Shows a CalendarImport, which blocks the time of what is ticked."""

    def __init__(self, model: CalendarImport, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("calendar_import_dialog")
        self.setWindowTitle(self.tr("Import calendar file"))
        self._model = model
        self._look = look
        self._make_parts()
        self._arrange()
        model.changed.connect(self._show_events)
        model.refused.connect(self._problem.say)
        look.appearance.changed.connect(self._show_events)
        self._member.activated.connect(self._choose_member)
        self._list.itemChanged.connect(self._tick)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.resize(grow(self.font(), 640), grow(self.font(), 540))
        self._show_events()

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        look = self._look
        self._member = set_name(QComboBox(), "calendar_import_member")
        self._member.setAccessibleName(self.tr("Block the time of"))
        rows = [(member.id, member.name, QIcon()) for member in self._model.members]
        fill_choice(self._member, rows, self._model.member.id)
        self._hint = quiet(
            look,
            self.tr(
                "Events become blocked time on this computer. Nothing is sent, and nobody named in "
                "the file becomes a contact."
            ),
        )
        self._list = set_name(QTreeWidget(), "calendar_import_list")
        self._list.setAccessibleName(self.tr("Events of the file"))
        self._list.setHeaderLabels([self.tr("Event"), self.tr("When"), ""])
        self._list.setRootIsDecorated(False)
        self._list.header().setStretchLastSection(True)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._summary = set_name(Text(look), "calendar_import_summary")
        self._left_out = set_name(Text(look, tone="warning"), "calendar_import_left_out")
        self._problem = set_name(Text(look, tone="danger"), "calendar_import_problem")
        self._problem.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._import = set_name(QPushButton(), "calendar_import_do")
        self._import.setDefault(True)
        self._buttons.addButton(self._import, QDialogButtonBox.ButtonRole.AcceptRole)

    def _arrange(self) -> None:
        whose = QHBoxLayout()
        whose.setSpacing(10)
        whose.addWidget(plain_label(self.tr("Block the time of")))
        whose.addWidget(self._member)
        whose.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(heading(self._look, self._model.name, 1.2))
        column.addLayout(whose)
        column.addWidget(self._list, 1)
        for part in (self._summary, self._hint, self._left_out, self._problem):
            column.addWidget(part)
        column.addWidget(self._buttons)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show_events(self) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addTopLevelItems([self._item(row) for row in self._model.rows])
        self._list.resizeColumnToContents(0)
        beside = grow(self.font(), 28)  # the box to tick, which Qt does not reckon with
        self._list.setColumnWidth(0, min(self._list.columnWidth(0) + beside, self.width() // 2))
        self._list.blockSignals(False)
        self._summary.say(self._model.summary)
        self._left_out.say(self._model.left_out)
        self._show_button()

    def _item(self, row: EventRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem([row.title, row.when, row.note])
        item.setData(0, _NUMBER, row.number)
        item.setToolTip(0, as_typed(row.title))
        item.setToolTip(2, as_typed(row.note))
        item.setSizeHint(2, QSize(0, max(TARGET, round(Metrics.of(self.font()).line * 1.6))))
        quiet_ink = ink(self._look.colour("quiet_text"))
        item.setForeground(2, quiet_ink)
        if not row.can_be_chosen:
            for column in (0, 1):
                item.setForeground(column, quiet_ink)
            return item
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        is_checked = Qt.CheckState.Checked if row.is_chosen else Qt.CheckState.Unchecked
        item.setCheckState(0, is_checked)
        return item

    def _show_button(self) -> None:
        self._import.setText(self._model.button)
        self._import.setEnabled(self._model.chosen > 0)

    # --- what a person does -----------------------------------------------------------------

    @Slot()
    def _choose_member(self) -> None:
        with busy_cursor():
            self._model.choose_member(int(self._member.currentData()))

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
