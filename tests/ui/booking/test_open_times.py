"""The grid tints what can be booked, and says why the rest cannot."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.ui.settings.general_model import GeneralSettings
from lcdesk.ui.week import week_aside_model
from lcdesk.ui.week.week import Column, DayColumn
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage

QUARTER = timedelta(minutes=15)


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.visit(after=QUARTER)


def settle(stage: Stage) -> None:
    """The store's news, then the rules' answer."""
    for _ in range(3):
        stage.settle()


def column(stage: Stage, offset: int) -> DayColumn:
    return stage.window.grid.canvas.scene.week.days[offset]


def tip(stage: Stage, offset: int, minute: int) -> str:
    return stage.window.grid.canvas.tips.tip_at(QPointF(stage.point(offset, minute)))[0]


def test_the_only_calendar_shown_tints_its_open_times(stage: Stage) -> None:
    assert stage.window.grid.canvas.scene.week.bookable_on == "First visit"
    assert column(stage, 1).bookable == ((540, 1080),)
    assert column(stage, 5).bookable == ()


def test_what_is_past_is_not_tinted(stage: Stage) -> None:
    stage.salon.now = at(0, 10, 10)
    stage.desk.week.refresh()
    settle(stage)
    assert column(stage, 0).bookable == ((630, 1080),)


def test_a_booking_takes_its_time_and_buffer_out(stage: Stage, visit: Calendar) -> None:
    stage.salon.book(visit, at(1, 12))
    settle(stage)
    assert column(stage, 1).bookable == ((540, 690), (780, 1080))  # both buffers


def test_a_closed_row_says_every_reason_with_its_cause(stage: Stage, visit: Calendar) -> None:
    linked = stage.salon.connect(stage.salon.ana)
    stage.salon.mirror(linked["Family"], "Dentist", at(2, 10), at(2, 11))
    stage.salon.book(visit, at(1, 12))
    stage.salon.was_read(timedelta(minutes=1))
    settle(stage)
    assert tip(stage, 1, 10 * 60) == ""
    why = stage.desk.rows.why
    assert "Ana is busy in iCloud: Family: Dentist 10:00\u201311:00" in why(Column(day(2)), 600)
    assert "Ana has no hours on Saturday" in tip(stage, 5, 600)
    assert "Ana needs the buffer after Cleo Park\u2019s 12:00" in tip(stage, 1, 750)


def test_a_row_says_when_what_it_is_told_by_is_old(stage: Stage, visit: Calendar) -> None:
    stage.salon.connect(stage.salon.ana)
    why = stage.desk.rows.why
    assert visit.staff == (stage.salon.ana.id,)
    assert why(Column(day(1)), 600) == "iCloud has not been read yet"
    stage.salon.was_read(timedelta(minutes=15))
    assert why(Column(day(1)), 600) == ""
    stage.salon.was_read(timedelta(minutes=16))
    assert why(Column(day(1)), 600) == "iCloud last read at 07:44"
    closed = why(Column(day(5)), 600).splitlines()
    assert closed[0] == "Not open on First visit:"
    assert closed[-1] == "iCloud last read at 07:44"
    GeneralSettings(stage.salon.database).stale_minutes = 30
    assert why(Column(day(1)), 600) == ""


def test_with_several_calendars_one_is_asked_for(stage: Stage) -> None:
    salon = stage.salon
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben)
    settle(stage)
    assert stage.window.grid.canvas.scene.week.bookable_on == ""
    stage.window.side.open_times_picked.emit(yoga.id)
    settle(stage)
    assert stage.window.grid.canvas.scene.week.bookable_on == "Yoga"
    assert column(stage, 1).bookable == ((540, 1080),)
    stage.desk.week.show_kind(CalendarKind.ROUND_ROBIN)
    settle(stage)
    assert stage.window.grid.canvas.scene.week.bookable_on == "First visit"


@pytest.fixture
def reads_no_week_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the next week is known, however slow the machine is."""
    monkeypatch.setattr(week_aside_model, "_AHEAD_MS", 60_000)


@pytest.mark.usefixtures("reads_no_week_ahead")
def test_the_tint_comes_without_composing_the_blocks_again(stage: Stage) -> None:
    stage.desk.week.step(1)
    scene = stage.window.grid.canvas.scene
    assert column(stage, 1).bookable == ()
    settle(stage)
    assert stage.window.grid.canvas.scene is scene
    assert column(stage, 1).bookable != ()
