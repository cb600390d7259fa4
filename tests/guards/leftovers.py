"""Work that outlives its test disturbs another one, far from the cause; here it fails its own."""

from __future__ import annotations

import gc
import threading
import traceback
import weakref
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from shiboken6 import isValid

_PATIENCE_MS = 2_000


class _Started(NamedTuple):
    reference: weakref.ref[QObject]
    place: str

    @property
    def subject(self) -> QObject | None:
        subject = self.reference()
        return subject if subject is not None and isValid(subject) else None


_started: list[_Started] = []


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves a thread, a QThread, a pool job or an active QTimer behind."""
    _started.clear()
    before = set(threading.enumerate())
    yield
    if request.node.get_closest_marker("leaves_running") is not None:
        return
    left = [*_active_timers(), *_running_threads(before), *_running_qthreads(), *_pool_jobs()]
    if left:
        lines = "\n".join(f"  {line}" for line in left)
        pytest.fail(f"The test leaves running:\n{lines}", pytrace=False)


def watch_qt() -> None:
    """Remember every QThread and QTimer that Python code starts, and the line that did."""
    QThread.start = _remembering(QThread.start)  # type: ignore[method-assign]
    QTimer.start = _remembering(QTimer.start)  # type: ignore[method-assign]


def _remembering(start: Callable[..., Any]) -> Callable[..., Any]:
    def remembered(self: QObject, *args: Any, **kwargs: Any) -> Any:
        caller = traceback.extract_stack(limit=2)[0]
        _started.append(_Started(weakref.ref(self), f"{caller.filename}:{caller.lineno}"))
        return start(self, *args, **kwargs)

    return remembered


def _active_timers() -> list[str]:
    _delete_what_waits_for_it()
    if _find_active_timers():
        gc.collect()  # perhaps only a cycle of references keeps the owner of the timer
        _delete_what_waits_for_it()
    left = []
    for timer, place in _find_active_timers():
        left.append(f"QTimer {timer.objectName()!r}, started at {place}")
        timer.stop()
    return left


def _find_active_timers() -> list[tuple[QTimer, str]]:
    return [
        (started.subject, started.place)
        for started in _started
        if isinstance(started.subject, QTimer) and started.subject.isActive()
    ]


def _delete_what_waits_for_it() -> None:
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _running_threads(before: set[threading.Thread]) -> list[str]:
    new = set(threading.enumerate()) - before
    # A QThread that ran Python code shows as a dummy, for ever; it is counted as a QThread.
    real = [thread for thread in new if not isinstance(thread, threading._DummyThread)]
    for thread in real:
        thread.join(_PATIENCE_MS / 1_000)
    return [f"thread {thread.name!r}" for thread in real if thread.is_alive()]


def _running_qthreads() -> list[str]:
    left = []
    for started in _started:
        thread = started.subject
        if isinstance(thread, QThread) and not thread.wait(_PATIENCE_MS):
            left.append(f"QThread {thread.objectName()!r}, started at {started.place}")
            thread.requestInterruption()
            thread.quit()
    return left


def _pool_jobs() -> list[str]:
    pool = QThreadPool.globalInstance()
    if pool.activeThreadCount() == 0 or pool.waitForDone(_PATIENCE_MS):
        return []
    return [f"{pool.activeThreadCount()} jobs in the global QThreadPool"]
