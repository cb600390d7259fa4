"""What a screen reader is told of the grid: its events, and the keyboard's cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lcdesk.ui.viewmodels.week import Block
from lcdesk.ui.weekgrid.accessible import SpokenItem, announce
from lcdesk.ui.weekgrid.pixels import qrect

if TYPE_CHECKING:
    from lcdesk.ui.weekgrid.grid import GridCanvas

Describe = Callable[[date, int], str]
"""Whether a row can be booked, for a day and a wall-clock minute: "closed: Past", or "free"."""


class GridSpeech:
    """The words of one canvas; events are listed once for each week."""

    def __init__(self, canvas: GridCanvas) -> None:
        self._canvas = canvas
        self._items: list[SpokenItem] | None = None
        self.describe: Describe = _nothing

    def forget(self) -> None:
        """Another week, or other places."""
        self._items = None

    def items(self) -> Sequence[SpokenItem]:
        """Every block with its sentence."""
        if self._items is None:
            scene = self._canvas.scene
            pairs = zip(scene.blocks, scene.rects, strict=True)
            self._items = [SpokenItem(one.id, _told(one), qrect(rect)) for one, rect in pairs]
        return self._items

    def cell_text(self) -> str:
        """Where the keyboard's cell is, and whether it is free, closed or taken."""
        canvas = self._canvas
        cell = canvas.cursor_cell
        if not canvas.scene.week.days:
            return ""
        day = canvas.day(cell.day)
        time = canvas.words.time_range(cell.start, cell.end)
        return ", ".join((canvas.words.day(day), time, self._state(day)))

    def speak_cell(self) -> None:
        """Tell where the keyboard's cell is."""
        announce(self._canvas, self.cell_text())

    def _state(self, day: date) -> str:
        canvas = self._canvas
        cell = canvas.cursor_cell
        there = canvas.scene.during(cell.day, cell.start, cell.end)
        told = "; ".join(_told(one) for one in there)
        if any(one.takes_time for one in there):
            return canvas.tr("taken: {entries}").format(entries=told)
        state = self.describe(day, cell.start)
        if not told:
            return state
        return canvas.tr("{state}; beside it {entries}").format(state=state, entries=told)


def _told(block: Block) -> str:
    return block.told.spoken or block.title


def _nothing(_day: date, _minute: int) -> str:
    """Nobody knows."""
    return ""
