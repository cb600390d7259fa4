"""The line at the bottom keeps its place however much it has to say."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from lcdesk.ui.bridge import SyncActivity, SyncProgress
from tests.salon import Salon
from tests.ui.window.stage import Stage, opened

LONG = "Ana, " + " ".join(["WIDE NAME"] * 18)  # as long as a name is shown


def said(stage: Stage, calendar: str) -> QToolButton:
    """What a sync that reads this calendar shows at the bottom."""
    stage.sync.activity_changed.emit(SyncActivity.BUSY)
    stage.sync.progressed.emit(SyncProgress(calendar, 300, 1_000))
    stage.settle()
    button = stage.child(stage.window, "status_sync")
    assert isinstance(button, QToolButton)
    return button


def test_a_long_name_in_the_status_line_made_the_window_wider(salon: Salon, qtbot: QtBot) -> None:
    salon.connect(salon.ana)
    with opened(salon, qtbot) as stage:
        usual, wide = stage.window.minimumSizeHint().width(), stage.window.width()
        button = said(stage, LONG)
        assert stage.window.minimumSizeHint().width() == usual
        assert stage.window.width() == wide
        assert button.text().endswith("…")
        assert button.fontMetrics().horizontalAdvance(button.text()) < button.width()
        assert LONG in button.toolTip()
        assert button.accessibleName() == f"{LONG}: 300 of 1,000"


def test_a_short_sentence_in_the_status_line_is_whole(salon: Salon, qtbot: QtBot) -> None:
    salon.connect(salon.ana)
    with opened(salon, qtbot) as stage:
        said(stage, LONG)
        button = said(stage, "Ana, Q & A")
        assert button.text() == "Ana, Q && A: 300 of 1,000"
        assert button.toolTip() == "Sync status"
