"""Time that opens up: who waits for it is said over the week, and booked from there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import cancel
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.appointments import all_appointments
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.waiting import openings_model
from tests.salon import Salon, at, day
from tests.ui.waiting.hands import listed, put
from tests.ui.window.stage import Stage


@pytest.fixture
def yoga(salon: Salon) -> Calendar:
    return salon.calendar(
        "Yoga", CalendarKind.CLASS, salon.ben, seats=1, interval=timedelta(hours=1)
    )


@pytest.fixture
def seat(salon: Salon, yoga: Calendar) -> Appointment:
    """The only seat of a session on Tuesday at two."""
    return salon.book(yoga, at(1, 14))


def free(stage: Stage, qtbot: QtBot, seat: Appointment) -> str:
    """Cancel it, and what is said of it then."""
    with qtbot.waitSignal(stage.desk.waiting.openings.changed), stage.salon.database.write() as tx:
        cancel(tx, seat.id, now=stage.salon.now)
    return stage.window.waiting_strip.text


def test_a_cancellation_says_who_waits(
    salon: Salon, yoga: Calendar, seat: Appointment, stage: Stage, qtbot: QtBot
) -> None:
    wish = {"first": day(1), "last": day(1), "after": 14 * 60, "before": 15 * 60}
    put(salon, yoga, "Anna Berg", **wish)
    put(salon, yoga, "Later", **wish)
    assert free(stage, qtbot, seat) == (
        "A seat is free on Tue 24 Nov, 14:00: Anna Berg is waiting for Yoga. "
        "1 other could come too."
    )
    assert stage.window.waiting_strip.isVisible()
    stage.press(stage.window, "waiting_strip_other")
    assert not stage.window.waiting_strip.isVisible()


def test_nothing_is_said_where_nobody_waits(seat: Appointment, stage: Stage, qtbot: QtBot) -> None:
    assert free(stage, qtbot, seat) == ""


def test_it_is_booked_from_the_strip_and_then_the_next_is_named(
    salon: Salon, yoga: Calendar, seat: Appointment, stage: Stage, qtbot: QtBot
) -> None:
    wish = {"first": day(1), "last": day(1), "after": 14 * 60}
    put(salon, yoga, "Anna Berg", **wish)
    put(salon, yoga, "Later", **wish)
    free(stage, qtbot, seat)
    stage.press(stage.window, "waiting_strip_button")
    booking = stage.window.findChild(BookingDialog)
    assert booking is not None
    with qtbot.waitSignal(stage.desk.waiting.openings.changed):
        booking.accept()
    assert [entry.since for entry in listed(salon)] == [at(0, 7)]
    with salon.database.read() as reader:
        taken = [one.span.start for one in all_appointments(reader) if one.status.takes_time]
    assert taken == [at(1, 14)]
    assert stage.window.waiting_strip.text == "", "the only seat is taken"


def test_turning_the_week_asks_nothing(
    salon: Salon,
    yoga: Calendar,
    seat: Appointment,
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However many wait, the week costs what it did."""
    put(salon, yoga)
    stage.settle()
    asked: list[object] = []
    monkeypatch.setattr(openings_model, "read_fits", lambda *given: asked.append(given))
    for step in (1, 1, -1):
        stage.desk.week.step(step)
        stage.settle()
    salon.book(yoga, at(2, 10), Contact(0, "Gus"))
    stage.settle()
    assert asked == []
