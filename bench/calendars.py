"""A Radicale whose calendar is full from the start, and changes to it over HTTP."""

from __future__ import annotations

import http.client
import json
import random
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from bench.events import event_text
from tests.servers import EMAIL, Account, radicale

NAME = "bench"
# One request for everything, as some programs make it, is refused beyond this many otherwise.
_SETTINGS = ("[reporting]", "max_expand_occurrence = 1000000")
_LIST = (
    b'<?xml version="1.0"?><sync-collection xmlns="DAV:"><sync-token/>'
    b"<sync-level>1</sync-level><prop><getetag/></prop></sync-collection>"
)


@contextmanager
def full_server(folder: Path, events: int) -> Iterator[Account]:
    """A server with so many events in the calendar `bench`, and its own cache filled."""
    objects = folder / "collections" / "collection-root" / EMAIL / NAME
    objects.mkdir(parents=True)
    for number in range(events):
        uid, text = event_text(number)
        (objects / f"{uid}.ics").write_bytes(text.encode())
    properties = {"tag": "VCALENDAR", "D:displayname": NAME}
    (objects / ".Radicale.props").write_text(json.dumps(properties))
    with radicale(folder, *_SETTINGS) as server:
        _ask(server, "REPORT", server.calendar(NAME), _LIST)
        yield server


def change(server: Account, events: int, count: int, *, turn: int) -> None:
    """Give so many of the events another title."""
    for number in random.Random(turn).sample(range(events), count):
        uid, text = event_text(number)
        changed = text.replace("SUMMARY:", f"SUMMARY:{turn} ")
        _ask(server, "PUT", f"{server.calendar(NAME)}{uid}.ics", changed.encode())


def _ask(server: Account, method: str, path: str, body: bytes) -> None:
    parts = urlsplit(server.url)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=3600)
    pair = b64encode(f"{server.email}:{server.password}".encode()).decode()
    kind = "text/calendar" if method == "PUT" else "application/xml"
    line.request(method, path, body, {"Authorization": f"Basic {pair}", "Content-Type": kind})
    answer = line.getresponse()
    answer.read()
    line.close()
    assert answer.status in (201, 204, 207), answer.status
