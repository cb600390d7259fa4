"""What a press, a move and a release mean together. A state machine without Qt.

It never changes an event: while dragging it says what the ghost looks like, and at the end it
says what the person asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from lcdesk.ui.week.grid.geometry import MINUTE, QUARTER, Part, snap, snap_down, snap_up
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY

DRAG_PIXELS = 3.0
DEFAULT_LENGTH = 30


class Grip(Enum):
    """What of an event may be dragged."""

    NOTHING = auto()  # locked, or its other half lies outside the week
    BODY = auto()
    EVERYTHING = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A point of the grid: a column and an unsnapped wall-clock minute."""

    day: int
    minute: float


@dataclass(frozen=True, slots=True)
class Target:
    """The event under the pointer: its entry, its times and what may be dragged."""

    entry: str
    day: int
    start: int
    end: int
    part: Part
    grip: Grip
    may_fill_day: bool = False  # in the all-day lane

    @property
    def is_edge(self) -> bool:
        """Whether a drag changes the start or the end alone."""
        return self.part is not Part.BODY and self.grip is Grip.EVERYTHING


@dataclass(frozen=True, slots=True)
class Pointer:
    """One pointer position: pixels for the drag threshold, a cell for the meaning."""

    x: float
    y: float
    cell: Cell
    fine: bool = False  # Shift is held: minutes instead of quarters
    copies: bool = False  # Ctrl is held: what is dragged stays, and a copy is dropped
    is_in_lane: bool = False  # above the hours, where no time of day is meant

    @property
    def step(self) -> int:
        """The grid that times snap to."""
        return MINUTE if self.fine else QUARTER


@dataclass(frozen=True, slots=True)
class Ghost:
    """What is drawn while dragging. `entry` is empty for a new one; `end` may pass 1440."""

    entry: str
    day: int
    start: int
    end: int
    copies: bool = False  # the original stays where it is
    is_all_day: bool = False  # in the all-day lane


@dataclass(frozen=True, slots=True)
class Clicked:
    """A press and release at one point."""

    entry: str  # empty on free time
    cell: Cell


@dataclass(frozen=True, slots=True)
class Opened:
    """A double click on an event."""

    entry: str


@dataclass(frozen=True, slots=True)
class Picked:
    """A double click on free time: a new entry there."""

    day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Swept:
    """A new stretch of time, by dragging over free time."""

    day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Moved:
    """An event was dropped at another start, out of the column where it was `held`."""

    entry: str
    day: int
    start: int
    held: int


@dataclass(frozen=True, slots=True)
class Copied:
    """A copy of an event was dropped at another start; the event itself stays where it is."""

    entry: str
    day: int
    start: int
    held: int


@dataclass(frozen=True, slots=True)
class Resized:
    """An event's start or end was dragged."""

    entry: str
    day: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filled:
    """An event was dropped in the all-day lane, out of the column where it was `held`."""

    entry: str
    day: int
    held: int


Outcome = Clicked | Opened | Picked | Swept | Moved | Copied | Resized | Filled


class Gesture:
    """One pointer's story from press to release; reusable for the next one."""

    def __init__(self) -> None:
        self._press: Pointer | None = None
        self._target: Target | None = None
        self._is_dragging = False
        self.ghost: Ghost | None = None

    @property
    def is_pressed(self) -> bool:
        """Whether a button is down, moved or not."""
        return self._press is not None

    @property
    def is_dragging(self) -> bool:
        """Whether the pointer has left the point of the press far enough."""
        return self._is_dragging

    @property
    def target(self) -> Target | None:
        """What was pressed; None for free time."""
        return self._target

    @property
    def goes_across(self) -> bool:
        """Whether it may end in another column: neither a sweep nor a drag of an edge does."""
        target = self._target
        return target is not None and not target.is_edge

    def press(self, pointer: Pointer, target: Target | None) -> None:
        """A button went down on `target` (None: free time)."""
        self.cancel()
        self._press, self._target = pointer, target

    def move(self, pointer: Pointer) -> Ghost | None:
        """The pointer moved with the button down; the ghost to draw, if it is a drag."""
        press = self._press
        if press is None or not self._may_drag():
            return None
        if not self._is_dragging and _distance(press, pointer) < DRAG_PIXELS:
            return None
        self._is_dragging = True
        self.ghost = self._ghost(press, pointer)
        return self.ghost

    def release(self, pointer: Pointer) -> Outcome | None:
        """The button went up: what was asked for, or None if nothing."""
        self.move(pointer)  # the last move may be older than the release
        press, target, ghost = self._press, self._target, self.ghost
        was_dragging = self._is_dragging
        self.cancel()
        if press is None:
            return None
        if not was_dragging:
            stayed = _distance(press, pointer) < DRAG_PIXELS
            return Clicked(target.entry if target else "", press.cell) if stayed else None
        return _outcome_of(target, ghost)

    def double_click(self, pointer: Pointer, target: Target | None, *, row: int) -> Outcome:
        """A double click; on free time the stretch begins with the `row` under the pointer."""
        self.cancel()
        if target is not None:
            return Opened(target.entry)
        start = snap_down(pointer.cell.minute, MINUTE if pointer.fine else row)
        start = min(start, MINUTES_A_DAY - DEFAULT_LENGTH)
        return Picked(pointer.cell.day, start, start + DEFAULT_LENGTH)

    def cancel(self) -> bool:
        """Forget the gesture; True if a drag was under way."""
        was_dragging = self._is_dragging
        self._press = self._target = self.ghost = None
        self._is_dragging = False
        return was_dragging

    def _may_drag(self) -> bool:
        target = self._target
        return target is None or target.grip is not Grip.NOTHING

    def _ghost(self, press: Pointer, pointer: Pointer) -> Ghost:
        target = self._target
        if target is None:
            return _swept(press, pointer)
        if target.is_edge:
            return _resize(target, pointer)
        return _move(target, press, pointer)


_EDGE = 28.0  # pixels from which a drag scrolls


def scroll_wish(at: float, near: float, far: float) -> float:
    """How fast to scroll, -1 (back) to 1 (on), for a drag at `at` in a view from near to far."""
    if at < near + _EDGE:
        return max((at - near - _EDGE) / _EDGE, -1.0)
    if at > far - _EDGE:
        return min((at - far + _EDGE) / _EDGE, 1.0)
    return 0.0


def _distance(one: Pointer, other: Pointer) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))


def _swept(press: Pointer, pointer: Pointer) -> Ghost:
    """From the row of the press to the row under the pointer, upwards as well as down."""
    low, high = sorted((press.cell.minute, pointer.cell.minute))
    start = min(snap_down(low, pointer.step), MINUTES_A_DAY - pointer.step)
    end = max(snap_up(high, pointer.step), start + pointer.step)
    return Ghost("", press.cell.day, start, end)


def _move(target: Target, press: Pointer, pointer: Pointer) -> Ghost:
    if pointer.is_in_lane and target.may_fill_day and not pointer.copies:
        return Ghost(target.entry, pointer.cell.day, 0, MINUTES_A_DAY, is_all_day=True)
    if pointer.is_in_lane:
        return Ghost(target.entry, target.day, target.start, target.end)
    shift = pointer.cell.minute - press.cell.minute
    start = target.start
    if round(shift):
        start = snap(target.start + shift, pointer.step)
    start = min(start, MINUTES_A_DAY - pointer.step)
    # The column under the press, not the event's own first day: a later part may be held.
    day = target.day + pointer.cell.day - press.cell.day
    end = start + target.end - target.start
    return Ghost(target.entry, day, start, end, copies=pointer.copies)


def _resize(target: Target, pointer: Pointer) -> Ghost:
    """The dragged edge follows the pointer but stops one step before the other edge."""
    edge = snap(pointer.cell.minute, pointer.step)
    start, end = target.start, target.end
    if target.part is Part.TOP:
        start = min(edge, max(end - pointer.step, 0))
    else:
        end = max(edge, min(start + pointer.step, MINUTES_A_DAY))
    return Ghost(target.entry, target.day, start, end)


def _outcome_of(target: Target | None, ghost: Ghost | None) -> Outcome | None:
    if ghost is None:
        return None
    if target is None:
        return Swept(ghost.day, ghost.start, ghost.end)
    if target.is_edge:
        same = (ghost.start, ghost.end) == (target.start, target.end)
        return None if same else Resized(ghost.entry, ghost.day, ghost.start, ghost.end)
    if ghost.is_all_day:
        return Filled(ghost.entry, ghost.day, target.day)
    if (ghost.day, ghost.start) == (target.day, target.start):
        return None
    asked = Copied if ghost.copies else Moved
    return asked(ghost.entry, ghost.day, ghost.start, target.day)
