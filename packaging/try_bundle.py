"""Try dist/lcdesk as a person would, without a display: version, doctor, help in German, and
the window.

    python packaging/try_bundle.py dist/lcdesk/lcdesk

The window is known to be there when a second start finds it, which then ends by itself.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 60.0  # seconds; a cold start from a slow disk


def main(bundle: Path) -> int:
    """The exit status: 0 if everything ran."""
    with tempfile.TemporaryDirectory() as folder:
        lcdesk = [str(bundle.resolve()), "--data", folder]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        for words in (["--version"], ["doctor"]):
            subprocess.run([*lcdesk, *words], env=environment, check=True, timeout=PATIENCE)
        _try_german(lcdesk, environment)
        try_window(lcdesk, environment, Path(folder))
    return 0


def _try_german(lcdesk: list[str], environment: dict[str, str]) -> None:
    """The translations of the command line came along."""
    german = environment | {"LC_ALL": "de_DE.UTF-8"}
    told = subprocess.run(
        [*lcdesk, "--help"], env=german, check=True, timeout=PATIENCE, capture_output=True
    )
    if b"Aufruf" not in told.stdout:
        raise SystemExit("The bundle does not speak German in a terminal.")


def try_window(lcdesk: list[str], environment: dict[str, str], data: Path) -> None:
    """Open it over a data folder, find it by a second start, end it as the system would."""
    with subprocess.Popen(lcdesk, env=environment, stderr=subprocess.DEVNULL) as window:
        try:
            _await_start(window, data / "lcdesk.lock")
            subprocess.run(lcdesk, env=environment, check=True, timeout=PATIENCE)
        finally:
            window.terminate()
            status = window.wait(PATIENCE)
    if status != 0:
        raise SystemExit(f"The window closed with status {status}.")
    print("window     opened and closed", flush=True)


def _await_start(window: subprocess.Popen[bytes], lock: Path) -> None:
    end = time.monotonic() + PATIENCE
    while window.poll() is None and time.monotonic() < end and not lock.exists():
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
