"""Search in Settings: what is found by which words, and what going there does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.ui.settings.controls import controls_of, folded
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.settings.general import GeneralPage
from tests.ui.settings.stage import Stage


@pytest.fixture
def dialog(stage: Stage, qtbot: QtBot) -> SettingsDialog:
    made = stage.dialog()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def field(dialog: SettingsDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit, "settings_search")
    assert isinstance(found, QLineEdit)
    return found


def results(dialog: SettingsDialog) -> list[str]:
    found = dialog.findChild(QListWidget, "settings_found")
    assert isinstance(found, QListWidget)
    return [found.item(at).text() for at in range(found.count())]


def search(dialog: SettingsDialog, qtbot: QtBot, text: str) -> list[str]:
    field(dialog).clear()
    QTest.keyClicks(field(dialog), text)
    qtbot.waitUntil(lambda: not dialog._search._unread)
    return results(dialog)


def mark_of(dialog: SettingsDialog) -> QFrame:
    found = dialog.findChild(QFrame, "found_mark")
    assert isinstance(found, QFrame)
    return found


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("dark", "Dark\nGeneral · Appearance"),
        ("theme", "As the desktop says\nGeneral · Appearance"),
        ("do not disturb", "Quiet hours\nNotifications · Quiet hours"),
        ("autostart", "Nothing found"),  # this desk has no such switch
        ("apple", "Connect: iCloud Calendar\nIntegrations · iCloud Calendar"),
        ("warn minutes", "Minutes until open times carry a warning\nSync · "
         "When calendars have not been read for a while"),
        ("zzz", "Nothing found"),
    ],
)  # fmt: skip
def test_controls_are_found_by_label_help_and_other_words(
    dialog: SettingsDialog, qtbot: QtBot, typed: str, first: str
) -> None:
    assert search(dialog, qtbot, typed)[0] == first


def test_enter_turns_to_the_control_and_marks_it(dialog: SettingsDialog, qtbot: QtBot) -> None:
    search(dialog, qtbot, "dark")
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    dark = dialog.page(GeneralPage).findChild(QWidget, "scheme_dark")
    assert dark is not None
    assert dark.isVisible()
    assert dark.hasFocus()
    mark = mark_of(dialog)
    assert mark.isVisible()
    assert mark.geometry().contains(dark.geometry())
    QTest.keyClick(dark, Qt.Key.Key_Tab)
    assert not mark.isVisible()


def test_the_arrows_choose_while_the_keyboard_stays_in_the_field(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    search(dialog, qtbot, "theme")
    found = dialog.findChild(QListWidget, "settings_found")
    assert isinstance(found, QListWidget)
    QTest.keyClick(field(dialog), Qt.Key.Key_Down)
    assert found.currentRow() == 1
    assert field(dialog).hasFocus()


def test_escape_empties_the_field_before_it_closes_settings(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    search(dialog, qtbot, "dark")
    pages = dialog.findChild(QListWidget, "settings_pages")
    assert pages is not None
    assert not pages.isVisible()
    QTest.keyClick(field(dialog), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert pages.isVisible()
    QTest.keyClick(field(dialog), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_control_that_is_not_shown_leads_to_its_page(
    stage: Stage, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    assert any("Calendar Configuration" in text for text in search(dialog, qtbot, "go to integr"))
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert dialog.calendars.isVisible()


def test_words_are_compared_without_case_and_accents(qtbot: QtBot) -> None:
    assert folded("Größe, Café-HAUS") == ("grosse", "cafe", "haus")
    button = QPushButton("Élan")
    qtbot.addWidget(button)
    (control,) = controls_of(button, "Page")
    assert control.rank(("ela",)) == 0
    assert control.rank(("page",)) == 2
    assert control.rank(("age",)) is None
