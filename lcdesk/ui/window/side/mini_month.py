"""A small month: click a day to go there, drag over several to see them side by side, leaf through
months without going anywhere. Days with appointments are bold.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from lcdesk.ui.context.view_filter import FEWEST, MOST, Days
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import grow, inset, scale_font
from lcdesk.ui.look.palette import LIGHT, Palette, ink
from lcdesk.ui.week.grid.accessible import OPEN, SpokenAction, SpokenItem, speak_for
from lcdesk.ui.widgets.parts import set_name

_ROWS = 6
_CELL = 26
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class MiniMonth(QWidget):
    """The month's name with arrows, and the sheet of days below."""

    day_picked = Signal(date)
    span_picked = Signal(date, int)  # the first day, and how many
    month_shown = Signal(date, int)  # the first day of the sheet, and how many it has

    def __init__(
        self,
        locale: LocaleFormat,
        icons: Icons,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mini_month")
        self._icons = icons
        self._locale = locale
        self._name = set_name(QLabel(), "mini_month_name")
        self._back = self._arrow("mini_month_back", self.tr("Previous month"))
        self._forward = self._arrow("mini_month_forward", self.tr("Next month"))
        self.sheet = MonthSheet(locale, today)
        self.sheet.day_picked.connect(self.day_picked)
        self.sheet.span_picked.connect(self.span_picked)
        self.sheet.month_shown.connect(self._show_name)
        self._back.clicked.connect(self.sheet.leaf_back)
        self._forward.clicked.connect(self.sheet.leaf_forward)
        head = QHBoxLayout()
        head.setContentsMargins(inset(6, 0, 0, 0))
        head.addWidget(self._name, 1)
        head.addWidget(self._back)
        head.addWidget(self._forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.sheet)

    def show_days(self, days: Days) -> None:
        """Mark the days of the grid, and turn to their month."""
        self.sheet.show_days(days)

    def show_busy(self, days: Collection[date]) -> None:
        """Make the days with appointments bold."""
        self.sheet.show_busy(days)

    def show_week_numbers(self, is_on: bool) -> None:
        """Write the number of each week before it, or not."""
        self.sheet.show_week_numbers(is_on)

    @property
    def shown(self) -> tuple[date, int]:
        """The first day of the sheet, and how many it has."""
        return self.sheet.first, _ROWS * 7

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self._name.setFont(scale_font(self.font(), 1.0, weight=QFont.Weight.DemiBold))
        self._back.setIcon(self._icons.icon(Sign.PREVIOUS, palette.quiet_text))
        self._forward.setIcon(self._icons.icon(Sign.NEXT, palette.quiet_text))
        self.sheet.dress(palette)

    def _arrow(self, name: str, spoken: str) -> QToolButton:
        button = set_name(QToolButton(autoRaise=True), name)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        button.setIconSize(QSize(14, 14))
        return button

    @Slot(date)
    def _show_name(self, month: date) -> None:
        self._name.setText(self._locale.month_title(month))
        self.month_shown.emit(*self.shown)


class MonthSheet(QWidget):
    """Six weeks of days, painted."""

    day_picked = Signal(date)
    span_picked = Signal(date, int)
    month_shown = Signal(date)

    def __init__(self, locale: LocaleFormat, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("mini_month_days")
        self._locale = locale
        self._today = today
        self._palette: Palette = LIGHT
        self._days = Days(today(), 1)
        self._month = today().replace(day=1)
        self._marked_today = today()
        self._hover: date | None = None
        self._pressed: date | None = None
        self._busy: Collection[date] = frozenset()
        self._has_numbers = False
        self._fit_text()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Month"))
        speak_for(self)

    def show_days(self, days: Days) -> None:
        """Mark these days, in a month that shows them."""
        middle = days.first + timedelta(days=days.count // 2)
        wanted = (days, middle.replace(day=1), self._today())
        if wanted != (self._days, self._month, self._marked_today):
            self._days, _month, self._marked_today = wanted
            self._turn_to(middle.replace(day=1))

    def show_busy(self, days: Collection[date]) -> None:
        """Make these days bold."""
        self._busy = days
        self.update()

    def show_week_numbers(self, is_on: bool) -> None:
        """Write the number of each week before it, or not."""
        self._has_numbers = is_on
        self.update()

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self._palette = palette
        self.month_shown.emit(self._month)
        self.update()

    def day_at(self, point: QPointF) -> date | None:
        """The day under a point."""
        x = self.width() - point.x() if self._is_mirrored() else point.x()
        column = int((x - self._margin) // self._width)
        row = int(point.y() // self._cell) - 1
        if not (0 <= column < 7 and 0 <= row < _ROWS):
            return None
        return self.first + timedelta(days=row * 7 + column)

    def rect_of(self, day: date) -> QRectF:
        """Where a day stands."""
        return self._place((day - self.first).days)

    def _place(self, passed: int) -> QRectF:
        """Of so many days after the first."""
        row, column = divmod(passed, 7)
        x, width = self._margin + column * self._width, self._width
        near = self.width() - x - width if self._is_mirrored() else x
        return QRectF(near, (row + 1) * self._cell, width, self._cell)

    def _fit_text(self) -> None:
        """The side of a day, as large as its text needs; measuring it takes longer than a day."""
        self._cell = grow(self.font(), _CELL)

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def _margin(self) -> float:
        """What the numbers of the weeks take before the days."""
        return self._cell * 0.9 if self._has_numbers else 0.0

    @property
    def _width(self) -> float:
        return (self.width() - self._margin) / 7

    def spoken_items(self) -> Sequence[SpokenItem]:
        """Each day, for a screen reader."""
        days = [self.first + timedelta(days=passed) for passed in range(_ROWS * 7)]
        return [
            SpokenItem(day.isoformat(), self._speech(day), self.rect_of(day).toRect())
            for day in days
        ]

    def spoken_selection(self) -> str:
        """The first of the days that the week shows."""
        return self._days.first.isoformat()

    def spoken_actions(self, entry: str) -> Sequence[SpokenAction]:
        """Going to a day."""
        goes = partial(self.day_picked.emit, date.fromisoformat(entry))
        return (SpokenAction(OPEN, self.tr("Go to this day"), goes),)

    def _speech(self, day: date) -> str:
        name = self._locale.day_with_year(day)
        if day == self._today():
            name = self.tr("{day}, today").format(day=name)
        return self.tr("{day}, with appointments").format(day=name) if day in self._busy else name

    @Slot()
    def leaf_back(self) -> None:
        """Show the month before."""
        self._turn_to((self._month - timedelta(days=1)).replace(day=1))

    @Slot()
    def leaf_forward(self) -> None:
        """Show the month after."""
        self._turn_to((self._month + timedelta(days=32)).replace(day=1))

    def _turn_to(self, month: date) -> None:
        self._month = month
        self.month_shown.emit(month)
        self.update()

    @property
    def first(self) -> date:
        """The first day of the sheet."""
        return self._locale.week_start(self._month)

    def _paint_head(self, painter: QPainter) -> None:
        painter.setFont(scale_font(self.font(), 0.8))
        painter.setPen(ink(self._palette.quiet_text))
        first = self.first
        for passed in range(7):
            day = first + timedelta(days=passed)
            rect = self._place(passed - 7)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._locale.brief_weekday(day))

    def _paint_range(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(self._palette.accent_soft))
        rows: dict[float, QRectF] = {}
        for day in (self._swept() or self._days).each():
            if 0 <= (day - self.first).days < _ROWS * 7:
                rect = self.rect_of(day)
                rows[rect.y()] = rows.get(rect.y(), rect).united(rect)
        for rect in rows.values():
            painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), 7, 7)

    def _paint_numbers(self, painter: QPainter) -> None:
        painter.setPen(ink(self._palette.faint_text))
        for row in range(_ROWS):
            first = self.first + timedelta(weeks=row)
            rect = self.rect_of(first)
            near = self.width() - self._margin if self._is_mirrored() else 0.0
            area = QRectF(near, rect.y(), self._margin, rect.height())
            number = self._locale.number(self._locale.week_number(first))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, number)

    def _swept(self) -> Days | None:
        """The days that the mouse is drawn over; None while it is on the day of its press."""
        if self._pressed is None or self._hover is None or self._hover == self._pressed:
            return None
        first, last = sorted((self._pressed, self._hover))
        return Days(first, min(max((last - first).days + 1, FEWEST), MOST))

    def _paint_day(self, painter: QPainter, day: date, rect: QRectF, today: date) -> None:
        colours = self._palette
        tint = colours.text if day.month == self._month.month else colours.faint_text
        if day == today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink(colours.accent))
            painter.drawEllipse(rect.center(), self._cell * 0.44, self._cell * 0.44)
            tint = colours.on_accent
        elif day == self._hover:
            painter.setPen(ink(colours.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(rect.center(), self._cell * 0.44, self._cell * 0.44)
        painter.setPen(ink(tint))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._locale.day_number(day))

    # --- Qt ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(7 * self._cell + 14, (_ROWS + 1) * self._cell)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        self._paint_range(painter)
        if self._has_numbers:
            self._paint_numbers(painter)
        today = self._today()
        plain = scale_font(self.font(), 0.9)
        bold = scale_font(self.font(), 0.9, weight=QFont.Weight.Bold)
        first = self.first
        for passed in range(_ROWS * 7):
            day = first + timedelta(days=passed)
            painter.setFont(bold if day in self._busy else plain)
            self._paint_day(painter, day, self._place(passed), today)
        if self.hasFocus():
            painter.setPen(ink(self._palette.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_text()
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._hover = self.day_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self.day_at(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        swept, pressed, self._pressed = self._swept(), self._pressed, None
        if swept is not None:
            self.span_picked.emit(swept.first, swept.count)
        elif self.day_at(event.position()) == pressed:
            self.day_picked.emit(pressed)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y() > 0:
            self.leaf_back()
        elif event.angleDelta().y() < 0:
            self.leaf_forward()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        if self._is_mirrored() and abs(step) == 1:
            step = -step
        self.day_picked.emit(self._days.first + timedelta(days=step))
