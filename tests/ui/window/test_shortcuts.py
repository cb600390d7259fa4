"""The list of keys: looked up, changed, given to another action, and had again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.app.workspace import Workspace
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.window.main import MainWindow
from lcdesk.ui.window.shortcuts import ShortcutsDialog
from tests.desk import NOW
from tests.ui.window.stage import Stage


class Keys:
    """The list, opened from the menu, and hands for it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.actions = stage.window.actions_table
        self.actions["shortcuts"].trigger()
        dialog = stage.window.findChild(ShortcutsDialog)
        assert dialog is not None
        self.dialog = dialog

    def part(self, name: str) -> QWidget:
        """A part of the dialog."""
        return self.stage.child(self.dialog, f"shortcuts_{name}")

    @property
    def said(self) -> str:
        """What it says about the row or the keys."""
        label = self.part("about")
        assert isinstance(label, QLabel)
        return label.text()

    def offered(self, name: str, keys: str) -> bool:
        """Whether the action of this name may have these keys."""
        rows = self.part("list")
        assert isinstance(rows, QTreeWidget)
        exactly = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        rows.setCurrentItem(rows.findItems(name, exactly)[0])
        field = self.part("keys")
        assert isinstance(field, QKeySequenceEdit)
        if field.isEnabled():
            field.setKeySequence(QKeySequence(keys))
        return self.part("use").isEnabled()

    def use(self, name: str, keys: str) -> None:
        """Give the action these keys."""
        assert self.offered(name, keys)
        self.stage.press(self.dialog, "shortcuts_use")

    def keys(self, name: str) -> list[str]:
        """The keys of an action of the window."""
        return [found.toString() for found in self.actions[name].shortcuts()]

    def found(self, text: str) -> list[str]:
        """The rows that a search leaves."""
        field, rows = self.part("filter"), self.part("list")
        assert isinstance(field, QLineEdit)
        assert isinstance(rows, QTreeWidget)
        field.setText(text)
        found = rows.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        return [row.text(0) for row in found if row.parent() is not None and not row.isHidden()]


@pytest.fixture
def keys(stage: Stage) -> Keys:
    return Keys(stage)


def test_an_action_is_found_by_its_name_and_by_its_keys(keys: Keys) -> None:
    assert keys.found("go to") == ["Go to date"]
    assert keys.found("ctrl+g") == ["Go to date"]
    assert keys.found("no such thing") == []


def test_chosen_keys_are_used_at_once_and_stand_in_the_tip(keys: Keys) -> None:
    keys.use("Today", "Ctrl+J")
    assert keys.keys("today") == ["Ctrl+J"]
    assert keys.actions["today"].toolTip() == "Today (Ctrl+J)"


def test_keys_of_another_action_are_taken_from_it_after_saying_so(keys: Keys) -> None:
    assert keys.offered("Today", "Ctrl+G")
    assert keys.said == "“Go to date” uses these keys now and will lose them."
    keys.use("Today", "Ctrl+G")
    assert keys.keys("go_to_date") == []
    keys.use("Back", "Ctrl+G")  # chosen for one, then for another
    assert (keys.keys("today"), keys.keys("back")) == ([], ["Ctrl+G"])


def test_the_standard_keys_come_back_with_those_that_were_taken(keys: Keys) -> None:
    before = keys.keys("today"), keys.keys("go_to_date")
    keys.use("Today", "Ctrl+G")
    keys.stage.press(keys.dialog, "shortcuts_standard")
    assert (keys.keys("today"), keys.keys("go_to_date")) == before
    assert not keys.part("standard").isEnabled()


def test_an_action_can_be_left_without_keys(keys: Keys) -> None:
    keys.use("Today", "")
    assert keys.keys("today") == []


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("T", "could not type it"),
        ("Shift+T", "could not type it"),
        ("Ctrl+Left", "move or change what is selected"),
    ],
)
def test_keys_that_are_needed_elsewhere_are_refused_with_the_reason(
    keys: Keys, typed: str, reason: str
) -> None:
    assert not keys.offered("Today", typed)
    assert reason in keys.said


def test_keys_of_the_week_itself_cannot_be_changed(keys: Keys) -> None:
    assert not keys.offered("Move the cursor", "Ctrl+J")
    assert not keys.part("keys").isEnabled()
    assert "stay as they are" in keys.said


def test_a_multimedia_key_stood_beside_ctrl_z(keys: Keys) -> None:
    rows = keys.part("list")
    assert isinstance(rows, QTreeWidget)
    (row,) = rows.findItems("Undo", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert "F14" not in row.text(1)
    assert "Ctrl+Z" in row.text(1)


def test_chosen_keys_were_gone_at_the_next_start(tmp_path: Path, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    appearance = Appearance(application)
    shown = []
    for begin in range(2):
        window = MainWindow(appearance, Icons(appearance), LocaleFormat(), lambda: NOW)
        qtbot.addWidget(window)
        workspace = Workspace(window, Paths(tmp_path), secrets=SessionStore(), clock=lambda: NOW)
        if not begin:
            window.actions_table.choose_keys("today", ["Ctrl+J"])
        shown.append([keys.toString() for keys in window.actions_table["today"].shortcuts()])
        workspace.close()
    assert shown == [["Ctrl+J"], ["Ctrl+J"]]
