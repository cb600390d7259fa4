"""An HTTP server on loopback that answers what a test wants, wrongly if it must.

It runs in this process, logs every request, and can be late, cut short or silent. It knows no
CalDAV: tests hand it the bytes.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

XML = {"Content-Type": "application/xml; charset=utf-8"}
_PAUSE = 0.01  # between two pieces of a dripping answer


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it arrived; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer and the ways to spoil it."""

    status: int = 207
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    sent: int | None = None  # so many bytes of the body, then the line is cut
    pieces: Iterable[bytes] | None = None  # a body that drips in, without a length
    raw: bytes | None = None  # instead of everything else, dripped byte by byte
    is_silent: bool = False  # the line is cut without an answer

    @classmethod
    def multistatus(cls, inside: str, **more: Any) -> Self:
        """A multistatus with this content, in the usual namespaces."""
        text = (
            '<?xml version="1.0" encoding="utf-8"?><multistatus xmlns="DAV:" '
            'xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/" '
            f'xmlns:A="http://apple.com/ns/ical/">{inside}</multistatus>'
        )
        return cls(207, text.encode(), XML, **more)


Answering = Callable[[Seen], Reply]


class LoopbackServer:
    """A running server; use as a context manager."""

    def __init__(self, answering: Answering, *, tls: ssl.SSLContext | None = None) -> None:
        self.answering = answering
        self.seen: list[Seen] = []
        self.connections = 0
        self._scheme = "http" if tls is None else "https"
        self._connections: set[socket.socket] = set()
        self._over = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _handler_for(self))
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, name="fake-server"
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._server.shutdown()
        for connection in list(self._connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Its root."""
        return f"{self._scheme}://127.0.0.1:{self.port}/"

    def paths(self, method: str) -> list[str]:
        """The paths asked for with this method, in order."""
        return [seen.path for seen in self.seen if seen.method == method]

    @contextmanager
    def connected(self, connection: socket.socket) -> Iterator[None]:
        """Remember a connection, to end it with the server."""
        self._connections.add(connection)
        self.connections += 1
        try:
            yield
        finally:
            self._connections.discard(connection)

    def pause(self) -> bool:
        """Between two pieces; True when the server is being stopped."""
        return self._over.wait(_PAUSE)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = True
    request_queue_size = 32

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is not an error here."""


def _handler_for(owner: LoopbackServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self._serve
            raise AttributeError(name)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet: the log is `seen`."""

        def handle(self) -> None:
            with owner.connected(self.connection):
                super().handle()

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            seen = Seen(self.command, self.path, headers, self.rfile.read(length))
            owner.seen.append(seen)
            self._give(owner.answering(seen))

        def _give(self, reply: Reply) -> None:
            if reply.is_silent or reply.raw is not None:
                self.close_connection = True
                self._drip(bytes([byte]) for byte in reply.raw or b"")
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self._give_body(reply)

        def _give_body(self, reply: Reply) -> None:
            if reply.pieces is not None:
                self.close_connection = True
                self.end_headers()
                self._drip(reply.pieces)
                return
            if reply.status != 204:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body[: reply.sent])
            self.close_connection = self.close_connection or reply.sent is not None

        def _drip(self, pieces: Iterable[bytes]) -> None:
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()
                if owner.pause():
                    return

    return Handler
