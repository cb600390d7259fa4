"""One pass over one account: recover, push, pull; and the note of how it went.

Knows no Qt and no HTTP: progress and the stop flag come in as callables, the line to the
server as a Remote.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lcdesk.model.domain.accounts import Account, LinkedCalendar, Role
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store import accounts
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote import objects
from lcdesk.sync.account_state import keep_unexplained, record_failure, record_success
from lcdesk.sync.errors import BadAnswer, Gone, NoAccess, RemoteError, Stopped
from lcdesk.sync.ports import Remote
from lcdesk.sync.pull import pull
from lcdesk.sync.push import push
from lcdesk.sync.rediscovery import Rediscovery
from lcdesk.sync.reports import PassReport, Progress, Pulled, note_of
from lcdesk.sync.schedule import Occasion, classify_auth_failure
from lcdesk.sync.settle import recover

logger = logging.getLogger(__name__)

Connect = Callable[[Account], Remote]


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
        record_failure(database, account, report, error, clock())
        return report
    rediscovery = Rediscovery(remote, database, account, clock)
    try:
        _Pass(remote, database, account, report, rediscovery, clock, progress, give_way, full).run()
    except Stopped:
        report.stopped = True
    except RemoteError as error:
        taken_for = classify_auth_failure(error, account, connect, occasion)
        record_failure(database, account, report, taken_for, clock())
    else:
        record_success(database, account, report, clock())
    finally:
        report.requests, report.received = remote.requests, remote.received
        report.seconds = time.monotonic() - began
        remote.close()
        keep_unexplained(database, account, remote)
    return report


@dataclass(frozen=True, slots=True)
class _Pass:
    remote: Remote
    database: Database
    account: Account
    report: PassReport
    rediscovery: Rediscovery
    clock: Clock
    progress: Progress
    give_way: Callable[[], None]
    full: bool

    def run(self) -> None:
        asked_before = self.remote.requests
        self.report.error = self.rediscovery.look_when_due()
        line = self.remote, self.database, self.account
        recover(*line, now=self.clock(), rediscovery=self.rediscovery)
        # What another computer, or an earlier connection, wrote there is not written once more.
        self._read(linked for linked in self._choose_calendars() if self._is_read_before(linked))
        self.report.pushed = push(*line, now=self.clock(), rediscovery=self.rediscovery)
        chosen = self._choose_calendars()
        if not chosen and self.remote.requests == asked_before:
            # Nothing to read or send; but "synced" must not be said of a server never asked.
            self.remote.discover()
        self._read(chosen)
        self.report.was_read = self.report.error is None

    def _choose_calendars(self) -> list[LinkedCalendar]:
        with self.database.read() as reader:
            linked = accounts.linked_calendars(reader, account_id=self.account.id)
            return [calendar for calendar in linked if calendar.role is not Role.NONE]

    def _is_read_before(self, linked: LinkedCalendar) -> bool:
        """Whether something is to be made there, and it has never been read so far.

        Or holds perhaps what somebody restored here and there.
        """
        if linked.role is not Role.PRIMARY:
            return False
        is_unread = linked.token is None and linked.ctag is None
        with self.database.read() as reader:
            is_restored = objects.has_restored(reader, linked.id)
            return is_restored or (is_unread and objects.has_unsent(reader, linked.id))

    def _read(self, some: Iterable[LinkedCalendar]) -> None:
        for linked in some:
            try:
                pulled = self._pull(linked)
            except (Gone, NoAccess, BadAnswer) as error:
                # One calendar that cannot be read does not keep the others from being read.
                if not isinstance(error, BadAnswer) and self.rediscovery.goes(linked):
                    continue
                self.report.error = self.report.error or note_of(error)
                logger.warning("%s: %s", linked.path, error.message)
            else:
                self.report.pulled.add(pulled)
                self.rediscovery.answered(linked)

    def _pull(self, linked: LinkedCalendar) -> Pulled:
        """What was read, if need be where the account has moved to."""
        try:
            return self._pull_once(linked)
        except (Gone, NoAccess):
            if not self.rediscovery.have_changed():
                raise
        return self._pull_once(linked)

    def _pull_once(self, linked: LinkedCalendar) -> Pulled:
        with self.database.read() as reader:
            names = {member.id: member.name for member in all_staff(reader)}

        def count_read(done: int, total: int) -> None:
            self.progress(f"{names[linked.staff]}, {linked.name}", done, total)

        return pull(
            self.remote,
            self.database,
            linked,
            now=self.clock(),
            count_read=count_read,
            give_way=self.give_way,
            full=self.full,
        )
