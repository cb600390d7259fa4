"""How Python's threads take turns, and how one waits for what the system does not let it end."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import TypeVar

# How long a thread may compute while another waits to go on: far less than a frame. Whoever sends
# a request or draws lets go of the interpreter many times, and would wait so long each time.
TURN_SECONDS = 0.0001
_GLANCE_SECONDS = 0.05  # between two looks at whether it is still wanted

T = TypeVar("T")


class AbandonedError(Exception):
    """What was waited for is not wanted any more; it goes on by itself and is forgotten."""


@contextmanager
def switch_interval() -> Iterator[None]:
    """While it is entered, no thread keeps the others waiting for longer than `TURN_SECONDS`."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def unless(
    is_over: Callable[[], bool],
    work: Callable[[], T],
    *,
    discard: Callable[[T], object] = lambda _: None,
) -> T:
    """The result of `work`, which may hang in the system: a name looked up, a keyring that asks.

    It runs in a thread of its own that keeps no process from ending. Raises AbandonedError as
    soon as `is_over`; a result that comes later is given to `discard`.
    """
    answer: Future[T] = Future()

    def run() -> None:
        try:
            answer.set_result(work())
        except BaseException as error:
            answer.set_exception(error)

    def throw_away(late: Future[T]) -> None:
        if late.exception() is None:
            discard(late.result())

    threading.Thread(target=run, name="lcdesk-unless", daemon=True).start()
    while not wait([answer], timeout=_GLANCE_SECONDS).done:
        if is_over():
            answer.add_done_callback(throw_away)
            raise AbandonedError
    return answer.result()
