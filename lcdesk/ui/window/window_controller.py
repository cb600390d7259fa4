"""Joins the window's parts to the view models once the store is open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSize, Slot
from PySide6.QtGui import QGuiApplication

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import AgendaEntry, Appointment, BlockedSlot
from lcdesk.ui.calendar_files.opening import CalendarFiles
from lcdesk.ui.context.view_filter import DayMode, Days
from lcdesk.ui.offers import Offer
from lcdesk.ui.search.search import Search
from lcdesk.ui.week.reveal import show_appointment, show_blocked, show_day, show_found
from lcdesk.ui.week.week import Column
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.parts import show_once
from lcdesk.ui.window.agenda_controller import AgendaController
from lcdesk.ui.window.card_controller import CardController, GridMenu
from lcdesk.ui.window.contact_windows import ContactWindows
from lcdesk.ui.window.desk_model import WindowModel
from lcdesk.ui.window.edit_controller import EditController
from lcdesk.ui.window.first_steps_controller import FirstStepsController
from lcdesk.ui.window.grid_controller import GridController
from lcdesk.ui.window.month_controller import MonthController
from lcdesk.ui.window.print_controller import PrintController
from lcdesk.ui.window.side_windows import SideWindows, UpcomingController
from lcdesk.ui.window.time_controller import TimeController
from lcdesk.ui.window.waiting_controller import WaitingController

if TYPE_CHECKING:
    from lcdesk.ui.booking.booking_model import BookingModel
    from lcdesk.ui.window.frame import WindowFrame

_QUARTER = 15
_HOUR = 60
_LAST_START = 23 * 60 + 30
_MORNING = 9 * _HOUR


class WindowController(QObject):
    """Signals of widgets to view models, news of view models to widgets; no words of its own."""

    def __init__(self, window: WindowFrame, desk: WindowModel) -> None:
        super().__init__(window)
        self.desk = desk
        self._window = window
        self._offer: Offer | None = None
        self._card = CardController(window, desk, self)
        self._card.booking_asked.connect(self._open_booking)
        self._month = MonthController(window, desk, self._card, self)
        self._month.booking_asked.connect(self._open_booking)
        self._agenda = AgendaController(window, desk, self._card, self)
        PrintController(window, desk, self)
        self.files = CalendarFiles(
            window,
            Look(window.appearance, window.icons),
            window.actions_table["import"],
            desk.make_calendar_import,
        )
        self.files.offered.connect(desk.changes.offered)
        SideWindows(window, desk, self).shown_in_week.connect(self.show_entry)
        self.contacts = ContactWindows(window, desk, self)
        self.contacts.shown_in_week.connect(self.show_entry)
        self.contacts.booking_asked.connect(self._open_booking)
        self._card.contact_asked.connect(self.contacts.open)
        self._first_steps = FirstStepsController(window, desk, self)
        self._waiting = WaitingController(window, desk, self)
        self._waiting.booking_asked.connect(self._open_booking)
        self._card.waiting_asked.connect(self._waiting.wait_for_seat)
        self._connect_search()
        edit = EditController(window, desk, self._agenda, self)
        edit.booking_asked.connect(self._open_booking)
        TimeController(window, desk, self._agenda, self)
        self._connect_week()
        self._connect_grid()
        self._connect_sides()
        in_grid = GridController(window, desk, self)
        in_grid.booking_asked.connect(self._open_booking)
        in_grid.booked.connect(self._show_booked)
        self._recall()
        window.status.attach(desk.status)
        self._show_sides()
        self._show_week()
        self._show_status()
        self._show_trouble()

    @Slot(date, str)
    def show_entry(self, day: date, entry_id: str) -> None:
        """Go to a day, select an entry there and show its card."""
        show_day(self.desk.week, day)
        if not self._agenda.select_entry(entry_id):
            self._card.select_entry(entry_id)

    def edit_entry(self, day: date, entry_id: str) -> None:
        """The same with what edits it, in the view that shows it."""
        self.show_entry(day, entry_id)
        block = self.desk.week.block_of(entry_id)
        self._card.open(block or entry_id)

    @Slot(AgendaEntry)
    def reveal_entry(self, entry: AgendaEntry) -> None:
        """The same, also where a tab, a check mark or the agenda's filters hide it."""
        day = show_found(self.desk.week, entry)
        self.show_entry(day, entry.row)
        if self._agenda.is_shown and not self._agenda.select_entry(entry.row):
            self.desk.week.set_mode(DayMode.WEEK)
            self.show_entry(day, entry.row)

    def new_booking(self) -> None:
        """Book at the next open time from now on, or of later days that are shown."""
        today, minute = self.desk.week.now_on_grid()
        first = self.desk.week.chosen_day
        if first > today:
            self._open_booking(self.desk.bookings.at_next_open(first, _MORNING, self))
            return
        start = min(-(-(minute + 1) // _QUARTER) * _QUARTER, _LAST_START)
        self._open_booking(self.desk.bookings.at_next_open(today, start, self))

    @Slot()
    def quick_add(self) -> None:
        """Book by typing one line."""
        from lcdesk.ui.quick_add.dialog import QuickAddDialog

        self._card.dismiss()
        model = self.desk.bookings.quick_add()
        model.booking.booked.connect(self._show_booked)
        model.booking.offered.connect(self.desk.changes.offered)
        dialog = QuickAddDialog(model, self._window.appearance, self._window)
        dialog.more_asked.connect(self._go_on_booking)
        show_once(dialog, model)

    @Slot(QObject)
    def _go_on_booking(self, model: BookingModel) -> None:
        """What a line does not say is asked in the dialog."""
        model.setParent(self)
        model.booked.disconnect(self._show_booked)
        model.offered.disconnect(self.desk.changes.offered)
        self._open_booking(model)

    def remember_geometry(self) -> None:
        """Open here, at this size, next time."""
        size = self._window.size()
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        self.desk.context.memory.keep(size=(size.width(), size.height()), geometry=geometry)

    # --- connecting -------------------------------------------------------------------------

    def _connect_week(self) -> None:
        table, week = self._window.actions_table, self.desk.week
        table["new_booking"].triggered.connect(self.new_booking)
        table["quick_add"].triggered.connect(self.quick_add)
        table["export"].triggered.connect(self._export)
        table["block_time"].triggered.connect(self._block_now)
        table["sync_now"].triggered.connect(self.desk.status.sync_now)
        week.changed.connect(self._show_week)
        week.directory_changed.connect(self._show_sides)

    def _connect_search(self) -> None:
        window = self._window
        search = Search(self.desk.search, window.appearance, window.icons, window.body)
        window.actions_table["find"].triggered.connect(search.open)
        search.opened.connect(self._card.put_away)
        search.entry_picked.connect(self.reveal_entry)
        search.contact_picked.connect(self.contacts.open)
        search.closed.connect(window.focus_view)

    def _connect_grid(self) -> None:
        grid, changes = self._window.grid, self.desk.changes
        grid.requests.create_requested.connect(self._book)
        grid.requests.move_requested.connect(changes.move)
        grid.requests.copy_requested.connect(changes.copy)
        grid.requests.resize_requested.connect(changes.resize)
        grid.requests.delete_requested.connect(changes.delete)
        grid.requests.menu_requested.connect(self._show_menu)
        grid.requests.week_step_requested.connect(self.desk.week.step)
        changes.refused.connect(self._explain)
        changes.offered.connect(self._offer_toast)
        history = self.desk.history
        history.offered.connect(changes.offered)
        self._window.toast.accepted.connect(self._take_offer)
        self._window.toast.other_accepted.connect(self._take_other)

    def _connect_sides(self) -> None:
        window, week = self._window, self.desk.week
        window.empty_strip.pressed.connect(self._first_steps.open)
        side = window.side
        side.day_picked.connect(week.pick_day)
        side.staff_toggled.connect(week.show_staff)
        side.calendar_toggled.connect(week.show_calendar)
        side.only_calendar_picked.connect(week.show_only)
        side.open_times_picked.connect(week.show_open_times)
        side.copy_picked.connect(self._copy_open_times)
        UpcomingController(window, self.desk, self).entry_picked.connect(self.reveal_entry)
        window.actions_table["sidebar"].toggled.connect(self._remember_sidebar)
        window.actions_table["cancelled"].triggered.connect(week.show_cancelled)
        self.desk.status.changed.connect(self._show_status)
        self.desk.trouble.changed.connect(self._show_trouble)

    def _recall(self) -> None:
        """The window as it was left."""
        kept, window = self.desk.context.memory.now, self._window
        window.actions_table["sidebar"].setChecked(kept.has_sidebar)
        window.actions_table["cancelled"].setChecked(not kept.shown.hides_cancelled)
        if kept.zoom:
            window.grid.set_zoom(kept.zoom)
        if all(kept.size) and not kept.geometry and not window.isMaximized():
            window.fit(QSize(*kept.size))

    # --- showing ----------------------------------------------------------------------------

    @Slot()
    def _show_week(self) -> None:
        window, week = self._window, self.desk.week
        window.show_week(week.week, week.chosen_day, self._agenda.view_to_show())
        is_month = week.mode is DayMode.MONTH
        window.side.month.show_days(Days(week.chosen_day, 1) if is_month else week.days)
        self._agenda.show_week()
        self._month.follow()
        self._card.refresh()

    @Slot()
    def _show_sides(self) -> None:
        window, desk = self._window, self.desk
        window.side.show_rows(desk.sidebar())
        kind = desk.week.shown.kind
        window.simple_strip.say(
            self.tr(
                "Simple calendars stay on this computer. iCloud is not supported for them: "
                "nothing is sent there, and nothing is read from there."
            )
            if kind is CalendarKind.SIMPLE
            else ""
        )
        self._show_empty()

    def _show_empty(self) -> None:
        """What is missing before anything can be booked, one thing at a time."""
        window, directory = self._window, self.desk.context.directory
        welcome = self.tr("Welcome. Say who is booked and when they work to take bookings.")
        window.empty_strip.say("" if directory.calendars else welcome)
        is_missing = bool(directory.staff) and not directory.accounts
        simple = self.desk.week.shown.kind is CalendarKind.SIMPLE
        window.connect_strip.say(
            self.tr("Connect iCloud to see private events as blocked slots.")
            if is_missing and not simple
            else ""
        )
        for name in ("new_booking", "quick_add"):
            window.actions_table[name].setEnabled(bool(directory.of_kind(None)))
        choices = bool(directory.staff or directory.calendars)
        window.actions_table["block_time"].setEnabled(choices)

    @Slot()
    def _show_status(self) -> None:
        status = self.desk.status
        self._window.attention.say(status.attention_words)
        self._window.actions_table["sync_now"].setEnabled(
            status.has_accounts and not status.is_busy
        )

    @Slot()
    def _show_trouble(self) -> None:
        self._window.trouble.say(self.desk.trouble.words)

    @Slot(bool)
    def _remember_sidebar(self, is_shown: bool) -> None:
        self.desk.context.memory.keep(has_sidebar=is_shown)

    # --- booking and blocking ---------------------------------------------------------------

    @Slot(Column, int, int)
    def _book(self, column: Column, start: int, end: int) -> None:
        if end - start >= 24 * _HOUR:  # asked for in the all-day lane: nobody books a whole day
            self._block(column, start, end)
            return
        if not self.desk.context.directory.of_kind(None):
            self._first_steps.open()
            return
        self._open_booking(self.desk.bookings.at(column, start, end, self))

    @Slot(Column)
    def _book_on(self, column: Column) -> None:
        """Of a day in a month no time was pointed at."""
        self._window.grid.requests.day_booking_requested.emit(column.day)

    @Slot(QObject)
    def _open_booking(self, model: BookingModel) -> None:
        from lcdesk.ui.booking.dialog import BookingDialog

        self._card.dismiss()
        window = self._window
        dialog = BookingDialog(model, window.appearance, window.icons, window)
        dialog.waiting_asked.connect(self._waiting.put_on_list)
        model.booked.connect(self._show_booked)
        model.offered.connect(self.desk.changes.offered)
        show_once(dialog, model)

    @Slot(Appointment)
    def _show_booked(self, made: Appointment) -> None:
        """What was just booked is never out of sight."""
        self._card.await_entry(f"a{made.id}")
        show_appointment(self.desk.week, made)
        self._card.refresh()

    @Slot(BlockedSlot)
    def _show_blocked(self, made: BlockedSlot) -> None:
        self._card.await_entry(f"b{made.id}")
        show_blocked(self.desk.week, made)
        self._card.refresh()

    @Slot()
    def _block_now(self) -> None:
        day, minute = self.desk.week.now_on_grid()
        if day not in self.desk.week.days:
            day = self.desk.week.chosen_day
        start = min(-(-(minute + 1) // _QUARTER) * _QUARTER, _LAST_START - _HOUR)
        self._block(Column(day), start, start + _HOUR)

    @Slot(Column, int, int)
    def _block(self, column: Column, start: int, end: int) -> None:
        from lcdesk.ui.booking.block_time import BlockTimeDialog

        self._card.dismiss()
        model = self.desk.make_block_model(column, start, end, self)
        dialog = BlockTimeDialog(model, self._window.appearance, self._window.icons, self._window)
        model.blocked.connect(self._show_blocked)
        show_once(dialog, model)

    @Slot(int)
    def _copy_open_times(self, calendar: int) -> None:
        """Onto the clipboard, to be pasted into a mail."""
        times = self.desk.shared_times(calendar)
        if times.text:
            QGuiApplication.clipboard().setText(times.text)
        self._offer = None
        self._window.toast.say(times.said)

    @Slot(str)
    def _explain(self, reason: str) -> None:
        if self._agenda.is_shown:  # there is no place of it beside the pointer
            self._window.toast.say(reason)
        else:
            self._window.view.explain(reason)

    @Slot()
    def _export(self) -> None:
        from lcdesk.ui.calendar_files.export_dialog import ExportDialog

        window, week = self._window, self.desk.week
        first_weekday = week.context.locale.first_weekday
        dialog = ExportDialog(
            week.days,
            week.context.directory,
            window.appearance,
            window.icons,
            first_weekday=first_weekday,
            parent=window,
        )
        dialog.chosen.connect(self.desk.many.export_days)
        show_once(dialog)

    # --- toast, menus -----------------------------------------------------------------------

    @Slot(Offer)
    def _offer_toast(self, offer: Offer) -> None:
        self._offer = offer
        other = "" if offer.other is None else offer.other.action
        self._window.toast.say(offer.text, offer.action, other)
        self._window.grid.canvas.say(offer.text)

    @Slot()
    def _take_offer(self) -> None:
        if self._offer is not None:
            self.desk.changes.carry_out(self._offer)

    @Slot()
    def _take_other(self) -> None:
        if self._offer is not None and self._offer.other is not None:
            self.desk.changes.carry_out(self._offer.other)

    @Slot(str, Column, int, QPoint)
    def _show_menu(self, block_id: str, column: Column, minute: int, point: QPoint) -> None:
        card = self.desk.card(block_id) if block_id else None
        menu = GridMenu(card, column, minute, self._window)
        menu.booking_picked.connect(self._book if self._window.is_by_hour else self._book_on)
        menu.blocking_picked.connect(self._block)
        menu.action_picked.connect(self._card.act)
        self._card.put_away()
        menu.popup(point)
