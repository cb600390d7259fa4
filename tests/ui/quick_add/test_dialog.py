"""A line typed in the real window: what is shown before it is booked, and what is booked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.ui.quick_add.dialog import QuickAddDialog
from lcdesk.ui.quick_add.quick_add_model import recognise
from tests.salon import Salon, at
from tests.ui.window.stage import Stage, opened
from tests.undoing import undo

ANNA = Contact(1, "Anna Berg", "anna@example.org")
DAN = Contact(2, "Dan Moss")
DANA = Contact(3, "Dan Ott")


@pytest.fixture
def stage(salon: Salon, qtbot: QtBot) -> Iterator[Stage]:
    visit = salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ana)
    salon.calendar("Salon", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    salon.book(visit, at(4, 9), ANNA)
    with opened(salon, qtbot) as stage:
        yield stage


def open_it(stage: Stage) -> QuickAddDialog:
    stage.window.quick_add()
    found = stage.window.findChild(QuickAddDialog)
    assert found is not None
    return found


def write(dialog: QuickAddDialog, line: str) -> QLineEdit:
    field = dialog.findChild(QLineEdit, "quick_add_line")
    assert field is not None
    field.clear()
    QTest.keyClicks(field, line)
    return field


def said(dialog: QuickAddDialog, name: str) -> str:
    found = dialog.findChild(QLabel, f"quick_add_{name}")
    assert found is not None
    return found.text()


def booked(stage: Stage) -> list[AgendaEntry]:
    return [entry for entry in stage.salon.agenda() if entry.span.start != at(4, 9)]


def test_enter_books_what_the_line_says_and_undo_takes_it_back(stage: Stage) -> None:
    dialog = open_it(stage)
    field = write(dialog, "Cut Anna tomorrow 14-15 /salon @ben")
    assert said(dialog, "who") == "Anna Berg · Cut · Salon"
    assert said(dialog, "when") == "Tuesday 24 November, 14:00 – 15:00"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    (made,) = booked(stage)
    assert (made.title, made.span.start, made.span.end) == ("Cut", at(1, 14), at(1, 15))
    assert made.staff == (stage.salon.ben.id,)
    undo(stage.salon)
    assert booked(stage) == []


def test_without_a_time_the_next_open_one_is_proposed(stage: Stage) -> None:
    dialog = open_it(stage)
    write(dialog, "Zoe tuesday")
    assert said(dialog, "when") == "Tuesday 24 November, 09:00 – 09:30"
    assert said(dialog, "who").startswith("Zoe (new contact)")


def test_a_time_that_is_over_today_means_tomorrow(stage: Stage) -> None:
    dialog = open_it(stage)
    write(dialog, "Anna 7:00")
    assert said(dialog, "when").startswith("Tuesday 24 November, 07:00")


def test_a_closed_time_says_why_and_enter_does_not_insist(stage: Stage) -> None:
    dialog = open_it(stage)
    field = write(dialog, "Anna saturday 14-15 /first")
    assert "Ana" in said(dialog, "answer")
    button = dialog.findChild(QPushButton, "quick_add_book")
    assert button is not None
    assert button.text() == "Book anyway"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert booked(stage) == []
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = booked(stage)
    assert made.overridden


def test_escape_closes_it_and_nothing_is_booked(stage: Stage) -> None:
    dialog = open_it(stage)
    field = write(dialog, "Anna tomorrow 14-15")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert booked(stage) == []


@pytest.mark.parametrize(
    ("title", "who", "rest"),
    [
        ("Cut anna", ANNA, "Cut"),
        ("Anna Berg cut and wash", ANNA, "cut and wash"),
        ("Dan cut", None, "Dan cut"),
        ("dan OTT cut", DANA, "cut"),
        ("Annabel", None, "Annabel"),
    ],
)
def test_a_contact_is_known_by_name_or_by_a_first_name_that_is_the_only_one(
    title: str, who: Contact | None, rest: str
) -> None:
    assert recognise(title, (ANNA, DAN, DANA)) == (who, rest)


def test_cancel_stood_before_book_whatever_the_platform_does(stage: Stage) -> None:
    dialog = open_it(stage)
    write(dialog, "Anna tomorrow 14-15")
    (box,) = dialog.findChildren(QDialogButtonBox)
    book, cancel = (
        dialog.findChild(QPushButton, f"quick_add_{name}") for name in ("book", "cancel")
    )
    assert book is not None
    assert cancel is not None
    assert box.buttonRole(book) is QDialogButtonBox.ButtonRole.AcceptRole
    assert box.buttonRole(cancel) is QDialogButtonBox.ButtonRole.RejectRole
    assert book.isDefault()
    book.click()
    assert not dialog.isVisible()
    assert len(booked(stage)) == 1
