"""A display that is named but dead: a sentence and a status, and nothing goes on running."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lcdesk.app.start import what_is_missing

DEAD = ":4917"  # nobody counts displays that far
ENDS_WITHIN_SECONDS = 60
ABORTS = """
import os, sys
from pathlib import Path
from lcdesk.demo.practice import practice_server
with practice_server(Path(sys.argv[1]), {"ana": "secret"}) as address:
    print(address, flush=True)
    sys.stdin.readline()
    os._exit(134)  # as Qt does where it reaches no display
"""


def environment(**more: str) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return kept | more


def is_taken(port: int) -> bool:
    """Whether somebody answers there; a line that is cut at once is an answer too."""
    try:
        with socket.create_connection(("127.0.0.1", port), ENDS_WITHIN_SECONDS) as line:
            return has_hung_up(line)
    except ConnectionRefusedError:
        return False


def has_hung_up(server: socket.socket) -> bool:
    """Waits for it: with a goodbye, or without one."""
    try:
        return server.recv(1) == b""
    except ConnectionResetError:
        return True


@pytest.mark.parametrize("words", [["--demo"], []])
@pytest.mark.parametrize("named", [{"DISPLAY": DEAD}, {"WAYLAND_DISPLAY": "wayland-4917"}])
def test_dead_display_aborted_lcdesk(
    tmp_path: Path, words: list[str], named: dict[str, str]
) -> None:
    command = [sys.executable, "-m", "lcdesk", "--data", str(tmp_path / "data"), *words]
    ended = subprocess.run(
        command,
        env=environment(XDG_RUNTIME_DIR=str(tmp_path), **named),
        capture_output=True,
        text=True,
        timeout=ENDS_WITHIN_SECONDS,
        check=False,
    )
    (name,) = named.values()
    assert ended.returncode == 1
    assert f"The display {name} cannot be reached, so the window cannot open." in ended.stderr
    assert not (tmp_path / "data").exists()


def test_practice_server_went_on_after_lcdesk_was_aborted(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ABORTS, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as lcdesk:
        assert lcdesk.stdin is not None
        assert lcdesk.stdout is not None
        port = int(lcdesk.stdout.readline().strip().rstrip("/").rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), ENDS_WITHIN_SECONDS) as server:
            lcdesk.stdin.write("\n")
            lcdesk.stdin.flush()
            assert lcdesk.wait(ENDS_WITHIN_SECONDS) == 134
            assert has_hung_up(server)  # when it ends
        deadline = time.monotonic() + ENDS_WITHIN_SECONDS
        while is_taken(port):  # the line that listens may be cut a moment after the others
            assert time.monotonic() < deadline


def test_display_that_answers_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XAUTHORITY"):
        monkeypatch.delenv(name, raising=False)
    xvfb = shutil.which("Xvfb")
    assert xvfb is not None, "packaging/system_libraries.py names it"
    reading, writing = os.pipe()
    # Without -noreset it begins anew after each last visitor, and is not there for a moment.
    command = [xvfb, "-noreset", "-displayfd", str(writing), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            monkeypatch.setenv("DISPLAY", f":{number}")
            assert what_is_missing() == ""
            monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-4917")
            assert what_is_missing() == ""
        finally:
            server.terminate()
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert "cannot be reached" in what_is_missing()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert what_is_missing() == ""
