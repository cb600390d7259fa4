"""Closing the window: hide, hide and say so, or quit."""

from __future__ import annotations

import pytest

from lcdesk.ui.desktop.single_instance import Closing, on_close


@pytest.mark.parametrize(
    ("has_tray", "keeps_running", "was_told", "closing"),
    [
        (True, True, False, Closing.HIDE_AND_SAY),
        (True, True, True, Closing.HIDE),
        (True, False, False, Closing.QUIT),
        (True, False, True, Closing.QUIT),
        (False, True, False, Closing.QUIT),  # nothing would be left to click on
        (False, True, True, Closing.QUIT),
        (False, False, False, Closing.QUIT),
    ],
)
def test_the_window_hides_only_where_it_can_be_found_again(
    has_tray: bool, keeps_running: bool, was_told: bool, closing: Closing
) -> None:
    asked = on_close(has_tray=has_tray, keeps_running=keeps_running, was_told=was_told)
    assert asked is closing
