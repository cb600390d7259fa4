"""A screen reader opens, moves and cancels entries, and finds the days of the header and month."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from lcdesk.ui.week.week import Drop
from tests.salon import Salon, at, day
from tests.ui.week.grid.hands import Asked
from tests.ui.window.stage import Stage

NAME = QAccessible.Text.Name


@pytest.fixture
def scene(salon: Salon) -> None:
    """Cleo is booked on Tuesday at ten; Ana is at the dentist on Wednesday."""
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Dentist", at(2, 14), at(2, 15))
    salon.mirror(linked["Family"], "Trip", at(3, 0), at(5, 0))
    salon.book(salon.visit(), at(1, 10))


def items(widget: QWidget) -> list[QAccessibleInterface]:
    tree = QAccessible.queryAccessibleInterface(widget)
    return [tree.child(at) for at in range(tree.childCount())]


def named(widget: QWidget, start: str) -> QAccessibleInterface:
    return next(item for item in items(widget) if item.text(NAME).startswith(start))


def test_an_appointment_is_opened_moved_and_cancelled(stage: Stage) -> None:
    grid, asked = stage.window.grid, Asked(stage.window.grid)
    acts = named(grid.canvas, "Cleo").actionInterface()
    words = [acts.localizedActionName(actionName) for actionName in acts.actionNames()]
    assert words == [
        "Open",
        "Move 15 minutes earlier",
        "Move 15 minutes later",
        "Move to the day before",
        "Move to the day after",
        "Cancel or unblock",
    ]
    entry = stage.block("Cleo Park").id
    for name in ("later", "day_after", "cancel"):
        acts.doAction(name)
        stage.settle()
    assert asked.named("move") == [
        ("move", entry, Drop(day(1), 615)),
        ("move", entry, Drop(day(2), 615)),
    ]
    assert asked.named("delete") == [("delete", entry)]


def test_an_event_of_a_conflict_calendar_can_only_be_opened(stage: Stage) -> None:
    asked = Asked(stage.window.grid)
    acts = named(stage.window.grid.canvas, "Dentist").actionInterface()
    assert [acts.localizedActionName(actionName) for actionName in acts.actionNames()] == ["Open"]
    lane = named(stage.window.grid.lane, "Trip").actionInterface()
    for actions in (acts, lane):
        actions.doAction(actions.actionNames()[0])
    assert len(asked.named("open")) == 2


def test_the_header_names_its_days(stage: Stage) -> None:
    header = stage.window.grid.header
    names = [item.text(NAME) for item in items(header)]
    assert names[0] == "Monday 23 November, today"
    assert names[6] == "Sunday 29 November"
    assert items(header)[1].actionInterface() is None
    assert items(header)[1].textInterface() is None
    assert items(header)[1].rect().isValid()


def test_a_day_of_the_month_is_gone_to(stage: Stage) -> None:
    sheet = stage.window.side.month.sheet
    assert len(items(sheet)) == 42
    assert named(sheet, "Monday 23 November").text(NAME) == "Monday 23 November 2026, today"
    acts = named(sheet, "Thursday 12 November").actionInterface()
    assert acts.localizedActionName(acts.actionNames()[0]) == "Go to this day"
    acts.doAction(acts.actionNames()[0])
    assert day(-11) in stage.desk.week.days
