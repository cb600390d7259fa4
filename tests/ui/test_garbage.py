"""Reference cycles die in the GUI thread, and no look for them takes long while much goes on."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.app.garbage import LOOKS_OF_REST, OLD_WAITS_AT_MOST, GuiGarbage

NEW, YOUNG, OLD = gc.get_threshold()


class Node:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


class Looks:
    """Stands where the collector does: says how full it is, and notes what it was told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.counts = (0, 0, 0)
        self.collected: list[int] = []
        monkeypatch.setattr(gc, "get_count", lambda: self.counts)
        monkeypatch.setattr(gc, "collect", self.collected.append)


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[GuiGarbage]:
    garbage = GuiGarbage()
    yield garbage
    garbage.close()
    garbage.deleteLater()


@pytest.fixture
def looks(garbage: GuiGarbage, monkeypatch: pytest.MonkeyPatch) -> Looks:
    return Looks(monkeypatch)


def test_a_cycle_dies_without_the_collector_of_python(garbage: GuiGarbage, qtbot: QtBot) -> None:
    node = weakref.ref(Node())
    kept: list[list[int]] = [[] for _ in range(NEW + 1)]
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: node() is None)
    del kept


@pytest.mark.parametrize(
    ("counts", "collected"),
    [
        ((NEW, 0, 0), []),
        ((NEW + 1, YOUNG, 0), [0]),
        ((NEW + 1, YOUNG + 1, OLD), [1]),
    ],
)
def test_what_is_due_is_looked_at(
    garbage: GuiGarbage, looks: Looks, counts: tuple[int, int, int], collected: list[int]
) -> None:
    looks.counts = counts
    garbage.collect_when_due()
    assert looks.collected == collected


def test_what_is_old_waits_until_nothing_goes_on(garbage: GuiGarbage, looks: Looks) -> None:
    looks.counts = (NEW + 1, YOUNG + 1, OLD + 1)
    for _ in range(2 * LOOKS_OF_REST):
        garbage.collect_when_due()
    assert set(looks.collected) == {1}
    looks.counts = (0, 0, OLD + 1)
    for _ in range(LOOKS_OF_REST):
        assert 2 not in looks.collected
        garbage.collect_when_due()
    assert looks.collected[-1] == 2


def test_what_is_old_does_not_wait_for_ever(garbage: GuiGarbage, looks: Looks) -> None:
    looks.counts = (NEW + 1, YOUNG + 1, OLD_WAITS_AT_MOST + 1)
    garbage.collect_when_due()
    assert looks.collected == [2]


def test_the_computer_was_woken_ten_times_a_second_for_nothing(
    garbage: GuiGarbage, looks: Looks
) -> None:
    looks.counts = (NEW + 1, 0, 0)
    garbage.start_when_due()
    assert not garbage.is_resting()
    looks.counts = (0, 0, 0)
    garbage.collect_when_due()
    assert garbage.is_resting()
    garbage.start_when_due()
    assert garbage.is_resting()
