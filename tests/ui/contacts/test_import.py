"""Contacts from a file, looked at first, and to a file, in Settings and from the card."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.people import save_contact
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.people import contacts
from lcdesk.ui.contacts.card import ContactDialog
from lcdesk.ui.contacts.import_dialog import ContactImportDialog
from lcdesk.ui.records.people_pages import ContactPage
from tests.salon import Salon, at
from tests.ui.records.test_editors import Opened
from tests.ui.settings.stage import NOW
from tests.ui.settings.stage import Stage as SettingsStage
from tests.ui.window.stage import Stage

CARDS = """BEGIN:VCARD
VERSION:4.0
FN:Dana Fischer
TEL:030 555 555
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Fay
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Eli
EMAIL:eli@x.example
END:VCARD
BEGIN:VCARD
"""


class Files:
    """The page of contacts with Dana and Eli, and a folder for files."""

    def __init__(self, stage: SettingsStage, qtbot: QtBot, folder: Path) -> None:
        self.folder = folder
        self.database = stage.database
        with stage.database.write() as tx:
            save_contact(tx, Contact(0, "Dana Fischer"), now=NOW)
            save_contact(tx, Contact(0, "Eli", "eli@x.example"), now=NOW)
        self.opened = Opened(stage, qtbot)  # nobody else keeps the dialog
        self.page: ContactPage = self.opened.pages.contacts
        self.opened.show(self.page)

    def open(self, name: str, content: str) -> ContactImportDialog:
        file = self.folder / name
        file.write_text(content, encoding="utf-8")
        self.page.import_file(str(file))
        (dialog,) = self.page.findChildren(ContactImportDialog)
        return dialog

    def known(self) -> dict[str, Contact]:
        with self.database.read() as reader:
            return {contact.name: contact for contact in contacts(reader).values()}

    def said(self) -> str:
        return self.page.said.text.text()


@pytest.fixture
def files(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Files]:
    stage = SettingsStage(tmp_path, qapp)
    yield Files(stage, qtbot, tmp_path)
    stage.close()


def rows(dialog: ContactImportDialog) -> list[str]:
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    items = tree.findItems("", Qt.MatchFlag.MatchContains)
    return [" | ".join(filter(None, (item.text(0), item.text(1)))) for item in items]


def press(owner: ContactImportDialog | ContactPage, name: str) -> None:
    button = owner.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()


def test_a_file_is_looked_at_before_anything_is_kept(files: Files) -> None:
    before = files.known()
    dialog = files.open("people.vcf", CARDS)
    assert rows(dialog) == [
        "New (1)",
        "Fay",
        "Changed (1)",
        "Dana Fischer | 030 555 555",
        "Known already (1)",
        "Eli | eli@x.example",
    ]
    told = dialog.findChild(QLabel, "contact_import_notes")
    assert told is not None
    assert told.text() == "Card 4 is not complete."
    assert files.known() == before
    dialog.reject()
    assert files.known() == before


def test_what_is_ticked_is_kept_and_undone_at_once(files: Files) -> None:
    before = files.known()
    press(files.open("people.vcf", CARDS), "contact_import_do")
    assert files.said() == "Imported: 1 new, 1 changed"
    assert files.known()["Dana Fischer"].phone == "030 555 555"
    assert "Fay" in files.known()
    press(files.page, "undo_button")
    assert files.known() == before


def test_what_is_not_ticked_stays_out(files: Files) -> None:
    dialog = files.open("people.vcf", CARDS)
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    (fay,) = tree.findItems("Fay", Qt.MatchFlag.MatchExactly)
    fay.setCheckState(0, Qt.CheckState.Unchecked)
    button = dialog.findChild(QPushButton, "contact_import_do")
    assert button is not None
    assert button.text() == "Import 1 contact"
    button.click()
    assert "Fay" not in files.known()


def test_columns_of_a_table_can_be_chosen_otherwise(files: Files) -> None:
    dialog = files.open("people.csv", "Client,Where\nGil,gil@x.example\n")
    assert rows(dialog) == ["New (1)", "Gil"]
    box = dialog.findChild(QComboBox, "contact_import_column_1")
    assert box is not None
    assert box.currentText() == "Leave out"
    box.setCurrentIndex(box.findText("E-mail"))
    box.activated.emit(box.currentIndex())
    assert rows(dialog) == ["New (1)", "Gil | gil@x.example"]
    press(dialog, "contact_import_do")
    assert files.known()["Gil"].email == "gil@x.example"


@pytest.mark.parametrize(("name", "said"), [("nothing.vcf", "cannot be read"), ("a.csv", "empty")])
def test_a_file_that_cannot_be_read_is_a_sentence(files: Files, name: str, said: str) -> None:
    file = files.folder / name
    if name.endswith("csv"):
        file.write_text("")
    files.page.import_file(str(file))
    assert said in files.said()
    assert files.page.findChildren(ContactImportDialog) == []


@pytest.mark.parametrize("name", ["all.vcf", "all.csv"])
def test_everybody_is_written_to_a_file_and_known_again(files: Files, name: str) -> None:
    files.page.export_file(str(files.folder / name))
    assert files.said() == f"Written to {name}."
    dialog = files.open("again" + name, (files.folder / name).read_text())
    assert rows(dialog)[0] == "Known already (2)"
    button = dialog.findChild(QPushButton, "contact_import_do")
    assert button is not None
    assert not button.isEnabled()


def test_the_buttons_ask_for_a_file(files: Files) -> None:
    press(files.page, "contact_page_import")
    press(files.page, "contact_page_export")
    shown = {dialog.objectName() for dialog in files.page.findChildren(QFileDialog)}
    assert shown == {"contact_import_file", "contact_export_file"}
    for dialog in files.page.findChildren(QFileDialog):
        dialog.reject()


def test_one_contact_is_written_from_its_card(
    salon: Salon, visit: Calendar, stage: Stage, tmp_path: Path
) -> None:
    salon.book(visit, at(1, 10))
    stage.window.open_contact(1)
    (card,) = stage.window.findChildren(ContactDialog)
    stage.press(card, "contact_card_export")
    (asked,) = card.findChildren(QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == "Cleo Park.vcf"
    file = tmp_path / "cleo.vcf"
    asked.fileSelected.emit(str(file))
    asked.reject()
    assert "FN:Cleo Park" in file.read_text()
    assert stage.window.toast.isVisible()


def test_what_is_no_email_is_told_by_its_row_as_the_columns_are_chosen(files: Files) -> None:
    dialog = files.open("people.csv", "Name;E-Mail;Mobil\nGil;gil at x;030 1\n")
    told = dialog.findChild(QLabel, "contact_import_notes")
    assert told is not None
    assert told.text() == "Row 2: “gil at x” is no e-mail address, so it was put into the notes."
    box = dialog.findChild(QComboBox, "contact_import_column_1")
    assert box is not None
    box.setCurrentIndex(box.findData("notes"))
    box.activated.emit(box.currentIndex())
    assert told.isHidden()


def test_a_table_of_headings_alone_says_that_it_holds_no_contacts(files: Files) -> None:
    dialog = files.open("people.csv", "Name;E-Mail\n")
    empty = dialog.findChild(QLabel, "contact_import_empty")
    assert empty is not None
    assert empty.text() == "There are no contacts in this file."
    button = dialog.findChild(QPushButton, "contact_import_do")
    assert button is not None
    assert not button.isEnabled()
