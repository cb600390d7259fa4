"""The store as a file: is it ours, whole and of which version; looked at without changing it.

How the window was left, read before the store is opened: the first frame stands there already.

Only the standard library is used, since everything else is imported after that frame.
"""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from lcdesk.model.domain.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    def _wait_for(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _wait_for(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)


_HEADER = 100  # bytes that every SQLite file begins with; SQLite takes less for an empty store
_OURS = {"alembic_version", "staff", "calendar", "appointment", "preference"}
_WAIT_SECONDS = 15


def version_of(file: Path) -> str | None:
    """The schema's version; None when there is no store yet. Raises StoreError.

    A store is made under another name and then renamed, so that a file without content is
    never a beginning: it held something once.
    """
    try:
        found = file.stat()
    except FileNotFoundError:
        if file.is_symlink():  # to a disk that is not there now, say
            raise StoreError(
                f"{file} leads to {file.readlink()}, which is not there. Nothing was changed. "
                "Connect the disk it lies on, or put the file back, then try again."
            ) from None
        return None
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(f"{file} is no file, so nothing can be kept there. It was left as it is.")
    if found.st_size < _HEADER:
        raise StoreError(f"lcdesk's data file {file} is empty: its content is lost. {_last(file)}")
    # Read-only: a second connection that closes would else write what lies beside the file.
    uri = f"{file.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if not tables >= _OURS:
            raise StoreError(
                f"{file} was made by another program and was left as it is. "
                "Move it away, or choose another folder with --data."
            )
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return "" if row is None else str(row[0])


@contextmanager
def alone(file: Path) -> Iterator[None]:
    """One start at a time makes or migrates a store; the others wait here.

    The operating system gives the lock back when a process ends, however it ends. `lcdesk.lock`
    is the window's, which it holds all the time.
    """
    handle = os.open(file.with_name(f"{file.name}.lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _wait_for(handle)
        yield
    finally:
        os.close(handle)


def make_private(file: Path) -> None:
    """An empty file, made before SQLite does, so that no moment passes with a wider mode."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def clear_away(file: Path) -> None:
    """Remove what an interrupted start left under this name, with what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def copies_of(file: Path) -> list[Path]:
    """The copies that were made before migrations, the oldest first."""
    return sorted(file.parent.glob(f"{file.stem}-[0-9][0-9][0-9][0-9]-*{file.suffix}"))


def _last(file: Path) -> str:
    copies = copies_of(file)
    if copies:
        return f"The last copy is {copies[-1]}. Put it in the place of the empty file."
    return (
        "There is no copy in its folder. Put a backup in its place, or move it away to begin anew."
    )


KEY = "window"  # the preference that the window keeps
_WAIT_AT_START = 0.1  # a store that is held by others opens a usual window


def left_window(file: Path) -> Mapping[str, object]:
    """What the window kept; empty where nothing can be read, which opening the store then tells."""
    if not file.is_file():
        return {}
    uri = f"{file.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_AT_START)) as connection:
            query = "SELECT value FROM preference WHERE key = ?"
            row = connection.execute(query, (KEY,)).fetchone()
        kept = {} if row is None else json.loads(row[0])
    except (sqlite3.Error, ValueError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}
