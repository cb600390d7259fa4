"""Which days are written to a calendar file, and where to."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.widgets.date_field import DateField
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.parts import align_labels, plain_label, set_name
from lcdesk.ui.wording.labels import tr


class ExportDialog(QDialog):
    """Asks for the days first, then for the file."""

    chosen = Signal(date, date, str)  # the first day, the last one, the file

    def __init__(
        self,
        days: Days,
        appearance: Appearance,
        icons: Icons,
        *,
        first_weekday: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(tr("Export"))
        palette = appearance.palette
        self._first, self._last = (
            set_name(DateField(palette, icons, first_weekday=first_weekday), name)
            for name in ("export_first", "export_last")
        )
        self._first.show_day(days.first)
        self._last.show_day(days.last)
        self._keep_order()
        self._first.dateChanged.connect(self._keep_order)
        self._arrange()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(tr("From"), self._first)
        form.addRow(tr("Until"), self._last)
        align_labels(form)
        note = tr(
            "Appointments and time blocked by hand are written, for other calendar programs. "
            "What is cancelled, and events from linked calendars, are left out."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        export = buttons.addButton(tr("Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setObjectName("export_button")
        export.setDefault(True)
        buttons.accepted.connect(self._ask_for_file)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(plain_label(note, "export_note", wraps=True))
        column.addWidget(buttons)

    @Slot()
    def _keep_order(self) -> None:
        self._last.begin_at(self._first.day)

    @Slot()
    def _ask_for_file(self) -> None:
        ask_where_to_save(
            self,
            "export_file_dialog",
            title=tr("Export"),
            kinds=[tr("Calendar files (*.ics)")],
            suggestion=tr("appointments.ics"),
            then=self._choose,
        )

    @Slot(str)
    def _choose(self, file: str) -> None:
        self.chosen.emit(self._first.day, self._last.day, file)
        self.accept()
