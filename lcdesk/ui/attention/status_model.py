"""The status line: how the sync stands, what waits, what needs a person."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.domain.accounts import Account, AccountState, awaited_try
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.store import outbox
from lcdesk.model.store.database import Database
from lcdesk.ui.attention.items_model import Item, waiting_items
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.bridge import StoreNews, SyncActivity, SyncControl, SyncProgress
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.directory_model import stale_words
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import tr, tr_of, with_number
from lcdesk.ui.wording.messages import worded

_EVERY_MS = 20_000  # "2 min ago" grows old
_MANY = 50  # objects: reading fewer is over before anybody has read a number
_SOON_MS = 200  # several commits of one pass are looked at once


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account in the status panel."""

    name: str
    text: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class WaitingCount:
    """How many changes of each account are on their way, and what needs a person."""

    waiting: Mapping[int, int]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, eq=False)
class WaitingCounter:
    """Counts what waits, from frozen values, so in any thread."""

    database: Database
    now: datetime
    tz: ZoneInfo
    locale: LocaleFormat

    def __call__(self) -> WaitingCount:
        """What waits now."""
        with self.database.read() as reader:
            waiting = outbox.count_by_account(reader)
            found = waiting_items(reader, now=self.now, tz=self.tz, locale=self.locale)
        return WaitingCount(waiting, found)


class StatusModel(QObject):
    """Words for the status line, its panel and the attention strip."""

    changed = Signal()

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        sync: SyncControl,
        context: Context,
        *,
        aside: BackgroundReader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._sync = sync
        self._context = context
        self._aside = aside
        self._asked: WaitingCounter | None = None  # what is being counted aside
        self._progress: SyncProgress | None = None
        self._is_cancelled = False
        self._waiting_of: Mapping[int, int] = {}
        self.items: tuple[Item, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._look)
        self._clock = QTimer(self, interval=_EVERY_MS)
        self._clock.timeout.connect(self.changed)
        news.changed.connect(self._hear)
        sync.activity_changed.connect(self._follow)
        sync.progressed.connect(self._advance)
        sync.pass_finished.connect(self._end)
        self._clock.start()
        self._show(self._waiting_counter()())

    def close(self) -> None:
        """Stop looking."""
        self._soon.stop()
        self._clock.stop()

    @property
    def waiting(self) -> int:
        """How many changes are still to be sent."""
        return sum(self._waiting_of.values())

    @property
    def has_accounts(self) -> bool:
        """Whether any account is connected."""
        return bool(self._accounts)

    @property
    def text(self) -> str:
        """How the sync stands, in one short sentence."""
        if not self._accounts:
            return tr("Not connected")
        match self._sync.activity:
            case SyncActivity.BUSY:
                return self._busy_text()
            case SyncActivity.PAUSED:
                return tr("Sync is paused. Changes are kept and sent later.")
            case _:
                return self._resting_text()

    @property
    def waiting_text(self) -> str:
        """How much is still to be sent; empty when nothing is."""
        if not self.waiting:
            return ""
        return _to_send(self.waiting)

    @property
    def attention_text(self) -> str:
        """How much needs a person; empty when nothing does."""
        if not self.items:
            return ""
        return with_number(len(self.items), "{n} needs attention", "{n} need attention")

    @property
    def attention_words(self) -> str:
        """What needs a person, as a sentence for the strip."""
        if not self.items:
            return ""
        first = self.items[0]
        text = " · ".join(part for part in (first.title, first.when) if part)
        if len(self.items) == 1:
            asks = tr("{why}: {what}. Choose what should happen.")
            tells = tr("{why}: {what}.")
            return (asks if first.has_choices else tells).format(why=first.why, what=text)
        return with_number(
            len(self.items),
            "{n} entry needs a decision.",
            "{n} entries need a look.",
        )

    @property
    def sign(self) -> Sign:
        """The indicator."""
        if self._sync.activity is SyncActivity.BUSY:
            return Sign.SYNC_BUSY
        states = {account.state for account in self._accounts}
        if AccountState.NEEDS_PASSWORD in states or AccountState.ERROR in states:
            return Sign.ATTENTION
        if not states or AccountState.OFFLINE in states:
            return Sign.OFFLINE
        return Sign.WAITING if self.waiting else Sign.SYNCED

    @property
    def is_busy(self) -> bool:
        """Whether a pass is running."""
        return self._sync.activity is SyncActivity.BUSY

    @property
    def is_paused(self) -> bool:
        """Whether a person stopped the sync for now."""
        return self._sync.activity is SyncActivity.PAUSED

    @property
    def lines(self) -> list[AccountLine]:
        """One line an account, for the panel."""
        return [
            AccountLine(account.email, self._of(account), _is_urgent(account))
            for account in self._accounts
        ]

    def sync_now(self) -> None:
        """Ask for a pass."""
        self._sync.pass_requested.emit()

    @property
    def can_cancel(self) -> bool:
        """Whether a pass is running that takes long enough to be cancelled."""
        return self.is_busy and self._is_long and not self._is_cancelled

    def cancel(self) -> None:
        """End the pass that is running; what was read is kept."""
        self._is_cancelled = True
        self._sync.stop_requested.emit()
        self.changed.emit()

    def pause(self, is_paused: bool) -> None:
        """Ask the sync to rest, or to go on."""
        self._sync.pause_requested.emit(is_paused)

    @property
    def _accounts(self) -> list[Account]:
        return list(self._context.directory.accounts.values())

    @property
    def _is_long(self) -> bool:
        return self._progress is not None and self._progress.total >= _MANY

    def _busy_text(self) -> str:
        if self._is_cancelled:
            return tr("Cancelling…")
        if self._progress is None or not self._is_long:
            return tr("Syncing…")
        number = self._context.locale.number
        return tr("{calendar}: {done} of {total}").format(
            calendar=as_line(self._progress.calendar),
            done=number(self._progress.done),
            total=number(self._progress.total),
        )

    def _resting_text(self) -> str:
        if self._is_cancelled:
            return tr("Sync cancelled. What was read is kept; the next sync goes on from there.")
        states = {account.state for account in self._accounts}
        if AccountState.NEEDS_PASSWORD in states:
            server_name = self._server_name(AccountState.NEEDS_PASSWORD)
            return tr_of("{Place} refused the password. Enter a new one in Settings.", server_name)
        if AccountState.ERROR in states:
            return tr("{what}. Changes are kept.").format(what=self._trouble())
        if AccountState.OFFLINE in states:
            return tr("Offline. Changes are kept and sent later.")
        if AccountState.THROTTLED in states:
            server_name = self._server_name(AccountState.THROTTLED)
            return tr_of("{Place} is busy. {next}", server_name, next=self._next_try())
        times = [account.last_success for account in self._accounts]
        known = [instant for instant in times if instant is not None]
        if len(known) < len(times):
            return tr("Not synced yet")
        stale = self._stale_text()
        if stale:
            return stale
        ago = self._ago(min(known))
        if self.waiting:
            return tr("Read {ago}, not everything is sent yet").format(ago=ago)
        return tr("Synced {ago}").format(ago=ago)

    def _trouble(self) -> str:
        errors = (
            account.error for account in self._accounts if account.state is AccountState.ERROR
        )
        titles = (error.title for error in errors if error is not None)
        return worded(next(titles, tr("The last sync did not work")))

    def _of(self, account: Account) -> str:
        if account.error is not None and account.state is not AccountState.OK:
            title, message = worded(account.error.title), worded(account.error.message)
            return as_line(f"{title}. {message}")
        if account.state is AccountState.OFFLINE:
            return tr("Offline. Changes are kept and sent later.")
        if account.last_success is None:
            return tr("Not synced yet")
        ago, waiting = self._ago(account.last_success), self._waiting_of.get(account.id, 0)
        if waiting:
            return tr("Read {ago}, {waiting}").format(ago=ago, waiting=_to_send(waiting))
        return tr("Synced {ago}").format(ago=ago)

    def _stale_text(self) -> str:
        """When an account was read last, if that is too long ago to be relied on."""
        with self._database.read() as reader:
            return stale_words(
                reader,
                now=self._context.clock(),
                tz=self._context.tz,
                locale=self._context.locale,
            )

    def _server_name(self, state: AccountState) -> PlaceName:
        """Where the first account in this state lives."""
        return next(account.server_name for account in self._accounts if account.state is state)

    def _next_try(self) -> str:
        now = self._context.clock()
        tries = (awaited_try(account, now) for account in self._accounts)
        waiting = [instant for instant in tries if instant is not None]
        if not waiting:
            return tr("lcdesk tries again soon.")
        tz = self._context.tz
        soonest = min(waiting)
        time = self._context.locale.time(wall_minute(soonest, tz))
        if local_day(soonest, tz) != self._context.today:
            return tr("lcdesk tries again later.")
        return tr("Next try at {time}.").format(time=time)

    def _ago(self, then: datetime) -> str:
        return self._context.locale.ago(then, self._context.clock())

    def look_again(self) -> None:
        """Count again what waits, for a person who has just decided something."""
        self._asked = None  # older than what is counted now
        self._show(self._waiting_counter()())
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        if self._asked is not None:
            self._soon.start()
            return
        self._asked = asked = self._waiting_counter()
        self._aside.ask(asked, partial(self._hear_count, asked))

    def _hear_count(self, asked: WaitingCounter, done: Future[WaitingCount]) -> None:
        if asked is self._asked:
            self._asked = None
            self._show(done.result())
            self.changed.emit()

    def _waiting_counter(self) -> WaitingCounter:
        context = self._context
        return WaitingCounter(self._database, context.clock(), context.tz, context.locale)

    def _show(self, found: WaitingCount) -> None:
        self._waiting_of, self.items = found.waiting, found.items

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & {Topic.OUTBOX, Topic.AGENDA, Topic.ACCOUNTS} and not (
            self._soon.isActive()
        ):
            self._soon.start()

    @Slot()
    def _follow(self) -> None:
        self._progress = None
        if self.is_busy:
            self._is_cancelled = False
        self.changed.emit()

    @Slot(SyncProgress)
    def _advance(self, progress: SyncProgress) -> None:
        self._progress = progress
        self.changed.emit()

    @Slot()
    def _end(self) -> None:
        self._progress = None
        self.changed.emit()


def _to_send(count: int) -> str:
    return with_number(count, "{n} change to send", "{n} changes to send")


def _is_urgent(account: Account) -> bool:
    return account.state in (AccountState.NEEDS_PASSWORD, AccountState.ERROR)
