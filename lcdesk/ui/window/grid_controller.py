"""What the days side by side ask beside what every view asks: a drag's reasons, and a sweep."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from lcdesk.model.domain.events import Appointment
from lcdesk.ui.booking.drag_reasons_model import Dragged
from lcdesk.ui.week.grid.requests import drop
from lcdesk.ui.week.week import Column
from lcdesk.ui.widgets.pointer_note import PointerNote
from lcdesk.ui.window.desk_model import WindowModel

if TYPE_CHECKING:
    from lcdesk.ui.booking.booking_model import BookingModel
    from lcdesk.ui.booking.quick import QuickBooking
    from lcdesk.ui.window.frame import WindowFrame

_WHOLE_DAY = 24 * 60


class GridController(QObject):
    """Carries it to the models, and shows what they answer over the grid."""

    booking_asked = Signal(QObject)  # the model of a booking, in the dialog
    booked = Signal(Appointment)  # in place

    def __init__(self, window: WindowFrame, desk: WindowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._grid = grid = window.grid
        self._quick: QuickBooking | None = None
        self._note = PointerNote(grid)
        self._dress()
        window.appearance.changed.connect(self._dress)
        grid.ask_why(desk.rows.why)
        grid.ask_state(desk.rows.state)
        grid.requests.sweep_requested.connect(self._book_in_place)
        pointer = grid.canvas.pointer
        pointer.pressed.connect(self._put_untouched_away)
        pointer.dragged.connect(self._show_reason)
        pointer.let_go.connect(self._end_drag)
        desk.drag_reasons.changed.connect(self._show_reason)
        desk.drag_reasons.changed.connect(self._show_reason_of_bar)
        grid.requests.fill_requested.connect(desk.all_day.fill_day)
        grid.requests.time_requested.connect(desk.all_day.give_time)
        grid.lane_drag.dragged.connect(self._show_reason_of_bar)
        grid.lane_drag.let_go.connect(self._end_drag)
        desk.week.changed.connect(self._follow_week)
        for scroll in grid.findChildren(QScrollArea):
            scroll.verticalScrollBar().valueChanged.connect(self._move_beside)
            scroll.horizontalScrollBar().valueChanged.connect(self._move_beside)

    @Slot()
    def _dress(self) -> None:
        self._note.dress(self._window.appearance.palette)

    # --- a drag -----------------------------------------------------------------------------

    @Slot()
    def _show_reason(self) -> None:
        """Why what is dragged could not be where it is now, beside the pointer."""
        canvas = self._grid.canvas
        ghost, held = canvas.pointer.ghost, canvas.pointer.held
        if ghost is None:
            return
        if canvas.pointer.is_in_lane and not ghost.is_all_day:
            why = self._desk.drag_reasons.why_not_all_day(ghost.entry)
            self._say(why, canvas, canvas.pointer.position)
            return
        origin = ghost.day if held is None else held.day
        dragged = Dragged(
            ghost.entry,
            drop(canvas, origin, ghost.day, ghost.start),
            ghost.end,
            copies=ghost.copies,
            is_resized=held is not None and held.is_edge,
        )
        self._say(self._desk.drag_reasons.why(dragged), canvas, canvas.pointer.position)

    @Slot()
    def _show_reason_of_bar(self) -> None:
        """The same of what is dragged along the all-day lane, or out of it."""
        drag, desk = self._grid.lane_drag, self._desk
        if drag.drop is None or not drag.entry:
            return
        why = desk.all_day.why_never_timed(drag.entry) if drag.ghost is not None else ""
        end = drag.drop.minute if drag.ghost is None else drag.ghost.end
        why = why or desk.drag_reasons.why(Dragged(drag.entry, drag.drop, end))
        self._say(why, self._grid.lane, drag.position)

    def _say(self, why: str, widget: QWidget, position: QPointF) -> None:
        self._grid.canvas.overlay.show_whether_open(not why)
        self._note.say(why, widget.mapTo(self._grid, position.toPoint()))

    @Slot()
    def _end_drag(self) -> None:
        self._note.hide()
        self._grid.canvas.overlay.show_whether_open(True)
        self._desk.drag_reasons.forget()

    # --- booking in place -------------------------------------------------------------------

    @Slot(Column, int, int)
    def _book_in_place(self, column: Column, start: int, end: int) -> None:
        if end - start >= _WHOLE_DAY or not self._desk.context.directory.of_kind(None):
            self._grid.requests.create_requested.emit(column, start, end)
            return
        if self._quick is None:
            self._open(self._desk.bookings.at(column, start, end, self))
        else:  # what was typed goes along
            model = self._quick.model
            minute, length = self._desk.bookings.begin_and_length(column, start, end)
            model.change(replace(model.draft, day=column.day, minute=minute, length=length))
        self._grid.canvas.overlay.mark(column, start, end)
        self._move_beside()
        if self._quick is not None:
            self._quick.take_focus()

    def _open(self, model: BookingModel) -> None:
        from lcdesk.ui.booking.quick import QuickBooking

        window = self._window
        self._quick = QuickBooking(model, window.appearance, window.icons, window.body)
        self._quick.more_asked.connect(self._open_dialog)
        self._quick.closed.connect(self._close)
        model.setParent(self._quick)
        model.changed.connect(self._mark)
        model.booked.connect(self.booked)
        model.offered.connect(self._desk.changes.offered)

    @Slot()
    def _mark(self) -> None:
        """What is marked in the grid follows what is entered."""
        if self._quick is None:
            return
        model = self._quick.model
        column = self._grid.canvas.overlay.column or Column(model.draft.day)
        end = model.end_minute
        until = end if end > model.draft.minute else _WHOLE_DAY
        self._grid.canvas.overlay.mark(
            replace(column, day=model.draft.day), model.draft.minute, until
        )
        self._move_beside()

    @Slot()
    def _move_beside(self) -> None:
        """Beside what was swept, as far as that is in sight."""
        if self._quick is None:
            return
        canvas = self._grid.canvas
        marked, seen = canvas.overlay.marked_rect, canvas.shown_part()
        top = min(max(marked.top(), seen.top()), seen.bottom())
        corner = canvas.mapTo(self._window.body, QPoint(marked.left(), top))
        self._quick.show_beside(QRect(corner, marked.size()))

    @Slot()
    def _follow_week(self) -> None:
        """It stays beside its day; where that is not shown any more it goes."""
        if self._quick is None:
            return
        if self._window.is_by_hour and not self._grid.canvas.overlay.marked_rect.isEmpty():
            self._move_beside()
        else:
            self._close()

    @Slot()
    def _put_untouched_away(self) -> None:
        """A press in the grid, where nothing would be lost."""
        if self._quick is not None and self._quick.is_untouched:
            self._close()

    @Slot()
    def _open_dialog(self) -> None:
        """More can be said there; what was entered is there already."""
        if self._quick is None:
            return
        model = self._quick.model
        model.setParent(self)
        model.changed.disconnect(self._mark)
        model.booked.disconnect(self.booked)
        model.offered.disconnect(self._desk.changes.offered)
        self._close()
        self.booking_asked.emit(model)

    @Slot()
    def _close(self) -> None:
        if self._quick is None:
            return
        quick, self._quick = self._quick, None
        has_focus = quick.isAncestorOf(self._window.focusWidget())
        quick.hide()
        quick.deleteLater()
        self._grid.canvas.overlay.mark(None)
        if has_focus:
            self._grid.setFocus()
