"""Hands for the Settings dialog."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.ui.settings.dialog import SettingsDialog
from tests.ui.settings.stage import Stage


def opened(stage: Stage, qtbot: QtBot) -> SettingsDialog:
    dialog = stage.dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def refreshed(stage: Stage, dialog: SettingsDialog) -> SettingsDialog:
    stage.accounts._read_again()
    QApplication.processEvents()  # new cards are shown by the layout's next round
    return dialog


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found
