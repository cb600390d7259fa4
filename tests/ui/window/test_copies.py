"""Ctrl held while dragging copies; the original stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import AgendaEntry, EntryKind
from lcdesk.ui.week.week import Drop
from tests.salon import Salon, at, day
from tests.ui.week.grid.hands import CONTROL, LEFT, NONE, drag
from tests.ui.window.stage import Stage


@pytest.fixture
def scene(salon: Salon) -> None:
    """Cleo is booked on Tuesday at ten with Ana, who has numbers from two to four; Ben is free."""
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Quarterly numbers", at(1, 14), at(1, 16))
    visit = salon.visit(salon.ana, salon.ben)
    salon.book(
        visit, at(1, 10), staff=(salon.ana.id,), length=timedelta(hours=1), notes="By the window"
    )


def entries(stage: Stage, kind: EntryKind = EntryKind.APPOINTMENT) -> list[AgendaEntry]:
    """In order of their start."""
    stage.settle()
    found = [entry for entry in stage.salon.agenda() if entry.kind is kind and entry.linked is None]
    return sorted(found, key=lambda appointment: appointment.span.start)


def dragged(stage: Stage, start: QPoint, end: QPoint) -> None:
    drag(stage.window.grid, start, end, CONTROL)


def test_a_drag_with_ctrl_books_once_more_and_undo_takes_it_back(stage: Stage) -> None:
    before = entries(stage)
    said: list[str] = []
    stage.desk.changes.offered.connect(lambda offer: said.append(offer.text))
    dragged(stage, stage.point(1, 615), stage.point(2, 675))
    one, copy = entries(stage)
    assert one == before[0]
    assert (copy.span.start, copy.span.length) == (at(2, 11), timedelta(hours=1))
    for name in ("title", "contacts", "calendar", "staff", "notes", "location"):
        assert getattr(copy, name) == getattr(one, name), name
    assert said == ["Booked: Cleo Park – with Ana"]
    stage.press(stage.window, "toast_button")
    assert entries(stage) == before


def test_a_copy_on_busy_time_asks_and_goes_to_who_is_free(stage: Stage) -> None:
    dragged(stage, stage.point(1, 615), stage.point(1, 855))
    assert len(entries(stage)) == 1
    other = stage.child(stage.window, "toast_other")
    assert isinstance(other, QPushButton)
    assert other.text() == "Give to Ben"
    stage.press(stage.window, "toast_other")
    one, copy = entries(stage)
    assert (one.staff, copy.staff) == ((stage.salon.ana.id,), (stage.salon.ben.id,))
    assert copy.span.start == at(1, 14)


def test_the_pointer_says_that_it_copies_and_follows_ctrl(stage: Stage) -> None:
    canvas = stage.window.grid.canvas
    QTest.mousePress(canvas, LEFT, NONE, stage.point(1, 615))
    QTest.mouseMove(canvas, stage.point(2, 645))
    QTest.mouseMove(canvas, stage.point(2, 675))
    assert canvas.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.keyPress(canvas, Qt.Key.Key_Control, CONTROL)
    assert canvas.cursor().shape() is Qt.CursorShape.DragCopyCursor
    QTest.keyRelease(canvas, Qt.Key.Key_Control)
    assert canvas.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.keyPress(canvas, Qt.Key.Key_Control, CONTROL)
    QTest.keyClick(canvas, Qt.Key.Key_Escape, CONTROL)
    QTest.mouseRelease(canvas, LEFT, CONTROL, stage.point(2, 675))
    assert len(entries(stage)) == 1
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_class_session_is_not_copied(stage: Stage) -> None:
    stage.salon.book(stage.salon.calendar("Yoga", CalendarKind.CLASS, stage.salon.ben), at(3, 10))
    stage.settle()
    refused: list[str] = []
    stage.desk.changes.refused.connect(refused.append)
    dragged(stage, stage.point(3, 615), stage.point(4, 615))
    assert len(entries(stage)) == 2
    assert "Book a seat" in refused[0]


def test_blocked_time_is_blocked_once_more(stage: Stage) -> None:
    with stage.salon.database.write() as tx:
        block(tx, start=at(3, 12), end=at(3, 13), title="Lunch", staff=stage.salon.ben.id)
    stage.settle()
    dragged(stage, stage.point(3, 735), stage.point(4, 735))
    found = entries(stage, EntryKind.BLOCKED)
    assert [appointment.span.start for appointment in found] == [at(3, 12), at(4, 12)]
    stage.press(stage.window, "toast_button")
    assert len(entries(stage, EntryKind.BLOCKED)) == 1


def test_an_event_made_in_icloud_is_not_copied_here(stage: Stage) -> None:
    linked = stage.salon.connect(stage.salon.ben)
    stage.salon.mirror(linked["Work"], "Meeting", at(3, 15), at(3, 16))
    stage.settle()
    refused: list[str] = []
    stage.desk.changes.refused.connect(refused.append)
    event = stage.block("Meeting")
    stage.window.grid.requests.copy_requested.emit(event.id, Drop(day(4), event.start))
    assert refused == ["This event was made in iCloud. Copy it there."]
