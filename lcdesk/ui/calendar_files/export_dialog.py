"""Which days of whom are written to a calendar file, and where to."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.widgets.date_field import DateField
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.parts import (
    align_labels,
    calendar_rows,
    fill_choice,
    plain_label,
    set_name,
)
from lcdesk.ui.wording.labels import tr


class ExportDialog(QDialog):
    """Asks for days, calendar and member first, then for the file."""

    # The first day, the last one; one calendar and one member, 0 for all; the file.
    chosen = Signal(date, date, int, int, str)

    def __init__(
        self,
        days: Days,
        directory: Directory,
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
        self._calendar, self._member = (
            set_name(QComboBox(), name) for name in ("export_calendar", "export_member")
        )
        every, anybody = (0, tr("All calendars"), QIcon()), (0, tr("Everybody"), QIcon())
        calendars = calendar_rows(tuple(directory.calendars.values()))
        fill_choice(self._calendar, [every, *calendars], 0)
        members = [(member.id, member.name, QIcon()) for member in directory.staff.values()]
        fill_choice(self._member, [anybody, *members], 0)
        self._keep_order()
        self._first.dateChanged.connect(self._keep_order)
        self._arrange()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(tr("From"), self._first)
        form.addRow(tr("Until"), self._last)
        form.addRow(tr("Calendar"), self._calendar)
        form.addRow(tr("Staff"), self._member)
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
        calendar, member = self._calendar.currentData(), self._member.currentData()
        self.chosen.emit(self._first.day, self._last.day, calendar, member, file)
        self.accept()
