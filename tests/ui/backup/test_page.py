"""Settings > Data and backup: what the copies hold, one more now, and back to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.copies import Copy
from lcdesk.model.domain.zones import zone
from lcdesk.model.store.backup.copies import copies
from lcdesk.ui.backup.backup_model import BackupModel
from lcdesk.ui.backup.page import DataPage
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.widgets.labels import Look
from tests.desk import BERLIN
from tests.full_disk import full_disk
from tests.salon import Salon, at
from tests.unit.model.store.backup.test_copies import garble, store_of


class Scene:
    """The page over the salon, which has one booking."""

    def __init__(self, salon: Salon, qtbot: QtBot, application: QApplication) -> None:
        self.salon = salon
        self.qtbot = qtbot
        salon.book(salon.calendar("Hall", CalendarKind.SIMPLE), at(1, 10))
        locale = LocaleFormat(QLocale("en_GB"))
        self.model = BackupModel(store_of(salon), locale, clock=salon.clock, here=zone(BERLIN))
        appearance = Appearance(application)
        self.page = DataPage(Look(appearance, Icons(appearance)), self.model)
        qtbot.addWidget(self.page)
        self.page.resize(760, 600)
        self.show()

    def show(self) -> None:
        self.page.show()
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.model.is_busy)

    def cells(self) -> list[list[str]]:
        table = self.page.table
        return [
            [item.text() for column in range(6) if (item := table.item(row, column)) is not None]
            for row in range(table.rowCount())
        ]

    def press(self, button: QPushButton) -> None:
        button.click()
        self.wait()

    def question(self) -> QMessageBox:
        found = self.page.findChild(QMessageBox, "restore_question")
        assert found is not None
        return found


@pytest.fixture
def scene(salon: Salon, qtbot: QtBot, qapp: QApplication) -> Iterator[Scene]:
    made = Scene(salon, qtbot, qapp)
    yield made
    made.model.close()


def test_copy_now_lists_what_the_copy_holds(scene: Scene) -> None:
    assert scene.cells() == []
    assert not scene.page.restore_button.isEnabled()
    scene.press(scene.page.copy_button)
    ((when, size, *counts),) = scene.cells()
    assert when == "Monday 23 November 2026, 08:00"
    assert size.endswith("kB")
    assert counts == ["2", "1", "1", "1"]


def test_restoring_asks_first(scene: Scene) -> None:
    wanted: list[Copy] = []
    scene.model.restore_requested.connect(wanted.append)
    scene.press(scene.page.copy_button)
    scene.page.table.selectRow(0)
    scene.page.restore_button.click()
    assert "Monday 23 November 2026, 08:00" in scene.question().text()
    assert wanted == []
    (button,) = (button for button in scene.question().buttons() if button.text() == "Restore")
    button.click()
    assert wanted == [scene.model.rows[0].copy]


def test_a_copy_made_meanwhile_was_chosen_for_the_one_a_person_had_chosen(scene: Scene) -> None:
    scene.press(scene.page.copy_button)
    before = scene.model.rows[0].copy
    scene.page.table.setCurrentCell(0, 0)
    scene.salon.now += timedelta(minutes=5)
    scene.press(scene.page.copy_button)
    asked: list[Copy] = []
    scene.model.restore_requested.connect(asked.append)
    scene.page.restore_button.click()
    (button,) = (button for button in scene.question().buttons() if button.text() == "Restore")
    button.click()
    assert asked == [before]


def test_the_chosen_copy_was_let_go_in_a_mirrored_window(scene: Scene) -> None:
    scene.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    scene.press(scene.page.copy_button)
    scene.page.table.setCurrentCell(0, 0)
    scene.model.read()
    scene.wait()
    assert scene.page.restore_button.isEnabled()


def test_a_full_disk_is_said_and_the_older_copies_stay_listed(scene: Scene) -> None:
    scene.press(scene.page.copy_button)
    scene.salon.now += timedelta(days=1)
    with full_disk():
        scene.press(scene.page.copy_button)
    assert scene.page.notice.isVisible()
    assert "no space left" in scene.page.notice.message.text()
    assert len(scene.cells()) == 1
    scene.press(scene.page.copy_button)
    assert not scene.page.notice.isVisible()
    assert len(scene.cells()) == 2


def test_a_copy_a_day_is_made_by_itself(scene: Scene) -> None:
    scene.model.copy_when_due()
    scene.wait()
    scene.model.copy_when_due()
    scene.wait()
    assert len(copies(store_of(scene.salon))) == 1
    scene.salon.now += timedelta(days=1)
    scene.model.copy_when_due()
    scene.wait()
    assert len(copies(store_of(scene.salon))) == 2


@pytest.mark.parametrize("has_copy_of_today", [False, True])
def test_a_garbled_page_is_found_soon_after_the_start(
    scene: Scene, has_copy_of_today: bool
) -> None:
    if has_copy_of_today:
        scene.press(scene.page.copy_button)
    scene.salon.close()
    garble(store_of(scene.salon))
    with scene.qtbot.waitSignal(scene.model.damaged):
        scene.model.look_through()
    assert scene.model.problem is not None


def test_a_copy_that_cannot_be_read_is_listed_and_not_offered(scene: Scene) -> None:
    scene.press(scene.page.copy_button)
    file: Path = scene.model.rows[0].copy.file
    file.write_bytes(b"Dear Sir " * 900)
    scene.model.read()
    scene.wait()
    assert scene.cells()[0][2] == "cannot be read"
    scene.page.table.selectRow(0)
    assert not scene.page.restore_button.isEnabled()
