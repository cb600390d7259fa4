"""Between Qt's rectangles and the grid's own."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from lcdesk.ui.week.grid.geometry import Rect


def qrect(rect: Rect) -> QRect:
    """A rectangle in whole pixels."""
    return QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height))


def rect_of(one: QRect) -> Rect:
    """A rectangle of Qt's as the grid's own."""
    return Rect(one.x(), one.y(), one.width(), one.height())


def rects_of(region: QRegion) -> list[Rect]:
    """The rectangles of a region, which do not overlap."""
    parts: list[QRect] = list(region)  # type: ignore[call-overload]  # PySide6 6.x's stubs lack it
    return [rect_of(rect) for rect in parts]
