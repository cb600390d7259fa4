"""When to run next; pure, so that nobody has to wait to test it."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from lcdesk.model.domain.accounts import Account, AccountState
from lcdesk.sync.errors import RemoteError, Throttled

WHILE_IN_USE = timedelta(seconds=90)
WHILE_IDLE = timedelta(minutes=5)
FIRST_RETRY = timedelta(seconds=30)
LONGEST_RETRY = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(minutes=30)


def next_try_after(error: RemoteError, account: Account, now: datetime) -> datetime:
    """When an account that failed is looked at again.

    Each failure in a row doubles the wait, up to a cap; a little chance keeps several desks
    from coming back at the same moment. A server's own wish is a floor, never a ceiling.
    """
    longest = LONGEST_PAUSE if isinstance(error, Throttled) else LONGEST_RETRY
    waited = FIRST_RETRY / 2
    if account.state in (AccountState.OFFLINE, AccountState.THROTTLED, AccountState.ERROR):
        waited = _last_wait(account, now)
    wait = min(max(waited * 2, FIRST_RETRY), longest)
    wait += wait * random.uniform(0, 0.25)
    own = now + wait
    return own if error.retry_at is None else max(own, error.retry_at)


def _last_wait(account: Account, now: datetime) -> timedelta:
    if account.last_success is None or account.next_try is None:
        return FIRST_RETRY
    return min(max(now - account.last_success, FIRST_RETRY), LONGEST_PAUSE) / 2


def is_due(account: Account, now: datetime, *, last_run: datetime | None, in_use: bool) -> bool:
    """Whether the account is to be looked at now, unasked."""
    if account.state is AccountState.NEEDS_PASSWORD:
        return False
    if account.next_try is not None:
        return now >= account.next_try
    pause = WHILE_IN_USE if in_use else WHILE_IDLE
    return last_run is None or now - last_run >= pause
