"""Days are drawn one after the other, and none is forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.look.palette import LIGHT
from lcdesk.ui.look.typeface import use_typeface
from lcdesk.ui.week.grid.block_layout import Tools
from lcdesk.ui.week.grid.block_painter import DayByDay
from lcdesk.ui.week.grid.block_style import ghost_style
from lcdesk.ui.week.grid.geometry import Rect
from lcdesk.ui.week.grid.painter import GroundPainter, ghost_lines
from lcdesk.ui.week.grid.texts import Texts


def test_days_that_wait_are_still_drawn_when_others_follow(qapp: QApplication) -> None:
    drawn: list[int] = []
    owner = QObject()
    days = DayByDay(drawn.append, owner)
    days.add([1, 3])
    assert drawn == [1]
    days.add([5, 1])
    while len(drawn) < 4:
        qapp.processEvents()
    qapp.processEvents()
    assert drawn == [1, 1, 3, 5]


def test_nothing_is_drawn_by_day_after_everything_was(qapp: QApplication) -> None:
    drawn: list[int] = []
    owner = QObject()
    days = DayByDay(drawn.append, owner)
    days.add([1, 3])
    days.clear()
    qapp.processEvents()
    qapp.processEvents()
    assert drawn == [1]


def test_a_name_behind_the_times_where_two_lines_have_no_room() -> None:
    assert ghost_lines(1.9, "14:00 – 14:30", "Rosa Klein") == ["14:00 – 14:30 Rosa Klein"]
    assert ghost_lines(2.0, "14:00 – 15:00", "Rosa Klein") == ["14:00 – 15:00", "Rosa Klein"]
    assert ghost_lines(0.5, "14:00 – 14:15", "") == ["14:00 – 14:15"]


@pytest.mark.parametrize("height", [24, 25.5, 26, 27, 28, 29, 30, 32, 48])
def test_what_was_dragged_showed_half_a_name_below_its_times(
    qapp: QApplication, height: float
) -> None:
    """No letter reaches into the two rows above the lower edge, in the typeface people see."""
    use_typeface(qapp)
    font = qapp.font()
    metrics = Metrics.of(font)
    tools = Tools(LIGHT, metrics, Texts(font), Icons(Appearance(qapp)))
    picture = QImage(220, round(height) + 4, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    rect, style = Rect(0, 0, 200, height), ghost_style(LIGHT, None)
    GroundPainter(tools).ghost(painter, rect, style, label="14:00 – 14:30", title="gjpqy")
    painter.end()
    last = round(height) - 4
    for y in (last - 1, last):
        assert len({picture.pixel(x, y) for x in range(8, 180)}) == 1
