"""The week as one widget: header, all-day lane and time axis kept in line with the grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QToolTip,
    QWidget,
)

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import LEAST_ZOOM, MOST_ZOOM, Metrics, inset, scale_font
from lcdesk.ui.week.grid.axis import Corner, Span, TimeAxis
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.day_header import DayHeader
from lcdesk.ui.week.grid.drag.lane_drag import LaneDrag
from lcdesk.ui.week.grid.grid import GridCanvas
from lcdesk.ui.week.grid.lane import AllDayLane
from lcdesk.ui.week.grid.painter import qrect
from lcdesk.ui.week.grid.requests import Requests
from lcdesk.ui.week.grid.scene import columns_of
from lcdesk.ui.week.grid.speech import Describe, EmptyHint, Why
from lcdesk.ui.week.grid.texts import Texts
from lcdesk.ui.week.week import DayColumn, Week

Now = Callable[[], tuple[date, int] | None]


class WeekGrid(QWidget):
    """A week to look at and to ask changes of. `set_week` is the only way to change it;
    `requests` says what a person asks.

    `now` is asked each minute for (day, wall-clock minute); without it the now-line stays
    where the last `Week` put it.
    """

    zoomed = Signal(float)  # pixels an hour, for remembering

    def __init__(
        self,
        appearance: Appearance,
        icons: Icons,
        locale: LocaleFormat,
        parent: QWidget | None = None,
        *,
        now: Now | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icons = icons
        self._locale = locale
        self._now = now
        self._wanted_top: int | None = None
        self._waiting: Week | None = None  # arrived while something is held
        self.requests = Requests(self)
        tools = self._tools()
        self._make_parts(tools)
        self._arrange()
        self._connect_parts()
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self.refresh_now)
        if now is not None:
            self._await_minute()
        self._restyle()

    @property
    def px_per_hour(self) -> float:
        """The hour height now."""
        return self._canvas.scene.geometry.px_per_hour

    @property
    def canvas(self) -> GridCanvas:
        """The painted part: it has the focus and the blocks."""
        return self._canvas

    @property
    def lane(self) -> AllDayLane:
        """The all-day part."""
        return self._lane

    @property
    def header(self) -> DayHeader:
        """The row of weekdays."""
        return self._header

    @property
    def hint(self) -> EmptyHint:
        """The sentence over an empty week."""
        return self._hint

    @property
    def selection(self) -> str:
        """The selected entry's id; empty when none."""
        return self._canvas.selection

    def set_week(self, week: Week) -> None:
        """Show this week instead. The selection stays if its entry is still there.

        While the mouse holds something in the same days, it waits until the button is released.
        """
        is_same = columns_of(week) == columns_of(self._canvas.scene.week)
        if (self._canvas.pointer.is_holding or self.lane_drag.is_holding) and is_same:
            self._waiting = week
            return
        self._waiting = None
        self._canvas.show_week(week)
        self._header.show_days(week.days, tuple(self._spoken_day(shown) for shown in week.days))
        self._lane.show_week(week)
        self._axis.show_hours(week.second_hour_labels, week.hour_labels)
        self._corner.show_texts(
            week.week_number, (week.second_zone, week.zone), week.second_zone_note
        )
        self._hint.show_text("" if week.blocks or week.banners else week.empty_hint)
        self._show_now_label(week.now)
        self._align()
        if not self._canvas.by_day.is_drawing:
            self._fit_lane()

    def select(self, entry_id: str | None) -> None:
        """Select an entry, or nothing. `selected` is not emitted: the caller knows."""
        self._canvas.choose(entry_id or "")

    def reveal(self, entry_id: str) -> None:
        """Scroll as far as it takes to see where an entry begins."""
        scene = self._canvas.scene
        indexes = scene.indexes(entry_id)
        if indexes:
            self._wanted_top = None
            self._reveal(qrect(scene.rects[indexes[0]]))

    def scroll_to(self, minute: int) -> None:
        """Put this wall-clock minute at the top, as far as the day reaches."""
        self._wanted_top = minute
        if self.isVisible():
            self._apply_scroll()

    def set_zoom(self, px_per_hour: float) -> None:
        """Set the hour height; the time at the top of the view stays there."""
        self._zoom_to(px_per_hour, self._scroll.verticalScrollBar().value())

    def ask_why(self, why: Why) -> None:
        """Ask this why a free row cannot be booked, when the pointer rests there."""
        self._canvas.tips.why = why

    def ask_state(self, describe: Describe) -> None:
        """Ask this whether a row can be booked, to tell a screen reader."""
        self._canvas.speech.describe = describe

    def explain(self, reason: str) -> None:
        """Say beside the pointer why what was just asked is not possible."""
        QToolTip.showText(QCursor.pos(), as_typed(reason), self._canvas)
        self._canvas.say(reason)

    @Slot()
    def refresh_now(self) -> None:
        """Ask the time again and move the now-line."""
        if self._now is None:
            return
        moment = self._now()
        self._canvas.show_now(moment)
        self._show_now_label(moment)
        self._await_minute()

    # --- making -----------------------------------------------------------------------------

    def _tools(self) -> Tools:
        font = self.font()
        return Tools(self._appearance.palette, Metrics.of(font), Texts(font), self._icons)

    def _make_parts(self, tools: Tools) -> None:
        self._corner = Corner(tools, self)
        self._header = DayHeader(tools, self)
        self._lane_label = QLabel(self.tr("all-day"), self)
        self._lane = AllDayLane(tools, self.requests, self)
        self._axis = TimeAxis(tools, self)
        self._canvas = GridCanvas(tools, self._locale, self.requests)
        canvas = self._canvas
        self.lane_drag = LaneDrag(self._lane, canvas, canvas.pointer, canvas.overlay)
        canvas.lane_drag = self.lane_drag
        self._scroll = _Scroll(self._canvas, self)
        self._rule = QFrame(self)
        self._hint = EmptyHint(tools, self)
        self.setFocusProxy(self._canvas)

    def _arrange(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(self._corner, 0, 0)
        self._grid.addWidget(self._header, 0, 1)
        self._grid.addWidget(self._lane_label, 1, 0)
        self._grid.addWidget(self._lane, 1, 1)
        self._grid.addWidget(self._rule, 2, 0, 1, 3)
        self._grid.addWidget(self._axis, 3, 0)
        self._grid.addWidget(self._scroll, 3, 1, 1, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(3, 1)
        self._rule.setFixedHeight(1)
        self._lane_label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)

    def _connect_parts(self) -> None:
        canvas, lane = self._canvas, self._lane
        canvas.zoom_requested.connect(self._zoom_by)
        canvas.pointer.scroll_requested.connect(self._scroll_by)
        canvas.reveal_requested.connect(self._reveal)
        canvas.selection_changed.connect(lane.choose)
        canvas.by_day.finished.connect(self._fit_lane)
        canvas.pointer.let_go.connect(self._show_waiting)
        canvas.pointer.lane = lane
        self.lane_drag.let_go.connect(self._show_waiting)
        lane.selected.connect(self._pick_banner)
        self._scroll.resized.connect(self._place_hint)
        self._scroll.scrolled.connect(self._follow_canvas)
        self._appearance.changed.connect(self._restyle)

    @Slot()
    def _show_waiting(self) -> None:
        """Before the drop is answered: what that asks for may bring a newer week."""
        if self._waiting is not None:
            self.set_week(self._waiting)

    # --- look -------------------------------------------------------------------------------

    @Slot()
    def _restyle(self) -> None:
        tools = self._tools()
        for part in (self._corner, self._header, self._lane, self._axis, self._canvas, self._hint):
            part.restyle(tools)
        colours = tools.palette
        self.setStyleSheet(f"WeekGrid {{ background: {colours.panel}; }}")
        pad = round(tools.metrics.pad)
        self._lane_label.setFont(scale_font(self.font(), 0.85))
        self._lane_label.setContentsMargins(inset(2, pad, pad, 0))
        self._lane_label.setStyleSheet(f"color: {colours.quiet_text}; background: {colours.panel};")
        self._rule.setStyleSheet(f"background: {colours.line};")
        self._align()
        self._fit_lane()

    def _align(self) -> None:
        """Keep header, lane and axis over and beside their columns."""
        self._axis.widen(max(self._corner.needed_width(), self._lane_label.sizeHint().width()))
        width = self._axis.width()
        self._corner.setFixedWidth(width)
        self._lane_label.setFixedWidth(width)
        bar = self._scroll.verticalScrollBar()
        self._grid.setColumnMinimumWidth(2, bar.sizeHint().width())
        self._follow_canvas()

    @Slot()
    def _follow_canvas(self) -> None:
        """The edges stand still; what they show goes along."""
        canvas, geometry = self._canvas, self._canvas.scene.geometry
        self._axis.follow(replace(geometry, top=geometry.top + canvas.y()))
        for over in (self._header, self._lane):
            over.follow(Span(float(canvas.x()), float(canvas.width())))

    def _spoken_day(self, shown: DayColumn) -> str:
        day = self._locale.day(shown.day)
        return f"{shown.name}, {day}" if shown.name else day

    @Slot()
    def _fit_lane(self) -> None:
        """Last of all: it moves the whole grid, which would draw every new block at once."""
        self._lane.fit()
        self._lane_label.setVisible(not self._lane.isHidden())

    def _show_now_label(self, now: tuple[date, int] | None) -> None:
        shown = now is not None and bool(self._canvas.scene.columns_of(now[0]))
        self._axis.show_now((now[1], self._locale.time(now[1])) if now and shown else None)

    def _await_minute(self) -> None:
        moment = datetime.now().astimezone()
        self._minute.start(60_000 - moment.second * 1000 - moment.microsecond // 1000 + 20)

    # --- scrolling and zoom -----------------------------------------------------------------

    def _apply_scroll(self) -> None:
        if self._wanted_top is None:
            return
        y = self._canvas.scene.geometry.y(self._wanted_top) - self._canvas.scene.geometry.top
        self._scroll.update_range()
        self._scroll.verticalScrollBar().setValue(round(y))
        self._wanted_top = None

    @Slot(float, float)
    def _scroll_by(self, right: float, down: float) -> None:
        across, bar = self._scroll.horizontalScrollBar(), self._scroll.verticalScrollBar()
        on = -right if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else right
        across.setValue(across.value() + round(on))
        bar.setValue(bar.value() + round(down))

    @Slot(QRect)
    def _reveal(self, rect: QRect) -> None:
        bar = self._scroll.verticalScrollBar()
        page = self._scroll.viewport().height()
        margin = min(24, page // 6)
        if rect.top() - margin < bar.value() or rect.height() + 2 * margin > page:
            bar.setValue(rect.top() - margin)
        elif rect.bottom() + margin > bar.value() + page:
            bar.setValue(rect.bottom() + margin - page)
        self._scroll.show_across(rect.x(), rect.x() + rect.width())

    @Slot(float, int)
    def _zoom_by(self, factor: float, y: int) -> None:
        normal = Metrics.of(self.font()).hour
        self._zoom_to(self.px_per_hour * factor if factor else normal, y)
        self.zoomed.emit(self.px_per_hour)

    def _zoom_to(self, px_per_hour: float, y: int) -> None:
        """Zoom so that the time at canvas height `y` stays where it is on the screen."""
        wanted = float(round(min(max(px_per_hour, LEAST_ZOOM), MOST_ZOOM)))
        if wanted == self.px_per_hour:
            return
        minute = self._canvas.scene.geometry.minute_at(y)
        bar = self._scroll.verticalScrollBar()
        on_screen = y - bar.value()
        self._canvas.zoom(wanted)
        self._align()
        self._scroll.update_range()
        bar.setValue(round(self._canvas.scene.geometry.y(minute)) - on_screen)

    @Slot()
    def _place_hint(self) -> None:
        self._hint.cover(self._scroll.geometry())

    @Slot(str)
    def _pick_banner(self, entry: str) -> None:
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        self._canvas.pick(entry)

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._align()
        self._apply_scroll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Over the edges, which do not scroll by themselves."""
        QCoreApplication.sendEvent(self._scroll.verticalScrollBar(), event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._restyle()


class _Scroll(QScrollArea):
    """The canvas behind a frame of its edges; sideways where it has many columns. It never has
    the focus itself.
    """

    resized = Signal()
    scrolled = Signal()  # the canvas lies elsewhere or has another size

    def __init__(self, canvas: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._canvas = canvas
        self.setWidget(canvas)

    def update_range(self) -> None:
        """Bring the scroll range up to date at once; Qt would do it after the next event."""
        canvas, page = self._canvas, self.viewport().height()
        canvas.resize(max(self.viewport().width(), canvas.minimumWidth()), canvas.maximumHeight())
        self.verticalScrollBar().setRange(0, max(canvas.height() - page, 0))
        self.verticalScrollBar().setPageStep(page)

    def show_across(self, left: int, right: int) -> None:
        """Scroll sideways as far as it takes to see a stretch of the canvas."""
        seen = -self._canvas.x()
        shift = min(left - seen, 0) or max(right - seen - self.viewport().width(), 0)
        bar = self.horizontalScrollBar()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar.setValue(bar.value() + (-shift if rtl else shift))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_done = super().eventFilter(watched, event)
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.scrolled.emit()
        return is_done
