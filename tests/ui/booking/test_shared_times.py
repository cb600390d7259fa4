"""Open times to send to somebody, and calendars under their groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtGui import QGuiApplication, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.booking.open_times_model import Search, open_starts
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage, opened


def copied(stage: Stage, calendar: Calendar) -> list[str]:
    """The lines on the clipboard after the menu of the calendar was used."""
    stage.window.side.copy_picked.emit(calendar.id)
    return QGuiApplication.clipboard().text().splitlines()


def test_the_next_open_times_are_copied_for_a_mail(salon: Salon, qtbot: QtBot) -> None:
    two_hours = timedelta(hours=2)
    talk = salon.calendar(
        "Talk", CalendarKind.ROUND_ROBIN, salon.ana, duration=two_hours, interval=two_hours
    )
    salon.book(talk, at(1, 9))
    with opened(salon, qtbot) as stage:
        lines = copied(stage, talk)
        assert lines == [
            "Talk: open times",
            "Monday 23 November: 09:00, 11:00, 13:00, 15:00",
            "Tuesday 24 November: 11:00, 13:00, 15:00",
            "Wednesday 25 November: 09:00, 11:00, 13:00, 15:00",
            "Thursday 26 November: 09:00, 11:00, 13:00, 15:00",
            "Friday 27 November: 09:00, 11:00, 13:00, 15:00",
            "All times in Berlin.",
        ]
        toast = "".join(label.text() for label in stage.window.toast.findChildren(QLabel))
        assert toast == "Copied 19 open times of Talk."


def test_look_busy_hides_the_same_times_each_time_and_only_here(salon: Salon, qtbot: QtBot) -> None:
    talk = salon.calendar("Talk", CalendarKind.ROUND_ROBIN, salon.ana, look_busy=50)
    with opened(salon, qtbot) as stage:
        first = copied(stage, talk)
        assert copied(stage, talk) == first
        assert [line.count(":") for line in first[1:-1]] == [1 + 9] * 5  # of eighteen a day
        salon.book(talk, at(4, 17, 30))
        stage.settle()
        assert copied(stage, talk)[1:4] == first[1:4], "a booking shows nothing that was hidden"
    search = Search(talk, 0, None)
    found = open_starts(salon.database, search, first=day(1), days=1, now=salon.now)
    assert len(found) == 18


def test_nothing_open_is_said_and_leaves_the_clipboard(salon: Salon, qtbot: QtBot) -> None:
    talk = salon.calendar("Talk", CalendarKind.ROUND_ROBIN, salon.ana, notice=timedelta(days=90))
    QGuiApplication.clipboard().setText("kept")
    with opened(salon, qtbot) as stage:
        assert copied(stage, talk) == ["kept"]
        toast = "".join(label.text() for label in stage.window.toast.findChildren(QLabel))
        assert toast == "Talk has no open time in the next four weeks."


def test_calendars_stand_under_their_groups(salon: Salon, qtbot: QtBot) -> None:
    plain = salon.visit()
    for name, kind in (("Yoga", CalendarKind.CLASS), ("Massage", CalendarKind.SERVICE)):
        salon.calendar(name, kind, salon.ana, group="Well-being")
    with opened(salon, qtbot) as stage:
        sections = stage.desk.sidebar().calendars
        told = [(section.heading, [row.name for row in section.rows]) for section in sections]
        assert told == [("Well-being", ["Yoga", "Massage"]), ("Round robin", ["First visit"])]
        stage.double_click(1, 600)
        dialog = stage.window.findChild(BookingDialog)
        assert dialog is not None
        box = dialog.findChild(QComboBox, "booking_calendar")
        assert box is not None
        rows = [box.itemText(row) for row in range(box.count())]
        assert rows == ["Well-being", "Yoga", "Massage", "Round robin", "First visit"]
        model = box.model()
        assert isinstance(model, QStandardItemModel)
        assert [model.item(row).isEnabled() for row in range(3)] == [False, True, True]
        assert box.currentData() is not None
        dialog.reject()
        with salon.database.write() as tx:
            save_calendar(tx, replace(plain, group="Well-being"), salon.now)
        stage.settle()
        assert [section.heading for section in stage.desk.sidebar().calendars] == ["Well-being"]
