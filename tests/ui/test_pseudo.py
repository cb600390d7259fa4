"""The made-up language: what it says, what it finds, and that windows say nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.settings.parts_shipped import parts
from lcdesk.ui.week.week import Column
from lcdesk.ui.wording.labels import tr, with_number
from tests.pseudo import bare_texts, pseudo, speaking_pseudo
from tests.salon import Salon, at, day
from tests.ui.dialog_walk import (
    OVER_SETTINGS,
    OVER_WINDOW,
    calendar_form,
    over_settings,
    over_window,
    settle,
)
from tests.ui.records.test_editors import Opened
from tests.ui.settings.stage import Stage as SettingsStage
from tests.ui.window.stage import opened

OF_SALON = (
    "First visit", "Visit 2", "Visit", "Cleo Park", "cleo@example.org", "C. Park", "Ana", "Ben",
    "people.csv", "Client", "Where", "Telephone", "gil@x.example", "Gil", "private.ics",
)  # fmt: skip
OF_ACCOUNTS = (
    "anna@icloud.com", "iCloud", "dav.example.org", "xxxx-xxxx-xxxx-xxxx", "Anna", "Family",
    "Home", "Matches", "Work", "lcdesk",
)  # fmt: skip


def test_what_is_filled_in_stays_as_it_is() -> None:
    assert pseudo("{n} events") == "⟦{n} évéñts~~~⟧"


def test_a_text_without_translation_is_found_and_a_name_is_not(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    column = QVBoxLayout(owner)
    with speaking_pseudo():
        for text in (tr("Copied"), with_number(2, "{n} event", "{n} events"), "Copied", "Ana"):
            column.addWidget(QLabel(text))
    assert bare_texts(owner, ("Ana",)) == {"Copied"}


@pytest.mark.parametrize("which", OVER_WINDOW)
def test_dialogs_over_the_window_can_be_translated(salon: Salon, qtbot: QtBot, which: str) -> None:
    with speaking_pseudo():
        for _stage, dialog in over_window(salon, qtbot, which):
            assert bare_texts(dialog, OF_SALON) == set()


@pytest.mark.parametrize("which", OVER_SETTINGS)
def test_dialogs_over_settings_can_be_translated(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, which: str
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    with speaking_pseudo():
        dialogs = over_settings(stage, qtbot, which)
        found = [bare_texts(dialog, OF_ACCOUNTS) for dialog in dialogs]
    stage.close()
    assert found == [set()] * len(found)


def test_each_page_of_settings_can_be_translated(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    with speaking_pseudo():
        dialog = stage.dialog()
        qtbot.addWidget(dialog)
        dialog.show()
        pages = dialog.findChild(QListWidget, "settings_pages")
        assert pages is not None
        for row in range(pages.count()):
            pages.setCurrentRow(row)
            QApplication.processEvents()
        libraries = {text for part in parts() for text in (part.name, part.version, part.licence)}
        names = (*sorted(libraries, key=len, reverse=True), "English", "Deutsch", "lcdesk")
        assert bare_texts(dialog, (*OF_ACCOUNTS, *names)) == set()
    stage.close()


@pytest.mark.parametrize("kind", CalendarKind)
def test_the_form_of_each_kind_of_calendar_can_be_translated(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, kind: CalendarKind
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    with speaking_pseudo():
        settings = Opened(stage, qtbot)
        assert bare_texts(calendar_form(settings, kind), OF_ACCOUNTS) == set()
    stage.close()


def test_the_window_and_what_its_actions_open_can_be_translated(salon: Salon, qtbot: QtBot) -> None:
    salon.book(salon.visit(salon.ana, salon.ben), at(1, 10))
    names = (*OF_SALON, "lcdesk", "Letter")
    with speaking_pseudo(), opened(salon, qtbot) as stage:
        window = stage.window
        for name in ("week", "month", "agenda"):
            window.actions_table[name].trigger()
            stage.settle()
            assert bare_texts(window, names) == set(), name
        for name in ("block_time", "go_to_date", "activity", "shortcuts"):
            window.actions_table[name].trigger()
            stage.settle()
            for dialog in window.findChildren(QDialog):
                assert bare_texts(dialog, names) == set(), name
                dialog.close()
        window.grid.requests.create_requested.emit(Column(day(1)), 600, 630)
        settle()
        booking = window.findChild(BookingDialog)
        assert booking is not None
        assert bare_texts(booking, names) == set()
