"""On a full disk the window says so once, goes on showing, and says when it works again."""

from __future__ import annotations

import shutil
import sys
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from lcdesk.app.start import report_unexpected
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import StoreTrouble
from lcdesk.model.store.preferences import set_preference
from lcdesk.ui.settings.general_model import GeneralSettings
from lcdesk.ui.week.week import Drop
from tests.full_disk import full_disk
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage, opened

FULL = (
    "There is no space left on the disk. What you see can be read; nothing new is saved or "
    "synced. Free some space; lcdesk then goes on by itself."
)


AGAIN = "The data file can be used again. Changes are saved and synced."


def bar(stage: Stage) -> str:
    QApplication.processEvents()
    return stage.window.trouble.text if stage.window.trouble.isVisible() else ""


def test_full_disk_is_said_once_and_the_week_stays(salon: Salon, qtbot: QtBot) -> None:
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    salon.book(hall, at(1, 10), title="Talk")
    salon.book(hall, at(8, 10), title="Next week")
    with opened(salon, qtbot) as stage:
        said: list[str] = []
        stage.desk.trouble.changed.connect(lambda: said.append(stage.desk.trouble.words))
        with full_disk():
            for hour in (11, 12, 13):
                stage.desk.changes.move(stage.block("Talk").id, Drop(day(1), hour * 60))
            assert bar(stage) == FULL
            stage.desk.week.step(1)
            stage.settle()
            assert stage.titles() == ["Next week"], "other weeks can be read"
            stage.desk.week.step(-1)
            stage.settle()
            assert stage.block("Talk").start == 10 * 60
            assert said == [FULL]
        stage.desk.changes.move(stage.block("Talk").id, Drop(day(1), 11 * 60))
        assert bar(stage) == AGAIN
        assert stage.block("Talk").start == 11 * 60
        assert said == [FULL, AGAIN]
        assert stage.child(stage.window, "toast_button").isVisible(), "Undo stays at hand"


def test_full_disk_is_no_unexpected_error(salon: Salon, qtbot: QtBot) -> None:
    with opened(salon, qtbot) as stage:
        program = cast(Any, SimpleNamespace(window=stage.window, tr=str))
        with full_disk(), report_unexpected(program), pytest.raises(StoreTrouble) as caught:
            GeneralSettings(salon.database).keeps_running = False
        with report_unexpected(program):
            sys.excepthook(caught.type, caught.value, caught.tb)
        assert bar(stage) == FULL
        assert stage.window.findChildren(QMessageBox) == []


def test_disk_is_not_taken_for_well_while_only_the_last_page_finds_room(salon: Salon) -> None:
    def write() -> None:
        with salon.database.write() as tx:
            set_preference(tx, "some", "value")

    with full_disk(), pytest.raises(StoreTrouble):
        write()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=5_000))
        write()
        assert salon.database.condition.trouble is not None
    write()
    assert salon.database.condition.trouble is None
