"""Settings before there is anything: no account, nobody to connect one for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.settings.dialog import SettingsDialog
from tests.ui.settings.stage import Stage


@pytest.fixture
def nobody(stage: Stage) -> Stage:
    with stage.database.write() as tx:
        tx.connection.execute(text("DELETE FROM staff"))
    stage.accounts._read_again()
    return stage


def opened(stage: Stage, qtbot: QtBot) -> SettingsDialog:
    editors = Editors(
        stage.database, stage.news, LocaleFormat(), clock=stage.now, local_zone="Europe/Madrid"
    )
    dialog = stage.dialog(editors)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(parent: QWidget, name: str) -> QPushButton:
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def test_without_an_account_the_page_says_what_connecting_is_for(
    stage: Stage, qtbot: QtBot
) -> None:
    dialog = opened(stage, qtbot)
    assert "Your private events block your time here" in texts(dialog)
    assert not dialog.integrations.members.isVisible()
    dialog.show_page(dialog.calendars)
    assert "No account is connected yet" in texts(dialog)
    assert not dialog.calendars.primary_choice.isVisible()
    button(dialog, "integrations_button").click()
    assert dialog.integrations.isVisible()
    button(dialog, "connect_button").click()
    wizard = dialog.findChild(ConnectWizard)
    assert wizard is not None
    assert wizard.isVisible()
    wizard.reject()


def test_without_staff_the_page_leads_to_the_first_member(nobody: Stage, qtbot: QtBot) -> None:
    """There was only a button that could not be pressed, and no word why."""
    dialog = opened(nobody, qtbot)
    assert "Add one, then connect their calendar here." in texts(dialog)
    assert not button(dialog, "connect_button").isVisible()
    button(dialog, "staff_button").click()
    page = dialog.editors.staff
    assert page.isVisible()
    name = page.findChild(QLineEdit, "staff_page_name")
    assert name is not None
    name.setText("Ana")
    with qtbot.waitSignal(nobody.accounts.changed):
        page.save_button.click()
    dialog.show_page(dialog.integrations)
    assert button(dialog, "connect_button").isVisible()
