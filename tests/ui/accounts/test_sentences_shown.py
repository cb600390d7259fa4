"""What Settings calls the other side: iCloud, or the server that an account is on."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.records.people_pages import StaffPage
from tests.ui.settings.hands import texts
from tests.ui.settings.stage import Stage

SERVER = "https://dav.example.org/"


def test_hidden_details_are_those_of_the_members_own_accounts(stage: Stage, qtbot: QtBot) -> None:
    stage.add_account(email="anna", server=SERVER)
    ben = stage.add_member("Ben")
    locale = LocaleFormat()
    editors = Editors(stage.database, stage.news, locale, clock=stage.now, local_zone="UTC")
    page = StaffPage(stage.look, editors)
    qtbot.addWidget(page)
    page.show()
    assert "events that were read from dav.example.org." in texts(page)
    editors.staff.choose(ben)
    assert "events that were read from iCloud." in texts(page), "nothing of Ben's is connected"
    editors.staff.choose(stage.anna)
    stage.add_account()
    page.hide()
    page.show()
    assert "events that were read from dav.example.org or iCloud." in texts(page)
