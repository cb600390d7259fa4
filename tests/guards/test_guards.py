"""The guards catch what they are for, and let pass what is fine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.keyring_backend import file_keyring_environment
from tests.guards import leftovers, network


@pytest.mark.leaves_running
def test_a_running_timer_is_found(qapp: object) -> None:
    timer = QTimer()
    timer.setObjectName("left")
    timer.start(1_000)
    assert [line.partition(",")[0] for line in leftovers._active_timers()] == ["QTimer 'left'"]
    assert not timer.isActive()


@pytest.mark.leaves_running
def test_a_running_thread_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "_PATIENCE_MS", 10)
    stop = threading.Event()
    before = set(threading.enumerate())
    thread = threading.Thread(target=stop.wait, name="left")
    thread.start()
    assert leftovers._running_threads(before) == ["thread 'left'"]
    stop.set()
    thread.join()


@pytest.mark.leaves_running
def test_a_running_qthread_is_found(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr(leftovers, "_PATIENCE_MS", 10)
    thread = QThread()
    thread.setObjectName("left")
    thread.start()
    assert [line.partition(",")[0] for line in leftovers._running_qthreads()] == ["QThread 'left'"]
    thread.wait()


def test_what_ends_in_time_is_fine(qtbot: QtBot) -> None:
    threading.Thread(target=time.sleep, args=(0.02,)).start()
    timer = QTimer()
    timer.setSingleShot(True)
    with qtbot.waitSignal(timer.timeout):
        timer.start(1)


class _Circular(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.myself = self
        self.timer = QTimer(self)
        self.timer.start(10)


def test_a_widget_that_only_a_cycle_keeps_is_fine(qtbot: QtBot) -> None:
    _Circular()


def test_another_machine_is_refused_and_noted() -> None:
    with pytest.raises(OSError, match="unreachable"):
        socket.create_connection(("8.8.8.8", 53))
    with pytest.raises(socket.gaierror):
        socket.create_connection(("caldav.icloud.com", 443))
    assert network._attempts == ["8.8.8.8", "caldav.icloud.com"]
    network._attempts.clear()


@pytest.mark.parametrize("host", ["nowhere.invalid", "192.0.2.1", "2001:db8::1"])
def test_what_stands_for_elsewhere_is_refused_only(host: str) -> None:
    with pytest.raises(OSError, match=r"unreachable|not known"):
        socket.create_connection((host, 443))


def test_this_machine_is_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(("localhost", server.getsockname()[1])),
    ):
        pass


def test_home_and_keyring_are_the_tests_own(home: Path) -> None:
    assert Path.home() == home
    assert list(home.iterdir()) == []
    keyring.set_password("service", "name", "secret")
    assert keyring.get_password("service", "name") == "secret"


@pytest.mark.parametrize("_", [1, 2])
def test_the_keyring_is_empty_at_first(_: int) -> None:
    assert keyring.get_password("service", "name") is None
    keyring.set_password("service", "name", "secret")


def test_processes_share_a_keyring_file(tmp_path: Path) -> None:
    environment = os.environ | file_keyring_environment(tmp_path / "keyring.json")

    def run(program: str) -> str:
        command = [sys.executable, "-c", f"import keyring; {program}"]
        return subprocess.run(
            command, env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout

    run("keyring.set_password('service', 'name', 'geheim ü')")
    assert run("print(keyring.get_password('service', 'name'))") == "geheim ü\n"
    run("keyring.delete_password('service', 'name')")
    assert run("print(keyring.get_password('service', 'name'))") == "None\n"
