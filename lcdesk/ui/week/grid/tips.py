"""Tooltips that show text as it is: of blocks, and why a free row cannot be booked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.week.grid.geometry import Rect, snap_down
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY
from lcdesk.ui.week.grid.pointer import GridPointer
from lcdesk.ui.week.grid.scene import Scene

Why = Callable[[date, int], str]
"""Answers for a day and a wall-clock minute; empty where there is nothing to say."""


class GridTips:
    """What is said where the pointer rests."""

    def __init__(self, owner: QWidget, scene: Callable[[], Scene], pointer: GridPointer) -> None:
        self._owner = owner
        self._scene = scene
        self._pointer = pointer
        self.why: Why = _nothing

    def show(self, event: QHelpEvent) -> None:
        """Say it beside the pointer for as long as it stays where this is true."""
        text, rect = self.tip_at(QPointF(event.pos()))
        if not text:
            QToolTip.hideText()
            return
        where = QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))
        QToolTip.showText(event.globalPos(), as_typed(text), self._owner, where)

    def tip_at(self, point: QPointF) -> tuple[str, Rect]:
        """The text for a point, and the rectangle it is true for."""
        scene = self._scene()
        index = scene.at(point.x(), point.y())
        if index is not None:
            block = scene.blocks[index]
            return block.told.tooltip or block.told.spoken or block.title, scene.rects[index]
        cell, row = self._pointer.cell_at(point), self._pointer.row
        start = min(snap_down(cell.minute, row), MINUTES_A_DAY - row)
        text = self.why(scene.week.days[cell.day].day, start) if scene.week.days else ""
        return text, scene.geometry.span(cell.day, start, start + row)


def _nothing(_day: date, _minute: int) -> str:
    """Nobody knows why."""
    return ""
