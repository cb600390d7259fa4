"""Series in the real window: booked in the dialog, moved, cancelled and taken back by scope."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QTimeEdit,
)

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every, Repeats, WhenTaken
from lcdesk.model.domain.events import Status
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.series import all_series
from lcdesk.ui.series.scope import ScopeDialog
from lcdesk.ui.week.week import Drop
from tests.salon import Salon, at, day
from tests.ui.series.hands import Asked, Booking
from tests.ui.window.stage import Stage

WEEK = timedelta(days=7)


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.visit()


def living(stage: Stage) -> list[str]:
    with stage.salon.database.read() as reader:
        found = [
            appointment for appointment in all_appointments(reader) if appointment.status.takes_time
        ]
    berlin = timedelta(hours=1)
    ordered = sorted(found, key=lambda appointment: appointment.span.start)
    return [f"{appointment.span.start + berlin:%a %d %b %H:%M}" for appointment in ordered]


def booked(stage: Stage, times: int = 4) -> None:
    """A weekly series on Tuesdays at ten, booked in the dialog."""
    dialog = Booking(stage)
    dialog.weekly(times)
    dialog.book_for("Dana Fischer")
    stage.settle()


def test_a_series_is_booked_moved_cancelled_and_taken_back_in_the_window(stage: Stage) -> None:
    booked(stage)
    assert living(stage) == [
        "Tue 24 Nov 10:00", "Tue 01 Dec 10:00", "Tue 08 Dec 10:00", "Tue 15 Dec 10:00",
    ]  # fmt: skip
    stage.desk.week.go_to(day(1) + WEEK)
    stage.settle()
    block = stage.block("Dana Fischer")
    assert block.repeats
    stage.window.grid.requests.move_requested.emit(block.id, Drop(day(2) + WEEK, 14 * 60))
    asked = Asked(stage)
    assert living(stage)[1] == "Tue 01 Dec 10:00", "nothing is moved before it is answered"
    assert asked.choices() == ["This appointment", "This and following (3)", "All 4 appointments"]
    assert asked.dates() == ["Wednesday 2 December, 14:00"]
    asked.answer(Scope.FOLLOWING)
    assert asked.dates() == [f"Wednesday {n} December, 14:00" for n in (2, 9, 16)]
    assert asked.button.text() == "Move 3 appointments"
    asked.go()
    assert living(stage) == [
        "Tue 24 Nov 10:00", "Wed 02 Dec 14:00", "Wed 09 Dec 14:00", "Wed 16 Dec 14:00",
    ]  # fmt: skip
    assert stage.window.toast.isVisible()
    stage.window.toast.accepted.emit()
    stage.settle()
    assert living(stage)[1:] == ["Tue 01 Dec 10:00", "Tue 08 Dec 10:00", "Tue 15 Dec 10:00"]
    stage.window.grid.requests.delete_requested.emit(stage.block("Dana Fischer").id)
    asked = Asked(stage)
    asked.answer(Scope.ALL)
    assert asked.button.text() == "Cancel 4 appointments"
    asked.go()
    assert living(stage) == []
    stage.window.toast.accepted.emit()
    stage.settle()
    assert len(living(stage)) == 4


def test_a_new_series_is_taken_back_by_its_toast(stage: Stage, visit: Calendar) -> None:
    """Only a series made of an appointment that stands had a way back."""
    stage.salon.book(visit, at(8, 10))
    before = living(stage)
    booked(stage)
    toast = stage.window.toast
    assert stage.child(toast, "toast_text").property("text") == (
        "Booked 3 appointments, 1 date left out: Dana Fischer"
    )
    stage.press(toast, "toast_button")
    stage.settle()
    assert living(stage) == before
    assert [block.title for block in stage.blocks()] == []
    with stage.salon.database.read() as reader:
        assert all_series(reader) == ()


def test_the_card_tells_how_it_repeats(stage: Stage) -> None:
    booked(stage)
    card = stage.desk.card(stage.block("Dana Fischer").id)
    assert card is not None
    assert card.repeats == "Every week on Tuesday, 4 times"


def test_every_date_is_shown_with_its_reasons_before_it_is_saved(
    stage: Stage, visit: Calendar
) -> None:
    stage.salon.book(visit, at(8, 10))
    stage.settle()
    dialog = Booking(stage)
    dialog.weekly(3)
    assert "left out: Ana has an appointment" in dialog.dates()[1]
    assert dialog.button == "Book 2 appointments"
    assert dialog.text("dates_summary") == "2 of 3 dates will be booked"
    dialog.choose("when_taken", "Book taken dates anyway")
    assert "booked anyway" in dialog.dates()[1]
    dialog.book_for("Dana Fischer")
    assert living(stage).count("Tue 01 Dec 10:00") == 2


def test_what_the_dates_do_to_each_other_is_shown_before_it_is_saved(
    stage: Stage, visit: Calendar
) -> None:
    """Each was checked as if it were the only one, so the list promised what was not booked."""
    with stage.salon.database.write() as tx:
        save_calendar(tx, replace(visit, after=timedelta(hours=23, minutes=45)), stage.salon.now)
    stage.settle()
    dialog = Booking(stage)
    dialog.weekly(2)
    dialog.choose("every", "Daily")
    dialog.spin("series_times", 3)
    assert dialog.dates()[0] == "Tuesday 24 November, 10:00"
    assert "Ana needs the buffer after this booking’s 10:00" in dialog.dates()[1]
    assert dialog.dates()[2] == "Thursday 26 November, 10:00"
    assert dialog.button == "Book 2 appointments"
    dialog.book_for("Dana Fischer")
    assert living(stage) == ["Tue 24 Nov 10:00", "Thu 26 Nov 10:00"]


def test_a_day_limit_that_a_moved_date_reaches_is_shown_before_it_is_saved(
    stage: Stage, visit: Calendar
) -> None:
    other = stage.salon.calendar("Other", CalendarKind.ROUND_ROBIN, stage.salon.ana)
    stage.salon.book(other, at(1, 17, 30))
    settings = Repeats(Every.DAY, 3, WhenTaken.NEXT)
    with stage.salon.database.write() as tx:
        save_calendar(tx, replace(visit, repeats=settings, per_day=1), stage.salon.now)
    stage.settle()
    dialog = Booking(stage)
    dialog.choose("every", "Daily")
    dialog.model.go_to(day(1), 17 * 60 + 30)
    dialog.settle()
    assert dialog.dates()[1] == (
        "Wednesday 25 November, 17:30\n"
        "    moved to Thursday 26 November, 09:00: "
        "Ana: the limit of 1 a day is reached on Wednesday 25 November"
    )
    dialog.book_for("Dana Fischer")
    assert living(stage)[1:] == ["Wed 25 Nov 09:00", "Thu 26 Nov 09:00", "Fri 27 Nov 09:00"]


def test_a_rule_can_be_picked_in_every_form(stage: Stage) -> None:
    dialog = Booking(stage)
    dialog.choose("every", "Weekly")
    dialog.press("weekday_4")
    dialog.spin("interval", 2)
    assert dialog.text("repeat_title") == "Every 2 weeks on Tuesday and Friday"
    assert "Later ones are booked as time passes." in dialog.text("dates_summary")
    dialog.choose("every", "Monthly")
    dialog.spin("interval", 1)
    assert dialog.text("repeat_title") == "Every month on day 24"
    dialog.choose("month_days", "on the fourth Tuesday")
    assert dialog.text("repeat_title") == "Every month on the fourth Tuesday"
    dialog.choose("ends", "On a date")
    assert dialog.text("repeat_title").endswith(", until 16 February 2027")
    dialog.choose("every", "Daily")
    dialog.choose("ends", "After")
    dialog.spin("series_times", 3)
    assert dialog.text("repeat_title") == "Every day, 3 times"
    assert len(dialog.dates()) == 3


def test_the_weekday_follows_the_first_date(stage: Stage) -> None:
    dialog = Booking(stage)
    dialog.weekly(2)
    dialog.model.go_to_day(day(3))
    dialog.settle()
    assert dialog.text("repeat_title") == "Every week on Thursday, 2 times"


def test_the_dialog_stays_within_800_pixels_while_it_repeats(stage: Stage) -> None:
    dialog = Booking(stage)
    before = dialog.widget.sizeHint().height()
    dialog.choose("every", "Weekly")
    dialog.press("weekday_4")
    after = dialog.widget.sizeHint().height()
    assert after <= max(before, 800)
    assert after < 800


def test_the_dialog_is_narrow_again_when_it_does_not_repeat(stage: Stage) -> None:
    dialog = Booking(stage)
    before = dialog.widget.width()
    dialog.choose("every", "Weekly")
    assert dialog.widget.width() > before
    dialog.choose("every", "Never")
    assert dialog.widget.width() == before


def test_closed_dates_are_named_before_the_series_is_moved(stage: Stage, visit: Calendar) -> None:
    booked(stage)
    stage.salon.book(visit, at(8, 14))
    stage.settle()
    stage.window.grid.requests.move_requested.emit(
        stage.block("Dana Fischer").id, Drop(day(1), 14 * 60)
    )
    asked = Asked(stage)
    asked.answer(Scope.ALL)
    assert "Ana is not free then" in asked.dates()[1]
    assert asked.button.text() == "Move 4 anyway"
    asked.go()
    assert living(stage).count("Tue 01 Dec 14:00") == 2


def test_a_time_taken_meanwhile_is_shown_instead_of_booked_over(
    stage: Stage, visit: Calendar
) -> None:
    booked(stage)
    stage.window.grid.requests.move_requested.emit(
        stage.block("Dana Fischer").id, Drop(day(1), 14 * 60)
    )
    asked = Asked(stage)
    asked.answer(Scope.ALL)
    stage.salon.book(visit, at(8, 14))
    asked.go()
    assert "Tue 24 Nov 10:00" in living(stage)
    assert "Ana is not free then" in asked.dates()[1]
    problem = asked.widget.findChild(QLabel, "scope_problem")
    assert problem is not None
    assert "Meanwhile some times were taken" in problem.text()


def test_words_are_changed_for_the_scope_that_is_answered(stage: Stage) -> None:
    booked(stage)
    stage.window.grid.requests.open_requested.emit(stage.block("Dana Fischer").id)
    dialog = stage.child(stage.window, "edit_dialog")
    QTest.keyClicks(stage.child(dialog, "edit_title"), "Physio")
    stage.press(dialog, "edit_save")
    asked = Asked(stage)
    asked.answer(Scope.ALL)
    asked.go()
    with stage.salon.database.read() as reader:
        assert {appointment.title for appointment in all_appointments(reader)} == {"Physio"}


def test_the_time_and_words_of_each_date_are_changed_in_the_dialog(stage: Stage) -> None:
    booked(stage)
    stage.window.grid.requests.open_requested.emit(stage.block("Dana Fischer").id)
    dialog = stage.child(stage.window, "edit_dialog")
    start = stage.child(dialog, "edit_start")
    assert isinstance(start, QTimeEdit)
    start.setTime(QTime(14, 0))
    QTest.keyClicks(stage.child(dialog, "edit_title"), "Physio")
    stage.press(dialog, "edit_save")
    asked = Asked(stage)
    asked.answer(Scope.ALL)
    asked.go()
    assert living(stage) == [
        "Tue 24 Nov 14:00", "Tue 01 Dec 14:00", "Tue 08 Dec 14:00", "Tue 15 Dec 14:00",
    ]  # fmt: skip
    with stage.salon.database.read() as reader:
        assert {appointment.title for appointment in all_appointments(reader)} == {"Physio"}
    stage.window.toast.accepted.emit()
    stage.settle()
    assert living(stage)[0] == "Tue 24 Nov 10:00"


def test_a_date_that_was_made_longer_was_said_to_be_moved(stage: Stage) -> None:
    booked(stage)
    block = stage.block("Dana Fischer").id
    stage.window.grid.requests.resize_requested.emit(block, day(1), 600, 690)
    asked = Asked(stage)
    assert asked.button.text() == "Change appointment"
    asked.go()
    text = stage.window.findChild(QLabel, "toast_text")
    assert text is not None
    assert text.text() == "Until 11:30: Dana Fischer – with Ana"


def test_confirming_asks_too(stage: Stage) -> None:
    stage.salon.calendar("Asked", CalendarKind.ROUND_ROBIN, stage.salon.ben, auto_confirm=False)
    stage.settle()
    dialog = Booking(stage)
    dialog.choose("calendar", "Asked")
    dialog.weekly(2)
    dialog.book_for("Dana Fischer")
    stage.settle()
    stage.window.grid.requests.details_requested.emit(stage.block("Dana Fischer").id)
    stage.press(stage.window, "card_confirm")
    asked = Asked(stage)
    asked.answer(Scope.ALL)
    asked.go()
    with stage.salon.database.read() as reader:
        assert {appointment.status for appointment in all_appointments(reader)} == {
            Status.CONFIRMED
        }


def test_going_back_changes_nothing(stage: Stage) -> None:
    booked(stage)
    before = living(stage)
    stage.window.grid.requests.delete_requested.emit(stage.block("Dana Fischer").id)
    QTest.keyClick(Asked(stage).widget, Qt.Key.Key_Escape)
    stage.settle()
    assert living(stage) == before


def test_the_last_of_a_series_is_asked_nothing(stage: Stage) -> None:
    booked(stage, times=1)
    stage.window.grid.requests.delete_requested.emit(stage.block("Dana Fischer").id)
    assert stage.window.findChild(ScopeDialog) is None
    assert living(stage) == []


def test_an_endless_series_of_which_one_is_booked_is_asked_about(stage: Stage) -> None:
    salon = stage.salon
    salon.calendar("Soon", CalendarKind.ROUND_ROBIN, salon.ben, window=timedelta(days=3))
    stage.settle()
    dialog = Booking(stage)
    dialog.choose("calendar", "Soon")
    dialog.choose("every", "Weekly")
    dialog.book_for("Dana Fischer")
    stage.settle()
    stage.window.grid.requests.delete_requested.emit(stage.block("Dana Fischer").id)
    asked = Asked(stage)
    asked.answer(Scope.ALL)
    assert asked.note() == "The series ends, and no later dates are booked."
    asked.go()
    with salon.database.read() as reader:
        assert all_series(reader) == ()


def test_what_has_begun_is_said_to_stay(stage: Stage) -> None:
    booked(stage)
    stage.salon.now = at(2, 8)
    stage.window.grid.requests.delete_requested.emit(stage.block("Dana Fischer").id)
    asked = Asked(stage)
    asked.answer(Scope.ALL)
    assert asked.note() == "Appointments that have begun stay as they are."


def test_a_series_never_ends_before_its_first_date(stage: Stage) -> None:
    dialog = Booking(stage)
    dialog.choose("every", "Weekly")
    dialog.choose("ends", "On a date")
    dialog.model.go_to_day(date(2027, 9, 7))
    dialog.settle()
    assert dialog.text("repeat_title") == "Every week on Tuesday, until 7 September 2027"
    assert len(dialog.dates()) == 1
