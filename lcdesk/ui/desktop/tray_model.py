"""How the accounts are in one line, for the tray, which is read at any time later.

So it names the time of the last sync instead of saying how long ago that was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.domain.accounts import Account, AccountState
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.zones import Clock, utc_now
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import tr, with_number
from lcdesk.ui.wording.messages import worded

if TYPE_CHECKING:
    from lcdesk.model.store.database import Database
    from lcdesk.ui.bridge import StoreNews

_GATHERED_MS = 200
_WORRIES = frozenset({AccountState.NEEDS_PASSWORD, AccountState.ERROR})


@dataclass(frozen=True, slots=True)
class TrayStatus:
    """The tooltip's last line, whether a person is needed, and whether no server answers."""

    text: str = ""
    needs_attention: bool = False
    is_offline: bool = False


@dataclass(frozen=True, slots=True)
class DayLine:
    """One entry of today: "14:00  Haircut with Anna"."""

    text: str
    entry: AgendaEntry


@dataclass(frozen=True, slots=True)
class TrayDay:
    """Today as the tray shows it. `more` counts what the list leaves out."""

    day: str = ""
    lines: tuple[DayLine, ...] = ()
    more: int = 0
    next: str = ""  # empty where nothing comes within a week


def status_of(
    accounts: Iterable[Account],
    *,
    waiting: int,
    locale: LocaleFormat,
    now: datetime,
    attention: int = 0,
) -> TrayStatus:
    """The gravest thing first: a person is needed, offline, or when all was read.

    `attention` is how much waits for a person. Nothing here quotes an event: some trays take what
    looks like markup for markup.
    """
    known = tuple(accounts)
    asked = with_number(attention, "{n} needs attention", "{n} need attention") if attention else ""
    if not known:
        return TrayStatus(asked or tr("No account is connected"), needs_attention=bool(attention))
    worried = next((account for account in known if account.state in _WORRIES), None)
    if worried is not None:
        title = worded(worried.error.title) if worried.error else tr("The last sync did not work")
        others = asked if attention > 1 else ""
        said = (f"{worried.email}: {title}", others)
        return TrayStatus(", ".join(part for part in said if part), needs_attention=True)
    is_offline = any(account.state is AccountState.OFFLINE for account in known)
    how = tr("Offline") if is_offline else _sync_words(known, waiting, locale, now)
    changes = with_number(waiting, "{n} change waiting", "{n} changes waiting") if waiting else ""
    parts = [part for part in (asked, how, changes) if part]
    return TrayStatus(", ".join(parts), needs_attention=bool(attention), is_offline=is_offline)


def _sync_words(
    accounts: tuple[Account, ...], waiting: int, locale: LocaleFormat, now: datetime
) -> str:
    """The oldest success: what everything is at least as fresh as."""
    times = [account.last_success for account in accounts if account.last_success is not None]
    if len(times) < len(accounts):
        return tr("Not synced yet")
    local, today = min(times).astimezone(), now.astimezone().date()
    if local.date() == today:
        form = tr("Read at {when}") if waiting else tr("Synced at {when}")
        return form.format(when=locale.time(local.hour * 60 + local.minute))
    form = tr("Read on {when}") if waiting else tr("Synced on {when}")
    return form.format(when=locale.day(local.date()))


class TrayModel(QObject):
    """Keeps the status fresh. `changed` carries the new one; `read` asks for the first."""

    changed = Signal(TrayStatus)

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        locale: LocaleFormat,
        parent: QObject | None = None,
        *,
        clock: Clock = utc_now,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._locale = locale
        self._clock = clock
        self._attention = 0
        self._gathering = QTimer(self, singleShot=True, interval=_GATHERED_MS)
        self._gathering.timeout.connect(self.read)
        news.changed.connect(self._hear)

    def close(self) -> None:
        """Read no more."""
        self._gathering.stop()

    def show_attention(self, count: int) -> None:
        """How much waits for a person now."""
        if count != self._attention:
            self._attention = count
            self.read()

    @Slot()
    def read(self) -> None:
        """Look at the store and say how the accounts are."""
        from lcdesk.model.store import accounts, outbox

        with self._database.read() as reader:
            known = accounts.all_accounts(reader)
            waiting = sum(outbox.count_by_account(reader).values())
        status = status_of(
            known,
            waiting=waiting,
            locale=self._locale,
            now=self._clock(),
            attention=self._attention,
        )
        self.changed.emit(status)

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & {Topic.ACCOUNTS, Topic.OUTBOX} and not self._gathering.isActive():
            self._gathering.start()
