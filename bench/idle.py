"""What lcdesk costs while nobody touches it: its CPU, and how often its threads wake.

The window stands open on practice data, whose calendars are read every 90 seconds as in use, which
is more often than in the tray. `SECONDS=120` looks for a shorter time. Only Linux counts wake-ups
for each thread.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Figure, environment_of_programs, say

SECONDS = 600
SETTLES_IN_SECONDS = 60  # the first pass, and the weeks that are read ahead after it


@dataclass(frozen=True, slots=True)
class Effort:
    """What a process has taken since its start: seconds of CPU, and wake-ups by thread."""

    cpu: float
    wakes: dict[str, int]


def run() -> list[Figure]:
    """Leave it alone and look twice."""
    if sys.platform != "linux":
        return []
    seconds = int(os.environ.get("SECONDS", SECONDS))
    with lcdesk_on_practice_data() as process:
        time.sleep(SETTLES_IN_SECONDS)
        before = effort_of(process.pid)
        time.sleep(seconds)
        after = effort_of(process.pid)
    share = (after.cpu - before.cpu) / seconds * 100
    wakes = {name: after.wakes[name] - before.wakes.get(name, 0) for name in after.wakes}
    say(
        f"Idle for {seconds} seconds, the window open",
        f"CPU of one core  {share:.2f} %",
        *(
            f"wake-ups of {name:16} {count / seconds:6.2f} a second"
            for name, count in wakes.items()
        ),
    )
    return [
        Figure("idle, CPU of one core", share, "%", 0.5, "what nobody notices"),
        Figure("idle, wake-ups a second", sum(wakes.values()) / seconds, "/s", 1.0, "a clock"),
    ]


@contextmanager
def lcdesk_on_practice_data() -> Iterator[subprocess.Popen[bytes]]:
    """The program as people start it, on a screen that nobody sees."""
    with TemporaryDirectory() as folder:
        environment = environment_of_programs() | {
            "QT_QPA_PLATFORM": "offscreen",
            "TMPDIR": folder,
        }
        command = [sys.executable, "-m", "lcdesk", "--demo"]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
            try:
                yield process
            finally:
                process.terminate()


def effort_of(process: int) -> Effort:
    """What the system has counted; threads of one name are counted together."""
    folder = Path("/proc", str(process))
    fields = (folder / "stat").read_text().rpartition(")")[2].split()
    cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    wakes: dict[str, int] = {}
    for thread in (folder / "task").iterdir():
        status = dict(line.split(":", 1) for line in (thread / "status").read_text().splitlines())
        name = status["Name"].strip()
        count = int(status["voluntary_ctxt_switches"])
        wakes[name] = wakes.get(name, 0) + count
    return Effort(cpu, wakes)
