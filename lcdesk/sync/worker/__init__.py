"""The sync's thread: slots in, signals out; the only Qt in this package.

Requests arrive by queued signals and run one after the other in one QThread. What must not
wait for them, stopping, is a flag that every request looks at between two steps. Signals
carry frozen values only. Connect bound methods to them: a lambda would run in this thread.
"""

from __future__ import annotations

from lcdesk.sync.worker.accounts import AccountWorker
from lcdesk.sync.worker.passes import SyncWorker
from lcdesk.sync.worker.thread import StopFlags, SyncThread, YieldToGui

__all__ = ["AccountWorker", "StopFlags", "SyncThread", "SyncWorker", "YieldToGui"]
