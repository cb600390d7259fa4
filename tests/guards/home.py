"""A home of its own for every test: nothing outside a temporary folder is read or written."""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

# Short, because the paths of local sockets may not be longer than 108 bytes.
_session_folder = Path(tempfile.mkdtemp(prefix="lcdesk-"))
_numbers = itertools.count(1)


def settle_environment() -> None:
    """Set what must hold before Qt and keyring are imported, and in every subprocess."""
    atexit.register(shutil.rmtree, _session_folder, ignore_errors=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("PYTHON_KEYRING_BACKEND", "tests.fakes.keyring_backend.MemoryKeyring")
    # One language and one zone everywhere. The zone has clock changes and is not UTC, so that
    # a confusion of local time and UTC shows.
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["TZ"] = "Europe/Madrid"
    if hasattr(time, "tzset"):
        time.tzset()  # this process has read its zone already
    # A shell's background ignores interrupts, and would hand that on to what tests interrupt.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # The session bus leads to the notifications, the tray and the keyring of the person here.
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    runtime = _session_folder / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    for name, value in _folders(_session_folder / "home").items():
        os.environ[name] = value


def _folders(home: Path) -> dict[str, str]:
    home.mkdir(mode=0o700)
    return {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
    }


@pytest.fixture(autouse=True)
def home() -> Iterator[Path]:
    """An empty home folder; the folders of lcdesk are inside it, and so is the keyring empty."""
    folder = _session_folder / f"home-{next(_numbers)}"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in _folders(folder).items():
            patch.setenv(name, value)
        _empty_memory_keyring()
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


def _empty_memory_keyring() -> None:
    backend = sys.modules.get("tests.fakes.keyring_backend")
    if backend is not None:
        backend.MemoryKeyring.passwords.clear()
