"""Time blocked by hand is changed from its card and on the command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QComboBox, QLineEdit, QTimeEdit
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import block
from tests.command_line import NEXT_MONDAY, CommandLine, workspace
from tests.salon import Salon, at
from tests.ui.window.stage import opened


def test_a_block_could_only_be_freed_and_blocked_anew(salon: Salon, qtbot: QtBot) -> None:
    with salon.database.write() as tx:
        block(tx, start=at(1, 9), end=at(1, 10), title="Lunch", staff=salon.ana.id)
    with opened(salon, qtbot) as stage:
        stage.click(1, 9 * 60 + 10)
        stage.press(stage.window, "card_edit")
        dialog = stage.child(stage.window, "block_dialog")
        title, whom, end = (
            stage.child(dialog, f"block_{name}") for name in ("title", "whom", "end")
        )
        assert isinstance(title, QLineEdit)
        assert isinstance(whom, QComboBox)
        assert isinstance(end, QTimeEdit)
        assert (title.text(), whom.currentText()) == ("Lunch", "Ana")
        whom.setCurrentText("Ben")
        end.setTime(QTime(11, 30))
        stage.press(dialog, "block_accept")
        stage.settle()
        (entry,) = salon.agenda()
        assert (entry.staff, entry.span.length) == ((salon.ben.id,), timedelta(minutes=150))
        stage.press(stage.window, "toast_button")
        stage.settle()
        (entry,) = salon.agenda()
        assert (entry.staff, entry.span.length) == ((salon.ana.id,), timedelta(hours=1))


def test_on_the_command_line_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lcdesk = CommandLine(tmp_path / "data", capsys)
    assert lcdesk.load(workspace()).status == 0
    start, end = f"{NEXT_MONDAY}T09:00", f"{NEXT_MONDAY}T10:00"
    made = lcdesk.json("block", "--staff", "Ana", "--start", start, "--end", end)["id"]
    later = f"{NEXT_MONDAY}T12:00"
    changed = lcdesk.json("edit", made, "--start", later, "--minutes", 30, "--title", "Lunch")
    assert changed["start"].startswith(later)
    assert changed["end"].startswith(f"{NEXT_MONDAY}T12:30")
    assert (changed["title"], changed["staff"]) == ("Lunch", "Ana")
    assert lcdesk.json("edit", made, "--calendar", "Hall")["calendar"] == "Hall"
    assert lcdesk("edit", made, "--notes", "x", "--json").status == 2
