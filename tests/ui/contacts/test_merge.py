"""Merging two contacts by hand: who is proposed, what is chosen, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QRadioButton

from lcdesk.model.commands.people import save_contact
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.people import contacts
from lcdesk.ui.contacts.card import ContactDialog
from lcdesk.ui.contacts.merge import MergeDialog
from tests.salon import Salon, at
from tests.ui.window.stage import Stage


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    """Cleo stands there twice, with the same e-mail; Dana once."""
    salon.book(visit, at(1, 10))
    twin = Contact(0, "Cleo Parker", "CLEO@example.org", "", "Allergic to nuts")
    with salon.database.write() as tx:
        made = save_contact(tx, twin, now=salon.now)
        save_contact(tx, Contact(0, "Dana"), now=salon.now)
    salon.book(visit, at(2, 10), made)


@pytest.fixture
def dialog(stage: Stage) -> MergeDialog:
    stage.window.open_contact(1)
    (card,) = stage.window.findChildren(ContactDialog)
    stage.press(card, "contact_card_merge")
    (found,) = card.findChildren(MergeDialog)
    return found


def listed(dialog: MergeDialog) -> list[str]:
    found = dialog.findChild(QListWidget, "merge_list")
    assert found is not None
    return [found.item(at).text() for at in range(found.count())]


def known(stage: Stage) -> dict[int, Contact]:
    with stage.salon.database.read() as reader:
        return contacts(reader)


def test_the_likely_one_is_proposed_and_merged(stage: Stage, dialog: MergeDialog) -> None:
    assert listed(dialog) == ["Cleo Parker (CLEO@example.org) – same e-mail"]
    name = stage.child(dialog, "merge_name_2")
    assert isinstance(name, QRadioButton)
    assert name.text() == "Cleo Parker"
    stage.press(dialog, "merge_do")
    stage.settle()
    assert set(known(stage)) == {1, 3}
    cleo = known(stage)[1]
    assert (cleo.name, cleo.phone, cleo.notes) == ("Cleo Park", "+49 30 1234", "Allergic to nuts")
    assert stage.window.toast.isVisible()
    stage.desk.history.undo()
    stage.settle()
    assert known(stage)[2].name == "Cleo Parker"


def test_the_value_that_was_picked_stays(stage: Stage, dialog: MergeDialog) -> None:
    name = stage.child(dialog, "merge_name_2")
    assert isinstance(name, QRadioButton)
    name.click()
    stage.press(dialog, "merge_do")
    assert known(stage)[1].name == "Cleo Parker"


def test_somebody_else_is_found_by_typing(stage: Stage, dialog: MergeDialog) -> None:
    search = stage.child(dialog, "merge_search")
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, "dan")
    assert listed(dialog) == ["Dana"]
    found = dialog.findChild(QListWidget, "merge_list")
    assert found is not None
    found.setCurrentRow(0)
    stage.press(dialog, "merge_do")
    assert set(known(stage)) == {1, 2}


def test_escape_changes_nothing(stage: Stage, dialog: MergeDialog) -> None:
    before = known(stage)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert known(stage) == before


def test_the_card_says_that_somebody_is_likely_there_twice(stage: Stage) -> None:
    stage.window.open_contact(1)
    (card,) = stage.window.findChildren(ContactDialog)
    assert "Cleo Parker" in stage.child(card, "contact_card_same").accessibleName()
    stage.window.open_contact(3)
    dana = next(card for card in stage.window.findChildren(ContactDialog) if card.contact == 3)
    assert not stage.child(dana, "contact_card_same").isVisible()
