"""Switching weeks and months in the real window: from the key press to the repaint."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from bench.figures import Cost, Figure, cost_of, frames, median, say
from bench.hands import open_window, paint
from bench.stores import full_store
from lcdesk.paths import Paths
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.week.grid.layout import Piece, layout
from lcdesk.ui.window.desk_model import WindowModel

EVENTS = 10_000
_STEPS = [1] * 30 + [-1] * 30
_MONTHS = [1] * 6 + [-1] * 6
_PIECES = 500
_LEAST_MINUTES = 15.0  # that a piece is drawn high, however short
_MINUTES_A_DAY = 1440
FRAME_MS = 16.0


def run() -> list[Figure]:
    """Thirty weeks on and back, one frame each; some after a rest; halves alone; then months."""
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        full_store(paths.database, EVENTS).close()
        with open_window(paths) as (program, desk):
            switches = [cost_of(partial(_switch, desk, by)) for by in _STEPS]
            ready = [_after_a_rest(desk, by) for by in _STEPS[::6]]
            readings = [cost_of(partial(desk.week.step, by)) for by in _STEPS]
            blocks, size = len(desk.week.week.blocks), program.window.size()
            desk.week.set_mode(DayMode.MONTH)
            months = [cost_of(partial(_switch, desk, by)) for by in _MONTHS]
            entries = len(program.window.month.scene.month.entries)
    week = _crowded_week()
    layouts = [cost_of(partial(layout, week, least=_LEAST_MINUTES)) for _ in _STEPS]
    say(
        f"Switching weeks on a store of {EVENTS:,} events "
        f"({len(_STEPS)} switches, {blocks} blocks a week, {size.width()} x {size.height()})",
        _line("whole switch, repaint included", switches),
        _line("the same after a rest", ready),
        _line("reading and wording the week", readings),
        _line(f"laying out {_PIECES} overlapping pieces", layouts),
        _line(f"another month, {entries:,} entries", months),
    )
    frame = "a frame of a 60 Hz screen"
    return [
        *frames(f"another week, {blocks} entries", _cpu(switches), FRAME_MS, frame),
        *frames("another week after a rest", _cpu(ready), FRAME_MS, frame),
        *frames(f"another month, {entries:,} entries", _cpu(months), 2 * FRAME_MS, "two frames"),
    ]


def _crowded_week() -> list[Piece]:
    """Pieces of five minutes to three hours at any time of seven days."""
    chance = random.Random(7)
    starts = [chance.randrange(_MINUTES_A_DAY - 40) for _ in range(_PIECES)]
    return [Piece(chance.randrange(7), at, at + chance.randrange(5, 180)) for at in starts]


def _switch(desk: WindowModel, by: int) -> None:
    desk.week.step(by)
    paint()


def _after_a_rest(desk: WindowModel, by: int) -> Cost:
    """A switch to a neighbour that was read while nothing moved, as between two looks."""
    while desk.week.reads_ahead:
        QApplication.processEvents()
    return cost_of(partial(_switch, desk, by))


def _cpu(costs: list[Cost]) -> list[float]:
    return [cost.cpu * 1000 for cost in costs]


def _median(costs: list[Cost]) -> float:
    return median([cost.wall * 1000 for cost in costs])


def _worst(costs: list[Cost]) -> float:
    return max(cost.wall * 1000 for cost in costs)


def _line(what: str, costs: list[Cost]) -> str:
    cpu = median([cost.cpu * 1000 for cost in costs])
    return (
        f"{what:32}{_median(costs):6.1f} ms median  {_worst(costs):6.1f} ms worst  "
        f"{cpu:6.1f} ms CPU median"
    )
