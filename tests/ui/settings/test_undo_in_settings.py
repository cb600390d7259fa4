"""Undo and Redo while Settings is in front, and pages that follow what they did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.store.people import all_staff
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.settings.sync_page import SyncPage
from tests.desk import NOW

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Opened:
    """The program with Ana in it and Settings in front of it."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        assert program.workspace is not None
        self.workspace = program.workspace
        with self.workspace.database.write() as tx:
            save_staff(tx, StaffMember(0, "Ana"))
        self.workspace.open_settings()
        settings = program.window.findChild(SettingsDialog, "settings")
        assert settings is not None
        self.settings = settings
        self.settings.activateWindow()
        qtbot.waitUntil(self.settings.isActiveWindow)
        QApplication.processEvents()

    def press(self, keys: Qt.KeyboardModifier = CTRL, at: QWidget | None = None) -> None:
        QTest.keyClick(at or self.settings, Qt.Key.Key_Z, keys)
        QApplication.processEvents()

    def names(self) -> list[str]:
        with self.workspace.database.read() as reader:
            return [member.name for member in all_staff(reader)]

    def said(self) -> str:
        bar = self.settings.undo_bar
        text = bar.findChild(QLabel, "undo_text")
        assert text is not None
        return text.text() if bar.isVisible() else ""

    def name_field(self) -> QLineEdit:
        page = self.settings.editors.staff
        self.settings.show_page(page)
        QApplication.processEvents()
        field = page.findChild(QLineEdit, "staff_page_name")
        assert field is not None
        field.setFocus()
        QApplication.processEvents()
        assert field.hasFocus()
        return field

    def save(self, field: QLineEdit, name: str) -> None:
        field.selectAll()
        QTest.keyClicks(field, name)
        self.settings.editors.staff.save_button.click()
        QApplication.processEvents()


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    program = Program(qapp, Paths(tmp_path), secrets=SessionStore(), clock=lambda: NOW)
    with qtbot.waitSignal(program.opened):
        program.begin()
    yield Opened(program, qtbot)
    program.close()
    program.window.deleteLater()
    program.deleteLater()


def test_the_keys_did_nothing_in_settings(opened: Opened) -> None:
    opened.press()
    assert opened.names() == []
    assert opened.said() == "Undone: new Ana"
    opened.press(CTRL | SHIFT)
    assert opened.names() == ["Ana"]
    assert opened.said() == "Done again: new Ana"


def test_what_was_undone_in_settings_is_done_again_by_its_button(opened: Opened) -> None:
    opened.press()
    button = opened.settings.undo_bar.findChild(QPushButton, "undo_button")
    assert button is not None
    assert button.text() == "Redo"
    button.click()
    QApplication.processEvents()
    assert opened.names() == ["Ana"]


def test_a_field_kept_the_keys_though_nothing_was_typed_in_it(opened: Opened) -> None:
    field = opened.name_field()
    opened.save(field, "Anabel")
    assert opened.names() == ["Anabel"]
    field.setFocus()
    opened.press(at=field)
    assert opened.names() == ["Ana"]
    assert field.text() == "Ana"
    opened.press(CTRL | SHIFT, at=field)
    assert opened.names() == ["Anabel"]
    assert field.text() == "Anabel"


def test_what_is_typed_in_settings_is_taken_back_by_its_field(opened: Opened) -> None:
    field = opened.name_field()
    field.selectAll()
    QTest.keyClicks(field, "Bea")
    opened.press(at=field)
    assert field.text() == "Ana"
    assert opened.names() == ["Ana"]
    opened.press(CTRL | SHIFT, at=field)
    assert field.text() == "Bea"


def test_what_a_page_offered_to_undo_stayed_though_the_keys_undid_it(opened: Opened) -> None:
    field = opened.name_field()
    opened.save(field, "Anabel")
    bar = opened.settings.editors.staff.said
    assert bar.isVisible()
    opened.press()
    assert opened.names() == ["Ana"]
    assert not bar.isVisible()


def test_settings_showed_the_old_values_after_an_undo(opened: Opened) -> None:
    page = opened.settings.page(SyncPage)
    opened.settings.show_page(page)
    release = page.findChild(QWidget, "release_deleted")
    assert release is not None
    release.click()  # type: ignore[attr-defined]
    QApplication.processEvents()
    page.stale.setValue(44)
    page.stale.editingFinished.emit()
    QApplication.processEvents()
    opened.press()
    assert page.stale.value() == 15
    assert release.isChecked()  # type: ignore[attr-defined]
    opened.press()
    assert not release.isChecked()  # type: ignore[attr-defined]
    opened.press(CTRL | SHIFT)
    opened.press(CTRL | SHIFT)
    assert page.stale.value() == 44
    assert release.isChecked()  # type: ignore[attr-defined]
