"""The preview of a file of contacts: its columns, who is new, what changes; each is ticked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.contacts.import_model import (
    COLUMN_NAMES,
    GROUPS,
    Column,
    ContactImport,
    PlannedRow,
    Standing,
)
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.metrics import TARGET, Metrics, grow, scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.widgets.labels import Look, Text, heading, quiet
from lcdesk.ui.widgets.parts import ShortLine, busy_cursor, plain_label, set_name
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import number

_NUMBER = Qt.ItemDataRole.UserRole
_COLUMNS_SEEN = 4.5


class ContactImportDialog(QDialog):
    """Shows a ContactImport, which keeps what is ticked."""

    def __init__(self, model: ContactImport, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("contact_import_dialog")
        self.setWindowTitle(self.tr("Import contacts"))
        self._model = model
        self._look = look
        self._boxes: list[QComboBox] = []
        self._make_parts()
        self._arrange()
        self._connect()
        self.resize(grow(self.font(), 620), grow(self.font(), 560))
        self._show_plan()

    # --- making -----------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self._title = heading(self._look, self._model.name, 1.2)
        self._columns = self._make_columns()
        self._list = set_name(QTreeWidget(), "contact_import_list")
        self._list.setAccessibleName(self.tr("Contacts of the file"))
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(0)
        self._list.header().setStretchLastSection(True)
        self._empty = set_name(quiet(self._look), "contact_import_empty")
        self._left_out = set_name(Text(self._look, tone="warning"), "contact_import_unreadable")
        self._left_out.say("\n".join(self._model.unreadable[:8]))
        self._problem = set_name(Text(self._look, tone="danger"), "contact_import_problem")
        self._problem.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._import = set_name(QPushButton(), "contact_import_do")
        self._import.setDefault(True)
        self._buttons.addButton(self._import, QDialogButtonBox.ButtonRole.AcceptRole)

    def _make_columns(self) -> QWidget:
        """What each column of a table holds, with some of it beside."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        for at, column in enumerate(self._model.columns):
            box = set_name(QComboBox(), f"contact_import_column_{at}")
            for choice, name in COLUMN_NAMES.items():
                box.addItem(tr(name), choice)
            box.setCurrentIndex(box.findData(column.column))
            name = self.tr("What the column {column} holds").format(column=column.heading)
            box.setAccessibleName(name)
            box.setProperty("at", at)
            box.activated.connect(self._choose_column)
            self._boxes.append(box)
            sample = ShortLine(column.samples)
            grid.addWidget(plain_label(column.heading), at, 0)
            grid.addWidget(box, at, 1)
            grid.addWidget(sample, at, 2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        each = self._boxes[0].sizeHint().height() + grid.verticalSpacing() if self._boxes else 0
        area.setFixedHeight(min(inner.sizeHint().height(), round(each * _COLUMNS_SEEN)))
        area.setVisible(bool(self._boxes))
        return area

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._columns)
        column.addWidget(self._list, 1)
        for part in (self._empty, self._left_out, self._problem):
            column.addWidget(part)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self._model.changed.connect(self._show_plan)
        self._model.refused.connect(self._problem.say)
        self._look.appearance.changed.connect(self._show_plan)
        self._list.itemChanged.connect(self._tick)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show_plan(self) -> None:
        rows = self._model.rows
        self._list.blockSignals(True)
        self._list.clear()
        for standing, title in GROUPS.items():
            some = [row for row in rows if row.standing is standing]
            if some:
                self._add_heading(tr(title), len(some))
                self._list.addTopLevelItems([self._item(row) for row in some])
        self._list.resizeColumnToContents(0)
        beside = grow(self.font(), 28)  # the box to tick, which Qt does not reckon with
        self._list.setColumnWidth(0, min(self._list.columnWidth(0) + beside, self.width() // 2))
        self._list.blockSignals(False)
        self._list.setVisible(bool(rows))
        self._empty.say("" if rows else self.tr("The file names nobody."))
        columns = [column.column for column in self._model.columns]
        for box, column in zip(self._boxes, columns, strict=True):
            box.setCurrentIndex(box.findData(column))
        self._show_button()

    def _add_heading(self, title: str, count: int) -> None:
        head = QTreeWidgetItem([tr("{title} ({count})").format(title=title, count=number(count))])
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(0, scale_font(self.font(), 0.92, weight=QFont.Weight.DemiBold))
        head.setForeground(0, ink(self._look.colour("quiet_text")))
        head.setSizeHint(1, QSize(0, round(Metrics.of(self.font()).line * 1.8)))
        self._list.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)

    def _item(self, row: PlannedRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem([row.name, row.details])
        item.setData(0, _NUMBER, row.number)
        item.setToolTip(1, as_typed(row.details))
        item.setSizeHint(1, QSize(0, max(TARGET, round(Metrics.of(self.font()).line * 1.6))))
        item.setForeground(1, ink(self._look.colour("quiet_text")))
        if row.standing is Standing.SAME:
            item.setForeground(0, ink(self._look.colour("quiet_text")))
            return item
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        is_chosen = self._model.is_chosen(row.number)
        item.setCheckState(0, Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        return item

    def _show_button(self) -> None:
        self._import.setText(self._model.button)
        self._import.setEnabled(self._model.chosen > 0)

    # --- what a person does -----------------------------------------------------------------

    @Slot()
    def _choose_column(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self._model.choose_column(int(box.property("at")), Column(box.currentData()))

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
