"""How a first sync and a pass that finds nothing new grow with the number of events.

Radicale needs two minutes to fill in 10,000 events and half an hour for 100,000, so the last
are measured only by `EVENTS=100000 python -m bench growth`.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.calendars import full_server
from bench.figures import events_asked_for, exponent, say
from bench.relay import relay
from bench.sync import ROUNDS, Inside, Taken, workspace
from tests.servers import Account

SIZES, USUAL = (1_000, 10_000, 100_000), 10_000


def run() -> None:
    """Each size with a server and a workspace of its own."""
    most = events_asked_for(USUAL)
    first: dict[int, Taken] = {}
    calm: dict[int, Taken] = {}
    for size in SIZES:
        if size <= most:
            with (
                TemporaryDirectory() as folder,
                full_server(Path(folder) / "server", size) as server,
            ):
                first[size], calm[size] = read_twice(server, Path(folder) / "inside")
    tell(first, calm)


def read_twice(server: Account, folder: Path) -> tuple[Taken, Taken]:
    """The first sync into a new workspace, and the middle one of the passes after it."""
    with relay(server) as line:
        client = Inside(line, workspace(folder, line.account))
        first = client.run()
        client.ask("ahead")
        later = sorted((client.run() for _ in range(ROUNDS)), key=lambda one: one.wall)
        client.close()
    return first, later[len(later) // 2]


def tell(first: dict[int, Taken], calm: dict[int, Taken]) -> None:
    """Each size in a line, and the power of the number of events that fits best."""
    for title, taken in (("First sync", first), ("A pass that finds nothing new", calm)):
        lines = [f"{size:7,} events  {one}" for size, one in taken.items()]
        if len(taken) > 1:
            wall = exponent({size: one.wall for size, one in taken.items()})
            cpu = exponent({size: one.cpu for size, one in taken.items()})
            lines.append(f"grows with the power {wall:.2f} on the wall, {cpu:.2f} of CPU")
        say(f"{title} as the calendar grows (in a running process)", *lines)
