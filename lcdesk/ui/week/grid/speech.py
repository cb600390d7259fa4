"""What the grid says in words: to a screen reader, beside the pointer, and over an empty week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from lcdesk.ui.week.grid.accessible import OPEN, SpokenAction, SpokenItem
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.geometry import snap_down
from lcdesk.ui.week.grid.gestures import Grip
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY
from lcdesk.ui.week.grid.painter import qrect
from lcdesk.ui.week.grid.pointer import GridPointer
from lcdesk.ui.week.grid.requests import Canvas, request_move
from lcdesk.ui.week.grid.scene import Scene
from lcdesk.ui.week.week import Column, sentence_of, tip_of

Why = Callable[[Column, int], str]
"""Answers for a column and a wall-clock minute; empty where there is nothing to say."""


class GridTips:
    """What is said where the pointer rests."""

    def __init__(self, scene: Callable[[], Scene], pointer: GridPointer) -> None:
        self._scene = scene
        self._pointer = pointer
        self.why: Why = _no_reason

    def tip_at(self, point: QPointF) -> tuple[str, QRect]:
        """The text for a point, and the rectangle it is true for."""
        scene = self._scene()
        index = scene.at(point.x(), point.y())
        if index is not None:
            return tip_of(scene.blocks[index]), qrect(scene.rects[index])
        cell, row = self._pointer.cell_at(point), self._pointer.row
        start = min(snap_down(cell.minute, row), MINUTES_A_DAY - row)
        text = self.why(scene.week.days[cell.day].column, start) if scene.week.days else ""
        return text, qrect(scene.geometry.span(cell.day, start, start + row))


class EmptyHint(QLabel):
    """Lets every click through: double-clicking where it stands must make a booking."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self._room = QRect()
        self.hide()
        self.restyle(tools)

    def restyle(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        palette, pad = tools.palette, round(tools.metrics.pad)
        corner = 2 * round(tools.metrics.corner)
        self.setStyleSheet(
            f"color: {palette.quiet_text}; background: {palette.panel};"
            f" border: 1px solid {palette.line}; border-radius: {corner}px;"
            f" padding: {pad}px {2 * pad}px;"
        )
        self._centre()

    def show_text(self, text: str) -> None:
        """Show a sentence, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))
        self._centre()

    def cover(self, room: QRect) -> None:
        """Stand in the middle of the days shown in `room`."""
        self._room = room
        self._centre()

    def _centre(self) -> None:
        if self._room.isEmpty():
            return
        width = min(self.sizeHint().width(), self._room.width() - 32)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        rect = QRect(0, 0, width, height)
        rect.moveCenter(self._room.center())
        self.setGeometry(rect)
        self.raise_()


Describe = Callable[[Column, int], str]
"""Whether a row can be booked, for a column and a wall-clock minute: "closed: Past", or "free"."""


class GridSpeech:
    """The words of one canvas; events are listed once for each week."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._items: list[SpokenItem] | None = None
        self.describe: Describe = _no_reason

    def forget(self) -> None:
        """Another week, or other indexes."""
        self._items = None

    def items(self) -> Sequence[SpokenItem]:
        """Every block with its sentence."""
        if self._items is None:
            scene = self._canvas.scene
            pairs = zip(scene.blocks, scene.rects, strict=True)
            self._items = [
                SpokenItem(block.id, sentence_of(block), qrect(rect)) for block, rect in pairs
            ]
        return self._items

    def actions(self, entry: str) -> Sequence[SpokenAction]:
        """Open it; move and cancel it where that can be."""
        canvas = self._canvas
        target = canvas.scene.entry_target(entry)
        if target is None:
            return ()
        found = [
            SpokenAction(
                OPEN, canvas.tr("Open"), partial(canvas.requests.open_requested.emit, entry)
            )
        ]
        if target.grip is not Grip.NOTHING:
            for name, text, days, rows in (
                ("earlier", canvas.tr("Move 15 minutes earlier"), 0, -1),
                ("later", canvas.tr("Move 15 minutes later"), 0, 1),
                ("day_before", self._sideways(target.day, -1), -1, 0),
                ("day_after", self._sideways(target.day, 1), 1, 0),
            ):
                if text:
                    found.append(
                        SpokenAction(name, text, partial(request_move, canvas, target, days, rows))
                    )
            text = canvas.tr("Cancel or unblock")
            found.append(
                SpokenAction("cancel", text, partial(canvas.requests.delete_requested.emit, entry))
            )
        return found

    def _sideways(self, held: int, by: int) -> str:
        """What a move to the column beside means; nothing beside the last one of a member."""
        canvas = self._canvas
        columns = canvas.scene.week.days
        here = columns[held]
        beside = columns[held + by] if 0 <= held + by < len(columns) else None
        if beside is not None and beside.member != here.member:
            return canvas.tr("Move to the column of {name}").format(name=beside.name)
        if beside is None and here.member is not None:
            return ""
        return canvas.tr("Move to the day before") if by < 0 else canvas.tr("Move to the day after")

    def cell_text(self) -> str:
        """Where the keyboard's cell is, and whether it is free, closed or taken."""
        canvas = self._canvas
        cell = canvas.cursor_cell
        if not canvas.scene.week.days:
            return ""
        shown = canvas.scene.week.days[cell.day]
        day = canvas.locale_format.day(shown.day)
        time = canvas.locale_format.time_range(cell.start, cell.end)
        parts = (day, shown.name, time, self._state(shown.column))
        return ", ".join(part for part in parts if part or part is parts[-1])

    def speak_cell(self) -> None:
        """Tell where the keyboard's cell is."""
        self._canvas.say(self.cell_text())

    def _state(self, column: Column) -> str:
        canvas = self._canvas
        cell = canvas.cursor_cell
        there = canvas.scene.during(cell.day, cell.start, cell.end)
        said = "; ".join(sentence_of(block) for block in there)
        if any(block.takes_time for block in there):
            return canvas.tr("taken: {entries}").format(entries=said)
        state = self.describe(column, cell.start)
        if not said:
            return state
        return canvas.tr("{state}; beside it {entries}").format(state=state, entries=said)


def _no_reason(_column: Column, _minute: int) -> str:
    """Nobody knows."""
    return ""
