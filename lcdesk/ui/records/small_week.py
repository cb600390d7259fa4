"""Shows a SmallWeekModel: days as columns, the open times shaded, and a line under them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QHelpEvent, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QToolTip, QVBoxLayout, QWidget

from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import TARGET, Metrics, grow, inset, small
from lcdesk.ui.look.palette import ink
from lcdesk.ui.records.small_week_model import SmallDay, SmallWeek, SmallWeekModel
from lcdesk.ui.widgets.labels import Look, Text, quiet
from lcdesk.ui.wording.labels import tr

_HEIGHT = 96  # of the columns for usual text, headings apart
_EVERY = (1, 2, 3, 4, 6)  # hours between labels
_SHADE = 150  # of 255, so that the hour lines are seen through


class SmallWeekView(QWidget):
    """A picture to read; nothing in it can be changed."""

    def __init__(self, look: Look, model: SmallWeekModel, locale: LocaleFormat, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._model = model
        self._title = Text(look)
        self._title.setObjectName(f"{name}_title")
        self.line = quiet(look)
        self.line.setObjectName(f"{name}_line")
        self.sheet = SmallWeekSheet(look, locale)
        self._back = self._arrow(f"{name}_back", tr("The week before"))
        self._on = self._arrow(f"{name}_on", tr("The week after"))
        self._back.clicked.connect(model.go_back)
        self._on.clicked.connect(model.go_on)
        self._arrange()
        model.changed.connect(self._show)
        look.appearance.changed.connect(self._restyle)
        self._restyle()
        self._show()

    def say(self, text: str, tone: str = "quiet_text") -> None:
        """The line under the week. It keeps its place when there is nothing to say."""
        self.line.say(text, tone)
        self.line.setVisible(True)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        head.addWidget(self._on)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset(2, 0, 18, 6))
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.sheet)
        column.addWidget(self.line)

    def _arrow(self, name: str, spoken: str) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setObjectName(name)
        button.setAccessibleName(spoken)
        button.setToolTip(as_typed(spoken))
        button.setMinimumSize(TARGET, TARGET)
        button.setIconSize(QSize(14, 14))
        return button

    @Slot()
    def _show(self) -> None:
        week = self._model.week
        self._title.setText(week.title)
        self.sheet.show_week(week)
        self._back.setEnabled(self._model.can_go_back)
        self._on.setEnabled(self._model.can_go_on)

    @Slot()
    def _restyle(self) -> None:
        colour = self._look.colour("text")
        self._back.setIcon(self._look.icons.icon(Sign.PREVIOUS, colour))
        self._on.setIcon(self._look.icons.icon(Sign.NEXT, colour))
        self.sheet.update()

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self._model.watch(is_seen=True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._model.watch(is_seen=False)
        super().hideEvent(event)


class SmallWeekSheet(QWidget):
    """The painted week."""

    def __init__(self, look: Look, locale: LocaleFormat) -> None:
        super().__init__()
        self._look = look
        self._locale = locale
        self._week = SmallWeek()

    def show_week(self, week: SmallWeek) -> None:
        """Draw this one, and say the same to a screen reader."""
        self._week = week
        self.setAccessibleName(week.title)
        self.setAccessibleDescription(". ".join(day.spoken for day in week.days))
        self.update()

    def column_at(self, point: QPointF) -> int | None:
        """The day under a point."""
        for at in range(len(self._week.days)):
            if self._column(at).contains(point):
                return at
        return None

    def hour_marks(self) -> list[float]:
        """Where the labels of hours stand, from the top, in logical pixels."""
        return [self._y(minute) for minute in self._minutes() if minute < self._week.bottom]

    # --- geometry ---------------------------------------------------------------------------

    @property
    def _head(self) -> float:
        return 2 * Metrics.of(self.font()).small_line + 4

    @property
    def _days_height(self) -> int:
        """Of the columns: larger text needs more room between two hours."""
        return grow(self.font(), _HEIGHT)

    @property
    def _axis(self) -> float:
        """Room for the hour labels."""
        widest = max(map(self.fontMetrics().horizontalAdvance, self._locale.hour_labels()))
        return widest + 8

    def _column(self, at: int) -> QRectF:
        """A day, its heading included."""
        width = (self.width() - self._axis) / max(1, len(self._week.days))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        column = len(self._week.days) - 1 - at if is_mirrored else at
        left = column * width if is_mirrored else self._axis + column * width
        return QRectF(left, 0, width, self._head + self._days_height)

    def _y(self, minute: int) -> float:
        week = self._week
        return self._head + self._days_height * (minute - week.top) / (week.bottom - week.top)

    def _step(self) -> int:
        """Hours between labels, as many as have room."""
        room = self._days_height / max(1, (self._week.bottom - self._week.top) / 60)
        needed = Metrics.of(self.font()).small_line
        return next((hours for hours in _EVERY if hours * room >= needed), _EVERY[-1])

    def _minutes(self) -> range:
        """The full hours that get a line."""
        step = self._step() * 60
        return range(-(-self._week.top // step) * step, self._week.bottom + 1, step)

    # --- painting ---------------------------------------------------------------------------

    def _paint_day(self, painter: QPainter, at: int, day: SmallDay) -> None:
        look, whole = self._look, self._column(at)
        line = Metrics.of(self.font()).small_line
        cell = whole.adjusted(1, self._head, -1, 0)
        painter.fillRect(cell, ink(look.colour("surface")))
        for start, end in day.stretches:
            top = self._y(start)
            box = QRectF(cell.x(), top, cell.width(), max(2.0, self._y(end) - top))
            painter.fillRect(box, self._shade())
        first = QRectF(whole.x(), 0, whole.width(), line)
        painter.setPen(ink(look.colour("text")))
        painter.drawText(first, Qt.AlignmentFlag.AlignCenter, day.heading)
        painter.setPen(ink(look.colour("quiet_text")))
        painter.drawText(first.translated(0, line), Qt.AlignmentFlag.AlignCenter, day.note)

    def _shade(self) -> QColor:
        shade = QColor(self._week.colour or self._look.colour("accent"))
        shade.setAlpha(_SHADE)
        return shade

    def _paint_hours(self, painter: QPainter) -> None:
        labels = self._locale.hour_labels()
        line = Metrics.of(self.font()).small_line
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        beside = self.width() - self._axis + 6 if is_mirrored else 0
        across = QRectF(0 if is_mirrored else self._axis, 0, self.width() - self._axis, 1)
        for minute in self._minutes():
            y = self._y(minute)
            painter.fillRect(across.translated(0, y), ink(self._look.colour("line")))
            if minute < self._week.bottom:
                rect = QRectF(beside, y - line / 2, self._axis - 6, line)
                side = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                painter.setPen(ink(self._look.colour("quiet_text")))
                painter.drawText(rect, side, labels[minute // 60])

    # --- Qt ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(420, round(self._head) + self._days_height + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, round(self._head) + self._days_height + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(small(self.font()))
        for at, day in enumerate(self._week.days):
            self._paint_day(painter, at, day)
        self._paint_hours(painter)
        painter.end()

    def event(self, event: QHelpEvent) -> bool:  # type: ignore[override]  # the kind is looked at
        if event.type() == QHelpEvent.Type.ToolTip:
            at = self.column_at(QPointF(event.pos()))
            text = "" if at is None else self._week.days[at].spoken
            QToolTip.showText(event.globalPos(), as_typed(text), self)
            return True
        return super().event(event)
