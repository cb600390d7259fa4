"""Dialogs that are open while the desktop turns light or dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.booking.open_times_model import OpenAhead
from lcdesk.ui.look.palette import READABLE, Scheme, contrast
from tests.salon import Salon
from tests.ui.aside import wait_until
from tests.ui.window.stage import Stage, opened


@pytest.fixture
def salon(tmp_path: Path) -> Iterator[Salon]:
    made = Salon(tmp_path)
    made.calendar("First visit", CalendarKind.ROUND_ROBIN, made.ana)
    yield made
    made.close()


@pytest.mark.parametrize(
    "action", ["new_booking", "block_time", "go_to_date", "shortcuts", "activity"]
)
def test_an_open_dialog_looks_as_if_opened_in_the_new_colours(
    salon: Salon, qtbot: QtBot, action: str
) -> None:
    with opened(salon, qtbot) as stage:
        stage.window.appearance.apply()
        stage.window.appearance.force(Scheme.LIGHT)
        turned = opened_by(stage, action)
        stage.window.appearance.force(Scheme.DARK)
        stage.settle()
        after = picture(turned)
        turned.close()
        stage.settle()
        fresh = opened_by(stage, action)
        same = picture(fresh)
        fresh.close()
        stage.window.appearance.force(None)
    assert colours(after) == colours(same)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_every_word_of_the_sidebar_can_be_read(salon: Salon, qtbot: QtBot, scheme: Scheme) -> None:
    """The kinds of calendars were as faint as what is switched off."""
    salon.calendar("Yoga", CalendarKind.CLASS, salon.ana)
    with opened(salon, qtbot) as stage:
        appearance = stage.window.appearance
        appearance.apply()
        appearance.force(scheme)
        stage.settle()
        found = [label for label in stage.window.side.findChildren(QLabel) if label.text()]
        assert "Round robin" in [label.text() for label in found]
        for label in found:
            colour = label.palette().color(QPalette.ColorRole.WindowText).name()
            assert contrast(colour, appearance.palette.panel) >= READABLE, label.text()
        appearance.force(None)


def opened_by(stage: Stage, action: str) -> QDialog:
    before = set(QApplication.topLevelWidgets())
    stage.window.actions_table[action].trigger()
    stage.settle()
    (found,) = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget not in before and widget.isVisible()
    ]
    wait_until(lambda: all(ahead.is_done for ahead in found.findChildren(OpenAhead)))
    found.setFocus()  # no caret, no focus frame: they come and go
    return found


def picture(dialog: QDialog) -> QImage:
    return dialog.grab().toImage()


def colours(image: QImage) -> set[str]:
    """Every colour of a larger patch; the edges of letters are mixed anew each time."""
    counts: dict[str, int] = {}
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            name = image.pixelColor(x, y).name()
            counts[name] = counts.get(name, 0) + 1
    return {name for name, count in counts.items() if count >= 8}
