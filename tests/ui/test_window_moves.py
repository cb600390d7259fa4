"""An appointment that is dragged stays with its staff member unless the person says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import get_appointment
from tests.salon import Salon, at, day
from tests.ui.window_stage import Stage, opened


@pytest.fixture
def stage(salon: Salon, qtbot: QtBot) -> Iterator[Stage]:
    """Ana is busy from two to four on Tuesday; Ben is free."""
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Quarterly numbers", at(1, 14), at(1, 16))
    with opened(salon, qtbot) as stage:
        yield stage


def booked(stage: Stage, kind: CalendarKind) -> Appointment:
    """With Ana, on Tuesday at ten."""
    salon = stage.salon
    made = salon.calendar("First visit", kind, salon.ana, salon.ben)
    one = salon.book(made, at(1, 10), staff=(salon.ana.id,))
    stage.settle()
    return one


def now(stage: Stage, one: Appointment) -> tuple[TimeSpan, tuple[int, ...]]:
    """When it is, and whose."""
    stage.settle()
    with stage.salon.database.read() as reader:
        found = get_appointment(reader, one.id)
    assert found is not None
    return found.span, found.staff


@pytest.mark.parametrize("kind", [CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE])
def test_a_drop_on_busy_time_hands_nobody_to_another_member(
    stage: Stage, kind: CalendarKind
) -> None:
    one = booked(stage, kind)
    said: list[str] = []
    stage.desk.changes.offered.connect(lambda offer: said.append(offer.text))
    stage.window.grid.move_requested.emit(f"a{one.id}", day(1), 14 * 60)
    assert now(stage, one) == (one.span, (stage.salon.ana.id,))
    assert "Quarterly numbers" in said[0]
    stage.press(stage.window, "toast_button")
    moved, staff = now(stage, one)
    assert (moved.start, staff) == (at(1, 14), (stage.salon.ana.id,))


def test_an_edge_dragged_past_the_members_time_keeps_the_member(stage: Stage) -> None:
    one = booked(stage, CalendarKind.ROUND_ROBIN)
    stage.window.grid.resize_requested.emit(f"a{one.id}", day(1), 600, 15 * 60)
    assert now(stage, one) == (one.span, (stage.salon.ana.id,))


def test_a_free_drop_names_who_has_it_and_undo_gives_both_back(stage: Stage) -> None:
    one = booked(stage, CalendarKind.ROUND_ROBIN)
    said: list[str] = []
    stage.desk.changes.offered.connect(lambda offer: said.append(offer.text))
    stage.window.grid.move_requested.emit(f"a{one.id}", day(2), 14 * 60)
    moved, staff = now(stage, one)
    assert (moved.start, staff) == (at(2, 14), (stage.salon.ana.id,))
    assert "Ana" in said[0]
    stage.press(stage.window, "toast_button")
    assert now(stage, one) == (one.span, (stage.salon.ana.id,))


def test_a_longer_appointment_says_until_when(stage: Stage) -> None:
    one = booked(stage, CalendarKind.ROUND_ROBIN)
    said: list[str] = []
    stage.desk.changes.offered.connect(lambda offer: said.append(offer.text))
    stage.window.grid.resize_requested.emit(f"a{one.id}", day(1), 600, 690)
    assert said[0].startswith("Until 11:30")
