"""Change the title, location and notes of an event that was read; times are moved in the week."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.metrics import grown
from lcdesk.ui.widgets.parts import align_labels, heading_font, named


class EditWordsDialog(QDialog):
    """Three fields; the caller sends the command."""

    saved = Signal(str, str, str)  # title, location, notes

    def __init__(
        self,
        *,
        title: str,
        location: str,
        notes: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("edit_words_dialog")
        self.setWindowTitle(self.tr("Edit event"))
        self._title = named(QLineEdit(title), "edit_title")
        self._title.setFont(heading_font(self, 1.2))
        self._title.setAccessibleName(self.tr("Title"))
        self._location = named(QLineEdit(location), "edit_location")
        self._notes = named(QPlainTextEdit(notes), "edit_notes")
        self._notes.setTabChangesFocus(True)
        self._arrange()
        self._title.selectAll()
        self._title.setFocus()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.tr("Location"), self._location)
        form.addRow(self.tr("Notes"), self._notes)
        align_labels(form)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setObjectName("edit_save")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(grown(self.font(), 440))

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        self.saved.emit(self._title.text(), self._location.text(), self._notes.toPlainText())
        super().accept()
