"""The preview of a calendar file: whose time, and which of its events block it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QWidget

from lcdesk.ui.calendar_files.import_model import CalendarImport
from lcdesk.ui.widgets.import_dialog import ImportDialog
from lcdesk.ui.widgets.labels import Look, Text, quiet
from lcdesk.ui.widgets.parts import busy_cursor, fill_choice, plain_label, set_name
from lcdesk.ui.wording.labels import tr


class CalendarImportDialog(ImportDialog):
    """Shows a CalendarImport, which blocks the time of what is ticked."""

    def __init__(self, model: CalendarImport, look: Look, parent: QWidget) -> None:
        heads = (tr("Event"), tr("When"), "")
        super().__init__(model, look, parent, name="calendar_import", heads=heads)
        self.setWindowTitle(self.tr("Import calendar file"))
        self._file = model
        self.list.setAccessibleName(self.tr("Events of the file"))
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        hint = self.tr(
            "Events become blocked time on this computer. Nothing is sent, and nobody named in "
            "the file becomes a contact."
        )
        self._summary = set_name(Text(look), "calendar_import_summary")
        self.arrange(above=[self._whose()], below=[self._summary, quiet(look, hint)])

    def _whose(self) -> QWidget:
        self._member = set_name(QComboBox(), "calendar_import_member")
        self._member.setAccessibleName(self.tr("Block the time of"))
        rows = [(member.id, member.name, QIcon()) for member in self._file.members]
        fill_choice(self._member, rows, self._file.member.id)
        self._member.activated.connect(self._choose_member)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(plain_label(self.tr("Block the time of")))
        row.addWidget(self._member)
        row.addStretch(1)
        return line

    def refill(self) -> None:
        """Every event of the file."""
        for row in self._file.rows:
            is_ticked = row.is_chosen if row.can_be_chosen else None
            texts = (row.title, row.when, row.note)
            self.list.addTopLevelItem(self.item(texts, row.number, is_ticked=is_ticked))
        self._summary.say(self._file.summary)

    @Slot()
    def _choose_member(self) -> None:
        with busy_cursor():
            self._file.choose_member(int(self._member.currentData()))
