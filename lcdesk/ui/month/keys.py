"""The keyboard in the month: the day that is picked, stepping through entries, moving them.

Keys that mean nothing here are left alone, so that the window's shortcuts get them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from lcdesk.ui.month.scene import MonthScene
from lcdesk.ui.week.grid.gestures import Grip
from lcdesk.ui.week.grid.input import EntryKeys, held_keys
from lcdesk.ui.week.grid.requests import Requests
from lcdesk.ui.week.week import Column, Drop

_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_SIDEWAYS = 1


class Canvas(Protocol):
    """The canvas as its keyboard knows it."""

    scene: MonthScene

    @property
    def requests(self) -> Requests: ...
    @property
    def selection(self) -> str: ...
    @property
    def chosen_day(self) -> date: ...
    @property
    def is_rtl(self) -> bool: ...

    def pick(self, entry: str, /) -> None:
        """Select an entry as the person's own act."""

    def cancel_drag(self) -> bool:
        """Give up a drag; False if there was none."""

    def show_cursor(self) -> None:
        """The keyboard is here: draw the frame of the day."""

    def on_screen(self, x: float, y: float, /) -> QPoint:
        """A point of the canvas on the screen."""


class MonthKeys:
    """Turns key presses into requests of the canvas it belongs to."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._entry_keys = EntryKeys(canvas, enter=self._open, space=self._show_details)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; False if it means nothing here."""
        self._canvas.show_cursor()
        if not self._canvas.scene.month.days:
            return False
        days = _ARROWS.get(Qt.Key(event.key()))
        if days is not None:
            return self._arrow(days, held_keys(event))
        return self._entry_keys.press(event)

    def step(self, by: int) -> bool:
        """Select the next or previous entry; False at the end, where Tab leaves the month.

        From a day that is picked it goes on with what is on that day or after it.
        """
        canvas, scene = self._canvas, self._canvas.scene
        shown = scene.shown
        if canvas.selection in shown:
            at = shown.index(canvas.selection) + by
        else:
            picked = scene.month.index(canvas.chosen_day) or 0
            before = sum(self._first(entry) < picked for entry in shown)
            at = before if by > 0 else before - 1
        if not 0 <= at < len(shown):
            canvas.pick("")
            return False
        canvas.pick(shown[at])
        return True

    def ask_for_menu(self) -> None:
        """The Menu key: at the selected entry, else at the day."""
        canvas, scene = self._canvas, self._canvas.scene
        entry = scene.entry(canvas.selection)
        at = scene.month.index(canvas.chosen_day) or 0
        rect = scene.geometry.cell(at) if entry is None else scene.where(entry)
        minute = scene.month.days[at].begins if entry is None else entry.start
        point = canvas.on_screen(rect.x + 12, rect.y + rect.height / 2)
        column = Column(canvas.chosen_day)
        canvas.requests.menu_requested.emit(canvas.selection, column, minute, point)

    def _first(self, entry_id: str) -> int:
        entry = self._canvas.scene.entry(entry_id)
        return 0 if entry is None else entry.first

    def _arrow(self, days: int, held: Qt.KeyboardModifier) -> bool:
        canvas = self._canvas
        if canvas.is_rtl and abs(days) == _SIDEWAYS:
            days = -days
        if held == Qt.KeyboardModifier.ControlModifier:
            return self._move_entry(days)
        if held:
            return False
        entry = canvas.scene.entry(canvas.selection)
        day = canvas.chosen_day if entry is None else canvas.scene.day(entry.first)
        canvas.pick("")
        canvas.requests.day_picked.emit(day + timedelta(days=days))
        return True

    def _move_entry(self, days: int) -> bool:
        canvas = self._canvas
        entry = canvas.scene.entry(canvas.selection)
        if entry is None:
            return False
        target = canvas.scene.target(entry)
        if target.grip is Grip.NOTHING:
            return False
        day = canvas.scene.day(target.day + days)
        canvas.requests.move_requested.emit(entry.id, Drop(day, entry.start))
        return True

    def _open(self) -> bool:
        canvas = self._canvas
        if canvas.selection:
            canvas.requests.open_requested.emit(canvas.selection)
        else:
            canvas.requests.day_booking_requested.emit(canvas.chosen_day)
        return True

    def _show_details(self) -> bool:
        """Of the selected entry; without one, all of the day: here where it has no room for that,
        else hour by hour.
        """
        canvas = self._canvas
        if canvas.selection:
            canvas.requests.details_requested.emit(canvas.selection)
            return True
        at = canvas.scene.month.index(canvas.chosen_day)
        if at is not None and canvas.scene.hidden_on(at):
            canvas.requests.day_listed.emit(canvas.chosen_day)
        else:
            canvas.requests.day_opened.emit(canvas.chosen_day)
        return True
