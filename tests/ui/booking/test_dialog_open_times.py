"""The booking dialog's strip of days, next open times, repeat list and what each kind tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every, Repeats, WhenTaken
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.people import Contact, Hours
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.store.accounts import linked_calendars, set_linked_writable
from lcdesk.model.store.remote import objects
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.series.repeat_box import RepeatBox
from lcdesk.ui.week.week import Column
from tests.salon import CLEO, Salon, at, day
from tests.ui.aside import wait_until
from tests.ui.window.stage import Stage, opened


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.visit(repeats=Repeats())


class Dialog:
    """The dialog and its model, settled."""

    def __init__(self, stage: Stage, offset: int = 1, minute: int = 600) -> None:
        stage.window.grid.requests.create_requested.emit(Column(day(offset)), minute, minute + 30)
        found = stage.window.findChild(BookingDialog)
        assert found is not None
        self.widget = found
        model = found.findChild(BookingModel)
        assert model is not None
        self.model = model
        self.settle()

    def settle(self) -> None:
        """Let every question that is asked beside the window be answered."""
        wait_until(lambda: self.model.ahead.is_done and self.model.repeat.is_done)

    def button(self, name: str) -> QPushButton:
        found = self.widget.findChild(QPushButton, f"booking_{name}")
        assert found is not None
        return found

    def label(self, name: str) -> str:
        found = self.widget.findChild(QLabel, f"booking_{name}")
        assert found is not None
        return str(found.text())

    def choose(self, name: str, text: str) -> None:
        box = self.widget.findChild(QComboBox, f"booking_{name}")
        assert box is not None
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())
        self.settle()

    def chosen(self, name: str) -> str:
        box = self.widget.findChild(QComboBox, f"booking_{name}")
        assert box is not None
        return str(box.currentText())

    def strip(self) -> list[str]:
        return [self.button(f"day_{at}").text().replace("\n", ": ") for at in range(7)]

    def next_ones(self) -> list[str]:
        return [self.button(f"slot_{at}").text() for at in range(6)]

    def dates(self) -> list[str]:
        found = self.widget.findChild(QListWidget, "booking_dates")
        assert found is not None
        return [found.item(row).text() for row in range(found.count())]

    def repeat(self, every: str, times: int) -> None:
        self.choose("every", every)
        self.choose("ends", "After")
        spin = self.widget.findChild(QSpinBox, "booking_series_times")
        assert spin is not None
        spin.setValue(times)
        self.settle()

    def book_for(self, name: str) -> None:
        line = self.widget.findChild(QLineEdit, "booking_name")
        assert line is not None
        line.setText(name)
        line.textEdited.emit(name)
        self.button("book").click()


def test_the_strip_counts_each_days_open_times(stage: Stage) -> None:
    dialog = Dialog(stage)
    assert dialog.strip()[1:3] == ["Tue 24: 18 open: 09:00", "Wed 25: 18 open: 09:00"]
    assert dialog.strip()[5] == "Sat 28: none"
    assert dialog.button("day_1").isChecked()


def test_a_click_on_a_day_picks_its_first_open_time(stage: Stage) -> None:
    dialog = Dialog(stage)
    dialog.button("day_3").click()
    assert (dialog.model.draft.day, dialog.model.draft.minute) == (day(3), 540)
    assert dialog.button("day_3").isChecked()
    assert not dialog.button("day_1").isChecked()


def test_the_next_open_times_are_one_click_away(stage: Stage, visit: Calendar) -> None:
    stage.salon.book(visit, at(1, 17))
    stage.settle()
    dialog = Dialog(stage, minute=16 * 60)
    assert dialog.next_ones()[:4] == [
        "Tue 24, 16:00",
        "Tue 24, 16:30",
        "Tue 24, 17:30",
        "Wed 25, 09:00",
    ]
    dialog.button("slot_3").click()
    assert (dialog.model.draft.day, dialog.model.draft.minute) == (day(2), 540)


def test_they_follow_the_length_and_the_member(stage: Stage) -> None:
    dialog = Dialog(stage, minute=17 * 60)
    dialog.choose("length", "2 h")
    assert dialog.next_ones()[0] == "Wed 25, 09:00"
    assert dialog.strip()[1] == "Tue 24: 15 open: 09:00"


def test_they_follow_the_store(stage: Stage, visit: Calendar) -> None:
    dialog = Dialog(stage)
    assert dialog.next_ones()[0] == "Tue 24, 10:00"
    stage.salon.book(visit, at(1, 10))
    dialog.settle()
    stage.settle()
    dialog.settle()
    assert dialog.next_ones()[0] == "Tue 24, 10:30"


def test_nothing_open_is_said(stage: Stage) -> None:
    zoe = stage.salon.staff("Zoe", hours=Hours())
    stage.salon.calendar("Closed", CalendarKind.ROUND_ROBIN, zoe)
    stage.settle()
    dialog = Dialog(stage)
    dialog.choose("calendar", "Closed")
    assert dialog.label("next_heading") == "Nothing is open in the next 60 days."
    assert not dialog.button("slot_0").isEnabled()


def test_a_recurring_booking_shows_every_date_before_it_is_saved(
    stage: Stage, visit: Calendar
) -> None:
    stage.salon.book(visit, at(1, 10) + timedelta(days=7))
    stage.settle()
    dialog = Dialog(stage)
    dialog.repeat("Weekly", 3)
    assert [date.partition("\n")[0] for date in dialog.dates()] == [
        "Tuesday 24 November, 10:00",
        "Tuesday 1 December, 10:00",
        "Tuesday 8 December, 10:00",
    ]
    assert "left out: Ana has an appointment" in dialog.dates()[1]
    assert "Ana has an appointment: Cleo Park\u2019s 10:00" in dialog.dates()[1]
    assert dialog.button("book").text() == "Book 2 appointments"
    dialog.choose("when_taken", "Move taken dates to the next open time")
    assert "moved to Tuesday 1 December, 10:30" in dialog.dates()[1]
    dialog.book_for("Dana Fischer")
    titles = [entry.title for entry in stage.salon.agenda()]
    assert titles.count("Dana Fischer") == 3


def test_the_rule_of_the_calendar_is_proposed_and_can_be_refused(stage: Stage) -> None:
    """The setting was never used: each booking began with "Never" and "Weekly"."""
    stage.salon.calendar("Once", CalendarKind.ROUND_ROBIN, stage.salon.ana)
    daily = Repeats(Every.DAY, 3, WhenTaken.NEXT)
    stage.salon.calendar("Massage", CalendarKind.SERVICE, stage.salon.ana, repeats=daily)
    stage.settle()
    dialog = Dialog(stage)
    assert dialog.chosen("every") == "Weekly"
    assert dialog.label("repeat_title") == "Every week on Tuesday, 4 times"
    assert dialog.button("book").text() == "Book 4 appointments"
    dialog.choose("every", "Never")
    assert dialog.button("book").text() == "Book"
    dialog.choose("calendar", "Massage")
    assert dialog.label("repeat_title") == "Every day, 3 times"
    assert dialog.chosen("when_taken") == "Move taken dates to the next open time"
    dialog.choose("calendar", "Once")
    assert dialog.chosen("every") == "Never"
    box = dialog.widget.findChild(RepeatBox)
    assert box is not None
    assert box.isHidden()
    dialog.book_for("Dana Fischer")
    assert [entry.title for entry in stage.salon.agenda()].count("Dana Fischer") == 1


def test_what_is_booked_by_the_rule_of_the_calendar_is_a_series(stage: Stage) -> None:
    dialog = Dialog(stage)
    dialog.book_for("Dana Fischer")
    stage.settle()
    card = stage.desk.card(stage.block("Dana Fischer").id)
    assert card is not None
    assert card.repeats == "Every week on Tuesday, 4 times"


def test_a_class_shows_no_repeat(stage: Stage) -> None:
    stage.salon.calendar("Yoga", CalendarKind.CLASS, stage.salon.ben)
    stage.settle()
    dialog = Dialog(stage)
    choice = stage.child(dialog.widget, "booking_every")
    assert not choice.isHidden()
    dialog.choose("calendar", "Yoga")
    assert choice.isHidden()


def test_a_class_tells_its_seats_and_who_attends(stage: Stage) -> None:
    yoga = stage.salon.calendar("Yoga", CalendarKind.CLASS, stage.salon.ben)
    for name in ("Cleo Park", "Dana Fischer"):
        stage.salon.book(yoga, at(1, 10), Contact(0, name))
    stage.settle()
    dialog = Dialog(stage)
    dialog.choose("calendar", "Yoga")
    assert dialog.label("details").splitlines() == [
        "2 of 3 seats taken",
        "Attending: Cleo Park and Dana Fischer",
    ]


def test_a_collective_tells_each_members_state(stage: Stage, visit: Calendar) -> None:
    salon = stage.salon
    salon.calendar("Together", CalendarKind.COLLECTIVE, salon.ana, salon.ben, owner=salon.ana.id)
    salon.book(visit, at(1, 10), CLEO)
    stage.settle()
    dialog = Dialog(stage)
    dialog.choose("calendar", "Together")
    told = dialog.label("details").splitlines()
    assert told == ["Ana has an appointment: Cleo Park\u2019s 10:00", "Ben is free"]


def test_a_service_tells_its_phases(stage: Stage) -> None:
    quarter = timedelta(minutes=15)
    stage.salon.calendar(
        "Colour",
        CalendarKind.SERVICE,
        stage.salon.ben,
        phases=(2 * quarter, quarter, quarter),
    )
    stage.settle()
    dialog = Dialog(stage)
    dialog.choose("calendar", "Colour")
    assert "processing 10:30\u201310:45" in dialog.label("details")


def test_open_times_say_when_icloud_was_last_read(stage: Stage) -> None:
    stage.salon.connect(stage.salon.ana)
    stage.salon.was_read(timedelta(hours=26))
    dialog = Dialog(stage)
    assert dialog.label("warning") == "iCloud last read on Sunday 22 November, 06:00"
    stage.salon.was_read(timedelta(minutes=1))
    dialog.model.ahead.forget()
    dialog.settle()
    assert dialog.label("warning") == ""


def test_whose_calendar_does_not_take_a_booking_is_said_before_it_is_made(stage: Stage) -> None:
    stage.salon.connect(stage.salon.ana)
    stage.salon.was_read(timedelta(minutes=1))
    with stage.salon.database.write() as tx:
        for linked in linked_calendars(tx):
            set_linked_writable(tx, linked.id, writable=False)
    dialog = Dialog(stage)
    assert dialog.label("warning") == (
        "“Work” of Ana is read-only now. What is booked or changed is kept here and sent later."
    )


def test_event_that_could_not_be_read_left_its_time_looking_free(
    salon: Salon, qtbot: QtBot
) -> None:
    salon.calendar("Talk", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    family = salon.connect(salon.ana)["Family"]
    salon.was_read(timedelta(0))
    path = f"{family.path}sick.ics"
    sick = RemoteObject(
        0, family.id, path, path, "1", "sick", "x", ObjectState.QUARANTINED, problem="Sick."
    )
    with opened(salon, qtbot) as stage:
        dialog = Dialog(stage)
        assert dialog.label("warning") == ""
        with salon.database.write() as tx:
            number = objects.insert_object(tx, sick)
            tx.touch(Topic.AGENDA)
        stage.settle()
        dialog.settle()
        assert dialog.label("warning") == (
            "One event of Family (Ana) could not be read in full; its time may be taken. "
            "See Needs attention."
        )
        dialog.choose("staff", "Ben")
        assert dialog.label("warning") == ""
        dialog.choose("staff", "Ana")
        with salon.database.write() as tx:
            objects.update_object(tx, replace(sick, id=number, looked=True))
            tx.touch(Topic.AGENDA)
        stage.settle()
        dialog.settle()
        assert dialog.label("warning") == ""


def test_reasons_on_another_clock_than_the_windows_named_no_zone(
    salon: Salon, qtbot: QtBot
) -> None:
    talk = salon.calendar("Talk", CalendarKind.ROUND_ROBIN, salon.ana)
    family = salon.connect(salon.ana)["Family"]
    salon.mirror(family, "Dentist", at(1, 15), at(1, 16))
    salon.book(talk, at(1, 16))
    with opened(salon, qtbot, local_zone="America/New_York") as stage:
        dialog = Dialog(stage, minute=9 * 60 + 30)  # half past three in Berlin
        dialog.choose("length", "1 hour")
        told = dialog.label("reasons")
        assert "Dentist 15:00\N{EN DASH}16:00 (Berlin)" in told
        assert "16:00 (Berlin)" in told.splitlines()[-1]
        dialog.model.go_to(day(1), 3 * 60 - 30)
        assert "no hours at 08:30 (Berlin)" in dialog.label("reasons")
    with opened(salon, qtbot) as stage:
        dialog = Dialog(stage, minute=15 * 60 + 30)
        assert "Dentist 15:00" in dialog.label("reasons")
        assert "Berlin" not in dialog.label("reasons")
