"""The month as one painted widget: days, chips and bars. It asks and never changes an entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.month.keys import MonthKeys
from lcdesk.ui.month.month import Month, MonthEntry, month_of
from lcdesk.ui.month.painter import MonthPainter, geometry_for
from lcdesk.ui.month.pointer import MonthPointer
from lcdesk.ui.month.scene import MonthScene
from lcdesk.ui.month.speech import MonthSpeech
from lcdesk.ui.week.grid.accessible import SpokenAction, SpokenItem, announce, speak_for, tell_focus
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.gestures import Clicked, Copied, Moved, Outcome
from lcdesk.ui.week.grid.input import CanvasInput
from lcdesk.ui.week.grid.painter import qrect, rects_of
from lcdesk.ui.week.grid.requests import Requests
from lcdesk.ui.week.grid.speech import EmptyHint
from lcdesk.ui.week.grid.texts import Texts
from lcdesk.ui.week.week import Column, Drop, Week

_MOST_WEEKS = 6
_LEAST_WIDTH = 280
_WHEEL = 240  # two notches of a mouse wheel turn a month; a touch pad would fly through years


class MonthGrid(QWidget):
    """A month to look at and to ask changes of. `set_week` is the only way to change it;
    `requests` says what a person asks.
    """

    def __init__(
        self,
        appearance: Appearance,
        icons: Icons,
        locale: LocaleFormat,
        requests: Requests,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.requests = requests
        self.chosen_day = date.min
        self._appearance = appearance
        self._icons = icons
        self._locale = locale
        self._selected = ""
        self._shows_day = False  # the frame of the day: once the keyboard or a click was there
        self._turned = 0
        self._week = Week()
        self._waiting: tuple[Week, date] | None = None  # arrived while something is held
        self.speech = MonthSpeech(self._shown_scene, requests)
        self.keys = MonthKeys(self)
        self.pointer = MonthPointer(self, self._shown_scene)
        self.pointer.let_go.connect(self._show_waiting)
        self._input = CanvasInput(
            self, self.keys, self.pointer, tip_at=self.speech.tip_at, show_cursor=self.show_cursor
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Month"))
        speak_for(self)
        self._dress(Month())
        self.hint = EmptyHint(self._tools, self)
        appearance.changed.connect(self._restyle)

    @property
    def selection(self) -> str:
        """The selected entry's id; empty when none."""
        return self._selected

    @property
    def is_rtl(self) -> bool:
        """Whether the days run from right to left."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def set_week(self, week: Week, chosen: date) -> None:
        """Show the weeks of a month, with one day picked. The selection stays if it is there.

        While the mouse holds something in the same days, it waits until the button is released.
        """
        is_same = [column.day for column in week.days] == [column.day for column in self._week.days]
        if self.pointer.is_holding and is_same:
            self._waiting = (week, chosen)
            return
        self._waiting = None
        has_moved = chosen != self.chosen_day
        self.chosen_day = chosen
        if week is not self._week:
            self.pointer.cancel()
            self._week = week
            self._lay_out(month_of(week, self._locale))
            self.hint.show_text("" if week.blocks or week.banners else week.empty_hint)
        if self.scene.entry(self._selected) is None:
            self._selected = ""
        if has_moved:
            self._tell_day()
        self.update()

    def select(self, entry_id: str | None) -> None:
        """Select an entry, or nothing. `selected` is not emitted: the caller knows."""
        if self._selected != (entry_id or ""):
            self._selected = entry_id or ""
            tell_focus(self, self._selected)
            self.update()

    def pick(self, entry: str) -> None:
        """Select an entry as the person's own act: `selected` tells it, each time it is done."""
        changed = entry != self._selected
        self.select(entry)
        if changed or entry:
            self.requests.selected.emit(entry)

    def rect_of(self, entry_id: str) -> QRect:
        """Where an entry stands; one that has no room, at the "+n more" of its day."""
        entry = self.scene.entry(entry_id)
        return QRect() if entry is None else qrect(self.scene.where(entry))

    def cell_of(self, day: date) -> QRect:
        """All of a day; nothing where it is not shown."""
        at = self.scene.month.index(day)
        return QRect() if at is None else qrect(self.scene.geometry.cell(at))

    def entries_on(self, day: date) -> Sequence[MonthEntry]:
        """Everything of a day, shown or hidden behind "+n more"."""
        at = self.scene.month.index(day)
        return () if at is None else self.scene.on_day(at)

    def take_hold(self, entry_id: str, day: date, point: QPointF) -> None:
        """Carry on the drag of an entry that began over a day, outside the month."""
        entry, at = self.scene.entry(entry_id), self.scene.month.index(day)
        if entry is not None and at is not None:
            self.setFocus()
            self.pointer.take_hold(entry, at, point)

    def explain(self, reason: str) -> None:
        """Say beside the pointer why what was just asked is not possible."""
        QToolTip.showText(QCursor.pos(), as_typed(reason), self)
        announce(self, reason)

    def show_cursor(self) -> None:
        """The keyboard is here: draw the frame of the day."""
        self._shows_day = True

    def cancel_drag(self) -> bool:
        """Give up a drag; False if there was none."""
        return self.pointer.cancel()

    def on_screen(self, x: float, y: float) -> QPoint:
        """A point of the canvas on the screen."""
        return self.mapToGlobal(QPoint(round(x), round(y)))

    def spoken_items(self) -> Sequence[SpokenItem]:
        """Every day and entry with its sentence, for a screen reader."""
        return self.speech.items(self._locale)

    def spoken_selection(self) -> str:
        """The selected entry, else the day that is picked, for a screen reader."""
        return self._selected or self.chosen_day.isoformat()

    def spoken_actions(self, entry: str) -> Sequence[SpokenAction]:
        """What a screen reader can do with a day or an entry."""
        return self.speech.actions(entry)

    # --- scene ------------------------------------------------------------------------------

    def _shown_scene(self) -> MonthScene:
        return self.scene

    @Slot()
    def _show_waiting(self) -> None:
        """Before the drop is answered: what that asks for may bring a newer month."""
        if self._waiting is not None:
            self.set_week(*self._waiting)

    def _dress(self, month: Month) -> None:
        font = self.font()
        metrics, texts = Metrics.of(font), Texts(font)
        self._tools = Tools(self._appearance.palette, metrics, texts, self._icons)
        self._painter = MonthPainter(self._tools, font, rtl=self.is_rtl)
        self._lay_out(month)

    def _lay_out(self, month: Month) -> None:
        geometry = geometry_for(
            self._tools,
            width=self.width(),
            height=self.height(),
            weeks=month.weeks,
            rtl=self.is_rtl,
        )
        self.scene = MonthScene(month, geometry)
        self.speech.forget()
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self._dress(self.scene.month)
        self.hint.restyle(self._tools)

    def _tell_day(self) -> None:
        at = self.scene.month.index(self.chosen_day)
        if at is not None and self.hasFocus():
            announce(self, self.speech.day(at, self._locale))

    # --- asking -----------------------------------------------------------------------------

    def _request(self, outcome: Outcome | None, point: QPointF) -> None:
        match outcome:
            case Clicked(entry, _cell):
                self._answer_click(entry, point)
            case Moved(entry, day, start):
                self.requests.move_requested.emit(entry, Drop(self.scene.day(day), start))
            case Copied(entry, day, start):
                self.requests.copy_requested.emit(entry, Drop(self.scene.day(day), start))
            case _:
                pass

    def _answer_click(self, entry: str, point: QPointF) -> None:
        listed = None if entry else self.pointer.listed_day_at(point)
        opened = None if entry else self.pointer.opened_day_at(point)
        if listed is not None:
            self._pick_day(point)
            self.pick("")
            self.requests.day_listed.emit(self.scene.day(listed))
            return
        if opened is not None:
            self.requests.day_opened.emit(self.scene.day(opened))
            return
        self._pick_day(point)
        self.pick(entry)

    def _is_on_word(self, point: QPointF) -> bool:
        """Whether a day's number or "+n more" is there: a click has answered already."""
        days = (self.pointer.listed_day_at(point), self.pointer.opened_day_at(point))
        return any(day is not None for day in days)

    def _pick_day(self, point: QPointF) -> None:
        day = self.scene.geometry.day_at(point.x(), point.y())
        if day is not None:
            self.show_cursor()
            self.requests.day_picked.emit(self.scene.day(day))

    # --- Qt ---------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        least = geometry_for(self._tools, width=1, height=1, weeks=0, rtl=False)
        height = least.head + _MOST_WEEKS * (least.top + least.row + 3)
        return QSize(_LEAST_WIDTH, round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        # The screen's pixels are finer.
        clips = [rect.enlarge(2) for rect in rects_of(event.region())]
        painter = QPainter(self)
        ghost, scene = self.pointer.ghost, self.scene
        self._painter.ground(painter, scene, self.pointer.drop, clips)
        held = ghost.entry if ghost is not None and not ghost.copies else ""
        self._painter.entries(painter, scene, selected=self._selected, held=held, clips=clips)
        self._paint_focus(painter)
        if ghost is not None:
            self._paint_ghost(painter, ghost.entry)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        if not self.hasFocus():
            return
        for at in self.scene.places_of(self._selected):
            self._painter.frame(painter, self.scene.rects[at])
        day = self.scene.month.index(self.chosen_day)
        if not self._selected and self._shows_day and day is not None:
            self._painter.frame(painter, self.scene.geometry.cell(day))

    def _paint_ghost(self, painter: QPainter, entry_id: str) -> None:
        entry, rect = self.scene.entry(entry_id), self.pointer.ghost_rect
        if entry is not None and rect is not None:
            self._painter.ghost(painter, entry, rect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.scene.month)
        self.hint.cover(self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.scene.month.days:
            self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._request(self.pointer.release(event), event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.pointer.cancel()
        point = event.position()
        entry = self.pointer.entry_at(point)
        day = self.scene.geometry.day_at(point.x(), point.y())
        if entry is not None:
            self.requests.open_requested.emit(entry.id)
        elif day is not None and not self._is_on_word(point):
            self.requests.day_booking_requested.emit(self.scene.day(day))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.scene.month.days:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.keys.ask_for_menu()
            return
        point = QPointF(event.pos())
        entry = self.pointer.entry_at(point)
        day = self.scene.geometry.day_at(point.x(), point.y())
        if day is None:
            return
        self._pick_day(point)
        self.pick(entry.id if entry else "")
        minute = entry.start if entry else self.scene.month.days[day].begins
        chosen = entry.id if entry else ""
        column = Column(self.scene.day(day))
        self.requests.menu_requested.emit(chosen, column, minute, event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if event.phase() == Qt.ScrollPhase.ScrollMomentum:
            return
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= _WHEEL:
            self.requests.week_step_requested.emit(-1 if self._turned > 0 else 1)
            self._turned = 0

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.keys.step(1 if forward else -1) or super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._restyle()
