"""The mouse on a bar of the all-day lane: along it to another day, or down to a time of day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent

from lcdesk.ui.week.grid.drag.overlay import Overlay
from lcdesk.ui.week.grid.geometry import MINUTE, QUARTER, snap_down
from lcdesk.ui.week.grid.gestures import DRAG_PIXELS, Ghost
from lcdesk.ui.week.grid.lane import AllDayLane, covered
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY
from lcdesk.ui.week.grid.pointer import GridPointer
from lcdesk.ui.week.grid.requests import Canvas
from lcdesk.ui.week.week import Banner, Drop

_AN_HOUR = 60


class LaneDrag(QObject):
    """Draws where a bar would go and asks for it when it is dropped; a press alone is a click."""

    dragged = Signal()  # `drop` is where the mouse has brought it
    let_go = Signal()  # nothing is held any more: dropped or given up

    def __init__(
        self, lane: AllDayLane, canvas: Canvas, pointer: GridPointer, overlay: Overlay
    ) -> None:
        super().__init__(lane)
        self._lane = lane
        self._canvas = canvas
        self._pointer = pointer
        self._overlay = overlay
        self._held: Banner | None = None
        self._column = 0  # where it was taken hold of
        self._pressed_at = self._last = QPointF()
        self._is_fine = False
        self.drop: Drop | None = None
        self.ghost: Ghost | None = None  # over the hours
        lane.installEventFilter(self)
        pointer.let_go.connect(self.cancel)
        pointer.let_go.connect(self._show_filled)
        pointer.dragged.connect(self._show_filled)

    @property
    def is_holding(self) -> bool:
        """Whether the left button is down on a bar, dragged yet or not."""
        return self._held is not None

    @property
    def entry(self) -> str:
        """What is held; empty for nothing."""
        return "" if self._held is None else self._held.id

    @property
    def position(self) -> QPointF:
        """Where the mouse was last, on the lane."""
        return self._last

    @Slot()
    def cancel(self) -> bool:
        """Give up a drag; False if there was none."""
        if self._held is None:
            return False
        was_dragging = self.drop is not None
        self._end()
        return was_dragging

    @Slot()
    def _show_filled(self) -> None:
        """The day that what is dragged up here would fill."""
        ghost = self._pointer.ghost
        self._lane.show_drop((ghost.day,) if ghost is not None and ghost.is_all_day else ())

    def _press(self, event: QMouseEvent) -> None:
        banner = self._lane.banner_at(event.position())
        if banner is not None and not banner.locked:
            self._held = banner
            self._column = self._lane.column_at(event.position().x())
            self._pressed_at = event.position()

    def _move(self, event: QMouseEvent) -> None:
        self._last = event.position()
        self._is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        way = self._last - self._pressed_at
        if self.drop is None and max(abs(way.x()), abs(way.y())) <= DRAG_PIXELS:
            return
        if self.drop is None:
            self._lane.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pointer.take_focus()  # Escape goes there
        self._show()
        self.dragged.emit()

    def _show(self) -> None:
        """Frame the days that it would fill, or draw it at the time of day under the pointer."""
        banner = self._held
        if banner is None:
            return
        if self._last.y() < self._lane.height():
            column = self._canvas.column(self._lane.column_at(self._last.x()))
            by = column.day - self._canvas.column(self._column).day
            first, self.ghost = banner.first + by, None
            self.drop = self._drop(first, banner.start, column.member)
            there = replace(banner, first=first, last=banner.last + by, member=column.member)
            self._lane.show_drop(covered(there, self._canvas.scene.week))
        else:
            self.ghost = ghost = self._ghost(banner)
            column = self._canvas.column(ghost.day)
            self.drop = self._drop(column.day, ghost.start, column.member)
            self._lane.show_drop(())
        self._overlay.bring(self.ghost)

    def _ghost(self, banner: Banner) -> Ghost:
        point = self._lane.mapToGlobal(self._last)
        cell = self._pointer.cell_on_screen(point)
        step = MINUTE if self._is_fine else QUARTER
        start = min(snap_down(cell.minute, step), MINUTES_A_DAY - step)
        length = MINUTES_A_DAY if banner.keeps_length else _AN_HOUR
        return Ghost(banner.id, cell.day, start, start + length)

    def _drop(self, day: date, minute: int, taker: int | None) -> Drop:
        return Drop(day, minute, self._canvas.column(self._column).member, taker)

    def _release(self) -> bool:
        """Ask for what was dragged; False for a click."""
        banner, drop, is_timed = self._held, self.drop, self.ghost is not None
        self._end()
        if banner is None or drop is None:
            return False
        requests = self._canvas.requests
        if banner.id not in self._canvas.scene.entries:
            return True  # it went away in what arrived while it was held
        if is_timed:
            requests.time_requested.emit(banner.id, drop)
        elif drop.is_handed_over or drop.day != banner.first:
            requests.move_requested.emit(banner.id, drop)
        return True

    def _end(self) -> None:
        self._held = self.drop = self.ghost = None
        self._lane.show_drop(())
        self._lane.unsetCursor()
        self._overlay.bring(None)
        self.let_go.emit()

    # --- Qt ---------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            match event.type():
                case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                    self._press(event)
                case QEvent.Type.MouseMove if self._held is not None:
                    self._move(event)
                case QEvent.Type.MouseButtonRelease if self._held is not None:
                    return self._release()
                case _:
                    pass
        return super().eventFilter(watched, event)
