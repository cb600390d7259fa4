"""Where an account's calendars are, and which of them there still are.

Asked once a day, and at the first doubt: iCloud moves accounts to other hosts and people take
rights away, and the first sign of either is a 403 or 404 about one event.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from lcdesk.model.commands.accounts import record_discovery, record_found, record_not_found
from lcdesk.model.domain.accounts import Account, ErrorNote, LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store import accounts
from lcdesk.model.store.database import Database
from lcdesk.model.store.outbox import find_withheld
from lcdesk.sync.errors import BadAnswer, CalendarMissing, Gone, NoAccess, NoCalendars
from lcdesk.sync.ports import Discovery, Remote, RemoteCalendar
from lcdesk.sync.reports import note_of

REDISCOVERED_AFTER = timedelta(days=1)
DEFAULT_COLOUR = "#8e8e93"

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Rediscovery:
    """Asks for the calendars of an account at most once a pass."""

    remote: Remote
    database: Database
    account: Account  # as known before the pass
    clock: Clock
    _asked: bool = False

    def look_when_due(self) -> ErrorNote | None:
        """Read the list of calendars if it is time to. Raises the errors of `sync.errors`.

        Lists come back empty now and then; what is known stays then, and the error is returned.
        """
        now = self.clock()
        with self.database.read() as reader:
            last = accounts.discovered_at(reader, self.account.id)
            withheld = find_withheld(reader, account=self.account.id)
            is_in_doubt = withheld or accounts.unlisted_calendars(reader, self.account.id)
        is_known = last is not None and timedelta(0) <= now - last <= REDISCOVERED_AFTER
        if is_known and not is_in_doubt:
            return None
        try:
            self._look()
        except (NoCalendars, BadAnswer) as error:
            if last is None:
                raise
            return note_of(error)
        return None

    def have_changed(self) -> bool:
        """Whether the account is elsewhere than the last answers came from."""
        return not self._asked and self._look().home != self.account.home

    def ask_where_it_is(self, ask: Callable[[], Answer]) -> Answer:
        """Ask, if need be where the account has moved to. Raises what is raised there."""
        try:
            return ask()
        except (CalendarMissing, Gone, NoAccess):
            if not self.have_changed():
                raise
        return ask()

    def _look(self) -> Discovery:
        self._asked = True
        found = self.remote.discover()
        record(self.database, self.account, found, self.clock())
        return found

    def answered(self, linked: LinkedCalendar) -> None:
        """It exists, whether or not it is listed, so nobody has to decide about it."""
        if self._is_unlisted(linked):
            with self.database.write(ChangeOrigin.SYNC) as tx:
                record_found(tx, linked.id)

    def goes(self, linked: LinkedCalendar) -> bool:
        """Whether it is used no longer, since it is not there and a person had said so."""
        if not self._is_unlisted(linked):
            return False
        with self.database.write(ChangeOrigin.SYNC) as tx:
            return record_not_found(tx, linked.id, now=self.clock())

    def _is_unlisted(self, linked: LinkedCalendar) -> bool:
        with self.database.read() as reader:
            return linked.id in accounts.unlisted_calendars(reader, self.account.id)


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
