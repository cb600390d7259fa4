"""Variations and add-ons in the calendar editor."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind, ServiceOption
from lcdesk.model.store.calendars import all_calendars
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.calendar_page import CalendarPage
from lcdesk.ui.records.editors_model import Editors
from tests.ui.settings.stage import NOW, Stage

MINUTE = timedelta(minutes=1)
MASK = ServiceOption("Mask", 15 * MINUTE)


class Page:
    """The page with one service, which offers a mask."""

    def __init__(self, stage: Stage, qtbot: QtBot) -> None:
        self._stage = stage
        with stage.database.write() as tx:
            value = Calendar(0, "Cut", CalendarKind.SERVICE, (stage.anna,), add_ons=(MASK,))
            save_calendar(tx, value, NOW)
        editors = Editors(
            stage.database, stage.news, LocaleFormat(), clock=stage.now, local_zone="UTC"
        )
        self.widget = CalendarPage(stage.look, editors)
        qtbot.addWidget(self.widget)
        self.widget.show()

    def press(self, name: str) -> None:
        found = self.widget.findChild(QPushButton, name)
        assert found is not None
        assert found.isEnabled()
        found.click()

    def write(self, name: str, text: str) -> None:
        found = self.widget.findChild(QLineEdit, name)
        assert found is not None
        found.setText(text)

    def count(self, name: str, value: int) -> None:
        found = self.widget.findChild(QSpinBox, name)
        assert found is not None
        found.setValue(value)

    def problem(self, field: str) -> str:
        found = self.widget.findChild(QLabel, f"{field}_problem")
        assert found is not None
        return found.text() if found.isVisible() else ""

    def kept(self) -> Calendar:
        with self._stage.database.read() as reader:
            (found,) = all_calendars(reader)
        return found


def test_they_are_added_changed_taken_away_and_saved(stage: Stage, qtbot: QtBot) -> None:
    page = Page(stage, qtbot)
    page.press("variation_add")
    assert page.problem("variations") == "Each variation of Cut needs a name."
    assert not page.widget.save_button.isEnabled()
    page.write("variation_0_name", "Long hair")
    page.count("variation_0_minutes", 90)
    assert not page.problem("variations")
    page.press("add_on_0_remove")
    page.press("add_on_add")
    page.write("add_on_0_name", "Tonic")
    page.press("calendar_page_save")
    assert page.kept().variations == (ServiceOption("Long hair", 90 * MINUTE),)
    assert page.kept().add_ons == (ServiceOption("Tonic", 15 * MINUTE),)


def test_a_name_that_stands_there_twice_is_told_at_its_field(stage: Stage, qtbot: QtBot) -> None:
    page = Page(stage, qtbot)
    page.press("add_on_add")
    page.write("add_on_1_name", "Mask ")
    assert page.problem("add_ons") == "The add-on “Mask” of Cut stands there twice."
    page.press("calendar_page_revert")
    assert not page.problem("add_ons")
    assert page.kept().add_ons == (MASK,)
