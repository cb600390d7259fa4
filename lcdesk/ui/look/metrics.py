"""Distances and sizes, all derived from the font so that larger text keeps its room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRect
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QWidget

LEAST_ZOOM = 24.0  # logical pixels an hour
MOST_ZOOM = 240.0
TARGET = 24  # least size of anything clickable (WCAG 2.5.8)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in logical pixels for one font."""

    line: float  # height of one text line
    small_line: float
    gap: float  # smallest distance between two things
    pad: float  # inside boxes
    icon: int  # signs beside text
    corner: float  # radius of boxes
    stripe: float  # coloured edge of a block
    hour: float  # height of an hour at zoom 1
    least_block: float  # a block is never drawn lower than this
    lane_row: float
    member_column: float  # least width of a day that one staff member has
    narrow_column: float  # least width of one of many days

    @staticmethod
    def of(font: QFont) -> Metrics:
        """The sizes that fit `font`."""
        line = QFontMetricsF(font).height()
        small_line = QFontMetricsF(small(font)).height()
        return Metrics(
            line=line,
            small_line=small_line,
            gap=max(2.0, round(line * 0.15)),
            pad=max(4.0, round(line * 0.35)),
            icon=max(12, round(line * 0.8)),
            corner=max(3.0, round(line * 0.25)),
            stripe=max(3.0, round(line * 0.2)),
            hour=round(small_line * 4),
            least_block=small_line - 0.5,
            lane_row=max(float(TARGET) - 2.0, small_line + 6.0),
            member_column=round(small_line * 7.8),
            narrow_column=round(small_line * 4.6),
        )


_USUAL_LINE = 17.0  # the line height that widths in the code are meant for


def grow(font: QFont, pixels: int) -> int:
    """A width that is right for usual text, for this font: larger text has more room."""
    return round(pixels * max(1.0, QFontMetricsF(font).height() / _USUAL_LINE))


def scale_font(font: QFont, factor: float, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """`font` larger or smaller by `factor`, in whichever unit it was given."""
    copy = QFont(font)
    if font.pointSizeF() > 0:
        copy.setPointSizeF(font.pointSizeF() * factor)
    else:
        copy.setPixelSize(max(1, round(font.pixelSize() * factor)))
    copy.setWeight(weight)
    return copy


def fixed(font: QFont) -> QFont:
    """Letters of one width, as large as those of `font`: the desktop names a size of its own."""
    letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    letters.setPointSizeF(QFontInfo(font).pointSizeF())
    return letters


def small(font: QFont) -> QFont:
    """The size for labels and the text inside blocks."""
    return scale_font(font, 0.9)


def far_side() -> str:
    """ "right", or "left" in a mirrored window: where lines end, for style sheets, whose margins
    and borders Qt does not mirror.
    """
    return "left" if QGuiApplication.isRightToLeft() else "right"


def inset(near: int, top: int, far: int, bottom: int) -> QMargins:
    """Margins of a layout or a line, of which Qt mirrors neither: `near` is where lines begin."""
    left, right = (far, near) if QGuiApplication.isRightToLeft() else (near, far)
    return QMargins(left, top, right, bottom)


def screen_room(widget: QWidget) -> QRect:
    """What windows may use of the screen that the window of this widget is on, in its pixels.

    Not by `QWidget.screen()`: PySide 6.11 makes the screen a child of the widget whose screen is
    asked for. Where the widget goes in a cycle of references, the screen is destroyed with it, and
    whatever asks for a screen next ends the process.
    """
    middle = widget.window().frameGeometry().center()
    screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
