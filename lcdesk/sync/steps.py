"""The steps of a pass over one account, in their order: recover, push, pull."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from lcdesk.model.domain.accounts import Account, LinkedCalendar, Role
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store import accounts
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote import objects
from lcdesk.sync.errors import BadAnswer, Gone, NoAccess
from lcdesk.sync.ports import Remote
from lcdesk.sync.pull import Pull
from lcdesk.sync.push import Push
from lcdesk.sync.rediscovery import Rediscovery
from lcdesk.sync.reports import CountRead, PassReport, Pulled, note_of
from lcdesk.sync.sender import Sender

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Steps:
    """One pass; what it does is counted in `report`."""

    remote: Remote
    database: Database
    account: Account
    report: PassReport
    rediscovery: Rediscovery
    clock: Clock
    progress_of: Callable[[LinkedCalendar], CountRead]
    give_way: Callable[[], None]
    full: bool

    def run(self) -> None:
        """Bring the account in step. Raises PassError and PersonNeeded."""
        asked_before = self.remote.requests
        self.report.error = self.rediscovery.look_when_due()
        now, pushed = self.clock(), self.report.pushed
        sender = Sender(self.remote, self.database, self.rediscovery, now, pushed)
        push = Push(self.remote, self.database, self.account, now, sender, self._read_whole)
        push.recover()
        # What another computer, or an earlier connection, wrote there is not written once more.
        self._read(linked for linked in self._choose_calendars() if self._is_read_first(linked))
        push.send()
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

    def _is_read_first(self, linked: LinkedCalendar) -> bool:
        """Whether something is to be made there that may stand there already."""
        with self.database.read() as reader:
            was_read = linked.token is not None or linked.ctag is not None
            has_unsent = objects.has_unsent(reader, linked.id, only_restored=was_read)
        return linked.role is Role.PRIMARY and has_unsent

    def _read_whole(self, linked: LinkedCalendar) -> None:
        """Read everything in it, as when that was long ago."""
        self._read([replace(linked, listed_whole_at=None)])

    def _read(self, some: Iterable[LinkedCalendar]) -> None:
        """One calendar that cannot be read does not keep the others from being read."""
        for linked in some:
            try:
                pulled = self.rediscovery.ask_where_it_is(partial(self._pull, linked))
            except (Gone, NoAccess, BadAnswer) as error:
                if not isinstance(error, BadAnswer) and self.rediscovery.goes(linked):
                    continue
                self.report.error = self.report.error or note_of(error)
                logger.warning("%s: %s", linked.path, error.message)
            else:
                self.report.pulled.add(pulled)
                self.rediscovery.answered(linked)

    def _pull(self, linked: LinkedCalendar) -> Pulled:
        pull = Pull(self.remote, self.database, linked, self.clock())
        return pull.run(self.progress_of(linked), self.give_way, full=self.full)
