"""The switch in General is what the system says, not what it was clicked to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lcdesk.ui.settings.login import LoginSwitch


class Entry:
    """A note of a system that may refuse to change it."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.on = False
        self._refuses = refuses

    def is_on(self) -> bool:
        return self.on

    def is_of_now(self) -> bool:
        return True

    def switch_on(self) -> None:
        self._change(True)

    def switch_off(self) -> None:
        self._change(False)

    def _change(self, on: bool) -> None:
        if self._refuses:
            raise PermissionError(13, "Permission denied")
        self.on = on


def shown(entry: Entry, qtbot: QtBot) -> LoginSwitch:
    switch = LoginSwitch(entry, has_tray=True)
    qtbot.addWidget(switch)
    with qtbot.waitExposed(switch):
        switch.show()
    return switch


def test_the_keyboard_switches_it_on_and_off(qtbot: QtBot) -> None:
    entry = Entry()
    switch = shown(entry, qtbot)
    for wanted in (True, False):
        QTest.keyClick(switch, Qt.Key.Key_Space)
        assert entry.on is wanted
        assert switch.isChecked() is wanted


def test_what_was_switched_off_in_the_desktop_is_shown_next_time(qtbot: QtBot) -> None:
    entry = Entry()
    entry.on = True
    switch = shown(entry, qtbot)
    assert switch.isChecked()
    switch.hide()
    entry.on = False
    switch.show()
    assert not switch.isChecked()


def test_a_refusal_is_told_and_nothing_looks_changed(qtbot: QtBot) -> None:
    switch = shown(Entry(refuses=True), qtbot)
    with qtbot.waitSignal(switch.refused) as told:
        switch.click()
    assert told.args is not None
    assert "Permission denied" in told.args[1]
    assert not switch.isChecked()
