"""What another process does to the store of a window that is open, or in the tray."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.app.program import Program
from lcdesk.app.workspace import Workspace
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore, secret_key
from lcdesk.ui.desktop.tray import TrayState
from tests import command_line
from tests.command_line import NEXT_MONDAY
from tests.desk import Desk
from tests.fakes.keyring_backend import file_keyring_environment
from tests.servers import PASSWORD, Account

PATIENCE_MS = 30_000  # far less than the time between two passes


@dataclass(slots=True)
class Both:
    """The window, the command line beside it, and the primary calendar on the server."""

    qtbot: QtBot
    program: Program
    lcdesk: command_line.Program
    server: Account
    work: str

    @property
    def workspace(self) -> Workspace:
        assert self.program.workspace is not None
        return self.program.workspace

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=PATIENCE_MS)

    def book(self) -> None:
        """In a process of its own."""
        start = f"{NEXT_MONDAY}T10:00"
        words = ("--calendar", "Consultation", "--start", start, "--contact", "Cleo <c@d.org>")
        self.lcdesk.json("book", *words)

    def is_resting(self) -> bool:
        return self.workspace.desk.status.text.startswith("Synced")


@pytest.fixture
def both(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, radicale_account: Account
) -> Iterator[Both]:
    desk = Desk(tmp_path)
    ana = desk.staff("Ana")
    desk.calendar(CalendarKind.ROUND_ROBIN, ana, name="Consultation")
    work = radicale_account.make_calendar(f"work{tmp_path.name[-6:]}")
    account = desk.account(radicale_account, ana)
    desk.give_role(work, Role.PRIMARY)
    desk.close()
    key, keyring = secret_key(account.provider, account.email, account.id), tmp_path / "keyring"
    keyring.write_text(json.dumps({"lcdesk": {key: PASSWORD}}))
    secrets = SessionStore()
    secrets.set(key, PASSWORD)
    program = Program(qapp, Paths(tmp_path), secrets=secrets)
    with qtbot.waitSignal(program.opened, timeout=PATIENCE_MS):
        program.begin()
    beside = command_line.Program(tmp_path, file_keyring_environment(keyring))
    made = Both(qtbot, program, beside, radicale_account, work)
    made.until(made.is_resting)
    yield made
    program.close()
    program.window.deleteLater()
    program.deleteLater()


def test_a_booking_of_another_process_waited_for_the_next_regular_pass(both: Both) -> None:
    both.book()
    both.until(lambda: both.server.members(both.work))
    both.until(both.is_resting)


def test_what_another_process_found_waiting_was_not_told_at_the_tray(both: Both) -> None:
    both.book()
    both.until(lambda: both.server.members(both.work))
    both.until(both.is_resting)
    both.program.window.hide()
    told: list[str] = []
    both.workspace.attention.told.connect(lambda title, _text: told.append(title))
    both.server.delete(next(iter(both.server.members(both.work))))
    assert both.lcdesk.json("sync")["ok"]
    both.until(lambda: both.workspace.tray.state is TrayState.ATTENTION)
    assert told == ["Deleted on the calendar server: Cleo"]
    assert "1 needs attention" in both.workspace.tray.icon.toolTip()
