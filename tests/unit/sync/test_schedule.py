"""When accounts are looked at, unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lcdesk.model.domain.accounts import Account, AccountState, Provider
from lcdesk.sync.errors import Offline, Throttled
from lcdesk.sync.schedule import FIRST_RETRY, LONGEST_RETRY, is_due, next_try_after
from tests.desk import NOW

ACCOUNT = Account(1, Provider.ICLOUD, "ana@example.org", 1, last_success=NOW)


def test_more_often_while_the_window_is_in_use() -> None:
    last = NOW - timedelta(minutes=2)
    assert is_due(ACCOUNT, NOW, last_run=last, in_use=True)
    assert not is_due(ACCOUNT, NOW, last_run=last, in_use=False)
    assert is_due(ACCOUNT, NOW, last_run=None, in_use=False)


def test_an_account_that_needs_its_password_is_left_alone() -> None:
    waiting = replace(ACCOUNT, state=AccountState.NEEDS_PASSWORD)
    assert not is_due(waiting, NOW, last_run=None, in_use=True)


def test_a_failed_account_waits_for_its_next_try() -> None:
    failed = replace(ACCOUNT, state=AccountState.OFFLINE, next_try=NOW + timedelta(minutes=1))
    assert not is_due(failed, NOW, last_run=None, in_use=True)
    assert is_due(failed, NOW + timedelta(minutes=1), last_run=NOW, in_use=True)


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
