"""Everything to a file and from one, in Settings: written and read aside, asked about first."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.copies import Copy, CopyKind
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.zones import zone
from lcdesk.model.workspace.archive import ABOUT, STORE, export_all
from lcdesk.ui.backup.transfer import TransferPart
from lcdesk.ui.backup.transfer_model import TransferModel
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.widgets.labels import Look
from tests.desk import BERLIN, NOW
from tests.full_disk import full_disk
from tests.salon import Salon, at
from tests.unit.model.store.backup.test_copies import garble, store_of


class Scene:
    """The two buttons over the salon, which has a booking and an account."""

    def __init__(self, salon: Salon, qtbot: QtBot, application: QApplication) -> None:
        salon.connect(salon.ana)
        salon.book(salon.visit(), at(1, 10), Contact(0, "Mia", "mia@example.org"))
        self.store = store_of(salon)
        self.folder = salon.folder
        self.qtbot = qtbot
        locale = LocaleFormat(QLocale("en_GB"))
        self.model = TransferModel(self.store, locale, clock=salon.clock, here=zone(BERLIN))
        self.wishes: list[Copy] = []
        self.model.import_requested.connect(self.wishes.append)
        appearance = Appearance(application)
        self.part = TransferPart(Look(appearance, Icons(appearance)), self.model)
        qtbot.addWidget(self.part)
        self.part.show()

    def choose(self, dialog: str, file: Path) -> None:
        """Choose a file in an open file dialog, and wait for what comes of it."""
        found = self.part.findChild(QFileDialog, dialog)
        assert found is not None
        found.fileSelected.emit(str(file))
        found.close()
        assert self.part.progress.isVisible()
        assert not self.part.import_button.isEnabled()
        self.qtbot.waitUntil(lambda: not self.model.working)

    def take(self, file: Path) -> None:
        """Press Import everything… and choose."""
        self.part.import_button.click()
        self.choose("import_everything_file", file)

    @property
    def unpacked(self) -> bool:
        return (self.folder / ".import").exists()

    def question(self) -> QMessageBox:
        found = self.part.findChild(QMessageBox, "import_question")
        assert found is not None
        return found

    def answer(self, text: str) -> None:
        """Press a button of the question."""
        (button,) = (button for button in self.question().buttons() if button.text() == text)
        button.click()


@pytest.fixture
def scene(salon: Salon, qtbot: QtBot, qapp: QApplication) -> Iterator[Scene]:
    made = Scene(salon, qtbot, qapp)
    yield made
    made.model.close()


@pytest.fixture
def exported(scene: Scene) -> Path:
    file = scene.folder / "all.zip"
    export_all(scene.store, file, NOW)
    return file


def test_everything_is_written_and_said(scene: Scene) -> None:
    file = scene.folder / "mine.zip"
    scene.part.export_button.click()
    scene.choose("export_everything_file", file)
    assert scene.part.said.text() == (
        "Everything is in mine.zip: 1 appointment, 1 contact. Passwords are not in it."
    )
    assert not scene.part.progress.isVisible()
    with zipfile.ZipFile(file) as found:
        assert STORE in found.namelist()


def test_the_file_is_suggested_by_its_day(scene: Scene) -> None:
    assert scene.model.suggestion == "lcdesk-2026-11-23.zip"


def test_a_full_disk_is_said_and_nothing_is_left(scene: Scene) -> None:
    file = scene.folder / "mine.zip"
    scene.part.export_button.click()
    with full_disk():
        scene.choose("export_everything_file", file)
    assert scene.part.notice.isVisible()
    assert not file.exists()


def test_an_import_is_shown_before_it_is_wished_for(scene: Scene, exported: Path) -> None:
    scene.take(exported)
    said = scene.question().informativeText()
    assert (
        "It was written on Monday 23 November 2026, 08:00, and holds 2 staff members, 1 calendar, "
        "1 appointment and 1 contact." in said
    )
    assert "once afterwards: ana@icloud.example." in said
    assert scene.wishes == []
    scene.answer("Import")
    (wish,) = scene.wishes
    assert wish.kind is CopyKind.IMPORTED
    scene.model.close()  # the window ends with it
    assert wish.file.exists()


def test_what_is_not_wanted_is_removed_again(scene: Scene, exported: Path) -> None:
    scene.take(exported)
    assert scene.unpacked
    scene.answer("Cancel")
    assert scene.wishes == []
    assert not scene.unpacked


def test_a_window_that_ends_over_the_question_leaves_nothing(scene: Scene, exported: Path) -> None:
    scene.take(exported)
    scene.model.close()
    assert not scene.unpacked


@pytest.mark.parametrize("made", ["", "2026", "2026-11-23T08:00:00", "0001-01-01T00:00:00+23:00"])
def test_a_file_that_does_not_say_when_it_was_made_is_taken(
    scene: Scene, exported: Path, made: str
) -> None:
    with zipfile.ZipFile(exported) as found:
        store = found.read(STORE)
    with zipfile.ZipFile(exported, "w") as changed:
        changed.writestr(ABOUT, f'{{"format": "lcdesk-export", "version": 1, "made": "{made}"}}')
        changed.writestr(STORE, store)
    scene.take(exported)
    assert scene.question().informativeText().startswith("It holds 2 staff members")


def test_what_is_no_export_is_said_and_leaves_nothing(scene: Scene) -> None:
    letter = scene.folder / "letter.zip"
    letter.write_text("Dear Sir")
    scene.take(letter)
    assert "letter.zip is no export of lcdesk" in scene.part.notice.message.text()
    assert not scene.unpacked


def test_a_damaged_data_file_is_refused_before_it_is_asked_about(
    scene: Scene, exported: Path
) -> None:
    with zipfile.ZipFile(exported) as found:
        about = found.read(ABOUT)
        (scene.folder / "broken").write_bytes(found.read(STORE))
    garble(scene.folder / "broken")
    with zipfile.ZipFile(exported, "w") as changed:
        changed.writestr(ABOUT, about)
        changed.write(scene.folder / "broken", STORE)
    scene.take(exported)
    assert "is damaged" in scene.part.notice.message.text()
    assert scene.part.findChild(QMessageBox, "import_question") is None
    assert not scene.unpacked
