"""The lane of all-day and many-day entries above the grid; "+n" where it is full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lcdesk.ui.look.palette import ink
from lcdesk.ui.week.grid.accessible import OPEN, SpokenAction, SpokenItem, speak_for, tell_focus
from lcdesk.ui.week.grid.axis import Span, columns_over
from lcdesk.ui.week.grid.block_layout import BlockLayout, BlockLayouter, Tools
from lcdesk.ui.week.grid.block_painter import BlockPainter
from lcdesk.ui.week.grid.geometry import GridGeometry, Rect
from lcdesk.ui.week.grid.input import show_tip
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY, rows
from lcdesk.ui.week.grid.requests import Requests
from lcdesk.ui.week.grid.scene import columns_of
from lcdesk.ui.week.grid.texts import Style
from lcdesk.ui.week.week import Banner, Block, Week, sentence_of, tip_of

FEW_ROWS = 3
MANY_ROWS = 10
_DROP_TINT = 0.2  # of the accent, over a day that something is dragged to


@dataclass(frozen=True, slots=True)
class _Placed:
    banner: Banner
    first: int
    last: int
    row: int


class AllDayLane(QWidget):
    """Banners in rows over their days. Hidden while there are none."""

    selected = Signal(str)

    def __init__(self, tools: Tools, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._week = Week()
        self._placed: tuple[_Placed, ...] = ()
        self._selection = ""
        self._is_open = False
        self._span: Span | None = None
        self._drop: tuple[int, ...] = ()
        self._pressed: Banner | None = None
        self.setAccessibleName(self.tr("All-day"))
        speak_for(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle(tools)

    @property
    def placed(self) -> tuple[_Placed, ...]:
        """The banners that overlap the shown days, with their days and rows."""
        return self._placed

    def restyle(self, tools: Tools) -> None:
        """Draw with another palette or font from now on."""
        self._tools = tools
        self._blocks = BlockPainter(tools)
        self._layouter = BlockLayouter(tools, rtl=self._is_rtl())
        self.fit()
        self.update()

    def show_week(self, week: Week) -> None:
        """Replace the banners. The lane keeps its height until it is asked to `fit` them."""
        is_alike = week.banners == self._week.banners and columns_of(week) == columns_of(self._week)
        self._week = week
        over = [(banner, covered(banner, week)) for banner in week.banners]
        shown = [(banner, columns[0], columns[-1]) for banner, columns in over if columns]
        spans = [(first, last) for _banner, first, last in shown]
        self._placed = tuple(
            _Placed(banner, first, last, row)
            for (banner, first, last), row in zip(shown, rows(spans), strict=True)
        )
        if not is_alike:
            self.update()

    def follow(self, span: Span) -> None:
        """Lie over these columns of the canvas."""
        if span != self._span:
            self._span = span
            self.update()

    def fit(self) -> None:
        """Take the height that the banners need: everything below is then painted anew."""
        needed = self._needed_rows()
        shown = self._shown_rows()
        lines = shown + (1 if needed > shown or (self._is_open and needed > FEW_ROWS) else 0)
        gap = round(self._tools.metrics.gap)
        self.setFixedHeight(round(lines * self._tools.metrics.lane_row) + 2 * gap if lines else 0)
        self.setVisible(bool(lines))

    def show_drop(self, columns: Sequence[int]) -> None:
        """Frame the days that what is dragged would fill."""
        if tuple(columns) != self._drop:
            self._drop = tuple(columns)
            self.update()

    def banner_at(self, point: QPointF) -> Banner | None:
        """The bar under a point."""
        placed = self._at(point)
        return None if placed is None else placed.banner

    def column_at(self, x: float) -> int:
        """The column at a place across."""
        return self._geometry().day_at(x)

    def choose(self, entry: str) -> None:
        """Draw this entry as selected."""
        if entry != self._selection:
            self._selection = entry
            self.update()
            tell_focus(self, entry)

    def spoken_items(self) -> Sequence[SpokenItem]:
        """Every banner with its sentence, for a screen reader."""
        return [
            SpokenItem(
                placed.banner.id,
                sentence_of(placed.banner),
                self._qrect(placed),
            )
            for placed in self._placed
        ]

    def spoken_selection(self) -> str:
        """The selected entry, for a screen reader."""
        return self._selection

    def spoken_actions(self, entry: str) -> Sequence[SpokenAction]:
        """What a screen reader can do with a banner."""
        opens = partial(self._requests.open_requested.emit, entry)
        return (SpokenAction(OPEN, self.tr("Open"), opens),)

    # --- rectangles --------------------------------------------------------------------------

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _needed_rows(self) -> int:
        return max((placed.row + 1 for placed in self._placed), default=0)

    def _shown_rows(self) -> int:
        """All rows if they fit; else one less than the limit, which leaves a row for "+n"."""
        limit = MANY_ROWS if self._is_open else FEW_ROWS
        needed = self._needed_rows()
        return needed if needed <= limit else limit - 1

    def _geometry(self) -> GridGeometry:
        return columns_over(self, self._span, len(self._week.days))

    def _row_y(self, row: int) -> float:
        return round(self._tools.metrics.gap + row * self._tools.metrics.lane_row)

    def rect_of(self, placed: _Placed) -> Rect:
        """The pixels of a banner."""
        geometry = self._geometry()
        one, other = geometry.column(placed.first), geometry.column(placed.last)
        before, after = (3, 1) if self._is_rtl() else (1, 3)
        left = min(one.x, other.x) + before
        right = max(one.right, other.right) - after
        return Rect(left, self._row_y(placed.row), right - left, self._tools.metrics.lane_row - 1)

    def _qrect(self, placed: _Placed) -> QRect:
        rect = self.rect_of(placed)
        return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))

    def _hidden_on(self, day: int) -> int:
        shown = self._shown_rows()
        return sum(
            placed.first <= day <= placed.last and placed.row >= shown for placed in self._placed
        )

    def _at(self, point: QPointF) -> _Placed | None:
        shown = self._shown_rows()
        for placed in self._placed:
            if placed.row < shown and self.rect_of(placed).contains(point.x(), point.y()):
                return placed
        return None

    def _is_more(self, point: QPointF) -> bool:
        """Whether the point lies on the row that says "+n" or "less"."""
        overfull = self._needed_rows() > FEW_ROWS
        return overfull and point.y() >= self._row_y(self._shown_rows())

    # --- drawing ----------------------------------------------------------------------------

    def _layout_of(self, placed: _Placed) -> BlockLayout:
        banner = placed.banner
        days = self._week.days
        block = Block(
            id=banner.id,
            day=days[placed.first].day,
            start=0,
            end=MINUTES_A_DAY,
            title=banner.title,
            colour=banner.colour,
            kind=banner.kind,
            badge=banner.badge,
            locked=banner.locked,
            free=banner.free,
            tentative=banner.tentative,
            struck=banner.struck,
        )
        chosen = banner.id == self._selection
        return self._layouter.lay_out(block, self.rect_of(placed), selected=chosen)

    def _draw_more(self, painter: QPainter, geometry: GridGeometry) -> None:
        """The row that opens or closes the lane."""
        if self._needed_rows() <= FEW_ROWS:
            return
        texts = self._tools.texts
        painter.setFont(texts.fonts[Style.DETAIL])
        painter.setPen(ink(self._tools.palette.quiet_text))
        y = self._row_y(self._shown_rows())
        for day in range(geometry.days):
            hidden = self._hidden_on(day)
            text = self.tr("+%n more", "", hidden) if hidden else ""
            if self._is_open and day == 0 and not hidden:
                text = self.tr("Show less")
            column = geometry.column(day)
            near = 4 if self._is_rtl() else 8
            area = QRectF(column.x + near, y, column.width - 12, self._tools.metrics.lane_row)
            if texts.width(text, Style.DETAIL) > area.width() and hidden:
                text = f"+{hidden}"
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_drop(self, painter: QPainter, column: Rect) -> None:
        accent = QColor(ink(self._tools.palette.accent))
        area = QRectF(column.x + 1.5, 1.5, column.width - 3, self.height() - 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(accent, 1.5))
        accent.setAlphaF(_DROP_TINT)
        painter.setBrush(accent)
        corner = self._tools.metrics.corner
        painter.drawRoundedRect(area, corner, corner)

    def _tell_menu(self, entry: str, day: int, point: QPoint) -> None:
        self.selected.emit(entry)
        self._requests.menu_requested.emit(entry, self._week.days[day].column, 0, point)

    # --- Qt ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self._tools.palette
        painter.fillRect(event.rect(), ink(palette.panel))
        geometry = self._geometry()
        painter.setPen(QPen(ink(palette.hairline), 0))
        for at in range(1, geometry.days):
            painter.drawLine(
                QPointF(geometry.edge(at), 0), QPointF(geometry.edge(at), self.height())
            )
        shown = self._shown_rows()
        self._blocks.draw(
            painter, [self._layout_of(placed) for placed in self._placed if placed.row < shown]
        )
        self._draw_more(painter, geometry)
        if self._drop:
            first, last = (geometry.column(at) for at in (self._drop[0], self._drop[-1]))
            left, right = min(first.x, last.x), max(first.right, last.right)
            self._draw_drop(painter, Rect(left, first.y, right - left, first.height))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._is_more(event.position()):
            self._is_open = not self._is_open
            self.fit()
            self.update()
            return
        self._pressed = self.banner_at(event.position())
        if self._pressed is None:
            self.selected.emit("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A bar is selected when it was not dragged: its card would stand in the way."""
        pressed, self._pressed = self._pressed, None
        if event.button() == Qt.MouseButton.LeftButton and pressed is not None:
            self.selected.emit(pressed.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._is_more(event.position()):
            return
        placed = self._at(event.position())
        if placed is not None:
            self._requests.open_requested.emit(placed.banner.id)
        elif self._week.days:
            day = self.column_at(event.position().x())
            self._requests.create_requested.emit(self._week.days[day].column, 0, MINUTES_A_DAY)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        placed = self._at(QPointF(event.pos()))
        if self._week.days:
            day = self.column_at(event.pos().x())
            self._tell_menu(placed.banner.id if placed else "", day, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            placed = self._at(QPointF(event.pos()))
            show_tip(self, event, "" if placed is None else tip_of(placed.banner), QRect())
            return True
        return super().event(event)


def covered(banner: Banner, week: Week) -> list[int]:
    """The columns that a banner covers: they stand side by side."""
    return [
        at
        for at, shown in enumerate(week.days)
        if banner.first <= shown.day <= banner.last and banner.member == shown.member
    ]
