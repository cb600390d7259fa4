"""The tests' iCloud look-alike as a process of its own, with a full calendar.

    python -m bench.look_alike EVENTS

Prints its address and answers until its standard input ends. What it does for a request costs
the same however many events it holds, so that growth which shows in front of it is the client's.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from bench.calendars import NAME
from bench.events import event_text
from tests.fakes.icloud.server import ICloud
from tests.fakes.loopback import LoopbackServer, Reply, Seen
from tests.servers import Account


@contextmanager
def look_alike(events: int) -> Iterator[Account]:
    """The account on a look-alike with so many events in the calendar `bench`."""
    with subprocess.Popen(
        [sys.executable, "-m", "bench.look_alike", str(events)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        yield Account(url, ICloud(_now).home.path, pid=process.pid)
        process.communicate()


def _now() -> datetime:
    return datetime.now(UTC)


def _serve(events: int) -> None:
    icloud = ICloud(_now)
    path = icloud.home.add(NAME)
    for number in range(events):
        uid, text = event_text(number)
        icloud.home.put(f"{path}{uid}.ics", text)

    def answer(seen: Seen) -> Reply:
        """Whatever address the client knows it by is the account's host."""
        host = f"http://{seen.headers['host']}"
        icloud.root = icloud.pool = host
        icloud.hosts = {host}
        return icloud.answer(host, seen)

    with LoopbackServer(answer) as server:
        print(server.url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
