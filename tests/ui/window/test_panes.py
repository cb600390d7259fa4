"""F6 goes round the window, and comes back to where the keyboard was."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.window.stage import Stage


def focus(stage: Stage) -> QWidget:
    """What has the keyboard."""
    focused = stage.window.focusWidget()
    assert focused is not None
    return focused


def panes(stage: Stage) -> list[QWidget]:
    """The parts of the window in reading order."""
    window = stage.window
    return [window.header, window.side, window.grid, window.status]


def pane_with_focus(stage: Stage) -> int:
    """The number of the part with the keyboard."""
    (found,) = [at for at, pane in enumerate(panes(stage)) if pane.isAncestorOf(focus(stage))]
    return found


@pytest.fixture(autouse=True)
def in_the_week(stage: Stage) -> None:
    """The keyboard is in the week."""
    assert pane_with_focus(stage) == 2


def test_f6_reaches_every_part_of_the_window_and_then_the_first_again(stage: Stage) -> None:
    reached = []
    for _ in panes(stage):
        stage.window.actions_table["next_pane"].trigger()
        reached.append(pane_with_focus(stage))
    assert reached == [3, 0, 1, 2]


def test_shift_f6_goes_back(stage: Stage) -> None:
    stage.window.actions_table["previous_pane"].trigger()
    assert pane_with_focus(stage) == 1


def test_a_part_takes_the_keyboard_where_it_had_it(stage: Stage) -> None:
    stage.window.actions_table["next_pane"].trigger()
    stage.window.actions_table["next_pane"].trigger()
    stage.window.focusNextChild()
    left = focus(stage)
    assert pane_with_focus(stage) == 0
    for _ in panes(stage):
        stage.window.actions_table["next_pane"].trigger()
    assert focus(stage) is left


def test_a_hidden_side_bar_is_left_out(stage: Stage) -> None:
    stage.window.actions_table["sidebar"].trigger()
    for _ in range(3):
        stage.window.actions_table["next_pane"].trigger()
    assert pane_with_focus(stage) == 2
