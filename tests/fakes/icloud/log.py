"""What the look-alike was asked, and what it knew when it answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.fakes.loopback import Seen


@dataclass(frozen=True, slots=True)
class Heard:
    """One request and the status it got. `path` is decoded; `before` is the ETag of the
    version that was there when a write arrived, None when nothing was, and `was` its text."""

    host: str
    seen: Seen
    path: str
    status: int
    before: str | None = None
    was: str = ""
    is_served: bool = True  # False: something on the way answered in iCloud's place

    @property
    def is_write(self) -> bool:
        """Whether it wanted to change something."""
        return self.seen.method not in {"GET", "HEAD", "PROPFIND", "REPORT", "OPTIONS"}

    @property
    def is_done(self) -> bool:
        """Whether it was carried out, wherever the answer went."""
        return self.is_served and 200 <= self.status < 300


@dataclass(slots=True)
class Log:
    """All requests in order, and which versions the other side has been given or has written."""

    heard: list[Heard] = field(default_factory=list)
    read: set[tuple[str, str]] = field(default_factory=set)  # (path, ETag)

    def writes(self) -> list[Heard]:
        """The requests that wanted to change something."""
        return [heard for heard in self.heard if heard.is_write]

    def asked(self, method: str, part: bytes = b"") -> list[Heard]:
        """The requests with this method whose body holds `part`."""
        return [
            heard for heard in self.heard if heard.seen.method == method and part in heard.seen.body
        ]

    def hosts(self) -> set[str]:
        """Whoever was spoken to."""
        return {heard.host for heard in self.heard}
