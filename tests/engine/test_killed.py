"""A process killed between the server's act and our commit: nothing doubled, nothing lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Appointment, EntryKind, SyncState
from tests.desk import Desk, november
from tests.engine.conftest import REAL_SERVERS
from tests.fakes.faults import Fault
from tests.fakes.loopback import Seen
from tests.fakes.proxy import FaultyProxy
from tests.servers import Account

Change = Callable[[Desk, Appointment], None]


def _book_only(_desk: Desk, _appointment: Appointment) -> None:
    """The booking itself is the change that is cut off."""


def _move(desk: Desk, appointment: Appointment) -> None:
    desk.sync()
    with desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=desk.now)


def _cancel(desk: Desk, appointment: Appointment) -> None:
    desk.sync()
    with desk.database.write() as tx:
        cancel(tx, appointment.id, now=desk.now)


@REAL_SERVERS
@pytest.mark.parametrize(
    ("method", "change", "left_there"),
    [("PUT", _book_only, 1), ("PUT", _move, 1), ("DELETE", _cancel, 0)],
)
def test_killed_after_the_server_acted_and_before_our_commit(
    desk: Desk, account: Account, method: str, change: Change, left_there: int
) -> None:
    with FaultyProxy(account.url) as proxy:
        server = account.at(proxy.url)
        work = account.make_calendar(f"work{uuid.uuid4().hex[:8]}")
        ana = desk.staff("Ana")
        consultation = desk.calendar(CalendarKind.ROUND_ROBIN, ana)
        desk.account(server, ana)
        desk.give_role(work, Role.PRIMARY)
        appointment = desk.book(consultation, november(24, 10))
        change(desk, appointment)

        _run_and_kill(desk.folder, proxy, method)

        report = desk.sync()
        assert report.ok
        desk.sync()
        assert len(account.members(work)) == left_there
        appointments = [entry for entry in desk.agenda() if entry.kind is EntryKind.APPOINTMENT]
        assert len(appointments) == 1
        assert not [entry for entry in desk.agenda() if entry.kind is EntryKind.BLOCKED]
        expected = SyncState.SYNCED if left_there else SyncState.LOCAL
        assert appointments[0].sync is expected
        assert desk.waiting() == 0


def _run_and_kill(folder: Path, proxy: FaultyProxy, method: str) -> None:
    """Run a pass in another process and kill it when the server has carried out `method`."""
    command = [sys.executable, "-m", "tests.fakes.one_pass", str(folder)]
    process = subprocess.Popen(command)

    def kill(_seen: Seen) -> None:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    proxy.add(Fault(method=method, then=kill))
    assert process.wait(timeout=60) == -signal.SIGKILL
