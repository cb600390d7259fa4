"""What lies over the window beside something in it: where it stands, and its shadow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

POPOVER_GAP = 8  # between it and what it is about
_MARGIN = 8  # to the room's edges
_SHADOW = QColor(0, 0, 0, 70)


def cast_shadow(popover: QWidget) -> None:
    """Lift it from what lies beneath."""
    shadow = QGraphicsDropShadowEffect(popover)
    shadow.setBlurRadius(24)
    shadow.setOffset(0, 4)
    shadow.setColor(_SHADOW)
    popover.setGraphicsEffect(shadow)


def room_for_popover(room: QWidget) -> QRect:
    """As much of `room` as may be covered."""
    return room.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)


def move_beside(popover: QWidget, beside: QRect, room: QWidget) -> None:
    """After a rectangle of `room` if there is room, else before it, and always inside."""
    area = room_for_popover(room)
    after = beside.right() + POPOVER_GAP
    before = beside.left() - POPOVER_GAP - popover.width()
    if popover.isRightToLeft():
        x = before if before >= area.left() else after
    else:
        x = after if after + popover.width() <= area.right() else before
    x = min(max(x, area.left()), area.right() - popover.width())
    lowest = max(area.bottom() - popover.height(), area.top())
    popover.move(QPoint(x, min(max(beside.top(), area.top()), lowest)))


def move_over(popover: QWidget, covered: QRect, room: QWidget) -> None:
    """Over a rectangle of `room`, middle over middle, its top at the top, and always inside."""
    area = room_for_popover(room)
    x = covered.center().x() - popover.width() // 2
    lowest = max(area.bottom() - popover.height(), area.top())
    popover.move(
        min(max(x, area.left()), area.right() - popover.width()),
        min(max(covered.top(), area.top()), lowest),
    )
