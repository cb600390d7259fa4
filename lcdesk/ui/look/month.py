"""The month that a date is picked from, in lcdesk's colours."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.palette import Palette, ink

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
