"""Hands for the week grid alone: a small week, the mouse, and what is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lcdesk.ui.week.grid.geometry import Rect
from lcdesk.ui.week.grid.view import WeekGrid
from lcdesk.ui.week.week import Badge, Banner, Block, BlockKind, DayColumn, PlainDescription, Week

MONDAY = date(2026, 11, 16)
THURSDAY = MONDAY + timedelta(days=3)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def make_week(*blocks: Block, banners: tuple[Banner, ...] = ()) -> Week:
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    days = tuple(
        DayColumn(day(at), name, str(16 + at), is_today=at == 3, open=((540, 1080),))
        for at, name in enumerate(names)
    )
    hours = tuple(f"{hour:02d}:00" for hour in range(24))
    return Week(days, blocks, banners, now=(THURSDAY, 680), hour_labels=hours, zone="Berlin")


CUT = Block(
    "cut",
    day(1),
    600,
    660,
    "Cut — Anna",
    "10:00 – 11:00",
    description=PlainDescription("Cut, Anna, Tuesday"),
)


DENTIST = Block(
    "dentist", day(2), 660, 720, "Dentist", kind=BlockKind.MIRRORED, locked=True,
    badge=Badge.CONFLICT,
)  # fmt: skip


FAIR = Banner(
    "fair", day(2), day(4), "Hair fair", description=PlainDescription("Hair fair, all day")
)


class Asked:
    """Writes down everything that the grid asks for."""

    def __init__(self, grid: WeekGrid) -> None:
        self.log: list[tuple[object, ...]] = []
        for name in (
            "create_requested", "sweep_requested", "open_requested", "selected", "move_requested",
            "copy_requested", "resize_requested", "delete_requested", "menu_requested",
            "week_step_requested", "today_requested",
        ):  # fmt: skip
            getattr(grid.requests, name).connect(self._noting(name))
        grid.zoomed.connect(self._noting("zoomed"))

    def _noting(self, name: str) -> Callable[..., None]:
        def note(*values: object) -> None:
            self.log.append((name.removesuffix("_requested"), *values))

        return note

    def named(self, name: str) -> list[tuple[object, ...]]:
        return [request for request in self.log if request[0] == name]


def point(grid: WeekGrid, column: int, minute: int) -> QPoint:
    geometry = grid.canvas.scene.geometry
    middle = geometry.column(column)
    return QPoint(round(middle.x + middle.width / 2), round(geometry.y(minute)))


def rect_of(grid: WeekGrid, entry: str) -> Rect:
    scene = grid.canvas.scene
    return scene.rects[scene.indexes(entry)[0]]


def hover(grid: WeekGrid, where: QPoint) -> None:
    """Tell the grid itself; where the screen's pointer is does not matter."""
    far = QPointF(grid.canvas.mapToGlobal(where))
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(where), far, none, none, NONE)
    QApplication.sendEvent(grid.canvas, moved)


def drag(grid: WeekGrid, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(grid.canvas, LEFT, held, start)
    QTest.mouseMove(grid.canvas, start + (end - start) / 2)
    QTest.mouseMove(grid.canvas, end)
    QTest.mouseRelease(grid.canvas, LEFT, held, end)
