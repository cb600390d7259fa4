"""Stores of a made-up earlier schema, and a program that knows the step from there to the newest.

lcdesk's own schema has had no released step yet; what takes steps is tested with these.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from lcdesk.model.store import schema

STEPS = Path(__file__).parent / "data" / "made_up_schema"
EARLIER, NEWEST = "0001", "0002"

_OPEN = """
import sys
from pathlib import Path
from lcdesk.model.store import schema
from lcdesk.model.store.database import Database
schema.STEPS, schema.HEAD = Path(sys.argv[1]), sys.argv[2]
Database.open(Path(sys.argv[3])).close()
"""


def make_earlier(file: Path) -> None:
    """An empty store as the earlier lcdesk made it."""
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    config.set_main_option("version_locations", str(STEPS))
    config.set_main_option("path_separator", "newline")
    engine = create_engine(f"sqlite:///{file}")
    with engine.connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, EARLIER)
    engine.dispose()


def know_the_steps(patch: pytest.MonkeyPatch, steps: Path = STEPS, newest: str = NEWEST) -> None:
    """From here on this program's own steps are the made-up ones."""
    patch.setattr(schema, "STEPS", steps)
    patch.setattr(schema, "HEAD", newest)


def program_that_opens(file: Path) -> Sequence[str]:
    """The command of a process of its own that knows the steps, opens the store and ends."""
    return [sys.executable, "-c", _OPEN, str(STEPS), NEWEST, str(file)]
