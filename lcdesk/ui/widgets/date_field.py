"""A date to type or to pick from a month that looks like the rest of lcdesk."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCalendarWidget, QDateEdit

from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.month import style_month
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.parts import date_of, qdate

_WIDEST = "Wed 30 Nov 2026"
_AROUND = 46  # the frame, the arrow and their margins, as the style sheet has them


class DateField(QDateEdit):
    """ "Tue 1 Dec 2026" with a month to pick from."""

    def __init__(self, palette: Palette, icons: Icons, *, first_weekday: int) -> None:
        super().__init__()
        self._icons = icons
        self._first_weekday = first_weekday
        self.setCalendarPopup(True)
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setCalendarWidget(QCalendarWidget())
        around = self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        widest = self.fontMetrics().horizontalAdvance(_WIDEST)
        self.setMinimumWidth(widest + max(around, _AROUND))
        self.restyle(palette)

    def restyle(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        month = self.calendarWidget()
        style_month(month, palette, self._icons, first_weekday=self._first_weekday)

    @property
    def day(self) -> date:
        """The date that stands in the field."""
        return date_of(self.date())

    def begin_at(self, day: date) -> None:
        """Offer no day before this one."""
        self.setMinimumDate(qdate(day))

    def show_day(self, day: date) -> None:
        """Put a date into the field."""
        self.setDate(qdate(day))
