"""Help > Report a problem: the whole report, before a person copies or saves it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.look.metrics import fixed, grow
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.labels import Look, Text, heading
from lcdesk.ui.widgets.page import Notice
from lcdesk.ui.widgets.parts import set_name
from lcdesk.ui.wording.labels import mark, tr

_NOTE = mark(
    "This is all that you would pass on. Names, addresses, titles and passwords are left out. "
    "Read it, then copy or save it; lcdesk sends nothing by itself."
)
_WIDTH, _HEIGHT = 720, 560


class ReportDialog(QDialog):
    """Shows the text as it is. What is copied or saved is what is seen."""

    def __init__(self, text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report_dialog")
        self.setWindowTitle(tr("Report a problem"))
        self._text = set_name(QPlainTextEdit(text), "report_text")
        self._text.setReadOnly(True)
        self._text.setAccessibleName(tr("The report"))
        self._text.setTabChangesFocus(True)
        self._text.setFont(fixed(self.font()))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.notice = Notice(look)
        self.copy_button = set_name(QPushButton(tr("Copy")), "report_copy")
        self.copy_button.clicked.connect(self._copy)
        self.save_button = set_name(QPushButton(tr("Save…")), "report_save")
        self.save_button.clicked.connect(self._ask_where)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(heading(look, tr("Report a problem"), 1.35))
        column.addWidget(Text(look, tr(_NOTE)))
        column.addWidget(self.notice)
        column.addWidget(self._text, 1)
        column.addWidget(buttons)
        self.resize(grow(self.font(), _WIDTH), grow(self.font(), _HEIGHT))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self.copy_button.setText(tr("Copied"))

    @Slot()
    def _ask_where(self) -> None:
        ask_where_to_save(
            self,
            "report_file",
            title=tr("Save the report"),
            kinds=(tr("Text (*.txt)"),),
            suggestion="lcdesk-report.txt",
            then=self._save,
        )

    @Slot(str)
    def _save(self, file: str) -> None:
        self.notice.hide()
        try:
            Path(file).write_text(self._text.toPlainText(), encoding="utf-8")
        except OSError as error:
            self.notice.show_problem(
                tr("The report could not be saved"),
                tr("{file}: {why}. Nothing was written; choose another place.").format(
                    file=file, why=error.strerror or str(error)
                ),
            )
