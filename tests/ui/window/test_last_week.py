"""What was on the screen when the window was left is painted with the next start's first frame."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from tests.desk import NOW, Desk, november

Shown = tuple[list[str], Program]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A store in which Cleo is booked on Tuesday at ten."""
    desk = Desk(tmp_path)
    calendar = desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ana"))
    desk.book(calendar, november(24, 10))
    desk.close()
    return Paths(tmp_path)


class Starts:
    """Starts lcdesk over one workspace, again and again."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, paths: Paths) -> None:
        self._qapp = qapp
        self._qtbot = qtbot
        self._paths = paths
        self.now = NOW

    @contextmanager
    def start(self) -> Iterator[list[str]]:
        """The titles in the first frame; left as by Quit, after the store was read."""
        program = Program(self._qapp, self._paths, secrets=SessionStore(), clock=lambda: self.now)
        with self._qtbot.waitSignal(program.opened):
            program.begin()
            first = [block.title for block in program.window.grid.canvas.scene.blocks]
        self.program = program
        try:
            yield first
        finally:
            program.close()
            program.window.deleteLater()
            program.deleteLater()

    def again(self) -> list[str]:
        """Start and leave; what the first frame showed."""
        with self.start() as first:
            return first


@pytest.fixture
def starts(qapp: QApplication, qtbot: QtBot, paths: Paths) -> Starts:
    return Starts(qapp, qtbot, paths)


def test_the_week_that_was_left_stands_in_the_first_frame(starts: Starts) -> None:
    assert starts.again() == []
    with starts.start() as first:
        assert first == ["Cleo Park"]
        shown = [block.title for block in starts.program.window.grid.canvas.scene.blocks]
        assert shown == first


def test_the_next_morning_it_stands_there_with_that_day_as_today(starts: Starts) -> None:
    starts.again()
    starts.now = NOW + timedelta(days=1)
    with starts.start() as first:
        assert first == ["Cleo Park"]


def test_another_week_is_not_due(starts: Starts) -> None:
    starts.again()
    starts.now = NOW + timedelta(days=7)
    assert starts.again() == []


def test_what_the_command_line_wrote_meanwhile_takes_it_away(starts: Starts, paths: Paths) -> None:
    starts.again()
    desk = Desk(paths.data)
    desk.staff("Ben")
    desk.close()
    assert starts.again() == []


def test_a_store_that_somebody_still_has_open_leaves_nothing_behind(
    starts: Starts, paths: Paths
) -> None:
    desk = Desk(paths.data)
    with starts.start(), desk.database.read():
        desk.staff("Ben")
    assert not paths.last_week.exists()
    desk.close()


def test_a_week_without_today_leaves_nothing_behind(starts: Starts, paths: Paths) -> None:
    starts.again()
    assert paths.last_week.exists()
    with starts.start():
        desk = starts.program.window.desk
        assert desk is not None
        desk.week.step(1)
    assert not paths.last_week.exists()
    assert starts.again() == []


def test_only_its_owner_may_read_it(starts: Starts, paths: Paths) -> None:
    starts.again()
    assert paths.last_week.stat().st_mode & 0o777 == 0o600
    assert paths.last_week in paths.files()


def _cut_off(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def _with_another_week(file: Path) -> None:
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({**kept, "week": '{"blocks":[{"start":"ten"}]}'}))


def _without_a_key(file: Path) -> None:
    file.write_text("{}")


def _too_large(file: Path) -> None:
    file.write_text(" " * 3_000_000)


def _not_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    "damage", [_cut_off, _with_another_week, _without_a_key, _too_large, _not_text]
)
def test_a_damaged_one_is_left_aside_and_the_store_is_read(
    starts: Starts, paths: Paths, damage: Callable[[Path], None]
) -> None:
    starts.again()
    damage(paths.last_week)
    with starts.start() as first:
        assert first == []
        shown = [block.title for block in starts.program.window.grid.canvas.scene.blocks]
        assert shown == ["Cleo Park"]
