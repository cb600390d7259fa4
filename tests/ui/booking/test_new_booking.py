"""New booking: the time that is proposed, and where the window stands after it was booked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTimeEdit,
)

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Hours, HoursBlock
from lcdesk.model.store.database import Database
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.week.week import Column
from tests.salon import Salon, day
from tests.ui.aside import wait_until
from tests.ui.window.stage import Stage

SUNDAY_NIGHT = datetime(2026, 11, 29, 2, 37, tzinfo=UTC)  # 03:37 in Berlin
NEXT_MONDAY = date(2026, 11, 30)


class Dialog:
    """The dialog that "New booking" opens."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        stage.window.actions_table["new_booking"].trigger()
        found = stage.window.findChild(BookingDialog)
        assert found is not None
        self.widget = found
        model = found.findChild(BookingModel)
        assert model is not None
        self.model = model
        self.settle()

    def settle(self) -> None:
        """Let every question that is asked beside the window be answered."""
        wait_until(lambda: self.model.ahead.is_done)

    @property
    def proposed(self) -> tuple[date, int]:
        """Day and minute that stand in the fields."""
        moment, at = self.date_field.date(), self.time_field.time()
        day_shown = date(moment.year(), moment.month(), moment.day())
        return day_shown, at.hour() * 60 + at.minute()

    @property
    def date_field(self) -> QDateEdit:
        found = self.widget.findChild(QDateEdit, "booking_date")
        assert found is not None
        return found

    @property
    def time_field(self) -> QTimeEdit:
        found = self.widget.findChild(QTimeEdit, "booking_time")
        assert found is not None
        return found

    def button(self, name: str) -> QPushButton:
        found = self.widget.findChild(QPushButton, f"booking_{name}")
        assert found is not None
        return found

    def label(self, name: str) -> str:
        found = self.widget.findChild(QLabel, f"booking_{name}")
        assert found is not None
        return str(found.text())

    def choose(self, name: str) -> None:
        box = self.widget.findChild(QComboBox, "booking_calendar")
        assert box is not None
        box.setCurrentIndex(box.findText(name))
        box.activated.emit(box.currentIndex())
        self.settle()

    def book_for(self, name: str) -> None:
        line = self.widget.findChild(QLineEdit, "booking_name")
        assert line is not None
        QTest.keyClicks(line, name)
        self.button("book").click()
        self.stage.settle()


def make_it(stage: Stage, now: datetime) -> None:
    """Set the clock, and show the days around it."""
    stage.salon.now = now
    stage.desk.week.go_to_today()
    stage.settle()


def test_the_first_booking_on_a_sunday_night_was_proposed_for_the_same_hour_and_never_seen(
    stage: Stage,
) -> None:
    """ "Sun 03:45" stood in the dialog, and after booking Monday the window still said that there
    are no bookings."""
    make_it(stage, SUNDAY_NIGHT)
    dialog = Dialog(stage)
    assert dialog.proposed == (NEXT_MONDAY, 9 * 60)
    assert dialog.label("headline") == "This time is open"
    stage.window.grid.scroll_to(0)
    dialog.book_for("Cleo Park")
    assert NEXT_MONDAY in stage.desk.week.days
    shown = stage.block("Cleo Park")
    assert stage.window.grid.selection == shown.id
    canvas = stage.window.grid.canvas
    box = canvas.scene.rects[canvas.scene.indexes(shown.id)[0]]
    assert canvas.visibleRegion().boundingRect().contains(round(box.x) + 2, round(box.y) + 2)


def test_new_booking_proposes_the_next_open_time_of_days_to_come(stage: Stage) -> None:
    stage.desk.week.go_to(day(14))
    assert Dialog(stage).proposed == (day(14), 9 * 60)


def test_new_booking_over_a_past_week_proposes_no_past_time(stage: Stage) -> None:
    stage.desk.week.go_to(day(-21))
    assert Dialog(stage).proposed == (day(0), 9 * 60)


def test_another_calendar_proposes_its_own_next_open_time(salon: Salon, stage: Stage) -> None:
    late = Hours(((), (), (), (), (), (), (HoursBlock(600, 720),)))
    salon.calendar("Parking", CalendarKind.SIMPLE, hours=late)
    stage.settle()
    dialog = Dialog(stage)
    assert dialog.proposed == (day(0), 9 * 60)
    dialog.choose("Parking")
    assert dialog.proposed == (day(6), 10 * 60)
    dialog.choose("First visit")
    dialog.time_field.setTime(QTime(11, 0))
    dialog.choose("Parking")
    assert dialog.proposed == (day(0), 11 * 60)  # what a person picked stays


def test_nothing_open_is_said_where_the_open_times_would_stand(salon: Salon, stage: Stage) -> None:
    salon.calendar("Parking", CalendarKind.SIMPLE, hours=Hours())
    stage.settle()
    dialog = Dialog(stage)
    dialog.choose("Parking")
    assert dialog.label("next_heading") == "Nothing is open in the next 60 days."
    assert not any(dialog.button(f"slot_{at}").isVisible() for at in range(6))


def test_a_booking_of_another_kind_turns_to_its_tab(salon: Salon, stage: Stage) -> None:
    salon.calendar("Yoga", CalendarKind.CLASS, salon.ana)
    stage.settle()
    stage.window.tabs.setCurrentIndex(stage.window.tabs.count() - 1)  # simple calendars
    dialog = Dialog(stage)
    dialog.choose("Yoga")
    dialog.book_for("Cleo Park")
    assert stage.desk.week.shown.kind is CalendarKind.CLASS
    assert stage.window.tabs.tabText(stage.window.tabs.currentIndex()) == "Class"
    assert stage.window.grid.selection


def test_a_booking_on_a_hidden_calendar_shows_the_calendar(stage: Stage, visit: Calendar) -> None:
    stage.desk.week.show_calendar(visit.id, False)
    stage.desk.week.show_staff(stage.salon.ana.id, False)
    stage.desk.week.show_staff(stage.salon.ben.id, False)
    Dialog(stage).book_for("Cleo Park")
    assert stage.titles() == ["Cleo Park"]
    assert stage.window.grid.selection


def test_a_booking_on_a_saturday_is_seen_over_a_work_week(salon: Salon, stage: Stage) -> None:
    stage.window.actions_table["work_week"].trigger()
    saturdays = Hours(((), (), (), (), (), (HoursBlock(600, 720),), ()))
    salon.calendar("Market", CalendarKind.SIMPLE, hours=saturdays)
    stage.settle()
    dialog = Dialog(stage)
    dialog.choose("Market")
    dialog.book_for("Cleo Park")
    assert stage.block("Cleo Park").day == day(5)
    assert stage.desk.week.mode is DayMode.WEEK
    assert stage.window.actions_table["week"].isChecked()


def test_past_days_are_no_choices(stage: Stage) -> None:
    make_it(stage, datetime(2026, 11, 25, 15, 0, tzinfo=UTC))  # a Wednesday
    dialog = Dialog(stage)
    assert dialog.button("day_0").text().startswith("Wed 25")
    assert dialog.button("day_6").text().startswith("Tue 1")
    assert all(dialog.button(f"day_{at}").text().split("\n")[1] != "…" for at in range(7))
    dialog.date_field.setDate(QDate(2026, 11, 20))
    assert dialog.proposed[0] == day(2)


def test_a_past_time_that_was_pointed_at_stays(stage: Stage) -> None:
    make_it(stage, datetime(2026, 11, 25, 15, 0, tzinfo=UTC))
    stage.window.grid.requests.create_requested.emit(Column(day(0)), 600, 630)
    found = stage.window.findChild(QDateEdit, "booking_date")
    assert found is not None
    assert found.date() == QDate(2026, 11, 23)
    tuesday = stage.child(stage.window, "booking_day_1")
    assert not tuesday.isEnabled()


def test_whoever_is_next_was_a_choice_of_one(salon: Salon, stage: Stage) -> None:
    salon.calendar("Alone", CalendarKind.ROUND_ROBIN, salon.ana)
    stage.settle()
    dialog = Dialog(stage)
    staff = dialog.widget.findChild(QComboBox, "booking_staff")
    assert staff is not None
    assert staff.isVisible()
    dialog.choose("Alone")
    assert not staff.isVisible()


def test_time_blocked_on_a_day_out_of_sight_is_shown(stage: Stage) -> None:
    stage.window.actions_table["block_time"].trigger()
    first = stage.child(stage.window, "block_first")
    assert isinstance(first, QDateEdit)
    first.setDate(QDate(2026, 12, 9))
    stage.press(stage.window, "block_accept")
    stage.settle()
    assert date(2026, 12, 9) in stage.desk.week.days
    assert stage.window.grid.selection


def counted(monkeypatch: pytest.MonkeyPatch, owner: type, name: str, told: list[str]) -> None:
    """Write down every call of a function."""
    real: Callable[..., object] = getattr(owner, name)

    def call(*given: object, **named: object) -> object:
        told.append(name)
        return real(*given, **named)

    monkeypatch.setattr(owner, name, call)


@pytest.mark.parametrize("field", ["name", "email", "phone", "title", "location", "notes"])
def test_a_letter_typed_asked_the_store_and_filled_every_field_anew(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    asked: list[str] = []
    for name in ("read", "write"):
        counted(monkeypatch, Database, name, asked)
    for name in ("_fill", "_show_answer"):
        counted(monkeypatch, BookingDialog, name, asked)
    dialog = Dialog(stage)
    line = dialog.widget.findChild(QLineEdit, f"booking_{field}") or dialog.widget.findChild(
        QPlainTextEdit, f"booking_{field}"
    )
    assert line is not None
    stage.desk.series.close()  # looks once by itself, soon after the start
    while stage.desk.week.reads_ahead:  # the weeks beside this one
        QApplication.processEvents()
    asked.clear()
    for letter in "Cleo":
        QTest.keyClicks(line, letter)
        QApplication.processEvents()
    assert asked == []
    assert getattr(dialog.model.draft, field) == "Cleo"
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert getattr(dialog.model.draft, field) == "Cle"


def test_a_day_of_those_who_work_round_the_clock_was_proposed_at_midnight(
    salon: Salon, stage: Stage
) -> None:
    hotline = salon.calendar(
        "Hotline", CalendarKind.SIMPLE, hours=Hours(((HoursBlock(0, 24 * 60),),) * 7)
    )
    stage.settle()
    model = stage.desk.bookings.on_day(day(3), stage.window)
    model.change(replace(model.draft, calendar=hotline.id))
    assert (model.draft.day, model.draft.minute) == (day(3), 9 * 60)
    make_it(stage, datetime(2026, 11, 23, 2, 10, tzinfo=UTC))
    model = stage.desk.bookings.on_day(day(0), stage.window)
    model.change(replace(model.draft, calendar=hotline.id))
    assert model.draft.day == day(0)
    assert 3 * 60 < model.draft.minute < 4 * 60, "who asks is awake"
