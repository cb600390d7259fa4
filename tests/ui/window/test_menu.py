"""The menu of the week opens alone: no card lies beneath it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lcdesk.ui.entries.card import EntryCard
from lcdesk.ui.window.actions import keys_of
from lcdesk.ui.window.card_controller import GridMenu
from tests.salon import Salon, at
from tests.ui.window.stage import Stage


@pytest.fixture
def scene(salon: Salon) -> None:
    """Cleo is booked on Tuesday at ten."""
    salon.book(salon.visit(), at(1, 10))


def card(stage: Stage) -> EntryCard:
    found = stage.window.findChild(EntryCard)
    assert found is not None
    return found


def ask_for_menu(stage: Stage, point: QPoint, reason: QContextMenuEvent.Reason) -> None:
    canvas = stage.window.grid.canvas
    event = QContextMenuEvent(reason, point, canvas.mapToGlobal(point))
    QApplication.sendEvent(canvas, event)


def close_menu(stage: Stage) -> None:
    menu = stage.window.findChild(GridMenu)
    assert menu is not None
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    stage.settle()


def test_a_right_click_shows_the_menu_and_no_card(stage: Stage) -> None:
    point, entry = stage.point(1, 600), stage.block("Cleo Park").id
    ask_for_menu(stage, point, QContextMenuEvent.Reason.Mouse)
    assert not card(stage).isVisible()
    assert stage.window.grid.selection == entry
    close_menu(stage)
    stage.click(1, 600)  # it is selected already
    assert card(stage).block == entry


def test_the_menu_key_takes_the_card_away_that_was_there(stage: Stage) -> None:
    stage.click(1, 600)
    assert card(stage).isVisible()
    ask_for_menu(stage, QPoint(), QContextMenuEvent.Reason.Keyboard)
    assert not card(stage).isVisible()
    assert stage.window.grid.selection
    close_menu(stage)


def test_a_key_that_few_keyboards_have_was_listed() -> None:
    assert keys_of([QKeySequence("Ctrl+Z"), QKeySequence("F14")]) == "Ctrl+Z"
    assert keys_of([QKeySequence("F5")]) == "F5"
