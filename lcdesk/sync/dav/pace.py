"""Time as the network code sees it: clocks, patience, the rate of requests, and throttling.

Everything that waits or asks for the time does it through here, so that tests need not sleep
and the person's Stop is heard in every wait.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from lcdesk.model.domain.zones import Clock, utc_now

THROTTLE_ECHO = timedelta(minutes=30)
"""How long after a 429 or 503 a refused password is not believed (iCloud answers 401 then)."""


@dataclass(frozen=True, slots=True)
class TimeSource:
    """Where time comes from."""

    now: Clock = utc_now
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for a connection, for the next bytes, and for everything together."""

    connect: float = 10.0
    read: float = 30.0
    total: float = 60.0


BRIEF = Patience()
"""For requests about one object."""

SOME = Patience(read=120.0, total=300.0)
"""For questions about many objects, or many calendars."""

LISTING = Patience(read=300.0, total=900.0)
"""For what a server answers by walking a whole calendar: it may have to build its cache first,
and 100,000 events took Radicale three minutes on a slow disk.
"""


@dataclass(slots=True)
class ThrottleMemory:
    """What is remembered about one account's throttling; it outlives a connection."""

    last: datetime | None = None
    refusals: dict[str, int] = field(default_factory=dict)
    sent: deque[float] = field(default_factory=deque)  # when requests left, by `monotonic`

    def note(self, now: datetime) -> None:
        """A server asked for a pause."""
        self.last = now

    def is_recent(self, now: datetime) -> bool:
        """Whether a throttle may still colour the answers."""
        return self.last is not None and timedelta(0) <= now - self.last < THROTTLE_ECHO

    def refused(self, asked: str) -> int:
        """Count a 403 without a reason for this question, and say how many there were in a row."""
        self.refusals[asked] = self.refusals.get(asked, 0) + 1
        return self.refusals[asked]

    def answered(self, asked: str) -> None:
        """A good answer ends the row of refusals."""
        self.refusals.pop(asked, None)


@dataclass(slots=True)
class Pace:
    """At most 4 requests a second and 200 a minute; half of that while throttled."""

    time_source: TimeSource
    sent: deque[float] = field(default_factory=deque)
    gap: float = 0.25
    per_minute: int = 200

    def wait_time(self, *, slowly: bool) -> float:
        """Seconds until the next request may leave."""
        now = self.time_source.monotonic()
        limit = self.per_minute // 2 if slowly else self.per_minute
        while self.sent and now - self.sent[0] >= 60:
            self.sent.popleft()
        gap = self.gap * 2 if slowly else self.gap
        next_free = self.sent[-1] + gap if self.sent else now
        if len(self.sent) >= limit:
            next_free = max(next_free, self.sent[-limit] + 60)
        return max(0.0, next_free - now)

    def note(self) -> None:
        """A request leaves now."""
        self.sent.append(self.time_source.monotonic())
