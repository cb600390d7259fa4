"""The card beside a selected entry: what it says, and what its buttons do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import edit
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.commands.people import save_resource
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.words import ICLOUD, place_of_host
from lcdesk.ui.entries.card_model import CardAction, label
from tests.salon import Salon, at
from tests.ui.window.stage import Stage, opened


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    salon.book(visit, at(1, 10))


def test_a_click_shows_the_card_and_escape_takes_it_away(stage: Stage) -> None:
    stage.click(1, 610)
    card = stage.child(stage.window, "entry_card")
    title = stage.child(card, "card_title")
    assert isinstance(title, QLabel)
    assert title.text() == "Cleo Park"
    assert card.isVisible()
    QTest.keyClick(stage.window.grid.canvas, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_the_keyboard_went_to_a_card_that_was_gone(stage: Stage, visit: Calendar) -> None:
    """A card had been shown before, and its button, which waits to be deleted, was the first."""
    stage.salon.book(visit, at(2, 10), Contact(0, "Dana Fischer"))
    stage.settle()
    stage.click(1, 610)
    canvas = stage.window.grid.canvas
    canvas.setFocus()
    stage.window.grid.select(stage.block("Dana Fischer").id)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    stage.settle()
    card = stage.child(stage.window, "entry_card")
    focused = stage.window.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    assert card.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert stage.window.focusWidget() is canvas


def test_the_keyboard_stays_in_the_card_while_news_come_in(stage: Stage) -> None:
    stage.window.grid.requests.details_requested.emit(stage.block("Cleo Park").id)
    move = stage.child(stage.window, "card_cancel")
    move.setFocus()
    with stage.salon.database.write() as tx:
        edit(tx, 1, notes="Bring the papers", now=stage.salon.now)
    stage.settle()
    focused = stage.window.focusWidget()
    assert focused is not None
    assert focused is not move
    assert (focused.objectName(), focused.isVisible()) == ("card_cancel", True)


def test_the_close_button_stands_beside_the_title(stage: Stage) -> None:
    """It hung four pixels below the line that the title and the status are on."""
    stage.click(1, 610)
    card = stage.child(stage.window, "entry_card")
    title, close = stage.child(card, "card_title"), stage.child(card, "card_close")
    line = title.geometry().top() + title.contentsRect().top() + title.fontMetrics().height() // 2
    assert abs(close.geometry().center().y() - line) <= 1


def test_cancelling_offers_undo(stage: Stage) -> None:
    stage.click(1, 610)
    stage.press(stage.window, "card_cancel")
    stage.settle()
    assert stage.block("Cleo Park").struck
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert not stage.block("Cleo Park").struck
    assert stage.salon.agenda()[0].status is Status.CONFIRMED


def test_the_words_of_an_appointment_are_edited(stage: Stage) -> None:
    stage.click(1, 610)
    stage.press(stage.window, "card_edit")
    dialog = stage.child(stage.window, "edit_dialog")
    QTest.keyClicks(stage.child(dialog, "edit_title"), "Long visit")
    stage.press(dialog, "edit_save")
    stage.settle()
    assert stage.titles() == ["Long visit"]
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert stage.titles() == ["Cleo Park"]


def test_a_service_names_its_rooms_and_equipment(salon: Salon, qtbot: QtBot) -> None:
    with salon.database.write() as tx:
        needed = [save_resource(tx, Resource(0, name)).id for name in ("Room 1", "Laser")]
    massage = salon.calendar(
        "Massage", CalendarKind.SERVICE, salon.ana, resources=tuple(needed), phases=()
    )
    salon.book(massage, at(1, 10))
    with salon.database.write() as tx:
        block(tx, start=at(2, 10), end=at(2, 11), title="Cleaning", calendar=massage.id)
    with opened(salon, qtbot) as stage:
        card = stage.desk.card(stage.block("Cleo Park").id)
        assert card is not None
        assert card.resources == "Room 1 and Laser"
        stage.click(1, 610)
        assert "Room 1 and Laser" in words(stage)
        cleaning = stage.desk.card(stage.block("Cleaning").id)
        assert cleaning is not None
        assert cleaning.resources == ""


def test_a_renamed_room_is_shown_at_once(salon: Salon, qtbot: QtBot) -> None:
    with salon.database.write() as tx:
        room = save_resource(tx, Resource(0, "Room 1"))
    massage = salon.calendar("Massage", CalendarKind.SERVICE, salon.ana, resources=(room.id,))
    salon.book(massage, at(1, 10))
    with opened(salon, qtbot) as stage:
        with salon.database.write() as tx:
            save_resource(tx, Resource(room.id, "Blue room"))
        stage.settle()
        stage.click(1, 610)
        assert "Blue room" in words(stage)


@pytest.mark.parametrize("host", ["dav.example.org", "127.0.0.1"])
def test_buttons_say_where(host: str) -> None:
    """They said iCloud beside a sentence that named the server."""
    server_name = place_of_host(host)
    assert label(CardAction.RESTORE, server_name) == "Restore on the server"
    assert label(CardAction.KEEP_ICLOUD, server_name) == "Keep the server’s"
    assert label(CardAction.RESTORE, ICLOUD) == "Restore in iCloud"


def words(stage: Stage) -> list[str]:
    """The texts on the card."""
    card = stage.child(stage.window, "entry_card")
    return [label.text() for label in card.findChildren(QLabel)]


def test_a_line_that_just_fits_without_the_cards_edge_is_not_cut(
    salon: Salon, qtbot: QtBot
) -> None:
    linked = salon.connect(salon.ana)
    for hour in range(9, 18):
        for offset in range(5):  # somewhere in here a line is as long as the card is wide
            place = "i" * (3 * (5 * (hour - 9) + offset)) + " end"
            more = f"LOCATION:{place}"
            salon.mirror(
                linked["Family"], f"{offset}-{hour}", at(offset, hour), at(offset, hour + 1), more
            )
    with opened(salon, qtbot) as stage:
        card = stage.child(stage.window, "entry_card")
        for hour in range(9, 18):
            for offset in range(5):
                stage.click(offset, hour * 60 + 20)
                stage.settle()
                for label in card.findChildren(QLabel):
                    assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_seat_is_added_from_the_card_of_its_session(salon: Salon, qtbot: QtBot) -> None:
    salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben, seats=2)
    salon.book(yoga, at(1, 14))
    with opened(salon, qtbot) as stage:
        stage.click(1, 14 * 60 + 10)
        stage.press(stage.window, "card_add_seat")
        dialog = stage.child(stage.window, "booking_dialog")
        QTest.keyClicks(stage.child(dialog, "booking_name"), "Dora Lee")
        stage.press(dialog, "booking_book")
        stage.settle()
        first, second = salon.agenda()
        assert first.session == second.session
        assert "2 of 2" in stage.titles()[0]
        stage.click(1, 14 * 60 + 10)
        stage.settle()
        card = stage.child(stage.window, "entry_card")
        assert card.findChild(QPushButton, "card_add_seat") is None
