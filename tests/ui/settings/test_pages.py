"""The table of pages: which there are, in what order, and when they are made."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from lcdesk.ui.backup.page import DataPage
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.records.people_pages import StaffPage
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.settings.general import GeneralPage
from tests.ui.settings.hands import opened
from tests.ui.settings.stage import Stage


@pytest.fixture
def dialog(stage: Stage, qtbot: QtBot) -> SettingsDialog:
    editors = Editors(
        stage.database, stage.news, LocaleFormat(), clock=stage.now, local_zone="Europe/Madrid"
    )
    made = stage.dialog(editors)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(dialog: SettingsDialog) -> list[str]:
    pages = dialog.findChild(QListWidget, "settings_pages")
    assert isinstance(pages, QListWidget)
    return [pages.item(row).text() for row in range(pages.count())]


def test_pages_stand_in_the_order_of_leadconnector(dialog: SettingsDialog) -> None:
    assert listed(dialog) == [
        "My Profile",
        "Integrations",
        "Calendar Configuration",
        "Business",
        "Team",
        "Calendars",
        "Rooms and equipment",
        "Contacts",
        "Time off",
        "lcdesk",
        "General",
        "Notifications",
        "Sync",
        "About",
    ]


def test_a_page_without_its_model_is_left_out(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    assert not dialog.has_page(StaffPage)
    assert "Calendars" not in listed(dialog)
    with pytest.raises(KeyError):
        dialog.page(DataPage)


def test_pages_are_made_when_somebody_turns_to_them(dialog: SettingsDialog) -> None:
    assert dialog.findChild(GeneralPage) is None
    dialog.show_page(dialog.page(GeneralPage))
    page = dialog.findChild(GeneralPage)
    assert page is not None
    assert page.isVisible()
    assert dialog.page(GeneralPage) is page
