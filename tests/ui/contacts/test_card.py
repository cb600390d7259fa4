"""The card of a contact: opened where the contact is named, and what can be done from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTreeWidget

from lcdesk.model.commands.appointments import set_status
from lcdesk.model.commands.people import delete_contact, save_contact
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.people import contacts
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.contacts.card import ContactDialog
from lcdesk.ui.widgets.labels import Link
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage
from tests.undoing import undo


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    """Cleo did not come on Monday morning, cancelled once, and comes to Ben on Tuesday."""
    missed = salon.book(visit, at(-7, 10), insist=True)
    off = salon.book(visit, at(2, 10))
    salon.book(visit, at(1, 10), staff=(salon.ben.id,))
    with salon.database.write() as tx:
        set_status(tx, missed.id, Status.NOSHOW, now=salon.now)
        set_status(tx, off.id, Status.CANCELLED, now=salon.now)


@pytest.fixture
def card(stage: Stage) -> ContactDialog:
    stage.window.open_contact(1)
    return shown(stage)


def shown(stage: Stage) -> ContactDialog:
    (found,) = stage.window.findChildren(ContactDialog)
    return found


def text(stage: Stage, card: ContactDialog, name: str) -> str:
    label = stage.child(card, name)
    assert isinstance(label, QLabel)
    return label.text()


def rows(card: ContactDialog) -> list[str]:
    tree = card.findChild(QTreeWidget)
    assert tree is not None
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [" | ".join(item.text(column) for column in range(4)) for item in items if item]


def notes(stage: Stage, card: ContactDialog) -> QPlainTextEdit:
    field = stage.child(card, "contact_card_notes")
    assert isinstance(field, QPlainTextEdit)
    return field


def kept_notes(salon: Salon) -> str:
    with salon.database.read() as reader:
        return contacts(reader)[1].notes


def test_the_name_on_an_appointments_card_opens_the_contact(stage: Stage) -> None:
    stage.click(1, 610)
    link = stage.child(stage.window, "card_contact_1")
    assert isinstance(link, Link)
    link.linkActivated.emit("#")
    card = shown(stage)
    assert text(stage, card, "contact_card_name") == "Cleo Park"
    link.linkActivated.emit("#")
    assert shown(stage) is card


def test_history_and_what_became_of_it(stage: Stage, card: ContactDialog) -> None:
    told = text(stage, card, "contact_card_summary")
    assert told == "2 appointments · 1 no-show · 1 cancelled"
    assert rows(card) == [
        "Next appointments |  |  | ",
        "Tue 24 November 2026, 10:00 | First visit | Ben | Confirmed",
        "Past and cancelled |  |  | ",
        "Wed 25 November 2026, 10:00 | First visit | Ben | Cancelled",
        "Mon 16 November 2026, 10:00 | First visit | Ana | No-show",
    ]


def test_a_long_series_pushed_what_was_before_out_of_sight(
    stage: Stage, card: ContactDialog, visit: Calendar
) -> None:
    for hour in range(9, 17):
        stage.salon.book(visit, at(3, hour))
    stage.settle()
    told = rows(card)
    assert told[7:9] == ["and 3 more |  |  | ", "Past and cancelled |  |  | "]
    tree = card.findChild(QTreeWidget)
    assert tree is not None
    item = tree.topLevelItem(7)
    assert item is not None
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center()
    )
    assert rows(card)[10] == "Past and cancelled |  |  | "


def test_a_new_booking_appears_on_the_open_card(
    stage: Stage, card: ContactDialog, visit: Calendar
) -> None:
    stage.salon.book(visit, at(3, 11))
    stage.settle()
    assert any("26 November 2026, 11:00" in row for row in rows(card))


def test_an_appointment_on_the_card_is_shown_in_the_week(stage: Stage, card: ContactDialog) -> None:
    tree = card.findChild(QTreeWidget)
    assert tree is not None
    show = stage.child(card, "contact_card_show")
    assert not show.isEnabled()
    item = tree.topLevelItem(4)
    assert item is not None
    tree.setCurrentItem(item)
    stage.press(card, "contact_card_show")
    stage.settle()
    assert stage.desk.week.days.first == day(-7)


def test_notes_are_kept_when_they_are_left_and_undone_as_a_step(
    stage: Stage, card: ContactDialog
) -> None:
    field = notes(stage, card)
    field.setFocus()
    QTest.keyClicks(field, "Likes tea")
    assert kept_notes(stage.salon) == ""
    stage.child(card, "contact_card_close").setFocus()
    assert kept_notes(stage.salon) == "Likes tea"
    stage.settle()
    assert stage.desk.history.undo_text == "Undo change of Cleo Park"
    undo(stage.salon)
    stage.settle()
    assert field.toPlainText() == ""


def test_notes_that_are_being_written_were_lost_when_the_card_closed(
    stage: Stage, card: ContactDialog
) -> None:
    notes(stage, card).setPlainText("Left in a hurry")
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert kept_notes(stage.salon) == "Left in a hurry"


def test_what_is_being_written_is_not_replaced_by_news(stage: Stage, card: ContactDialog) -> None:
    notes(stage, card).setPlainText("Half a")
    with stage.salon.database.write() as tx:
        cleo = contacts(tx)[1]
        save_contact(tx, replace(cleo, phone="030 5"), now=stage.salon.now)
    stage.settle()
    assert notes(stage, card).toPlainText() == "Half a"
    assert "030 5" in text(stage, card, "contact_card_phone")


def test_the_card_goes_with_its_contact(stage: Stage) -> None:
    with stage.salon.database.write() as tx:
        other = save_contact(tx, Contact(0, "Dana"), now=stage.salon.now)
    stage.window.open_contact(other.id)
    assert shown(stage).isVisible()
    with stage.salon.database.write() as tx:
        delete_contact(tx, other.id, now=stage.salon.now)
    stage.settle()
    assert stage.window.findChildren(ContactDialog) == []
    stage.window.open_contact(other.id)
    assert stage.window.findChildren(ContactDialog) == []


def test_addresses_open_the_mail_program_and_the_telephone(
    stage: Stage, card: ContactDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString())
    )
    for name in ("contact_card_email", "contact_card_phone"):
        link = stage.child(card, name)
        assert isinstance(link, Link)
        link.linkActivated.emit("#")
    assert opened == ["mailto:cleo@example.org", "tel:+49301234"]


def test_book_again_proposes_the_same_calendar_and_member(
    stage: Stage, card: ContactDialog
) -> None:
    """The calendar with its member of the latest appointment, at the next time that is open."""
    salon = stage.salon
    other = salon.calendar("Cut", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    salon.book(other, at(4, 9), staff=(salon.ben.id,))
    stage.settle()
    stage.press(card, "contact_card_book")
    dialog = stage.window.findChild(BookingDialog)
    assert dialog is not None
    model = dialog.findChild(BookingModel)
    assert model is not None
    assert (model.draft.calendar, model.draft.staff) == (other.id, salon.ben.id)
    assert (model.draft.contact, model.draft.name) == (1, "Cleo Park")
    assert model.answer.is_open
    stage.press(dialog, "booking_book")
    with salon.database.read() as reader:
        assert {booked.contacts for booked in all_appointments(reader)} == {(1,)}


def test_a_namesake_without_e_mail_was_booked_instead(stage: Stage) -> None:
    with stage.salon.database.write() as tx:
        for _ in range(2):
            last = save_contact(tx, Contact(0, "Dana"), now=stage.salon.now)
    stage.window.open_contact(last.id)
    stage.press(shown(stage), "contact_card_book")
    stage.press(stage.child(stage.window, "booking_dialog"), "booking_book")
    with stage.salon.database.read() as reader:
        newest = max(all_appointments(reader), key=lambda booked: booked.id)
    assert newest.contacts == (last.id,)
