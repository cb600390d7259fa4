"""What lies over the blocks: handles, what is dragged, and where something is being booked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.block_style import ghost_style
from lcdesk.ui.week.grid.geometry import Rect
from lcdesk.ui.week.grid.gestures import Ghost
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY
from lcdesk.ui.week.grid.painter import GroundPainter, qrect
from lcdesk.ui.week.grid.pointer import GridPointer
from lcdesk.ui.week.grid.scene import Scene
from lcdesk.ui.week.week import Column


class Overlay(QObject):
    """Painted last on the canvas that owns it; it has what has changed painted anew."""

    def __init__(
        self,
        owner: QWidget,
        scene: Callable[[], Scene],
        pointer: GridPointer,
        locale: LocaleFormat,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._scene = scene
        self._pointer = pointer
        self._locale = locale
        self._marked: tuple[Column, int, int] | None = None
        self._brought: Ghost | None = None
        self._is_open = True
        pointer.ghost_moved.connect(self._update_ghost)
        pointer.hover_changed.connect(self._update_entry)

    def restyle(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._ground = GroundPainter(tools)

    def mark(self, column: Column | None, start: int = 0, end: int = 0) -> None:
        """Draw where something is being booked; None: nowhere any more."""
        before, self._marked = self.marked_rect, None if column is None else (column, start, end)
        for rect in (before, self.marked_rect):
            self._owner.update(rect.adjusted(-2, -2, 2, 2))

    def bring(self, ghost: Ghost | None) -> None:
        """Draw what is dragged out of the all-day lane; None: nothing any more."""
        before, self._brought = self._brought, ghost
        if before != ghost:
            for changed in (before, ghost):
                if changed is not None:
                    self._update_ghost(changed)

    @property
    def marked_rect(self) -> QRect:
        """Where `mark` has drawn; empty where it has not, or its day is not shown."""
        ghost = self._marked_ghost()
        return QRect() if ghost is None else qrect(self._rect(ghost))

    @property
    def column(self) -> Column | None:
        """The column that `mark` has drawn in."""
        return None if self._marked is None else self._marked[0]

    def show_whether_open(self, is_open: bool) -> None:
        """Draw what is dragged as the rules answer."""
        if is_open != self._is_open:
            self._is_open = is_open
            ghost = self._pointer.ghost or self._brought
            if ghost is not None:
                self._update_ghost(ghost)

    def paint(self, painter: QPainter) -> None:
        """All of it."""
        self._paint_handles(painter)
        marked = self._marked_ghost()
        if marked is not None:
            self._paint_ghost(painter, marked, is_open=True)
        ghost = self._pointer.ghost or self._brought
        if ghost is not None and not ghost.is_all_day:
            self._paint_ghost(painter, ghost, is_open=self._is_open)

    def _marked_ghost(self) -> Ghost | None:
        if self._marked is None:
            return None
        column, start, end = self._marked
        at = self._scene().index_of(column)
        return None if at is None else Ghost("", at, start, end)

    def _paint_handles(self, painter: QPainter) -> None:
        held, scene = self._pointer.handles, self._scene()
        if held is None:
            return
        for index in scene.of_entry_in(held.entry, held.day):
            style = ghost_style(self._tools.palette, scene.blocks[index])
            self._ground.handles(painter, scene.rects[index], style)

    def _paint_ghost(self, painter: QPainter, ghost: Ghost, *, is_open: bool) -> None:
        label = self._locale.time_range(ghost.start, ghost.end)
        if ghost.end - ghost.start >= MINUTES_A_DAY:
            label = self._locale.time(ghost.start)
        if ghost.copies:
            label = self.tr("Copy: {times}").format(times=label)
        banner = self._scene().banner(ghost.entry)
        block = self._scene().first(ghost.entry)
        if block is None and banner is not None:
            block = banner.as_block()
        title = block.title if block else ""
        style = ghost_style(self._tools.palette, block, is_open=is_open)
        self._ground.ghost(painter, self._rect(ghost), style, label=label, title=title)

    def _rect(self, ghost: Ghost) -> Rect:
        end = min(ghost.end, MINUTES_A_DAY)
        rect = self._scene().geometry.span(ghost.day, ghost.start, end)
        low = max(rect.height, self._tools.metrics.least_block)
        return Rect(rect.x + 1, rect.y, rect.width - 1, low)

    @Slot(Ghost)
    def _update_ghost(self, ghost: Ghost) -> None:
        self._owner.update(qrect(self._rect(ghost)).adjusted(-2, -2, 2, 2))

    @Slot(str)
    def _update_entry(self, entry: str) -> None:
        for index in self._scene().indexes(entry):
            self._owner.update(qrect(self._scene().rects[index]).adjusted(-3, -3, 3, 3))
