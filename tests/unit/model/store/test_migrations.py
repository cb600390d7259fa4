"""Files made by older versions are brought up to date, and keep what is in them."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lcdesk.model.domain.errors import StoreError
from lcdesk.model.store.database import Database
from lcdesk.model.store.schema import copies_of, version_of
from tests.earlier_store import EARLIER, NEWEST, STEPS, know_the_steps, make_earlier

BROKEN = '''"""A step that fails after it has changed something."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute("DELETE FROM calendar")
    raise RuntimeError("stopped here")
'''


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lcdesk.sqlite3"


def rows(file: Path, query: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(file)) as raw:
        return raw.execute(query).fetchall()


def add_calendars(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("INSERT INTO calendar (name, tint) VALUES ('Hall', '039be5'), ('Gym', NULL)")


def test_a_file_of_an_earlier_version_is_migrated_and_keeps_its_data(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_earlier(file)
    add_calendars(file)
    know_the_steps(monkeypatch)
    Database.open(file).close()
    assert version_of(file) == NEWEST
    assert rows(file, "SELECT name, colour FROM calendar") == [("Hall", "#039be5"), ("Gym", "")]
    (copy,) = copies_of(file)
    assert copy.name.startswith(f"lcdesk-{EARLIER}-"), "a copy of before is kept"
    assert version_of(copy) == EARLIER
    assert rows(copy, "SELECT name, tint FROM calendar") == [("Hall", "039be5"), ("Gym", None)]


def test_a_file_that_is_up_to_date_is_not_copied(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_earlier(file)
    know_the_steps(monkeypatch)
    for _ in range(2):
        Database.open(file).close()
    assert len(copies_of(file)) == 1


def test_a_step_that_fails_leaves_the_file_as_it_was(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_earlier(file)
    add_calendars(file)
    steps = tmp_path / "50% done: steps"
    shutil.copytree(STEPS, steps)
    (steps / "0003_broken.py").write_text(BROKEN)
    know_the_steps(monkeypatch, steps, "0003")
    with pytest.raises(RuntimeError, match="stopped here"):
        Database.open(file)
    assert version_of(file) == EARLIER
    assert rows(file, "SELECT name, tint FROM calendar") == [("Hall", "039be5"), ("Gym", None)]


@pytest.mark.parametrize("version", ["0001", "0012", "0019"])
def test_a_file_from_before_the_first_release_is_refused_and_left_alone(
    file: Path, version: str
) -> None:
    """Its tables were others; taken for this schema, or for a newer one, it would mislead."""
    Database.open(file).close()
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", (version,))
    before = file.read_bytes()
    with pytest.raises(StoreError, match="before the first release") as refused:
        Database.open(file)
    assert refused.value.code == "STORE_IS_OLDER"
    assert file.read_bytes() == before
    assert copies_of(file) == []
