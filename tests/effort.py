"""How much work something is, whatever else this machine does meanwhile."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_TRIES = 3


def is_done_within(seconds: float, work: Callable[[], object]) -> bool:
    """Whether the work needs no more of the processor than this, as every call of it would.

    Only what this thread does counts, not the collection of other tests' garbage. A busy machine
    makes the same work dearer at times; what is too much is so each time.
    """
    return any(_seconds_of(work) < seconds for _ in range(_TRIES))


def _seconds_of(work: Callable[[], object]) -> float:
    with _no_collection():
        begin = time.thread_time()
        work()
        return time.thread_time() - begin


@contextmanager
def _no_collection() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
