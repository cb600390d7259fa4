"""Mouse and keys over the two days of a year that are not 24 hours long, in three zones.

Whatever was done: the store has it, and the block, its heading and its tooltip say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.ui.booking.quick import QuickBooking
from lcdesk.ui.context.wall_spans import OnWall
from lcdesk.ui.week.week import tip_of
from lcdesk.ui.widgets.pointer_note import PointerNote
from tests.salon import Salon
from tests.ui.window.hands import press, release
from tests.ui.window.stage import Stage, opened

SUNDAY = 6
CONTROL = Qt.KeyboardModifier.ControlModifier
ALL = [
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
]
SPRING = [("Europe/Berlin", date(2026, 3, 29)), ("America/New_York", date(2026, 3, 8))]
AUTUMN = [("Europe/Berlin", date(2026, 10, 25)), ("America/New_York", date(2026, 11, 1))]


@dataclass
class Night:
    """The window on the week that ends with the change, at midnight of its hours."""

    stage: Stage
    zone_name: str
    sunday: date

    def at(self, offset: int, minute: int, *, fold: int = 0) -> datetime:
        """A time of a day of the week on the wall, in UTC."""
        day = self.sunday + timedelta(days=offset - SUNDAY)
        first = at_wall(day, minute, zone(self.zone_name))
        return first.astimezone(zone(self.zone_name)).replace(fold=fold).astimezone(UTC)

    def block(self, start: datetime, end: datetime) -> str:
        """Block time by hand; the id of its block."""
        salon = self.stage.salon
        with salon.database.write() as tx:
            block(tx, start=start, end=end, title="Night", staff=salon.ana.id)
        self.stage.settle()
        return self.stage.block("Night").id

    def span(self) -> TimeSpan:
        """When the store has it."""
        self.stage.settle()
        group = self.stage.desk.week.group(self.stage.block("Night").id)
        assert group is not None
        return group.lead.span

    def edge(self, *, is_top: bool) -> QPoint:
        """Where it is taken hold of."""
        scene = self.stage.window.grid.canvas.scene
        rect = scene.rects[scene.indexes(self.stage.block("Night").id)[0]]
        y = rect.y + 2 if is_top else rect.bottom - 2
        return QPoint(round(rect.x + rect.width / 2), round(y))

    def drag_edge(self, minute: int, *, is_top: bool) -> None:
        """To a minute of its day."""
        start = self.edge(is_top=is_top)
        end = QPoint(start.x(), self.stage.point(SUNDAY, minute).y() - 3)
        press(self.stage, start, end)
        release(self.stage, end)

    def drag(self, offset: int, minute: int, to_offset: int, to_minute: int) -> None:
        """From a point of the grid to another."""
        start, end = self.stage.point(offset, minute), self.stage.point(to_offset, to_minute)
        press(self.stage, start, end)
        release(self.stage, end)

    def agree(self) -> None:
        """The painted rows, the heading and the tooltip are what the store has."""
        span, shown = self.span(), self.stage.block("Night")
        wall = OnWall.of(span, zone(self.zone_name))
        scene = self.stage.window.grid.canvas.scene
        rect = scene.rects[scene.indexes(shown.id)[0]]
        assert (shown.day, shown.start, shown.end) == (wall.first, wall.start, wall.end)
        assert (rect.y, rect.bottom) == (
            round(scene.geometry.y(wall.start)), round(scene.geometry.y(wall.end)),
        )  # fmt: skip
        times = [f"{minute // 60:02d}:{minute % 60:02d}" for minute in (wall.start, wall.end)]
        assert shown.when == " – ".join(times)
        line = tip_of(shown).splitlines()[1].partition(" (")[0]
        assert [part.split()[0] for part in line.split(", ")[-1].split(" – ")] == times


@contextmanager
def night(salon: Salon, qtbot: QtBot, place: tuple[str, date]) -> Iterator[Night]:
    zone_name, sunday = place
    salon.now = datetime(sunday.year, sunday.month, sunday.day, tzinfo=UTC) - timedelta(days=5)
    with opened(salon, qtbot, local_zone=zone_name) as stage:
        stage.window.grid.scroll_to(0)
        yield Night(stage, zone_name, sunday)


@pytest.mark.parametrize("place", ALL)
def test_both_edges_and_a_move_across_the_change_agree(
    salon: Salon, qtbot: QtBot, place: tuple[str, date]
) -> None:
    with night(salon, qtbot, place) as made:
        made.block(made.at(SUNDAY, 30), made.at(SUNDAY, 75))
        made.agree()
        made.drag_edge(5 * 60, is_top=False)
        assert made.span() == TimeSpan(made.at(SUNDAY, 30), made.at(SUNDAY, 300))
        made.agree()
        made.drag_edge(15, is_top=True)
        assert made.span() == TimeSpan(made.at(SUNDAY, 15), made.at(SUNDAY, 300))
        made.agree()
        length = made.span().length
        made.drag(SUNDAY, 200, SUNDAY - 1, 260)
        assert made.span() == TimeSpan.of_length(made.at(SUNDAY - 1, 75), length)
        made.agree()
        made.drag(SUNDAY - 1, 260, SUNDAY, 200)
        assert made.span() == TimeSpan.of_length(made.at(SUNDAY, 15), length)
        made.agree()


@pytest.mark.parametrize("place", AUTUMN)
def test_an_edge_was_dragged_and_the_other_went_to_the_first_pass(
    salon: Salon, qtbot: QtBot, place: tuple[str, date]
) -> None:
    doubled = 120 if place[0] == "Europe/Berlin" else 60
    with night(salon, qtbot, place) as made:
        start = made.at(SUNDAY, doubled + 15, fold=1)
        made.block(start, start + timedelta(minutes=90))
        made.drag_edge(doubled + 180, is_top=False)
        assert made.span() == TimeSpan(start, made.at(SUNDAY, doubled + 180))
        made.agree()
        made.drag_edge(doubled + 45, is_top=False)
        assert made.span() == TimeSpan(start, start + timedelta(minutes=30))
        made.agree()


def test_the_tooltip_says_which_pass_of_a_doubled_hour_is_meant(salon: Salon, qtbot: QtBot) -> None:
    with night(salon, qtbot, AUTUMN[0]) as made:
        start = made.at(SUNDAY, 135, fold=1)
        made.block(start, start + timedelta(minutes=90))
        line = tip_of(made.stage.block("Night")).splitlines()[1]
        assert line == "Sunday 25 October, 02:15 +01:00 – 03:45"


@pytest.mark.parametrize("place", SPRING)
def test_keys_bring_it_over_the_skipped_hour_and_back(
    salon: Salon, qtbot: QtBot, place: tuple[str, date]
) -> None:
    with night(salon, qtbot, place) as made:
        entry = made.block(made.at(SUNDAY, 180), made.at(SUNDAY, 210))
        canvas = made.stage.window.grid.canvas
        canvas.pick(entry)
        QTest.keyClick(canvas, Qt.Key.Key_Up, CONTROL)
        assert made.span().start == made.at(SUNDAY, 105)
        QTest.keyClick(canvas, Qt.Key.Key_Down, CONTROL)
        assert made.span().start == made.at(SUNDAY, 180)
        made.agree()


@pytest.mark.parametrize("place", SPRING)
def test_an_edge_in_the_skipped_hour_lies_at_the_jump(
    salon: Salon, qtbot: QtBot, place: tuple[str, date]
) -> None:
    with night(salon, qtbot, place) as made:
        made.block(made.at(SUNDAY, 60), made.at(SUNDAY, 300))
        made.drag_edge(150, is_top=False)
        assert made.span() == TimeSpan(made.at(SUNDAY, 60), made.at(SUNDAY, 180))
        made.agree()


def test_over_the_skipped_hour_the_pointer_says_where_it_would_begin(
    salon: Salon, qtbot: QtBot
) -> None:
    with night(salon, qtbot, SPRING[0]) as made:
        made.block(made.at(SUNDAY - 1, 60), made.at(SUNDAY - 1, 120))
        end = made.stage.point(SUNDAY, 165)
        press(made.stage, made.stage.point(SUNDAY - 1, 75), end)
        note = made.stage.window.findChild(PointerNote)
        assert isinstance(note, QLabel)
        assert note.text() == "The clocks skip this hour. It would begin at 03:30."
        release(made.stage, end)
        assert made.span().start == made.at(SUNDAY, 210)


@pytest.mark.parametrize(("place", "hours"), [(SPRING[0], 2), (AUTUMN[0], 4)])
def test_what_is_swept_out_over_the_change_is_as_long_as_its_rows(
    salon: Salon, qtbot: QtBot, place: tuple[str, date], hours: int
) -> None:
    salon.visit()
    with night(salon, qtbot, place) as made:
        made.drag(SUNDAY, 61, SUNDAY, 230)
        (quick,) = made.stage.window.findChildren(QuickBooking)
        draft = quick.model.draft
        assert (draft.day, draft.minute, draft.length) == (made.sunday, 60, timedelta(hours=hours))
        assert quick.model.end_minute == 240


def test_a_sweep_within_the_skipped_hour_proposes_the_time_after_it(
    salon: Salon, qtbot: QtBot
) -> None:
    salon.visit()
    with night(salon, qtbot, SPRING[0]) as made:
        end = made.stage.point(SUNDAY, 175)
        press(made.stage, made.stage.point(SUNDAY, 136), end)
        note = made.stage.window.findChild(PointerNote)
        assert isinstance(note, QLabel)
        qtbot.waitUntil(note.isVisible)
        assert note.text() == "The clocks skip this hour"
        release(made.stage, end)
        (quick,) = made.stage.window.findChildren(QuickBooking)
        assert (quick.model.draft.minute, quick.model.draft.length) == (180, None)
