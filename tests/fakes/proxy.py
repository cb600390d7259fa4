"""A server between the product and a real one: it logs, checks passwords and breaks things.

What it can do is what networks do: answer in the server's place, lose the answer after the
server has acted, cut a body, or let a test act at the exact moment after a write.
"""

from __future__ import annotations

import base64
import http.client
from typing import Self
from urllib.parse import urlsplit

from tests.fakes.faults import Fault, Faults
from tests.fakes.loopback import LoopbackServer, Reply, Seen

_HOP = {"connection", "content-length", "transfer-encoding", "keep-alive", "date", "server"}


class FaultyProxy(LoopbackServer):
    """Forwards to `upstream` what no fault takes; `seen` and `answers` are its log."""

    def __init__(self, upstream: str, *, password: tuple[str, str] | None = None) -> None:
        super().__init__(self._answer)
        self.faults = Faults()
        self.answers: list[tuple[Seen, int]] = []
        self._upstream = urlsplit(upstream)
        self._authorization = _basic(*password) if password else None

    def add(self, fault: Fault) -> Self:
        """Arm one more fault."""
        self.faults.add(fault)
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
        return self.faults.reply(seen, self._forward)

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
