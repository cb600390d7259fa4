"""What the month asks beside what every view asks: a day is picked, opened or booked on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.window.desk_model import WindowModel

if TYPE_CHECKING:
    from lcdesk.ui.window.frame import WindowFrame


class MonthController(QObject):
    """Carries it to the models."""

    booking_asked = Signal(QObject)  # the model of a booking on a day

    def __init__(self, window: WindowFrame, desk: WindowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        requests = window.grid.requests
        requests.day_picked.connect(desk.week.pick_day)
        requests.today_requested.connect(window.actions_table["today"].trigger)
        requests.day_opened.connect(self._open_day)
        requests.day_booking_requested.connect(self._book_on)

    @Slot(date)
    def _open_day(self, day: date) -> None:
        """Hour by hour."""
        self._desk.week.pick_day(day)
        self._window.actions_table[DayMode.DAY.value].trigger()

    @Slot(date)
    def _book_on(self, day: date) -> None:
        if self._desk.context.directory.of_kind(None):
            self.booking_asked.emit(self._desk.booking_on(day, self))
        else:
            self._window.empty_strip.pressed.emit()  # nothing can be booked before the first steps
