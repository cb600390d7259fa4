"""Accounts and their passwords together: sign in, connect, change the password, disconnect.

The account goes to the store and the password to the secret store, or neither does. The window
and the command line both come through here, so that no rule about passwords stands twice.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from lcdesk.model.commands import accounts as commands
from lcdesk.model.domain.accounts import Account, AccountState, Provider, SignIn, check_app_password
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.message import Message
from lcdesk.model.replication.journal import record_state
from lcdesk.model.store import accounts
from lcdesk.model.store.database import Database
from lcdesk.model.store.journal import forget_account
from lcdesk.sync.dav import ThrottleMemory, TimeSource, address_from, open_remote
from lcdesk.sync.errors import (
    Offline,
    RemoteError,
    SecretStoreError,
    SignInRefused,
    Stopped,
    Throttled,
)
from lcdesk.sync.ports import Discovery, Remote, SecretStore
from lcdesk.sync.rediscovery import record
from lcdesk.sync.secrets import secret_key
from lcdesk.threads import AbandonedError, unless

logger = logging.getLogger(__name__)

LONGEST_PASSWORD = 1_024
_SKEW = timedelta(minutes=1)  # clocks are set right by seconds all the time
_MOST_COUNTED = 12  # calendars
_COUNTING_SECONDS = 4.0

Remember = Callable[[str, str], None]
"""Keeps (key, password): `SecretStore.set`, or `LayeredStore.set_for_session`."""


class PasswordMissing(SignInRefused):
    """The account is known here, but its password is not."""

    code = "PASSWORD_MISSING"
    title = Message("The password is needed")


def sign_in(provider: Provider, email: str, password: str, server: str = "") -> SignIn:
    """What a person entered, checked without asking anybody: the password as the provider spells
    it, the server's full address.

    Raises InvalidInput; SignInRefused when iCloud surely would not take the password.
    """
    if not email.strip():
        raise InvalidInput(Message("An account needs an e-mail address or a user name."))
    if provider is Provider.ICLOUD and server.strip():
        raise InvalidInput(Message("iCloud's address is fixed. Leave the server out."))
    return SignIn(
        provider,
        email.strip(),
        spell_password(provider, password),
        "" if provider is Provider.ICLOUD else address_from(server),
    )


def spell_password(provider: Provider, password: str) -> str:
    """The password as the provider spells it. Raises as `sign_in` does."""
    if not password:
        raise InvalidInput(Message("The password is empty."))
    if len(password) > LONGEST_PASSWORD or "\n" in password or "\r" in password:
        raise InvalidInput(
            Message("A password is one line of at most {n} characters.", n=LONGEST_PASSWORD)
        )
    if provider is not Provider.ICLOUD:
        return password
    checked = check_app_password(password)
    if checked.problem:
        raise SignInRefused(checked.problem, title=Message("This is not an app-specific password"))
    return checked.password


def check(
    wanted: SignIn,
    *,
    step: Callable[[str], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Discovery:
    """Sign in and list the calendars; nothing is kept. Raises the errors of `sync.errors`."""
    remote = open_remote(wanted.provider, wanted.server, wanted.email, wanted.password, stop=stop)
    try:
        return remote.discover(step)
    finally:
        remote.close()


def check_and_count(
    wanted: SignIn,
    *,
    step: Callable[[str], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[Discovery, Mapping[str, int]]:
    """The same, and how many objects some of the calendars hold, by path.

    Counting helps to choose and is no reason to fail or to wait: it takes one listing for each of
    the first calendars, and ends after a few seconds with what is known by then.
    """
    patience = _Patience(stop)
    remote = open_remote(
        wanted.provider, wanted.server, wanted.email, wanted.password, stop=patience
    )
    try:
        found = remote.discover(step)
        patience.ends_at = time.monotonic() + _COUNTING_SECONDS
        return found, _counts(remote, found, patience)
    finally:
        remote.close()


class _Patience:
    """Whether to stop: the person says so, or the time is up."""

    def __init__(self, stop: Callable[[], bool]) -> None:
        self.is_told_to = stop
        self.ends_at = math.inf

    def __call__(self) -> bool:
        return self.is_told_to() or time.monotonic() > self.ends_at


def _counts(remote: Remote, found: Discovery, patience: _Patience) -> dict[str, int]:
    counts: dict[str, int] = {}
    readable = [
        calendar for calendar in found.calendars if calendar.readable and not calendar.subscribed
    ]
    for calendar in readable[:_MOST_COUNTED]:
        try:
            counts[calendar.path] = len(remote.listing(calendar.href).members)
        except RemoteError as error:
            if patience.is_told_to():
                raise
            logger.info("the events of a calendar were not counted: %s", error.code)
            if patience() or isinstance(error, (Offline, Throttled)):
                break
    return counts


def keep(
    database: Database,
    remember: Remember,
    wanted: SignIn,
    found: Discovery,
    *,
    staff: int,
    now: datetime,
) -> Account:
    """Connect a checked account to a staff member, or finish what an ended program began.

    Raises SecretStoreError when the password cannot be kept, and then nothing is stored;
    InvalidInput for an account that is connected already.
    """
    with database.write() as tx:
        begun = commands.find_begun_account(
            tx, provider=wanted.provider, email=wanted.email, staff=staff, server=wanted.server
        )
        account = begun or commands.add_account(
            tx, provider=wanted.provider, email=wanted.email, staff=staff, server=wanted.server
        )
    try:
        record(database, account, found, now)
        # Outside any transaction: a keyring may wait for a person to unlock it.
        remember(key_of(account), wanted.password)
    except BaseException:
        if begun is None:
            with database.write() as tx:
                commands.remove_account(tx, account.id, keep_blocks=False, now=now)
                forget_account(tx, account.id)
        raise
    with database.read() as reader:
        return accounts.get_account(reader, account.id) or account


def change_password(
    database: Database,
    remember: Remember,
    account: Account,
    password: str,
    *,
    stop: Callable[[], bool] = lambda: False,
) -> Account:
    """Keep a new password that the server has taken; the account is tried again at once."""
    spelled = spell_password(account.provider, password)
    check(SignIn(account.provider, account.email, spelled, account.server), stop=stop)
    remember(key_of(account), spelled)
    with database.write(ChangeOrigin.SYNC) as tx:
        accounts.set_account_state(tx, account.id, AccountState.OK)
        record_state(tx, account, AccountState.OK, None)
    with database.read() as reader:
        return accounts.get_account(reader, account.id) or account


def remove(
    database: Database, secrets: SecretStore, account_id: int, *, keep_blocks: bool, now: datetime
) -> tuple[Account, SecretStoreError | None]:
    """Disconnect; the second value says why the password could not be removed, if so."""
    with database.write() as tx:
        account = commands.remove_account(tx, account_id, keep_blocks=keep_blocks, now=now)
    try:
        secrets.forget(key_of(account))
    except SecretStoreError as error:
        logger.warning("account %s: the password stays in the keyring: %s", account.id, error.code)
        return account, error
    return account, None


def known_account(database: Database, account_id: int) -> Account:
    """The account with this id. Raises NotFound."""
    with database.read() as reader:
        found = accounts.get_account(reader, account_id)
    if found is None:
        raise NotFound(Message("There is no account {id}.", id=str(account_id)))
    return found


def key_of(account: Account) -> str:
    """The name that the account's password is kept under."""
    return secret_key(account.provider, account.email, account.id)


@dataclass(slots=True)
class Connector:
    """Opens the line to an account with the password that is kept; the engine's `connect`.

    One a process: what servers said about throttling outlives a single line.
    """

    secrets: SecretStore
    stop: Callable[[], bool] = lambda: False
    time_source: TimeSource | None = None
    opens: Callable[..., Remote] = open_remote
    _memories: dict[int, ThrottleMemory] = field(default_factory=dict)

    def __call__(self, account: Account) -> Remote:
        """The line. Raises PasswordMissing, SecretStoreError or Stopped."""
        try:
            password = unless(self.stop, partial(self.secrets.get, key_of(account)))
        except AbandonedError:  # a keyring may ask the person to unlock it, and wait
            raise Stopped(
                Message("Stopped before the account was asked. Nothing was changed.")
            ) from None
        if password is None:
            raise PasswordMissing(
                Message(
                    "No password is kept for {email} on this computer, so the account was not "
                    "read. Nothing here was changed. Enter the password again.",
                    email=account.email,
                )
            )
        return self.opens(
            account.provider,
            account.server,
            account.email,
            password,
            home=account.home,
            stop=self.stop,
            time_source=self.time_source,
            memory=self._memory(account),
        )

    def _memory(self, account: Account) -> ThrottleMemory:
        """What this process knows, and what it or another noted with the account."""
        memory = self._memories.setdefault(account.id, ThrottleMemory())
        memory.refusals = dict(account.unexplained)
        now = (self.time_source or TimeSource()).now()
        # What lies ahead was noted while the clock was ahead, and must not hide what is newer.
        noted = [
            instant
            for instant in (memory.last, account.throttled_at)
            if instant and instant <= now + _SKEW
        ]
        memory.last = max(noted, default=None)
        return memory
