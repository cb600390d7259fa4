"""The canvas: paints a scene and turns pointer events into requests.

It never changes an event: while dragging it draws a ghost, then it asks by a signal and waits
for the next `Week`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.accessible import SpokenAction, SpokenItem, announce, speak_for, tell_focus
from lcdesk.ui.week.grid.block_layout import BlockLayout, BlockLayouter, Tools
from lcdesk.ui.week.grid.block_painter import BlockPainter, DayByDay, LayoutCache
from lcdesk.ui.week.grid.drag.overlay import Overlay
from lcdesk.ui.week.grid.geometry import GridGeometry, Rect
from lcdesk.ui.week.grid.input import CanvasInput
from lcdesk.ui.week.grid.keys import GridKeys
from lcdesk.ui.week.grid.painter import DOT, GroundPainter, qrect, rect_of, rects_of
from lcdesk.ui.week.grid.pointer import GridPointer
from lcdesk.ui.week.grid.requests import Requests, answer_click, request
from lcdesk.ui.week.grid.scene import CellCursor, Scene
from lcdesk.ui.week.grid.speech import GridSpeech, GridTips
from lcdesk.ui.week.week import Column, Week

if TYPE_CHECKING:  # it is made over the canvas
    from lcdesk.ui.week.grid.drag.lane_drag import LaneDrag


class GridCanvas(QWidget):
    """The painted days from midnight to midnight. Give it a week; listen to what it asks."""

    zoom_requested = Signal(float, int)  # factor (0: back to normal), y that stays in place
    reveal_requested = Signal(QRect)  # bring into view
    selection_changed = Signal(str)  # also when set from outside

    def __init__(
        self,
        tools: Tools,
        locale: LocaleFormat,
        requests: Requests,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.requests = requests
        self._locale = locale
        self._now: tuple[date, int] | None = None
        self._selected = ""
        self._shows_cell = False  # the frame of the cell: once the keyboard or a click was there
        self.by_day = DayByDay(self._update_day, self)
        self.cursor_cell = CellCursor()
        self.scene = Scene(Week(), GridGeometry(1.0, 0, tools.metrics.hour), least=1.0)
        self.speech = GridSpeech(self)
        self.keys = GridKeys(self, self.speech)
        self.pointer = GridPointer(self, self._shown_scene)
        self.overlay = Overlay(self, self._shown_scene, self.pointer, locale)
        self.lane_drag: LaneDrag | None = None  # of the lane above
        self.tips = GridTips(self._shown_scene, self.pointer)
        self._input = CanvasInput(
            self, self.keys, self.pointer, tip_at=self.tips.tip_at, show_cursor=self._show_cursor
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Week"))
        speak_for(self)
        self.restyle(tools)

    @property
    def selection(self) -> str:
        """The selected entry's id; empty when none."""
        return self._selected

    @property
    def locale_format(self) -> LocaleFormat:
        """The forms of times in use."""
        return self._locale

    def restyle(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._ground = GroundPainter(tools)
        self.overlay.restyle(tools)
        self._blocks = BlockPainter(tools)
        self._layouter = BlockLayouter(tools, rtl=self.is_rtl)
        self._lay_out(self.scene.week, self.scene.geometry.px_per_hour)
        self._draw_anew()

    def show_week(self, week: Week) -> None:
        """Replace everything shown. What the mouse holds is given up, unless only the ground is
        new: open times arrive after the week they belong to.
        """
        if self.scene.has_blocks_of(week):
            self.scene.week = week
            self.update()
            return
        self.pointer.cancel()
        self._now = week.now
        if not self._shows_cell:
            self.cursor_cell = self.cursor_cell.start_in(week)
        before = self.scene
        self._lay_out(week, before.geometry.px_per_hour)
        if self.scene.has_days_of(before):
            self._draw_changes(before)
        else:
            self._draw_anew()
        if self._selected and self._selected not in self.scene.entries:
            self.choose("")

    def zoom(self, px_per_hour: float) -> None:
        """Another hour height; the layout follows, because short events now look different."""
        self._lay_out(self.scene.week, px_per_hour)
        self._draw_anew()

    def show_now(self, now: tuple[date, int] | None) -> None:
        """Move the now-line; only the two stripes it touches are painted again."""
        for moment in (self._now, now):
            if moment is not None:
                y = round(self.scene.geometry.y(moment[1]))
                reach = round(DOT) + 2
                self.update(0, y - reach, self.width(), 2 * reach)
        self._now = now

    def choose(self, entry: str) -> None:
        """Select an entry (empty: none) without telling `selected`."""
        if entry == self._selected:
            return
        for changed in (self._selected, entry):
            self._update_entry(changed)
        self._update_cell()
        self._selected = entry
        self.selection_changed.emit(entry)
        tell_focus(self, entry)

    def pick(self, entry: str) -> None:
        """Select an entry as the person's own act: `selected` tells it, each time it is done."""
        changed = entry != self._selected
        self.choose(entry)
        if changed or entry:
            self.requests.selected.emit(entry)

    def put_cursor(self, cell: CellCursor) -> None:
        """Move the keyboard's cell."""
        self._update_cell()
        self._show_cursor()
        self.cursor_cell = cell
        self._update_cell()

    def cursor_rect(self) -> Rect:
        """The pixels of the keyboard's cell."""
        cell = self.cursor_cell
        return self.scene.geometry.span(cell.day, cell.start, cell.end)

    def column(self, index: int) -> Column:
        """What a column stands for."""
        return self.scene.week.days[index].column

    def reveal(self, rect: Rect) -> None:
        """Ask for a rectangle to be scrolled into view."""
        self.reveal_requested.emit(qrect(rect))

    def entry_at_cursor(self) -> str:
        """The entry that the keyboard's cell lies over; empty when it is free."""
        cell = self.cursor_cell
        there = self.scene.during(cell.day, cell.start, cell.end)
        return there[0].id if there else ""

    def spoken_items(self) -> Sequence[SpokenItem]:
        """Every block with its sentence, for a screen reader."""
        return self.speech.items()

    def spoken_selection(self) -> str:
        """The selected entry, for a screen reader."""
        return self._selected

    def spoken_actions(self, entry: str) -> Sequence[SpokenAction]:
        """What a screen reader can do with an entry."""
        return self.speech.actions(entry)

    def cancel_drag(self) -> bool:
        """Give up a drag; False if there was none."""
        was_in_lane = self.lane_drag is not None and self.lane_drag.cancel()
        return self.pointer.cancel() or was_in_lane

    @property
    def is_rtl(self) -> bool:
        """Whether the days run from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def say(self, text: str) -> None:
        """Let a screen reader say a sentence."""
        announce(self, text)

    def shown_part(self) -> QRect:
        """What of the canvas is scrolled into view."""
        return self.visibleRegion().boundingRect()

    def on_screen(self, x: float, y: float) -> QPoint:
        """A point of the canvas on the screen."""
        return self.mapToGlobal(QPoint(round(x), round(y)))

    # --- scene ------------------------------------------------------------------------------

    def _shown_scene(self) -> Scene:
        return self.scene

    def _show_cursor(self) -> None:
        self._shows_cell = True

    def _lay_out(self, week: Week, px_per_hour: float) -> None:
        geometry = GridGeometry(
            width=float(max(self.width(), 1)),
            days=len(week.days),
            px_per_hour=px_per_hour,
            top=round(self._tools.metrics.small_line * 0.6),
            rtl=self.is_rtl,
        )
        self.scene = Scene(week, geometry, least=self._tools.metrics.least_block)
        self.speech.forget()
        self.setFixedHeight(round(geometry.height))
        self.setMinimumWidth(self._least_width(week))

    def _least_width(self, week: Week) -> int:
        """From where on the columns scroll sideways rather than become narrower."""
        metrics = self._tools.metrics
        is_one_day = len({shown.day for shown in week.days}) == 1
        least = metrics.member_column if is_one_day else metrics.narrow_column
        return round(least * len(week.days)) if len(week.days) > 1 else 0

    def _draw_anew(self) -> None:
        self._layouts = LayoutCache(self._layouter, self.scene)
        self.by_day.clear()
        self.update()

    def _draw_changes(self, before: Scene) -> None:
        """Only the days that look different: a pass brings a few events at a time."""
        changed = self.scene.changed_days(before)
        self._layouts = self._layouts.for_next(self.scene, changed)
        self.by_day.add(changed)

    def _update_day(self, day: int) -> None:
        self.update(qrect(self.scene.geometry.column(day)))

    def _update_entry(self, entry: str) -> None:
        for index in self.scene.indexes(entry):
            self.update(qrect(self.scene.wholes[index]).adjusted(-2, -2, 2, 2))

    def _update_cell(self) -> None:
        self.update(qrect(self.cursor_rect()).adjusted(-2, -2, 2, 2))

    # --- drawing ----------------------------------------------------------------------------

    def _paint_blocks(self, painter: QPainter, clips: Sequence[Rect]) -> None:
        ghost = self.pointer.ghost
        held = ghost.entry if ghost and not ghost.copies else ""
        shown = sorted({index for clip in clips for index in self.scene.within(clip)})
        held_ones = [index for index in shown if held and self.scene.blocks[index].id == held]
        if held_ones:
            painter.setOpacity(0.35)
            self._blocks.draw(painter, [self._layout_of(index) for index in held_ones])
            painter.setOpacity(1.0)
            shown = [index for index in shown if index not in held_ones]
        self._blocks.draw(painter, [self._layout_of(index) for index in shown])
        if self._selected and self.hasFocus():
            for index in self.scene.indexes(self._selected):
                self._ground.frame(painter, self.scene.rects[index])

    def _layout_of(self, index: int) -> BlockLayout:
        return self._layouts.take(index, selected=self.scene.blocks[index].id == self._selected)

    # --- Qt ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        clips = [
            rect.enlarge(2) for rect in rects_of(event.region())
        ]  # the screen's pixels are finer
        painter = QPainter(self)
        if not self.scene.week.days:
            painter.fillRect(event.rect(), ink(self._tools.palette.closed))
        self._ground.ground(painter, self.scene, rect_of(event.rect()).enlarge(2))
        if self._now is not None:
            self._ground.now_elsewhere(painter, self.scene, self._now)
        self._paint_blocks(painter, clips)
        if self._shows_cell and self.hasFocus() and not self._selected:
            self._ground.frame(painter, self.cursor_rect())
        if self._now is not None:
            self._ground.now(painter, self.scene, self._now)
        self.overlay.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        geometry = self.scene.geometry
        if geometry.width != self.width():
            self._lay_out(self.scene.week, geometry.px_per_hour)
            self._draw_anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.scene.week.days:
            self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointer.leave()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            request(self, self.pointer.release(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.scene.week.days:
            request(self, self.pointer.double_click(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        turns = event.angleDelta().y() / 120
        if turns:
            self.zoom_requested.emit(1.12**turns, round(event.position().y()))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.scene.week.days:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.keys.ask_for_menu()
            return
        point = QPointF(event.pos())
        target, cell = self.pointer.target_at(point), self.pointer.cell_at(point)
        answer_click(self, target.entry if target else "", cell)
        minute = target.start if target else self.cursor_cell.start
        entry = target.entry if target else ""
        self.requests.menu_requested.emit(entry, self.column(cell.day), minute, event.globalPos())

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.keys.step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.restyle(self._tools)
