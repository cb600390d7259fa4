"""What a block looks like: what it needs around it, what is not certain, who did not come."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QColor

from lcdesk.model.commands.appointments import set_status
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Contact
from lcdesk.ui.context.view_filter import ViewFilter
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.week.grid.block_style import signs
from tests.salon import Salon, at
from tests.ui.window.stage import Stage

MINUTE = timedelta(minutes=1)


@pytest.fixture
def scene(salon: Salon) -> None:
    """Cleo at ten with half an hour around it, Dora's colour at one, Eva who did not come."""
    visit = salon.visit(salon.ana, before=30 * MINUTE, after=30 * MINUTE)
    colour = salon.calendar(
        "Colour",
        CalendarKind.SERVICE,
        salon.ben,
        phases=(30 * MINUTE, 60 * MINUTE, 30 * MINUTE),
    )
    salon.book(visit, at(1, 10))
    salon.book(colour, at(1, 13), Contact(0, "Dora Lee"))
    for hour, name, status in (
        (10, "Eva Moss", Status.NOSHOW),
        (15, "Finn Roth", Status.CANCELLED),
    ):
        made = salon.book(visit, at(2, hour), Contact(0, name))
        with salon.database.write() as tx:
            set_status(tx, made.id, status, now=salon.now)


def colour_at(stage: Stage, offset: int, minute: int) -> QColor:
    """In the day's first third, where a block has no words."""
    canvas = stage.window.grid.canvas
    point = stage.point(offset, minute)
    image = canvas.grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(point.x() * ratio), round(point.y() * ratio))


def test_time_around_an_appointment_is_a_faint_edge(stage: Stage) -> None:
    free = colour_at(stage, 1, 16 * 60 + 5)
    before, after = colour_at(stage, 1, 9 * 60 + 35), colour_at(stage, 1, 10 * 60 + 35)
    block = colour_at(stage, 1, 10 * 60 + 20)
    assert before == after
    assert len({colour.name() for colour in (free, before, block)}) == 3
    assert colour_at(stage, 1, 11 * 60 + 5) == free


def test_the_edge_can_be_booked_into_by_hand_like_any_free_time(stage: Stage) -> None:
    canvas = stage.window.grid.canvas
    point = stage.point(1, 9 * 60 + 35)
    assert canvas.scene.at(point.x(), point.y()) is None


def test_processing_time_is_lighter_than_the_rest(stage: Stage) -> None:
    busy, free = colour_at(stage, 1, 14 * 60 + 50), colour_at(stage, 1, 14 * 60 + 5)
    assert stage.block("Dora Lee").processing == (13 * 60 + 30, 14 * 60 + 30)
    assert free.lightness() > busy.lightness()


def test_who_did_not_come_is_marked_and_keeps_the_time(stage: Stage) -> None:
    absent = stage.block("Eva Moss")
    assert Sign.NOSHOW in signs(absent)
    assert absent.before == 30
    assert Sign.NOSHOW not in signs(stage.block("Cleo Park"))


def test_cancelled_appointments_are_struck_and_can_be_hidden(stage: Stage) -> None:
    action = stage.window.actions_table["cancelled"]
    assert action.isChecked()
    cancelled = stage.block("Finn Roth")
    assert (cancelled.struck, cancelled.before) == (True, 0)
    action.trigger()
    stage.settle()
    assert "Finn Roth" not in stage.titles()
    stage.desk.week.show_kind(None)  # a tab keeps the choice
    assert stage.desk.week.shown == ViewFilter(hides_cancelled=True)
    action.trigger()
    stage.settle()
    assert "Finn Roth" in stage.titles()


def test_a_narrow_block_has_the_initials_of_its_staff(stage: Stage) -> None:
    assert stage.block("Cleo Park").initials == "A"
