"""Passes over the accounts: when due, and at once when asked.

What there is to do for a pass, told apart from what an earlier one knew of.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot

from lcdesk.model.domain.accounts import Account, AccountState
from lcdesk.model.domain.changes import ChangeOrigin, ChangeSet, Topic
from lcdesk.model.domain.errors import LcdeskError, StoreTrouble
from lcdesk.model.domain.zones import Clock
from lcdesk.model.replication.taken_twice import flag_taken_twice
from lcdesk.model.store import accounts, outbox
from lcdesk.model.store.accounts import get_linked
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote.index import Indexed, index_ahead
from lcdesk.model.store.transaction import Reader, Transaction
from lcdesk.sync.account_lock import hold_account
from lcdesk.sync.engine import Connect, run_pass
from lcdesk.sync.reports import PassReport, broken_off, note_of
from lcdesk.sync.schedule import Occasion, Presence, is_due, may_run
from lcdesk.sync.worker.thread import StopFlags, ThreadedObject

logger = logging.getLogger(__name__)

LOOKS_EVERY_MS = 20_000  # seldom: each look wakes a computer that rests
REST_AFTER_A_PASS_MS = 500  # the window first draws what came, beside a thread that is quiet
FOLLOWS_EVERY = timedelta(seconds=10)  # what others leave to be done; the first at once
ASLEEP_AFTER = timedelta(minutes=1)  # without a look: the computer slept


class SyncWorker(ThreadedObject):
    """Runs passes, unasked when an account is due and at once when asked.

    Lives in the SyncThread. An unknown error is told once (`broke`) and stops the passes over
    its account until one is asked for, so that it never comes round and round; the other accounts
    go on.
    """

    busy_changed = Signal(bool)
    progressed = Signal(str, int, int)  # linked calendar, done, total
    finished = Signal(tuple)  # of PassReport
    broke = Signal(str)  # details to copy

    def __init__(
        self,
        database: Database,
        connector: Connect,
        *,
        flags: StopFlags,
        folder: Path,
        clock: Clock,
        give_way: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._database = database
        self._connector = connector
        self._give_way = give_way
        self._flags = flags
        self._folder = folder
        self._clock = clock
        self._paused = False
        self._broken: set[int] = set()  # accounts
        self._presence = Presence.IN_USE
        self._last_run: dict[int, datetime] = {}
        self._looked: datetime | None = None
        self._has_woken = False
        self._known: frozenset[Errand] = frozenset()  # as the last pass began
        self._followed: datetime | None = None
        self._occasion = Occasion.SCHEDULE  # of the pass that comes soon
        self._timer: QTimer | None = None
        self._soon: QTimer | None = None
        self._ahead: QTimer | None = None

    @Slot()
    def start(self) -> None:
        """Make the timers, in the thread that they belong to, and look at once."""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._run_all)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._index_ahead)
        self.send()

    def leave(self) -> None:
        """Stop the timers."""
        for timer in (self._timer, self._soon, self._ahead):
            if timer is not None:
                timer.stop()

    @Slot()
    def run(self) -> None:
        """A pass over every account, soon, for somebody who waits; asked ten times it is one."""
        self._occasion = Occasion.PERSON
        self._run_soon()

    @Slot()
    def send(self) -> None:
        """The same without anybody who waits: pauses that a server asked for are kept."""
        self._run_soon()

    @Slot(object)
    def send_what_waits(self, changes: ChangeSet) -> None:
        """A booking goes to the server at once, and so does what the person just chose."""
        by_person = changes.origin is not ChangeOrigin.SYNC
        if by_person and changes.topics & {Topic.OUTBOX, Topic.ACCOUNTS}:
            self.send()

    @Slot()
    def follow_others(self) -> None:
        """Somebody has written, perhaps another process: what it leaves to be done is done soon.

        What the last pass knew of and could not do comes round with the next one that is due.
        """
        if self._paused or self._soon is None or self._soon.isActive():
            return
        if not self._errands() - self._known:
            return
        now, before = self._clock(), self._followed
        rest = timedelta(0) if before is None else FOLLOWS_EVERY - (now - before)
        if rest > FOLLOWS_EVERY:  # the clock was set back
            rest = FOLLOWS_EVERY
        self._followed = now
        self._soon.start(max(0, round(rest / timedelta(milliseconds=1))))

    @Slot(bool)
    def pause(self, paused: bool) -> None:
        """Run nothing until told otherwise; changes wait in the outbox."""
        self._paused = paused
        if not paused:
            self.send()

    @Slot(object)
    def set_presence(self, presence: Presence) -> None:
        """Whether a person looks: then accounts are read more often, and on return at once."""
        self._presence = presence
        if presence is Presence.IN_USE:
            self.look()

    @Slot()
    def look(self) -> None:
        """Run the accounts that are due; all of them soon after the computer slept."""
        now, before = self._clock(), self._looked
        self._looked = now
        if self._has_woken:  # one look ago, so that the network could come up
            self._has_woken = False
            self.send()
            return
        self._has_woken = before is not None and now - before > ASLEEP_AFTER
        if self._paused or self._has_woken or not self._can_keep():
            return
        due = [account for account in self._accounts() if self._is_due(account)]
        if due:
            self._run(due, Occasion.SCHEDULE)

    def _run_soon(self) -> None:
        self._broken.clear()
        if self._soon is not None and not self._paused:
            self._soon.start(0)

    @Slot()
    def _run_all(self) -> None:
        occasion, self._occasion = self._occasion, Occasion.SCHEDULE
        now = self._clock()
        self._run(
            [account for account in self._accounts() if _may_run(account, occasion, now)], occasion
        )

    def _can_keep(self) -> bool:
        """A server is not asked for what cannot be kept; tried again at every look."""
        if self._database.condition.trouble is None:
            return True
        try:
            self._database.try_writing()
        except StoreTrouble:
            return False
        return True

    def _errands(self) -> frozenset[Errand]:
        try:
            with self._database.read() as reader:
                return errands(reader)
        except LcdeskError as error:
            logger.warning("what waits cannot be read: %s", error.message)
            return self._known

    def _accounts(self) -> tuple[Account, ...]:
        try:
            with self._database.read() as reader:
                return accounts.all_accounts(reader)
        except LcdeskError as error:
            logger.warning("accounts cannot be read: %s", error.message)
            return ()

    def _is_due(self, account: Account) -> bool:
        if account.id in self._broken:
            return False
        last = self._last_run.get(account.id)
        return is_due(account, self._clock(), last_run=last, presence=self._presence)

    def _run(self, some: list[Account], occasion: Occasion) -> None:
        self._known = self._errands()
        self._flags.begin()  # what was interrupted before is not meant for this pass
        self.busy_changed.emit(True)
        reports: list[PassReport] = []
        try:
            reports += (self._run_one(account, occasion) for account in some)
        finally:
            self.busy_changed.emit(False)
            self.finished.emit(tuple(reports))
        if self._ahead is not None:
            self._ahead.start(REST_AFTER_A_PASS_MS)

    @Slot()
    def _index_ahead(self) -> None:
        """Draw series beyond the weeks around today, a few at a time: requests come between."""
        try:
            is_unfinished = index_ahead(
                self._database, self._clock(), look_at=self._look_at_new_dates
            )
        except LcdeskError as error:
            logger.warning("series are not indexed further for now: %s", error.message)
            return
        if is_unfinished and self._ahead is not None and not self._flags():
            self._ahead.start(0)

    def _look_at_new_dates(self, tx: Transaction, linked_id: int, series: Indexed) -> None:
        linked = get_linked(tx, linked_id)
        assert linked is not None  # a foreign key keeps it
        flag_taken_twice(tx, linked.staff, [series], now=self._clock())

    def _run_one(self, account: Account, occasion: Occasion) -> PassReport:
        """One pass. The border of the thread: what nobody expected is shown, not lost."""
        try:
            return self._pass(account, occasion)
        except StoreTrouble as trouble:  # the window tells it; the account itself is in order
            self._database.condition.note(trouble)
            return PassReport(account.id, error=note_of(trouble))
        except Exception:
            self._broken.add(account.id)
            logger.exception("the pass over account %s broke", account.id)
            self.broke.emit(traceback.format_exc())
            return broken_off(account.id)

    def _pass(self, account: Account, occasion: Occasion) -> PassReport:
        if self._flags():
            return PassReport(account.id, stopped=True)
        if self._database.condition.trouble is not None:
            self._database.try_writing()
        with hold_account(self._folder, account.id) as is_ours:
            if not is_ours:  # another process of this workspace is at it
                return PassReport(account.id, stopped=True)
            self._last_run[account.id] = self._clock()
            return run_pass(
                self._database,
                account,
                connect=self._connector,
                clock=self._clock,
                progress=self.progressed.emit,
                give_way=self._give_way,
                occasion=occasion,
            )


def _may_run(account: Account, occasion: Occasion, now: datetime) -> bool:
    if occasion is Occasion.PERSON:
        return account.state is not AccountState.NEEDS_PASSWORD
    return may_run(account, now)


Errand = tuple[object, ...]


def errands(reader: Reader) -> frozenset[Errand]:
    """Changes to be sent, what the calendars are for, and who can sign in."""
    sending = {("send", entry_id) for entry_id in outbox.ready_to_go(reader)}
    reading = {("read", linked.id, linked.role) for linked in accounts.linked_calendars(reader)}
    signing_in = {
        ("sign in", account.id)
        for account in accounts.all_accounts(reader)
        if account.state is not AccountState.NEEDS_PASSWORD
    }
    return frozenset(sending | reading | signing_in)
