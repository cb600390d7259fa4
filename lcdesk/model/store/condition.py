"""Whether the machine lets the store be used: told once when it stops, and once when it goes on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lcdesk.model.domain.errors import StoreTrouble

logger = logging.getLogger(__name__)

Watcher = Callable[[StoreTrouble | None], None]


class Condition:
    """What is wrong at present. Shared by all threads that use the store."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._watchers: list[Watcher] = []
        self.trouble: StoreTrouble | None = None

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call `watcher` with each news, in whichever thread met it; returns the way out."""
        with self._lock:
            self._watchers.append(watcher)

        def stop_watching() -> None:
            with self._lock:
                self._watchers.remove(watcher)

        return stop_watching

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Inside, trouble is noted; it is raised all the same."""
        try:
            yield
        except StoreTrouble as trouble:
            self.note(trouble)
            raise

    def note(self, trouble: StoreTrouble | None) -> None:
        """How it is now; None is well. The same once more is no news."""
        with self._lock:
            before, self.trouble = self.trouble, trouble
            watchers = list(self._watchers)
        if (before and before.cause) == (trouble and trouble.cause):
            return
        if trouble is None:
            logger.info("the store can be used again")
        else:
            logger.warning("the store cannot be used: %s", trouble.cause)
        for watcher in watchers:
            watcher(trouble)
