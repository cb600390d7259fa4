"""What lies in the store's place: nothing, an older store twice at once, a cut or foreign file."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from lcdesk.model.domain.errors import StoreDamaged, StoreError
from lcdesk.model.store import schema
from lcdesk.model.store.database import Database
from lcdesk.model.store.schema import copies_of, version_of
from tests.earlier_store import (
    EARLIER,
    NEWEST,
    know_the_steps,
    make_earlier,
    program_that_opens,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lcdesk.sqlite3"


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def start_both(words: Sequence[str]) -> None:
    """Two programs, each with locks of its own; which of them comes first differs."""
    both = [subprocess.Popen(words, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [version.communicate(timeout=120)[1] for version in both]
    assert [version.returncode for version in both] == [0, 0], said


def test_two_first_starts_at_once_make_one_store(file: Path) -> None:
    for _ in range(3):
        for old in file.parent.iterdir():
            old.unlink()
        start_both([sys.executable, "-m", "lcdesk", "--data", str(file.parent), "account", "list"])
        assert version_of(file) == schema.HEAD
        assert copies_of(file) == []


def test_two_starts_at_once_migrate_an_older_store_once(file: Path) -> None:
    for _ in range(3):
        for old in file.parent.iterdir():
            old.unlink()
        make_earlier(file)
        start_both(program_that_opens(file))
        assert version_of(file) == NEWEST
        assert len(copies_of(file)) == 1, "one migrated, the other waited"


def test_half_copy_of_an_interrupted_start_is_replaced(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_earlier(file)
    part = file.with_name("lcdesk-copy.part")
    part.write_bytes(b"half a copy" * 1000)
    know_the_steps(monkeypatch)
    Database.open(file).close()
    (copy,) = copies_of(file)
    assert version_of(copy) == EARLIER
    assert not part.exists()


def test_interrupted_first_start_begins_anew(file: Path) -> None:
    file.with_name("lcdesk.sqlite3.new").write_bytes(b"half a store" * 1000)
    Database.open(file).close()
    assert version_of(file) == schema.HEAD
    assert not file.with_name("lcdesk.sqlite3.new").exists()


def test_copies_are_private_and_only_the_newest_stay(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_earlier(file)
    know_the_steps(monkeypatch)
    for day in range(5):
        file.with_name(f"lcdesk-0000-2026010{day}-120000.sqlite3").touch()
    unrelated = file.with_name("lcdesk-notes.sqlite3")
    unrelated.touch()
    Database.open(file).close()
    names = [copy.name[:20] for copy in copies_of(file)]
    assert names[:2] == ["lcdesk-0000-20260103", "lcdesk-0000-20260104"]
    assert len(names) == schema.KEPT_COPIES
    assert mode(copies_of(file)[-1]) == 0o600
    assert mode(file.with_name("lcdesk.sqlite3.lock")) == 0o600
    assert unrelated.exists()


def test_two_copies_in_one_second_have_two_names(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    know_the_steps(monkeypatch)
    for _ in range(2):
        file.unlink(missing_ok=True)
        make_earlier(file)
        Database.open(file).close()
    assert len(copies_of(file)) == 2


@pytest.mark.parametrize("size", [0, 1, 99])
def test_store_that_was_cut_is_said(file: Path, size: int) -> None:
    Database.open(file).close()
    os.truncate(file, size)
    with pytest.raises(StoreDamaged, match="content is lost"):
        Database.open(file)
    assert file.stat().st_size == size


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_file_of_another_program_is_refused_and_untouched(file: Path, journal: str) -> None:
    with closing(sqlite3.connect(file)) as other, other:
        other.execute(f"PRAGMA journal_mode={journal}")
        other.execute("CREATE TABLE staff (name TEXT)")
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
    file.chmod(0o644)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Database.open(file)
    assert file.read_bytes() == before
    assert mode(file) == 0o644


def test_a_link_to_a_disk_that_is_not_there_is_no_first_start(file: Path) -> None:
    target = file.parent / "disk" / "lcdesk.sqlite3"
    file.symlink_to(target)
    with pytest.raises(StoreError, match="is not there"):
        Database.open(file)
    assert file.readlink() == target
    assert not target.parent.exists()


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_refused(file: Path, make: Callable[[Path], None]) -> None:
    make(file)
    with pytest.raises(StoreError, match="is no file"):
        Database.open(file)
