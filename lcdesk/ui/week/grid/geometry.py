"""Where a wall-clock minute of a day lies on the canvas, and back. No Qt here.

Rows are wall clock: the row 03:00 is three o'clock on every day, clock changes included,
so every day is exactly 24 hours high. Right-to-left is one mirrored x at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from math import inf

from lcdesk.ui.week.grid.layout import MINUTES_A_DAY, Box

QUARTER = 15
MINUTE = 1
EDGE_REACH = 5.0  # pixels from an edge that still take hold of it


class Part(Enum):
    """Which part of a block lies under the pointer."""

    BODY = auto()
    TOP = auto()
    BOTTOM = auto()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in logical pixels of the canvas."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y where it ends."""
        return self.y + self.height

    def enlarge(self, by: float) -> Rect:
        """The same rectangle with so much more on every side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside; left and top edges belong to it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def part_at(self, y: float) -> Part:
        """The part of a block of this size at `y`; low blocks keep a third for the body."""
        reach = min(EDGE_REACH, self.height / 3)
        if y < self.y + reach:
            return Part.TOP
        return Part.BOTTOM if y >= self.bottom - reach else Part.BODY


@dataclass(frozen=True, slots=True)
class GridGeometry:
    """One canvas: its width, its columns (`days`: one for a day, or for a day of one member) and
    its zoom. `top` is free room above midnight.

    `left` is where the first pixel of the columns lies in a widget that does not scroll with them.
    """

    width: float
    days: int
    px_per_hour: float
    top: float = 0.0
    rtl: bool = False
    left: float = 0.0
    gutter: float = 6.0  # kept free at a day's far side, so that there is always room to click

    @property
    def height(self) -> float:
        """Height of the whole canvas."""
        return self.top * 2 + 24 * self.px_per_hour

    def zoomed(self, px_per_hour: float) -> GridGeometry:
        """The same canvas at another hour height."""
        return replace(self, px_per_hour=px_per_hour)

    def y(self, minute: float) -> float:
        """The y of a wall-clock minute (0 to 1440)."""
        return self.top + minute * self.px_per_hour / 60

    def minute_at(self, y: float) -> float:
        """The wall-clock minute at `y`, kept within the day."""
        return min(max((y - self.top) * 60 / self.px_per_hour, 0.0), float(MINUTES_A_DAY))

    def minutes(self, pixels: float) -> float:
        """How many minutes so many pixels are high."""
        return pixels * 60 / self.px_per_hour

    def edge(self, day: int) -> float:
        """The whole-pixel x of the line before column `day` (0 to days), in reading order."""
        x = round(self.width * day / max(self.days, 1))
        return self.left + (self.width - x if self.rtl else x)

    def column(self, day: int) -> Rect:
        """The full-height rectangle of a column."""
        left, right = sorted((self.edge(day), self.edge(day + 1)))
        return Rect(left, 0.0, right - left, self.height)

    def day_at(self, x: float) -> int:
        """The column under `x`; beyond the sides the nearest one."""
        for day in range(self.days):
            column = self.column(day)
            if column.x <= x < column.right:
                return day
        before_first = (x < self.left) != self.rtl
        return 0 if before_first else max(self.days - 1, 0)

    def rect(self, box: Box) -> Rect:
        """The pixels of a laid-out box; neighbours share whole-pixel edges, never pixels."""
        return self._rect(box, self.column(box.day))

    def rects(self, boxes: Iterable[Box]) -> tuple[Rect, ...]:
        """The pixels of many boxes."""
        columns = [self.column(day) for day in range(self.days)]
        return tuple(self._rect(box, columns[box.day]) for box in boxes)

    def _rect(self, box: Box, column: Rect) -> Rect:
        room = max(column.width - self.gutter, 1.0)
        near = round(room * box.left)
        far = max(round(room * box.right), near + 1)
        x = column.right - far if self.rtl else column.x + near
        return self._between(x, far - near, box.start, box.end)

    def span(self, day: int, start: float, end: float) -> Rect:
        """The pixels of a stretch of time over the whole width of its day."""
        column = self.column(day)
        return self._between(column.x, column.width, start, end)

    def _between(self, x: float, width: float, start: float, end: float) -> Rect:
        top, bottom = round(self.y(start)), round(self.y(end))
        return Rect(float(x), float(top), float(width), float(max(bottom - top, 1)))


def snap(minute: float, step: int) -> int:
    """The nearest multiple of `step` within the day."""
    return _within(int((minute + step / 2) // step) * step)


def snap_down(minute: float, step: int) -> int:
    """The multiple of `step` at or before `minute`: the start of the row under a pointer."""
    return _within(int(minute // step) * step)


def snap_up(minute: float, step: int) -> int:
    """The multiple of `step` at or after `minute`: the end of the row under a pointer."""
    return _within(-int(-minute // step) * step)


def _within(minute: int) -> int:
    return min(max(minute, 0), MINUTES_A_DAY)


# Blocks that lie over each other where side by side nobody could read them: each begins later than
# those below it, a step further in, and the line with the title of each stays in sight.
READABLE = 48.0  # pixels: in less a title says hardly anything
_LEAST = 36.0  # pixels that what lies over others keeps
_STEP = 14.0  # pixels further in than what lies below


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block is drawn, over how many others, and how much of its height is in sight."""

    rect: Rect
    depth: int = 0
    clear: float = inf


def cascade(rects: Sequence[Rect], tops: Sequence[float], *, line: float, rtl: bool) -> list[Place]:
    """The places of one day's blocks, which stand in order of their start, side by side.

    `tops` is where each has its title, and `line` how high that is.
    """
    places: list[Place] = []
    for first, last in _clusters(rects):
        cluster = list(rects[first:last])
        places += _pile(cluster, tops[first:last], line=line, rtl=rtl) or map(Place, cluster)
    return places


def _clusters(rects: Sequence[Rect]) -> Iterator[tuple[int, int]]:
    """From and to which index blocks share time, directly or through others."""
    first, low = 0, -inf
    for at, rect in enumerate(rects):
        if at > first and rect.y >= low:
            yield first, at
            first, low = at, -inf
        low = max(low, rect.bottom)
    if rects:
        yield first, len(rects)


def _pile(
    rects: Sequence[Rect], tops: Sequence[float], *, line: float, rtl: bool
) -> list[Place] | None:
    """The blocks over each other; None where that is not needed, or would hide a title."""
    if min(rect.width for rect in rects) >= READABLE:
        return None
    left, right = min(rect.x for rect in rects), max(rect.right for rect in rects)
    places: list[Place] = []
    for at, rect in enumerate(rects):
        running = [below for below in places if below.rect.bottom > rect.y]
        depth = max((below.depth + 1 for below in running), default=0)
        width = right - left - depth * _STEP
        clear = next((over.y for over in rects[at + 1 :] if over.y < rect.bottom), inf) - tops[at]
        if clear < line or width < _LEAST:
            return None
        x = left if rtl else right - width
        places.append(Place(Rect(x, rect.y, width, rect.height), depth, clear))
    return places
