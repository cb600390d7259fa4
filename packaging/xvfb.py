"""An X display in memory, for as long as a window is tried on it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def display() -> Iterator[str | None]:
    """Its name, such as ":99", for DISPLAY; None where Xvfb is not installed."""
    if shutil.which("Xvfb") is None:
        yield None
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x950x24",
               "-nolisten", "tcp"]  # fmt: skip
    server = subprocess.Popen(
        command, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise OSError("Xvfb ended before it had a display.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
