"""A polite signal ends the window soon, whatever the sync waits for, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lcdesk.demo.practice import practice_server
from lcdesk.model.commands.accounts import add_account
from lcdesk.model.domain.accounts import Provider
from lcdesk.paths import Paths
from lcdesk.sync.secrets import secret_key
from tests.desk import Desk
from tests.fakes.keyring_backend import file_keyring_environment
from tests.servers import EMAIL, PASSWORD

POLITE = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP]
PATIENCE = 60.0  # to be ready; on a busy machine
ENDS_WITHIN = 10.0  # less than a server or a name that does not answer is waited for
SESSION_WAITS = 2.0  # for a window, before it is killed


@contextmanager
def running(*words: object, more: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """lcdesk as a program of its own, on a screen that nobody sees."""
    command = [sys.executable, "-m", "lcdesk", *map(str, words)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()


@pytest.fixture
def silent_server() -> Iterator[socket.socket]:
    """Takes connections and says nothing until the test is over."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        yield server


@pytest.mark.parametrize("polite", POLITE)
def test_window_that_is_told_to_end_waited_for_its_server(
    tmp_path: Path, silent_server: socket.socket, polite: signal.Signals
) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    more = connected(data, f"http://127.0.0.1:{silent_server.getsockname()[1]}/")
    with running("--data", data, more=more) as process:
        connection, _ = silent_server.accept()
        with connection:
            process.send_signal(polite)
            assert process.wait(SESSION_WAITS) == 0
    desk = Desk(data)
    assert desk.database.integrity() == []
    desk.close()


def connected(data: Path, server: str) -> dict[str, str]:
    """An account on this server, and the environment with its password."""
    desk = Desk(data)
    ana = desk.staff("Ana")
    with desk.database.write() as tx:
        made = add_account(tx, provider=Provider.CALDAV, email=EMAIL, staff=ana.id, server=server)
    desk.close()
    keyring = data.with_name("keyring")
    key = secret_key(made.provider, made.email, made.id)
    keyring.write_text(json.dumps({"lcdesk": {key: PASSWORD}}))
    return file_keyring_environment(keyring)


def test_window_on_a_fresh_folder_makes_its_store_and_ends(tmp_path: Path, qtbot: QtBot) -> None:
    paths = Paths(tmp_path / "data")
    with running("--data", paths.data, more={}) as process:
        qtbot.waitUntil(paths.database.exists, timeout=60_000)
        process.send_signal(signal.SIGTERM)
        assert process.wait(ENDS_WITHIN) == 0


@pytest.mark.parametrize("polite", POLITE)
def test_practice_that_was_ended_while_it_was_made_left_its_server_running(
    tmp_path: Path, polite: signal.Signals
) -> None:
    with running("--demo", more={"TMPDIR": str(tmp_path)}) as process:
        assert process.stderr is not None
        assert "Preparing" in process.stderr.readline()
        process.send_signal(polite)
        assert process.wait(PATIENCE) in {0, 130}
    assert list(tmp_path.iterdir()) == []


def test_practice_server_waited_for_a_connection_that_was_left_open(tmp_path: Path) -> None:
    with ExitStack() as stack:
        address = stack.enter_context(practice_server(tmp_path, {"ana": "secret"}))
        port = int(address.rstrip("/").rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\n")  # and never the rest
            begun = time.monotonic()
            stack.close()
            assert time.monotonic() - begun < ENDS_WITHIN
