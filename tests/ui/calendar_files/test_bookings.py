"""A calendar file as appointments: for whom, what the rules say, and one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.people import parse_contact, save_contact
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import appointments_of_calendar
from lcdesk.model.store.people import contacts
from lcdesk.ui.calendar_files.contact_choice import ContactChoice
from lcdesk.ui.calendar_files.dialog import CalendarImportDialog
from tests.pseudo import reading_from_the_right
from tests.salon import Salon, at
from tests.ui.window.stage import Stage


def event(uid: str, day: int, hour: int, *more: str) -> str:
    lines = [
        "BEGIN:VEVENT", f"UID:{uid}", f"DTSTART:202611{day}T{hour:02}0000Z", "DURATION:PT30M",
        f"SUMMARY:{uid}", *more, "END:VEVENT",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


FILE = "BEGIN:VCALENDAR\nVERSION:2.0\n{}END:VCALENDAR\n".format(
    event("Advice", 26, 9, "ATTENDEE;CN=Zoe:mailto:zoe@x.example")
    + event("Cleo Park", 26, 10)
    + event("Late", 26, 20, "ATTENDEE;CN=Cleo Park:mailto:c@x.example")
    + event("Choir", 27, 9, "RRULE:FREQ=YEARLY")
)


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    with salon.database.write() as tx:
        tx.leave_out_of_undo()
        save_contact(tx, Contact(0, "Cleo Park"), now=salon.now)


@pytest.fixture
def dialog(stage: Stage, tmp_path: Path) -> CalendarImportDialog:
    """The preview of the file as appointments of the calendar."""
    file = tmp_path / "old.ics"
    file.write_text(FILE)
    stage.window.open_file(file)
    (found,) = stage.window.findChildren(CalendarImportDialog)
    target = found.findChild(QComboBox, "calendar_import_target")
    assert target is not None
    target.setCurrentIndex(target.findText("Appointments of First visit"))
    target.activated.emit(target.currentIndex())
    return found


def tree(dialog: CalendarImportDialog) -> QTreeWidget:
    found = dialog.findChild(QTreeWidget)
    assert found is not None
    return found


def rows(dialog: CalendarImportDialog) -> list[tuple[str, str, bool]]:
    """Title, contact, and whether it is ticked."""
    return [
        (item.text(0), item.text(2), item.checkState(0) is Qt.CheckState.Checked)
        for item in tree(dialog).findItems("", Qt.MatchFlag.MatchContains)
    ]


def part(dialog: CalendarImportDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


def contact_field(dialog: CalendarImportDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit, "calendar_import_contact")
    assert found is not None
    return found


def select(dialog: CalendarImportDialog, row: int) -> None:
    item = tree(dialog).topLevelItem(row)
    assert item is not None
    tree(dialog).setCurrentItem(item)


def told(dialog: CalendarImportDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found is not None
    return found.text()


def booked(stage: Stage, calendar: Calendar) -> list[str]:
    with stage.salon.database.read() as reader:
        found = appointments_of_calendar(reader, calendar.id, TimeSpan(at(-9, 0), at(99, 0)))
    return sorted(one.title for one in found)


def names(stage: Stage) -> list[str]:
    with stage.salon.database.read() as reader:
        return sorted(contact.name for contact in contacts(reader).values())


def test_each_event_says_for_whom_it_is_and_what_the_rules_say(
    dialog: CalendarImportDialog,
) -> None:
    assert rows(dialog) == [
        ("Advice", "no contact yet", False),
        ("Cleo Park", "Cleo Park", True),
        ("Late", "Cleo Park", False),
        ("Choir", "no contact yet", False),
    ]
    late = tree(dialog).topLevelItem(2)
    assert late is not None
    assert late.text(3).startswith("not open: ")
    assert told(dialog, "calendar_import_summary") == "4 new, 2 without a contact"
    assert told(dialog, "calendar_import_notes").startswith("Choir repeats: its dates until ")


def test_what_is_ticked_is_booked_as_one_step(
    stage: Stage, dialog: CalendarImportDialog, visit: Calendar
) -> None:
    part(dialog, "calendar_import_do").click()
    stage.settle()
    assert booked(stage, visit) == ["Cleo Park"]
    assert told_by_toast(stage) == "1 appointment booked"
    stage.desk.history.undo()
    stage.settle()
    assert booked(stage, visit) == []


def told_by_toast(stage: Stage) -> str:
    found = stage.window.findChild(QLabel, "toast_text")
    assert found is not None
    return found.text()


def test_whom_the_file_names_becomes_a_contact_when_a_person_says_so(
    stage: Stage, dialog: CalendarImportDialog, visit: Calendar
) -> None:
    select(dialog, 0)
    assert contact_field(dialog).text() == "Zoe <zoe@x.example>"
    take = part(dialog, "calendar_import_take_contact")
    assert take.text() == "New contact"
    assert names(stage) == ["Cleo Park"]
    take.click()
    assert rows(dialog)[0] == ("Advice", "Zoe (new)", True)
    part(dialog, "calendar_import_do").click()
    stage.settle()
    assert booked(stage, visit) == ["Advice", "Cleo Park"]
    assert names(stage) == ["Cleo Park", "Zoe"]


def test_somebody_who_is_known_is_set_and_not_made_twice(
    stage: Stage, dialog: CalendarImportDialog
) -> None:
    select(dialog, 0)
    contact_field(dialog).setText("cleo park")
    assert part(dialog, "calendar_import_take_contact").text() == "Set contact"
    part(dialog, "calendar_import_take_contact").click()
    assert rows(dialog)[0] == ("Advice", "Cleo Park", True)
    part(dialog, "calendar_import_do").click()
    assert names(stage) == ["Cleo Park"]


def test_a_tick_without_a_contact_is_asked_about(
    stage: Stage, dialog: CalendarImportDialog, visit: Calendar
) -> None:
    item = tree(dialog).topLevelItem(0)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Checked)
    part(dialog, "calendar_import_do").click()
    assert told(dialog, "calendar_import_problem").startswith("Choose a contact for “Advice”")
    assert booked(stage, visit) == []


def test_what_is_not_open_is_booked_anyway_where_it_is_ticked(
    stage: Stage, dialog: CalendarImportDialog, visit: Calendar
) -> None:
    item = tree(dialog).topLevelItem(2)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Checked)
    part(dialog, "calendar_import_do").click()
    assert booked(stage, visit) == ["Cleo Park", "Late"]


def test_the_same_file_is_known_the_second_time(
    stage: Stage, dialog: CalendarImportDialog, tmp_path: Path
) -> None:
    part(dialog, "calendar_import_do").click()
    stage.settle()
    stage.window.open_file(tmp_path / "old.ics")
    again = stage.window.findChildren(CalendarImportDialog)[-1]
    target = again.findChild(QComboBox, "calendar_import_target")
    assert target is not None
    target.setCurrentIndex(target.findText("Appointments of First visit"))
    target.activated.emit(target.currentIndex())
    assert ("Cleo Park", "Cleo Park", False) in rows(again)
    assert "1 the same" in told(again, "calendar_import_summary")


def test_a_mirrored_window_turned_the_name_and_the_address_of_a_contact(qtbot: QtBot) -> None:
    with reading_from_the_right():
        owner = QWidget()
        qtbot.addWidget(owner)
        field = ContactChoice((), parse_contact, owner)
        field.propose(Contact(0, "Dr. Wu", "wu@x.example"), has_selection=True)
        line = field.findChild(QLineEdit, "calendar_import_contact")
        assert line is not None
        assert line.text() == "Dr. Wu <wu@x.example>"
