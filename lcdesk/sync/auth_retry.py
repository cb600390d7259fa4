"""How far a refused password is believed: servers refuse good ones now and then.

A person who waits for an answer is told after a second look at once. By itself the sync looks
again minutes later, and once more after that, before it asks anybody; the count is kept with
the account.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from lcdesk.model.domain.accounts import Account
from lcdesk.sync.errors import Offline, RemoteError, SignInDoubtful, SignInRefused
from lcdesk.sync.ports import Remote
from lcdesk.sync.schedule import CONFIRMED_AFTER


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
        return _asked_again(error, account, connect)
    if account.refusals == len(CONFIRMED_AFTER):
        return error
    return SignInDoubtful(
        "Calendar servers refuse a good password now and then, so it is tried again in a few "
        "minutes. Your changes are kept here and sent later by themselves."
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


def _asked_again(
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
    return Offline("The server refused the password once and took it again. It is tried again.")
