"""The store as a file: is it ours, whole and of which version, and the way to the present one.

Looking changes nothing. Alembic is imported only when a step has to be taken, since it costs half a
second; and how the window was left is read with the standard library alone, because the first frame
stands before anything else is imported.
"""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from lcdesk.model.domain.errors import StoreDamaged, StoreError
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import utc_now

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine


HEAD = "0030"
KEPT_COPIES = 3
MIGRATIONS = Path(__file__).parent / "migrations"
STEPS = MIGRATIONS / "versions"


def bring_up_to_date(file: Path, open_engine: Callable[[Path], Engine]) -> None:
    """Make the store, or run its missing migrations after a dated copy.

    Raises StoreError when the file was made by a newer lcdesk, by one from before the first
    release, by another program, or is cut.
    """
    if version_of(file) == HEAD:
        return
    with alone(file):
        present = version_of(file)  # another start may have come first
        if present is None and not file.exists():
            _make(file, open_engine)
        elif present != HEAD:
            _migrate(file, present, open_engine)


def _make(file: Path, open_engine: Callable[[Path], Engine]) -> None:
    """Under another name first: a start that is cut off leaves no store without tables."""
    new = file.with_name(f"{file.name}.new")
    clear_away(new)
    make_private(new)
    with _engine(new, open_engine) as engine:
        _upgrade(engine)
    clear_away(file)  # SQLite would read what a store that was taken away left beside it
    new.replace(file)


def check_version(file: Path) -> None:
    """Whether this lcdesk can use a store of this file's schema. Raises StoreError."""
    present, known = version_of(file), _known_versions()
    if present is not None and present not in known:
        raise _too_old() if "" < present < min(known) else _too_new()


def _migrate(file: Path, present: str | None, open_engine: Callable[[Path], Engine]) -> None:
    check_version(file)
    with _engine(file, open_engine) as engine:
        if present is not None:
            _copy(engine, file, present)
        _upgrade(engine)


def _too_old() -> StoreError:
    return StoreError(
        Message(
            "This data file was made by an lcdesk from before the first release, which this one "
            "cannot read. It was left as it is. Save a workspace file with the lcdesk that made it "
            "(lcdesk workspace save), and load that file here into another data folder."
        ),
        code="STORE_IS_OLDER",
        title=Message("This data file is older than the first release"),
    )


def _too_new() -> StoreError:
    return StoreError(
        Message(
            "This data file was made by a newer lcdesk and was left as it is. "
            "Update lcdesk, then start it again."
        ),
        code="STORE_IS_NEWER",
        title=Message("This lcdesk is too old for its data"),
    )


@contextmanager
def _engine(file: Path, open_engine: Callable[[Path], Engine]) -> Iterator[Engine]:
    engine = open_engine(file)
    try:
        yield engine
    finally:
        engine.dispose()


def _known_versions() -> set[str]:
    return {step.name.partition("_")[0] for step in STEPS.glob("*.py")}


def _copy(engine: Engine, file: Path, version: str) -> None:
    """Written under another name, so that what bears a copy's name is whole."""
    part = file.with_name(f"{file.stem}-copy.part")
    clear_away(part)
    make_private(part)  # SQLite writes into an empty file, and keeps its mode
    # The driver's own connection: every other one begins a transaction, which VACUUM refuses.
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(part),))
    finally:
        raw.close()
    part.replace(_free_name(file, version))
    for old in copies_of(file)[:-KEPT_COPIES]:
        old.unlink()


def _free_name(file: Path, version: str) -> Path:
    """Named by whole seconds, and numbered where two fall into one."""
    begin = f"{file.stem}-{version}-{utc_now():%Y%m%d-%H%M%S}"
    names = (f"{begin}{more}{file.suffix}" for more in chain([""], (f"-{at}" for at in count(2))))
    return next(name for name in map(file.with_name, names) if not name.exists())


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("version_locations", str(STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    writing = engine.execution_options(lcdesk_write=True)
    with writing.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


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
                Message(
                    "{file} leads to {target}, which is not there. Nothing was changed. Connect "
                    "the disk it lies on, or put the file back, then try again.",
                    file=str(file),
                    target=str(file.readlink()),
                )
            ) from None
        return None
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(
            Message(
                "{file} is no file, so nothing can be kept there. It was left as it is.",
                file=str(file),
            )
        )
    if found.st_size < _HEADER:
        raise StoreDamaged(
            Message("lcdesk's data file {file} is empty: its content is lost.", file=str(file))
        )
    # Read-only: a second connection that closes would else write what lies beside the file.
    uri = f"{file.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if not tables >= _OURS:
            raise StoreError(
                Message(
                    "{file} was made by another program and was left as it is. Move it away, or "
                    "choose another folder with --data.",
                    file=str(file),
                )
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
    file.unlink(missing_ok=True)
    clear_away_beside(file)


def clear_away_beside(file: Path) -> None:
    """Remove what SQLite keeps beside a store."""
    for ending in ("-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def copies_of(file: Path) -> list[Path]:
    """The copies that were made before migrations, the oldest first."""
    return sorted(file.parent.glob(f"{file.stem}-[0-9][0-9][0-9][0-9]-*{file.suffix}"))


KEY = "window"  # the preference that the window keeps
LANGUAGE = "language"  # the preference of the window's language
_WAIT_AT_START = 0.1  # a store that is held by others opens a usual window


def left_window(file: Path) -> Mapping[str, object]:
    """What the window kept; empty where nothing can be read, which opening the store then tells."""
    kept = _left(file, KEY)
    return kept if isinstance(kept, dict) else {}


def left_language(file: Path) -> str:
    """The language that was chosen; empty where that is the system's."""
    kept = _left(file, LANGUAGE)
    return kept if isinstance(kept, str) else ""


def _left(file: Path, key: str) -> object:
    if not file.is_file():
        return None
    uri = f"{file.absolute().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=_WAIT_AT_START)) as connection:
            query = "SELECT value FROM preference WHERE key = ?"
            row = connection.execute(query, (key,)).fetchone()
        return None if row is None else json.loads(row[0])
    except (sqlite3.Error, ValueError, TypeError):
        return None
