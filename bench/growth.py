"""How a first sync and a pass that finds nothing new grow with the number of events.

In front of the tests' look-alike of iCloud: Radicale's own cost of a request grows faster than
the calendar (3 s for a listing of 10,000 events, 168 s for 100,000), and would be all there is
to see. `EVENTS=10000` leaves out what is larger.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Figure, events_asked_for, exponent, say
from bench.look_alike import look_alike
from bench.relay import relay
from bench.sync import ROUNDS, Inside, Taken, workspace
from tests.servers import Account

SIZES = (1_000, 10_000, 100_000)


def run() -> list[Figure]:
    """Each size with a server and a workspace of its own."""
    most = events_asked_for(SIZES[-1])
    first: dict[int, Taken] = {}
    calm: dict[int, Taken] = {}
    for size in SIZES:
        if size <= most:
            with TemporaryDirectory() as folder, look_alike(size) as server:
                first[size], calm[size] = read_twice(server, Path(folder) / "inside")
    return tell(first, calm)


def read_twice(server: Account, folder: Path) -> tuple[Taken, Taken]:
    """The first sync into a new workspace, and the middle one of the passes after it."""
    with relay(server) as line:
        client = Inside(line, workspace(folder, line.account))
        first = client.run()
        client.ask("ahead")
        later = sorted((client.run() for _ in range(ROUNDS)), key=lambda run: run.wall)
        client.close()
    return first, later[len(later) // 2]


def tell(first: dict[int, Taken], calm: dict[int, Taken]) -> list[Figure]:
    """Each size in a line, and the power of the number of events that fits best."""
    figures: list[Figure] = []
    for title, taken in (("First sync", first), ("A pass that finds nothing new", calm)):
        lines = [f"{size:7,} events  {run}" for size, run in taken.items()]
        if len(taken) > 1:
            wall = exponent({size: run.wall for size, run in taken.items()})
            cpu = exponent({size: run.cpu for size, run in taken.items()})
            lines.append(f"grows with the power {wall:.2f} on the wall, {cpu:.2f} of CPU")
            beside = "the power of the number of events"
            figures.append(Figure(f"{title} as a calendar grows", cpu, "", 1.05, beside))
        say(f"{title} as the calendar grows (in a running process)", *lines)
    return figures
