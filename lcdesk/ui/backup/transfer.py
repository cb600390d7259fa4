"""Everything written to one file, and such a file in the place of what is here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.backup.transfer_model import Preview, TransferModel
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.widgets.page import Notice
from lcdesk.ui.widgets.parts import message_box, set_name, show_in_place, show_once
from lcdesk.ui.wording.labels import mark, tr

_KINDS = (mark("Files of lcdesk (*.zip)"), mark("All files (*)"))
_ASK = mark(
    "lcdesk closes, puts this in the place of its data and opens again. What you have now is set "
    "aside as a copy and stays in the list of copies. Nothing is deleted in iCloud or on a server."
)
_PASSWORDS = mark(
    "Passwords are not in the file. Enter that of each account once afterwards: {accounts}. Use "
    "lcdesk on one computer only from then on."
)


class TransferPart(QWidget):
    """Two buttons, what they are at, and what came of it."""

    def __init__(self, look: Look, model: TransferModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transfer")
        self._model = model
        self.notice = Notice(look)
        self.export_button = set_name(QPushButton(tr("Export everything…")), "export_everything")
        self.export_button.clicked.connect(self._ask_where)
        self.import_button = set_name(QPushButton(tr("Import everything…")), "import_everything")
        self.import_button.clicked.connect(self._ask_what)
        self.said = quiet(look, "")
        self.said.setObjectName("transfer_said")
        self.progress = set_name(QProgressBar(), "transfer_progress")
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self._arrange()
        model.changed.connect(self._show)
        model.previewed.connect(self._ask_to_import)
        self._show()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        for button in (self.export_button, self.import_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        for below in (self.said, self.progress, self.notice):
            column.addWidget(below)

    @Slot()
    def _show(self) -> None:
        model = self._model
        for button in (self.export_button, self.import_button):
            button.setEnabled(not model.working)
        self.said.say(model.working or model.said)
        self.progress.setAccessibleName(model.working)
        show_in_place(self.progress, bool(model.working))
        if model.problem is None:
            self.notice.hide()
        else:
            self.notice.show_problem(model.problem.title, model.problem.message)

    @Slot()
    def _ask_where(self) -> None:
        ask_where_to_save(
            self,
            "export_everything_file",
            title=tr("Export everything"),
            kinds=[tr(_KINDS[0])],
            suggestion=self._model.suggestion,
            then=self._model.write,
        )

    @Slot()
    def _ask_what(self) -> None:
        dialog = set_name(QFileDialog(self, tr("Import everything")), "import_everything_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr(kind) for kind in _KINDS])
        dialog.fileSelected.connect(self._model.look_at)
        show_once(dialog)

    @Slot(object)
    def _ask_to_import(self, preview: Preview) -> None:
        title = tr("Import everything from {file}?").format(file=preview.file)
        parts = [preview.held, tr(_ASK)]
        if preview.accounts:
            parts.append(tr(_PASSWORDS).format(accounts=preview.accounts))
        box = message_box(self, "import_question", title, "\n\n".join(parts))
        box.setIcon(QMessageBox.Icon.Question)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        button = box.addButton(tr("Import"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(cancel)
        button.clicked.connect(self._model.take)
        box.rejected.connect(self._model.discard)
        box.open()
