"""Joins the window's wishes to the sync's slots, which do not know each other.

The window's side lives in the GUI thread, the workers in the sync's, so that their slots are
queued. Bound methods only: a lambda would run in the wrong thread.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from lcdesk.sync.engine import PassReport
from lcdesk.sync.worker import AccountWorker, StopFlags, SyncWorker
from lcdesk.ui.bridge import (
    AccountControl,
    StoreNews,
    SyncActivity,
    SyncControl,
    SyncProgress,
)


class SyncAdapter(QObject):
    """SyncControl on one side, SyncWorker on the other."""

    def __init__(
        self, control: SyncControl, worker: SyncWorker, news: StoreNews, flags: StopFlags
    ) -> None:
        super().__init__(control)
        self._control = control
        self._flags = flags
        self._paused = False
        control.pass_requested.connect(worker.run)
        control.pause_requested.connect(self._pause)
        control.pause_requested.connect(worker.pause)
        control.stop_requested.connect(flags.interrupt)
        worker.busy_changed.connect(self._show_busy)
        worker.progressed.connect(self._show_progress)
        worker.finished.connect(self._show_end)
        news.changed.connect(worker.send_what_waits)
        news.others_wrote.connect(worker.follow_others)

    @Slot(bool)
    def _pause(self, paused: bool) -> None:
        self._paused = paused
        if paused:
            self._flags.interrupt()
        activity = SyncActivity.PAUSED if paused else SyncActivity.IDLE
        self._control.activity_changed.emit(activity)

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


def join_accounts(control: AccountControl, worker: AccountWorker, flags: StopFlags) -> None:
    """AccountControl on one side, AccountWorker on the other."""
    # A pass that is running gives way: it goes on later where it stopped.
    control.check_requested.connect(flags.interrupt)
    control.check_requested.connect(worker.check)
    control.cancel_requested.connect(flags.interrupt)
    control.keep_requested.connect(worker.keep)
    control.password_requested.connect(worker.change_password)
    control.removal_requested.connect(worker.remove)
    worker.step_reached.connect(control.step_reached)
    worker.checked.connect(control.checked)
    worker.check_failed.connect(control.check_failed)
    worker.kept.connect(control.kept)
    worker.keyring_failed.connect(control.keyring_failed)
    worker.failed.connect(control.failed)
    worker.removed.connect(control.removed)
