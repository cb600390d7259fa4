"""An event with travel time is moved and resized by its own start, never by the travel's."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from lcdesk.cli import main
from lcdesk.model.store import outbox
from lcdesk.ui.week.grid.gestures import Grip
from lcdesk.ui.week.grid.scene import grip
from lcdesk.ui.week.week import Drop
from tests.salon import Salon, at, day
from tests.ui.attention.test_panel import said
from tests.ui.window.stage import Stage, opened

TRAVEL = "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M"


@pytest.fixture
def scene(salon: Salon) -> None:
    """Ten to eleven on Tuesday, in a primary calendar, half an hour's travel before it."""
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Work"], "Fitting", at(1, 10), at(1, 11), TRAVEL)


def times(stage: Stage) -> tuple[datetime | None, datetime, datetime]:
    """From when it blocks, and the event's own start and end, as sent and as drawn."""
    stage.settle()
    (entry,) = stage.salon.agenda()
    with stage.salon.database.read() as reader:
        (waiting,) = outbox.entries_of_object(reader, entry.number)
    assert waiting.body is not None
    assert TRAVEL in waiting.body
    for name, moment in (("DTSTART", entry.span.start), ("DTEND", entry.span.end)):
        assert f"{name}:{moment:%Y%m%dT%H%M%SZ}" in waiting.body
    return entry.busy_from, entry.span.start, entry.span.end


def test_the_events_own_time_is_drawn(stage: Stage) -> None:
    shown = stage.block("Fitting")
    assert (shown.start, shown.end, shown.when) == (600, 660, "10:00 – 11:00")


def test_the_travel_is_drawn_above_it_and_lighter(stage: Stage) -> None:
    canvas = stage.window.grid.canvas
    image = canvas.grab().toImage()
    ratio = image.devicePixelRatio()

    def colour(offset: int, minute: int) -> str:
        spot = stage.point(offset, minute)
        return image.pixelColor(round(spot.x() * ratio), round(spot.y() * ratio)).name()

    travel, ground = colour(1, 585), colour(2, 585)
    assert (
        QColor(ground).lightness() > QColor(travel).lightness() > QColor(colour(1, 640)).lightness()
    )
    assert colour(1, 560) == colour(2, 560), "nothing before the travel"


def test_a_drag_moves_the_event_by_as_much_as_it_was_dragged(stage: Stage) -> None:
    changes, block = stage.desk.changes, stage.block("Fitting")
    changes.move(block.id, Drop(day(1), block.start + 60))
    assert times(stage) == (at(1, 10, 30), at(1, 11), at(1, 12))
    changes.move(block.id, Drop(day(1), stage.block("Fitting").start + 60))
    assert times(stage) == (at(1, 11, 30), at(1, 12), at(1, 13)), "a second time as well"


def test_on_another_day_it_has_the_same_time(stage: Stage) -> None:
    block = stage.block("Fitting")
    stage.desk.changes.move(block.id, Drop(day(3), block.start))
    assert times(stage) == (at(3, 9, 30), at(3, 10), at(3, 11))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (600, 690, (at(1, 9, 30), at(1, 10), at(1, 11, 30))),
        (570, 660, (at(1, 9), at(1, 9, 30), at(1, 11))),
    ],
)
def test_an_edge_moves_that_edge_alone(
    stage: Stage, start: int, end: int, expected: tuple[datetime, ...]
) -> None:
    stage.desk.changes.resize(stage.block("Fitting").id, day(1), start, end)
    assert times(stage) == expected


def test_travel_from_the_day_before_is_drawn_there_and_cannot_be_dragged(
    salon: Salon, qtbot: QtBot
) -> None:
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Work"], "Early", at(2, 0, 10), at(2, 1), TRAVEL)
    with opened(salon, qtbot) as stage:
        travel, early = (block for block in stage.blocks() if "Early" in block.title)
        assert (travel.is_travel, travel.day, early.day) == (True, day(1), day(2))
        scene = stage.window.grid.canvas.scene
        assert grip(travel) is Grip.NOTHING
        assert scene.entry_target(early.id) is not None
        canvas = stage.window.grid.canvas
        image = canvas.grab().toImage()
        ratio = image.devicePixelRatio()
        spots = [stage.point(offset, 1430) for offset in (1, 2)]
        drawn, ground = (
            image.pixelColor(round(spot.x() * ratio), round(spot.y() * ratio)) for spot in spots
        )
        assert drawn != ground
        stage.click(1, 1430)
        assert "Travel before it from" in said(stage.window)


def test_the_card_and_the_plain_agenda_say_from_when_one_travels(
    stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.click(1, 610)
    assert "Travel before it from 09:30." in said(stage.window)
    capsys.readouterr()
    days = ("--from", f"{day(1)}", "--to", f"{day(2)}")
    assert main(["--data", str(tmp_path), "agenda", *days]) == 0
    assert "Fitting (travel from 09:30)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "start", "minutes"),
    [
        (("--minutes", "120"), at(1, 10), 120),
        (("--start", f"{day(1)}T11:00"), at(1, 11), 60),
        (("--start", f"{day(2)}T11:00", "--minutes", "30"), at(2, 11), 30),
        (("--title", "Fitting, again"), at(1, 10), 60),
    ],
)
def test_the_command_line_edits_the_events_own_time(
    stage: Stage,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    start: datetime,
    minutes: int,
) -> None:
    (entry,) = stage.salon.agenda()
    capsys.readouterr()
    assert main(["--data", str(tmp_path), "edit", entry.id, *words, "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    end, travel = start + timedelta(minutes=minutes), timedelta(minutes=30)
    assert datetime.fromisoformat(row["busy_from"]) == start - travel
    assert datetime.fromisoformat(row["start"]) == start
    assert datetime.fromisoformat(row["end"]) == end
    assert times(stage) == (start - travel, start, end)
