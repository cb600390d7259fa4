"""One pass over an account at a time, whichever process runs it.

The window and the command line may use one workspace together; without turns, one of them
would take the other's request that is just being sent for one that was cut off.

`filelock` takes the same lock with more code; on a disk without locks it falls back to marker
files, which a killed program leaves behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lcdesk.model.store.machine_errors import known_errors

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def hold_account(folder: Path, account_id: int) -> Iterator[bool]:
    """True inside when it is ours; False when another process is at it.

    The operating system gives the lock back when a process ends, however it ends. Raises
    StoreTrouble when the lock cannot be made.
    """
    file = folder / f"account-{account_id}.lock"
    with known_errors(folder):
        handle = os.open(file, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            _lock(handle)
        except OSError:
            yield False
        else:
            yield True
    finally:
        os.close(handle)
