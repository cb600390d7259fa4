"""A server between the product and a real one: it logs, checks passwords and breaks things.

What it can do is what networks do: answer in the server's place, lose the answer after the
server has acted, cut a body, or let a test act at the exact moment after a write.
"""

from __future__ import annotations

import base64
import http.client
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import urlsplit

from tests.fakes.loopback import LoopbackServer, Reply, Seen

_HOP = {"connection", "content-length", "transfer-encoding", "keep-alive", "date", "server"}


@dataclass(slots=True)
class Fault:
    """What happens to requests that fit, `times` times, after letting `skip` of them pass."""

    method: str = ""  # any, when empty
    path: str = ""  # a part of it
    times: int = 1
    skip: int = 0
    instead: Reply | None = None  # answered without asking the server
    loses_answer: bool = False  # the server acts, the answer never arrives
    sent: int | None = None  # so many bytes of the answer's body, then the line is cut
    then: Callable[[Seen], None] | None = None  # called when the server has acted
    hits: int = field(default=0, init=False)

    def takes(self, seen: Seen) -> bool:
        """Whether this request is hit; counts."""
        if self.method not in {"", seen.method} or self.path not in seen.path:
            return False
        self.hits += 1
        return self.skip < self.hits <= self.skip + self.times


class FaultyProxy(LoopbackServer):
    """Forwards to `upstream` what no fault takes; `seen` and `answers` are its log."""

    def __init__(self, upstream: str, *, password: tuple[str, str] | None = None) -> None:
        super().__init__(self._answer)
        self.faults: list[Fault] = []
        self.answers: list[tuple[Seen, int]] = []
        self._upstream = urlsplit(upstream)
        self._authorization = _basic(*password) if password else None

    def add(self, fault: Fault) -> Self:
        """Arm one more fault."""
        self.faults.append(fault)
        return self

    def writes(self) -> list[Seen]:
        """The PUT and DELETE requests so far."""
        return [seen for seen in self.seen if seen.method in {"PUT", "DELETE"}]

    def _answer(self, seen: Seen) -> Reply:
        reply = self._reply_to(seen)
        self.answers.append((seen, reply.status))
        return reply

    def _reply_to(self, seen: Seen) -> Reply:
        if self._authorization and seen.headers.get("authorization") != self._authorization:
            return Reply(401, b"", {"WWW-Authenticate": 'Basic realm="proxy"'})
        fault = next((fault for fault in self.faults if fault.takes(seen)), None)
        if fault is None:
            return self._forward(seen)
        if fault.instead is not None:
            return fault.instead
        reply = self._forward(seen)
        if fault.then is not None:
            fault.then(seen)
        return replace(reply, is_silent=fault.loses_answer, sent=fault.sent)

    def _forward(self, seen: Seen) -> Reply:
        line = http.client.HTTPConnection(
            self._upstream.hostname or "", self._upstream.port, timeout=30
        )
        try:
            headers = {name: value for name, value in seen.headers.items() if name not in _HOP}
            line.request(seen.method, seen.path, seen.body or None, headers)
            answer = line.getresponse()
            kept = {k: v for k, v in answer.getheaders() if k.lower() not in _HOP}
            return Reply(answer.status, answer.read(), kept)
        finally:
            line.close()


def _basic(name: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode("ascii")
