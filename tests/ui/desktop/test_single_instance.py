"""One window for one workspace, with real processes and real sockets."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.paths import Paths
from lcdesk.ui.desktop import single_instance
from lcdesk.ui.desktop.single_instance import Claim, SingleInstance

PROJECT = Path(__file__).parents[3]


class Child:
    """Another start of the program."""

    def __init__(self, data: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.desktop.instance_child", str(data)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def line(self) -> str:
        """What it says next."""
        return _pipe(self.process.stdout).readline().strip()

    def end(self) -> None:
        """Close its input, which it takes as the sign to go."""
        _pipe(self.process.stdin).close()
        self.process.wait(timeout=30)
        _pipe(self.process.stdout).close()

    def kill(self) -> None:
        """No chance to tidy up."""
        self.process.kill()
        self.process.wait(timeout=30)


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def first(data: Path, qapp: QApplication) -> Iterator[SingleInstance]:
    made = SingleInstance(Paths(data))
    assert made.claim() is Claim.FIRST
    yield made
    made.release()


def test_the_second_start_wakes_the_first_and_ends(data: Path, qapp: QApplication) -> None:
    child = Child(data)
    assert child.line() == "first"
    assert SingleInstance(Paths(data)).claim() is Claim.WOKEN
    assert child.line() == "shown"
    child.end()


def test_the_lock_of_the_window_keeps_no_command_from_making_the_store(
    data: Path, first: SingleInstance
) -> None:
    words = [sys.executable, "-m", "lcdesk", "--data", str(data), "account", "list"]
    assert subprocess.run(words, capture_output=True, timeout=60).returncode == 0
    assert Paths(data).database.exists()


def test_the_lock_can_be_read_by_its_owner_only(data: Path, qapp: QApplication) -> None:
    before = os.umask(0)
    try:
        made = SingleInstance(Paths(data))
        made.claim()
    finally:
        os.umask(before)
    assert stat.S_IMODE((data / "lcdesk.lock").stat().st_mode) == 0o600
    made.release()


def test_a_start_in_another_process_is_heard_here(
    data: Path, first: SingleInstance, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(first.show_requested, timeout=30_000):
        child = Child(data)
    assert child.line() == "second"
    child.end()


def test_workspaces_do_not_disturb_each_other(
    tmp_path: Path, first: SingleInstance, qapp: QApplication
) -> None:
    other = SingleInstance(Paths(tmp_path / "other"))
    assert other.claim() is Claim.FIRST
    other.release()


def test_after_the_first_ends_the_next_start_is_the_first(data: Path, qapp: QApplication) -> None:
    for _ in range(2):
        instance = SingleInstance(Paths(data))
        assert instance.claim() is Claim.FIRST
        instance.release()


def test_a_killed_first_one_leaves_nothing_in_the_way(data: Path, qapp: QApplication) -> None:
    child = Child(data)
    assert child.line() == "first"
    child.kill()
    child.end()
    instance = SingleInstance(Paths(data))
    assert instance.claim() is Claim.FIRST
    instance.release()


def test_of_many_starts_at_once_exactly_one_is_the_first(data: Path) -> None:
    with ExitStack() as ending:
        children = [Child(data) for _ in range(4)]
        for child in children:
            ending.callback(child.end)
        said = sorted(child.line() for child in children)
    assert said == ["first", "second", "second", "second"]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX's")
def test_only_the_same_person_can_reach_the_socket(data: Path, first: SingleInstance) -> None:
    socket = Path(first._server.fullServerName())
    assert stat.S_IMODE(socket.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(data.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "said", [b"format the disk\n", b"x" * 200, b"", b"\xff\x00\n", b"open " + b"x" * 20_000]
)
def test_anything_but_the_known_word_is_ignored(
    first: SingleInstance, qtbot: QtBot, said: bytes
) -> None:
    knocking = QLocalSocket()
    with qtbot.assertNotEmitted(first.show_requested):
        knocking.connectToServer(first._server.serverName())
        knocking.write(said)
        knocking.flush()
        if not said:
            knocking.disconnectFromServer()
        qtbot.waitUntil(lambda: knocking.state() is QLocalSocket.LocalSocketState.UnconnectedState)


@pytest.mark.parametrize("name", ["week.ics", "odd \n%20 name ü.ics", "\udcff.ics"])
def test_a_file_is_handed_to_the_window_that_is_there(
    first: SingleInstance, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    knocking = QLocalSocket()
    with qtbot.waitSignal(first.file_requested) as heard:
        knocking.connectToServer(first._server.serverName())
        knocking.write(single_instance._message(tmp_path / name))
        knocking.flush()
    assert heard.args == [tmp_path / name]
    qtbot.waitUntil(lambda: knocking.state() is QLocalSocket.LocalSocketState.UnconnectedState)


def test_a_first_one_that_hangs_is_told_apart(
    data: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE_MS", 50)
    data.mkdir()
    held = QLockFile(str(data / "lcdesk.lock"))
    assert held.tryLock(0)
    assert SingleInstance(Paths(data)).claim() is Claim.UNANSWERED
    held.unlock()
