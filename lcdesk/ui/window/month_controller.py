"""What the month asks beside what every view asks: a day is picked, opened, listed or booked on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.week.week import Column
from lcdesk.ui.window.card_controller import CardController
from lcdesk.ui.window.desk_model import WindowModel

if TYPE_CHECKING:
    from lcdesk.ui.month.day_popover import DayPopover
    from lcdesk.ui.window.frame import WindowFrame


class MonthController(QObject):
    """Carries it to the models; the list of a day lies over the month until the keyboard leaves."""

    booking_asked = Signal(QObject)  # the model of a booking on a day

    def __init__(
        self, window: WindowFrame, desk: WindowModel, card: CardController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._card = card
        self._popover: DayPopover | None = None
        requests = window.grid.requests
        requests.day_picked.connect(desk.week.pick_day)
        requests.today_requested.connect(window.actions_table["today"].trigger)
        requests.day_opened.connect(self._open_day)
        requests.day_listed.connect(self._list_day)
        requests.day_booking_requested.connect(self._book_on)
        card.ask_place(self._place_in_list)
        card.keyboard_left.connect(self._take_keyboard)

    @Slot(date)
    def _open_day(self, day: date) -> None:
        """Hour by hour."""
        self._desk.week.pick_day(day)
        self._window.actions_table[DayMode.DAY.value].trigger()

    @Slot(date)
    def _book_on(self, day: date) -> None:
        if self._desk.context.directory.of_kind(None):
            self.booking_asked.emit(self._desk.bookings.on_day(day, self))
        else:
            self._window.empty_strip.pressed.emit()  # nothing can be booked before the first steps

    # --- the list of a day ------------------------------------------------------------------

    @Slot(date)
    def _list_day(self, day: date) -> None:
        self._card.dismiss()
        if self._popover is None:
            self._popover = self._make_popover()
        self._show_list(self._popover, day)
        self._popover.take_focus()

    def _make_popover(self) -> DayPopover:
        from lcdesk.ui.month.day_popover import DayPopover

        window, requests = self._window, self._window.grid.requests
        popover = DayPopover(window.appearance, window.icons, window.body)
        popover.closed.connect(window.focus_view)
        popover.day_opened.connect(requests.day_opened)
        popover.booking_asked.connect(requests.day_booking_requested)
        rows = popover.list
        rows.picked.connect(requests.selected)
        rows.details_asked.connect(requests.details_requested)
        rows.opened.connect(requests.open_requested)
        rows.deletion_asked.connect(requests.delete_requested)
        rows.menu_asked.connect(self._ask_for_menu)
        rows.dragged_out.connect(self._begin_drag)
        rows.dragged_on.connect(self._drag_on)
        rows.dropped.connect(self._drop)
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch_focus)
        return popover

    def _show_list(self, popover: DayPopover, day: date) -> None:
        window, month, locale = self._window, self._window.month, self._desk.context.locale
        cell = month.cell_of(day)
        over = QRect(month.mapTo(window.body, cell.topLeft()), cell.size())
        popover.open(day, locale.day(day), month.entries_on(day), over)

    def follow(self) -> None:
        """The month is new: the list is, too; where its day is not shown any more it goes."""
        popover = self._popover
        if popover is None or popover.isHidden() or popover.list.is_dragging:
            return
        is_month = self._desk.week.mode is DayMode.MONTH
        if is_month and not self._window.month.cell_of(popover.day).isEmpty():
            self._show_list(popover, popover.day)
        else:
            popover.dismiss()

    @Slot(QWidget, QWidget)
    def _watch_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """A press or the Tab key elsewhere in the window; the card of an entry belongs to it."""
        popover = self._popover
        if popover is None or now is None or popover.isHidden() or popover.list.is_dragging:
            return
        is_here = popover is now or popover.isAncestorOf(now) or self._card.holds(now)
        if not is_here and now.window() is self._window:
            self._card.put_away()
            popover.hide()

    @Slot()
    def _take_keyboard(self) -> None:
        """It had been on a card."""
        if self._popover is not None and self._popover.isVisible():
            self._popover.take_focus()
        else:
            self._window.focus_view()

    def _place_in_list(self, block_id: str) -> QRect | None:
        return None if self._popover is None else self._popover.rect_of(block_id)

    @Slot(str, QPoint)
    def _ask_for_menu(self, entry_id: str, point: QPoint) -> None:
        popover = self._popover
        if popover is None:
            return
        start = next((one.start for one in popover.list.rows.entries if one.id == entry_id), 9 * 60)
        menu_requested = self._window.grid.requests.menu_requested
        menu_requested.emit(entry_id, Column(popover.day), start, point)

    # --- out of the list --------------------------------------------------------------------

    @Slot(str, QMouseEvent)
    def _begin_drag(self, entry_id: str, event: QMouseEvent) -> None:
        """The list keeps the mouse until the button is released: it lies behind the month."""
        if self._popover is not None:
            self._card.put_away()
            self._popover.lower()
            month = self._window.month
            point = month.mapFromGlobal(event.globalPosition())
            month.take_hold(entry_id, self._popover.day, point)

    @Slot(QMouseEvent)
    def _drag_on(self, event: QMouseEvent) -> None:
        self._hand_over(event)

    @Slot(QMouseEvent)
    def _drop(self, event: QMouseEvent) -> None:
        if self._popover is not None:
            self._popover.hide()
        self._hand_over(event)

    def _hand_over(self, event: QMouseEvent) -> None:
        month = self._window.month
        place = month.mapFromGlobal(event.globalPosition())
        QCoreApplication.sendEvent(
            month,
            QMouseEvent(
                event.type(),
                place,
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            ),
        )
