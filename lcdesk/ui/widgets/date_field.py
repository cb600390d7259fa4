"""A date to type or to pick from a month that looks like the rest of lcdesk; a time of day."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QSize, Qt, QTime
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QTimeEdit, QToolButton

from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import inset
from lcdesk.ui.look.palette import Palette, ink
from lcdesk.ui.widgets.parts import TIME_MARGINS, date_of, qdate

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
_WIDEST = "Wed 30 Nov 2026"
_PARTS = re.compile(r"\w+|\W+")
_AROUND = 46  # the frame, the arrow and their margins, as the style sheet has them


def as_written(form: str) -> str:
    """The format for a field: in a mirrored window Qt turns its parts round, so that four o'clock
    reads 00:16, and turns them back if they are turned before.
    """
    return "".join(_PARTS.findall(form)[::-1]) if QGuiApplication.isRightToLeft() else form


class DateField(QDateEdit):
    """ "Tue 1 Dec 2026" with a month to pick from."""

    def __init__(self, palette: Palette, icons: Icons, *, first_weekday: int) -> None:
        super().__init__()
        self._icons = icons
        self._first_weekday = first_weekday
        self.setCalendarPopup(True)
        self.setDisplayFormat(as_written("ddd d MMM yyyy"))
        self.setDateRange(qdate(FIRST_DAY), qdate(LAST_DAY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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

    def end_at(self, day: date) -> None:
        """Offer no day after this one."""
        self.setMaximumDate(qdate(day))

    def show_day(self, day: date) -> None:
        """Put a date into the field."""
        self.setDate(qdate(day))

    # --- Qt ---------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The form scrolls; the date under the pointer stays."""
        event.ignore()


class TimeField(QTimeEdit):
    """A time of day, on 12 or 24 hours as the locale has it."""

    def __init__(self, name: str, locale: LocaleFormat) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setDisplayFormat(as_written("HH:mm" if locale.is_24_hour else "h:mm AP"))
        self.lineEdit().setTextMargins(inset(*TIME_MARGINS))

    @property
    def minute(self) -> int:
        """Minutes past midnight."""
        return self.time().hour() * 60 + self.time().minute()

    def show_minute(self, minute: int) -> None:
        """Put a time of day into the field; the last midnight becomes one minute less."""
        hour, rest = divmod(min(minute, 24 * 60 - 1), 60)
        self.setTime(QTime(hour, rest))


_ARROWS = (("qt_calendar_prevmonth", Sign.PREVIOUS), ("qt_calendar_nextmonth", Sign.NEXT))


def style_month(
    month: QCalendarWidget, palette: Palette, icons: Icons, *, first_weekday: int
) -> None:
    """Quiet colours instead of Qt's blue bar and red weekends."""
    month.setFirstDayOfWeek(Qt.DayOfWeek(first_weekday))
    month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    month.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    month.setLocale(QLocale())
    plain, quiet = QTextCharFormat(), QTextCharFormat()
    plain.setForeground(ink(palette.text))
    quiet.setForeground(ink(palette.quiet_text))
    quiet.setBackground(ink(palette.panel))
    for weekday in Qt.DayOfWeek:
        month.setWeekdayTextFormat(weekday, plain)
    month.setHeaderTextFormat(quiet)
    today = QTextCharFormat()
    today.setForeground(ink(palette.accent))
    today.setFontWeight(700)
    month.setDateTextFormat(QDate.currentDate(), today)
    for name, sign in _ARROWS:
        arrow = month.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(icons.icon(sign, palette.quiet_text))
            arrow.setIconSize(QSize(14, 14))
    month.setMinimumSize(280, 230)
    month.setStyleSheet(
        f"QWidget#qt_calendar_navigationbar {{ background: {palette.panel}; }}"
        f"QToolButton {{ color: {palette.text}; }}"
        "QToolButton::menu-indicator { image: none; }"
        f"QAbstractItemView {{ background: {palette.panel}; outline: none; border: none;"
        f" selection-background-color: {palette.accent};"
        f" selection-color: {palette.on_accent}; }}"
    )
