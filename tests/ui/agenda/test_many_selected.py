"""Several rows of the agenda at once: one change, one step to undo; copied, exported."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from lcdesk.model.commands.appointments import set_status
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Contact
from lcdesk.ui.agenda.choices import Column
from lcdesk.ui.agenda.pages_model import MOST, PAGE
from lcdesk.ui.agenda.tree import AgendaTree
from tests.salon import Salon, at
from tests.ui.window.stage import Stage


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    for hour in (9, 10, 11):
        made = salon.book(visit, at(0, hour), staff=(salon.ana.id,))
        with salon.database.write() as tx:
            set_status(tx, made.id, Status.NEW, now=salon.now)
    with salon.database.write() as tx:
        block(tx, start=at(0, 13), end=at(0, 14), title="Lunch", staff=salon.ben.id)
    salon.mirror(salon.connect(salon.ana)["Family"], "Dentist", at(1, 9), at(1, 10))


@pytest.fixture
def agenda(stage: Stage) -> AgendaTree:
    stage.window.actions_table["agenda"].trigger()
    stage.settle()
    found = stage.window.findChild(AgendaTree)
    assert isinstance(found, AgendaTree)
    return found


def select_all(stage: Stage, agenda: AgendaTree) -> None:
    QTest.keyClick(agenda, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    stage.settle()


def button(stage: Stage, name: str) -> QPushButton:
    found = stage.window.findChild(QPushButton, name)
    assert found is not None
    return found


def said(stage: Stage) -> str:
    return str(stage.child(stage.window, "toast_text").property("text"))


def statuses(salon: Salon) -> list[Status]:
    return [entry.status for entry in salon.agenda() if entry.status is not None]


def test_nothing_is_offered_for_many_while_one_is_selected(
    stage: Stage, agenda: AgendaTree
) -> None:
    bar = stage.child(stage.window, "agenda_many")
    assert not bar.isVisible()
    first = agenda.rows.row(1)
    assert first is not None
    assert agenda.select(first.id)
    assert not bar.isVisible()
    select_all(stage, agenda)
    assert bar.isVisible()
    assert stage.child(bar, "agenda_count").property("text") == "5 selected"


def test_several_are_confirmed_and_undone_as_one(
    stage: Stage, agenda: AgendaTree, salon: Salon
) -> None:
    select_all(stage, agenda)
    button(stage, "agenda_confirm").click()
    stage.settle()
    assert statuses(salon) == [Status.CONFIRMED] * 3
    assert said(stage) == "3 appointments confirmed"
    assert not stage.child(stage.window, "agenda_many").isVisible()  # the note would lie on it
    stage.window.actions_table["undo"].trigger()
    assert statuses(salon) == [Status.NEW] * 3


def test_only_what_has_begun_is_marked_as_showed(
    stage: Stage, agenda: AgendaTree, salon: Salon
) -> None:
    select_all(stage, agenda)
    assert button(stage, "agenda_showed").isHidden()
    salon.now += timedelta(hours=2, minutes=5)  # after ten
    agenda.rows.refresh()
    button(stage, "agenda_showed").click()
    stage.settle()
    assert statuses(salon) == [Status.SHOWED, Status.SHOWED, Status.NEW]


def test_several_are_cancelled_with_the_delete_key(
    stage: Stage, agenda: AgendaTree, salon: Salon
) -> None:
    select_all(stage, agenda)
    QTest.keyClick(agenda, Qt.Key.Key_Delete)
    stage.settle()
    assert statuses(salon) == [Status.CANCELLED] * 3
    assert said(stage) == "3 appointments cancelled"


def test_the_delete_key_unblocks_a_single_slot(
    stage: Stage, agenda: AgendaTree, salon: Salon
) -> None:
    (slot,) = [entry for entry in salon.agenda() if entry.title == "Lunch"]
    assert agenda.select(slot.id)
    QTest.keyClick(agenda, Qt.Key.Key_Delete)
    stage.settle()
    assert "Lunch" not in [entry.title for entry in salon.agenda()]
    assert statuses(salon) == [Status.NEW] * 3


def test_a_right_click_offers_what_can_be_done_with_them(stage: Stage, agenda: AgendaTree) -> None:
    select_all(stage, agenda)
    agenda.menu_asked.emit(stage.window.pos())
    menu = stage.window.findChild(QMenu, "agenda_menu")
    assert menu is not None
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Confirm", "Cancel appointments", "Copy", "Export…"]
    menu.close()


def test_what_is_selected_is_copied_as_a_table_of_the_columns_shown(
    stage: Stage, agenda: AgendaTree
) -> None:
    agenda.rows.choose(columns=frozenset({Column.TIME, Column.TITLE, Column.STATUS}))
    select_all(stage, agenda)
    QTest.keyClick(agenda, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Day\tTime\tTitle\tStatus",
        "2026-11-23\t09:00 – 09:30\tCleo Park\tUnconfirmed",
        "2026-11-23\t10:00 – 10:30\tCleo Park\tUnconfirmed",
        "2026-11-23\t11:00 – 11:30\tCleo Park\tUnconfirmed",
        "2026-11-23\t13:00 – 14:00\tLunch\tBlocked",
        "2026-11-24\t09:00 – 10:00\tDentist\tBusy",
    ]


def test_what_is_selected_is_exported_as_a_calendar_file(
    stage: Stage, agenda: AgendaTree, tmp_path: Path
) -> None:
    select_all(stage, agenda)
    button(stage, "agenda_export").click()
    dialog = stage.window.findChild(QFileDialog, "agenda_export_dialog")
    assert dialog is not None
    file = tmp_path / "out.ics"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    text = file.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 4
    assert "Dentist" not in text
    assert said(stage) == (
        "4 entries exported to out.ics. "
        "What is cancelled, and events from linked calendars, are left out."
    )


def test_a_file_that_cannot_be_written_is_said(
    stage: Stage, agenda: AgendaTree, tmp_path: Path
) -> None:
    select_all(stage, agenda)
    entries = [row.entry for row in agenda.chosen()]
    stage.desk.many.export(entries, tmp_path / "nowhere" / "out.ics")
    assert said(stage) == "out.ics cannot be written: No such file or directory."


def test_select_all_takes_more_than_is_in_memory(stage: Stage, salon: Salon) -> None:
    hire = salon.calendar("Hire", CalendarKind.SIMPLE)
    first, *others = (at(number // 6 + 1, 9 + number % 6) for number in range(MOST))
    salon.repeat(salon.book(hire, first, Contact(0, "Emil Roth"), insist=True), others)
    stage.settle()
    stage.window.actions_table["agenda"].trigger()
    agenda = stage.window.findChild(AgendaTree)
    assert isinstance(agenda, AgendaTree)
    assert agenda.rows.rowCount() < MOST - PAGE
    select_all(stage, agenda)
    assert len(agenda.chosen()) == MOST + 5


def test_a_note_named_an_entry_outside_the_week_by_its_title_alone(
    stage: Stage, agenda: AgendaTree, salon: Salon, visit: Calendar
) -> None:
    made = salon.book(visit, at(14, 9), Contact(0, "Dora Lee"), title="First talk")
    stage.settle()
    group = stage.desk.group(f"a{made.id}")
    assert group is not None
    stage.desk.changes.delete_entry(group)
    assert said(stage) == "Cancelled: Dora Lee"
