"""What a finished gesture asks of the world, as the canvas's signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lcdesk.ui.week.grid.cursor import CellCursor
from lcdesk.ui.week.grid.gestures import (
    Cell,
    Clicked,
    Copied,
    Moved,
    Opened,
    Outcome,
    Resized,
    Swept,
)

if TYPE_CHECKING:
    from lcdesk.ui.week.grid.grid import GridCanvas


def ask(canvas: GridCanvas, outcome: Outcome | None) -> None:
    """Tell the world; a click only moves the selection and the keyboard's cell."""
    match outcome:
        case Clicked(entry, cell):
            answer_click(canvas, entry, cell)
        case Opened(entry):
            canvas.open_requested.emit(entry)
        case Swept(day, start, end):
            canvas.create_requested.emit(canvas.day(day), start, end)
        case Moved(entry, day, start):
            canvas.move_requested.emit(entry, canvas.day(day), start)
        case Copied(entry, day, start):
            canvas.copy_requested.emit(entry, canvas.day(day), start)
        case Resized(entry, day, start, end):
            canvas.resize_requested.emit(entry, canvas.day(day), start, end)
        case None:
            pass


def answer_click(canvas: GridCanvas, entry: str, cell: Cell) -> None:
    """Select what was clicked; on free time the cell goes there."""
    if not entry:
        place = CellCursor(cell.day, round(cell.minute - 0.5))
        canvas.put_cursor(place.moved(0, 0, columns=len(canvas.scene.week.days)))
    canvas.pick(entry)
