"""What makes thousands of tests quick and changes nothing that they see."""

from __future__ import annotations

import gc
import os
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.engine import Dialect, Engine

from lcdesk.model.store import database

_compiled: dict[Any, Any] = {}  # statements, ready to be sent


def share_compiled_statements() -> None:
    """Compile each statement once for all stores: the product opens one, the tests thousands."""
    make = database._sqlite_engine

    @cache
    def dialect() -> Dialect:
        """One that has learned the version of SQLite; a compiled statement is known by it."""
        with TemporaryDirectory() as folder:
            engine = make(Path(folder) / "any.sqlite3")
            engine.connect().close()
            engine.dispose()
            return engine.dialect

    def make_sharing(file: Path) -> Engine:
        engine = make(file)
        engine.dialect = dialect()
        engine.update_execution_options(compiled_cache=_compiled)
        return engine

    database._sqlite_engine = make_sharing


def write_bytecode() -> None:
    """Let the programs that tests start find compiled what they import.

    Where the environment forbids it, each would compile half of its libraries anew.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def freeze_what_is_loaded() -> None:
    """Libraries and collected tests stay to the end; the garbage of a test is not among them."""
    gc.collect()
    gc.freeze()
