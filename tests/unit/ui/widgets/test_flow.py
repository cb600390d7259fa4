"""Parts that go on in another row where one is too narrow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.ui.widgets.flow import FlowLayout

FIXED, GROWS = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding


class Part(QWidget):
    """So wide at least, and 20 high."""

    def __init__(self, width: int, policy: QSizePolicy.Policy = FIXED) -> None:
        super().__init__()
        self.setMinimumSize(width, 20)
        self.setSizePolicy(policy, FIXED)


@pytest.fixture
def row(qapp: QApplication, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    flow = FlowLayout(QMargins(5, 5, 5, 5), 10)
    made.setLayout(flow)
    for part in (Part(100, GROWS), Part(100), Part(100)):
        flow.addWidget(part)
    return made


def rects(row: QWidget, width: int) -> list[tuple[int, int, int]]:
    """Where the parts begin, and how wide they are."""
    flow = row.layout()
    assert flow is not None
    flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
    parts = [flow.itemAt(at).widget() for at in range(flow.count())]  # type: ignore[union-attr]  # they are there
    return [(part.x(), part.y(), part.width()) for part in parts if part is not None]


def test_what_fits_stands_in_one_row_and_what_may_grow_takes_the_rest(row: QWidget) -> None:
    assert rects(row, 360) == [(5, 5, 130), (145, 5, 100), (255, 5, 100)]


def test_what_does_not_fit_goes_on_below(row: QWidget) -> None:
    assert rects(row, 230) == [(5, 5, 110), (125, 5, 100), (5, 35, 100)]
    layout = row.layout()
    assert layout is not None
    assert layout.heightForWidth(230) == 60


def test_it_is_never_wider_than_its_widest_part(row: QWidget) -> None:
    assert row.minimumSizeHint().width() == 110


def test_what_is_hidden_takes_no_place(row: QWidget) -> None:
    row.findChildren(Part)[1].hide()
    assert rects(row, 230)[2] == (125, 5, 100)


def test_it_begins_at_the_other_side_where_reading_does(row: QWidget) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert rects(row, 360) == [(225, 5, 130), (115, 5, 100), (5, 5, 100)]
