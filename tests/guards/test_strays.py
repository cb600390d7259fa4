"""The guard against parts that flash as windows of their own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.widgets.labels import Look, Text
from lcdesk.ui.widgets.page import LazyPage


def test_a_part_that_lcdesk_shows_before_it_stands_anywhere_is_refused(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    names = {"__name__": "lcdesk.ui.anything", "label": label}
    exec("label.hide(); label.setVisible(False)", names)
    for shown in ("label.show()", "label.setVisible(True)"):
        with pytest.raises(AssertionError, match="QLabel is shown as a window"):
            exec(shown, names)
    assert not label.isVisible()


def test_fifty_links_of_about_flashed_as_windows_and_took_the_keyboard(
    qtbot: QtBot, qapp: QApplication
) -> None:
    appearance = Appearance(qapp)
    text = Text(Look(appearance, Icons(appearance)))
    text.say("")
    text.say("said before it stands anywhere")
    assert not text.isVisible()
    page = LazyPage(lambda: text)
    qtbot.addWidget(page)
    page.show()
    assert text.isVisible()
