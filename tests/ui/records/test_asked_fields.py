"""What a calendar asks, edited on its page: added, renamed, reordered, taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.intake import FieldKind, IntakeField
from lcdesk.model.store.calendars import all_calendars
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.calendar_page import CalendarPage
from lcdesk.ui.records.editors_model import Editors
from tests.ui.settings.stage import NOW, Stage

FIELDS = (IntakeField(0, "Allergies", required=True), IntakeField(0, "Shoes"))


class Page:
    """The page with one calendar, which asks for two things."""

    def __init__(self, stage: Stage, qtbot: QtBot) -> None:
        self._stage = stage
        with stage.database.write() as tx:
            value = Calendar(0, "Cut", CalendarKind.ROUND_ROBIN, (stage.anna,), fields=FIELDS)
            save_calendar(tx, value, NOW)
        editors = Editors(
            stage.database, stage.news, LocaleFormat(), clock=stage.now, local_zone="UTC"
        )
        self.widget = CalendarPage(stage.look, editors)
        qtbot.addWidget(self.widget)
        self.widget.show()

    def button(self, name: str) -> QPushButton:
        found = self.widget.findChild(QPushButton, name)
        assert found is not None
        return found

    def press(self, name: str) -> None:
        assert self.button(name).isEnabled()
        self.button(name).click()

    def name(self, at: int) -> QLineEdit:
        found = self.widget.findChild(QLineEdit, f"asked_{at}_name")
        assert found is not None
        return found

    def choose_kind(self, at: int, text: str) -> None:
        found = self.widget.findChild(QComboBox, f"asked_{at}_kind")
        assert found is not None
        found.setCurrentText(text)

    def choices(self, at: int) -> QPlainTextEdit:
        found = self.widget.findChild(QPlainTextEdit, f"asked_{at}_choices")
        assert found is not None
        return found

    @property
    def problem(self) -> str:
        found = self.widget.findChild(QLabel, "fields_problem")
        assert found is not None
        return found.text() if found.isVisible() else ""

    def kept(self) -> tuple[IntakeField, ...]:
        with self._stage.database.read() as reader:
            (found,) = all_calendars(reader)
        return found.fields


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> Page:
    return Page(stage, qtbot)


def test_a_field_is_added_and_its_mistakes_are_told_beside_it(page: Page) -> None:
    page.press("asked_add")
    assert page.problem == "Each thing that Cut asks for needs a name."
    assert not page.widget.save_button.isEnabled()
    assert page.name(2).hasFocus() or page.widget.focusWidget() is page.name(2)
    page.name(2).setText("Hair")
    page.choose_kind(2, "Choice")
    assert page.problem == "“Hair” needs something to choose from."
    page.choices(2).setPlainText("Short\n\n Long ")
    assert page.problem == ""
    page.press("calendar_page_save")
    hair = page.kept()[2]
    assert (hair.name, hair.kind, hair.choices) == ("Hair", FieldKind.CHOICE, ("Short", "Long"))


def test_choices_are_shown_only_where_one_chooses(page: Page) -> None:
    assert not page.choices(0).isVisible()
    page.choose_kind(0, "Choice")
    assert page.choices(0).isVisible()
    page.choose_kind(0, "Yes or no")
    assert not page.choices(0).isVisible()


def test_a_field_is_renamed_and_no_longer_required(page: Page) -> None:
    before = page.kept()
    page.name(0).setText("Intolerances")
    required = page.widget.findChild(QCheckBox, "asked_0_required")
    assert required is not None
    required.click()
    page.press("calendar_page_save")
    after = page.kept()
    assert after[0] == IntakeField(before[0].id, "Intolerances")
    assert after[1] == before[1]


def test_fields_change_places_by_keyboard_and_keep_what_they_are(page: Page) -> None:
    before = page.kept()
    assert not page.button("asked_0_up").isEnabled()
    assert not page.button("asked_1_down").isEnabled()
    page.button("asked_1_up").setFocus()
    QTest.keyClick(page.button("asked_1_up"), Qt.Key.Key_Space)
    assert page.widget.focusWidget() is page.button("asked_1_down"), "the keyboard stays in its row"
    page.press("calendar_page_save")
    assert page.kept() == (before[1], before[0])


def test_a_field_is_taken_away_and_revert_brings_it_back(page: Page) -> None:
    before = page.kept()
    page.press("asked_0_remove")
    page.press("calendar_page_revert")
    assert page.widget.editor.draft is not None
    assert not page.widget.editor.is_changed
    assert [edit.text() for edit in page.widget.findChildren(QLineEdit) if "asked_" in
            edit.objectName()] == ["Allergies", "Shoes"]  # fmt: skip
    last = max(
        button.objectName()
        for button in page.widget.findChildren(QPushButton)
        if button.objectName().startswith("asked_") and "remove" in button.objectName()
    )
    page.press(last)
    page.press("calendar_page_save")
    assert page.kept() == before[:1]
