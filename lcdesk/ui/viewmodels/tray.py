"""How the accounts are in one line, for the tray, which is read at any time later.

So it names the time of the last sync instead of saying how long ago that was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.domain.accounts import Account, AccountState
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.counts import counted
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.viewmodels.account_settings import utc_now

if TYPE_CHECKING:
    from lcdesk.model.store.database import Database
    from lcdesk.ui.bridge import StoreNews

_GATHERED_MS = 200
_WORRIES = frozenset({AccountState.NEEDS_PASSWORD, AccountState.ERROR})


@dataclass(frozen=True, slots=True)
class TrayStatus:
    """The tooltip's second line, and whether a person is needed."""

    text: str = ""
    needs_attention: bool = False


def status_of(
    accounts: Iterable[Account], *, waiting: int, words: LocaleFormat, now: datetime
) -> TrayStatus:
    """The gravest thing first: a person is needed, offline, or when all was read."""
    known = tuple(accounts)
    if not known:
        return TrayStatus("No account is connected")
    worried = next((one for one in known if one.state in _WORRIES), None)
    if worried is not None:
        title = worried.error.title if worried.error else "The last sync did not work"
        return TrayStatus(f"{worried.email}: {title}", needs_attention=True)
    changes = f"{counted(waiting, 'change', 'changes')} waiting" if waiting else ""
    if any(one.state is AccountState.OFFLINE for one in known):
        return TrayStatus(", ".join(filter(None, ("Offline", changes))))
    return TrayStatus(", ".join(filter(None, (_synced(known, words, now), changes))))


def _synced(accounts: tuple[Account, ...], words: LocaleFormat, now: datetime) -> str:
    """The oldest success: what everything is at least as fresh as."""
    times = [one.last_success for one in accounts if one.last_success is not None]
    if len(times) < len(accounts):
        return "Not synced yet"
    local, today = min(times).astimezone(), now.astimezone().date()
    at = words.time(local.hour * 60 + local.minute)
    return f"Synced at {at}" if local.date() == today else f"Synced on {words.day(local.date())}"


class TrayModel(QObject):
    """Keeps the status fresh. `changed` carries the new one; `read` asks for the first."""

    changed = Signal(TrayStatus)

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        words: LocaleFormat,
        parent: QObject | None = None,
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._words = words
        self._clock = clock
        self._gathering = QTimer(self, singleShot=True, interval=_GATHERED_MS)
        self._gathering.timeout.connect(self.read)
        news.changed.connect(self._hear)

    def close(self) -> None:
        """Read no more."""
        self._gathering.stop()

    @Slot()
    def read(self) -> None:
        """Look at the store and say how the accounts are."""
        from lcdesk.model.store import accounts, outbox

        with self._database.read() as reader:
            known, waiting = accounts.all_accounts(reader), len(outbox.entries(reader))
        status = status_of(known, waiting=waiting, words=self._words, now=self._clock())
        self.changed.emit(status)

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & {Topic.ACCOUNTS, Topic.OUTBOX} and not self._gathering.isActive():
            self._gathering.start()
