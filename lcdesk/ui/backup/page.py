"""Settings > Data and backup: the copies and what each holds, one more now, back to one of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lcdesk.ui.backup.backup_model import BackupModel, CopyRow
from lcdesk.ui.backup.transfer import TransferPart
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.page import Notice, Page
from lcdesk.ui.widgets.parts import message_box, set_name
from lcdesk.ui.wording.labels import mark, tr
from lcdesk.ui.wording.messages import number

_HEADS = (
    mark("Made"),
    mark("Size"),
    mark("Staff"),
    mark("Calendars"),
    mark("Appointments"),
    mark("Contacts"),
)
_SHOWN_ROWS = 8
_AT_THE_BEGIN = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_AT_THE_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_EXPLANATION = mark(
    "Each day lcdesk copies its data file and looks the copy through. The copies of seven days and "
    "of four weeks are kept, on this computer. Passwords are in none of them."
)
_ONE_FILE = mark(
    "To move to another computer, or to keep elsewhere: settings, staff, calendars, appointments, "
    "contacts and activity. Passwords are not in it. It is not encrypted, so keep it safe."
)
_ASK = mark(
    "lcdesk closes, puts this copy in the place of its data and opens again. What you have now is "
    "set aside and stays in this list. Then every calendar is read anew; nothing is deleted in "
    "iCloud or on a server."
)


class DataPage(Page):
    """Lists the copies when it is shown, and whenever one was made."""

    def __init__(self, look: Look, model: BackupModel, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Data and backup"), parent)
        self.setObjectName("data_page")
        self._model = model
        self.notice = Notice(look)
        self.column.addWidget(self.notice)
        part = self.section(tr("Copies"), tr(_EXPLANATION))
        self.table = self._make_table()
        part.addWidget(self.table)
        part.addLayout(self._make_buttons())
        self.transfer = TransferPart(look, model.transfer)
        self.section(tr("Everything in one file"), tr(_ONE_FILE)).addWidget(self.transfer)
        self._rows: tuple[CopyRow, ...] = ()  # as the table shows them
        model.changed.connect(self._show)
        self._show()

    def _make_table(self) -> QTableWidget:
        table = set_name(QTableWidget(), "copies")
        table.setAccessibleName(tr("Copies"))
        table.setColumnCount(len(_HEADS))
        for column, text in enumerate(_HEADS):
            head = QTableWidgetItem(tr(text))
            head.setTextAlignment(_AT_THE_END if column else _AT_THE_BEGIN)
            table.setHorizontalHeaderItem(column, head)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        table.setMinimumHeight(table.fontMetrics().height() * 2 * _SHOWN_ROWS)
        table.itemSelectionChanged.connect(self._show_buttons)
        return table

    def _make_buttons(self) -> QHBoxLayout:
        self.copy_button = set_name(QPushButton(tr("Copy now")), "copy_now")
        self.copy_button.clicked.connect(self._model.copy_now)
        self.restore_button = set_name(QPushButton(tr("Restore…")), "restore")
        self.restore_button.clicked.connect(self._ask)
        self.folder_button = set_name(QPushButton(tr("Show folder")), "show_copies")
        self.folder_button.clicked.connect(self._show_folder)
        row = QHBoxLayout()
        for button in (self.copy_button, self.restore_button, self.folder_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    @Slot()
    def _show(self) -> None:
        problem = self._model.problem
        if problem is None:
            self.notice.hide()
        else:
            self.notice.show_problem(tr("No new copy could be made"), problem.message)
        chosen = self._chosen()
        rows = self._rows = self._model.rows
        self.table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(self._cells(row)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(_AT_THE_END)
                self.table.setItem(at, column, item)
        again = next((at for at, row in enumerate(rows) if chosen and row.copy == chosen.copy), -1)
        self.table.clearSelection()
        if again >= 0:
            self.table.setCurrentCell(again, 0)  # selectRow finds no row in a mirrored window
        self._show_buttons()

    def _cells(self, row: CopyRow) -> list[str]:
        held = row.held
        if held is None:
            return [row.when, row.size, tr("cannot be read"), "", "", ""]
        counts = (held.staff, held.calendars, held.appointments, held.contacts)
        return [row.when, row.size, *map(number, counts)]

    def _chosen(self) -> CopyRow | None:
        at = self.table.currentRow() if self.table.selectedItems() else -1
        return self._rows[at] if 0 <= at < len(self._rows) else None

    @Slot()
    def _show_buttons(self) -> None:
        chosen = self._chosen()
        self.copy_button.setEnabled(not self._model.is_busy)
        is_good = chosen is not None and chosen.held is not None
        self.restore_button.setEnabled(is_good and not self._model.is_busy)

    @Slot()
    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._model.folder)))

    @Slot()
    def _ask(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        title = tr("Restore the copy of {when}?").format(when=chosen.when)
        box = message_box(self, "restore_question", title, tr(_ASK))
        box.setIcon(QMessageBox.Icon.Question)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        button = box.addButton(tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        self._to_restore = chosen.copy
        button.clicked.connect(self._restore)
        box.open()

    @Slot()
    def _restore(self) -> None:
        self._model.restore(self._to_restore)

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._model.read()
