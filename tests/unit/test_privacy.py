"""What others may read or change of lcdesk's files is closed, and `doctor` says what it found."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from lcdesk import paths
from lcdesk.cli import main
from lcdesk.paths import Access, Exposure, Paths, access_of_others
from tests.command_line import CommandLine, workspace

OURS = (
    "lcdesk.sqlite3-wal",
    "lcdesk.sqlite3-shm",
    "lcdesk.sqlite3.new",
    "lcdesk-0015-20261129-120000.sqlite3",
    "lcdesk-copy.part",
    "lcdesk.lock",
    "account-1.lock",
    "lcdesk.log",
    "lcdesk.log.1",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder as it should be, in one that only its owner can change."""
    made = tmp_path / "data"
    made.mkdir(mode=0o700)
    for name in ("lcdesk.sqlite3", *OURS):
        (made / name).touch(0o600)
    return made


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "data", capsys)
    assert line.load(workspace()).status == 0
    return line


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def data_folder(run: CommandLine) -> tuple[str, str]:
    checks: list[dict[str, Any]] = run("doctor", "--json").document["checks"]
    (found,) = [check for check in checks if check["name"] == "data folder"]
    return found["state"], found["detail"]


def test_what_is_private_is_left_alone(folder: Path) -> None:
    assert Paths(folder).prepare() == []


@pytest.mark.parametrize("name", ["lcdesk.sqlite3", *OURS])
@pytest.mark.parametrize(
    ("wide", "access"),
    [(0o644, Access.READ), (0o604, Access.READ), (0o602, Access.CHANGE), (0o666, Access.CHANGE)],
)
def test_file_with_a_wider_mode_is_closed(
    folder: Path, name: str, wide: int, access: Access
) -> None:
    (folder / name).chmod(wide)
    assert Paths(folder).prepare() == [Exposure(folder / name, access, is_mended=True)]
    assert mode(folder / name) == 0o600


def test_folder_that_others_may_write_to_is_closed(folder: Path) -> None:
    folder.chmod(0o777)
    assert Paths(folder).prepare() == [Exposure(folder, Access.CHANGE, is_mended=True)]
    assert mode(folder) == 0o700


def test_folder_above_in_which_others_may_swap_it(folder: Path) -> None:
    folder.parent.chmod(0o777)
    assert Paths(folder).prepare() == [Exposure(folder.parent, Access.REPLACE)]
    assert mode(folder.parent) == 0o777, "it is not ours to change"
    folder.parent.chmod(0o1777)
    assert Paths(folder).prepare() == []


def test_link_that_lies_where_others_may_swap_it(folder: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    (shared / "data").symlink_to(folder)
    assert Paths(shared / "data").prepare() == [Exposure(shared, Access.REPLACE)]


def test_nothing_is_changed_through_a_link(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter"
    other.touch()
    other.chmod(0o644)
    (folder / "account-2.lock").symlink_to(other)
    (folder / "account-3.lock").symlink_to(tmp_path / "nowhere")
    assert Paths(folder).prepare() == [Exposure(folder / "account-2.lock", Access.READ)]
    assert mode(other) == 0o644


def test_folder_that_holds_other_things_is_named_and_stays(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    tmp_path.chmod(0o777)
    assert Paths(tmp_path).prepare() == [Exposure(tmp_path, Access.CHANGE)]
    assert mode(tmp_path) == 0o777


def seen(bits: int, *, owner: int = 0, group: int = 0) -> os.stat_result:
    return os.stat_result((stat.S_IFREG | bits, 1, 1, 1, owner, group, 0, 0, 0, 0))


def test_what_belongs_to_somebody_else_can_be_changed_by_them() -> None:
    stranger = os.getuid() + 4711
    assert access_of_others(seen(0o600, owner=stranger)) is Access.CHANGE
    assert access_of_others(seen(0o600)) is None, "who administers the machine can read all"


def test_group_without_anybody_else_is_not_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_is_group_of_one", lambda group: group == 5)
    assert access_of_others(seen(0o660, group=5)) is None
    assert access_of_others(seen(0o664, group=5)) is Access.READ
    assert access_of_others(seen(0o660, group=6)) is Access.CHANGE


def test_doctor_says_what_it_found_and_that_it_was_put_right(run: CommandLine) -> None:
    assert data_folder(run) == ("ok", f"{run.folder}, for you alone")
    run.folder.chmod(0o777)
    (run.folder / "lcdesk.log.1").touch()
    (run.folder / "lcdesk.log.1").chmod(0o644)
    state, detail = data_folder(run)
    assert state == "warning"
    assert f"{run.folder} could be changed by others until now; that was put right." in detail
    assert f"{run.folder / 'lcdesk.log.1'} could be read by others until now" in detail
    assert data_folder(run)[0] == "ok"


def test_doctor_fails_where_others_may_swap_the_folder(run: CommandLine) -> None:
    run.folder.parent.chmod(0o777)
    state, detail = data_folder(run)
    assert state == "failed"
    assert detail.startswith(f"{run.folder.parent} can be changed by others. So they can put")
    assert run("doctor").status == 1


def test_what_another_command_puts_right_is_in_the_log(run: CommandLine) -> None:
    run.folder.chmod(0o755)
    assert run("account", "list").status == 0
    assert f"{run.folder} could be read by others" in (run.folder / "lcdesk.log").read_text()


def test_what_a_fresh_workspace_makes_is_its_owner_s_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert main(["--data", str(tmp_path / "new"), "account", "list"]) == 0
    finally:
        os.umask(before)
    made = list((tmp_path / "new").iterdir())
    assert {file.name for file in made} >= {"lcdesk.sqlite3", "lcdesk.sqlite3.lock"}
    assert {mode(file) for file in made} == {0o600}
    assert mode(tmp_path / "new") == 0o700
