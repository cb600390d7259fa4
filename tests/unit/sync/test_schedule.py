"""When accounts are looked at, unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lcdesk.model.domain.accounts import Account, AccountState, Provider, awaited_try
from lcdesk.sync.errors import Offline, Throttled
from lcdesk.sync.schedule import (
    FIRST_RETRY,
    LONGEST_RETRY,
    Presence,
    is_due,
    may_run,
    next_try_after,
)
from tests.desk import NOW

ACCOUNT = Account(1, Provider.ICLOUD, "ana@example.org", 1, last_success=NOW)


def test_more_often_while_the_window_is_in_use() -> None:
    last = NOW - timedelta(minutes=2)
    assert is_due(ACCOUNT, NOW, last_run=last, presence=Presence.IN_USE)
    assert not is_due(ACCOUNT, NOW, last_run=last, presence=Presence.IDLE)
    assert is_due(ACCOUNT, NOW, last_run=None, presence=Presence.IDLE)


def test_seldom_while_nobody_can_see_it() -> None:
    last = NOW - timedelta(minutes=6)
    assert is_due(ACCOUNT, NOW, last_run=last, presence=Presence.IDLE)
    assert not is_due(ACCOUNT, NOW, last_run=last, presence=Presence.AWAY)
    assert is_due(ACCOUNT, NOW, last_run=NOW - timedelta(minutes=15), presence=Presence.AWAY)


def test_a_booking_does_not_break_into_a_pause_that_the_server_asked_for() -> None:
    soon = NOW + timedelta(minutes=1)
    throttled = replace(ACCOUNT, state=AccountState.THROTTLED, next_try=soon)
    doubted = replace(ACCOUNT, state=AccountState.OFFLINE, next_try=soon, refusals=1)
    offline = replace(ACCOUNT, state=AccountState.OFFLINE, next_try=soon)
    assert [may_run(account, NOW) for account in (throttled, doubted)] == [False, False]
    assert [may_run(account, soon) for account in (throttled, doubted)] == [True, True]
    assert may_run(offline, NOW), "the network may be back"
    assert may_run(ACCOUNT, NOW)
    assert not may_run(replace(ACCOUNT, state=AccountState.NEEDS_PASSWORD), NOW)


def test_an_account_that_needs_its_password_is_left_alone() -> None:
    waiting = replace(ACCOUNT, state=AccountState.NEEDS_PASSWORD)
    assert not is_due(waiting, NOW, last_run=None, presence=Presence.IN_USE)


def test_a_failed_account_waits_for_its_next_try() -> None:
    failed = replace(ACCOUNT, state=AccountState.OFFLINE, next_try=NOW + timedelta(minutes=1))
    assert not is_due(failed, NOW, last_run=None, presence=Presence.IN_USE)
    assert is_due(failed, NOW + timedelta(minutes=1), last_run=NOW, presence=Presence.IN_USE)


def test_each_failure_in_a_row_waits_longer_up_to_a_cap() -> None:
    now, account, waits = NOW, ACCOUNT, []
    for _ in range(12):
        at = next_try_after(Offline("No answer."), account, now)
        waits.append(at - now)
        account = replace(account, state=AccountState.OFFLINE, next_try=at)
        now = at
    assert FIRST_RETRY <= waits[0] < FIRST_RETRY * 1.26
    assert waits[5] > waits[0] * 4
    assert max(waits) <= LONGEST_RETRY * 1.25


def test_the_server_s_own_wish_is_a_floor() -> None:
    wish = NOW + timedelta(minutes=50)
    error = Throttled("Busy.", retry_at=wish)
    assert next_try_after(error, ACCOUNT, NOW) == wish
    short = Throttled("Busy.", retry_at=NOW + timedelta(seconds=1))
    assert next_try_after(short, ACCOUNT, NOW) >= NOW + FIRST_RETRY


def test_what_a_clock_that_was_ahead_noted_keeps_no_account_waiting_once_it_is_right() -> None:
    ahead = NOW + timedelta(days=3)
    at = next_try_after(Offline("No answer."), replace(ACCOUNT, last_success=None), ahead)
    offline = replace(ACCOUNT, state=AccountState.OFFLINE, next_try=at)
    at = next_try_after(Throttled("Busy.", retry_at=ahead + timedelta(hours=2)), ACCOUNT, ahead)
    throttled = replace(ACCOUNT, state=AccountState.THROTTLED, next_try=at, throttled_at=ahead)
    echoed = replace(throttled, throttled_at=NOW - timedelta(hours=1))
    doubted = replace(offline, refusals=1)
    for account in (offline, throttled, echoed, doubted):
        assert is_due(account, NOW, last_run=None, presence=Presence.IN_USE)
        assert may_run(account, NOW)
    assert is_due(ACCOUNT, NOW, last_run=ahead, presence=Presence.IN_USE)


def test_a_next_try_that_a_clock_noted_while_it_was_ahead_is_told_nobody() -> None:
    soon, later = NOW + timedelta(minutes=5), NOW + timedelta(days=3)
    failed = replace(ACCOUNT, state=AccountState.OFFLINE, next_try=soon)
    assert awaited_try(failed, NOW) == soon
    assert awaited_try(replace(failed, next_try=later), NOW) is None
    throttled = replace(ACCOUNT, state=AccountState.THROTTLED, next_try=later, throttled_at=later)
    assert awaited_try(throttled, NOW) is None


def test_a_server_s_wish_of_hours_is_kept_by_a_clock_that_is_right() -> None:
    at = next_try_after(Throttled("Busy.", retry_at=NOW + timedelta(hours=2)), ACCOUNT, NOW)
    asked = replace(ACCOUNT, state=AccountState.THROTTLED, next_try=at, throttled_at=NOW)
    for wait in (timedelta(0), timedelta(seconds=-2), timedelta(minutes=119)):
        assert not is_due(asked, NOW + wait, last_run=None, presence=Presence.IN_USE)
        assert not may_run(asked, NOW + wait)
    assert is_due(asked, at, last_run=None, presence=Presence.IN_USE)
