"""A first sync in the real window: how long its thread could not react to a person.

What the machine does to a window without any work is measured the same way before: alone, and
beside a thread of Python that computes without a pause. `EVENTS=800` takes fewer events.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from bench.calendars import NAME, full_server
from bench.figures import Figure, cost_of, events_asked_for, say
from lcdesk.app.program import Program
from lcdesk.app.start import make_application
from lcdesk.app.workspace import Workspace
from lcdesk.model.domain.accounts import Provider, Role
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore, secret_key
from tests.desk import Desk
from tests.servers import PASSWORD, Account

EVENTS = 10_000
FRAME_MS = 1000 / 60
LASTS_AT_MOST_MS = 600_000
NOTHING_LASTS_MS = 5_000


class Heartbeat(QObject):
    """Beats as often as the event loop lets it; the pauses between are what a person would feel."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to count."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.pauses.append((now - self._last) * 1000)
        self._last = now


def run() -> list[Figure]:
    """The window opens, finds an account that was never read, and reads it."""
    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    events = events_asked_for(EVENTS)
    with TemporaryDirectory() as folder, full_server(Path(folder) / "server", events) as server:
        paths = Paths(Path(folder) / "data")
        paths.prepare()
        secrets = _prepare(paths, server)
        program = Program(application, paths, secrets=secrets)
        try:
            alone = _pauses_of_nothing()
            with _computing():
                beside = _pauses_of_nothing()
            workspace = _opened(program)
            pauses: list[float] = []
            cost = cost_of(lambda: pauses.extend(_pauses_of_a_first_sync(workspace)))
        finally:
            program.close()
    say(
        f"The window during a first sync of {events:,} events "
        f"({cost.wall:.1f} s, {cost.cpu:.1f} s CPU)",
        _line("first sync", pauses),
        _line("nothing at all", alone),
        _line("beside a busy thread", beside),
    )
    frame = "a frame of a 60 Hz screen"
    return [
        Figure("the window's longest pause in a first sync", max(pauses), "ms", FRAME_MS, frame)
    ]


def _line(what: str, pauses: list[float]) -> str:
    ordered = sorted(pauses)
    late = [pause for pause in pauses if pause > FRAME_MS]
    return (
        f"{what:22}longest pause {ordered[-1]:6.1f} ms   99.9 %: {_share(ordered, 0.999):5.1f} ms"
        f"   99 %: {_share(ordered, 0.99):5.1f} ms   longer than a frame (16.7 ms): "
        f"{len(late)} of {len(pauses):,} looks, {sum(late) / 1000:.2f} s"
    )


def _share(ordered: list[float], share: float) -> float:
    return ordered[int((len(ordered) - 1) * share)]


def _prepare(paths: Paths, server: Account) -> SessionStore:
    desk = Desk(paths.data, now=datetime.now(UTC))
    desk.account(server, desk.staff("Ana"))
    desk.give_role(server.calendar(NAME), Role.CONFLICT)
    desk.close()
    secrets = SessionStore()
    secrets.set(secret_key(Provider.CALDAV, server.email, 1), PASSWORD)
    return secrets


def _pauses_of_nothing() -> list[float]:
    loop, heart = QEventLoop(), Heartbeat()
    QTimer.singleShot(NOTHING_LASTS_MS, loop.quit)
    heart.start()
    loop.exec()
    heart.stop()
    return heart.pauses


@contextmanager
def _computing() -> Iterator[None]:
    """A thread that only computes, as a pass would that gives way to nobody."""
    enough = threading.Event()

    def compute() -> None:
        while not enough.is_set():
            sum(range(1_000))

    thread = threading.Thread(target=compute)
    thread.start()
    try:
        yield
    finally:
        enough.set()
        thread.join()


def _opened(program: Program) -> Workspace:
    loop = QEventLoop()
    program.opened.connect(loop.quit)
    program.begin()
    loop.exec()
    assert program.workspace is not None
    return program.workspace


def _pauses_of_a_first_sync(workspace: Workspace) -> list[float]:
    loop, heart = QEventLoop(), Heartbeat()
    QTimer.singleShot(LASTS_AT_MOST_MS, loop.quit)
    workspace.sync.pass_finished.connect(loop.quit)
    heart.start()
    loop.exec()
    heart.stop()
    return heart.pauses
