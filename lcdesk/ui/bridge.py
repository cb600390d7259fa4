"""Where the window meets the rest: the store's news, and the wishes to the sync.

The window and the sync do not know each other; `app` connects these objects to both.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, Slot

from lcdesk.model.domain.accounts import SignedIn, SignIn
from lcdesk.model.domain.changes import ChangeOrigin, ChangeSet, Topic
from lcdesk.model.domain.errors import LcdeskError, StoreTrouble

if TYPE_CHECKING:  # the window is painted before the store is imported
    from lcdesk.model.store.database import Database

OTHERS_LOOKED_FOR_MS = 1_000
OTHERS_LOOKED_FOR_AT_REST_MS = 60_000  # where the system tells who writes


class StoreNews(QObject):
    """Says in the GUI thread what was committed in any thread, or by another process."""

    changed = Signal(ChangeSet)
    condition_changed = Signal()  # `trouble` is new
    others_wrote = Signal()  # another process, or a thread of this one: nobody can tell
    _committed = Signal(ChangeSet)
    _noted = Signal()

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._stamp = database.version_stamp()
        self._committed.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._stop_listening = database.listen(self._committed.emit)
        self._noted.connect(self._pass_condition_on, Qt.ConnectionType.QueuedConnection)
        self._stop_watching = database.condition.watch(self._note)
        self._is_open = True
        self._have_written = False  # since the last look for others
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look_for_others)
        self._soon = QTimer(self, singleShot=True, interval=OTHERS_LOOKED_FOR_MS)
        self._soon.timeout.connect(self._look_for_others)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._look_soon)
        self._watch()

    def close(self) -> None:
        """Listen no more; what is on its way between threads is told to nobody."""
        self._is_open = False
        self._timer.stop()
        self._soon.stop()
        self._watcher.fileChanged.disconnect(self._look_soon)
        self._stop_listening()
        self._stop_watching()

    @property
    def trouble(self) -> StoreTrouble | None:
        """What keeps the store from being used at present."""
        return self._database.condition.trouble

    def _note(self, _trouble: StoreTrouble | None) -> None:
        self._noted.emit()

    @Slot()
    def _pass_condition_on(self) -> None:
        if self._is_open:
            self._watch()
            self.condition_changed.emit()

    @Slot(ChangeSet)
    def _pass_on(self, changes: ChangeSet) -> None:
        self._have_written = True
        if self._is_open:
            self.changed.emit(changes)

    def _watch(self) -> None:
        """What is written goes to the log of SQLite; where files cannot be watched we look."""
        log = self._database.write_ahead_log
        is_watched = log is not None and (
            str(log) in self._watcher.files() or self._watcher.addPath(str(log))
        )
        # Elsewhere a file is told of when it is closed; in trouble somebody waits for its end.
        is_told = is_watched and sys.platform == "linux" and self.trouble is None
        self._timer.start(OTHERS_LOOKED_FOR_AT_REST_MS if is_told else OTHERS_LOOKED_FOR_MS)

    @Slot()
    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _look_for_others(self) -> None:
        """Ask the store's stamp, when our own writing, which changes it too, is over."""
        if self._have_written:
            self._have_written = False
            self._look_soon()
            return
        self._watch()  # the log may be another file by now
        with suppress(StoreTrouble):  # told by `condition_changed`; asked again in a second
            self._look_at_stamp()

    def _look_at_stamp(self) -> None:
        stamp = self._database.version_stamp()
        if stamp != self._stamp:
            self._stamp = stamp
            self.changed.emit(ChangeSet(ChangeOrigin.SYNC, frozenset(Topic)))
            self.others_wrote.emit()


class SyncActivity(Enum):
    """What the sync is doing, as the status line and the tray show it."""

    IDLE = auto()
    BUSY = auto()
    PAUSED = auto()


@dataclass(frozen=True, slots=True)
class SyncProgress:
    """Reading one linked calendar ("Ana, Work"): `done` of `total` objects."""

    calendar: str
    done: int
    total: int


class SyncControl(QObject):
    """The window's wishes to the sync, and what it hears back; `app` wires both ends."""

    pass_requested = Signal()  # now, everything
    pause_requested = Signal(bool)
    stop_requested = Signal()  # stop the pass that is running

    activity_changed = Signal(SyncActivity)
    progressed = Signal(SyncProgress)
    pass_finished = Signal(bool)  # whether everything went well

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.activity = SyncActivity.IDLE
        self.activity_changed.connect(self._remember)

    @Slot(SyncActivity)
    def _remember(self, activity: SyncActivity) -> None:
        self.activity = activity


class AccountControl(QObject):
    """Checking, connecting and disconnecting accounts, off the GUI thread.

    `check` and `keep` answer by signal. `keep` stores the account, its calendars and the
    password; without a usable keyring it answers `keyring_failed` and nothing is stored, and
    the dialog may ask again with `for_session_only`.
    """

    check_requested = Signal(SignIn)
    cancel_requested = Signal()
    keep_requested = Signal(SignIn, SignedIn, int, bool)  # staff id, for this session only
    password_requested = Signal(int, str, bool)  # account id, new password, session only
    removal_requested = Signal(int, bool)  # account id, keep the blocked slots

    step_reached = Signal(str)  # "server", "signed-in", "calendars", "events"
    checked = Signal(SignedIn)
    check_failed = Signal(LcdeskError)
    kept = Signal(int)  # account id
    keyring_failed = Signal(LcdeskError)
    failed = Signal(LcdeskError)
    removed = Signal(int)
