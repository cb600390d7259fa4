"""What a screen reader is told of the grid: its events, and the keyboard's cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from lcdesk.ui.week.grid.accessible import SpokenItem, announce
from lcdesk.ui.week.grid.accessible_actions import OPEN, SpokenAction
from lcdesk.ui.week.grid.gestures import Grip
from lcdesk.ui.week.grid.pixels import qrect
from lcdesk.ui.week.week import Block

if TYPE_CHECKING:
    from lcdesk.ui.week.grid.grid import GridCanvas

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

    def actions(self, entry: str) -> Sequence[SpokenAction]:
        """Open it; move and cancel it where that can be."""
        canvas, keys = self._canvas, self._canvas.keys
        target = canvas.scene.entry_target(entry)
        if target is None:
            return ()
        found = [SpokenAction(OPEN, canvas.tr("Open"), partial(canvas.open_requested.emit, entry))]
        if target.grip is not Grip.NOTHING:
            for name, text, days, rows in (
                ("earlier", canvas.tr("Move 15 minutes earlier"), 0, -1),
                ("later", canvas.tr("Move 15 minutes later"), 0, 1),
                ("day_before", canvas.tr("Move to the day before"), -1, 0),
                ("day_after", canvas.tr("Move to the day after"), 1, 0),
            ):
                found.append(SpokenAction(name, text, partial(keys.move, target, days, rows)))
            text = canvas.tr("Cancel or unblock")
            found.append(SpokenAction("cancel", text, partial(canvas.delete_requested.emit, entry)))
        return found

    def cell_text(self) -> str:
        """Where the keyboard's cell is, and whether it is free, closed or taken."""
        canvas = self._canvas
        cell = canvas.cursor_cell
        if not canvas.scene.week.days:
            return ""
        day = canvas.day(cell.day)
        time = canvas.locale_format.time_range(cell.start, cell.end)
        return ", ".join((canvas.locale_format.day(day), time, self._state(day)))

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
