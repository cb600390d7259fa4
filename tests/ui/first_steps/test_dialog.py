"""The first start: from an empty window to a calendar that takes bookings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_staff
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.first_steps.dialog import FirstStepsDialog
from lcdesk.ui.settings.dialog import SettingsDialog
from tests.desk import NOW


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    made = Program(qapp, Paths(tmp_path), secrets=SessionStore(), clock=lambda: NOW)
    with qtbot.waitSignal(made.opened):
        made.begin()
    yield made
    made.close()
    made.window.deleteLater()
    made.deleteLater()


SomeWidget = TypeVar("SomeWidget", bound=QWidget)


def part(of: QWidget, kind: type[SomeWidget], name: str) -> SomeWidget:
    found = of.findChild(kind, name)
    assert found is not None
    return found


def open_dialog(program: Program) -> FirstStepsDialog:
    strip = program.window.empty_strip
    assert strip.isVisible()
    part(strip, QPushButton, "empty_strip_button").click()
    dialog = part(program.window, FirstStepsDialog, "first_steps_dialog")
    assert dialog.isVisible()
    return dialog


def test_a_name_is_enough_to_begin(qtbot: QtBot, program: Program) -> None:
    dialog = open_dialog(program)
    begin = part(dialog, QPushButton, "first_begin")
    assert not begin.isEnabled()
    part(dialog, QLineEdit, "first_name").setText("Ana")
    begin.click()
    qtbot.waitUntil(lambda: not program.window.empty_strip.isVisible())
    assert program.workspace is not None
    with program.workspace.database.read() as reader:
        (ana,), (calendar,) = all_staff(reader), all_calendars(reader)
    assert (ana.name, ana.zone) == ("Ana", "Europe/Madrid")
    assert [len(day) for day in ana.hours.weekly] == [1, 1, 1, 1, 1, 0, 0]
    assert (calendar.kind, calendar.staff) == (CalendarKind.ROUND_ROBIN, (ana.id,))
    assert program.window.actions_table["new_booking"].isEnabled()
    assert program.window.connect_strip.isVisible(), "iCloud comes next"


def test_hours_that_end_before_they_start_are_refused_and_nothing_is_kept(
    program: Program,
) -> None:
    dialog = open_dialog(program)
    part(dialog, QLineEdit, "first_name").setText("Ana")
    start = part(dialog, QTimeEdit, "first_start")
    part(dialog, QTimeEdit, "first_end").setTime(start.time())
    part(dialog, QPushButton, "first_begin").click()
    assert dialog.isVisible()
    assert "before they end" in part(dialog, QLabel, "first_problem").text()
    assert program.workspace is not None
    with program.workspace.database.read() as reader:
        assert all_staff(reader) == ()
    dialog.reject()


def test_the_time_zone_could_not_be_changed_at_the_first_start(program: Program) -> None:
    dialog = open_dialog(program)
    part(dialog, QLineEdit, "first_name").setText("Ana")
    zone = part(dialog, QComboBox, "first_zone")
    assert zone.currentText().startswith("Madrid (Europe, UTC+0")
    zone.setCurrentText("Berlin time")
    part(dialog, QPushButton, "first_begin").click()
    assert "Berlin time" in part(dialog, QLabel, "first_problem").text()
    (wanted,) = [at for at in range(zone.count()) if zone.itemText(at).startswith("New York (")]
    zone.setCurrentIndex(wanted)
    part(dialog, QPushButton, "first_begin").click()
    assert program.workspace is not None
    with program.workspace.database.read() as reader:
        (ana,), (calendar,) = all_staff(reader), all_calendars(reader)
    assert (ana.zone, calendar.zone) == ("America/New_York", "America/New_York")


def test_connect_icloud_opened_settings_and_left_the_rest_to_be_found(
    qtbot: QtBot, program: Program
) -> None:
    dialog = open_dialog(program)
    part(dialog, QLineEdit, "first_name").setText("Ana")
    part(dialog, QPushButton, "first_begin").click()
    qtbot.waitUntil(program.window.connect_strip.isVisible)
    part(program.window, QPushButton, "connect_strip_button").click()
    wizard = part(program.window, ConnectWizard, "connect_wizard")
    assert wizard.isVisible()
    wizard.close()


def test_whom_icloud_is_connected_for_is_chosen_first_where_there_are_several(
    qtbot: QtBot, program: Program
) -> None:
    assert program.workspace is not None
    with program.workspace.database.write() as tx:
        for name in ("Ana", "Ben"):
            save_staff(tx, StaffMember(0, name))
    qtbot.waitUntil(program.window.connect_strip.isVisible)
    part(program.window, QPushButton, "connect_strip_button").click()
    settings = part(program.window, SettingsDialog, "settings")
    assert settings.isVisible()
    assert program.window.findChild(ConnectWizard) is None
    assert settings.integrations.members.box.isVisible()
    program.workspace.desk.week.show_staff(1, False)
    part(program.window, QPushButton, "connect_strip_button").click()
    wizard = part(program.window, ConnectWizard, "connect_wizard")
    assert wizard.isVisible()
    assert settings.integrations.members.box.currentText() == "Ben"
    wizard.close()
