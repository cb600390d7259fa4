"""The schema's version and the way from an older one to the present one.

Alembic is imported only when a step has to be taken: it costs half a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path

from sqlalchemy.engine import Engine

from lcdesk.model.domain.errors import StoreError
from lcdesk.model.domain.zones import utc_now
from lcdesk.model.store.store_file import (
    alone,
    clear_away,
    copies_of,
    make_private,
    version_of,
)

HEAD = "0022"
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


def _migrate(file: Path, present: str | None, open_engine: Callable[[Path], Engine]) -> None:
    known = _known_versions()
    if present is not None and present not in known:
        raise _too_old() if "" < present < min(known) else _too_new()
    with _engine(file, open_engine) as engine:
        if present is not None:
            _copy(engine, file, present)
        _upgrade(engine)


def _too_old() -> StoreError:
    return StoreError(
        "This data file was made by an lcdesk from before the first release, which this one cannot "
        "read. It was left as it is. Save a workspace file with the lcdesk that made it "
        "(lcdesk workspace save), and load that file here into another data folder.",
        code="STORE_IS_OLDER",
        title="This data file is older than the first release",
    )


def _too_new() -> StoreError:
    return StoreError(
        "This data file was made by a newer lcdesk and was left as it is. "
        "Update lcdesk, then start it again.",
        code="STORE_IS_NEWER",
        title="This lcdesk is too old for its data",
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
