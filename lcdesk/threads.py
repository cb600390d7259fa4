"""How Python's threads take turns while one waits on a server and another computes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

# How long a thread may compute while another waits to go on: far less than a frame. Whoever sends
# a request or draws lets go of the interpreter many times, and would wait so long each time.
TURN_SECONDS = 0.0001


@contextmanager
def short_turns() -> Iterator[None]:
    """While it is entered, no thread keeps the others waiting for longer than `TURN_SECONDS`."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
