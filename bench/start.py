"""From the start of the process to a painted window, against the least that PySide6 takes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Cost, Figure, environment_of_programs, median, say
from bench.stores import full_store

EVENTS = 10_000
ROUNDS = 9
_BARE = "the CPU of a bare PySide6 window"


def run() -> list[Figure]:
    """Both in turn, so that whatever else the machine does meets both."""
    with TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        workspace.mkdir()
        full_store(workspace / "lcdesk.sqlite3", EVENTS).close()
        environment = _environment(Path(folder) / "bytecode")
        commands = {"bare": ["bare"], "lcdesk": ["lcdesk", str(workspace)]}
        for words in commands.values():
            _watched(words, environment)  # leaves the bytecode behind, as an installation does
        costs: dict[str, list[Cost]] = {}
        for _ in range(ROUNDS):
            for name, words in commands.items():
                for moment, cost in _watched(words, environment).items():
                    costs.setdefault(f"{name} {moment}", []).append(cost)
    bare, painted, filled, read = (
        _middle(costs[name])
        for name in ("bare painted", "lcdesk painted", "lcdesk filled", "lcdesk read")
    )
    say(
        f"Start on a store of {EVENTS:,} events (median of {ROUNDS}, in turn)",
        f"bare PySide6 window, painted       {_line(bare)}",
        f"lcdesk, window painted             {_line(painted)}",
        f"lcdesk, week as it was left        {_line(filled)}",
        f"lcdesk, week read from the store   {_line(read)}",
        f"ratio painted / bare: {_ratio(painted, bare)}",
        f"ratio filled / bare:  {_ratio(filled, bare)}",
        f"ratio read / bare:    {_ratio(read, bare)}",
    )
    return [
        Figure("start, a painted window", painted.cpu / bare.cpu, "×", 1.5, _BARE),
        Figure("start, the week as it was left", filled.cpu / bare.cpu, "×", 2.0, _BARE),
        Figure("start, the week read from the store", read.cpu / bare.cpu, "×", 2.0, _BARE),
    ]


def _watched(words: list[str], environment: dict[str, str]) -> dict[str, Cost]:
    command = [sys.executable, "-m", "bench.stopwatch", *words]
    done = subprocess.run(
        command,
        env=environment | {"BEGAN": repr(time.monotonic())},
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # the offscreen platform remarks on every window
    )
    return {moment: Cost(*cost) for moment, cost in json.loads(done.stdout).items()}


def _environment(bytecode: Path) -> dict[str, str]:
    """The same for both: no screen, no keyring, bytecode kept between the runs."""
    return environment_of_programs() | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPYCACHEPREFIX": str(bytecode),
    }


def _middle(costs: list[Cost]) -> Cost:
    return Cost(median([cost.wall for cost in costs]), median([cost.cpu for cost in costs]))


def _line(cost: Cost) -> str:
    return f"{cost.wall * 1000:5.0f} ms wall  {cost.cpu * 1000:5.0f} ms CPU"


def _ratio(one: Cost, other: Cost) -> str:
    return f"{one.wall / other.wall:.2f} wall, {one.cpu / other.cpu:.2f} CPU"
