"""Calendar files for the window: asked for by the menu, or dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.ui.offers import Offer
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.parts import busy_cursor, show_once
from lcdesk.ui.wording.messages import worded

if TYPE_CHECKING:  # made when a file is opened: the start has no use for it
    from lcdesk.ui.calendar_files.import_model import CalendarImport

_ENDINGS = (".ics", ".ical", ".ifb", ".icalendar")


class CalendarFiles(QObject):
    """Opens the preview of a file; nothing of it is kept before."""

    offered = Signal(Offer)  # what was imported, or why a file cannot be read

    def __init__(
        self, window: QWidget, look: Look, action: QAction, read: Callable[[Path], CalendarImport]
    ) -> None:
        """`read` raises InvalidInput for what cannot be read."""
        super().__init__(window)
        self._window = window
        self._look = look
        self._read = read
        action.triggered.connect(self._ask_for_file)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @Slot(str)
    def open(self, file: str) -> None:
        """Show what a calendar file holds, or say why it cannot be read."""
        from lcdesk.ui.calendar_files.dialog import CalendarImportDialog

        try:
            with busy_cursor():
                model = self._read(Path(file))
        except InvalidInput as error:
            self.offered.emit(Offer(worded(error.message)))
            return
        model.imported.connect(self.offered)
        show_once(CalendarImportDialog(model, self._look, self._window), model)

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Import calendar file"))
        dialog.setObjectName("calendar_import_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Calendar files (*.ics)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.open)
        show_once(dialog)

    # --- Qt ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take calendar files that are dropped on the window; whatever else is not for lcdesk."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            file = _calendar_file(event.mimeData())
            if file:
                event.acceptProposedAction()
                self.open(file)
                return True
        elif isinstance(event, QDragEnterEvent) and _calendar_file(event.mimeData()):
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)


def _calendar_file(dragged: QMimeData) -> str:
    """The path of the calendar file that is dragged; empty for anything else."""
    files = [url.toLocalFile() for url in dragged.urls() if url.isLocalFile()]
    return next((file for file in files if file.lower().endswith(_ENDINGS)), "")
