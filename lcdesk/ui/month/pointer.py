"""The mouse in the month: feeds the grid's gesture with days, and shows its cursor."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from lcdesk.ui.month.layout import A_WEEK
from lcdesk.ui.month.month import MonthEntry
from lcdesk.ui.month.scene import MonthScene, grip_of
from lcdesk.ui.week.grid.geometry import Part, Rect
from lcdesk.ui.week.grid.gestures import (
    Cell,
    Copied,
    Gesture,
    Ghost,
    Grip,
    Moved,
    Outcome,
    Pointer,
    Target,
)
from lcdesk.ui.week.grid.painter import qrect

_NUMBER = 1.9  # how far from its far edge a day's number is pressed, in heights of its line


class _Drawn(NamedTuple):
    """What is dragged, as it was painted last."""

    rect: Rect | None
    drop: range
    copies: bool


class MonthPointer(QObject):
    """The mouse over one widget that shows a scene. What it finds out is for the widget to ask."""

    let_go = Signal()  # nothing is held any more: dropped or given up

    def __init__(self, owner: QWidget, scene: Callable[[], MonthScene]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._scene = scene
        self._gesture = Gesture()
        self._pressed_at = self._last = QPointF()
        self._held: Rect | None = None  # where the piece lies that was pressed
        self._copies = False
        self._drawn: _Drawn | None = None

    @property
    def is_holding(self) -> bool:
        """Whether the left button is down on something, dragged yet or not."""
        return self._gesture.is_pressed

    @property
    def ghost(self) -> Ghost | None:
        """What is being dragged, and the day on which it would begin."""
        return self._gesture.ghost

    @property
    def ghost_rect(self) -> Rect | None:
        """Where what is dragged is drawn: it follows the pointer."""
        if self._held is None:
            return None
        by = self._last - self._pressed_at
        held = self._held
        return Rect(held.x + by.x(), held.y + by.y(), held.width, held.height)

    @property
    def drop(self) -> range:
        """The days, counted from the first shown, that what is dragged would lie on."""
        ghost, scene = self.ghost, self._scene()
        entry = None if ghost is None else scene.entry(ghost.entry)
        if ghost is None or entry is None or self.day is None:
            return range(0)
        return range(ghost.day, ghost.day + entry.length)

    @property
    def day(self) -> int | None:
        """The day under the pointer."""
        return self._scene().geometry.day_at(self._last.x(), self._last.y())

    def press(self, event: QMouseEvent) -> None:
        """The left button went down."""
        self._note(event)
        self._pressed_at = self._last
        scene = self._scene()
        at = scene.at(self._last.x(), self._last.y())
        self._held = None if at is None else scene.rects[at]
        self._gesture.press(self._pointer(), self._target())

    def take_hold(self, entry: MonthEntry, day: int, point: QPointF) -> None:
        """What was pressed elsewhere for a day is carried on from here, under the pointer."""
        self._pressed_at = self._last = point
        scene = self._scene()
        width, height = scene.geometry.cell(day).width, scene.geometry.row - 1
        self._held = Rect(point.x() - width / 2, point.y() - height / 2, width, height)
        self._gesture.press(Pointer(point.x(), point.y(), Cell(day, 0.0)), scene.target(entry))

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved, with the button down or without."""
        self._note(event)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_hover()
        else:
            self._drag()

    def hold_copy(self, copies: bool) -> None:
        """Ctrl was pressed or let go while the mouse rests."""
        if self._gesture.is_dragging:
            self._copies = copies
            self._drag()

    def release(self, event: QMouseEvent) -> Outcome | None:
        """The left button went up: what the gesture asks for."""
        self._note(event)
        was_dragging, self._drawn = self._gesture.is_dragging, None
        is_outside = self.day is None
        outcome = self._gesture.release(self._pointer())
        if was_dragging:
            self._owner.update()
            self._show_hover()
        self.let_go.emit()
        if isinstance(outcome, Moved | Copied):
            is_gone = self._scene().entry(outcome.entry) is None
            return None if is_gone or is_outside else outcome
        return outcome

    def cancel(self) -> bool:
        """Give up a drag; False if there was none."""
        was_dragging, self._drawn = self._gesture.cancel(), None
        if was_dragging:
            self._owner.unsetCursor()
            self._owner.update()
        self.let_go.emit()
        return was_dragging

    def entry_at(self, point: QPointF) -> MonthEntry | None:
        """The entry under a point."""
        scene = self._scene()
        at = scene.at(point.x(), point.y())
        return None if at is None else scene.entry_of(at)

    def listed_day_at(self, point: QPointF) -> int | None:
        """The day whose "+n more" is under a point."""
        more = self._scene().more_at(point.x(), point.y())
        return None if more is None else more.day

    def opened_day_at(self, point: QPointF) -> int | None:
        """The day whose number is under a point."""
        scene = self._scene()
        day = scene.geometry.day_at(point.x(), point.y())
        if day is None:
            return None
        area, reach = scene.geometry.number(day), _NUMBER * scene.geometry.top
        far = point.x() - area.x if scene.geometry.rtl else area.right - point.x()
        return day if area.contains(point.x(), point.y()) and far <= reach else None

    def _note(self, event: QMouseEvent) -> None:
        self._last = event.position()
        self._copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def _pointer(self) -> Pointer:
        cell = Cell(self.day or 0, 0.0)
        return Pointer(self._last.x(), self._last.y(), cell, copies=self._copies)

    def _target(self) -> Target:
        """The entry under the pointer; a free day is nothing to take hold of."""
        entry = self.entry_at(self._last)
        if entry is None:
            return Target("", self.day or 0, 0, 0, Part.BODY, Grip.NOTHING)
        return self._scene().target(entry)

    def _drag(self) -> None:
        if self._gesture.move(self._pointer()) is not None:
            copies = Qt.CursorShape.DragCopyCursor
            self._owner.setCursor(copies if self._copies else Qt.CursorShape.ClosedHandCursor)
            self._update_dragged()

    def _update_dragged(self) -> None:
        """Only where it was and is; everything when it is taken up, or becomes a copy."""
        before, geometry = self._drawn, self._scene().geometry
        self._drawn = now = _Drawn(self.ghost_rect, self.drop, self._copies)
        if before is None or before.copies != now.copies:
            self._owner.update()
            return
        places = [drawn.rect for drawn in (before, now) if drawn.rect is not None]
        if before.drop != now.drop:
            shown = range(geometry.weeks * A_WEEK)
            places += [geometry.cell(day) for day in {*before.drop, *now.drop} if day in shown]
        for place in places:
            self._owner.update(qrect(place.enlarge(3)))

    def _show_hover(self) -> None:
        entry = self.entry_at(self._last)
        is_held = entry is not None and grip_of(entry) is not Grip.NOTHING
        days = (self.listed_day_at(self._last), self.opened_day_at(self._last))
        if is_held or any(day is not None for day in days):
            self._owner.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._owner.unsetCursor()
