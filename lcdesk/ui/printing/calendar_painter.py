"""Draws a week or a month on a page, with the same painters as the window.

Paper has no now, no selection and no sync: what is past is as dark as the rest, and signs go.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import Metrics, scale_font
from lcdesk.ui.look.palette import Palette, ink
from lcdesk.ui.month.month import month_of
from lcdesk.ui.month.painter import MonthPainter, geometry_for
from lcdesk.ui.month.scene import MonthScene
from lcdesk.ui.week.grid.block_layout import BlockLayouter, Ends, Tools
from lcdesk.ui.week.grid.block_painter import BlockPainter
from lcdesk.ui.week.grid.geometry import GridGeometry, Rect
from lcdesk.ui.week.grid.layout import rows
from lcdesk.ui.week.grid.painter import GroundPainter
from lcdesk.ui.week.grid.scene import Scene
from lcdesk.ui.week.grid.texts import Texts
from lcdesk.ui.week.week import Badge, Banner, Week

_INK = "#4a4a4f"  # what every calendar's colour is in black and white
_USUAL_HOURS = (8, 18)
_AXIS = 46.0  # pixels for the hours


class CalendarPainter:
    """Draws with one font and one palette."""

    def __init__(
        self,
        palette: Palette,
        font: QFont,
        icons: Icons,
        locale: LocaleFormat,
        *,
        is_coloured: bool,
    ) -> None:
        self._palette = palette
        self._font = font
        self._locale = locale
        self._is_coloured = is_coloured
        self._tools = Tools(palette, Metrics.of(font), Texts(font), icons, is_paper=True)
        self._rtl = locale.is_right_to_left

    def draw_month(self, week: Week, painter: QPainter, room: QRectF) -> None:
        """The weeks of a month, as large as the room."""
        month = month_of(self._on_paper(week), self._locale)
        geometry = geometry_for(
            self._tools,
            width=round(room.width()),
            height=round(room.height()),
            weeks=month.weeks,
            rtl=self._rtl,
        )
        drawing = MonthPainter(self._tools, self._font, rtl=self._rtl)
        painter.save()
        painter.translate(room.topLeft())
        scene = MonthScene(month, geometry)
        drawing.ground(painter, scene)
        drawing.entries(painter, scene, selected="")
        painter.restore()

    def draw_week(self, week: Week, painter: QPainter, room: QRectF) -> None:
        """Days side by side, from the first hour with anything in it to the last."""
        week = self._on_paper(week)
        line = self._tools.texts.line_height
        width = room.width() - _AXIS
        lane = rows([_columns(banner, week) for banner in week.banners])
        row_height = line + 4.0
        head = line * 1.8
        top = head + (max(lane, default=-1) + 1) * row_height + 4
        first, last = hours_to_print(week)
        hour = (room.height() - top) / (last - first)
        geometry = GridGeometry(width, len(week.days), hour, rtl=self._rtl)
        painter.save()
        painter.translate(room.topLeft())
        self._draw_hours(painter, week, QRectF(0, top, room.width(), hour), first, last)
        painter.translate(0 if self._rtl else _AXIS, 0)
        self._draw_days(painter, week, geometry, head)
        self._draw_lane(painter, week, geometry, head, lane, row_height)
        painter.setClipRect(QRectF(0, top, width, room.height() - top))
        painter.translate(0, top - geometry.y(first * 60))
        self._draw_blocks(painter, Scene(week, geometry, least=float(line)))
        painter.restore()

    def _draw_blocks(self, painter: QPainter, scene: Scene) -> None:
        layouter = BlockLayouter(self._tools, rtl=self._rtl)
        whole = Rect(0, 0, scene.geometry.width, scene.geometry.height)
        GroundPainter(self._tools).ground(painter, scene, whole)
        layouts = []
        for at, block in enumerate(scene.blocks):
            layout = layouter.lay_out(block, scene.rects[at], selected=False, clear=scene.clear[at])
            layout = layout._replace(depth=scene.depths[at])
            if block.is_travel:
                layout = layouter.as_travel(layout)
            elif block.travel:
                layout = layouter.with_travel(layout, scene.wholes[at], scene.rects[at])
            layouts.append(layout)
        BlockPainter(self._tools).draw(painter, layouts)

    def _draw_hours(
        self, painter: QPainter, week: Week, first_row: QRectF, first: int, last: int
    ) -> None:
        painter.setFont(scale_font(self._font, 0.85))
        painter.setPen(ink(self._palette.quiet_text))
        line = self._tools.texts.line_height
        x = first_row.right() - _AXIS if self._rtl else 0.0
        side = Qt.AlignmentFlag.AlignLeft if self._rtl else Qt.AlignmentFlag.AlignRight
        for row, label in enumerate(week.hour_labels[first:last]):
            y = first_row.top() + row * first_row.height()
            area = QRectF(x + 6, y + 1, _AXIS - 12, line)
            painter.drawText(area, side | Qt.AlignmentFlag.AlignAbsolute, label)

    def _draw_days(
        self, painter: QPainter, week: Week, geometry: GridGeometry, height: float
    ) -> None:
        painter.setFont(scale_font(self._font, 1.05, weight=QFont.Weight.DemiBold))
        painter.setPen(ink(self._palette.text))
        for at, day in enumerate(week.days):
            column = geometry.column(at)
            area = QRectF(column.x, 0, column.width, height)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{day.weekday} {day.number}")

    def _draw_lane(
        self,
        painter: QPainter,
        week: Week,
        geometry: GridGeometry,
        top: float,
        lane: list[int],
        height: float,
    ) -> None:
        layouter = BlockLayouter(self._tools, rtl=self._rtl)
        layouts = []
        for banner, row in zip(week.banners, lane, strict=True):
            first, last = _columns(banner, week)
            one, other = geometry.column(first), geometry.column(last)
            left, right = min(one.x, other.x) + 1, max(one.right, other.right) - 2
            rect = Rect(left, top + row * height, right - left, height - 1)
            ends = Ends(banner.first < week.days[0].day, banner.last > week.days[-1].day)
            layouts.append(
                layouter.lay_out_chip(banner.as_block(), rect, ends, time="", selected=False)
            )
        BlockPainter(self._tools).draw(painter, layouts)

    def _on_paper(self, week: Week) -> Week:
        shown = week.days
        return replace(
            week,
            days=tuple(replace(day, is_today=False, bookable=()) for day in shown),
            blocks=tuple(
                replace(
                    block,
                    past=False,
                    badge=Badge.NONE,
                    locked=False,
                    repeats=False,
                    colour=self._colour(block.colour),
                )
                for block in week.blocks
            ),
            banners=tuple(
                replace(banner, badge=Badge.NONE, locked=False, colour=self._colour(banner.colour))
                for banner in week.banners
                if shown and banner.first <= shown[-1].day and banner.last >= shown[0].day
            ),
            now=None,
        )

    def _colour(self, colour: str) -> str:
        return colour if self._is_coloured else _INK


def hours_to_print(week: Week) -> tuple[int, int]:
    """The first hour and the hour behind the last that a printed week has room for."""
    begins = [start for day in week.days for start, _ in day.open]
    begins += [block.start - block.travel for block in week.blocks]
    ends = [end for day in week.days for _, end in day.open]
    ends += [block.end for block in week.blocks]
    if not begins:
        return _USUAL_HOURS
    first = max(min(begins), 0) // 60
    return first, max(-(-max(ends) // 60), first + 1)


def _columns(banner: Banner, week: Week) -> tuple[int, int]:
    covered = [at for at, day in enumerate(week.days) if banner.first <= day.day <= banner.last]
    return covered[0], covered[-1]
