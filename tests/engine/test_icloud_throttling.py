"""iCloud asks for a pause, in its ways; and refuses a right password now and then."""

from __future__ import annotations

from datetime import timedelta
from email.utils import format_datetime

import pytest

from lcdesk.model.domain.accounts import AccountState
from lcdesk.model.domain.events import SyncState
from lcdesk.sync.schedule import Presence, is_due
from tests.desk import november
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply


def is_left_alone(practice: Practice) -> bool:
    """Whether nothing is asked unless the person wants it."""
    return not is_due(
        practice.account(), practice.desk.now, last_run=None, presence=Presence.IN_USE
    )


def test_401_after_429_is_the_same_pause_and_no_wrong_password(practice: Practice) -> None:
    practice.icloud.throttle(2, timedelta(minutes=10))
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    for _ in range(6):
        assert not practice.desk.sync().ok
        assert practice.account().state is AccountState.THROTTLED
        practice.desk.now += timedelta(minutes=1)
    assert practice.entry(appointment).sync is SyncState.PENDING
    practice.desk.now += timedelta(minutes=10)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert practice.account().state is AccountState.OK


def test_401_after_429_is_remembered_by_the_next_start(practice: Practice) -> None:
    practice.icloud.throttle(1, timedelta(minutes=20))
    practice.desk.sync()
    practice.direct.restart()
    practice.desk.now += timedelta(minutes=5)
    practice.desk.sync()
    assert practice.account().state is AccountState.THROTTLED


@pytest.mark.parametrize("form", ["seconds", "date"])
@pytest.mark.parametrize("status", [429, 503])
def test_a_wish_that_is_too_short_does_not_shorten_the_pause(
    practice: Practice, form: str, status: int
) -> None:
    waits = []
    for _ in range(5):
        soon = practice.desk.now + timedelta(seconds=1)
        wish = "1" if form == "seconds" else format_datetime(soon, usegmt=True)
        practice.icloud.faults.add(Fault(instead=Reply(status, b"", {"Retry-After": wish})))
        assert not practice.desk.sync().ok
        next_try = practice.account().next_try
        assert next_try is not None
        waits.append(next_try - practice.desk.now)
        assert is_left_alone(practice)
        practice.desk.now = next_try
    assert waits[0] >= timedelta(seconds=30)
    assert waits == sorted(waits), "longer each time"
    assert waits[-1] >= timedelta(minutes=4)
    practice.good_pass()


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_longer_wish_is_granted(practice: Practice, form: str) -> None:
    late = practice.desk.now + timedelta(hours=2)
    wish = "7200" if form == "seconds" else format_datetime(late, usegmt=True)
    practice.icloud.faults.add(Fault(instead=Reply(503, b"", {"Retry-After": wish})))
    practice.desk.sync()
    assert practice.account().next_try == late


def test_one_401_without_a_cause_asks_nobody(practice: Practice) -> None:
    practice.icloud.faults.add(Fault("REPORT", instead=Reply(401)))
    practice.put("one")
    practice.desk.sync()
    assert practice.account().state is not AccountState.NEEDS_PASSWORD
    practice.desk.now += timedelta(minutes=2)
    practice.good_pass()
    assert practice.titles() == ["Dentist"]


def test_a_password_that_is_really_wrong_is_asked_for_in_the_end(practice: Practice) -> None:
    practice.icloud.password = "another"
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    for _ in range(12):
        practice.desk.sync()
        practice.desk.now += timedelta(minutes=1)
    assert practice.account().state is AccountState.NEEDS_PASSWORD
    assert practice.desk.waiting() == 1, "the change is kept"
    practice.icloud.password = practice.direct.secrets.get(next(iter(_keys(practice)))) or ""
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED


def _keys(practice: Practice) -> list[str]:
    from lcdesk.sync.connect import key_of

    return [key_of(practice.account())]


@pytest.mark.parametrize("begins_anew", [False, True], ids=["one program", "one for each pass"])
def test_a_bare_403_is_a_pause_thrice_and_then_about_this_calendar(
    practice: Practice, begins_anew: bool
) -> None:
    def run() -> None:
        if begins_anew:
            practice.direct.restart()
        practice.desk.sync()

    practice.put("one", calendar=practice.icloud.work)
    practice.put("two")
    practice.icloud.faults.add(Fault("REPORT", "/family/", times=99, instead=Reply(403)))
    for _ in range(3):
        run()
        assert practice.account().state is AccountState.THROTTLED
        practice.desk.now += timedelta(minutes=40)
    run()
    assert practice.account().state is AccountState.ERROR
    assert practice.titles() == ["Dentist"], "the other calendar is read"
    practice.icloud.faults.clear()
    run()
    assert practice.account().state is AccountState.OK
    practice.put("three")
    practice.icloud.faults.add(Fault("REPORT", "/family/", instead=Reply(403)))
    run()
    assert practice.account().state is AccountState.THROTTLED, "it is counted anew"
