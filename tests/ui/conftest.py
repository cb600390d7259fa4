"""Every test of the window has an application: what asks Qt for one without it ends the process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import Calendar
from tests.salon import Salon
from tests.ui.window.stage import Stage, opened


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """The application, whether the test names it or not."""
    return qapp


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    """What is booked where a file says nothing else."""
    return salon.visit(salon.ana, salon.ben)


@pytest.fixture
def scene(visit: Calendar) -> None:
    """What stands in the salon before the window opens; each file may say its own."""


@pytest.fixture
def stage(salon: Salon, scene: None, qtbot: QtBot) -> Iterator[Stage]:
    """The window on the salon, closed afterwards."""
    with opened(salon, qtbot) as stage:
        yield stage
