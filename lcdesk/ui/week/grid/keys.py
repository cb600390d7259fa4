"""The keyboard in the grid: the cell cursor, stepping through events, moving and zooming.

Keys that mean nothing here are left alone, so that the window's shortcuts get them.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from lcdesk.ui.week.grid.geometry import QUARTER
from lcdesk.ui.week.grid.gestures import Grip
from lcdesk.ui.week.grid.input import EntryKeys, held_keys
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY
from lcdesk.ui.week.grid.requests import Canvas, request_days, request_move
from lcdesk.ui.week.grid.scene import CellCursor
from lcdesk.ui.week.grid.speech import GridSpeech

ZOOM_STEP = 1.2
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS = {
    Qt.Key.Key_Plus: ZOOM_STEP,
    Qt.Key.Key_Equal: ZOOM_STEP,  # the same key without Shift on many keyboards
    Qt.Key.Key_Minus: 1 / ZOOM_STEP,
    Qt.Key.Key_0: 0.0,
}


class GridKeys:
    """Turns key presses into moves of the cursor and requests of the canvas it belongs to."""

    def __init__(self, canvas: Canvas, speech: GridSpeech) -> None:
        self._canvas = canvas
        self._speech = speech
        self._entry_keys = EntryKeys(canvas, enter=self._open, space=self._show_details)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; False if it means nothing here."""
        if not self._canvas.scene.week.days:
            return False
        held = held_keys(event)
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None:
            days, rows = arrow
            return self._arrow(-days if self._canvas.is_rtl else days, rows, held)
        if self._entry_keys.press(event):
            return True
        return self._zoom(event.key()) if held & Qt.KeyboardModifier.ControlModifier else False

    def step(self, by: int) -> bool:
        """Select the next or previous entry; False at the end, where Tab leaves the grid."""
        canvas = self._canvas
        entries = canvas.scene.entries
        if not entries:
            return False
        if canvas.selection in entries:
            at = entries.index(canvas.selection) + by
        else:
            at = 0 if by > 0 else len(entries) - 1
        if not 0 <= at < len(entries):
            canvas.pick("")
            return False
        canvas.pick(entries[at])
        self._reveal_entry(entries[at])
        return True

    def ask_for_menu(self) -> None:
        """The Menu key: at the selected entry, else at the cursor."""
        canvas = self._canvas
        target = canvas.scene.entry_target(canvas.selection)
        if target is None:
            cell, rect = canvas.cursor_cell, canvas.cursor_rect()
            day, minute = cell.day, cell.start
        else:
            rect = canvas.scene.rects[canvas.scene.indexes(target.entry)[0]]
            day, minute = target.day, target.start
        point = canvas.on_screen(rect.x + 12, rect.y + rect.height / 2)
        canvas.requests.menu_requested.emit(canvas.selection, canvas.column(day), minute, point)

    def _arrow(self, days: int, rows: int, held: Qt.KeyboardModifier) -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if held == control:
            return self._move_entry(days, rows)
        if held == control | shift:
            return self._resize_entry(rows) if rows else False
        if held == shift:
            self._show_cursor(self._canvas.cursor_cell.stretch(rows))
            return True
        if held:
            return False
        self._move_cursor(days, rows)
        return True

    def _move_cursor(self, days: int, rows: int) -> None:
        """From a selected entry the cursor sets off at that entry's time."""
        canvas = self._canvas
        target = canvas.scene.entry_target(canvas.selection)
        cell = canvas.cursor_cell
        if target is not None:
            last = max(target.end - 1, target.start)
            cell = CellCursor(target.day, last if rows > 0 else target.start)
        canvas.pick("")
        self._show_cursor(cell.move(days, rows, columns=len(canvas.scene.week.days)))

    def _show_cursor(self, cell: CellCursor) -> None:
        self._canvas.put_cursor(cell)
        self._canvas.reveal(self._canvas.cursor_rect())
        self._speech.speak_cell()

    def _move_entry(self, days: int, rows: int) -> bool:
        canvas = self._canvas
        banner = canvas.scene.banner(canvas.selection)
        if banner is not None and days and not banner.locked:
            request_days(canvas, banner, days)
            return True
        target = canvas.scene.entry_target(canvas.selection)
        if target is None or target.grip is Grip.NOTHING:
            return False
        request_move(canvas, target, days, rows)
        return True

    def _resize_entry(self, rows: int) -> bool:
        canvas = self._canvas
        target = canvas.scene.entry_target(canvas.selection)
        if target is None or target.grip is not Grip.EVERYTHING:
            return False
        end = target.end + rows * QUARTER
        if target.start < end <= MINUTES_A_DAY:
            day = canvas.column(target.day).day
            canvas.requests.resize_requested.emit(target.entry, day, target.start, end)
        return True

    def _open(self) -> bool:
        canvas = self._canvas
        entry = canvas.selection or canvas.entry_at_cursor()
        if entry:
            canvas.requests.open_requested.emit(entry)
        else:
            cell = canvas.cursor_cell
            canvas.requests.create_requested.emit(canvas.column(cell.day), cell.start, cell.end)
        return True

    def _show_details(self) -> bool:
        canvas = self._canvas
        entry = canvas.selection or canvas.entry_at_cursor()
        if entry:
            canvas.requests.details_requested.emit(entry)
        return bool(entry)

    def _zoom(self, key: int) -> bool:
        factor = _ZOOMS.get(Qt.Key(key))
        if factor is None:
            return False
        middle = self._canvas.shown_part().center().y()
        self._canvas.zoom_requested.emit(factor, middle)
        return True

    def _reveal_entry(self, entry: str) -> None:
        indexes = self._canvas.scene.indexes(entry)
        if indexes:
            self._canvas.reveal(self._canvas.scene.rects[indexes[0]])
