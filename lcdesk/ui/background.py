"""A thread beside the window's, for reading what takes longer than a frame.

Who asks gets the answer in the window's thread, as an event among others. What a person asked
for is still read at once: they wait for it anyway, and must not act on what is old.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar
from weakref import ref

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class BackgroundReader(QObject):
    """Answers questions one after the other. A question may touch frozen values and the store."""

    _answered = Signal(object, object)  # the finished future, and who waits for it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_open = True
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="lcdesk-aside")
        self._answered.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Callable[[], T], then: Callable[[Future[T]], None]) -> None:
        """Call `then` when it is answered; `result` has the answer or raises what went wrong."""
        asked = self._pool.submit(question)
        asked.add_done_callback(lambda done: self._answered.emit(done, then))

    def close(self) -> None:
        """Wait for the question that is being answered; nobody hears of any answer any more."""
        self._is_open = False
        self._pool.shutdown(cancel_futures=True)

    @Slot(object, object)
    def _hand_over(self, done: Future[Any], then: Callable[[Future[Any]], None]) -> None:
        if self._is_open:
            then(done)


class NewestAnswer:
    """Asks one thing again and again; only the answer to what was asked last is handed over, and
    none to an `owner` that is gone: a dialog may be closed before it comes.
    """

    def __init__(self, reader: BackgroundReader, owner: QObject) -> None:
        self._reader = reader
        self._owner = ref(owner)
        self._asked = 0

    def ask(self, question: Callable[[], T], then: Callable[[T], None]) -> None:
        """Call `then` with the answer, unless it is asked again or forgotten before."""
        self._asked += 1
        self._reader.ask(question, partial(self._take, self._asked, then))

    def forget(self) -> None:
        """Hand over nothing of what was asked so far."""
        self._asked += 1

    def _take(self, asked: int, then: Callable[[T], None], done: Future[T]) -> None:
        owner = self._owner()
        if asked == self._asked and owner is not None and isValid(owner):
            then(done.result())
