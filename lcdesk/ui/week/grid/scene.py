"""A week placed on a canvas: which block lies where, and which one is under a point. No Qt here.

Two steps, because they change at different times: `Scene` lays out boxes (new week, new zoom),
`place` turns them into pixels (new width).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from lcdesk.ui.week.grid.geometry import GridGeometry, Part, Rect
from lcdesk.ui.week.grid.gestures import Grip, Target
from lcdesk.ui.week.grid.layout import Piece, layout
from lcdesk.ui.week.week import Block, Week


class Scene:
    """The blocks of one week with their pixels. Rebuilt, never changed, when the week does."""

    def __init__(self, week: Week, geometry: GridGeometry, *, least: float) -> None:
        self.week = week
        self._days = range(len(week.days))
        self._day_of = {column.day: at for at, column in enumerate(week.days)}
        known = [block for block in week.blocks if block.day in self._day_of]
        self.blocks = tuple(sorted(known, key=_reading_order))
        low = geometry.minutes(least)
        pieces = [_piece(self._day_of[block.day], block, low) for block in self.blocks]
        held = [piece.day for piece in pieces]
        self._held = [range(bisect_left(held, at), bisect_right(held, at)) for at in self._days]
        self._boxes = layout(pieces, least=low)
        self._at: dict[str, list[int]] = {}
        for at, block in enumerate(self.blocks):
            self._at.setdefault(block.id, []).append(at)
        self.rects: tuple[Rect, ...] = ()
        self.wholes: tuple[Rect, ...] = ()
        self.place(geometry)

    def place(self, geometry: GridGeometry) -> None:
        """Compute the pixels for a canvas of another width; the layout stays."""
        self.geometry = geometry
        self.wholes = geometry.rects(self._boxes)  # with the travel before it
        pairs = zip(self.blocks, self.wholes, strict=True)
        self.rects = tuple(_own_part(block, whole, geometry) for block, whole in pairs)

    def has_blocks_of(self, week: Week) -> bool:
        """Whether another week would look the same but for its ground."""
        is_same = self.week.blocks is week.blocks and self.week.now == week.now
        return is_same and [day_column.day for day_column in week.days] == list(self._day_of)

    def has_days_of(self, other: Scene) -> bool:
        """Whether the same days stand in the same columns."""
        return list(self._day_of) == list(other._day_of) and self.geometry == other.geometry

    def changed_days(self, before: Scene) -> list[int]:
        """The columns that are drawn otherwise than in another scene of the same days."""
        return [at for at in self._days if self._look_of(at) != before._look_of(at)]

    def of_day(self, at: int) -> range:
        """The indexes of the blocks in a column."""
        return self._held[at]

    def _look_of(self, at: int) -> tuple[object, ...]:
        """What a column is drawn from."""
        week, part = self.week, slice(self._held[at].start, self._held[at].stop)
        return week.days[at], week.now, week.bookable_colour, self.blocks[part], self.rects[part]

    @property
    def entries(self) -> tuple[str, ...]:
        """Each entry once, in reading order: all-day ones first, then by day and start."""
        banners = (banner.id for banner in self.week.banners)
        return tuple(dict.fromkeys((*banners, *self._at)))

    def day_index(self, day: date) -> int | None:
        """The column of a day, or None if it is not shown."""
        return self._day_of.get(day)

    def places(self, entry: str) -> list[int]:
        """The indexes of an entry's blocks."""
        return self._at.get(entry, [])

    def first(self, entry: str) -> Block | None:
        """The first block of an entry, or None if the grid does not show it."""
        places = self.places(entry)
        return self.blocks[places[0]] if places else None

    def during(self, day: int, start: int, end: int) -> list[Block]:
        """The blocks of a column that share time with a stretch: first what takes time."""
        found = [
            self.blocks[index]
            for index in self.of_day(day)
            if self.blocks[index].start < end
            and max(self.blocks[index].end, self.blocks[index].start + 1) > start
        ]
        return sorted(found, key=lambda one: not one.takes_time)

    def at(self, x: float, y: float) -> int | None:
        """The index of the block under a point."""
        for index in range(len(self.rects) - 1, -1, -1):
            if self.rects[index].contains(x, y):
                return index
        return None

    def within(self, clip: Rect) -> list[int]:
        """The indexes of all blocks that touch a rectangle."""
        left, right, top, bottom = clip.x, clip.right, clip.y, clip.bottom
        return [
            index
            for index, rect in enumerate(self.wholes)
            if rect.y < bottom and rect.bottom > top and rect.x < right and rect.right > left
        ]

    def target(self, index: int, y: float) -> Target:
        """What a press at height `y` on a block takes hold of."""
        block = self.blocks[index]
        return Target(
            entry=block.id,
            day=self._day_of[block.day],
            start=block.start,
            end=block.end,
            part=self.rects[index].part_at(y),
            grip=grip(block),
        )

    def entry_target(self, entry: str) -> Target | None:
        """An entry as the keyboard takes hold of it, by its first block."""
        places = self.places(entry)
        if not places:
            return None
        held = self.target(places[0], 0)
        return Target(held.entry, held.day, held.start, held.end, Part.BODY, held.grip)


def grip(block: Block) -> Grip:
    """What may be dragged: an entry whose beginning is elsewhere has no start to move."""
    if block.locked or block.continues_before or block.is_travel:
        return Grip.NOTHING
    return Grip.BODY if block.continues_after else Grip.EVERYTHING


def _piece(day: int, block: Block, least: float) -> Piece:
    if not block.travel:
        return Piece(day, block.start, block.end)
    return Piece(day, block.start - block.travel, max(block.end, block.start + least))


def _own_part(block: Block, whole: Rect, geometry: GridGeometry) -> Rect:
    """Where the entry itself is drawn: travel above it can neither be pressed nor dragged."""
    if not block.travel:
        return whole
    top = min(float(round(geometry.y(block.start))), whole.bottom - 1)
    return Rect(whole.x, top, whole.width, whole.bottom - top)


def _reading_order(block: Block) -> tuple[date, int, int, str]:
    return block.day, block.start, -block.end, block.id
