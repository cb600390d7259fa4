"""The mouse in the grid: feeds the gesture, shows its ghost and cursor, scrolls at the edges."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from lcdesk.ui.week.grid.geometry import Part
from lcdesk.ui.week.grid.gestures import (
    Cell,
    Copied,
    Gesture,
    Ghost,
    Grip,
    Moved,
    Outcome,
    Pointer,
    Resized,
    Target,
    scroll_wish,
)
from lcdesk.ui.week.grid.scene import Scene

_SCROLL_EVERY = 16  # milliseconds, while a drag is held near an edge
_SCROLL_STEP = 14.0
_FINE_ROWS_FROM = 96.0  # pixels an hour from which a double click means quarters, not halves


class GridPointer(QObject):
    """The mouse over one widget that shows a scene. What it finds out is for the widget to ask."""

    let_go = Signal()  # nothing is held any more: dropped or given up
    ghost_moved = Signal(Ghost)  # one is or was here: paint it anew
    scroll_requested = Signal(float)  # pixels down

    def __init__(self, owner: QWidget, scene: Callable[[], Scene]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._scene = scene
        self._gesture = Gesture()
        self._last = QPointF()
        self._is_fine = self._copies = False
        self._scroller = QTimer(self, interval=_SCROLL_EVERY)
        self._scroller.timeout.connect(self._scroll_on)

    @property
    def is_holding(self) -> bool:
        """Whether the left button is down on something, dragged yet or not."""
        return self._gesture.is_pressed

    @property
    def ghost(self) -> Ghost | None:
        """What is being dragged, to be drawn."""
        return self._gesture.ghost

    def press(self, event: QMouseEvent) -> None:
        """The left button went down."""
        self._note(event)
        self._gesture.press(self._pointer(self._last), self.target_at(self._last))

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved, with the button down or without."""
        self._note(event)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_hover(self._last)
            return
        self._drag_to(self._last)
        if self._gesture.is_dragging and not self._scroller.isActive():
            self._scroller.start()

    def release(self, event: QMouseEvent) -> Outcome | None:
        """The left button went up: what the gesture asks for."""
        self._note(event)
        was_dragging = self._gesture.is_dragging
        outcome = self._gesture.release(self._pointer(self._last))
        self._scroller.stop()
        if was_dragging:
            self._owner.update()
            self._show_hover(self._last)
        self.let_go.emit()
        return None if self._is_gone(outcome) else outcome

    @property
    def row(self) -> int:
        """The minutes that a double click means."""
        return 15 if self._scene().geometry.px_per_hour >= _FINE_ROWS_FROM else 30

    def double_click(self, event: QMouseEvent) -> Outcome:
        """The left button went down twice."""
        self._note(event)
        target = self.target_at(self._last)
        return self._gesture.double_click(self._pointer(self._last), target, row=self.row)

    def cancel(self) -> bool:
        """Give up a drag; False if there was none."""
        self._scroller.stop()
        was_dragging = self._gesture.cancel()
        if was_dragging:
            self._owner.unsetCursor()
            self._owner.update()
        self.let_go.emit()
        return was_dragging

    def hold_copy(self, copies: bool) -> None:
        """Ctrl was pressed or let go while the mouse rests."""
        if self._gesture.is_dragging:
            self._copies = copies
            self._drag_to(self._last)

    def cell_at(self, point: QPointF) -> Cell:
        """The column and minute under a point."""
        geometry = self._scene().geometry
        return Cell(geometry.day_at(point.x()), geometry.minute_at(point.y()))

    def target_at(self, point: QPointF) -> Target | None:
        """The event under a point."""
        scene = self._scene()
        index = scene.at(point.x(), point.y())
        return None if index is None else scene.target(index, point.y())

    def _is_gone(self, outcome: Outcome | None) -> bool:
        """Whether the entry went away, in what arrived while it was held."""
        if not isinstance(outcome, Moved | Copied | Resized):
            return False
        return outcome.entry not in self._scene().entries

    def _note(self, event: QMouseEvent) -> None:
        self._last = event.position()
        self._is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def _pointer(self, point: QPointF) -> Pointer:
        cell = self.cell_at(point)
        return Pointer(point.x(), point.y(), cell, self._is_fine, copies=self._copies)

    def _drag_to(self, point: QPointF) -> None:
        before = self._gesture.ghost
        ghost = self._gesture.move(self._pointer(point))
        if ghost == before:
            return
        if before is None or ghost is None or before.copies != ghost.copies:
            self._owner.update()  # the original fades, or comes back
            self._show_hold()
        for ghost_shown in (before, ghost):
            if ghost_shown is not None:
                self.ghost_moved.emit(ghost_shown)

    def _show_hold(self) -> None:
        target = self._gesture.target
        if target is None or _is_edge(target):
            shape = Qt.CursorShape.SizeVerCursor
        elif self.ghost is not None and self.ghost.copies:
            shape = Qt.CursorShape.DragCopyCursor
        else:
            shape = Qt.CursorShape.ClosedHandCursor
        self._owner.setCursor(shape)

    def _show_hover(self, point: QPointF) -> None:
        target = self.target_at(point)
        if target is None or target.grip is Grip.NOTHING:
            self._owner.unsetCursor()
        elif _is_edge(target):
            self._owner.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self._owner.setCursor(Qt.CursorShape.PointingHandCursor)

    @Slot()
    def _scroll_on(self) -> None:
        """Scroll while a drag is held near an edge; the ghost follows the resting pointer."""
        seen = self._owner.visibleRegion().boundingRect()
        wish = scroll_wish(self._last.y(), seen.top(), seen.bottom())
        if not self._gesture.is_dragging:
            self._scroller.stop()
        if not wish or not self._gesture.is_dragging:
            return
        before = self._owner.mapToGlobal(QPoint(0, 0)).y()
        self.scroll_requested.emit(wish * _SCROLL_STEP)
        shift = before - self._owner.mapToGlobal(QPoint(0, 0)).y()
        self._last += QPointF(0, shift)
        self._drag_to(self._last)


def _is_edge(target: Target) -> bool:
    return target.part is not Part.BODY and target.grip is Grip.EVERYTHING
