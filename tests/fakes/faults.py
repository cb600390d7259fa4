"""What goes wrong between the product and a server, whichever server it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from tests.fakes.loopback import Answering, Reply, Seen


@dataclass(slots=True)
class Fault:
    """What happens to requests that fit, `times` times, after letting `skip` of them pass."""

    method: str = ""  # any, when empty
    path: str = ""  # a part of it
    body: bytes = b""  # a part of it
    times: int = 1
    skip: int = 0
    instead: Reply | None = None  # answered without asking the server
    loses_answer: bool = False  # the server acts, the answer never arrives
    sent: int | None = None  # so many bytes of the answer's body, then the line is cut
    kept: int | None = None  # so many bytes of the answer's body, as if that were all
    then: Callable[[Seen], None] | None = None  # called when the server has acted
    hits: int = field(default=0, init=False)

    @property
    def was_met(self) -> bool:
        """Whether it has happened as often as it should."""
        return self.hits >= self.skip + self.times

    def takes(self, seen: Seen) -> bool:
        """Whether this request is hit; counts."""
        is_fit = self.method in {"", seen.method} and self.path in seen.path
        if not is_fit or self.body not in seen.body:
            return False
        self.hits += 1
        return self.skip < self.hits <= self.skip + self.times


class Faults:
    """The armed faults in front of a server."""

    def __init__(self) -> None:
        self._armed: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Arm one more."""
        self._armed.append(fault)
        return fault

    def clear(self) -> None:
        """From now on nothing goes wrong."""
        self._armed.clear()

    def reply(self, seen: Seen, serve: Answering) -> Reply:
        """The server's answer, or what the first fault that fits makes of it."""
        fault = next((fault for fault in self._armed if fault.takes(seen)), None)
        if fault is None:
            return serve(seen)
        if fault.instead is not None:
            return fault.instead
        reply = serve(seen)
        if fault.then is not None:
            fault.then(seen)
        return replace(
            reply, body=reply.body[: fault.kept], is_silent=fault.loses_answer, sent=fault.sent
        )
