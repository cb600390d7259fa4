"""A week placed on a canvas: which block lies where, which one is under a point, and the cell that
the keyboard is at. No Qt here.

Two steps, because they change at different times: `Scene` lays out boxes (new week, new zoom),
`fit` turns them into pixels (new width).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from lcdesk.ui.week.grid.geometry import GridGeometry, Part, Place, Rect, cascade
from lcdesk.ui.week.grid.gestures import Grip, Target
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY, Piece, layout
from lcdesk.ui.week.week import Banner, Block, BlockKind, Column, Week

ROW = 30  # minutes of a cell
_OF_A_LINE = 0.9  # of the lowest block: as much of a title has to be in sight


@dataclass(frozen=True, slots=True)
class CellCursor:
    """A cell of half an hour, and how far Shift+arrows have stretched it."""

    day: int = 0
    start: int = 9 * 60
    length: int = ROW

    @property
    def end(self) -> int:
        """The minute where the marked time ends."""
        return self.start + self.length

    def move(self, days: int, rows: int, *, columns: int) -> CellCursor:
        """The single cell so many columns and rows further, kept on the grid."""
        day = min(max(self.day + days, 0), max(columns - 1, 0))
        start = (self.start // ROW + rows) * ROW
        return CellCursor(day, min(max(start, 0), MINUTES_A_DAY - ROW))

    def start_in(self, week: Week) -> CellCursor:
        """Where the keyboard sets off: from now, or on the first day at the same time."""
        days = [column.day for column in week.days]
        if week.now is not None and week.now[0] in days:
            at = CellCursor(days.index(week.now[0]), week.now[1])
            return at.move(0, 0, columns=len(days))
        return CellCursor(0, self.start) if days else self

    def stretch(self, rows: int) -> CellCursor:
        """The same start with a longer or shorter length; never under one row."""
        length = min(max(self.length + rows * ROW, ROW), MINUTES_A_DAY - self.start)
        return replace(self, length=length)


class Scene:
    """The blocks of one week with their pixels. Rebuilt, never changed, when the week does."""

    def __init__(self, week: Week, geometry: GridGeometry, *, least: float) -> None:
        self.week = week
        self._days = range(len(week.days))
        self._at_of = {shown.column: at for at, shown in enumerate(week.days)}
        known = [block for block in week.blocks if block.column in self._at_of]
        self.blocks = tuple(sorted(known, key=self._reading_order))
        self._least = least
        low = geometry.minutes(least)
        pieces = [_piece(self._at_of[block.column], block, low) for block in self.blocks]
        held = [piece.day for piece in pieces]
        self._held = [range(bisect_left(held, at), bisect_right(held, at)) for at in self._days]
        self._buffered = [
            [at for at in held if _is_buffered(self.blocks[at])] for held in self._held
        ]
        self._boxes = layout(pieces, least=low)
        self._at: dict[str, list[int]] = {}
        for at, block in enumerate(self.blocks):
            self._at.setdefault(block.id, []).append(at)
        self.rects: tuple[Rect, ...] = ()
        self.wholes: tuple[Rect, ...] = ()
        self.depths: tuple[int, ...] = ()
        self.clear: tuple[float, ...] = ()
        self.fit(geometry)

    def fit(self, geometry: GridGeometry) -> None:
        """Compute the pixels for a canvas of another width; the layout stays."""
        self.geometry = geometry
        self._columns = [geometry.column(at) for at in self._days]
        places = self._places(geometry)
        self.wholes = tuple(place.rect for place in places)  # with the travel before it
        self.depths = tuple(place.depth for place in places)  # over how many others each lies
        self.clear = tuple(place.clear for place in places)  # pixels of it that nothing lies over
        pairs = zip(self.blocks, self.wholes, strict=True)
        self.rects = tuple(_own_part(block, whole, geometry) for block, whole in pairs)

    def _places(self, geometry: GridGeometry) -> list[Place]:
        """Side by side, or over each other where the days are too narrow for that."""
        wholes, line = geometry.rects(self._boxes), self._least * _OF_A_LINE
        tops = [
            _own_part(block, whole, geometry).y
            for block, whole in zip(self.blocks, wholes, strict=True)
        ]
        return [
            place
            for held in self._held
            for place in cascade(
                wholes[held.start : held.stop],
                tops[held.start : held.stop],
                line=line,
                rtl=geometry.rtl,
            )
        ]

    def has_blocks_of(self, week: Week) -> bool:
        """Whether another week would look the same but for its ground."""
        is_same = self.week.blocks is week.blocks and self.week.now == week.now
        return is_same and columns_of(week) == list(self._at_of)

    def has_days_of(self, other: Scene) -> bool:
        """Whether the same columns stand in the same places."""
        return list(self._at_of) == list(other._at_of) and self.geometry == other.geometry

    def changed_days(self, before: Scene) -> list[int]:
        """The columns that are drawn otherwise than in another scene of the same days."""
        return [at for at in self._days if self._look_of(at) != before._look_of(at)]

    def of_day(self, at: int) -> range:
        """The indexes of the blocks in a column."""
        return self._held[at]

    def buffered(self, at: int) -> list[int]:
        """The indexes of those in a column that need time around them."""
        return self._buffered[at]

    def _reading_order(self, block: Block) -> tuple[int, int, int, str]:
        return self._at_of[block.column], block.start, -block.end, block.id

    def _look_of(self, at: int) -> tuple[object, ...]:
        """What a column is drawn from."""
        week, part = self.week, slice(self._held[at].start, self._held[at].stop)
        return week.days[at], week.now, week.bookable_colour, self.blocks[part], self.rects[part]

    @property
    def entries(self) -> tuple[str, ...]:
        """Each entry once, in reading order: all-day ones first, then by day and start."""
        banners = (banner.id for banner in self.week.banners)
        return tuple(dict.fromkeys((*banners, *self._at)))

    def columns_of(self, day: date) -> list[int]:
        """The columns of a day: none if it is not shown, several where each is a member's."""
        return [at for at, shown in enumerate(self.week.days) if shown.day == day]

    def indexes(self, entry: str) -> list[int]:
        """The indexes of an entry's blocks."""
        return self._at.get(entry, [])

    def of_entry_in(self, entry: str, at: int) -> list[int]:
        """The indexes of an entry's blocks in one column."""
        return [index for index in self.indexes(entry) if index in self._held[at]]

    def index_of(self, column: Column) -> int | None:
        """Where a column stands, or None if it is not shown."""
        return self._at_of.get(column)

    def first(self, entry: str) -> Block | None:
        """The first block of an entry, or None if the grid does not show it."""
        indexes = self.indexes(entry)
        return self.blocks[indexes[0]] if indexes else None

    def banner(self, entry: str) -> Banner | None:
        """The bar of an entry in the all-day lane, or None if it has none there."""
        return next((banner for banner in self.week.banners if banner.id == entry), None)

    def during(self, day: int, start: int, end: int) -> list[Block]:
        """The blocks of a column that share time with a stretch: first what takes time."""
        found = [
            self.blocks[index]
            for index in self.of_day(day)
            if self.blocks[index].start < end
            and max(self.blocks[index].end, self.blocks[index].start + 1) > start
        ]
        return sorted(found, key=lambda block: not block.takes_time)

    def at(self, x: float, y: float) -> int | None:
        """The index of the block under a point."""
        held = self._held[self.geometry.day_at(x)] if self._held else range(0)
        return next((at for at in reversed(held) if self.rects[at].contains(x, y)), None)

    def within(self, clip: Rect) -> list[int]:
        """The indexes of all blocks that touch a rectangle."""
        left, right, top, bottom = clip.x, clip.right, clip.y, clip.bottom
        columns = zip(self._held, self._columns, strict=True)
        held = (held for held, column in columns if column.x < right and column.right > left)
        return [
            index
            for index in chain.from_iterable(held)
            if (rect := self.wholes[index]).y < bottom
            and rect.bottom > top
            and rect.x < right
            and rect.right > left
        ]

    def target(self, index: int, y: float) -> Target:
        """What a press at height `y` on a block takes hold of."""
        block = self.blocks[index]
        return Target(
            entry=block.id,
            day=self._at_of[block.column],
            start=block.start,
            end=block.end,
            part=self.rects[index].part_at(y),
            grip=grip(block),
            may_fill_day=block.kind is BlockKind.BLOCKED and not block.locked,
        )

    def entry_target(self, entry: str) -> Target | None:
        """An entry as the keyboard takes hold of it, by its first block."""
        indexes = self.indexes(entry)
        if not indexes:
            return None
        held = self.target(indexes[0], 0)
        return Target(held.entry, held.day, held.start, held.end, Part.BODY, held.grip)


def _is_buffered(block: Block) -> bool:
    return bool(block.before or block.after)


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


def columns_of(week: Week) -> list[Column]:
    """What the columns of a week stand for, in reading order."""
    return [shown.column for shown in week.days]
