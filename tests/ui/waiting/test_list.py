"""The window of the waiting list: who waits, what can be done, and what is booked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.waiting.entries import remove_waiting
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.store.appointments import all_appointments
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.waiting import waiting_model
from lcdesk.ui.waiting.editor import WaitingEditorDialog
from tests.salon import Salon, at, day
from tests.ui.waiting.hands import choose, is_enabled, listed, open_list, put, rows, tree_of
from tests.ui.window.stage import Stage
from tests.undoing import undo


@pytest.fixture
def yoga(salon: Salon) -> Calendar:
    return salon.calendar("Yoga", CalendarKind.CLASS, salon.ben, seats=1)


def test_an_empty_list_says_how_it_is_filled(stage: Stage, qtbot: QtBot) -> None:
    dialog = open_list(stage, qtbot)
    assert not tree_of(dialog).isVisible()
    assert stage.child(dialog, "waiting_list_empty").isVisible()
    assert not is_enabled(dialog, "waiting_list_book")


def test_who_waits_is_listed_by_calendar_with_the_next_open_time(
    salon: Salon, visit: Calendar, yoga: Calendar, stage: Stage, qtbot: QtBot
) -> None:
    put(salon, yoga, "Late", after=14 * 60, weekdays=(1, 3))
    put(salon, visit, "Dana", staff=salon.ben.id, first=day(1), last=day(1))
    put(salon, visit, "Over", first=day(-7), last=day(-1), since=at(-7, 7))
    assert rows(open_list(stage, qtbot)) == [
        ["First visit"],
        ["Over", "16 – 22 November 2026", "16 Nov", "over"],
        ["Dana", "with Ben", "24 November 2026", "23 Nov", "Tue 24 Nov, 09:00"],
        ["Yoga"],
        [
            "Late",
            "23 – 29 November 2026 · Tue and Thu · from 14:00",
            "23 Nov",
            "Tue 24 Nov, 14:00",
        ],
    ]


def test_one_calendar_is_listed_alone(
    salon: Salon, visit: Calendar, yoga: Calendar, stage: Stage, qtbot: QtBot
) -> None:
    put(salon, visit)
    put(salon, yoga, "Gus")
    dialog = open_list(stage, qtbot)
    box = stage.child(dialog, "waiting_list_calendar")
    assert isinstance(box, QComboBox)
    assert [box.itemText(number) for number in range(box.count())] == [
        "All calendars (2)",
        "First visit (1)",
        "Yoga (1)",
    ]
    box.setCurrentIndex(2)
    with qtbot.waitSignal(dialog.listed):
        box.activated.emit(2)
    assert [row[0] for row in rows(dialog)] == ["Yoga", "Gus"]


def test_more_than_are_shown_are_counted(
    salon: Salon, visit: Calendar, stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting_model, "MOST", 2)
    for name in ("One", "Two", "Three"):
        put(salon, visit, name)
    dialog = open_list(stage, qtbot)
    assert len(rows(dialog)) == 3
    assert "1 more waits." in stage.child(dialog, "waiting_list_more").property("text")


def test_a_booking_from_the_list_takes_them_off_it(
    salon: Salon, visit: Calendar, stage: Stage, qtbot: QtBot
) -> None:
    made = put(salon, visit, first=day(1), last=day(1), after=600, notes="By the window")
    dialog = open_list(stage, qtbot)
    choose(dialog, 1)
    QTest.keyClick(tree_of(dialog), Qt.Key.Key_Return)
    stage.press(dialog, "waiting_list_book")
    booking = stage.window.findChild(BookingDialog)
    assert booking is not None
    name = stage.child(booking, "booking_name")
    assert isinstance(name, QLineEdit)
    assert name.text() == "Dana"
    with qtbot.waitSignal(dialog.listed):
        booking.accept()
    with salon.database.read() as reader:
        (booked,) = all_appointments(reader)
    assert (booked.span.start, booked.notes) == (at(1, 10), "By the window")
    assert booked.contacts == (made.contact,)
    assert listed(salon) == []
    assert not tree_of(dialog).isVisible()
    undo(salon)
    assert listed(salon) == [made]


def test_an_entry_that_was_taken_off_meanwhile_is_not_booked(
    salon: Salon, visit: Calendar, stage: Stage, qtbot: QtBot
) -> None:
    made = put(salon, visit)
    dialog = open_list(stage, qtbot)
    choose(dialog, 1)
    stage.press(dialog, "waiting_list_book")
    booking = stage.window.findChild(BookingDialog)
    assert booking is not None
    with salon.database.write() as tx:
        remove_waiting(tx, made.id)
    booking.accept()
    assert "does not exist any more" in stage.child(booking, "booking_problem").property("text")
    with salon.database.read() as reader:
        assert all_appointments(reader) == ()
    booking.reject()


def test_who_does_not_wait_any_more_is_removed_and_put_back(
    salon: Salon, visit: Calendar, stage: Stage, qtbot: QtBot
) -> None:
    put(salon, visit, "One")
    put(salon, visit, "Two")
    dialog = open_list(stage, qtbot)
    choose(dialog, 1, 2)
    assert not is_enabled(dialog, "waiting_list_edit")
    with qtbot.waitSignal(dialog.listed):
        stage.press(dialog, "waiting_list_remove")
    assert listed(salon) == []
    stage.settle()
    assert stage.child(stage.window, "toast_text").property("text") == "2 wait no more"
    undo(salon)
    assert len(listed(salon)) == 2


def test_an_entry_is_edited(salon: Salon, visit: Calendar, stage: Stage, qtbot: QtBot) -> None:
    made = put(salon, visit)
    dialog = open_list(stage, qtbot)
    choose(dialog, 1)
    stage.press(dialog, "waiting_list_edit")
    editor = stage.window.findChild(WaitingEditorDialog)
    assert editor is not None
    stage.press(editor, "waiting_weekday_4")
    with qtbot.waitSignal(dialog.listed):
        editor.accept()
    (changed,) = listed(salon)
    assert (changed.id, changed.weekdays, changed.since) == (made.id, (4,), made.since)


def test_news_are_read_while_the_window_is_open(
    salon: Salon, visit: Calendar, stage: Stage, qtbot: QtBot
) -> None:
    dialog = open_list(stage, qtbot)
    with qtbot.waitSignal(dialog.listed):
        put(salon, visit, first=day(1), last=day(1), before=10 * 60)
    assert rows(dialog)[1][-1] == "Tue 24 Nov, 09:00"
    with qtbot.waitSignal(dialog.listed):
        salon.book(visit, at(1, 9), length=timedelta(hours=1), staff=(salon.ana.id,))
    assert rows(dialog)[1][-1] == "Tue 24 Nov, 09:00", "Ben is free"
    with qtbot.waitSignal(dialog.listed):
        salon.book(visit, at(1, 9), length=timedelta(hours=1), staff=(salon.ben.id,))
    assert rows(dialog)[1][-1] == "—"
