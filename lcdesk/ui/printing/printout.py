"""A printout as a whole: its pages with title and foot, painted on any device that has pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.look.palette import LIGHT, Palette, ink
from lcdesk.ui.printing.calendar_painter import CalendarPainter
from lcdesk.ui.printing.list_painter import ListPainter
from lcdesk.ui.printing.pages import INCH
from lcdesk.ui.printing.printing_model import Form, Printing
from lcdesk.ui.wording.labels import tr

_MARGIN_MM = 12.0
_TEXT = 12  # pixels of a page; 9 points
_HEAD, _FOOT = 34.0, 26.0

Draw = Callable[[QPainter, QRectF], None]  # in a part of the page
_TitledPage = tuple[str, Draw]

# White paper for everything, and no tint that only costs toner.
_COLOURED = replace(LIGHT, panel="#ffffff", closed="#f2f2f4", today="#ffffff")
_GREY = replace(
    _COLOURED, accent="#3a3a3f", accent_soft="#e4e4e8", line="#b4b4ba", hairline="#d8d8dc"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants on paper."""

    form: Form
    days: Days
    paper: QPageSize.PageSizeId
    is_coloured: bool = True

    @property
    def layout(self) -> QPageLayout:
        """Calendars lie, lists stand."""
        lies = self.form.is_drawn
        return QPageLayout(
            QPageSize(self.paper),
            QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )


class Printout:
    """The pages of one wish, read once."""

    def __init__(
        self,
        wish: Wish,
        printing: Printing,
        *,
        font: QFont,
        icons: Icons,
        locale: LocaleFormat,
        now: datetime,
    ) -> None:
        self.wish = wish
        self._locale = locale
        self._font = QFont(font)
        self._font.setPixelSize(_TEXT)
        self._palette: Palette = _COLOURED if wish.is_coloured else _GREY
        self._printed = tr("Printed on {day}, {time}").format(
            day=locale.full_date(now.date()), time=locale.time(now.hour * 60 + now.minute)
        )
        paper = wish.layout.paintRect(QPageLayout.Unit.Point)
        self._size = QRectF(0, 0, paper.width() * INCH / 72, paper.height() * INCH / 72)
        self._room = self._size.adjusted(0, _HEAD, 0, -_FOOT)
        self._pages = self._read(printing, icons)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print."""
        return not self._pages

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def set_up(self, printer: QPrinter) -> None:
        """Choose the paper and the way that it lies."""
        printer.setPageLayout(self.wish.layout)
        printer.setDocName(self._pages[0][0] if self._pages else "")
        mode = QPrinter.ColorMode
        printer.setColorMode(mode.Color if self.wish.is_coloured else mode.GrayScale)

    def paint(self, printer: QPrinter) -> None:
        """Draw every page."""
        painter = QPainter(printer)
        scale = printer.logicalDpiX() / INCH
        painter.scale(scale, scale)
        for at, (title, draw) in enumerate(self._pages):
            if at:
                printer.newPage()
            self._frame(painter, title, at)
            painter.save()
            draw(painter, self._room)
            painter.restore()
        painter.end()

    def _read(self, printing: Printing, icons: Icons) -> list[_TitledPage]:
        wish, palette = self.wish, self._palette
        if wish.form.is_drawn:
            drawing = CalendarPainter(
                palette, self._font, icons, self._locale, is_coloured=wish.is_coloured
            )
            is_week = wish.form is Form.WEEK
            weeks = printing.weeks(wish.days) if is_week else printing.months(wish.days)
            draw = drawing.draw_week if is_week else drawing.draw_month
            return [(week.title, partial(draw, week)) for week in weeks]
        lists = ListPainter(
            palette, self._font, self._size.width(), rtl=self._locale.is_right_to_left
        )
        title = printing.title(wish.form, wish.days)
        pages = lists.pages(printing.sections(wish.form, wish.days), self._room.height())
        return [(title, partial(lists.draw, page)) for page in pages]

    def _frame(self, painter: QPainter, title: str, at: int) -> None:
        """The title on top, when it was printed and the number of the page below."""
        rtl = self._locale.is_right_to_left
        near = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.setFont(scale_font(self._font, 1.35, weight=QFont.Weight.DemiBold))
        painter.setPen(ink(self._palette.text))
        top = QRectF(0, 0, self._size.width(), _HEAD - 10)
        fitting = QFontMetricsF(painter.font()).elidedText(
            title, Qt.TextElideMode.ElideRight, top.width()
        )
        painter.drawText(top, near | Qt.AlignmentFlag.AlignAbsolute, fitting)
        painter.setFont(scale_font(self._font, 0.85))
        painter.setPen(ink(self._palette.quiet_text))
        foot = QRectF(0, self._size.height() - _FOOT + 10, self._size.width(), _FOOT - 10)
        painter.drawText(foot, near | Qt.AlignmentFlag.AlignAbsolute, self._printed)
        number = tr("Page {page} of {count}").format(page=at + 1, count=self.count)
        painter.drawText(foot, far | Qt.AlignmentFlag.AlignAbsolute, number)
