"""The preview of a file of contacts: its columns, who is new, what changes; each is ticked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QTreeWidgetItem, QWidget

from lcdesk.ui.contacts.import_model import COLUMN_NAMES, GROUPS, Column, ContactImport, Standing
from lcdesk.ui.look.metrics import Metrics, scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.widgets.import_dialog import ImportDialog
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.widgets.parts import ShortLine, plain_label, set_name
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import number

_COLUMNS_SEEN = 4.5


class ContactImportDialog(ImportDialog):
    """Shows a ContactImport, which keeps what is ticked."""

    def __init__(self, model: ContactImport, look: Look, parent: QWidget) -> None:
        super().__init__(model, look, parent, name="contact_import", heads=("", ""))
        self.setWindowTitle(self.tr("Import contacts"))
        self._file = model
        self._boxes: list[QComboBox] = []
        self.list.setAccessibleName(self.tr("Contacts of the file"))
        self.list.setIndentation(0)
        self._empty = set_name(quiet(look), "contact_import_empty")
        self.arrange(above=[self._make_columns()], below=[self._empty])

    def _make_columns(self) -> QWidget:
        """What each column of a table holds, with some of it beside."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        for at, column in enumerate(self._file.columns):
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
        if not self._boxes:
            area.hide()
        return area

    def refill(self) -> None:
        """Everybody in the file, by what becomes of them."""
        rows = self._file.rows
        for standing, title in GROUPS.items():
            some = [row for row in rows if row.standing is standing]
            if some:
                self._add_heading(tr(title), len(some))
            for row in some:
                is_chosen = self._file.is_chosen(row.number)
                is_ticked = None if standing is Standing.SAME else is_chosen
                texts = (row.name, row.details)
                self.list.addTopLevelItem(self.item(texts, row.number, is_ticked=is_ticked))
        self.list.setVisible(bool(rows))
        self._empty.say("" if rows else self.tr("There are no contacts in this file."))
        columns = [column.column for column in self._file.columns]
        for box, column in zip(self._boxes, columns, strict=True):
            box.setCurrentIndex(box.findData(column))

    def _add_heading(self, title: str, count: int) -> None:
        head = QTreeWidgetItem([tr("{title} ({count})").format(title=title, count=number(count))])
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(0, scale_font(self.font(), 0.92, weight=QFont.Weight.DemiBold))
        head.setForeground(0, ink(self.look.colour("quiet_text")))
        head.setSizeHint(1, QSize(0, round(Metrics.of(self.font()).line * 1.8)))
        self.list.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)

    @Slot()
    def _choose_column(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self._file.choose_column(int(box.property("at")), Column(box.currentData()))
