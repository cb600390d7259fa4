"""An appointment that is dragged stays with its staff member unless the person says otherwise."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import move
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import get_appointment
from lcdesk.ui.week.week import Drop
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage, opened


@pytest.fixture
def scene(salon: Salon) -> None:
    """Ana is busy from two to four on Tuesday; Ben is free."""
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Quarterly numbers", at(1, 14), at(1, 16))


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
    stage.window.grid.requests.move_requested.emit(f"a{one.id}", Drop(day(1), 14 * 60))
    assert now(stage, one) == (one.span, (stage.salon.ana.id,))
    assert "Quarterly numbers" in said[0]
    assert stage.child(stage.window, "toast_button").property("text") == "Move anyway"
    stage.press(stage.window, "toast_button")
    moved, staff = now(stage, one)
    assert (moved.start, staff) == (at(1, 14), (stage.salon.ana.id,))
    assert said[-1] == "Moved: Cleo Park – with Ana"
    stage.press(stage.window, "toast_button")
    assert now(stage, one) == (one.span, (stage.salon.ana.id,))


@pytest.mark.parametrize("kind", [CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE])
def test_a_drop_on_busy_time_can_be_given_to_who_is_free(stage: Stage, kind: CalendarKind) -> None:
    one = booked(stage, kind)
    said: list[str] = []
    stage.desk.changes.offered.connect(lambda offer: said.append(offer.text))
    stage.window.grid.requests.move_requested.emit(f"a{one.id}", Drop(day(1), 14 * 60))
    other = stage.child(stage.window, "toast_other")
    assert isinstance(other, QPushButton)
    assert (said[0].split(":")[0], other.text()) == (
        "Not moved. Ana is busy in iCloud",
        "Give to Ben",
    )
    stage.press(stage.window, "toast_other")
    moved, staff = now(stage, one)
    assert (moved.start, staff) == (at(1, 14), (stage.salon.ben.id,))
    assert said[-1] == "Moved: Cleo Park – with Ben"
    stage.press(stage.window, "toast_button")
    assert now(stage, one) == (one.span, (stage.salon.ana.id,))


def test_of_several_who_are_free_the_rules_choose(salon: Salon, qtbot: QtBot) -> None:
    dora = salon.staff("Dora")
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Quarterly numbers", at(1, 14), at(1, 16))
    made = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben, dora)
    salon.book(made, at(2, 10), staff=(salon.ben.id,))  # so that it is Dora's turn
    one = salon.book(made, at(1, 10), staff=(salon.ana.id,))
    with opened(salon, qtbot) as stage:
        stage.window.grid.requests.move_requested.emit(f"a{one.id}", Drop(day(1), 14 * 60))
        stage.press(stage.window, "toast_other")
        assert now(stage, one)[1] == (dora.id,)


def test_nobody_is_named_where_nobody_else_could_have_it(stage: Stage) -> None:
    salon = stage.salon
    made = salon.calendar("Alone", CalendarKind.ROUND_ROBIN, salon.ana)
    one = salon.book(made, at(1, 10))
    stage.settle()
    stage.window.grid.requests.move_requested.emit(f"a{one.id}", Drop(day(1), 14 * 60))
    assert stage.child(stage.window, "toast_button").isVisible()
    assert not stage.child(stage.window, "toast_other").isVisible()


def test_what_was_promised_to_one_is_not_given_to_another(stage: Stage) -> None:
    one = booked(stage, CalendarKind.ROUND_ROBIN)
    refused: list[str] = []
    stage.desk.changes.refused.connect(refused.append)
    stage.window.grid.requests.move_requested.emit(f"a{one.id}", Drop(day(1), 14 * 60))
    linked = stage.salon.connect(stage.salon.ben)
    stage.salon.mirror(linked["Family"], "Dentist", at(1, 14), at(1, 15))
    stage.press(stage.window, "toast_other")
    assert now(stage, one) == (one.span, (stage.salon.ana.id,))
    assert len(refused) == 1


def test_a_refused_drop_told_its_reason_at_the_pointer_and_in_the_note(stage: Stage) -> None:
    one = booked(stage, CalendarKind.ROUND_ROBIN)
    told: list[str] = []
    stage.desk.changes.refused.connect(told.append)
    stage.desk.changes.offered.connect(lambda offer: told.append(offer.text))
    stage.window.grid.requests.move_requested.emit(f"a{one.id}", Drop(day(1), 14 * 60))
    assert [text.count("Quarterly numbers") for text in told] == [1]


def test_a_move_is_not_undone_once_it_was_moved_on(stage: Stage) -> None:
    one = booked(stage, CalendarKind.ROUND_ROBIN)
    stage.window.grid.requests.move_requested.emit(f"a{one.id}", Drop(day(2), 14 * 60))
    with stage.salon.database.write() as tx:
        move(tx, one.id, start=at(3, 11), now=stage.salon.now)
    refused: list[str] = []
    stage.desk.changes.refused.connect(refused.append)
    stage.press(stage.window, "toast_button")
    assert now(stage, one)[0].start == at(3, 11)
    assert "changed again since" in refused[0]


def test_an_edge_dragged_past_the_members_time_keeps_the_member(stage: Stage) -> None:
    one = booked(stage, CalendarKind.ROUND_ROBIN)
    stage.window.grid.requests.resize_requested.emit(f"a{one.id}", day(1), 600, 15 * 60)
    assert now(stage, one) == (one.span, (stage.salon.ana.id,))


def test_a_free_drop_names_who_has_it_and_undo_gives_both_back(stage: Stage) -> None:
    one = booked(stage, CalendarKind.ROUND_ROBIN)
    said: list[str] = []
    stage.desk.changes.offered.connect(lambda offer: said.append(offer.text))
    stage.window.grid.requests.move_requested.emit(f"a{one.id}", Drop(day(2), 14 * 60))
    moved, staff = now(stage, one)
    assert (moved.start, staff) == (at(2, 14), (stage.salon.ana.id,))
    assert "Ana" in said[0]
    stage.press(stage.window, "toast_button")
    assert now(stage, one) == (one.span, (stage.salon.ana.id,))


def test_a_longer_appointment_says_until_when(stage: Stage) -> None:
    one = booked(stage, CalendarKind.ROUND_ROBIN)
    said: list[str] = []
    stage.desk.changes.offered.connect(lambda offer: said.append(offer.text))
    stage.window.grid.requests.resize_requested.emit(f"a{one.id}", day(1), 600, 690)
    assert said[0].startswith("Until 11:30")


def test_a_refused_drop_was_told_in_a_narrow_column(stage: Stage) -> None:
    booked(stage, CalendarKind.ROUND_ROBIN)
    stage.settle()
    stage.window.grid.requests.move_requested.emit(
        stage.desk.week.block_of("a1"), Drop(day(1), 14 * 60)
    )
    stage.settle()
    text = stage.child(stage.window, "toast_text")
    assert text.height() <= 3 * text.fontMetrics().height()
    assert text.width() >= 250


def test_a_move_of_an_event_from_icloud_was_not_offered_back(salon: Salon, qtbot: QtBot) -> None:
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Work"], "Lunch", at(2, 12), at(2, 13))
    with opened(salon, qtbot) as stage:
        stage.window.grid.requests.move_requested.emit(
            stage.block("Lunch").id, Drop(day(2), 15 * 60)
        )
        stage.settle()
        assert [entry.span.start for entry in salon.agenda()] == [at(2, 15)]
        text = stage.child(stage.window, "toast_text")
        assert isinstance(text, QLabel)
        assert text.text() == "Moved: Lunch"
        stage.press(stage.window, "toast_button")
        stage.settle()
        assert [entry.span.start for entry in salon.agenda()] == [at(2, 12)]


@pytest.mark.parametrize("kind", ["time blocked by hand", "an event of the primary calendar"])
def test_what_was_only_made_longer_was_said_to_be_moved(stage: Stage, kind: str) -> None:
    salon = stage.salon
    if kind == "time blocked by hand":
        with salon.database.write() as tx:
            block(tx, start=at(3, 12), end=at(3, 13), title="Lunch", staff=salon.ben.id)
    else:
        salon.mirror(salon.connect(salon.ben)["Work"], "Lunch", at(3, 12), at(3, 13))
    stage.settle()
    grid = stage.window.grid
    grid.requests.resize_requested.emit(stage.block("Lunch").id, day(3), 720, 810)
    stage.settle()
    text = stage.child(stage.window, "toast_text")
    assert isinstance(text, QLabel)
    assert text.text() == "Until 13:30: Lunch"
    grid.requests.resize_requested.emit(stage.block("Lunch").id, day(3), 690, 810)
    stage.settle()
    assert text.text() == "From 11:30: Lunch"
    grid.requests.move_requested.emit(stage.block("Lunch").id, Drop(day(4), 690))
    stage.settle()
    assert text.text() == "Moved: Lunch"
