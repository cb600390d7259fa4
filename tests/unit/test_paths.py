"""The data folder's mode."""

from __future__ import annotations

import stat
from pathlib import Path

from lcdesk.paths import Paths


def mode(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def test_a_new_or_empty_folder_becomes_its_owner_s_only(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir(mode=0o755)
    for folder in (tmp_path / "new" / "inner", empty):
        Paths(folder).prepare()
        assert mode(folder) == 0o700


def test_a_folder_that_holds_other_things_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "letters").mkdir()
    Paths(tmp_path).prepare()
    assert mode(tmp_path) == 0o755


def test_two_folders_have_two_instances(tmp_path: Path) -> None:
    names = {Paths(tmp_path / folder).instance_name for folder in ("a", "b", "a")}
    assert len(names) == 2
