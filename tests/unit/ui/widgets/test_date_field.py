"""A date stays as it is while the form under the pointer scrolls."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.palette import LIGHT
from lcdesk.ui.widgets.date_field import FIRST_DAY, LAST_DAY, DateField


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> DateField:
    made = DateField(LIGHT, Icons(Appearance(qapp)), first_weekday=1)
    qtbot.addWidget(made)
    made.show_day(date(2026, 12, 1))
    return made


def test_the_wheel_is_left_to_the_form(qapp: QApplication, field: DateField) -> None:
    none = Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), none,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    field.setFocus()
    qapp.sendEvent(field, wheel)
    assert not wheel.isAccepted()
    assert field.day == date(2026, 12, 1)


def test_a_year_that_no_calendar_has_cannot_be_typed(field: DateField) -> None:
    field.show_day(date(1850, 1, 1))
    assert field.day == FIRST_DAY
    field.show_day(date(2300, 1, 1))
    assert field.day == LAST_DAY
