"""When to run next, and how far a refused password is believed.

The times are pure, so that nobody has to wait to test them. Servers refuse good passwords now and
then: a person who waits for an answer is told after a second look at once; by itself the sync looks
again minutes later, and once more after that, before it asks anybody. The count is kept with the
account.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum, auto

from lcdesk.model.domain.accounts import (
    LONGEST_PAUSE,
    SPREAD,
    Account,
    AccountState,
    LinkedCalendar,
    awaited_try,
)
from lcdesk.model.domain.message import Message
from lcdesk.sync.errors import Offline, RemoteError, SignInDoubtful, SignInRefused, Throttled
from lcdesk.sync.ports import Remote

WHILE_IN_USE = timedelta(seconds=90)
WHILE_IDLE = timedelta(minutes=5)
WHILE_AWAY = timedelta(minutes=15)
CONFIRMED_AFTER = (timedelta(seconds=60), timedelta(minutes=5))
"""A refused password is asked about again after these waits before it is believed."""
LISTED_WHOLE_EVERY = timedelta(days=1)
FIRST_RETRY = timedelta(seconds=30)
LONGEST_RETRY = timedelta(minutes=15)


class Presence(Enum):
    """Whether a person looks at what the sync brings."""

    IN_USE = auto()  # lcdesk is the active program
    IDLE = auto()  # its window is open, another program is in front
    AWAY = auto()  # in the tray


_PAUSES = {
    Presence.IN_USE: WHILE_IN_USE,
    Presence.IDLE: WHILE_IDLE,
    Presence.AWAY: WHILE_AWAY,
}


def next_try_after(error: RemoteError, account: Account, now: datetime) -> datetime:
    """When an account that failed is looked at again.

    Each failure in a row doubles the wait, up to a cap; a little chance keeps several desks
    from coming back at the same moment. A server's own wish is a floor, never a ceiling.
    """
    if isinstance(error, SignInDoubtful):
        return now + CONFIRMED_AFTER[account.refusals]
    longest = LONGEST_PAUSE if isinstance(error, Throttled) else LONGEST_RETRY
    waited = FIRST_RETRY / 2
    if account.state in (AccountState.OFFLINE, AccountState.THROTTLED, AccountState.ERROR):
        waited = _last_wait(account, now)
    wait = min(max(waited * 2, FIRST_RETRY), longest)
    wait += wait * random.uniform(0, SPREAD)
    own = now + wait
    return own if error.retry_at is None else max(own, error.retry_at)


def _last_wait(account: Account, now: datetime) -> timedelta:
    if account.last_success is None or account.next_try is None:
        return FIRST_RETRY
    return min(max(now - account.last_success, FIRST_RETRY), LONGEST_PAUSE) / 2


def is_due(
    account: Account, now: datetime, *, last_run: datetime | None, presence: Presence
) -> bool:
    """Whether the account is to be looked at now, unasked."""
    if account.state is AccountState.NEEDS_PASSWORD:
        return False
    if account.next_try is not None:
        return awaited_try(account, now) is None
    # A pass of the future was run while the clock was ahead.
    return last_run is None or not timedelta(0) <= now - last_run < _PAUSES[presence]


def may_run(account: Account, now: datetime) -> bool:
    """Whether a reason of our own, such as a booking, may bring a pass before its time.

    Not while the server wants a pause, and not between two looks at a refused password.
    """
    if account.state is AccountState.NEEDS_PASSWORD:
        return False
    waits = account.state is AccountState.THROTTLED or account.refusals > 0
    return not waits or awaited_try(account, now) is None


def is_listing_due(linked: LinkedCalendar, now: datetime) -> bool:
    """Once a day everything is listed: servers forget to tell of a change now and then."""
    last = linked.listed_whole_at
    return last is None or not timedelta(0) <= now - last <= LISTED_WHOLE_EVERY


class Occasion(Enum):
    """Why a pass runs."""

    PERSON = auto()  # somebody asked and waits for the answer
    SCHEDULE = auto()


def classify_auth_failure(
    error: RemoteError, account: Account, connect: Callable[[Account], Remote], occasion: Occasion
) -> RemoteError:
    """What the error is taken for; only a refused password may turn into something else."""
    if not isinstance(error, SignInRefused):
        return error
    if occasion is Occasion.PERSON:
        return _ask_again(error, account, connect)
    if account.refusals == len(CONFIRMED_AFTER):
        return error
    return SignInDoubtful(
        Message(
            "Calendar servers refuse a good password now and then, so it is tried again in a few "
            "minutes. Your changes are kept here and sent later by themselves."
        )
    )


def count_refusals(error: RemoteError, account: Account) -> int:
    """How many refusals in a row the account has now."""
    match error:
        case SignInDoubtful():
            return account.refusals + 1
        case Offline():  # no answer says nothing about the password
            return account.refusals
        case _:
            return 0


def _ask_again(
    error: RemoteError, account: Account, connect: Callable[[Account], Remote]
) -> RemoteError:
    try:
        remote = connect(account)
        try:
            remote.discover()
        finally:
            remote.close()
    except SignInRefused as again:
        return again
    except RemoteError:
        return error
    return Offline(
        Message("The server refused the password once and took it again. It is tried again.")
    )
