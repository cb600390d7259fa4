"""Practice data looked like a person's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lcdesk.app import start
from lcdesk.demo import practice
from tests.salon import Salon
from tests.ui.window.stage import opened


def test_practice_data_is_named_in_the_title_and_at_the_bottom(salon: Salon, qtbot: QtBot) -> None:
    with opened(salon, qtbot) as stage:
        label = stage.child(stage.window.status, "status_practice")
        assert isinstance(label, QLabel)
        assert not label.isVisible()
        stage.window.say_practice()
        assert stage.window.windowTitle() == "Practice data — lcdesk"
        assert label.isVisible()
        assert label.text() == "Practice data"


def test_one_click_leaves_practice(salon: Salon, qtbot: QtBot) -> None:
    with opened(salon, qtbot) as stage:
        assert not stage.window.practice_strip.isVisible()
        stage.window.say_practice()
        assert "None of it is real" in stage.window.practice_strip.text
        with qtbot.waitSignal(stage.window.quit_requested):
            stage.press(stage.window, "practice_strip_button")


def test_only_the_demo_is_practice_and_says_so_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []

    @contextmanager
    def made(*_given: object) -> Iterator[SimpleNamespace]:
        yield SimpleNamespace(paths=tmp_path, secrets=None)

    def run(*_given: object, **named: object) -> int:
        asked.append(named.get("is_practice", False))
        return 0

    monkeypatch.setattr(practice, "practice", made)
    monkeypatch.setattr(start, "_run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert start.start_demo(None, worded=lambda text: f"({text})") == 0
    assert asked == [True]
    assert capsys.readouterr().err == "(Preparing practice data…)\n"
