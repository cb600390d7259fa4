"""The mouse in the grid: feeds the gesture, shows its ghost and cursor, scrolls at the edges."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from lcdesk.ui.week.grid.gestures import (
    Cell,
    Copied,
    Filled,
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
    pressed = Signal()
    dragged = Signal()  # `ghost` is where the mouse has brought it
    ghost_moved = Signal(Ghost)  # one is or was here: paint it anew
    scroll_requested = Signal(float, float)  # pixels to the right and down
    hover_changed = Signal(str)  # the entry whose handles come or go

    def __init__(self, owner: QWidget, scene: Callable[[], Scene]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._scene = scene
        self._gesture = Gesture()
        self._last = QPointF()
        self._hovered: Target | None = None
        self._is_fine = self._copies = False
        self.lane: QWidget | None = None  # of whole days, above the owner
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

    @property
    def held(self) -> Target | None:
        """What is being dragged, as it was taken hold of; None for free time."""
        return self._gesture.target

    @property
    def handles(self) -> Target | None:
        """What shows its handles: it lies under the pointer, and both its edges can be dragged."""
        return None if self._gesture.is_dragging else self._hovered

    @property
    def is_in_lane(self) -> bool:
        """Whether what is dragged is held over the all-day lane, or above it.

        It could stand in another column, so that a sweep or an edge is never there.
        """
        lane = self.lane
        if lane is None or lane.isHidden() or not self._gesture.goes_across:
            return False
        below = self._owner.mapFromGlobal(lane.mapToGlobal(QPoint(0, lane.height())))
        return self._last.y() < below.y()

    @property
    def position(self) -> QPointF:
        """Where the mouse was last."""
        return self._last

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._show_handles(None)

    def press(self, event: QMouseEvent) -> None:
        """The left button went down."""
        self._note(event)
        self.pressed.emit()
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
        self._show_handles(None)
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

    def cell_on_screen(self, point: QPointF) -> Cell:
        """The same under a point of the screen."""
        return self.cell_at(self._owner.mapFromGlobal(point))

    def take_focus(self) -> None:
        """Bring the keyboard here: the Escape key gives up what is dragged."""
        self._owner.setFocus(Qt.FocusReason.MouseFocusReason)

    def target_at(self, point: QPointF) -> Target | None:
        """The event under a point."""
        scene = self._scene()
        index = scene.at(point.x(), point.y())
        return None if index is None else scene.target(index, point.y())

    def _is_gone(self, outcome: Outcome | None) -> bool:
        """Whether the entry went away, in what arrived while it was held."""
        if not isinstance(outcome, Moved | Copied | Resized | Filled):
            return False
        return outcome.entry not in self._scene().entries

    def _note(self, event: QMouseEvent) -> None:
        self._last = event.position()
        self._is_fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def _pointer(self, point: QPointF) -> Pointer:
        cell = self.cell_at(point)
        return Pointer(
            point.x(), point.y(), cell, self._is_fine, self._copies, is_in_lane=self.is_in_lane
        )

    def _drag_to(self, point: QPointF) -> None:
        before = self._gesture.ghost
        ghost = self._gesture.move(self._pointer(point))
        if ghost != before:
            self._show_ghost(before, ghost)
        if ghost is not None:
            self.dragged.emit()

    def _show_ghost(self, before: Ghost | None, ghost: Ghost | None) -> None:
        if before is None or ghost is None or before.copies != ghost.copies:
            self._owner.update()  # the original fades, or comes back
            self._show_hold()
        for ghost_shown in (before, ghost):
            if ghost_shown is not None:
                self.ghost_moved.emit(ghost_shown)

    def _show_hold(self) -> None:
        target = self._gesture.target
        if target is None or target.is_edge:
            shape = Qt.CursorShape.SizeVerCursor
        elif self.ghost is not None and self.ghost.copies:
            shape = Qt.CursorShape.DragCopyCursor
        else:
            shape = Qt.CursorShape.ClosedHandCursor
        self._owner.setCursor(shape)

    def _show_handles(self, target: Target | None) -> None:
        before, now = self._hovered, target
        self._hovered = now if now is not None and now.grip is Grip.EVERYTHING else None
        if before != self._hovered:
            for changed in (before, self._hovered):
                self.hover_changed.emit(changed.entry if changed else "")

    def _show_hover(self, point: QPointF) -> None:
        target = self.target_at(point)
        self._show_handles(target)
        if target is None or target.grip is Grip.NOTHING:
            self._owner.unsetCursor()
        elif target.is_edge:
            self._owner.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self._owner.setCursor(Qt.CursorShape.PointingHandCursor)

    @Slot()
    def _scroll_on(self) -> None:
        """Scroll while a drag is held near an edge; the ghost follows the resting pointer."""
        if not self._gesture.is_dragging:
            self._scroller.stop()
            return
        if self.is_in_lane:
            return
        seen = self._owner.visibleRegion().boundingRect()
        down = scroll_wish(self._last.y(), seen.top(), seen.bottom())
        right = 0.0
        if self._gesture.goes_across:
            right = scroll_wish(self._last.x(), seen.left(), seen.right())
        if not (down or right):
            return
        before = self._owner.mapToGlobal(QPoint(0, 0))
        self.scroll_requested.emit(right * _SCROLL_STEP, down * _SCROLL_STEP)
        self._last += QPointF(before - self._owner.mapToGlobal(QPoint(0, 0)))
        self._drag_to(self._last)
