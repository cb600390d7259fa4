"""A week grid on the screen, and what it asks for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.palette import Scheme
from lcdesk.ui.week.grid.view import WeekGrid
from tests.ui.week.grid.hands import CUT, DENTIST, FAIR, Asked, make_week


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    made = Appearance(qapp)
    made.force(Scheme.LIGHT)
    made.apply()
    return made


@pytest.fixture
def grid(qtbot: QtBot, appearance: Appearance) -> WeekGrid:
    made = WeekGrid(appearance, Icons(appearance), LocaleFormat(QLocale("en_GB")))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.set_week(make_week(CUT, DENTIST, banners=(FAIR,)))
    made.set_zoom(60)
    made.scroll_to(480)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def asked(grid: WeekGrid) -> Asked:
    return Asked(grid)
