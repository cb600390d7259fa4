"""What the machine does wrong to the store, as sentences: full disks, foreign locks, damage.

Whether the machine lets the store be used: told once when it stops, and once when it goes on.
"""

from __future__ import annotations

import errno
import logging
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from lcdesk.model.domain.errors import StoreDamaged, StoreTrouble
from lcdesk.model.domain.message import Message

_ROOM = 1 << 20  # bytes; SQLite needs some tens of KB beside the file before it reads anything
_FULL = (Message("There is no space left on the disk."), Message("Free some space"))
_DAMAGED = Message("lcdesk's data file is damaged and was left as it is.")
_CAUSES = {
    "locked": (
        Message("Another program holds lcdesk's data file."),
        Message("Close the other program"),
    ),
    "full": _FULL,
    "unable to open": (
        Message("lcdesk's data file cannot be opened."),
        Message("Check the folder's owner"),
    ),
    "readonly": (
        Message("lcdesk's data file is write-protected."),
        Message("Check the file's owner"),
    ),
    "disk I/O error": (
        Message("The disk did not read or write lcdesk's data file."),
        Message("Check the disk and the space that is left on it"),
    ),
}


@contextmanager
def known_errors(file: Path | None) -> Iterator[None]:
    """Turns what the machine does wrong into StoreTrouble; everything else passes."""
    try:
        yield
    except OSError as error:
        is_told = error.errno in {errno.ENOSPC, errno.EDQUOT}
        if is_told or (file is not None and is_full(file.parent)):
            raise StoreTrouble(*_FULL) from error
        raise StoreTrouble(
            Message("The data folder cannot be used: {why}.", why=error.strerror or str(error)),
            Message("Check the folder's owner and the free space"),
        ) from error
    except (DBAPIError, sqlite3.Error) as error:
        message = str(error.orig) if isinstance(error, DBAPIError) else str(error)
        trouble = _trouble(message, file)
        if trouble is None:
            raise
        raise trouble from error


def _trouble(message: str, file: Path | None) -> StoreTrouble | None:
    # On a full disk the files beside the store cannot be made, which SQLite tells in other words.
    is_disk = "disk I/O" in message or "unable to open" in message
    if is_disk and file is not None and is_full(file.parent):
        return StoreTrouble(*_FULL)
    if "not a database" in message or "malformed" in message:
        return damage()
    return next((StoreTrouble(*words) for key, words in _CAUSES.items() if key in message), None)


def damage() -> StoreDamaged:
    """What is said of a store that SQLite cannot read."""
    return StoreDamaged(_DAMAGED)


def is_full(folder: Path) -> bool:
    """Whether too little space is left in a folder to keep anything."""
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False  # the folder itself is gone; the other sentence says what there is to say


logger = logging.getLogger(__name__)

Watcher = Callable[[StoreTrouble | None], None]


class Condition:
    """What is wrong at present. Shared by all threads that use the store."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._watchers: list[Watcher] = []
        self.trouble: StoreTrouble | None = None

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher` with each news, in whichever thread met it; returns the way out."""
        with self._lock:
            self._watchers.append(watcher)

        def stop_watching() -> None:
            with self._lock:
                self._watchers.remove(watcher)

        return stop_watching

    @contextmanager
    def note_trouble(self) -> Iterator[None]:
        """Inside, trouble is noted; it is raised all the same."""
        try:
            yield
        except StoreTrouble as trouble:
            self.note(trouble)
            raise

    def note(self, trouble: StoreTrouble | None) -> None:
        """How it is now; None is well. The same once more is no news."""
        with self._lock:
            before, self.trouble = self.trouble, trouble
            watchers = list(self._watchers)
        if (before and before.cause) == (trouble and trouble.cause):
            return
        if trouble is None:
            logger.info("the store can be used again")
        else:
            logger.warning("the store cannot be used: %s", trouble.cause)
        for watcher in watchers:
            watcher(trouble)
