"""A copy in the place of the store; the store of before is set aside whole.

The server has gone on since the copy was made. So a restored store forgets how far each calendar
was read, and reads it whole; and deletions that waited in the copy wait for a person, since what
they were about may be wanted again by now (docs/rules/sync.md, "A restored store").
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.copies import Copy, CopyKind
from lcdesk.model.domain.errors import StoreError
from lcdesk.model.domain.message import Message
from lcdesk.model.store import schema
from lcdesk.model.store.backup.copies import free_name, is_whole
from lcdesk.model.store.machine_errors import known_errors
from lcdesk.model.store.tables.columns import note_to_json

_WAITED = ErrorNote(
    "RESTORED",
    Message("Deletion not sent"),
    Message(
        "This deletion waited when the copy was made that lcdesk was restored from. It was not "
        "sent, since the event may be wanted again. Try again deletes the event there."
    ),
)
_BESIDE = ("-wal", "-journal")


def restore(store: Path, copy: Copy, now: datetime) -> Path | None:
    """Put a copy in the store's place; returns where the store of before is now, if there was one.

    Nothing is deleted. Raises StoreError, and changes nothing, where the copy is damaged or made by
    a newer lcdesk, where somebody has the store open, or where the disk is full.
    """
    with known_errors(store), schema.alone(store):
        require_usable(copy)
        named, store = store, store.resolve()  # it may lie on another disk
        part = store.with_name(f"{store.name}.new")
        schema.clear_away(part)
        schema.make_private(part)
        try:
            shutil.copyfile(copy.file, part)
            _forget_the_servers(part)
            aside = _set_aside(store, named, now) if store.exists() else None
            schema.clear_away_beside(store)  # SQLite would read it with the restored store
            part.replace(store)
        finally:
            schema.clear_away(part)
    return aside


def require_usable(copy: Copy) -> None:
    """Raises StoreError where a copy is damaged or made by a newer lcdesk."""
    if not is_whole(copy.file):
        raise StoreError(
            Message("The copy {name} is damaged. Nothing was changed. Choose another.",
                    name=copy.name),
            title=Message("This copy cannot be used"),
        )  # fmt: skip
    schema.check_version(copy.file)


def _forget_the_servers(store: Path) -> None:
    """On raw tables: the copy may be of an earlier schema, which its first opening mends."""
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("UPDATE linked_calendar SET token = NULL, ctag = NULL")
        connection.execute("UPDATE account SET next_try = NULL, discovered_at = NULL")
        connection.execute(
            "UPDATE outbox SET state = 'dead', error = ? WHERE kind = 'delete'",
            (json.dumps(note_to_json(_WAITED)),),
        )
        connection.commit()
        connection.execute("PRAGMA journal_mode=DELETE")  # nothing beside it when it is renamed


def _set_aside(store: Path, named: Path, now: datetime) -> Path:
    """The same file under a second name, so that at no moment there is no store."""
    kind = CopyKind.SET_ASIDE if _close_whole(store) else CopyKind.DAMAGED
    aside = free_name(named, now, f"-{kind}")
    _give_name(store, aside)
    for ending in _BESIDE:  # of a damaged one; it may hold what the file lacks
        beside = store.with_name(store.name + ending)
        if beside.exists():
            _give_name(beside, aside.with_name(aside.name + ending))
    return aside


def _close_whole(store: Path) -> bool:
    """Let SQLite put everything into the one file; False, and nothing done, where it is damaged.

    That needs the store for itself: whoever has it open would go on in the file that is set aside.
    """
    try:
        with closing(sqlite3.connect(store, timeout=0, isolation_level=None)) as connection:
            schema.version_of(store)
            if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                return False
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except StoreError:  # another program's, or empty
        return False
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return False
    return True


def _give_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a disk without second names
        shutil.copy2(file, name)
