"""A calendar file by the menu or dropped: looked at first, then blocked as one step."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import BlockWish, block, change_block
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import find_blocked
from lcdesk.model.store.people import contacts
from lcdesk.paths import Paths
from lcdesk.ui.calendar_files.dialog import CalendarImportDialog
from lcdesk.ui.calendar_files.import_model import CalendarImport
from lcdesk.ui.desktop.single_instance import Claim, SingleInstance
from tests.salon import Salon, at
from tests.ui.window.stage import Stage, opened

FILE = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTAMP:20261101T000000Z
DTSTART:20261124T090000Z
DTEND:20261124T100000Z
SUMMARY:Dentist
ATTENDEE;CN=Zoe:mailto:zoe@x.example
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20261101T000000Z
DTSTART:20261125T090000Z
DTEND:20261125T100000Z
RRULE:FREQ=WEEKLY;COUNT=3
SUMMARY:Choir
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTAMP:20261101T000000Z
DTSTART:20261102T090000Z
DTEND:20261102T100000Z
SUMMARY:Long ago
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTAMP:20261101T000000Z
DTSTART:20261126T090000Z
DTEND:20261126T100000Z
TRANSP:TRANSPARENT
SUMMARY:Birthday
END:VEVENT
BEGIN:VEVENT
UID:5
DTSTAMP:20261101T000000Z
DTSTART:sometime
SUMMARY:Broken
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    """Ben has the dentist's hour blocked already."""
    with salon.database.write() as tx:
        block(tx, start=at(1, 10), end=at(1, 11), title="Dentist", staff=salon.ben.id)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "private.ics"
    file.write_text(FILE)
    return file


@pytest.fixture
def dialog(stage: Stage, file: Path) -> CalendarImportDialog:
    stage.window.actions_table["import"].trigger()
    (asked,) = stage.window.findChildren(QFileDialog)
    assert asked.objectName() == "calendar_import_file"
    asked.fileSelected.emit(str(file))
    asked.reject()
    return shown(stage)


def shown(stage: Stage) -> CalendarImportDialog:
    (found,) = stage.window.findChildren(CalendarImportDialog)
    return found


def tree(dialog: CalendarImportDialog) -> QTreeWidget:
    found = dialog.findChild(QTreeWidget)
    assert found is not None
    return found


def rows(dialog: CalendarImportDialog) -> list[tuple[str, str, bool]]:
    """What each event is called, what is said of it, and whether it is ticked."""
    return [
        (item.text(0), item.text(3), item.checkState(0) is Qt.CheckState.Checked)
        for item in tree(dialog).findItems("", Qt.MatchFlag.MatchContains)
    ]


def button(dialog: CalendarImportDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "calendar_import_do")
    assert found is not None
    return found


def blocked(stage: Stage) -> list[tuple[str, int | None]]:
    with stage.salon.database.read() as reader:
        found = find_blocked(reader, TimeSpan(at(-60, 0), at(60, 0)))
    return [(slot.title, slot.staff) for slot in found]


def test_events_are_listed_before_anything_is_blocked(
    stage: Stage, dialog: CalendarImportDialog
) -> None:
    assert rows(dialog) == [
        ("Long ago", "over", False),
        ("Dentist", "", True),
        ("Choir", "repeats: 3 dates", True),
        ("Birthday", "takes no time", False),
    ]
    assert tree(dialog).topLevelItem(1).text(1) == "Tue 24 November 2026, 10:00"  # type: ignore[union-attr]
    told = dialog.findChild(QLabel, "calendar_import_notes")
    assert told is not None
    assert told.text().startswith("Broken: ")
    dialog.reject()
    assert blocked(stage) == [("Dentist", stage.salon.ben.id)]


def test_times_were_those_of_the_computer_and_not_of_whose_time_is_blocked(
    salon: Salon, visit: Calendar, qtbot: QtBot, file: Path
) -> None:
    """Ten in the morning in Berlin stood as six in the evening, the time of Tokyo."""
    with opened(salon, qtbot, local_zone="Asia/Tokyo") as stage:
        model = CalendarImport(salon.database, stage.desk.context, file)
        dentist = next(row for row in model.rows if row.title == "Dentist")
        assert dentist.when == "Tue 24 November 2026, 10:00 (Berlin)"


def test_a_holiday_of_weeks_seemed_to_be_one_day(salon: Salon, stage: Stage, file: Path) -> None:
    days = "DTSTART;VALUE=DATE:20261123\nDTEND;VALUE=DATE:20261207"
    text = FILE.replace("DTSTART:20261124T090000Z\nDTEND:20261124T100000Z", days)
    file.write_text(text)
    model = CalendarImport(salon.database, stage.desk.context, file)
    dentist = next(row for row in model.rows if row.title == "Dentist")
    assert dentist.when == "23 November – 6 December 2026"


def test_names_of_events_were_cut_to_a_letter(dialog: CalendarImportDialog) -> None:
    found = tree(dialog)
    words = max(found.fontMetrics().horizontalAdvance(row[0]) for row in rows(dialog))
    assert found.columnWidth(0) > words


def test_what_is_ticked_is_one_step(stage: Stage, dialog: CalendarImportDialog) -> None:
    before, ana = blocked(stage), stage.salon.ana.id
    assert button(dialog).text() == "Import 2 events"
    button(dialog).click()
    stage.settle()
    assert sorted(blocked(stage)) == sorted([*before, ("Dentist", ana), *[("Choir", ana)] * 3])
    assert stage.window.toast.isVisible()
    stage.desk.history.undo()
    stage.settle()
    assert blocked(stage) == before
    with stage.salon.database.read() as reader:
        assert contacts(reader) == {}


def test_a_single_event_can_be_left_out_and_an_old_one_taken(
    stage: Stage, dialog: CalendarImportDialog
) -> None:
    for at_row, state in ((0, Qt.CheckState.Checked), (2, Qt.CheckState.Unchecked)):
        item = tree(dialog).topLevelItem(at_row)
        assert item is not None
        item.setCheckState(0, state)
    button(dialog).click()
    titles = [title for title, staff in blocked(stage) if staff == stage.salon.ana.id]
    assert titles == ["Long ago", "Dentist"]


def test_another_member_has_other_times_blocked_already(
    stage: Stage, dialog: CalendarImportDialog
) -> None:
    member = dialog.findChild(QComboBox, "calendar_import_target")
    assert member is not None
    member.setCurrentIndex(member.findText("Blocked time of Ben"))
    member.activated.emit(member.currentIndex())
    assert ("Dentist", "blocked already", False) in rows(dialog)
    button(dialog).click()
    assert ("Choir", stage.salon.ben.id) in blocked(stage)


def drop(stage: Stage, file: Path) -> bool:
    """Whether the window takes a file that is dropped on it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    entering = QDragEnterEvent(QPoint(20, 20), copy, data, left, none.NoModifier)
    entering.ignore()
    QCoreApplication.sendEvent(stage.window, entering)
    if entering.isAccepted():
        dropped = QDropEvent(QPointF(20, 20), copy, data, left, none.NoModifier)
        QCoreApplication.sendEvent(stage.window, dropped)
    return entering.isAccepted()


def test_a_calendar_file_is_dropped_on_the_window(stage: Stage, file: Path) -> None:
    assert drop(stage, file)
    assert len(rows(shown(stage))) == 4


def test_a_file_that_the_desktop_opens_is_looked_at(stage: Stage, file: Path) -> None:
    stage.window.open_file(file)
    assert len(rows(shown(stage))) == 4


def test_the_file_of_a_second_start_is_looked_at_in_the_first(
    stage: Stage, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first = SingleInstance(Paths(tmp_path / "data"))
    assert first.claim() is Claim.FIRST
    first.file_requested.connect(stage.window.open_file)
    words = [sys.executable, "-m", "lcdesk", "--data", str(tmp_path / "data"), str(file)]
    second = subprocess.Popen(words)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    assert len(rows(shown(stage))) == 4
    first.release()


def test_what_is_no_calendar_file_is_not_taken(stage: Stage, tmp_path: Path) -> None:
    assert not drop(stage, tmp_path / "picture.png")
    broken = tmp_path / "broken.ics"
    broken.write_text("nothing")
    assert drop(stage, broken)
    assert stage.window.findChildren(CalendarImportDialog) == []
    assert stage.window.toast.isVisible()


def test_a_changed_file_says_what_is_new_changed_the_same_and_cancelled(
    stage: Stage, dialog: CalendarImportDialog, file: Path
) -> None:
    button(dialog).click()
    stage.settle()
    file.write_text(
        FILE.replace("DTSTART:20261124T09", "DTSTART:20261124T11")
        .replace("DTEND:20261124T10", "DTEND:20261124T12")
        .replace("SUMMARY:Choir", "SUMMARY:Choir\nSTATUS:CANCELLED")
        .replace("20261102T", "20261127T")
    )
    assert drop(stage, file)
    again = stage.window.findChildren(CalendarImportDialog)[-1]
    assert rows(again) == [
        ("Dentist", "was Tue 24 November 2026, 10:00", True),
        ("Choir", "cancelled, its time is freed", True),
        ("Long ago", "", True),
        ("Birthday", "takes no time", False),
    ]
    told = again.findChild(QLabel, "calendar_import_summary")
    assert told is not None
    assert told.text() == "1 new, 1 changed, 1 cancelled there"
    button(again).click()
    stage.settle()
    assert toast(stage) == "1 time blocked, 1 time changed, 3 times freed"
    mine = [title for title, staff in blocked(stage) if staff == stage.salon.ana.id]
    assert mine == ["Dentist", "Long ago"]
    stage.desk.history.undo()
    stage.settle()
    assert ("Choir", stage.salon.ana.id) in blocked(stage)


def test_what_was_changed_here_since_is_not_ticked(
    stage: Stage, dialog: CalendarImportDialog, file: Path
) -> None:
    button(dialog).click()
    stage.settle()
    with stage.salon.database.write() as tx:
        for slot in find_blocked(tx, TimeSpan(at(1, 10), at(1, 11))):
            if slot.staff == stage.salon.ana.id:
                change_block(tx, slot.id, BlockWish(start=at(1, 14)))
    file.write_text(FILE.replace("SUMMARY:Dentist", "SUMMARY:Dentist, Dr. Wu"))
    assert drop(stage, file)
    again = stage.window.findChildren(CalendarImportDialog)[-1]
    said = "changed here since, was Tue 24 November 2026, 14:00"
    assert rows(again)[1] == ("Dentist, Dr. Wu", said, False)
    item = tree(again).topLevelItem(1)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Checked)
    button(again).click()
    stage.settle()
    assert ("Dentist, Dr. Wu", stage.salon.ana.id) in blocked(stage)


def toast(stage: Stage) -> str:
    found = stage.window.findChild(QLabel, "toast_text")
    assert found is not None
    return found.text()
