"""Switching weeks and months in the real window: from the key press to the repaint."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from bench.figures import Cost, cost_of, median, say
from bench.stores import NOW, full_store
from lcdesk.app.program import Program
from lcdesk.app.start import make_application
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.week.grid.layout import Piece, layout
from lcdesk.ui.window.desk_model import WindowModel

EVENTS = 10_000
_STEPS = [1] * 30 + [-1] * 30
_MONTHS = [1] * 6 + [-1] * 6
_PIECES = 500
_LEAST_MINUTES = 15.0  # that a piece is drawn high, however short
_MINUTES_A_DAY = 1440
FRAME_MS = 1000 / 60
OPENS_WITHIN_MS = 60_000


def run() -> None:
    """Thirty weeks on and back, one frame each; some after a rest; halves alone; then months."""
    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        full_store(paths.database, EVENTS).close()
        with _window(application, paths) as (program, desk):
            switches = [cost_of(partial(_switch, application, desk, by)) for by in _STEPS]
            ready = [_after_a_rest(application, desk, by) for by in _STEPS[::6]]
            readings = [cost_of(partial(desk.week.step, by)) for by in _STEPS]
            paintings = [cost_of(program.window.repaint) for _ in _STEPS]
            blocks, size = len(desk.week.week.blocks), program.window.size()
            desk.week.set_mode(DayMode.MONTH)
            months = [cost_of(partial(_switch, application, desk, by)) for by in _MONTHS]
            entries = len(program.window.month.scene.month.entries)
            month_paintings = [cost_of(program.window.month.repaint) for _ in _STEPS]
    week = _crowded_week()
    layouts = [cost_of(partial(layout, week, least=_LEAST_MINUTES)) for _ in _STEPS]
    say(
        f"Switching weeks on a store of {EVENTS:,} events "
        f"({len(_STEPS)} switches, {blocks} blocks a week, {size.width()} x {size.height()})",
        _line("whole switch, repaint included", switches),
        _line("the same after a rest", ready),
        _line("reading and wording the week", readings),
        _line("painting the whole window", paintings),
        _line(f"laying out {_PIECES} overlapping pieces", layouts),
        _line(f"another month, {entries:,} entries", months),
        _line("painting that month", month_paintings),
        f"ratio switch / frame of a 60 Hz screen: {_median(switches) / FRAME_MS:.1f} median, "
        f"{_worst(switches) / FRAME_MS:.1f} worst; after a rest "
        f"{_median(ready) / FRAME_MS:.1f} median",
    )


def _crowded_week() -> list[Piece]:
    """Pieces of five minutes to three hours at any time of seven days."""
    chance = random.Random(7)
    starts = [chance.randrange(_MINUTES_A_DAY - 40) for _ in range(_PIECES)]
    return [Piece(chance.randrange(7), at, at + chance.randrange(5, 180)) for at in starts]


@contextmanager
def _window(application: QApplication, paths: Paths) -> Iterator[tuple[Program, WindowModel]]:
    program = Program(application, paths, secrets=SessionStore(), clock=lambda: NOW)
    loop = QEventLoop()
    program.opened.connect(loop.quit)
    QTimer.singleShot(OPENS_WITHIN_MS, loop.quit)
    program.begin()
    loop.exec()
    try:
        desk = program.window.desk
        assert desk is not None
        _settle(application)
        yield program, desk
    finally:
        program.close()


def _switch(application: QApplication, desk: WindowModel, by: int) -> None:
    desk.week.step(by)
    application.sendPostedEvents()  # the layout that changed, then the update


def _after_a_rest(application: QApplication, desk: WindowModel, by: int) -> Cost:
    """A switch to a neighbour that was read while nothing moved, as between two looks."""
    while desk.week.reads_ahead:
        application.processEvents()
    return cost_of(partial(_switch, application, desk, by))


def _settle(application: QApplication) -> None:
    """The first pass (here: a password that is missing) is not part of a switch."""
    loop = QEventLoop()
    QTimer.singleShot(2_000, loop.quit)
    loop.exec()
    application.sendPostedEvents()


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
