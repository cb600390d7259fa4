"""Joins the window's wishes to the sync's slots, which do not know each other.

These objects live in the GUI thread; what they are connected to lives in the sync's. Bound
methods only: a lambda would run in the wrong thread.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin, ChangeSet, Topic
from lcdesk.sync.connect import SignIn as CheckedSignIn
from lcdesk.sync.engine import PassReport, linked_from
from lcdesk.sync.ports import Discovery
from lcdesk.sync.worker import AccountWorker, StopFlags, SyncWorker
from lcdesk.ui.bridge import (
    AccountControl,
    SignedIn,
    SignIn,
    StoreNews,
    SyncActivity,
    SyncControl,
    SyncProgress,
)


class SyncAdapter(QObject):
    """SyncControl on one side, SyncWorker on the other."""

    _send = Signal()

    def __init__(
        self, control: SyncControl, worker: SyncWorker, news: StoreNews, flags: StopFlags
    ) -> None:
        super().__init__(control)
        self._control = control
        self._flags = flags
        self._paused = False
        control.pass_requested.connect(worker.run)
        self._send.connect(worker.send)
        control.pause_requested.connect(self._pause)
        control.pause_requested.connect(worker.pause)
        control.stop_requested.connect(self._stop)
        worker.busy_changed.connect(self._show_busy)
        worker.progressed.connect(self._show_progress)
        worker.finished.connect(self._show_end)
        news.changed.connect(self._send_what_waits)
        news.others_wrote.connect(worker.follow_others)

    @Slot(bool)
    def _pause(self, paused: bool) -> None:
        self._paused = paused
        if paused:
            self._flags.interrupt()
        activity = SyncActivity.PAUSED if paused else SyncActivity.IDLE
        self._control.activity_changed.emit(activity)

    @Slot()
    def _stop(self) -> None:
        self._flags.interrupt()

    @Slot(bool)
    def _show_busy(self, busy: bool) -> None:
        resting = SyncActivity.PAUSED if self._paused else SyncActivity.IDLE
        self._control.activity_changed.emit(SyncActivity.BUSY if busy else resting)

    @Slot(str, int, int)
    def _show_progress(self, calendar: str, done: int, total: int) -> None:
        self._control.progressed.emit(SyncProgress(calendar, done, total))

    @Slot(tuple)
    def _show_end(self, reports: tuple[PassReport, ...]) -> None:
        self._control.pass_finished.emit(all(report.ok for report in reports))

    @Slot(ChangeSet)
    def _send_what_waits(self, changes: ChangeSet) -> None:
        """A booking goes to the server at once, and so does what the person just chose."""
        by_person = changes.origin is not ChangeOrigin.SYNC
        if by_person and changes.topics & {Topic.OUTBOX, Topic.ACCOUNTS}:
            self._send.emit()


class AccountAdapter(QObject):
    """AccountControl on one side, AccountWorker on the other."""

    _check = Signal(str, str, str, str)
    _keep = Signal(object, object, int, bool)

    def __init__(self, control: AccountControl, worker: AccountWorker, flags: StopFlags) -> None:
        super().__init__(control)
        self._control = control
        self._flags = flags
        self._checked: tuple[CheckedSignIn, Discovery] | None = None
        self._counts: Mapping[str, int] = {}
        control.check_requested.connect(self._ask)
        control.cancel_requested.connect(self._cancel)
        control.keep_requested.connect(self._store)
        control.password_requested.connect(worker.change_password)
        control.removal_requested.connect(worker.remove)
        self._check.connect(worker.check)
        self._keep.connect(worker.keep)
        worker.step_reached.connect(control.step_reached)
        worker.counted.connect(self._take_counts)
        worker.checked.connect(self._remember)
        worker.check_failed.connect(control.check_failed)
        worker.kept.connect(control.kept)
        worker.keyring_failed.connect(control.keyring_failed)
        worker.failed.connect(control.failed)
        worker.removed.connect(control.removed)

    @Slot(SignIn)
    def _ask(self, wanted: SignIn) -> None:
        # A pass that is running gives way: it goes on later where it stopped.
        self._flags.interrupt()
        self._check.emit(wanted.provider.value, wanted.email, wanted.password, wanted.server)

    @Slot()
    def _cancel(self) -> None:
        self._flags.interrupt()

    @Slot(object)
    def _take_counts(self, counts: Mapping[str, int]) -> None:
        self._counts = counts

    @Slot(object, object)
    def _remember(self, wanted: CheckedSignIn, found: Discovery) -> None:
        self._checked = (wanted, found)
        calendars: list[LinkedCalendar] = [
            linked_from(remote_calendar) for remote_calendar in found.calendars
        ]
        self._control.checked.emit(SignedIn(found.home, tuple(calendars), self._counts))

    @Slot(SignIn, SignedIn, int, bool)
    def _store(self, _wanted: SignIn, _found: SignedIn, staff: int, session_only: bool) -> None:
        if self._checked is not None:
            self._keep.emit(*self._checked, staff, session_only)
