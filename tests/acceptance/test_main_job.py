"""The main job, end to end: the real window, the real thread, a real server, plain HTTP beside.

Connect an account in the dialog, choose roles, see the blocked slots, double-click a free
cell, book; find it on the server; move it there, delete it there; block time by hand. From
the week, from the columns of each staff member and from the month.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.week.week import Badge, Block, BlockKind
from tests.desk import NOW, Desk, event
from tests.servers import EMAIL, PASSWORD, Account

LEFT = Qt.MouseButton.LeftButton
TUESDAY = date(2026, 11, 24)
THURSDAY = date(2026, 11, 26)
PATIENCE_MS = 15_000

SomeWidget = TypeVar("SomeWidget", bound=QWidget)


@dataclass(slots=True)
class Screen:
    """The window as a person's hands and eyes have it."""

    qtbot: QtBot
    program: Program

    @property
    def is_month(self) -> bool:
        return self.program.window.month.isVisible()

    def blocks(self) -> tuple[Block, ...]:
        if self.is_month:
            return tuple(entry.block for entry in self.program.window.month.scene.month.entries)
        return self.program.window.grid.canvas.scene.week.blocks

    def block(self, title: str) -> Block | None:
        return next((block for block in self.blocks() if block.title.startswith(title)), None)

    def find(self, kind: type[SomeWidget], name: str) -> SomeWidget | None:
        """A visible widget anywhere on the screen."""
        tops = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        found = [top for top in tops if isinstance(top, kind) and top.objectName() == name]
        for top in tops:
            found += [child for child in top.findChildren(kind, name) if child.isVisible()]
        return found[0] if found else None

    def wait_for(self, kind: type[SomeWidget], name: str) -> SomeWidget:
        self.until(lambda: self.find(kind, name) is not None)
        found = self.find(kind, name)
        assert found is not None
        return found

    def click(self, name: str) -> None:
        button = self.wait_for(QAbstractButton, name)
        self.until(button.isEnabled)
        button.click()

    def choose(self, text: str, among: QWidget) -> None:
        """Click the radio button or check box with this text."""
        buttons = among.findChildren(QAbstractButton)
        next(button for button in buttons if button.text() == text).click()

    def write(self, name: str, text: str) -> None:
        field = self.wait_for(QLineEdit, name)
        field.clear()
        QTest.keyClicks(field, text)

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    def show(self, view: str) -> None:
        """The week as it opens, the week by member, or the month."""
        if view != "week":
            self.program.window.actions_table[view].trigger()
        shown = self.program.window.month if view == "month" else self.program.window.grid
        self.until(shown.isVisible)

    def double_click(self, day: date, minute: int) -> int | None:
        """On a free time of the first column of a day, or low in its cell of the month.

        Returns the member whose column it is, None where the columns are days.
        """
        if self.is_month:
            month = self.program.window.month
            days = [shown.day for shown in month.scene.month.days]
            cell = month.scene.geometry.cell(days.index(day))
            point = QPoint(round(cell.x + cell.width / 2), round(cell.y + cell.height * 0.9))
            QTest.mouseClick(month, LEFT, pos=point)
            QTest.mouseDClick(month, LEFT, pos=point)
            return None
        canvas = self.program.window.grid.canvas
        columns = canvas.scene.week.days
        column = [day_column.day for day_column in columns].index(day)
        rect = canvas.scene.geometry.span(column, minute, minute + 15)
        point = QPoint(round(rect.x + rect.width / 2), round(rect.y + rect.height / 2))
        QTest.mouseClick(canvas, LEFT, pos=point)
        QTest.mouseDClick(canvas, LEFT, pos=point)
        return columns[column].member

    def sync(self) -> None:
        assert self.program.workspace is not None
        finished = self.program.workspace.sync.pass_finished
        sync_now = self.program.window.actions_table["sync_now"]
        self.until(sync_now.isEnabled)  # not while a pass is running
        with self.qtbot.waitSignal(finished, timeout=PATIENCE_MS):
            sync_now.trigger()


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Screen]:
    """A window over a business that has staff and calendars, but no account yet."""
    desk = Desk(tmp_path)
    desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ana"), name="Consultation")
    desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ben"), name="Trim")
    desk.close()
    program = Program(qapp, Paths(tmp_path), secrets=SessionStore(), clock=lambda: NOW)
    with qtbot.waitSignal(program.opened, timeout=PATIENCE_MS):
        program.begin()
    yield Screen(qtbot, program)
    program.close()
    program.window.deleteLater()
    program.deleteLater()


def connect_in_the_dialog(screen: Screen, server: Account, primary: str, conflict: str) -> None:
    screen.program.window.settings_requested.emit()
    screen.wait_for(SettingsDialog, "settings")
    screen.click("connect_button")
    screen.wait_for(ConnectWizard, "connect_wizard")
    screen.click("provider_caldav")
    screen.click("next_button")
    screen.write("address_edit", EMAIL)
    screen.write("server_edit", server.url)
    screen.click("next_button")
    screen.write("password_edit", PASSWORD)
    screen.click("next_button")
    screen.wait_for(QWidget, "primary_options")
    screen.choose(primary, screen.wait_for(QWidget, "primary_options"))
    screen.choose(conflict, screen.wait_for(QWidget, "conflict_options"))
    screen.click("next_button")
    screen.until(lambda: screen.find(ConnectWizard, "connect_wizard") is None)
    settings = screen.find(SettingsDialog, "settings")
    assert settings is not None
    settings.close()


@pytest.mark.parametrize("view", ["week", "by_member", "month"])
def test_the_main_job(screen: Screen, account: Account, view: str) -> None:
    tail = uuid.uuid4().hex[:6]
    work_name, family_name = f"work{tail}", f"family{tail}"
    work, family = account.make_calendar(work_name), account.make_calendar(family_name)
    account.put(f"{family}dentist.ics", event("d", "20261124T100000Z", "20261124T110000Z"))
    account.put(
        f"{work}call.ics", event("c", "20261126T080000Z", "20261126T090000Z", summary="Call")
    )

    connect_in_the_dialog(screen, account, work_name, family_name)
    screen.show(view)
    screen.until(lambda: screen.block("Dentist") and screen.block("Call"))
    dentist, call = screen.block("Dentist"), screen.block("Call")
    assert dentist is not None
    assert call is not None
    assert (dentist.kind, dentist.locked) == (BlockKind.MIRRORED, True)
    assert (call.kind, call.locked) == (BlockKind.MIRRORED, False)
    assert (dentist.day, dentist.start, dentist.end) == (TUESDAY, 11 * 60, 12 * 60)

    member = screen.double_click(TUESDAY, 14 * 60)
    assert (member is not None) == (view == "by_member")
    screen.write("booking_name", "Cleo Park")
    calendar = screen.wait_for(QComboBox, "booking_calendar")
    assert "Consultation" in calendar.currentText()
    screen.click("booking_book")
    screen.until(lambda: screen.block("Cleo Park"))
    booked = screen.block("Cleo Park")
    assert booked is not None
    hour = 9 if view == "month" else 14  # a day is booked at a usual hour
    assert (booked.day, booked.start, booked.kind) == (TUESDAY, hour * 60, BlockKind.APPOINTMENT)
    assert booked.member == member

    screen.until(lambda: len(account.members(work)) == 2)
    (path,) = [member for member in account.members(work) if not member.endswith("call.ics")]
    text = account.get(path) or ""
    assert "SUMMARY:Cleo Park" in text
    assert f"20261124T{hour:02}0000" in text
    screen.until(lambda: (screen.block("Cleo Park") or booked).badge is Badge.SYNCED)

    account.put(path, text.replace(f"20261124T{hour:02}", "20261126T16"))
    screen.sync()
    screen.until(lambda: (screen.block("Cleo Park") or booked).day == THURSDAY)
    moved = screen.block("Cleo Park")
    assert moved is not None
    assert moved.start == 16 * 60

    account.delete(path)
    screen.sync()
    screen.until(lambda: (screen.block("Cleo Park") or booked).badge is Badge.GONE)
    marked = screen.block("Cleo Park")
    assert marked is not None
    assert "Deleted on the calendar server, kept here." in marked.description.tooltip
    assert "Deleted on the calendar server, kept here" in marked.description.spoken

    before = account.members(work) | account.members(family)
    screen.program.window.actions_table["block_time"].trigger()
    screen.write("block_title", "Stocktaking")
    screen.click("block_accept")
    screen.until(lambda: screen.block("Stocktaking"))
    screen.sync()
    assert account.members(work) | account.members(family) == before


def test_a_wrong_password_is_said_in_the_dialog_and_nothing_is_kept(
    screen: Screen, radicale_account: Account
) -> None:
    screen.program.window.settings_requested.emit()
    screen.click("connect_button")
    screen.click("provider_caldav")
    screen.click("next_button")
    screen.write("address_edit", EMAIL)
    screen.write("server_edit", radicale_account.url)
    screen.click("next_button")
    screen.write("password_edit", "not the password")
    screen.click("next_button")
    screen.wait_for(QAbstractButton, "mend_button")
    wizard = screen.wait_for(ConnectWizard, "connect_wizard")
    said = " ".join(
        label.text() for label in wizard.findChildren(QWidget) if hasattr(label, "text")
    )
    assert "password" in said.lower()
    screen.click("cancel_button")
    assert screen.program.workspace is not None
    with screen.program.workspace.database.read() as reader:
        from lcdesk.model.store.accounts import all_accounts

        assert all_accounts(reader) == ()
