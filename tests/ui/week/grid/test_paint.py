"""What is painted in parts looks like what is painted whole, at every scale of a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QRect
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.palette import Scheme
from lcdesk.ui.week.grid.grid import GridCanvas
from lcdesk.ui.week.grid.view import WeekGrid
from lcdesk.ui.week.week import Badge
from tests.ui.week.grid.hands import (
    CUT,
    DENTIST,
    FAIR,
    LEFT,
    NONE,
    Key,
    day,
    drag,
    make_week,
    point,
)

SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


@pytest.fixture
def grid(qtbot: QtBot, qapp: QApplication) -> WeekGrid:
    appearance = Appearance(qapp)
    appearance.force(Scheme.LIGHT)
    appearance.apply()
    made = WeekGrid(appearance, Icons(appearance), LocaleFormat(QLocale("en_GB")))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    cut = replace(CUT, badge=Badge.SYNCED, repeats=True, details="Ana · Studio on the second floor")
    dentist = replace(DENTIST, day=day(1), start=630)
    maybe = replace(DENTIST, id="maybe", day=day(5), start=620, tentative=True, travel=20)
    lunch = replace(DENTIST, id="lunch", day=day(5), start=640, end=655, free=True, struck=True)
    unsure = replace(CUT, id="unsure", day=day(4), badge=Badge.FAILED, tentative=True)
    unsure = replace(unsure, before=20, after=15, processing=(620, 640), absent=True)
    over = [
        replace(CUT, id=f"over {at}", day=day(3), start=600 + 25 * at, end=720, title="Colour Ida")
        for at in range(3)
    ]
    week = make_week(cut, dentist, maybe, lunch, unsure, *over, banners=(FAIR,))
    tinted = tuple(
        replace(day_column, bookable=((600, 700), (720, 900))) for day_column in week.days
    )
    made.set_week(replace(week, days=tinted, bookable_on="Cut", bookable_colour="#3366cc"))
    made.set_zoom(57)
    made.scroll_to(480)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


class Screen(QObject):
    """Paints onto a picture of its own whatever a canvas was told to paint anew."""

    def __init__(self, canvas: GridCanvas, scale: float) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.dirty: list[QRegion] = []
        self.picture = self.whole(scale)
        canvas.installEventFilter(self)

    def whole(self, scale: float) -> QImage:
        """The canvas painted at once."""
        size = self._canvas.size() * scale
        made = QImage(size, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(scale)
        self._canvas.render(made, QPoint(), QRegion(self._canvas.rect()))
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.dirty.append(QRegion(event.region()))
        return super().eventFilter(watched, event)

    def repaint(self, region: QRegion) -> None:
        """Paint this part onto what is there, as the screen does."""
        corner = region.boundingRect().topLeft()
        self._canvas.render(self.picture, corner, region)

    def follow(self) -> None:
        """Let the canvas paint, and paint the same parts here."""
        QApplication.processEvents()
        noted, self.dirty = self.dirty, []
        assert noted
        for region in noted:
            self.repaint(region)
        self.dirty = []


def click_about(grid: WeekGrid) -> None:
    for column, minute in (
        (1, 640),
        (4, 800),
        (3, 610),
        (3, 710),
        (0, 610),
        (3, 635),
        (6, 905),
        (1, 700),
    ):
        QTest.mouseClick(grid.canvas, LEFT, NONE, point(grid, column, minute))


def drag_over(grid: WeekGrid) -> None:
    QTest.mousePress(grid.canvas, LEFT, NONE, point(grid, 4, 600))
    for minute in (640, 715, 790):
        QTest.mouseMove(grid.canvas, point(grid, 4, minute))
        QApplication.processEvents()
    QTest.keyClick(grid.canvas, Key.Key_Escape)
    QTest.mouseRelease(grid.canvas, LEFT, NONE, point(grid, 4, 790))
    drag(grid, point(grid, 1, 610), point(grid, 5, 700))


def scroll_about(grid: WeekGrid) -> None:
    for minute in (495, 560, 530):
        grid.scroll_to(minute)
        QApplication.processEvents()
    QTest.mouseClick(grid.canvas, LEFT, NONE, point(grid, 3, 640))


def cover(grid: WeekGrid) -> None:
    over = [QWidget(grid.canvas), QWidget(grid.canvas)]
    for widget, box in zip(over, (QRect(203, 507, 155, 89), QRect(411, 602, 77, 31)), strict=True):
        widget.setAutoFillBackground(True)
        widget.setGeometry(box)
        widget.show()
    QApplication.processEvents()
    for widget in over:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("act", [click_about, drag_over, scroll_about, cover])
def test_no_line_of_the_ground_vanishes_where_one_works(
    grid: WeekGrid, scale: float, act: Callable[[WeekGrid], None]
) -> None:
    QApplication.processEvents()
    screen = Screen(grid.canvas, scale)
    act(grid)
    screen.follow()
    seen = screen.picture
    grid.canvas.update()
    assert seen == screen.whole(scale)


@pytest.mark.parametrize("scale", SCALES)
def test_a_region_of_many_rectangles_is_painted_as_the_whole_is(
    grid: WeekGrid, scale: float
) -> None:
    QTest.mouseClick(grid.canvas, LEFT, NONE, point(grid, 5, 700))
    screen = Screen(grid.canvas, scale)
    parts = (
        QRect(40, 500, 120, 60), QRect(60, 640, 33, 71), QRect(300, 509, 211, 17),
        QRect(307, 590, 91, 300), QRect(150, 601, 60, 60), QRect(700, 613, 101, 5),
        QRect(541, 583, 97, 41), QRect(690, 621, 61, 60), QRect(121, 571, 20, 131),
    )  # fmt: skip
    region = QRegion()
    for rect in parts:
        region += rect
    assert region.rectCount() > len(parts)
    screen.repaint(region)
    assert screen.picture == screen.whole(scale)


def test_columns_moved_from_one_week_to_the_next_with_the_width_of_its_number(
    grid: WeekGrid, qapp: QApplication
) -> None:
    shown = grid.canvas.scene.week
    widths = set()
    for number in (1, 9, 11, 44, 50):
        grid.set_week(replace(shown, week_number=f"Week {number}"))
        qapp.processEvents()
        widths.add(grid.canvas.width())
    assert len(widths) == 1
