"""Paints a month: its days, what is in them, and what is being dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.look.palette import ink
from lcdesk.ui.month.geometry import MonthGeometry
from lcdesk.ui.month.layout import More
from lcdesk.ui.month.month import MonthDay, MonthEntry
from lcdesk.ui.month.scene import MonthScene
from lcdesk.ui.week.grid.block_layout import BlockLayout, BlockLayouter, Ends, Tools
from lcdesk.ui.week.grid.block_painter import BlockPainter
from lcdesk.ui.week.grid.block_style import ghost_style
from lcdesk.ui.week.grid.geometry import Rect
from lcdesk.ui.week.grid.painter import GroundPainter
from lcdesk.ui.week.grid.texts import Style
from lcdesk.ui.week.week import AND

_PAD = 7.0  # beside a day's number and a weekday's name
_FAINT = 0.35  # what is dragged stays so visible where it was


def geometry_for(tools: Tools, *, width: int, height: int, weeks: int, rtl: bool) -> MonthGeometry:
    """A canvas of this size, with room for the text of these tools."""
    line = float(tools.texts.line_height)
    return MonthGeometry(
        width=float(max(width, 1)),
        height=float(max(height, 1)),
        weeks=weeks,
        head=line + 8,
        top=line + 5,
        row=line + 3,
        rtl=rtl,
    )


class MonthPainter:
    """Draws scenes with one set of tools; what was composed for the last one is kept.

    `clips` are the rectangles that have to be painted; without them everything is.
    """

    def __init__(self, tools: Tools, font: QFont, *, rtl: bool) -> None:
        self._tools = tools
        self._blocks = BlockPainter(tools)
        self._layouter = BlockLayouter(tools, rtl=rtl)
        self._ground = GroundPainter(tools)
        self._scene: MonthScene | None = None
        self._layouts: dict[tuple[int, bool], BlockLayout] = {}  # by place, and whether selected
        self._number_font = scale_font(font, 0.9)
        self._today_font = scale_font(font, 0.9, weight=QFont.Weight.DemiBold)
        self._is_rtl = rtl
        side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        self._far = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._near = (
            (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag.AlignAbsolute
        )

    def ground(
        self,
        painter: QPainter,
        scene: MonthScene,
        drop: range = range(0),
        clips: Sequence[Rect] = (),
    ) -> None:
        """Names of the weekdays, days with their numbers, lines; those of a `drop` stand out."""
        geometry, palette = scene.geometry, self._tools.palette
        whole = QRectF(0, 0, geometry.width, geometry.height)
        painter.fillRect(whole, ink(palette.panel))
        cells = [geometry.cell(at) for at in range(len(scene.month.days))]
        shown = [at for at, cell in enumerate(cells) if _is_in(cell, clips)]
        for at in shown:
            day = scene.month.days[at]
            fill = palette.accent_soft if at in drop else self._fill_of(day)
            painter.fillRect(_qrectf(cells[at]), ink(fill))
        self._lines(painter, geometry)
        painter.setFont(self._number_font)
        painter.setPen(ink(palette.quiet_text))
        for column, day in enumerate(scene.month.days[:7]):
            area = _qrectf(geometry.heading(column)).adjusted(_PAD, 0, -_PAD, 0)
            painter.drawText(area, self._far, day.weekday)
            if column == 0:
                painter.drawText(area, self._near, scene.month.zone)
        beside = set() if geometry.kept else {more.day for more in scene.more}
        for at in shown:
            day = scene.month.days[at]
            name = day.number if at in beside else day.name
            line = _qrectf(geometry.number(at))
            self._number(painter, line, day, name)
            if day.notes and at not in beside:
                self._note(painter, line, day)

    def entries(
        self,
        painter: QPainter,
        scene: MonthScene,
        *,
        selected: str,
        held: str = "",
        clips: Sequence[Rect] = (),
    ) -> None:
        """Chips and bars, "+n more"; what is `held` by the mouse only faintly."""
        faint: list[BlockLayout] = []
        usual: list[BlockLayout] = []
        for at, rect in enumerate(scene.rects):
            if not _is_in(rect, clips):
                continue
            entry = scene.entry_of(at)
            layout = self._layout(scene, at, entry, selected=entry.id == selected)
            (faint if entry.id == held else usual).append(layout)
        painter.setOpacity(_FAINT)
        self._blocks.draw(painter, faint)
        painter.setOpacity(1.0)
        self._blocks.draw(painter, usual)
        painter.setFont(self._tools.texts.fonts[Style.DETAIL])
        painter.setPen(ink(self._tools.palette.quiet_text))
        for more in scene.more:
            if not _is_in(scene.more_rect(more), clips):
                continue
            near, far = (0, -5) if scene.geometry.rtl else (5, 0)
            area = _qrectf(scene.more_rect(more)).adjusted(near, 0, far, 0)
            painter.drawText(area, self._near, self._more_words(more, area.width()))

    def frame(self, painter: QPainter, rect: Rect) -> None:
        """Where the keyboard is."""
        self._ground.frame(painter, rect)

    def ghost(self, painter: QPainter, entry: MonthEntry, rect: Rect) -> None:
        """What is dragged, under the pointer."""
        style = ghost_style(self._tools.palette, entry.block)
        label, title = (entry.time, entry.block.title) if entry.time else (entry.block.title, "")
        self._ground.ghost(painter, rect, style, label=label, title=title)

    def _fill_of(self, day: MonthDay) -> str:
        palette = self._tools.palette
        if day.is_today:
            return palette.today if day.is_working else palette.today_closed
        if not day.is_working:
            return palette.closed
        return palette.surface if day.is_in_month else palette.panel

    def _lines(self, painter: QPainter, geometry: MonthGeometry) -> None:
        painter.setPen(QPen(ink(self._tools.palette.line), 0))
        lines = [
            QLineF(0, geometry.edge_below(week), geometry.width, geometry.edge_below(week))
            for week in range(-1, geometry.weeks - 1)
        ]
        lines += [
            QLineF(geometry.edge(column), geometry.head, geometry.edge(column), geometry.height)
            for column in range(1, 7)
        ]
        painter.drawLines(lines)

    def _number(self, painter: QPainter, area: QRectF, day: MonthDay, name: str) -> None:
        """At the far side; today's in a filled circle."""
        palette = self._tools.palette
        painter.setFont(self._today_font if day.is_today else self._number_font)
        has_room = painter.fontMetrics().horizontalAdvance(name) < area.width() / 2
        number = name if has_room else day.number
        if not day.is_today:
            painter.setPen(ink(palette.text if day.is_in_month else palette.faint_text))
            painter.drawText(area.adjusted(_PAD, 1, -_PAD, 0), self._far, number)
            return
        wide = painter.fontMetrics().horizontalAdvance(number)
        high = area.height() - 3
        width = max(high, wide + 10)
        is_left = bool(self._far & Qt.AlignmentFlag.AlignLeft)
        x = area.left() + 3 if is_left else area.right() - width - 2
        badge = QRectF(x, area.top() + 2, width, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(palette.accent))
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(ink(palette.on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number)

    def _note(self, painter: QPainter, area: QRectF, day: MonthDay) -> None:
        """At the near side, as far as the number leaves room."""
        painter.setFont(self._tools.texts.fonts[Style.DETAIL])
        painter.setPen(ink(self._tools.palette.quiet_text))
        taken = 2 * _PAD + painter.fontMetrics().horizontalAdvance(day.name) + area.height() / 2
        near, far = (taken, -_PAD) if self._is_rtl else (_PAD, -taken)
        room = area.adjusted(near, 1, far, 0)
        text = AND.join(day.notes)
        cut = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, self._near, cut)

    def _layout(
        self, scene: MonthScene, at: int, entry: MonthEntry, *, selected: bool
    ) -> BlockLayout:
        if scene is not self._scene:
            self._scene = scene
            self._layouts.clear()
        layout = self._layouts.get((at, selected))
        if layout is None:
            place = scene.places[at]
            ends = Ends(place.continues_before, place.continues_after)
            layout = self._layouts[(at, selected)] = self._layouter.lay_out_chip(
                entry.block, scene.rects[at], ends, time=entry.time, selected=selected
            )
        return layout

    def _more_words(self, more: More, room: float) -> str:
        words = more_words(len(more.hidden))
        if self._tools.texts.width(words, Style.DETAIL) <= room:
            return words
        return f"+{len(more.hidden)}"


def more_words(count: int) -> str:
    """ "+3 more"."""
    return QCoreApplication.translate("MonthGrid", "+%n more", "", count)


def _is_in(rect: Rect, clips: Sequence[Rect]) -> bool:
    return not clips or any(
        rect.x < clip.right
        and rect.right > clip.x
        and rect.y < clip.bottom
        and rect.bottom > clip.y
        for clip in clips
    )


def _qrectf(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
