"""File > Export: which days, which file, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.calendar_files.export_dialog import ExportDialog
from lcdesk.ui.week.week import Column
from lcdesk.ui.widgets.date_field import DateField
from lcdesk.ui.window.card_controller import GridMenu
from tests.salon import Salon, at, day
from tests.ui.window.stage import Stage, opened


@pytest.fixture
def stage(salon: Salon, qtbot: QtBot) -> Iterator[Stage]:
    visit = salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ana)
    for offset in (1, 6, 8):
        salon.book(visit, at(offset, 10), insist=True)
    with opened(salon, qtbot) as stage:
        yield stage


def open_it(stage: Stage) -> ExportDialog:
    stage.window.actions_table["export"].trigger()
    found = stage.window.findChild(ExportDialog)
    assert found is not None
    return found


def days(dialog: ExportDialog) -> list[DateField]:
    fields = [dialog.findChild(DateField, name) for name in ("export_first", "export_last")]
    return [field for field in fields if field is not None]


def save(stage: Stage, dialog: ExportDialog, file: Path) -> None:
    stage.press(dialog, "export_button")
    asked = dialog.findChild(QFileDialog, "export_file_dialog")
    assert asked is not None
    asked.fileSelected.emit(str(file))
    asked.close()
    stage.settle()


def toast(stage: Stage) -> str:
    found = stage.window.findChild(QLabel, "toast_text")
    assert found is not None
    return found.text()


def test_the_days_that_are_shown_are_written_the_last_included(
    stage: Stage, tmp_path: Path
) -> None:
    dialog = open_it(stage)
    assert [field.day for field in days(dialog)] == [day(0), day(6)]
    file = tmp_path / "week.ics"
    save(stage, dialog, file)
    assert file.read_text().count("BEGIN:VEVENT") == 2
    assert toast(stage) == "2 entries exported to week.ics."


def test_other_days_can_be_chosen_and_end_no_earlier_than_they_begin(
    stage: Stage, tmp_path: Path
) -> None:
    dialog = open_it(stage)
    first, last = days(dialog)
    first.show_day(day(8))
    assert last.day == day(8)
    save(stage, dialog, tmp_path / "day.ics")
    assert toast(stage) == "1 entry exported to day.ics."


def test_one_member_and_one_calendar_can_be_chosen(
    stage: Stage, salon: Salon, tmp_path: Path
) -> None:
    visit = salon.calendar("Colour", CalendarKind.ROUND_ROBIN, salon.ben)
    salon.book(visit, at(2, 11))
    with salon.database.write() as tx:
        block(tx, start=at(2, 15), end=at(2, 16), title="Lunch", staff=salon.ben.id)
    stage.settle()
    dialog = open_it(stage)
    member = stage.child(dialog, "export_member")
    assert isinstance(member, QComboBox)
    assert [member.itemText(at) for at in range(member.count())] == ["Everybody", "Ana", "Ben"]
    member.setCurrentText("Ben")
    save(stage, dialog, tmp_path / "ben.ics")
    assert toast(stage) == "2 entries exported to ben.ics."
    dialog = open_it(stage)
    again = stage.child(dialog, "export_calendar")
    assert isinstance(again, QComboBox)
    again.setCurrentText(visit.name)
    save(stage, dialog, tmp_path / "visits.ics")
    assert toast(stage) == "1 entry exported to visits.ics."


def test_one_entry_is_exported_from_its_menu(stage: Stage, tmp_path: Path) -> None:
    requests = stage.window.grid.requests
    entry = stage.blocks()[0].id
    requests.menu_requested.emit(entry, Column(day(1)), 600, QPoint(5, 5))
    (menu,) = stage.window.findChildren(GridMenu)
    next(action for action in menu.actions() if action.text() == "Export…").trigger()
    menu.close()
    asked = stage.window.findChild(QFileDialog, "entry_export_dialog")
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "one.ics"))
    asked.close()
    assert toast(stage) == "1 entry exported to one.ics."


def test_a_file_that_cannot_be_written_is_said(stage: Stage, tmp_path: Path) -> None:
    save(stage, open_it(stage), tmp_path / "nowhere" / "week.ics")
    assert toast(stage).startswith("week.ics cannot be written: ")
