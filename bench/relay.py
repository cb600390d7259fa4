"""Counts what passes between a client and a server, the same for every client.

Bytes are passed on as they come. In front of a server on loopback that costs a client some
microseconds a request, and its CPU is the bench's own.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from socketserver import BaseRequestHandler, ThreadingTCPServer
from urllib.parse import urlsplit

from tests.servers import Account

_AT_ONCE = 1 << 16
_LONGEST_LINE = 4_096  # of a request; kept from one piece to the next
_REQUEST = re.compile(rb"[A-Z]{3,12} \S+ HTTP/1\.[01]\r\n")


@dataclass(frozen=True, slots=True)
class Traffic:
    """Requests, and bytes with their heads, as they lie on the line."""

    requests: int = 0
    sent: int = 0
    read: int = 0

    def since(self, before: Traffic) -> Traffic:
        """What came after."""
        return Traffic(
            self.requests - before.requests, self.sent - before.sent, self.read - before.read
        )


class Relay(ThreadingTCPServer):
    """Passes everything on to a server."""

    daemon_threads = True

    def __init__(self, server: Account) -> None:
        parts = urlsplit(server.url)
        self.goal = (parts.hostname or "", parts.port or 80)
        self._guard = threading.Lock()
        self._requests = self._sent = self._read = 0
        super().__init__(("127.0.0.1", 0), _Line)
        self.account = server.at(f"http://127.0.0.1:{self.server_address[1]}/")

    @property
    def traffic(self) -> Traffic:
        """All of it so far."""
        with self._guard:
            return Traffic(self._requests, self._sent, self._read)

    def note(self, *, requests: int = 0, sent: int = 0, read: int = 0) -> None:
        """Count what has passed."""
        with self._guard:
            self._requests += requests
            self._sent += sent
            self._read += read


class _Line(BaseRequestHandler):
    """One connection: this thread passes questions on, another one the answers."""

    server: Relay

    def handle(self) -> None:
        with socket.create_connection(self.server.goal) as there:
            answers = threading.Thread(target=self._answer, args=(there,))
            answers.start()
            self._ask(there)
            answers.join()

    def _ask(self, there: socket.socket) -> None:
        rest = b""
        for piece in _pieces(self.request, there):
            seen = rest + piece
            found = list(_REQUEST.finditer(seen))
            self.server.note(requests=len(found), sent=len(piece))
            rest = seen[found[-1].end() if found else 0 :][-_LONGEST_LINE:]

    def _answer(self, there: socket.socket) -> None:
        for piece in _pieces(there, self.request):
            self.server.note(read=len(piece))


def _pieces(source: socket.socket, goal: socket.socket) -> Iterator[bytes]:
    """What comes from one side; passed on to the other when the next one is asked for."""
    with suppress(OSError):  # a side that closes ends the line
        while piece := source.recv(_AT_ONCE):
            yield piece
            goal.sendall(piece)
    for side in (source, goal):
        with suppress(OSError):
            side.shutdown(socket.SHUT_RD if side is source else socket.SHUT_WR)


@contextmanager
def relay(server: Account) -> Iterator[Relay]:
    """A line to the server that is looked at; clients use its `account`."""
    made = Relay(server)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        thread.join()
        made.server_close()
