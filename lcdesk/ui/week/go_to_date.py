"""Go to a date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QCalendarWidget, QDialog, QTableView, QVBoxLayout, QWidget

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.month import style_month
from lcdesk.ui.widgets.parts import date_of, named, qdate


class GoToDateDialog(QDialog):
    """A month to pick a day from; Enter or a double click goes there."""

    day_picked = Signal(date)

    def __init__(
        self,
        day: date,
        appearance: Appearance,
        icons: Icons,
        *,
        first_weekday: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("go_to_date_dialog")
        self.setWindowTitle(self.tr("Go to date"))
        self._calendar = named(QCalendarWidget(), "go_to_date_calendar")
        self._calendar.setSelectedDate(qdate(day))
        self._calendar.setAccessibleName(self.tr("Date to go to"))
        for view in self._calendar.findChildren(QTableView):
            view.setAccessibleName(self._calendar.accessibleName())
        self._appearance = appearance
        self._icons = icons
        self._first_weekday = first_weekday
        self._restyle()
        appearance.changed.connect(self._restyle)
        self._calendar.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.addWidget(self._calendar)
        self._calendar.setFocus()

    @Slot()
    def _restyle(self) -> None:
        palette = self._appearance.palette
        style_month(self._calendar, palette, self._icons, first_weekday=self._first_weekday)

    def _pick(self, day: QDate) -> None:
        self.day_picked.emit(date_of(day))
        self.accept()
