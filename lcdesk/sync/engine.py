"""One pass over one account: recover, push, pull; and the note of how it went.

Knows no Qt and no HTTP: progress and the stop flag come in as callables, the line to the
server as a Remote.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from lcdesk.model.commands.accounts import record_discovery, record_found, record_not_found
from lcdesk.model.domain.accounts import Account, AccountState, ErrorNote, LinkedCalendar, Role
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.zones import Clock
from lcdesk.model.replication.journal import record_state
from lcdesk.model.replication.write_rights import message_of, title_of
from lcdesk.model.store import accounts
from lcdesk.model.store.database import Database
from lcdesk.model.store.outbox import find_withheld
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote import objects
from lcdesk.sync.errors import (
    BadAnswer,
    Gone,
    NoAccess,
    NoCalendars,
    NoWriteAccess,
    Offline,
    PersonNeeded,
    RemoteError,
    SecretStoreError,
    SignInDoubtful,
    SignInRefused,
    Stopped,
    Throttled,
)
from lcdesk.sync.listed import Rediscovery
from lcdesk.sync.ports import Discovery, Remote, RemoteCalendar
from lcdesk.sync.pull import Pulled, pull
from lcdesk.sync.push import Pushed, note_of, push
from lcdesk.sync.schedule import Occasion, classify_auth_failure, count_refusals, next_try_after
from lcdesk.sync.settle import recover

logger = logging.getLogger(__name__)

REDISCOVERED_AFTER = timedelta(days=1)
_UNAUTHORISED = 401  # shortly after a throttle: its echo, which makes it no longer
_UNEXPECTED = ErrorNote(
    "UNEXPECTED",
    "That should not have happened",
    "Something in lcdesk went wrong with this account, so it was not read to the end. The other "
    "accounts go on. The log has the details.",
)
DEFAULT_COLOUR = "#8e8e93"

Progress = Callable[[str, int, int], None]  # "Ana, Work", done, total; in objects
Connect = Callable[[Account], Remote]


@dataclass(slots=True)
class PassReport:
    """What a pass over one account did. `error` is what ended it early, or the first error."""

    account: int
    pulled: Pulled = field(default_factory=Pulled)
    pushed: Pushed = field(default_factory=Pushed)
    requests: int = 0
    received: int = 0
    seconds: float = 0.0
    error: ErrorNote | None = None
    stopped: bool = False
    was_read: bool = False  # everything, whatever became of what was to be sent

    @property
    def ok(self) -> bool:
        """Everything was sent and read."""
        return self.error is None and not self.stopped


def broken_off(account: Account) -> PassReport:
    """The report of a pass that ended in a way that nobody expected; the log has it."""
    return PassReport(account.id, error=_UNEXPECTED)


def run_pass(
    database: Database,
    account: Account,
    *,
    connect: Connect,
    clock: Clock,
    progress: Progress,
    give_way: Callable[[], None] = lambda: None,
    full: bool = False,
    occasion: Occasion = Occasion.PERSON,
) -> PassReport:
    """Bring one account in step; never raises for what the network or the server does.

    `give_way` is called between two steps of long work, and may wait for who goes first.
    """
    database = database.in_pass(str(uuid.uuid4()))
    report = PassReport(account.id)
    began = time.monotonic()
    try:
        remote = connect(account)
    except Stopped:
        report.stopped = True
        return report
    except RemoteError as error:
        _record_failure(database, account, report, error, clock())
        return report
    try:
        reads = partial(pull, remote, database, full=full, give_way=give_way)
        _steps(remote, database, account, report, clock=clock, progress=progress, reads=reads)
    except Stopped:
        report.stopped = True
    except RemoteError as error:
        _record_failure(
            database,
            account,
            report,
            classify_auth_failure(error, account, connect, occasion),
            clock(),
        )
    else:
        _record_success(database, account, report, clock())
    finally:
        report.requests, report.received = remote.requests, remote.received
        report.seconds = time.monotonic() - began
        remote.close()
        _keep_unexplained(database, account, remote)
    return report


def _keep_unexplained(database: Database, account: Account, remote: Remote) -> None:
    """A program that runs once for each pass counts on where the one before it stopped."""
    if remote.unexplained != account.unexplained:
        with database.write(ChangeOrigin.SYNC) as tx:
            accounts.set_unexplained(tx, account.id, remote.unexplained)


def record(database: Database, account: Account, found: Discovery, now: datetime) -> None:
    """Keep what discovery found of an account's calendars."""
    calendars = [linked_from(remote_calendar) for remote_calendar in found.calendars]
    with database.write(ChangeOrigin.SYNC) as tx:
        record_discovery(
            tx,
            account.id,
            home=found.home,
            found=calendars,
            addresses=found.addresses,
            now=now,
        )


def linked_from(found: RemoteCalendar) -> LinkedCalendar:
    """A calendar as discovery found it, as the model takes it: without an id or a role."""
    return LinkedCalendar(
        id=0,
        account=0,
        staff=0,
        path=found.path,
        href=found.href,
        name=found.name,
        colour=found.colour or DEFAULT_COLOUR,
        writable=found.writable,
        readable=found.readable,
        subscribed=found.subscribed,
    )


def _steps(
    remote: Remote,
    database: Database,
    account: Account,
    report: PassReport,
    *,
    clock: Clock,
    progress: Progress,
    reads: Callable[..., Pulled],
) -> None:
    asked_before = remote.requests
    rediscovery = Rediscovery(
        remote, account.home, keep=lambda found: record(database, account, found, clock())
    )
    _discover_when_due(rediscovery, database, account, report, clock())
    recover(remote, database, account, now=clock(), rediscovery=rediscovery)

    def read(some: Iterable[LinkedCalendar]) -> None:
        now_reads = partial(reads, now=clock())
        found = _Found(database, account, clock())
        _read(now_reads, found, some, report, progress=progress, rediscovery=rediscovery)

    # What another computer, or an earlier connection, wrote there is not written once more.
    read(_unread_to_write(database, account))
    report.pushed = push(remote, database, account, now=clock(), rediscovery=rediscovery)
    chosen = _choose_calendars(database, account)
    if not chosen and remote.requests == asked_before:
        # Nothing to read or send; but "synced" must not be said of a server never asked.
        remote.discover()
    read(chosen)
    report.was_read = report.error is None
    report.error = report.error or report.pushed.trouble or _right_withheld(database, account)


def _choose_calendars(database: Database, account: Account) -> list[LinkedCalendar]:
    with database.read() as reader:
        linked = accounts.linked_calendars(reader, account_id=account.id)
        return [calendar for calendar in linked if calendar.role is not Role.NONE]


def _right_withheld(database: Database, account: Account) -> ErrorNote | None:
    """Said of every pass until the right is back, since what was booked is not there."""
    with database.read() as reader:
        first = next(iter(find_withheld(reader, account=account.id)), None)
        if first is None:
            return None
        return ErrorNote(NoWriteAccess.code, title_of(first), message_of(reader, first))


def _unread_to_write(database: Database, account: Account) -> list[LinkedCalendar]:
    """Primary calendars that something is to be made in and that have to be read before.

    Those are never read so far, or hold perhaps what somebody restored here and there.
    """
    primary = [
        linked for linked in _choose_calendars(database, account) if linked.role is Role.PRIMARY
    ]
    with database.read() as reader:
        return [
            calendar
            for calendar in primary
            if objects.has_restored(reader, calendar.id)
            or (
                calendar.token is None
                and calendar.ctag is None
                and objects.has_unsent(reader, calendar.id)
            )
        ]


class _Found:
    """Which calendars that are not listed answer all the same."""

    def __init__(self, database: Database, account: Account, now: datetime) -> None:
        self.database = database
        self._now = now
        with database.read() as reader:
            self._unlisted = accounts.unlisted_calendars(reader, account.id)

    def answered(self, linked: LinkedCalendar) -> None:
        """It exists, so nobody has to decide about it."""
        if linked.id in self._unlisted:
            with self.database.write(ChangeOrigin.SYNC) as tx:
                record_found(tx, linked.id)

    def goes(self, linked: LinkedCalendar) -> bool:
        """Whether it is used no longer, since it is not there and a person had said so."""
        if linked.id not in self._unlisted:
            return False
        with self.database.write(ChangeOrigin.SYNC) as tx:
            return record_not_found(tx, linked.id, now=self._now)


def _read(
    reads: Callable[..., Pulled],
    found: _Found,
    some: Iterable[LinkedCalendar],
    report: PassReport,
    *,
    progress: Progress,
    rediscovery: Rediscovery,
) -> None:
    with found.database.read() as reader:
        names = {member.id: member.name for member in all_staff(reader)}
    for linked in some:
        count_read = partial(progress, f"{names[linked.staff]}, {linked.name}")
        try:
            pulled = _pull_all(partial(reads, linked, count_read=count_read), rediscovery)
        except (Gone, NoAccess, BadAnswer) as error:
            # One calendar that cannot be read does not keep the others from being read.
            if not isinstance(error, BadAnswer) and found.goes(linked):
                continue
            report.error = report.error or note_of(error)
            logger.warning("%s: %s", linked.path, error.message)
        else:
            report.pulled.add(pulled)
            found.answered(linked)


def _pull_all(reads: Callable[[], Pulled], rediscovery: Rediscovery) -> Pulled:
    """What was read, if need be where the account has moved to."""
    try:
        return reads()
    except (Gone, NoAccess):
        if not rediscovery.have_changed():
            raise
    return reads()


def _discover_when_due(
    rediscovery: Rediscovery,
    database: Database,
    account: Account,
    report: PassReport,
    now: datetime,
) -> None:
    with database.read() as reader:
        last = accounts.discovered_at(reader, account.id)
        is_in_doubt = find_withheld(reader, account=account.id) or accounts.unlisted_calendars(
            reader, account.id
        )
    if last is not None and not is_in_doubt and timedelta(0) <= now - last <= REDISCOVERED_AFTER:
        return
    try:
        rediscovery.look()
    except (NoCalendars, BadAnswer) as error:
        if last is None:
            raise
        # Lists come back empty now and then; what is known stays and is read as before.
        report.error = note_of(error)


def _record_success(
    database: Database, account: Account, report: PassReport, now: datetime
) -> None:
    state = AccountState.OK if report.error is None else AccountState.ERROR
    with database.write(ChangeOrigin.SYNC) as tx:
        accounts.set_account_state(
            tx,
            account.id,
            state,
            error=report.error,
            success_at=now if report.was_read else None,
        )
        record_state(tx, account, state, report.error)


def _record_failure(
    database: Database, account: Account, report: PassReport, error: RemoteError, now: datetime
) -> None:
    logger.warning("account %s: %s: %s", account.id, error.code, error.message)
    report.error = note_of(error)
    waits_for_person = isinstance(error, PersonNeeded)
    with database.write(ChangeOrigin.SYNC) as tx:
        accounts.set_account_state(
            tx,
            account.id,
            _state_after(error),
            error=report.error,
            next_try=None if waits_for_person else next_try_after(error, account, now),
            refusals=count_refusals(error, account),
        )
        record_state(tx, account, _state_after(error), report.error)
        if isinstance(error, Throttled) and error.status != _UNAUTHORISED:
            accounts.set_throttled(tx, account.id, now)


def _state_after(error: LcdeskError) -> AccountState:
    match error:
        case SignInRefused() | SecretStoreError():
            return AccountState.NEEDS_PASSWORD
        case Throttled():
            return AccountState.THROTTLED
        case Offline() | SignInDoubtful():
            return AccountState.OFFLINE
        case _:
            return AccountState.ERROR
