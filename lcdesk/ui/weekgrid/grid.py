"""The canvas: paints a scene and turns pointer events into requests.

It never changes an event: while dragging it draws a ghost, then it asks by a signal and waits
for the next `Week`.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.viewmodels.week import BlockKind, Week
from lcdesk.ui.weekgrid.blocks import BlockPainter, Tools
from lcdesk.ui.weekgrid.cursor import CellCursor
from lcdesk.ui.weekgrid.dress import Dress, dress
from lcdesk.ui.weekgrid.geometry import GridGeometry, Part, Rect
from lcdesk.ui.weekgrid.gestures import (
    Cell,
    Clicked,
    Gesture,
    Ghost,
    Grip,
    Moved,
    Opened,
    Outcome,
    Pointer,
    Resized,
    Swept,
    Target,
    scroll_wish,
)
from lcdesk.ui.weekgrid.keys import GridKeys
from lcdesk.ui.weekgrid.painter import DOT, GroundPainter
from lcdesk.ui.weekgrid.scene import Scene
from lcdesk.ui.weekgrid.tips import plain_tip

_SCROLL_EVERY = 16  # milliseconds, while a drag is held near an edge
_SCROLL_STEP = 14.0
_FINE_ROWS_FROM = 96.0  # pixels an hour from which a double click means quarters, not halves


class GridCanvas(QWidget):
    """The painted days from midnight to midnight. Give it a week; listen to what it asks."""

    create_requested = Signal(date, int, int)
    open_requested = Signal(str)
    selected = Signal(str)
    move_requested = Signal(str, date, int)
    resize_requested = Signal(str, date, int, int)
    delete_requested = Signal(str)
    menu_requested = Signal(str, date, int, QPoint)
    week_step_requested = Signal(int)
    zoom_requested = Signal(float, int)  # factor (0: back to normal), y that stays in place
    scroll_requested = Signal(float)  # pixels down
    reveal_requested = Signal(QRect)  # bring into view
    selection_changed = Signal(str)  # also when set from outside

    def __init__(self, tools: Tools, words: LocaleFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._gesture = Gesture()
        self._hover: int | None = None
        self._now: tuple[date, int] | None = None
        self._selected = ""
        self._last_pointer = QPointF()
        self._fine = False
        self.cursor_cell = CellCursor()
        self.scene = Scene(Week(), GridGeometry(1.0, 0, tools.metrics.hour), least=1.0)
        self._keys = GridKeys(self)
        self._scroller = QTimer(self, interval=_SCROLL_EVERY)
        self._scroller.timeout.connect(self._scroll_on)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Week"))
        self.dress(tools)

    @property
    def selection(self) -> str:
        """The selected entry's id; empty when none."""
        return self._selected

    @property
    def words(self) -> LocaleFormat:
        """The forms of times in use."""
        return self._words

    def set_words(self, words: LocaleFormat) -> None:
        """Write times in another form from now on."""
        self._words = words

    def dress(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._ground = GroundPainter(tools)
        self._blocks = BlockPainter(tools, rtl=self._is_rtl())
        self._rebuild(self.scene.week, self.scene.geometry.px_per_hour)

    def show_week(self, week: Week) -> None:
        """Replace everything shown. A drag that is under way is given up."""
        self._end_drag()
        self._now = week.now
        self._rebuild(week, self.scene.geometry.px_per_hour)
        if self._selected and self._selected not in self.scene.entries:
            self.choose("")

    def zoom(self, px_per_hour: float) -> None:
        """Another hour height; the layout follows, because short events now look different."""
        self._rebuild(self.scene.week, px_per_hour)

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
        for one in (self._selected, entry):
            self._update_entry(one)
        self._update_cell()
        self._selected = entry
        self.selection_changed.emit(entry)

    def pick(self, entry: str) -> None:
        """Select an entry as the person's own act: `selected` tells it."""
        changed = entry != self._selected
        self.choose(entry)
        if changed:
            self.selected.emit(entry)

    def put_cursor(self, cell: CellCursor) -> None:
        """Move the keyboard's cell."""
        self._update_cell()
        self.cursor_cell = cell
        self._update_cell()

    def cursor_rect(self) -> Rect:
        """The pixels of the keyboard's cell."""
        cell = self.cursor_cell
        return self.scene.geometry.span(cell.day, cell.start, cell.end)

    def day(self, index: int) -> date:
        """The date of a column."""
        return self.scene.week.days[index].day

    def reveal(self, rect: Rect) -> None:
        """Ask for a rectangle to be scrolled into view."""
        self.reveal_requested.emit(_qrect(rect))

    def speak_cell(self) -> None:
        """Tell a screen reader where the keyboard's cell is."""

    def cancel_drag(self) -> bool:
        """Give up a drag; False if there was none."""
        was_dragging = self._gesture.is_dragging
        self._end_drag()
        return was_dragging

    # --- scene ------------------------------------------------------------------------------

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _rebuild(self, week: Week, px_per_hour: float) -> None:
        geometry = GridGeometry(
            width=float(max(self.width(), 1)),
            days=len(week.days),
            px_per_hour=px_per_hour,
            top=round(self._tools.metrics.small_line * 0.6),
            rtl=self._is_rtl(),
        )
        self.scene = Scene(week, geometry, least=self._tools.metrics.least_block)
        self._hover = None
        self.setFixedHeight(round(geometry.height))
        self.update()

    def _update_entry(self, entry: str) -> None:
        for index in self.scene.places(entry):
            self.update(_qrect(self.scene.rects[index]).adjusted(-2, -2, 2, 2))

    def _update_cell(self) -> None:
        self.update(_qrect(self.cursor_rect()).adjusted(-2, -2, 2, 2))

    # --- drawing ----------------------------------------------------------------------------

    def _paint_blocks(self, painter: QPainter, clip: Rect) -> None:
        held = self._gesture.ghost.entry if self._gesture.ghost else ""
        for index in self.scene.within(clip):
            block = self.scene.blocks[index]
            painter.setOpacity(0.35 if held and block.id == held else 1.0)
            chosen = block.id == self._selected
            self._blocks.draw(painter, block, self.scene.rects[index], selected=chosen)
        painter.setOpacity(1.0)
        if self._selected and self.hasFocus():
            for index in self.scene.places(self._selected):
                self._ground.frame(painter, self.scene.rects[index])

    def _paint_ghost(self, painter: QPainter, ghost: Ghost) -> None:
        rect = self._ghost_rect(ghost)
        label = self._words.time_range(ghost.start, ghost.end)
        block = self.scene.first(ghost.entry)
        title = block.title if block else ""
        self._ground.ghost(painter, rect, self._ghost_dress(ghost), label=label, title=title)

    def _ghost_dress(self, ghost: Ghost) -> Dress:
        block = self.scene.first(ghost.entry)
        colour = block.colour if block else self._tools.palette.accent
        return dress(self._tools.palette, BlockKind.APPOINTMENT, colour)

    def _ghost_rect(self, ghost: Ghost) -> Rect:
        rect = self.scene.geometry.span(ghost.day, ghost.start, min(ghost.end, 1440))
        low = max(rect.height, self._tools.metrics.least_block)
        return Rect(rect.x + 1, rect.y, rect.width - 1, low)

    # --- pointer ----------------------------------------------------------------------------

    def _pointer(self, place: QPointF) -> Pointer:
        geometry = self.scene.geometry
        cell = Cell(geometry.day_at(place.x()), geometry.minute_at(place.y()))
        return Pointer(place.x(), place.y(), cell, self._fine)

    def _target_at(self, place: QPointF) -> Target | None:
        index = self.scene.at(place.x(), place.y())
        return None if index is None else self.scene.target(index, place.y())

    def _drag_to(self, place: QPointF) -> None:
        before = self._gesture.ghost
        ghost = self._gesture.move(self._pointer(place))
        if ghost == before:
            return
        if before is None:
            self.update()  # the original fades
        for one in (before, ghost):
            if one is not None:
                self.update(_qrect(self._ghost_rect(one)).adjusted(-2, -2, 2, 2))
        self._show_hold()

    def _show_hold(self) -> None:
        target = self._gesture.target
        if target is None or (target.part is not Part.BODY and target.grip is Grip.EVERYTHING):
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _show_hover(self, place: QPointF) -> None:
        target = self._target_at(place)
        if target is None or target.grip is Grip.NOTHING:
            self.unsetCursor()
        elif target.part is not Part.BODY and target.grip is Grip.EVERYTHING:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _end_drag(self) -> None:
        self._scroller.stop()
        if self._gesture.cancel():
            self.unsetCursor()
            self.update()

    def _answer(self, outcome: Outcome | None) -> None:
        """Tell the world what the finished gesture asks for."""
        match outcome:
            case Clicked(entry, cell):
                self._answer_click(entry, cell)
            case Opened(entry):
                self.open_requested.emit(entry)
            case Swept(day, start, end):
                self.create_requested.emit(self.day(day), start, end)
            case Moved(entry, day, start):
                self.move_requested.emit(entry, self.day(day), start)
            case Resized(entry, day, start, end):
                self.resize_requested.emit(entry, self.day(day), start, end)
            case None:
                pass

    def _answer_click(self, entry: str, cell: Cell) -> None:
        if not entry:
            place = CellCursor(cell.day, round(cell.minute - 0.5))
            self.put_cursor(place.moved(0, 0, columns=len(self.scene.week.days)))
        self.pick(entry)

    @Slot()
    def _scroll_on(self) -> None:
        """Scroll while a drag is held near an edge; the ghost follows the resting pointer."""
        seen = self.visibleRegion().boundingRect()
        wish = scroll_wish(self._last_pointer.y(), seen.top(), seen.bottom())
        if not wish or not self._gesture.is_dragging:
            self._scroller.stop()
            return
        before = self.mapToGlobal(QPoint(0, 0)).y()
        self.scroll_requested.emit(wish * _SCROLL_STEP)
        shift = before - self.mapToGlobal(QPoint(0, 0)).y()
        self._last_pointer += QPointF(0, shift)
        self._drag_to(self._last_pointer)

    # --- Qt ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.scene.week.days:
            painter = QPainter(self)
            painter.fillRect(event.rect(), self.palette().window())
            painter.end()
            return
        dirty = event.rect()
        clip = Rect(dirty.x(), dirty.y(), dirty.width(), dirty.height())
        painter = QPainter(self)
        self._ground.ground(painter, self.scene, clip)
        if self._now is not None:
            self._ground.now_elsewhere(painter, self.scene, self._now)
        self._paint_blocks(painter, clip)
        if self.hasFocus() and not self._selected:
            self._ground.frame(painter, self.cursor_rect())
        if self._now is not None:
            self._ground.now(painter, self.scene, self._now)
        if self._gesture.ghost is not None:
            self._paint_ghost(painter, self._gesture.ghost)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        geometry = self.scene.geometry
        if geometry.width != self.width():
            self._rebuild(self.scene.week, geometry.px_per_hour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.scene.week.days:
            return
        self._fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._gesture.press(self._pointer(event.position()), self._target_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_hover(place)
            return
        self._fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._last_pointer = place
        self._drag_to(place)
        if self._gesture.is_dragging and not self._scroller.isActive():
            self._scroller.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        was_dragging = self._gesture.is_dragging
        outcome = self._gesture.release(self._pointer(event.position()))
        self._scroller.stop()
        if was_dragging:
            self.update()
            self._show_hover(event.position())
        self._answer(outcome)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.scene.week.days:
            return
        self._fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        row = 15 if self.scene.geometry.px_per_hour >= _FINE_ROWS_FROM else 30
        place = event.position()
        target = self._target_at(place)
        self._answer(self._gesture.double_click(self._pointer(place), target, row=row))

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
            self._keys.ask_for_menu()
            return
        place = QPointF(event.pos())
        target, cell = self._target_at(place), self._pointer(place).cell
        self._answer_click(target.entry if target else "", cell)
        minute = target.start if target else self.cursor_cell.start
        entry = target.entry if target else ""
        self.menu_requested.emit(entry, self.day(cell.day), minute, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.scene.week.days or not self._keys.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._keys.step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end_drag()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.dress(self._tools)
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        index = self.scene.at(event.pos().x(), event.pos().y())
        if index is None:
            QToolTip.hideText()
            return
        block = self.scene.blocks[index]
        text = block.tooltip or block.spoken or block.title
        QToolTip.showText(event.globalPos(), plain_tip(text), self, _qrect(self.scene.rects[index]))


def _qrect(rect: Rect) -> QRect:
    return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))
