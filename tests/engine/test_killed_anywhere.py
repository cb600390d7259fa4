"""A real process killed at random moments of its passes, again and again."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import uuid
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Appointment, EntryKind, Origin, SyncState
from tests.desk import Desk, event, november
from tests.engine.conftest import REAL_SERVERS
from tests.servers import Account

# `LCDESK_KILLS=200` for a long run; the seed is printed when it fails.
KILLS = int(os.environ.get("LCDESK_KILLS", "6"))
LONGEST_LIFE = 0.25  # seconds of a pass, about


@REAL_SERVERS
@pytest.mark.timeout(1800)
def test_after_every_kill_both_sides_agree_and_nothing_is_doubled(
    desk: Desk, account: Account
) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    work = account.make_calendar(f"work{uuid.uuid4().hex[:8]}")
    ana = desk.staff("Ana")
    calendar = desk.calendar(CalendarKind.ROUND_ROBIN, ana, per_slot=99)
    desk.account(account, ana)
    desk.give_role(work, Role.PRIMARY)
    living: list[Appointment] = []
    for number in range(KILLS):
        _change_here(desk, calendar, living, chance)
        uid = f"f{number % 5}"
        day = chance.randrange(17, 28)
        account.put(f"{work}{uid}.ics", event(uid, f"202611{day}T090000Z", f"202611{day}T100000Z"))
        _pass_and_kill(desk.folder, chance.random() * LONGEST_LIFE)
    desk.now += timedelta(minutes=5)
    for _ in range(3):
        assert desk.sync().ok, seed
        desk.now += timedelta(minutes=2)  # what is not at its place is looked for once more
    assert desk.waiting() == 0, seed
    entries = desk.agenda(1, 30)
    synced = [
        entry
        for entry in entries
        if entry.kind is EntryKind.APPOINTMENT and entry.sync is SyncState.SYNCED
    ]
    assert len(synced) == len(living), seed
    mirrored = [entry for entry in entries if entry.origin is Origin.ICLOUD]
    assert len(account.members(work)) == len(synced) + len(mirrored), seed
    assert len(mirrored) == min(KILLS, 5), seed


def _change_here(
    desk: Desk, calendar: Calendar, living: list[Appointment], chance: random.Random
) -> None:
    deed = chance.choice(["book", "book", "move", "edit", "cancel"])
    if deed == "book" or not living:
        living.append(desk.book(calendar, _time(chance), insist=True))
        return
    one = chance.choice(living)
    with desk.database.write() as tx:
        if deed == "move":
            move(tx, one.id, start=_time(chance), insist=True, now=desk.now)
        elif deed == "edit":
            edit(tx, one.id, notes=uuid.uuid4().hex, now=desk.now)
        else:
            cancel(tx, one.id, now=desk.now)
            living.remove(one)


def _time(chance: random.Random) -> datetime:
    return november(chance.randrange(17, 28), chance.randrange(8, 18))


def _pass_and_kill(folder: Path, life: float) -> None:
    command = [sys.executable, "-m", "tests.fakes.one_pass", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(life)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
