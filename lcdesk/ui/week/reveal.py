"""Bringing into what the window shows: what was just made, an entry, a date that was asked for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QCalendarWidget, QDialog, QTableView, QVBoxLayout, QWidget

from lcdesk.model.domain.events import AgendaEntry, Appointment, BlockedSlot, EntryKind
from lcdesk.model.domain.zones import local_day
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.week.week_model import WeekModel
from lcdesk.ui.widgets.date_field import style_month
from lcdesk.ui.widgets.parts import date_of, qdate, set_name


def show_appointment(week: WeekModel, made: Appointment) -> None:
    """Its days, the tab of its kind or of everything, its calendar, and somebody of its staff."""
    _show_calendar(week, made.calendar)
    if made.staff:
        _show_one_of(week, made.staff)
    show_day(week, local_day(made.span.start, week.context.tz))


def show_blocked(week: WeekModel, made: BlockedSlot) -> None:
    """The same for blocked time."""
    if made.calendar is not None:
        _show_calendar(week, made.calendar)
    if made.staff is not None:
        _show_blocks_of(week, (made.staff,))
    show_day(week, local_day(made.span.start, week.context.tz))


def show_found(week: WeekModel, entry: AgendaEntry) -> date:
    """The same for anything that stands in the agenda; returns its first day."""
    if entry.calendar is not None:
        _show_calendar(week, entry.calendar)
    if entry.kind is EntryKind.BLOCKED and entry.staff:
        _show_blocks_of(week, entry.staff)
    elif entry.staff:
        _show_one_of(week, entry.staff)
    day = local_day(entry.span.start, week.context.tz)
    day = day if entry.all_day is None else entry.all_day.first
    show_day(week, day)
    return day


def _show_blocks_of(week: WeekModel, staff: Collection[int]) -> None:
    _show_one_of(week, staff)
    on_view = week.context.directory.shown_staff(week.shown)
    if {member.id for member in on_view}.isdisjoint(staff):
        week.show_kind(None)  # they work on no calendar of the tab


def show_day(week: WeekModel, day: date) -> None:
    """Turn to a day that is not on the screen; a weekend needs the whole week."""
    if day not in week.days:
        week.go_to(day)
    if day not in week.days:
        week.set_mode(DayMode.WEEK)


def _show_calendar(week: WeekModel, number: int) -> None:
    calendar = week.context.directory.calendars.get(number)
    if calendar is None:
        return
    if week.shown.kind not in (None, calendar.kind):
        week.show_kind(calendar.kind)
    if number in week.shown.hidden_calendars:
        week.show_calendar(number, True)


def _show_one_of(week: WeekModel, staff: Collection[int]) -> None:
    """Nothing changes where one of them is on view."""
    if week.shown.hidden_staff.issuperset(staff):
        week.show_staff(min(staff), True)


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
        self._calendar = set_name(QCalendarWidget(), "go_to_date_calendar")
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
