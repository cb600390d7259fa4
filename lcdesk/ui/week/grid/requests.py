"""What the grid asks of the world, and what its parts may ask of the canvas."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Signal, SignalInstance

from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.grid.geometry import QUARTER, Rect
from lcdesk.ui.week.grid.gestures import (
    Cell,
    Clicked,
    Copied,
    Filled,
    Moved,
    Opened,
    Outcome,
    Picked,
    Resized,
    Swept,
    Target,
)
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY
from lcdesk.ui.week.grid.scene import CellCursor, Scene
from lcdesk.ui.week.week import Banner, Column, Drop


class Requests(QObject):
    """What a person asks of the week, whichever part of the grid it was asked in."""

    create_requested = Signal(Column, int, int)  # from and to in wall-clock minutes of its day
    sweep_requested = Signal(Column, int, int)  # the same, of a stretch that was swept
    open_requested = Signal(str)
    details_requested = Signal(str)
    selected = Signal(str)  # empty: nothing
    move_requested = Signal(str, Drop)
    copy_requested = Signal(str, Drop)
    resize_requested = Signal(str, date, int, int)
    fill_requested = Signal(str, Drop)  # the whole of its day
    time_requested = Signal(str, Drop)  # a time of day, out of the all-day lane
    delete_requested = Signal(str)
    menu_requested = Signal(str, Column, int, QPoint)
    week_step_requested = Signal(int)  # what is shown on or back: weeks, or months
    today_requested = Signal()
    day_picked = Signal(date)  # the keyboard or a click is on this day of a month
    day_listed = Signal(date)  # all of it, in place
    day_opened = Signal(date)  # to be seen hour by hour
    day_booking_requested = Signal(date)  # no time of it was pointed at


class Canvas(Protocol):
    """The canvas as its keyboard, its mouse and its speech know it."""

    scene: Scene
    cursor_cell: CellCursor  # the keyboard's

    @property
    def requests(self) -> Requests: ...
    @property
    def zoom_requested(self) -> SignalInstance: ...
    @property
    def selection(self) -> str: ...
    @property
    def locale_format(self) -> LocaleFormat: ...
    @property
    def is_rtl(self) -> bool: ...

    def column(self, index: int, /) -> Column:
        """What a column stands for."""

    def pick(self, entry: str, /) -> None:
        """Select an entry as the person's own act."""

    def put_cursor(self, cell: CellCursor, /) -> None:
        """Move the keyboard's cell."""

    def cursor_rect(self) -> Rect:
        """The pixels of the keyboard's cell."""

    def entry_at_cursor(self) -> str:
        """The entry that the keyboard's cell lies over; empty when it is free."""

    def reveal(self, rect: Rect, /) -> None:
        """Ask for a rectangle to be scrolled into view."""

    def cancel_drag(self) -> bool:
        """Give up a drag; False if there was none."""

    def shown_part(self) -> QRect:
        """What of the canvas is scrolled into view."""

    def say(self, text: str, /) -> None:
        """Let a screen reader say a sentence."""

    def tr(self, text: str, /) -> str:
        """A text in the language of the window."""

    def on_screen(self, x: float, y: float, /) -> QPoint:
        """A point of the canvas on the screen."""


def request(canvas: Canvas, outcome: Outcome | None) -> None:
    """Ask for what a gesture means; a click only moves the selection and the keyboard's cell."""
    match outcome:
        case Clicked(entry, cell):
            answer_click(canvas, entry, cell)
        case Opened(entry):
            canvas.requests.open_requested.emit(entry)
        case Picked(day, start, end):
            canvas.requests.create_requested.emit(canvas.column(day), start, end)
        case Swept(day, start, end):
            canvas.requests.sweep_requested.emit(canvas.column(day), start, end)
        case Moved(entry, day, start, held):
            canvas.requests.move_requested.emit(entry, drop(canvas, held, day, start))
        case Copied(entry, day, start, held):
            canvas.requests.copy_requested.emit(entry, drop(canvas, held, day, start))
        case Resized(entry, day, start, end):
            canvas.requests.resize_requested.emit(entry, canvas.column(day).day, start, end)
        case Filled(entry, day, held):
            canvas.requests.fill_requested.emit(entry, drop(canvas, held, day, 0))
        case None:
            pass


def drop(canvas: Canvas, held: int, day: int, minute: int) -> Drop:
    """What is put into one column, out of another."""
    giver, taker = canvas.column(held), canvas.column(day)
    return Drop(taker.day, minute, giver.member, taker.member)


def request_move(canvas: Canvas, target: Target, days: int, rows: int) -> None:
    """Ask for an entry so many columns and quarters of an hour on, as far as the week reaches."""
    day = target.day + days
    start = target.start + rows * QUARTER
    if 0 <= day < len(canvas.scene.week.days) and 0 <= start < MINUTES_A_DAY:
        canvas.requests.move_requested.emit(target.entry, drop(canvas, target.day, day, start))


def request_days(canvas: Canvas, banner: Banner, days: int) -> None:
    """Ask for a bar of the all-day lane so many days on, as long as some of it stays in sight."""
    by = timedelta(days=days)
    first = banner.first + by
    shown = canvas.scene.week.days
    if first <= shown[-1].day and banner.last + by >= shown[0].day:
        canvas.requests.move_requested.emit(banner.id, Drop(first, banner.start))


def answer_click(canvas: Canvas, entry: str, cell: Cell) -> None:
    """Select what was clicked; on free time the cell goes there."""
    if not entry:
        clicked = CellCursor(cell.day, round(cell.minute - 0.5))
        canvas.put_cursor(clicked.move(0, 0, columns=len(canvas.scene.week.days)))
    canvas.pick(entry)
