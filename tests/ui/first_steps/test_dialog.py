"""The first start: from an empty window to a calendar that takes bookings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTimeEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember
from lcdesk.model.store.appointments import upcoming_sessions
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_staff
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.first_steps.dialog import FirstStepsDialog
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.widgets.labels import Link
from tests.desk import NOW
from tests.ui.first_steps.hands import Keys


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


def go_on(dialog: FirstStepsDialog) -> None:
    part(dialog, QPushButton, "first_next").click()


def kept(program: Program) -> tuple[list[StaffMember], list[Calendar]]:
    assert program.workspace is not None
    with program.workspace.database.read() as reader:
        return list(all_staff(reader)), list(all_calendars(reader))


def test_a_name_is_enough_to_begin(qtbot: QtBot, program: Program) -> None:
    dialog = open_dialog(program)
    assert not part(dialog, QPushButton, "first_next").isEnabled()
    part(dialog, QLineEdit, "first_name").setText("Ana")
    go_on(dialog)
    part(dialog, QPushButton, "first_skip").click()
    part(dialog, QPushButton, "first_begin").click()
    qtbot.waitUntil(lambda: not program.window.empty_strip.isVisible())
    (ana,), (calendar,) = kept(program)
    assert (ana.name, ana.zone) == ("Ana", "Europe/Madrid")
    assert [len(day) for day in ana.hours.weekly] == [1, 1, 1, 1, 1, 0, 0]
    assert (calendar.kind, calendar.staff) == (CalendarKind.ROUND_ROBIN, (ana.id,))
    assert program.window.actions_table["new_booking"].isEnabled()
    assert program.window.connect_strip.isVisible(), "iCloud was put off"
    assert "Ready." in part(program.window.toast, QLabel, "toast_text").text()


def test_the_whole_first_run_by_keyboard_ends_with_a_booking(
    qtbot: QtBot, program: Program
) -> None:
    keys = Keys()
    program.window.activateWindow()
    part(program.window.empty_strip, QPushButton, "empty_strip_button").setFocus()
    keys.press(Qt.Key.Key_Space)
    keys.type("Ana")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Down)  # iCloud later
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.findChild(FirstStepsDialog) is None)
    qtbot.waitUntil(program.window.actions_table["new_booking"].isEnabled)
    program.window.activateWindow()  # as a window manager does
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    keys.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.window.findChild(QDialog, "booking_dialog") is not None)
    keys.type("Cleo Park")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.findChild(QDialog, "booking_dialog") is None)
    assert program.workspace is not None
    with program.workspace.database.read() as reader:
        (booked,) = upcoming_sessions(reader, 1, NOW)
    assert booked
    assert keys.pressed <= 10


@pytest.mark.parametrize(
    ("ready", "kind", "team"),
    [
        ("team", CalendarKind.ROUND_ROBIN, ["Ana", "Ben", "Cleo"]),
        ("class", CalendarKind.CLASS, ["Ana"]),
        ("service", CalendarKind.SERVICE, ["Ana"]),
    ],
)
def test_each_ready_calendar_is_made_whole(
    program: Program, ready: str, kind: CalendarKind, team: list[str]
) -> None:
    dialog = open_dialog(program)
    part(dialog, QLineEdit, "first_name").setText("Ana")
    go_on(dialog)
    part(dialog, QRadioButton, "first_connect_later").click()
    go_on(dialog)
    part(dialog, QRadioButton, f"first_ready_{ready}").click()
    begin = part(dialog, QPushButton, "first_begin")
    assert begin.isEnabled() == (ready != "team"), "a team has somebody else in it"
    part(dialog, QLineEdit, "first_colleagues").setText(" Ben ,, Cleo")
    begin.click()
    staff, (calendar,) = kept(program)
    assert [member.name for member in staff] == team
    assert [len(member.hours.weekly[0]) for member in staff] == [1] * len(team)
    assert (calendar.kind, len(calendar.staff)) == (kind, len(team))
    assert calendar.seats == (8 if kind is CalendarKind.CLASS else 1)
    longer = [(option.name, option.length) for option in calendar.variations]
    expected = [("Long", timedelta(minutes=75))] if kind is CalendarKind.SERVICE else []
    assert longer == expected


def test_every_step_can_be_skipped_and_then_nothing_is_kept_that_was_not_said(
    program: Program,
) -> None:
    dialog = open_dialog(program)
    for _ in range(3):
        part(dialog, QPushButton, "first_skip").click()
    assert not dialog.isVisible()
    assert kept(program) == ([], [])
    assert program.window.empty_strip.isVisible()


def test_a_skipped_name_is_me_where_a_calendar_is_wanted(program: Program) -> None:
    dialog = open_dialog(program)
    part(dialog, QPushButton, "first_skip").click()
    part(dialog, QPushButton, "first_skip").click()
    part(dialog, QPushButton, "first_begin").click()
    (member,), (_calendar,) = kept(program)
    assert member.name == "Me"


def test_going_back_keeps_what_was_entered(program: Program) -> None:
    dialog = open_dialog(program)
    assert not part(dialog, QPushButton, "first_back").isVisible()
    part(dialog, QLineEdit, "first_name").setText("Ana")
    go_on(dialog)
    go_on(dialog)
    part(dialog, QLineEdit, "first_calendar").setText("Massage")
    part(dialog, QPushButton, "first_back").click()
    part(dialog, QPushButton, "first_back").click()
    assert part(dialog, QLineEdit, "first_name").text() == "Ana"
    go_on(dialog)
    go_on(dialog)
    assert part(dialog, QLineEdit, "first_calendar").text() == "Massage"
    dialog.reject()


def add_member(program: Program, hours: Hours) -> None:
    """As a workspace file with members and no calendar does."""
    assert program.workspace is not None
    with program.workspace.database.write() as tx:
        save_staff(tx, StaffMember(0, "Ana", zone="America/Lima", hours=hours))


def finish(dialog: FirstStepsDialog) -> None:
    go_on(dialog)
    part(dialog, QPushButton, "first_skip").click()
    part(dialog, QPushButton, "first_begin").click()


def test_a_known_member_without_hours_was_shown_hours_that_nobody_kept(program: Program) -> None:
    add_member(program, Hours())
    dialog = open_dialog(program)
    assert part(dialog, QLineEdit, "first_name").text() == "Ana"
    finish(dialog)
    (ana,), (calendar,) = kept(program)
    assert (ana.zone, [len(day) for day in ana.hours.weekly]) == ("America/Lima", [1] * 5 + [0, 0])
    assert calendar.staff == (ana.id,)


def test_the_uneven_days_of_a_known_member_stay_unless_they_are_changed(program: Program) -> None:
    morning, evening = HoursBlock(480, 720), HoursBlock(900, 1440)
    uneven = Hours(((morning, evening), (), (morning,), (), (), (), ()))
    add_member(program, uneven)
    dialog = open_dialog(program)
    pressed = [button for button in dialog.findChildren(QToolButton) if button.isChecked()]
    assert len(pressed) == 2
    finish(dialog)
    (ana,), _calendars = kept(program)
    assert ana.hours == uneven


def test_closing_in_the_middle_keeps_nothing(program: Program) -> None:
    dialog = open_dialog(program)
    part(dialog, QLineEdit, "first_name").setText("Ana")
    go_on(dialog)
    go_on(dialog)
    dialog.reject()
    assert kept(program) == ([], [])


def test_hours_that_end_before_they_start_are_refused_and_nothing_is_kept(
    program: Program,
) -> None:
    dialog = open_dialog(program)
    part(dialog, QLineEdit, "first_name").setText("Ana")
    start = part(dialog, QTimeEdit, "first_start")
    part(dialog, QTimeEdit, "first_end").setTime(start.time())
    go_on(dialog)
    assert start.isVisible(), "the step stays"
    assert "before they end" in part(dialog, QLabel, "first_problem").text()
    assert kept(program) == ([], [])
    dialog.reject()


def test_the_time_zone_could_not_be_changed_at_the_first_start(program: Program) -> None:
    dialog = open_dialog(program)
    part(dialog, QLineEdit, "first_name").setText("Ana")
    zone = part(dialog, QComboBox, "first_zone")
    assert zone.currentText().startswith("Madrid (Europe, UTC+0")
    zone.setCurrentText("Berlin time")
    go_on(dialog)
    assert "Berlin time" in part(dialog, QLabel, "first_problem").text()
    (wanted,) = [at for at in range(zone.count()) if zone.itemText(at).startswith("New York (")]
    zone.setCurrentIndex(wanted)
    go_on(dialog)
    part(dialog, QRadioButton, "first_connect_later").click()
    go_on(dialog)
    part(dialog, QPushButton, "first_begin").click()
    (ana,), (calendar,) = kept(program)
    assert (ana.zone, calendar.zone) == ("America/New_York", "America/New_York")


def test_icloud_is_connected_when_everything_is_kept(qtbot: QtBot, program: Program) -> None:
    dialog = open_dialog(program)
    part(dialog, QLineEdit, "first_name").setText("Ana")
    go_on(dialog)
    go_on(dialog)
    part(dialog, QPushButton, "first_begin").click()
    qtbot.waitUntil(lambda: program.window.findChild(ConnectWizard) is not None)
    wizard = part(program.window, ConnectWizard, "connect_wizard")
    assert wizard.isVisible()
    assert len(kept(program)[1]) == 1
    wizard.close()


def test_practice_is_offered_where_it_is_installed(program: Program) -> None:
    dialog = open_dialog(program)
    assert not part(dialog, QLabel, "first_practice").isVisible()
    dialog.reject()
    started: list[bool] = []

    def start() -> bool:
        started.append(True)
        return len(started) > 1

    program.window.find_practice = lambda: start
    for said in ("Practice could not be started. Nothing was changed; try again.", ""):
        program.window.toast.dismiss()
        program.window.empty_strip.pressed.emit()
        dialog = program.window.findChildren(FirstStepsDialog)[-1]
        link = part(dialog, Link, "first_practice")
        assert link.isVisible()
        link.pressed.emit()
        assert not dialog.isVisible()
        toast = program.window.toast
        assert toast.isVisible() == bool(said)
        assert not said or part(toast, QLabel, "toast_text").text() == said
    assert kept(program) == ([], [])


def test_connect_icloud_opened_settings_and_left_the_rest_to_be_found(
    qtbot: QtBot, program: Program
) -> None:
    dialog = open_dialog(program)
    part(dialog, QLineEdit, "first_name").setText("Ana")
    go_on(dialog)
    part(dialog, QPushButton, "first_skip").click()
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
