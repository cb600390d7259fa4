"""Sends what the outbox holds: persisted intent first, conditional requests only.

What does not simply go through is settled on what stands at its place (`settle.py`); so is, before
anything else, a change whose answer was lost or that was being sent when the program died: nothing
is ever sent a second time blindly. One refused change stops no other.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from lcdesk.model.domain.accounts import Account, LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.remote import OutboxEntry, OutboxState
from lcdesk.model.replication import outbox
from lcdesk.model.replication.outbox import Outcome
from lcdesk.model.replication.waiting import Waiting, leave_entry, read_waiting
from lcdesk.model.store.database import Database
from lcdesk.model.store.outbox import entries
from lcdesk.sync.dav import lies_in
from lcdesk.sync.errors import CalendarMissing
from lcdesk.sync.ports import Remote
from lcdesk.sync.reports import LIES_ELSEWHERE
from lcdesk.sync.sender import NOT_KNOWN, Sender, Unsettled
from lcdesk.sync.settle import settle, was_searched
from lcdesk.sync.standing import Request

logger = logging.getLogger(__name__)

ROUNDS = 3  # how often one entry is rewritten on a newer text in one pass

_UNANSWERED = (OutboxState.SENDING, OutboxState.UNCONFIRMED)


@dataclass(slots=True)
class Push:
    """What waits for one account. Both steps raise PassError and PersonNeeded.

    `read_whole` reads everything in a calendar, before what stands nowhere counts as gone.
    """

    remote: Remote
    database: Database
    account: Account
    now: datetime
    sender: Sender
    read_whole: Callable[[LinkedCalendar], None]
    _searched: set[int] = field(default_factory=set)  # calendars, in this pass

    def recover(self) -> None:
        """Settle every change whose outcome is unknown."""
        for entry in self._queued():
            if entry.state in _UNANSWERED:
                look_up = partial(self._meet, entry, Request.UNANSWERED)
                with suppress(CalendarMissing):  # nothing follows about the change
                    self.sender.rediscovery.ask_where_it_is(look_up)

    def send(self) -> None:
        """Send everything whose turn it is."""
        blocked: set[int] = set()  # objects whose earlier change did not get through
        for entry in self._queued():
            if entry.object not in blocked and not self._send(entry.id):
                blocked.add(entry.object)

    def _queued(self) -> tuple[OutboxEntry, ...]:
        with self.database.read() as reader:
            return entries(reader, account_id=self.account.id)

    def _read(self, entry_id: int) -> Waiting | None:
        with self.database.read() as reader:
            return read_waiting(reader, entry_id)

    def _send(self, entry_id: int) -> bool:
        """True when the next change of the same object may go."""
        for _ in range(ROUNDS):
            waiting = self._read(entry_id)
            if waiting is None:
                return True
            if not waiting.is_due(self.now):
                return False
            if waiting.is_left_behind:
                with self.database.write(ChangeOrigin.SYNC) as tx:
                    leave_entry(tx, waiting.target, waiting.entry, now=self.now)
                return True
            if not self._may_go(waiting):
                return False
            try:
                if self._try(waiting):
                    return True
            except CalendarMissing as error:
                if not self.sender.has_moved(waiting.entry, error):
                    return False
        return False

    def _may_go(self, waiting: Waiting) -> bool:
        """The second guard behind the policy: nothing is ever written where it may not be."""
        if waiting.is_withdrawn:  # it is only looked for
            return True
        if not lies_in(waiting.target.href, waiting.linked.path):
            logger.warning("%s: nothing is written to %s", waiting.linked.path, waiting.target.path)
            with self.database.write(ChangeOrigin.SYNC) as tx:
                outbox.mark_dead(tx, waiting.entry, LIES_ELSEWHERE)
            return False
        self.sender.pushed.held += not waiting.is_allowed
        return waiting.is_allowed and not waiting.comes_too_early

    def _try(self, waiting: Waiting) -> bool:
        """One request. True when the change is settled, False when it is to be tried anew."""
        if waiting.is_looked_for:
            return self._meet(waiting.entry, Request.NOT_MADE)
        with self.database.write(ChangeOrigin.SYNC) as tx:
            entry = outbox.mark_sending(tx, waiting.entry)
        if entry is None:
            return False
        answer = self.sender.send(entry, waiting.target)
        if isinstance(answer, Unsettled):
            return self._meet(entry, Request.REFUSED, answer)
        return answer

    def _meet(self, entry: OutboxEntry, request: Request, answer: Unsettled = NOT_KNOWN) -> bool:
        """Go by what stands at its place. True when the change is settled."""
        waiting = self._read(entry.id)
        if waiting is None:
            return False
        found = answer.found or self.remote.get(waiting.target.href)
        if found.gone and answer.may_be_ours:
            self._search(waiting)
        with self.database.write(ChangeOrigin.SYNC) as tx:
            outcome = settle(
                tx, entry, request, found, now=self.now, may_be_ours=answer.may_be_ours
            )
        if outcome is Outcome.ARRIVED:
            self.sender.pushed.count(entry.kind)
        self.sender.pushed.conflicts += outcome is Outcome.WAITS_FOR_PERSON
        return outcome is not Outcome.OPEN

    def _search(self, waiting: Waiting) -> None:
        """Read its whole calendar, once the minute is over in which it may still show."""
        entry, linked = waiting.entry, waiting.linked
        is_needless = entry.not_before is None or was_searched(linked, entry, self.now)
        if not is_needless and linked.id not in self._searched:
            self._searched.add(linked.id)
            self.read_whole(linked)
