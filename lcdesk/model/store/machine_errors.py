"""What the machine does wrong to the store, as sentences: full disks, foreign locks, damage."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from lcdesk.model.domain.errors import StoreError

_FULL = "There is no space left on the disk. Nothing was changed. Free some space, then try again."
_ROOM = 1 << 20  # bytes; SQLite needs some tens of KB beside the file before it reads anything
_SENTENCES = {
    "locked": "Another program holds lcdesk's data file. Nothing was changed. "
    "Close the other program, then try again.",
    "not a database": "lcdesk's data file is damaged and was left as it is. "
    "Restore the newest copy from the data folder.",
    "malformed": "lcdesk's data file is damaged and was left as it is. "
    "Restore the newest copy from the data folder.",
    "full": _FULL,
    "unable to open": "lcdesk's data file cannot be opened. Nothing was changed. "
    "Check the folder's owner, then try again.",
    "readonly": "lcdesk's data file is write-protected. Nothing was changed. "
    "Check the file's owner, then try again.",
    "disk I/O error": "The disk did not read or write lcdesk's data file. Nothing was changed. "
    "Check the disk and the space that is left on it, then try again.",
}


@contextmanager
def known_errors(file: Path | None) -> Iterator[None]:
    """Turns what the machine does wrong into sentences; everything else passes."""
    try:
        yield
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StoreError(_FULL) from error
        raise StoreError(
            f"The data folder cannot be used: {error.strerror or error}. "
            "Nothing was changed. Check the folder's owner and the free space, then try again."
        ) from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = str(error.orig) if isinstance(error, DBAPIError) else str(error)
        sentence = _sentence_for(cause, file)
        if sentence is None:
            raise
        raise StoreError(sentence) from error


def _sentence_for(cause: str, file: Path | None) -> str | None:
    # On a full disk the files beside the store cannot be made, which SQLite tells in other words.
    is_disk = "disk I/O" in cause or "unable to open" in cause
    if is_disk and file is not None and _is_full(file.parent):
        return _FULL
    return next((sentence for key, sentence in _SENTENCES.items() if key in cause), None)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False  # the folder itself is gone; the other sentence says what there is to say
