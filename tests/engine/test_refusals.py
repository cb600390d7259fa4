"""A refused password: told at once to somebody who waits, doubted twice by the schedule."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.accounts import AccountState
from lcdesk.model.domain.events import SyncState
from lcdesk.sync.connect import key_of
from lcdesk.sync.reports import PassReport
from lcdesk.sync.schedule import Occasion, Presence, is_due
from lcdesk.sync.worker import StopFlags, SyncWorker
from tests.desk import november
from tests.engine.practice import Practice, practice
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply

__all__ = ["practice"]

REFUSED = Fault(times=99, instead=Reply(401))


def scheduled(practice: Practice) -> tuple[AccountState, timedelta | None]:
    """How the account stands after a pass of the schedule, and how long it waits then."""
    assert not practice.desk.sync(occasion=Occasion.SCHEDULE).ok
    account = practice.account()
    wait = None if account.next_try is None else account.next_try - practice.desk.now
    return account.state, wait


def test_the_schedule_asks_twice_more_minutes_apart_before_it_asks_anybody(
    practice: Practice,
) -> None:
    practice.icloud.password = "another"
    booked = practice.desk.book(practice.calendar, november(24, 10))
    assert scheduled(practice) == (AccountState.OFFLINE, timedelta(seconds=60))
    practice.desk.now += timedelta(seconds=60)
    assert scheduled(practice) == (AccountState.OFFLINE, timedelta(minutes=5))
    practice.desk.now += timedelta(minutes=5)
    assert scheduled(practice) == (AccountState.NEEDS_PASSWORD, None)
    later = practice.desk.now + timedelta(days=1)
    assert not is_due(practice.account(), later, last_run=None, presence=Presence.IN_USE)
    assert practice.direct.secrets.get(key_of(practice.account())), "the password is kept"
    assert practice.entry(booked).sync is SyncState.PENDING, "the change is kept"


def test_a_restart_does_not_begin_to_count_anew(practice: Practice) -> None:
    practice.icloud.password = "another"
    for wait in (timedelta(seconds=60), timedelta(minutes=5)):
        scheduled(practice)
        practice.direct.restart()
        practice.desk.now += wait
    assert scheduled(practice) == (AccountState.NEEDS_PASSWORD, None)


def test_a_good_answer_in_between_ends_the_doubt(practice: Practice) -> None:
    practice.icloud.faults.add(Fault(instead=Reply(401)))
    scheduled(practice)
    practice.good_pass()
    assert (practice.account().refusals, practice.account().state) == (0, AccountState.OK)


def test_no_answer_in_between_neither_ends_nor_confirms_it(practice: Practice) -> None:
    practice.icloud.faults.add(Fault(instead=Reply(401)))
    scheduled(practice)
    practice.icloud.faults.add(Fault(instead=Reply(500)))
    assert scheduled(practice)[0] is AccountState.OFFLINE
    assert practice.account().refusals == 1


def test_somebody_who_waits_is_told_at_once(practice: Practice) -> None:
    practice.icloud.password = "another"
    report = practice.desk.sync(occasion=Occasion.PERSON)
    assert report.error is not None
    assert report.error.code == "SIGN_IN_REFUSED"
    assert practice.account().state is AccountState.NEEDS_PASSWORD


def test_while_it_is_doubted_nobody_is_told_that_the_password_is_wrong(practice: Practice) -> None:
    practice.icloud.faults.add(Fault(instead=Reply(401)))
    scheduled(practice)
    error = practice.account().error
    assert error is not None
    assert error.title == "The password was not taken this time"
    assert "tried again in a few minutes" in error.message


# --- the worker's part ----------------------------------------------------------------------------


@pytest.fixture
def worker(practice: Practice, qtbot: QtBot) -> SyncWorker:
    """The worker in the test's own thread: nothing runs unless it is called."""
    del qtbot
    return SyncWorker(
        practice.desk.database,
        practice.desk.connect,
        flags=StopFlags(),
        folder=practice.desk.folder,
        clock=lambda: practice.desk.now,
    )


class Passes(list[PassReport]):
    """What the worker ran."""

    def __init__(self, worker: SyncWorker) -> None:
        super().__init__()
        worker.finished.connect(self.note)

    def note(self, reports: tuple[PassReport, ...]) -> None:
        self.extend(reports)


def test_a_booking_while_it_is_doubted_confirms_nothing(
    practice: Practice, worker: SyncWorker
) -> None:
    practice.icloud.faults.add(REFUSED)
    ran = Passes(worker)
    worker.look()
    assert len(ran) == practice.account().refusals == 1
    worker._run_all()
    assert len(ran) == 1, "asked by nobody"
    worker.run()
    worker._run_all()
    assert practice.account().state is AccountState.NEEDS_PASSWORD


def step(worker: SyncWorker, practice: Practice, wait: timedelta) -> None:
    """Let time pass as the worker's timer does, in looks of five seconds."""
    end: datetime = practice.desk.now + wait
    while practice.desk.now < end:
        practice.desk.now += timedelta(seconds=5)
        worker.look()


@pytest.mark.parametrize(
    ("presence", "pause"),
    [(Presence.IN_USE, 90), (Presence.IDLE, 300), (Presence.AWAY, 900)],
)
def test_how_often_depends_on_who_looks(
    practice: Practice, worker: SyncWorker, presence: Presence, pause: int
) -> None:
    worker.set_presence(presence)
    worker.look()
    ran = Passes(worker)
    step(worker, practice, timedelta(seconds=pause - 5))
    assert len(ran) == 0
    step(worker, practice, timedelta(seconds=5))
    assert len(ran) == 1


def test_on_return_the_accounts_are_read_at_once(practice: Practice, worker: SyncWorker) -> None:
    worker.look()
    worker.set_presence(Presence.AWAY)
    step(worker, practice, timedelta(minutes=4))
    ran = Passes(worker)
    worker.set_presence(Presence.IN_USE)
    assert len(ran) == 1


def test_after_sleep_the_network_gets_a_moment_and_then_everything_is_read(
    practice: Practice, worker: SyncWorker, qtbot: QtBot
) -> None:
    worker.start()
    ran = Passes(worker)
    qtbot.waitUntil(lambda: len(ran) == 1)
    practice.icloud.faults.add(Fault(instead=Reply(500)))
    practice.desk.now += timedelta(minutes=2)
    worker.look()
    worker.look()
    qtbot.waitUntil(lambda: len(ran) == 2)
    practice.desk.now += timedelta(hours=8)
    worker.look()
    assert len(ran) == 2, "not in the moment of waking"
    practice.desk.now += timedelta(seconds=5)
    worker.look()
    qtbot.waitUntil(lambda: len(ran) == 3)
    worker.look()
    assert len(ran) == 3, "once"
    assert practice.account().state is AccountState.OK
    worker.leave()
