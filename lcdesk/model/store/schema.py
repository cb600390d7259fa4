"""The schema's version and the way from an older one to the present one.

Alembic is imported only when a step has to be taken: it costs half a second.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from lcdesk.model.domain.errors import StoreError

HEAD = "0016"
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, file: Path) -> None:
    """Run the missing migrations, after a dated copy of a file that holds data.

    Raises StoreError when the file was made by a newer lcdesk.
    """
    present = _present_version(engine)
    if present == HEAD:
        return
    if present is not None and present not in _known_versions():
        raise StoreError(
            "This data file was made by a newer lcdesk and was left as it is. "
            "Update lcdesk, then start it again.",
            code="STORE_IS_NEWER",
            title="This lcdesk is too old for its data",
        )
    if present is not None:
        _copy(engine, file, present)
    _upgrade(engine)


def _present_version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _known_versions() -> set[str]:
    return {step.name.partition("_")[0] for step in (MIGRATIONS / "versions").glob("*.py")}


def _copy(engine: Engine, file: Path, version: str) -> None:
    now = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy = file.with_name(f"{file.stem}-{version}-{now}.sqlite3")
    # The driver's own connection: every other one begins a transaction, which VACUUM refuses.
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(copy),))
    finally:
        raw.close()
    copy.chmod(0o600)


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    writing = engine.execution_options(lcdesk_write=True)
    # Two first starts at once: the second waits here and then finds nothing to do.
    with writing.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
