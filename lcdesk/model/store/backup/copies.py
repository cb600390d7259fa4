"""Dated copies of the store: made while it is used, checked, and thinned out.

A copy is written under another name by SQLite itself, from one consistent view that keeps nobody
from writing, looked through, and only then given its own name: what bears a copy's name is whole.
It holds everything that the store holds, and no passwords, which are in no store
(docs/rules/window.md, "Data and backup").
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, tzinfo
from itertools import chain, count
from pathlib import Path

from lcdesk.model.domain.copies import Copy, CopyKind, Holdings
from lcdesk.model.domain.errors import InvalidInput, StoreError
from lcdesk.model.domain.message import Message
from lcdesk.model.store import schema
from lcdesk.model.store.machine_errors import damage, known_errors
from lcdesk.paths import FOLDER_MODE
from lcdesk.threads import AbandonedError

FOLDER = "copies"
KEPT_DAYS, KEPT_WEEKS = 7, 4
_PART = "copy.part"
_STEPS = 20_000  # of SQLite's machine, a few ms, between two looks at whether it is still wanted
_STAMP = re.compile(
    r"-(?P<at>\d{8}-\d{6})(?:-(?P<number>\d+))?(?:-(?P<kind>set-aside|damaged))?\.sqlite3$"
)


def copies(store: Path) -> list[Copy]:
    """All copies of this store that may be restored, the newest first."""
    inside = (store.parent / FOLDER).glob(f"{store.stem}-*{store.suffix}")
    found = (_copy_of(file) for file in chain(inside, schema.copies_of(store)))
    usable = [copy for copy in found if copy is not None and copy.kind is not CopyKind.DAMAGED]
    return sorted(usable, key=lambda copy: (copy.made_at, len(copy.name), copy.name), reverse=True)


def find_copy(store: Path, name: str) -> Copy:
    """The copy of this name. Raises InvalidInput."""
    for copy in copies(store):
        if copy.name == name:
            return copy
    raise InvalidInput(
        Message("There is no copy called “{name}”. See: lcdesk backup list", name=name),
        title=Message("No such copy"),
    )


def newest_whole_copy(store: Path) -> Copy | None:
    """The newest copy that SQLite finds in order; every newer one is looked through first."""
    return next((copy for copy in copies(store) if is_whole(copy.file)), None)


def make_copy(
    store: Path, now: datetime, *, here: tzinfo = UTC, is_over: Callable[[], bool] = lambda: False
) -> Copy:
    """Copy the store as it is now, and let go of copies that are no longer kept.

    `here` is the zone whose days count. Raises StoreError; then the older copies are all kept.
    Raises AbandonedError soon after `is_over`.
    """
    with known_errors(store), schema.alone(store.parent / FOLDER):
        if schema.version_of(store) is None:
            raise StoreError(
                Message("There is no data file yet."), title=Message("Nothing to copy")
            )
        part = folder_of_copies(store) / _PART
        try:
            write_copy(store, part, is_over)
            made = Copy(free_name(store, now), now.replace(microsecond=0), CopyKind.DATED)
            part.replace(made.file)
        finally:
            schema.clear_away(part)
        for old in set(dated := _dated(store)) - set(to_keep(dated, now, here)):
            old.file.unlink()
    return made


def write_copy(store: Path, target: Path, is_over: Callable[[], bool] = lambda: False) -> None:
    """Copy the store to `target`, and look through what was written."""
    schema.clear_away(target)
    schema.make_private(target)  # SQLite writes into an empty file, and keeps its mode
    _write(store, target, is_over)
    _put_on_disk(target)
    if not is_whole(target, is_over):
        raise damage()


def look_through(store: Path, is_over: Callable[[], bool] = lambda: False) -> None:
    """Raises StoreDamaged where SQLite finds something wrong in the store; it may be in use."""
    with known_errors(store), closing(_reading(store)) as connection:
        _stop_when(connection, is_over)
        try:
            _require_whole(connection)
        except sqlite3.OperationalError as error:
            _raise_if_abandoned(error, is_over)
            raise


def to_keep(dated: Iterable[Copy], now: datetime, here: tzinfo) -> Iterator[Copy]:
    """Today's, the last of each of the seven days before that have one, and of the four weeks.

    Days and weeks without a copy do not count, so that a long holiday costs none.
    """
    today = now.astimezone(here).date()
    days: set[object] = set()
    weeks: set[object] = set()
    for copy in sorted(dated, key=lambda copy: copy.made_at, reverse=True):
        day = copy.made_at.astimezone(here).date()
        week = day.isocalendar()[:2]
        is_last_of_day = day not in days and len(days) < KEPT_DAYS
        is_last_of_week = week not in weeks and len(weeks) < KEPT_WEEKS
        if day >= today:
            yield copy
            continue
        if is_last_of_day:
            days.add(day)
        if is_last_of_week:
            weeks.add(week)
        if is_last_of_day or is_last_of_week:
            yield copy


def is_due(store: Path, now: datetime, here: tzinfo) -> bool:
    """Whether no copy was made today yet."""
    today = now.astimezone(here).date()
    return not any(copy.made_at.astimezone(here).date() == today for copy in _dated(store))


def holdings(copy: Copy) -> Holdings:
    """What a copy holds. Raises StoreError where it cannot be read."""
    tables = ("staff", "calendar", "appointment", "contact")
    with known_errors(copy.file), closing(_open(copy.file)) as connection:
        counts = (connection.execute(f"SELECT count(*) FROM {table}") for table in tables)
        return Holdings(*(int(found.fetchone()[0]) for found in counts))


def accounts_of(copy: Copy) -> tuple[str, ...]:
    """The e-mail addresses of the accounts in a copy. Raises StoreError."""
    with known_errors(copy.file), closing(_open(copy.file)) as connection:
        rows = connection.execute("SELECT email FROM account ORDER BY id")
        return tuple(str(email) for (email,) in rows)


def is_whole(file: Path, is_over: Callable[[], bool] = lambda: False) -> bool:
    """Whether SQLite's own check finds nothing wrong in a file that nobody writes to."""
    try:
        with closing(_open(file)) as connection:
            _stop_when(connection, is_over)
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError as error:
        _raise_if_abandoned(error, is_over)
        return False


def folder_of_copies(store: Path) -> Path:
    """The folder, made where it is missing."""
    folder = store.parent / FOLDER
    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    return folder


def free_name(store: Path, now: datetime, ending: str = "") -> Path:
    """Named by whole seconds, and numbered where two fall into one."""
    begin = f"{store.stem}-{now.astimezone(UTC):%Y%m%d-%H%M%S}"
    names = (f"{begin}{more}{ending}" for more in chain([""], (f"-{at}" for at in count(2))))
    files = (folder_of_copies(store) / f"{name}{store.suffix}" for name in names)
    return next(file for file in files if not file.exists())


def _dated(store: Path) -> list[Copy]:
    return [copy for copy in copies(store) if copy.kind is CopyKind.DATED]


def _copy_of(file: Path) -> Copy | None:
    found = _STAMP.search(file.name)
    if found is None:
        return None
    try:
        at = datetime.strptime(found["at"], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    except ValueError:  # somebody else's file, which is called nearly so
        return None
    usual = CopyKind.DATED if file.parent.name == FOLDER else CopyKind.BEFORE_UPDATE
    return Copy(file, at, CopyKind(found["kind"]) if found["kind"] else usual)


def _write(store: Path, part: Path, is_over: Callable[[], bool]) -> None:
    with closing(_reading(store)) as connection:
        _stop_when(connection, is_over)
        try:
            # The copy's indexes are made anew: what is wrong with the store's own shows only there.
            _require_whole(connection)
            connection.execute("VACUUM INTO ?", (str(part),))
        except sqlite3.OperationalError as error:
            _raise_if_abandoned(error, is_over)
            raise


def _reading(store: Path) -> sqlite3.Connection:
    uri = f"{store.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _require_whole(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise damage()


def _stop_when(connection: sqlite3.Connection, is_over: Callable[[], bool]) -> None:
    connection.set_progress_handler(lambda: int(is_over()), _STEPS)


def _raise_if_abandoned(error: sqlite3.DatabaseError, is_over: Callable[[], bool]) -> None:
    if is_over() and "interrupted" in str(error):
        raise AbandonedError from error


def _put_on_disk(file: Path) -> None:
    """Before it gets its name: a power cut must not leave a copy of zeros."""
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _open(file: Path) -> sqlite3.Connection:
    """To read a file that nobody changes; nothing is written beside it."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
