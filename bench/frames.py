"""Frames of full views: a thousand entries in a week, in a month and beside twelve members.

Beside it stands what Qt alone takes for the same calls: no program of Python's paints faster.

And the agenda, scrolled through a hundred thousand, page after page. The window is as large as a
usual screen and the days are as high as it, so that every entry is in sight.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea

from bench.crowd import DAY, ENTRIES, MONTH, WEEK, crowded_store
from bench.figures import Figure, frames, say
from bench.hands import (
    draggings,
    hoverings,
    open_window,
    paintings,
    repetitions,
    rest,
    scrollings,
    turnings,
)
from lcdesk.app.program import Program
from lcdesk.paths import Paths
from lcdesk.ui.agenda.tree import AgendaTree
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.week.grid.geometry import Rect
from lcdesk.ui.window.desk_model import WindowModel
from tests.statements import statements

FRAME_MS = 16.0
LISTED = 100_000
PAINTINGS, STEPS, PAGES = 100, 300, 100
SIZE = (1920, 1080)
_FRAME = "a frame of a 60 Hz screen"
_RESTS_MS = 400


def run() -> list[Figure]:
    """Each view in one window, one after the other."""
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        crowded_store(paths.database, listed=LISTED).close()
        with open_window(paths) as (program, desk):
            program.window.resize(*SIZE)
            views = (_columns, _week, _month, _agenda)
            taken = {name: each for view in views for name, each in view(program, desk).items()}
            with statements() as asked:
                desk.agenda.read_more(upwards=True)
    figures = [frames(name, each, FRAME_MS, _FRAME) for name, each in taken.items()]
    say(
        f"Frames of {ENTRIES:,} visible entries, {SIZE[0]} x {SIZE[1]}; an agenda of {LISTED:,}",
        *(
            f"{name:44}{middle.value:6.1f} ms median  {late.value:6.1f} ms 99 %"
            for name, (middle, late) in zip(taken, figures, strict=True)
        ),
        f"statements for a page of the agenda: {len(asked)}",
    )
    return list(chain.from_iterable(figures))


def _columns(program: Program, desk: WindowModel) -> dict[str, list[float]]:
    desk.week.set_mode(DayMode.DAY)
    desk.week.show_by_member(True)
    desk.week.go_to(DAY)
    return _hours("12 columns", program)


def _week(program: Program, desk: WindowModel) -> dict[str, list[float]]:
    desk.week.set_mode(DayMode.WEEK)
    desk.week.go_to(WEEK)
    return _hours("a week", program)


def _hours(name: str, program: Program) -> dict[str, list[float]]:
    """First with every hour in sight, then with usual ones, which scroll."""
    grid = program.window.grid
    usual, canvas = grid.px_per_hour, grid.canvas
    (scroll,) = grid.findChildren(QScrollArea)
    grid.set_zoom(scroll.viewport().height() / 24)
    rest(_RESTS_MS)
    assert len(canvas.scene.blocks) == ENTRIES
    points = _points(canvas.rect())
    grip = _inside(canvas.scene.rects[ENTRIES // 2])
    taken = {
        f"{name}: painting all of it": paintings(canvas, PAINTINGS),
        f"{name}: the same calls by Qt alone": repetitions(canvas, PAINTINGS),
        f"{name}: hovering": hoverings(canvas, points),
        f"{name}: dragging": draggings(canvas, grip, points),
    }
    grid.set_zoom(usual)
    rest(_RESTS_MS)
    taken[f"{name}: scrolling"] = scrollings(scroll.verticalScrollBar(), _steps(18))
    return taken


def _month(program: Program, desk: WindowModel) -> dict[str, list[float]]:
    desk.week.set_mode(DayMode.MONTH)
    desk.week.go_to(MONTH)
    rest(_RESTS_MS)
    month = program.window.month
    assert len(month.scene.month.entries) >= ENTRIES
    grip = _inside(month.scene.rects[len(month.scene.rects) // 2])
    points = _points(month.rect())
    return {
        "a month: painting all of it": paintings(month, PAINTINGS),
        "a month: the same calls by Qt alone": repetitions(month, PAINTINGS),
        "a month: hovering": hoverings(month, points),
        "a month: dragging": draggings(month, grip, points),
    }


def _agenda(program: Program, desk: WindowModel) -> dict[str, list[float]]:
    desk.week.set_mode(DayMode.AGENDA)
    desk.week.go_to(DAY)
    rest(_RESTS_MS)
    tree = program.window.findChild(AgendaTree, "agenda_list")
    assert isinstance(tree, AgendaTree)
    bar = tree.verticalScrollBar()
    return {
        "the agenda: painting all of it": paintings(tree, PAINTINGS),
        "the agenda: scrolling": scrollings(bar, _steps(-90)),
        "the agenda: the next page, read and laid out": turnings(
            lambda: tree.rows.read_more(upwards=True), PAGES
        ),
    }


def _points(area: QRect) -> list[QPoint]:
    """Anywhere in it, the same each time."""
    chance = random.Random(7)
    return [
        QPoint(chance.randrange(20, area.width() - 20), chance.randrange(20, area.height() - 20))
        for _ in range(STEPS)
    ]


def _steps(pixels: int) -> Sequence[int]:
    """Down and up again by turns of thirty."""
    return [pixels if at // 30 % 2 == 0 else -pixels for at in range(STEPS)]


def _inside(rect: Rect) -> QPoint:
    return QPoint(round(rect.x + rect.width / 2), round(rect.y + rect.height / 2))
